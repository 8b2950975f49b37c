import { describe, expect, it } from 'vitest'
import { allFromRandomCommittee, claimWindow, readings, smallestWindow } from './claim-window.ts'
import {
  atLeastTwoThirds,
  captureBoundCubed,
  captureProbability,
  committeeSize,
  committeeSizes,
  moreThanTwoThirds,
} from './committee-size.ts'
import { allWithoutReplacement, arrangements, hypergeometricOutcomes, type Population } from './counting.ts'
import { rfc } from './inputs.ts'
import { blockingMembers, intersection, quorum, toleratedFaults } from './quorum.ts'
import { Rational } from './rational.ts'

const validators: Population = { size: 10_000, malicious: 3_333 }

/** P(more than ⅔K) by drawing one validator after the other: a second way, which shares nothing with counting. */
const captureByDrawing = ({ size, malicious }: Population, members: number): Rational => {
  let chances = [Rational.one]
  for (let drawn = 0; drawn < members; drawn += 1) {
    const left = BigInt(size - drawn)
    const next = Array.from({ length: drawn + 2 }, () => Rational.zero)
    for (const [bad, chance] of chances.entries()) {
      const hit = Rational.of(BigInt(Math.max(0, malicious - bad)), left)
      next[bad + 1] = next[bad + 1]!.add(chance.multiply(hit))
      next[bad] = next[bad]!.add(chance.multiply(hit.complement()))
    }
    chances = next
  }
  return chances.filter((_, bad) => 3 * bad > 2 * members).reduce((sum, chance) => sum.add(chance))
}

const subsets = (size: number, elements: number): number[][] =>
  Array.from({ length: 2 ** size }, (_, mask) =>
    Array.from({ length: size }, (_, i) => i).filter((i) => (mask >> i) % 2 === 1),
  ).filter(({ length }) => length === elements)

describe('committee-size', () => {
  it('committee-size: the first counts above and not below two thirds, for K from 1 to 300', () => {
    for (let size = 1; size <= 300; size += 1) {
      const more = moreThanTwoThirds(size)
      expect(3 * more > 2 * size && 3 * (more - 1) <= 2 * size).toBe(true)
      const least = atLeastTwoThirds(size)
      expect(3 * least >= 2 * size && 3 * (least - 1) < 2 * size).toBe(true)
    }
  })

  it('committee-size: drawing one after the other gives the same fraction for K = 47, 48, 49 and 50', () => {
    for (const size of [47, 48, 49, 50])
      expect(captureProbability(validators, size)).toEqual(captureByDrawing(validators, size))
  })

  it('committee-size: K = 48 is below one in a million, and so is every K from 50 on, but not 49', () => {
    const below = (size: number): boolean => captureProbability(validators, size).lessThan(rfc.threshold)
    expect([45, 46, 47, 48, 49, 50, 51, 52].map(below)).toEqual([
      false,
      false,
      false,
      true,
      false,
      true,
      true,
      true,
    ])
    expect(committeeSizes(validators, rfc.threshold)).toEqual({ smallest: 48, alwaysFrom: 50, boundFrom: 60 })
  })

  it('committee-size: one third rounded up changes no answer', () => {
    expect(committeeSizes({ size: 10_000, malicious: 3_334 }, rfc.threshold)).toMatchObject({
      smallest: 48,
      alwaysFrom: 50,
    })
  })

  it('committee-size: Hoeffding’s bound covers every K up to 120, so that none beyond need be computed', () => {
    for (let size = 1; size <= 120; size += 1)
      expect(captureProbability(validators, size).power(3).atMost(captureBoundCubed(validators, size))).toBe(
        true,
      )
  })

  it('committee-size: the sawtooth rises exactly where ⌊2K/3⌋ stands still', () => {
    for (let size = 30; size < 80; size += 1) {
      const rises = captureProbability(validators, size).lessThan(captureProbability(validators, size + 1))
      expect(rises).toBe(moreThanTwoThirds(size) === moreThanTwoThirds(size + 1))
    }
  })

  it('committee-size: the table shows K = 48 as 5.355e-7 and the chance of a blocked quorum as 0.5541', () => {
    const { rows } = committeeSize.run()
    const of48 = rows.filter(({ inputs }) => inputs.K === 48 && inputs.malicious === 3_333)
    expect(of48.map(({ quantity, rounded }) => [quantity, rounded])).toEqual([
      ['P(more than ⅔K malicious)', '≈ 5.355e-7'],
      ['P(the malicious can block the quorum)', '≈ 0.5541'],
    ])
  })
})

describe('claim-window', () => {
  it('claim-window: C by reading: 13 with replacement, 11 in the FAQ’s words, 16 over all committees', () => {
    expect(readings.map((reading) => [reading.reading, smallestWindow(reading, rfc.threshold)])).toEqual([
      ['with replacement, committee ⅓ malicious', 13],
      ['without replacement, committee ⅓ malicious', 11],
      ['without replacement, fewer than ⅓ malicious', 10],
      ['without replacement, committee drawn too', 13],
      ['with replacement, committee drawn too', 16],
      ['with replacement, committee just not captured', 35],
      ['without replacement, committee just not captured', 23],
    ])
  })

  it('claim-window: 3^13 is above a million and 3^12 is not', () => {
    expect(3n ** 12n < 1_000_000n && 1_000_000n < 3n ** 13n).toBe(true)
    expect(readings[0]!.probability(13)).toEqual(Rational.of(1n, 1_594_323n))
  })

  it('claim-window: a longer window is never likelier to be all malicious', () => {
    for (const { probability } of readings)
      for (let slots = 1; slots < 32; slots += 1)
        expect(
          probability(slots + 1).lessThan(probability(slots)) || probability(slots).numerator === 0n,
        ).toBe(true)
  })

  it('claim-window: drawing a committee and then its proposers agrees with enumerating both', () => {
    const population = { size: 6, malicious: 2 }
    for (const [members, slots] of [
      [1, 2],
      [3, 2],
      [4, 3],
    ] as const) {
      const committees = subsets(population.size, members)
      const captured = committees.reduce(
        (sum, committee) => sum + committee.filter((i) => i < population.malicious).length ** slots,
        0,
      )
      expect(allFromRandomCommittee(population, members, slots)).toEqual(
        Rational.of(BigInt(captured), BigInt(committees.length * members ** slots)),
      )
    }
  })

  it('claim-window: in order from a random committee is the same as straight from the validators', () => {
    const outcomes = hypergeometricOutcomes(validators, 48)
    const total = outcomes.reduce((sum, count) => sum + count, 0n)
    const inOrder = outcomes.reduce((sum, count, bad) => sum + count * arrangements(bad, 13), 0n)
    expect(Rational.of(inOrder, total * arrangements(48, 13))).toEqual(allWithoutReplacement(validators, 13))
  })

  it('claim-window: each reading shows the last C that fails and the first that passes', () => {
    const { rows } = claimWindow.run()
    const notes = rows.slice(0, 2 * readings.length).map(({ note }) => note)
    expect(notes.filter((_, i) => i % 2 === 0)).toEqual(readings.map(() => 'not below'))
    expect(notes.filter((_, i) => i % 2 === 1)).toEqual(
      [13, 11, 10, 13, 16, 35, 23].map((slots) => `smallest C = ${slots}`),
    )
  })
})

describe('quorum', () => {
  it('quorum: 33 of 48, and of 1, 2, 3, 4 members 1, 2, 3, 3', () => {
    expect([48, 1, 2, 3, 4].map(quorum)).toEqual([33, 1, 2, 3, 3])
  })

  it('quorum: two quorums of every committee up to 7 share what the formula says, by enumeration', () => {
    for (let size = 1; size <= 7; size += 1) {
      const quorums = subsets(size, quorum(size))
      const shared = quorums.flatMap((a) => quorums.map((b) => a.filter((i) => b.includes(i)).length))
      expect(intersection(size)).toBe(Math.min(...shared))
    }
  })

  it('quorum: for every committee up to 300 the shared members outnumber the tolerated faults, and the honest make a quorum', () => {
    for (let size = 1; size <= 300; size += 1) {
      const faults = toleratedFaults(size)
      expect(3 * faults < size && 3 * (faults + 1) >= size).toBe(true)
      expect(intersection(size)).toBeGreaterThan(faults)
      expect(3 * intersection(size)).toBeGreaterThan(size)
      expect(quorum(size)).toBeLessThanOrEqual(size - faults)
    }
  })

  it('quorum: with 16 of 48 refusing none is reached, with 15 one is', () => {
    expect(blockingMembers(48)).toBe(16)
    expect([15, 16].map((refusing) => 48 - refusing >= quorum(48))).toEqual([true, false])
  })
})
