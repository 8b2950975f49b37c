import {
  allWithoutReplacement,
  allWithReplacement,
  choose,
  floorDivide,
  hypergeometricOutcomes,
  type Population,
  smallest,
} from './counting.ts'
import { about, type Derivation, row } from './derivation.ts'
import { rfc } from './inputs.ts'
import { Rational } from './rational.ts'

/**
 * P(all of `draws` proposers are malicious) when the committee is itself drawn from the validators and each
 * proposer is then drawn from it with replacement: the mean of (M/K)^draws over the number M of malicious
 * members. `committeeSize`: K, members.
 */
export const allFromRandomCommittee = (
  population: Population,
  committeeSize: number,
  draws: number,
): Rational => {
  const outcomes = hypergeometricOutcomes(population, committeeSize)
  const weighted = outcomes.reduce(
    (sum, count, malicious) => sum + count * BigInt(malicious) ** BigInt(draws),
    0n,
  )
  return Rational.of(
    weighted,
    choose(population.size, committeeSize) * BigInt(committeeSize) ** BigInt(draws),
  )
}

export interface ClaimWindowReading {
  readonly reading: string
  /** P(C proposers in a row are all malicious), by C (slots). */
  readonly probability: (slots: number) => Rational
}

const validators: Population = { size: rfc.validatorCount, malicious: rfc.maliciousCount }

/** A committee of 48 of which so many are malicious. */
const committee = (malicious: number): Population => ({ size: rfc.committeeSize, malicious })

const third = floorDivide(rfc.committeeSize, 3)

/** Every way found to read the FAQ's sentence. The first is the one the model takes. */
export const readings: readonly ClaimWindowReading[] = [
  {
    reading: 'with replacement, committee ⅓ malicious',
    probability: (slots) => allWithReplacement(committee(third), slots),
  },
  {
    reading: 'without replacement, committee ⅓ malicious',
    probability: (slots) => allWithoutReplacement(committee(third), slots),
  },
  {
    reading: 'without replacement, fewer than ⅓ malicious',
    probability: (slots) => allWithoutReplacement(committee(third - 1), slots),
  },
  {
    reading: 'without replacement, committee drawn too',
    probability: (slots) => allWithoutReplacement(validators, slots),
  },
  {
    reading: 'with replacement, committee drawn too',
    probability: (slots) => allFromRandomCommittee(validators, rfc.committeeSize, slots),
  },
  {
    reading: 'with replacement, committee just not captured',
    probability: (slots) => allWithReplacement(committee(2 * third), slots),
  },
  {
    reading: 'without replacement, committee just not captured',
    probability: (slots) => allWithoutReplacement(committee(2 * third), slots),
  },
]

/** Smallest C whose probability is below the threshold. */
export const smallestWindow = ({ probability }: ClaimWindowReading, threshold: Rational): number =>
  smallest(1, rfc.committeeSize, (slots) => probability(slots).lessThan(threshold))

export const claimWindow: Derivation = {
  name: 'claim-window',
  title: 'Claim window C: P(C malicious proposers in a row) below one in a million',
  clauses: ['CLAIM-1', 'EPOCH-8'],
  quotes: [
    {
      text: 'Then we picked the smallest C where the probability of drawing C malicious validators in a row from a population of K=48 validators, at least \\frac{2}{3} of them honest, was less than 1e^{-6}.',
      section: 'FAQ, Why choose C to be 13 in the proof claim phase?',
    },
    {
      text: 'The hypergeometric distribution describes the probability of k successes, in n draws from a population of size N.',
      section: 'FAQ, Why choose C to be 13 in the proof claim phase?',
    },
  ],
  run() {
    const found = readings.map((reading) => ({ ...reading, slots: smallestWindow(reading, rfc.threshold) }))
    const [replaced, faq, , inOrder, drawn] = found
    const stated = drawn!.probability(rfc.claimWindowSlots)
    return {
      rows: [
        ...found.flatMap(({ reading, probability, slots }) => [
          row(
            `P(all malicious), ${reading}`,
            { C: slots - 1 },
            probability(slots - 1),
            'probability',
            'not below',
          ),
          row(
            `P(all malicious), ${reading}`,
            { C: slots },
            probability(slots),
            'probability',
            `smallest C = ${slots}`,
          ),
        ]),
        row(
          'P(all malicious), with replacement, committee drawn too',
          { C: rfc.claimWindowSlots },
          stated,
          'probability',
          'what C = 13 leaves before any committee is known',
        ),
      ],
      conclusion:
        `The FAQ's own words (C drawn in a row from 48, hypergeometric, at most 16 malicious) give C = ${faq!.slots}. ` +
        `C = ${replaced!.slots} follows in two ways: independent draws from a committee of which a third is ` +
        `malicious (a proposer is the hash of epoch, slot and seed modulo the size), and draws without replacement ` +
        `straight from the validators (\`committee[offset]\`, judged before the committee is known: ${inOrder!.slots}). ` +
        `With the modulo rule, judged before the committee is known, committees with more than a third malicious ` +
        `dominate: 13 slots leave ${about(stated)} and ${drawn!.slots} would be needed. So 13 holds for a given ` +
        `committee that is one third malicious, not for a random epoch.`,
    }
  },
}
