import { Rational } from './rational.ts'

/**
 * Counting without rounding: every probability is a count of outcomes over the number of all outcomes.
 * Counts of things are safe integers, counts of outcomes are bigints.
 */

/** ⌊numerator / denominator⌋ of two non-negative safe integers, by remainder, so that no quotient is ever rounded. */
export const floorDivide = (numerator: number, denominator: number): number =>
  (numerator - (numerator % denominator)) / denominator

/** Number of `k`-subsets of `n` things; 0 where there are none (k < 0 or k > n). */
export const choose = (n: number, k: number): bigint => {
  if (k < 0 || k > n) return 0n
  let count = 1n
  for (let i = 1; i <= Math.min(k, n - k); i += 1) count = (count * BigInt(n - i + 1)) / BigInt(i)
  return count
}

/** n!/(n−k)!: number of ordered selections of `k` different things out of `n`. */
export const arrangements = (n: number, k: number): bigint => {
  let count = 1n
  for (let i = 0; i < k; i += 1) count *= BigInt(n - i)
  return count
}

export interface Population {
  /** All validators (or all members) drawn from. */
  readonly size: number
  /** How many of them are malicious. */
  readonly malicious: number
}

/**
 * Drawing `draws` without replacement: outcomes[x] of the `choose(size, draws)` draws hold exactly x malicious
 * (0 ≤ x ≤ draws).
 */
export const hypergeometricOutcomes = ({ size, malicious }: Population, draws: number): bigint[] =>
  Array.from({ length: draws + 1 }, (_, x) => choose(malicious, x) * choose(size - malicious, draws - x))

/** P(at least `least` malicious in `draws` draws without replacement). */
export const atLeastWithoutReplacement = (population: Population, draws: number, least: number): Rational => {
  const outcomes = hypergeometricOutcomes(population, draws)
  return Rational.of(
    outcomes.slice(Math.max(0, least)).reduce((sum, count) => sum + count, 0n),
    choose(population.size, draws),
  )
}

/** P(at least `least` malicious in `draws` independent draws with replacement). */
export const atLeastWithReplacement = (
  { size, malicious }: Population,
  draws: number,
  least: number,
): Rational => {
  let outcomes = 0n
  for (let x = Math.max(0, least); x <= draws; x += 1) {
    outcomes +=
      choose(draws, x) * BigInt(malicious) ** BigInt(x) * BigInt(size - malicious) ** BigInt(draws - x)
  }
  return Rational.of(outcomes, BigInt(size) ** BigInt(draws))
}

/** P(all of `draws` draws without replacement are malicious). */
export const allWithoutReplacement = ({ size, malicious }: Population, draws: number): Rational =>
  Rational.of(arrangements(malicious, draws), arrangements(size, draws))

/** P(all of `draws` independent draws are malicious). */
export const allWithReplacement = ({ size, malicious }: Population, draws: number): Rational =>
  Rational.of(BigInt(malicious), BigInt(size)).power(draws)

/**
 * Smallest whole number from `from` on that passes. Throws RangeError when none up to `limit` does: a derivation
 * must find its number, not give up quietly.
 */
export const smallest = (from: number, limit: number, passes: (candidate: number) => boolean): number => {
  for (let candidate = from; candidate <= limit; candidate += 1) if (passes(candidate)) return candidate
  throw new RangeError(`no number from ${from} to ${limit} passes`)
}
