import { allFromRandomCommittee } from './claim-window.ts'
import { captureProbability } from './committee-size.ts'
import {
  atLeastWithoutReplacement,
  choose,
  hypergeometricOutcomes,
  type Population,
  smallest,
} from './counting.ts'
import { about, type Derivation, row } from './derivation.ts'
import { rfc } from './inputs.ts'
import { blockingMembers } from './quorum.ts'
import { commonDivisor, Rational } from './rational.ts'

const validators: Population = { size: rfc.validatorCount, malicious: rfc.maliciousCount }

/** P(at least one of `seeds` independent seeds gives what has probability `probability` for one). */
export const atLeastOnce = (probability: Rational, seeds: number): Rational =>
  probability.complement().power(seeds).complement()

/** A distribution over 0 … values.length−1: outcomes[x] of `total` outcomes give x. */
export interface Distribution {
  readonly outcomes: readonly bigint[]
  readonly total: bigint
}

/**
 * Number of slots of an epoch whose proposer is malicious, for a uniform seed and proposers by hash modulo size:
 * the committee is drawn without replacement, then every slot draws a member on its own. All three in whole
 * numbers: `committeeSize` members, `slots` slots.
 */
export const maliciousSlots = (
  population: Population,
  committeeSize: number,
  slots: number,
): Distribution => {
  const committees = hypergeometricOutcomes(population, committeeSize)
  return {
    outcomes: Array.from({ length: slots + 1 }, (_, x) =>
      committees.reduce(
        (sum, count, malicious) =>
          sum +
          count *
            choose(slots, x) *
            BigInt(malicious) ** BigInt(x) *
            BigInt(committeeSize - malicious) ** BigInt(slots - x),
        0n,
      ),
    ),
    total: choose(population.size, committeeSize) * BigInt(committeeSize) ** BigInt(slots),
  }
}

/** The same distribution over fewer outcomes: its powers are what the means below spend their time on. */
const inLowestTerms = ({ outcomes, total }: Distribution): Distribution => {
  const divisor = outcomes.reduce(commonDivisor, total)
  return { outcomes: outcomes.map((count) => count / divisor), total: total / divisor }
}

export const mean = ({ outcomes, total }: Distribution): Rational =>
  Rational.of(
    outcomes.reduce((sum, count, x) => sum + count * BigInt(x), 0n),
    total,
  )

/** Mean of the largest of `draws` independent draws: Σ over x of 1 − P(≤ x)^draws. */
export const meanOfLargest = (distribution: Distribution, draws: number): Rational => {
  const { outcomes, total } = inLowestTerms(distribution)
  const whole = total ** BigInt(draws)
  let cumulative = 0n
  let sum = 0n
  for (const count of outcomes.slice(0, -1)) {
    cumulative += count
    sum += whole - cumulative ** BigInt(draws)
  }
  return Rational.of(sum, whole)
}

/**
 * Mean of what a best player gets who sees at most `draws` draws one after the other and must take one when he
 * sees it: V₁ is the mean, V_(j+1) the mean of max(x, V_j).
 */
export const meanOfBestStopping = (distribution: Distribution, draws: number): Rational => {
  const { outcomes, total } = inLowestTerms(distribution)
  let numerator = outcomes.reduce((sum, count, x) => sum + count * BigInt(x), 0n)
  let denominator = total
  for (let drawn = 1; drawn < draws; drawn += 1) {
    const wait = numerator
    numerator = outcomes.reduce((sum, count, x) => {
      const take = BigInt(x) * denominator
      return sum + count * (take > wait ? take : wait)
    }, 0n)
    denominator *= total
  }
  return Rational.of(numerator, denominator)
}

/** L1 blocks in which setupEpoch can be called within one epoch, at most: one per L1 slot. */
export const choicesInEpoch = rfc.epochSlots * rfc.l1SlotsPerSlot

/** A rollup that is deployed a month before genesis. */
const DAYS_BEFORE_GENESIS = 30
/** L1 blocks before genesis in which the sample of epoch 1 could be taken if TIME-4 did not refuse it. */
export const choicesBeforeGenesis = (DAYS_BEFORE_GENESIS * 86_400 * rfc.l1SlotsPerSlot) / rfc.slotSeconds

/**
 * Mean number of L1 blocks that offer a choice when only proposers call: all those of the malicious slots before
 * the first honest one, and the first block of that one, if the epoch has one. `share`: of malicious proposers.
 */
export const meanChoicesUntilHonest = (share: Rational): Rational => {
  let maliciousFirst = Rational.zero
  for (let run = 1; run <= rfc.epochSlots; run += 1) maliciousFirst = maliciousFirst.add(share.power(run))
  return maliciousFirst
    .multiply(Rational.whole(rfc.l1SlotsPerSlot))
    .add(share.power(rfc.epochSlots).complement())
}

export const grinding: Derivation = {
  name: 'grinding',
  title: 'What the caller of setupEpoch gains by choosing the L1 block whose prevrandao is sampled',
  clauses: ['EPOCH-1', 'EPOCH-2', 'EPOCH-6', 'TIME-4'],
  quotes: [
    {
      text: 'At the beginning of an epoch, the L1 contract samples a seed using pseudo-randomness supplied from block.prevrandao.',
      section: 'Section 1, Epoch initialization',
    },
  ],
  run() {
    const k = rfc.committeeSize
    const capture = captureProbability(validators, k)
    const block = atLeastWithoutReplacement(validators, k, blockingMembers(k))
    const window = allFromRandomCommittee(validators, k, rfc.claimWindowSlots)
    const slots = maliciousSlots(validators, k, rfc.epochSlots)
    const grown = atLeastOnce(capture, choicesInEpoch)
    const robust = smallest(k, 200, (size) =>
      atLeastOnce(captureProbability(validators, size), choicesInEpoch).lessThan(rfc.threshold),
    )
    const expected = mean(slots)
    const stopping = meanOfBestStopping(slots, choicesInEpoch)
    const largest = meanOfLargest(slots, choicesInEpoch)
    const third = Rational.of(1n, 3n)
    const early = capture.multiply(Rational.whole(choicesBeforeGenesis))
    const seedNotes = new Map([
      [2, 'one bit: the L1 proposer before withholds or not'],
      [rfc.l1SlotsPerSlot, 'the L1 blocks of one slot'],
      [4, 'two bits: two L1 slots in a row'],
      [choicesInEpoch, 'the whole epoch'],
    ])
    return {
      rows: [
        row(
          'L1 blocks to choose from, at most',
          { slots: rfc.epochSlots, 'L1 slots': rfc.l1SlotsPerSlot },
          Rational.whole(choicesInEpoch),
          'blocks',
          'nobody else calls before',
        ),
        row(
          'L1 blocks to choose from, mean',
          { malicious: '1/3' },
          meanChoicesUntilHonest(third),
          'blocks',
          'the first honest proposer calls; prompt strangers make it 1',
        ),
        ...[1, 2, rfc.l1SlotsPerSlot, 4, choicesInEpoch].flatMap((seeds) => [
          row(
            'P(a seed with more than ⅔K malicious)',
            { seeds, K: k },
            atLeastOnce(capture, seeds),
            'probability',
            seedNotes.get(seeds),
          ),
        ]),
        row(
          'L1 blocks before genesis',
          { days: DAYS_BEFORE_GENESIS },
          Rational.whole(choicesBeforeGenesis),
          'blocks',
          'for the sample of epoch 1, were it not refused before genesis',
        ),
        row(
          'P(a seed with more than ⅔K malicious), at most',
          { seeds: choicesBeforeGenesis, K: k },
          early,
          'probability',
          'the union bound',
        ),
        row(
          'P(a seed whose first C proposers are malicious)',
          { seeds: 1, C: rfc.claimWindowSlots },
          window,
          'probability',
        ),
        row(
          'P(a seed whose first C proposers are malicious)',
          { seeds: choicesInEpoch, C: rfc.claimWindowSlots },
          atLeastOnce(window, choicesInEpoch),
          'probability',
        ),
        row(
          'P(a seed with which the malicious can refuse a quorum)',
          { seeds: 1, least: blockingMembers(k) },
          block,
          'probability',
        ),
        row(
          'P(no seed with which they can refuse a quorum)',
          { seeds: choicesInEpoch, least: blockingMembers(k) },
          block.complement().power(choicesInEpoch),
          'probability',
        ),
        row('malicious slots, mean', { seeds: 1 }, expected, 'slots'),
        row(
          'malicious slots, mean with best stopping',
          { seeds: choicesInEpoch },
          stopping,
          'slots',
          'seeds seen one by one',
        ),
        row(
          'malicious slots, mean of the largest',
          { seeds: choicesInEpoch },
          largest,
          'slots',
          'no strategy gains more',
        ),
        row(
          'smallest K for 1e-6 in spite of the choice',
          { seeds: choicesInEpoch },
          Rational.whole(robust),
          'members',
          'a sawtooth too: the next ones can fail',
        ),
      ],
      conclusion:
        `prevrandao of an L1 block is known once its predecessor is out, so a caller sees each seed before taking ` +
        `it, and the first call of the epoch fixes it. If nobody else calls, there are up to ${choicesInEpoch} seeds to ` +
        `wait through, and not calling at all keeps the last sample: capture rises from ${about(capture)} to ${about(grown)} (the union bound ` +
        `${choicesInEpoch}·P is not far above), all first C proposers malicious from ${about(window)} to ` +
        `${about(atLeastOnce(window, choicesInEpoch))}, and the malicious slots from ${about(expected)} to ` +
        `${about(stopping)} (never beyond ${about(largest)}). K = ${robust} would hold 1e-6 against it. The cure is ` +
        `cheaper: anyone may call, so one prompt honest caller leaves one block, and if ` +
        `only honest proposers call, in their first slot, ${about(meanChoicesUntilHonest(third))} are left on average. What remains is the L1 ` +
        `proposer before the sampled block, who can withhold it: one bit, at most twice the probability, and 2^t for ` +
        `t such L1 slots in a row. A sample that could be taken before genesis had ${choicesBeforeGenesis} blocks to choose from ` +
        `in a month, and capture up to ${about(early)}; TIME-4 refuses it. In general a caller who can see s seeds has at most s times the probability. Seeds count as independent and uniform; the L1's own bias is assumed away.`,
    }
  },
}
