import { apply } from './apply.ts'
import type { Choice } from './choice.ts'
import { type Predicate, type Violation, violationText } from './predicates.ts'
import { Watch } from './safety.ts'
import { initialWorld, type System } from './system.ts'
import type { Made, World } from './vocabulary.ts'
import { violationsOf } from './whole.ts'

/** After so many choices the predicates are evaluated over the whole run as well. */
const WHOLE_EVERY = 100

/** The predicates that are brought up to date and the same of the whole run differ: one of them is wrong. */
export class WatchDisagrees extends Error {
  override readonly name = 'WatchDisagrees'
}

/** What became of a run. */
export interface Played {
  readonly world: World
  readonly choices: readonly Choice[]
  /** Generated steps that were made. */
  readonly steps: number
  readonly violations: readonly Violation[]
}

export interface PlayOptions {
  /** Ends with the choice that violates it. */
  readonly until?: Predicate
  /** Called after each choice. */
  readonly onChoice?: (choice: Choice, made: readonly Made[], world: World) => void
}

/** Makes choices one after the other. @param next the choice after those made, undefined at the end */
export function play(
  system: System,
  next: (world: World, made: number) => Choice | undefined,
  { until, onChoice }: PlayOptions = {},
): Played {
  const world = initialWorld(system)
  const watch = new Watch(system)
  const choices: Choice[] = []
  let steps = 0
  for (;;) {
    const choice = next(world, choices.length)
    if (!choice) break
    choices.push(choice)
    const made = apply(system, world, choice)
    steps += made.length
    onChoice?.(choice, made, world)
    watch.look(world.facts)
    if (choices.length % WHOLE_EVERY === 0) requireAgreement(system, world, watch)
    if (watch.violations.some(({ predicate }) => predicate === until)) break
  }
  requireAgreement(system, world, watch)
  return { world, choices, steps, violations: watch.violations }
}

/** A run that is written down. */
export const replay = (system: System, choices: readonly Choice[], options?: PlayOptions): Played =>
  play(system, (_world, made) => choices[made], options)

function requireAgreement(system: System, { facts }: World, { violations }: Watch): void {
  const sides = [violations, violationsOf(system, facts)].map((side) =>
    side.map(violationText).sort().join('; '),
  )
  if (sides[0] !== sides[1]) throw new WatchDisagrees(`step by step [${sides[0]}], as a whole [${sides[1]}]`)
}
