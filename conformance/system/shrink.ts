import fc from 'fast-check'
import type { Choice } from '../../impl/system/choice.ts'
import type { Predicate } from '../../impl/system/predicates.ts'
import { type Played, replay } from '../../impl/system/run.ts'
import { playSeed } from '../../impl/system/seeded.ts'
import type { System } from '../../impl/system/system.ts'
import { dealing, type Weights } from '../../impl/system/weights.ts'

/** Choices of one run at most: of a few slots, and of epochs. */
const LENGTH = 240
const LENGTH_OF_EPOCHS = 120

/** A run that violates a predicate. */
export interface Found {
  readonly seed: number
  readonly choices: readonly Choice[]
}

/** The run that a seed makes. @param weights over epochs those of dealing if not given, else drawn */
export function played(system: System, seed: number, weights?: Weights, until?: Predicate): Played {
  const lasts = system.setup.profile.provers.length > 0
  const length = lasts ? LENGTH_OF_EPOCHS : LENGTH
  const options = until === undefined ? {} : { until }
  return playSeed(system, seed, length, options, weights ?? (lasts ? dealing : undefined))
}

/**
 * The first seed below a bound whose run violates a predicate, undefined if there is none.
 * @param weights as of `played`
 */
export function search(
  system: System,
  predicate: Predicate,
  seeds: number,
  weights?: Weights,
): Found | undefined {
  for (let seed = 0; seed < seeds; seed++) {
    const { choices, violations } = played(system, seed, weights, predicate)
    if (violations.some((violation) => violation.predicate === predicate)) return { seed, choices }
  }
  return undefined
}

export const violates = (system: System, predicate: Predicate, choices: readonly Choice[]): boolean =>
  replay(system, choices, { until: predicate }).violations.some(
    (violation) => violation.predicate === predicate,
  )

/**
 * The same with as few of its choices as still violate it: large pieces are left out first, then fast-check leaves out
 * single ones until none can be. What nodes have
 * to carry out themselves is done at once where that violates it too, and needs no choice of its own then.
 */
export function shrink(
  system: System,
  predicate: Predicate,
  { choices }: Pick<Found, 'choices'>,
): readonly Choice[] {
  const settled = settle(system, predicate, fewer(system, predicate, coarse(system, predicate, choices)))
  return fewer(system, predicate, settled)
}

/** Without what can be left out in pieces, each half as large as the ones before. */
function coarse(system: System, predicate: Predicate, choices: readonly Choice[]): readonly Choice[] {
  let left = choices
  for (let size = left.length; size > 1; ) {
    size = Math.ceil(size / 2)
    for (let start = Math.max(left.length - size, 0); ; start = Math.max(start - size, 0)) {
      const some = left.toSpliced(start, size)
      if (violates(system, predicate, some)) left = some
      if (start === 0) break
    }
  }
  return left
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
