import fc from 'fast-check'
import type { Choice } from '../../impl/system/choice.ts'
import type { Predicate } from '../../impl/system/predicates.ts'
import { replay } from '../../impl/system/run.ts'
import { playSeed } from '../../impl/system/seeded.ts'
import type { System } from '../../impl/system/system.ts'
import { dealing } from '../../impl/system/weights.ts'

/** Choices of one run at most: of a few slots, and of epochs. */
const LENGTH = 240
const LENGTH_OF_EPOCHS = 120

/** A run that violates a predicate. */
export interface Found {
  readonly seed: number
  readonly choices: readonly Choice[]
}

/** The first seed below a bound whose run violates a predicate, undefined if there is none. */
export function search(system: System, predicate: Predicate, seeds: number): Found | undefined {
  const lasts = system.setup.profile.provers.length > 0
  for (let seed = 0; seed < seeds; seed++) {
    const { choices, violations } = lasts
      ? playSeed(system, seed, LENGTH_OF_EPOCHS, { until: predicate }, dealing)
      : playSeed(system, seed, LENGTH, { until: predicate })
    if (violations.some((violation) => violation.predicate === predicate)) return { seed, choices }
  }
  return undefined
}

export const violates = (system: System, predicate: Predicate, choices: readonly Choice[]): boolean =>
  replay(system, choices, { until: predicate }).violations.some(
    (violation) => violation.predicate === predicate,
  )

/**
 * The same with as few of its choices as still violate it: fast-check leaves them out until none can be. What nodes have
 * to carry out themselves is done at once where that violates it too, and needs no choice of its own then.
 */
export function shrink(
  system: System,
  predicate: Predicate,
  { choices }: Pick<Found, 'choices'>,
): readonly Choice[] {
  const settled = settle(system, predicate, fewer(system, predicate, choices))
  return fewer(system, predicate, settled)
}

function fewer(system: System, predicate: Predicate, choices: readonly Choice[]): readonly Choice[] {
  const some = fc.array(fc.constantFrom(...choices), { maxLength: choices.length })
  const { counterexample } = fc.check(
    fc.property(some, (left) => !violates(system, predicate, left)),
    { examples: [[[...choices]]], numRuns: 1 },
  )
  const smaller = counterexample?.[0] ?? choices
  // It does not come back to what it kept once: from the smaller run it begins again.
  return smaller.length < choices.length ? fewer(system, predicate, smaller) : smaller
}

function settle(system: System, predicate: Predicate, choices: readonly Choice[]): readonly Choice[] {
  return choices.reduce<readonly Choice[]>((run, choice, place) => {
    const settled = run.with(place, { ...choice, settle: true })
    return violates(system, predicate, settled) ? settled : run
  }, choices)
}
