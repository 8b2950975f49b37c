import { describe, expect, it } from 'vitest'
import { loadPreset } from '../parameters.ts'
import {
  atLeastOnce,
  choicesInEpoch,
  grinding,
  maliciousSlots,
  mean,
  meanChoicesUntilHonest,
  meanOfBestStopping,
  meanOfLargest,
} from './grinding.ts'
import { rfc } from './inputs.ts'
import { lookaheadSlots } from './lookahead.ts'
import { Rational } from './rational.ts'
import {
  DOUBLINGS,
  decidingCards,
  neededRounds,
  roundsByDoubling,
  roundsForAll,
  shuffleRounds,
  sixLogTwo,
  slack,
  uncovered,
} from './shuffle-rounds.ts'
import { publishedRounds } from './swap-or-not.ts'

const sequences = (size: number, draws: number): number[][] =>
  draws === 0
    ? [[]]
    : sequences(size, draws - 1).flatMap((s) => Array.from({ length: size }, (_, i) => [...s, i]))

describe('shuffle-rounds', () => {
  it('shuffle-rounds: six times the logarithm of 10,000 is between 79 and 80', () => {
    expect(2n ** 79n < 10_000n ** 6n && 10_000n ** 6n <= 2n ** 80n).toBe(true)
    expect([2, 64, 1_000, 10_000].map(sixLogTwo)).toEqual([6, 36, 60, 80])
  })

  it('shuffle-rounds: the bias that K = 48 leaves room for needs 71 rounds at 10,000 validators', () => {
    expect(publishedRounds(10_000, 48, slack())).toBe(71)
  })

  it('shuffle-rounds: rounds for 2^-20 and 2^-40 at 100, 1,000 and 10,000 validators', () => {
    const rounds = (exponent: number): number[] =>
      [100, 1_000, 10_000].map((n) => publishedRounds(n, 48, Rational.of(1n, 2n).power(exponent)))
    expect(rounds(20)).toEqual([110, 63, 69])
    expect(rounds(40)).toEqual([198, 104, 108])
  })

  it('shuffle-rounds: the cards that decide are the fewer of the members and of those left out', () => {
    expect([10, 48, 49, 95, 96, 97, 10_000].map((n) => decidingCards(n, 48))).toEqual([
      0, 0, 1, 47, 48, 48, 48,
    ])
  })

  it('shuffle-rounds: 80 rounds cover 10,000 validators and leave out just the sizes 70 to 178', () => {
    const gaps = uncovered(80, slack(), 10_000)
    expect(gaps).toEqual(Array.from({ length: 178 - 70 + 1 }, (_, i) => 70 + i))
  })

  it('shuffle-rounds: 119 rounds leave out no size, 118 leave out 96', () => {
    expect(roundsForAll(slack(), 10_000)).toEqual({ rounds: 119, worstSize: 96 })
    expect(uncovered(119, slack(), 10_000)).toEqual([])
    expect(uncovered(118, slack(), 10_000)).toContain(96)
  })

  it('EPOCH-12: the preset has what every size up to 3,100 and samples of larger ones ask for, and no more', () => {
    const { shuffleRounds: preset, targetCommitteeSize } = loadPreset('rfc').profiles[0]!.parameters
    expect(preset).toEqual(roundsByDoubling(DOUBLINGS))
    const greatest = preset.map((_, index) => {
      const [least, most] = [targetCommitteeSize * 2 ** index + 1, targetCommitteeSize * 2 ** (index + 1)]
      const step = most <= 3_100 ? 1 : (most - least) / 200
      let needed = 0
      for (let size = least; size <= most; size += step)
        needed = Math.max(needed, neededRounds(Math.floor(size)))
      return Math.max(needed, neededRounds(most))
    })
    expect(greatest).toEqual(preset)
  })

  it('shuffle-rounds: at 10,000 validators the theorem says nothing of 24 rounds', () => {
    const { rows } = shuffleRounds.run()
    const bounds = rows.filter(
      ({ quantity, inputs }) => quantity.includes('(theorem)') && inputs.n === 10_000,
    )
    expect(bounds.map(({ inputs, rounded, note }) => [inputs.r, rounded, note])).toEqual([
      [24, '≈ 9.993', 'says nothing'],
      [80, '≈ 1.35e-8', 'square root rounded up'],
      [90, '≈ 3.851e-10', 'square root rounded up'],
    ])
  })
})

describe('lookahead', () => {
  it('lookahead: the slots between sampling and use, counted one by one', () => {
    for (const ahead of [1, 2])
      for (let offset = 0; offset < 32; offset += 1) {
        let slot = offset
        let passed = 0
        while (slot < 32 * ahead) {
          slot += 1
          passed += 1
        }
        expect(lookaheadSlots(32, offset, ahead)).toBe(passed)
      }
  })
})

describe('grinding', () => {
  const small = { population: { size: 5, malicious: 2 }, members: 3, slots: 3 }
  const distribution = maliciousSlots(small.population, small.members, small.slots)

  it('grinding: malicious slots agree with enumerating every committee and every draw of proposers', () => {
    const committees = sequences(5, 3).filter(([a, b, c]) => a! < b! && b! < c!)
    const counts = Array.from({ length: small.slots + 1 }, () => 0n)
    for (const committee of committees)
      for (const proposers of sequences(small.members, small.slots))
        counts[proposers.filter((i) => committee[i]! < small.population.malicious).length]! += 1n
    expect(distribution).toEqual({
      outcomes: counts,
      total: BigInt(committees.length * small.members ** small.slots),
    })
  })

  it('grinding: the outcomes are all outcomes, and their mean is the malicious share of the slots', () => {
    const rfcSlots = maliciousSlots({ size: 10_000, malicious: 3_333 }, 48, 32)
    expect(rfcSlots.outcomes.reduce((sum, count) => sum + count, 0n)).toBe(rfcSlots.total)
    expect(mean(rfcSlots)).toEqual(Rational.of(32n * 3_333n, 10_000n))
  })

  it('grinding: the mean of the largest agrees with enumerating three draws', () => {
    const weights = distribution.outcomes
    const sum = sequences(weights.length, 3).reduce(
      (total, draws) =>
        total + BigInt(Math.max(...draws)) * draws.reduce((product, x) => product * weights[x]!, 1n),
      0n,
    )
    expect(meanOfLargest(distribution, 3)).toEqual(Rational.of(sum, distribution.total ** 3n))
  })

  it('grinding: no threshold strategy with three draws beats best stopping, and one reaches it', () => {
    // A strategy: take the first draw at or above a, the second at or above b, else the third.
    const chance = (x: number): Rational => Rational.of(distribution.outcomes[x]!, distribution.total)
    const values = distribution.outcomes.map((_, x) => x)
    const play = (threshold: number, otherwise: Rational): Rational =>
      values.reduce(
        (sum, x) => sum.add(chance(x).multiply(x >= threshold ? Rational.whole(x) : otherwise)),
        Rational.zero,
      )
    const results = [...values, values.length].flatMap((a) =>
      [...values, values.length].map((b) => play(a, play(b, mean(distribution)))),
    )
    const best = meanOfBestStopping(distribution, 3)
    expect(results.every((result) => result.atMost(best))).toBe(true)
    expect(results.some((result) => result.equals(best))).toBe(true)
  })

  it('grinding: one choice gives nothing, and more choices never less', () => {
    expect(meanOfLargest(distribution, 1)).toEqual(mean(distribution))
    expect(meanOfBestStopping(distribution, 1)).toEqual(mean(distribution))
    for (let draws = 1; draws < 8; draws += 1) {
      const stopping = meanOfBestStopping(distribution, draws)
      expect(stopping.lessThan(meanOfBestStopping(distribution, draws + 1))).toBe(true)
      expect(stopping.atMost(meanOfLargest(distribution, draws))).toBe(true)
    }
  })

  it('grinding: at least once in s seeds is at most s times as likely, and exactly that for one', () => {
    const p = Rational.of(1n, 7n)
    expect(atLeastOnce(p, 1)).toEqual(p)
    expect(atLeastOnce(p, 2)).toEqual(Rational.of(13n, 49n))
    for (let seeds = 2; seeds < 100; seeds += 1)
      expect(atLeastOnce(p, seeds).lessThan(p.multiply(Rational.whole(seeds)))).toBe(true)
  })

  it('grinding: an epoch has 96 L1 blocks; with no malicious proposer one is to choose from, with all 96', () => {
    expect(choicesInEpoch).toBe(96)
    expect(meanChoicesUntilHonest(Rational.zero)).toEqual(Rational.one)
    expect(meanChoicesUntilHonest(Rational.one)).toEqual(Rational.whole(96))
  })

  it('grinding: mean choices agree with weighing every length of the malicious start', () => {
    const share = Rational.of(1n, 3n)
    let sum = share.power(rfc.epochSlots).multiply(Rational.whole(96))
    for (let run = 0; run < rfc.epochSlots; run += 1)
      sum = sum.add(
        share
          .power(run)
          .multiply(share.complement())
          .multiply(Rational.whole(3 * run + 1)),
      )
    expect(meanChoicesUntilHonest(share)).toEqual(sum)
  })

  it('grinding: 96 seeds raise capture to 5.14e-5 and the malicious slots to 18.8, at most 19.57', () => {
    const rounded = grinding
      .run()
      .rows.filter(({ inputs }) => inputs.seeds === 96)
      .map(({ quantity, rounded }) => [quantity, rounded])
    expect(rounded).toEqual([
      ['P(a seed with more than ⅔K malicious)', '≈ 5.14e-5'],
      ['P(a seed whose first C proposers are malicious)', '≈ 6.674e-4'],
      ['P(no seed with which they can refuse a quorum)', '≈ 2.129e-34'],
      ['malicious slots, mean with best stopping', '≈ 18.8'],
      ['malicious slots, mean of the largest', '≈ 19.57'],
      ['smallest K for 1e-6 in spite of the choice', '= 66'],
    ])
  })
})
