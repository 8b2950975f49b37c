import {
  atLeastWithoutReplacement,
  atLeastWithReplacement,
  floorDivide,
  type Population,
  smallest,
} from './counting.ts'
import { about, type Derivation, row } from './derivation.ts'
import { rfc } from './inputs.ts'
import { quorum } from './quorum.ts'
import { Rational } from './rational.ts'

/** Smallest whole number above ⅔K: the first count that is "more than ⅔K". `size`: members. */
export const moreThanTwoThirds = (size: number): number => floorDivide(2 * size, 3) + 1

/** Smallest whole number not below ⅔K: the first count that is "at least ⅔K". `size`: members. */
export const atLeastTwoThirds = (size: number): number => floorDivide(2 * size + 2, 3)

/** P(more than ⅔K of a committee of K, drawn without replacement, are malicious). `size`: K, members. */
export const captureProbability = (population: Population, size: number): Rational =>
  atLeastWithoutReplacement(population, size, moreThanTwoThirds(size))

/**
 * Bound on `captureProbability` that falls with K: Hoeffding's ("Probability inequalities for sums of bounded
 * random variables", 1963, theorems 1 and 4), which for the share p malicious and the level ⅔ reads
 * (27p²(1−p)/4)^(K/3). Cubed here, to stay rational.
 */
export const captureBoundCubed = ({ size, malicious }: Population, committeeSize: number): Rational => {
  const share = Rational.of(BigInt(malicious), BigInt(size))
  return Rational.of(27n, 4n).multiply(share.power(2)).multiply(share.complement()).power(committeeSize)
}

export interface CommitteeSize {
  /** Smallest K whose capture probability is below the threshold. */
  readonly smallest: number
  /** Smallest K from which on every K is below it. */
  readonly alwaysFrom: number
  /** From this K on Hoeffding's bound alone is below the threshold; below it every K was computed. */
  readonly boundFrom: number
}

/** Committee sizes that meet the threshold. `capture`: probability by K; the bound must cover it. */
export const committeeSizes = (
  population: Population,
  threshold: Rational,
  capture: (size: number) => Rational = (size) => captureProbability(population, size),
): CommitteeSize => {
  const boundFrom = smallest(1, population.size, (size) =>
    captureBoundCubed(population, size).lessThan(threshold.power(3)),
  )
  const below = Array.from(
    { length: boundFrom + 1 },
    (_, size) => size > 0 && capture(size).lessThan(threshold),
  )
  return { smallest: below.indexOf(true), alwaysFrom: below.lastIndexOf(false) + 1, boundFrom }
}

const population: Population = { size: rfc.validatorCount, malicious: rfc.maliciousCount }
const roundedUp: Population = { size: rfc.validatorCount, malicious: rfc.maliciousCount + 1 }

export const committeeSize: Derivation = {
  name: 'committee-size',
  title: 'Committee size K: P(more than ⅔K malicious) below one in a million',
  clauses: ['EPOCH-3'],
  quotes: [
    {
      text: 'we picked the smallest committee size K where the probability of drawing more than \\frac{2}{3}K malicious validators is less than 1e^{-6}.',
      section: 'FAQ, Why choose C to be 13 in the proof claim phase?',
    },
    { text: 'That committee size is K=48.', section: 'FAQ, Why choose C to be 13 in the proof claim phase?' },
  ],
  run() {
    const found = committeeSizes(population, rfc.threshold)
    const foundRoundedUp = committeeSizes(roundedUp, rfc.threshold)
    const atLeast = committeeSizes(population, rfc.threshold, (size) =>
      atLeastWithoutReplacement(population, size, atLeastTwoThirds(size)),
    )
    const replaced = committeeSizes(population, rfc.threshold, (size) =>
      atLeastWithReplacement(population, size, moreThanTwoThirds(size)),
    )
    const sizes = Array.from({ length: 12 }, (_, i) => rfc.committeeSize - 4 + i)
    const blocking = rfc.committeeSize - quorum(rfc.committeeSize) + 1
    const blocked = atLeastWithoutReplacement(population, rfc.committeeSize, blocking)
    const next = captureProbability(population, found.smallest + 1)
    return {
      rows: [
        ...sizes.map((size) => {
          const probability = captureProbability(population, size)
          return row(
            'P(more than ⅔K malicious)',
            { K: size, least: moreThanTwoThirds(size), malicious: population.malicious },
            probability,
            'probability',
            probability.lessThan(rfc.threshold) ? 'below 1e-6' : 'not below',
          )
        }),
        row(
          'P(more than ⅔K malicious)',
          {
            K: rfc.committeeSize,
            least: moreThanTwoThirds(rfc.committeeSize),
            malicious: roundedUp.malicious,
          },
          captureProbability(roundedUp, rfc.committeeSize),
          'probability',
          'one third rounded up',
        ),
        row('smallest K', { malicious: population.malicious }, Rational.whole(found.smallest), 'members'),
        row(
          'K from which all are below',
          { malicious: population.malicious },
          Rational.whole(found.alwaysFrom),
          'members',
          `every K below ${found.boundFrom} computed, Hoeffding's bound from there`,
        ),
        row(
          'smallest K',
          { malicious: roundedUp.malicious },
          Rational.whole(foundRoundedUp.smallest),
          'members',
        ),
        row(
          'smallest K, "at least ⅔K"',
          { malicious: population.malicious },
          Rational.whole(atLeast.smallest),
          'members',
          'not the RFC’s word',
        ),
        row(
          'smallest K, with replacement',
          { malicious: population.malicious },
          Rational.whole(replaced.smallest),
          'members',
          'not the RFC’s word',
        ),
        row(
          'P(the malicious can block the quorum)',
          { K: rfc.committeeSize, least: blocking, malicious: population.malicious },
          blocked,
          'probability',
          'nothing in the choice of K bounds it',
        ),
      ],
      conclusion:
        `K = ${found.smallest} follows from the words as they stand, with 3,333 or 3,334 malicious and also if the ` +
        `draws were with replacement. The probability is a sawtooth in K, because ⌊2K/3⌋ + 1 rises in two of three ` +
        `steps: K = ${found.smallest + 1} gives ${about(next)} and fails, so the smallest K is not one from which ` +
        `every larger K passes; that is K = ${found.alwaysFrom}. "At least ⅔K" would give ${atLeast.smallest}. What K ` +
        `bounds is capture (the malicious alone reach the quorum of ${quorum(rfc.committeeSize)}). That they can ` +
        `refuse one (${blocking} members suffice) has probability ${about(blocked)} for each committee: with a third of ` +
        `the validators malicious, liveness rests on rewards, prune and fallback, not on K.`,
    }
  },
}
