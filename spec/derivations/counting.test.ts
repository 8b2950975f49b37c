import { describe, expect, it } from 'vitest'
import {
  allWithoutReplacement,
  allWithReplacement,
  arrangements,
  atLeastWithoutReplacement,
  atLeastWithReplacement,
  choose,
  floorDivide,
  hypergeometricOutcomes,
  smallest,
} from './counting.ts'
import { Rational } from './rational.ts'

/** All subsets of 0 … size−1 with so many elements, by bit masks. */
const subsets = (size: number, elements: number): number[][] =>
  Array.from({ length: 2 ** size }, (_, mask) =>
    Array.from({ length: size }, (_, i) => i).filter((i) => (mask >> i) % 2 === 1),
  ).filter(({ length }) => length === elements)

/** All sequences of so many draws with replacement. */
const sequences = (size: number, draws: number): number[][] =>
  draws === 0
    ? [[]]
    : sequences(size, draws - 1).flatMap((s) => Array.from({ length: size }, (_, i) => [...s, i]))

const share = (cases: readonly number[][], holds: (drawn: readonly number[]) => boolean): Rational =>
  Rational.of(BigInt(cases.filter(holds).length), BigInt(cases.length))

const populations = [
  { size: 5, malicious: 2 },
  { size: 6, malicious: 0 },
  { size: 6, malicious: 6 },
  { size: 7, malicious: 3 },
]

describe('counting', () => {
  it('counting: division by remainder is the floor', () => {
    expect([0, 1, 2, 3, 4, 95, 96, 97].map((n) => floorDivide(n, 3))).toEqual([0, 0, 0, 1, 1, 31, 32, 32])
  })

  it('counting: Pascal’s rule, symmetry and the sum 2^n hold for every n up to 64', () => {
    for (let n = 1; n <= 64; n += 1) {
      let sum = 0n
      for (let k = 0; k <= n; k += 1) {
        expect(choose(n, k)).toBe(choose(n - 1, k) + choose(n - 1, k - 1))
        expect(choose(n, k)).toBe(choose(n, n - k))
        sum += choose(n, k)
      }
      expect(sum).toBe(2n ** BigInt(n))
    }
  })

  it('counting: arrangements are the ordered selections', () => {
    expect(arrangements(5, 3)).toBe(60n)
    expect(arrangements(48, 0)).toBe(1n)
    expect(arrangements(3, 5)).toBe(0n)
  })

  it('counting: the hypergeometric outcomes of the RFC’s committees are all outcomes, exactly', () => {
    for (const malicious of [0, 1, 3333, 3334, 10_000]) {
      const outcomes = hypergeometricOutcomes({ size: 10_000, malicious }, 48)
      expect(outcomes.reduce((sum, count) => sum + count, 0n)).toBe(choose(10_000, 48))
    }
  })

  it('counting: draws without replacement agree with the enumeration of all committees', () => {
    for (const population of populations)
      for (let draws = 0; draws <= population.size; draws += 1)
        for (let least = 0; least <= draws + 1; least += 1)
          expect(atLeastWithoutReplacement(population, draws, least)).toEqual(
            share(
              subsets(population.size, draws),
              (drawn) => drawn.filter((i) => i < population.malicious).length >= least,
            ),
          )
  })

  it('counting: draws with replacement agree with the enumeration of all sequences', () => {
    for (const population of populations)
      for (let draws = 0; draws <= 4; draws += 1)
        for (let least = 0; least <= draws + 1; least += 1)
          expect(atLeastWithReplacement(population, draws, least)).toEqual(
            share(
              sequences(population.size, draws),
              (drawn) => drawn.filter((i) => i < population.malicious).length >= least,
            ),
          )
  })

  it('counting: all malicious is the extreme of at least', () => {
    for (const population of populations)
      for (let draws = 0; draws <= 5; draws += 1) {
        expect(allWithoutReplacement(population, draws)).toEqual(
          atLeastWithoutReplacement(population, draws, draws),
        )
        expect(allWithReplacement(population, draws)).toEqual(
          atLeastWithReplacement(population, draws, draws),
        )
      }
  })

  it('counting: a search that finds nothing says so', () => {
    expect(smallest(3, 9, (n) => n * n > 20)).toBe(5)
    expect(() => smallest(3, 9, (n) => n > 9)).toThrow(RangeError)
  })
})
