import { describe, expect, it } from 'vitest'
import { Rational } from './rational.ts'
import {
  cardBound,
  exactDistances,
  membershipProbability,
  publishedBound,
  publishedBoundSquared,
  publishedBoundWithin,
  publishedRounds,
} from './swap-or-not.ts'

/** One round as a shuffler carries it out: a pivot, and a coin at the greater position of each pair. */
interface Round {
  readonly pivot: number
  readonly coins: readonly boolean[]
}

const roundsOf = (size: number): Round[] =>
  Array.from({ length: size }, (_, pivot) => pivot).flatMap((pivot) =>
    Array.from({ length: 2 ** size }, (_, mask) => ({
      pivot,
      coins: Array.from({ length: size }, (_, position) => (mask >> position) % 2 === 1),
    })),
  )

const histories = (size: number, rounds: number): Round[][] =>
  rounds === 0
    ? [[]]
    : histories(size, rounds - 1).flatMap((history) => roundsOf(size).map((round) => [...history, round]))

/** Where a card at `position` goes in one round. */
const moved = (position: number, { pivot, coins }: Round): number => {
  const partner = (((pivot - position) % coins.length) + coins.length) % coins.length
  return coins[Math.max(position, partner)] ? partner : position
}

/** Unshuffling: which card ends at `position`. A round undoes itself, so the rounds run backwards. */
const cardAt = (position: number, history: readonly Round[]): number =>
  [...history].reverse().reduce(moved, position)

const shuffled = (size: number, history: readonly Round[]): number[] => {
  const list: number[] = []
  for (let card = 0; card < size; card += 1) list[history.reduce(moved, card)] = card
  return list
}

const cases = [
  { size: 2, rounds: 3 },
  { size: 3, rounds: 2 },
  { size: 4, rounds: 2 },
]

const distance = (size: number, members: number, ordered: boolean, rounds: number): Rational => {
  const counts = new Map<string, number>()
  const all = histories(size, rounds)
  for (const history of all) {
    const committee = Array.from({ length: members }, (_, position) => cardAt(position, history))
    const name = (ordered ? committee : committee.sort()).join()
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  let selections = 1
  for (let i = 0; i < members; i += 1) selections = (selections * (size - i)) / (ordered ? 1 : i + 1)
  const even = Rational.of(1n, BigInt(selections))
  let sum = Rational.whole(selections - counts.size).multiply(even)
  for (const count of counts.values()) {
    const probability = Rational.of(BigInt(count), BigInt(all.length))
    sum = sum.add(even.lessThan(probability) ? probability.subtract(even) : even.subtract(probability))
  }
  return sum.divide(Rational.whole(2))
}

describe('swap-or-not', () => {
  it('shuffle-rounds: unshuffling the first k positions gives the first k of the full shuffle', () => {
    for (const { size, rounds } of cases)
      for (const history of histories(size, rounds))
        expect(Array.from({ length: size }, (_, position) => cardAt(position, history))).toEqual(
          shuffled(size, history),
        )
  })

  it('shuffle-rounds: exact distances agree with running every pivot and every coin', () => {
    for (const { size, rounds } of cases)
      for (let members = 1; members <= size; members += 1)
        for (let r = 0; r <= rounds; r += 1) {
          expect(exactDistances(size, members, 'order', rounds)[r]).toEqual(distance(size, members, true, r))
          expect(exactDistances(size, members, 'set', rounds)[r]).toEqual(distance(size, members, false, r))
        }
  })

  it('shuffle-rounds: membership of one validator agrees with running every pivot and every coin', () => {
    for (const { size, rounds } of cases) {
      const all = histories(size, rounds)
      for (let members = 0; members <= size; members += 1)
        for (let index = 0; index < size; index += 1) {
          const drawn = all.filter((history) =>
            Array.from({ length: members }, (_, position) => cardAt(position, history)).includes(index),
          )
          expect(membershipProbability(size, members, index, rounds)).toEqual(
            Rational.of(BigInt(drawn.length), BigInt(all.length)),
          )
        }
    }
  })

  it('shuffle-rounds: the bias of one card halves in every round', () => {
    for (const size of [2, 3, 5, 6, 7])
      expect(exactDistances(size, 1, 'order', 12)).toEqual(
        Array.from({ length: 13 }, (_, r) => Rational.of(BigInt(size - 1), BigInt(size) << BigInt(r))),
      )
  })

  it('shuffle-rounds: the distance of the set is that of the validators left out, and never above that of the order', () => {
    const sets = exactDistances(6, 2, 'set', 12)
    expect(exactDistances(6, 4, 'set', 12)).toEqual(sets)
    const orders = exactDistances(6, 2, 'order', 12)
    for (const [r, set] of sets.entries()) expect(set.atMost(orders[r]!)).toBe(true)
  })

  it('shuffle-rounds: the exact distance is within the sum over cards, and that within the theorem', () => {
    for (let size = 2; size <= 6; size += 1)
      for (let cards = 1; cards < size; cards += 1)
        for (const [rounds, exact] of exactDistances(size, cards, 'order', 16).entries()) {
          const sum = cardBound(size, cards, rounds)
          expect(exact.atMost(sum)).toBe(true)
          expect(sum.atMost(publishedBound(size, cards, rounds))).toBe(true)
        }
  })

  it('shuffle-rounds: with ℓ paths revealed the squared deviation shrinks by (N+ℓ)/(2N) a round, by enumeration', () => {
    for (const size of [3, 4, 5])
      for (let revealed = 0; revealed < size - 1; revealed += 1) {
        // Revealed cards are at 0 … ℓ−1; the next card is at place ℓ + i with weight i + 1.
        const places = size - revealed
        const total = BigInt((places * (places + 1)) / 2)
        const start = Array.from({ length: places }, (_, i) => Rational.of(BigInt(i + 1), total))
        const deviation = (chances: readonly Rational[]): Rational =>
          chances.reduce(
            (sum, chance) => sum.add(chance.subtract(Rational.of(1n, BigInt(places))).power(2)),
            Rational.zero,
          )
        const rounds = roundsOf(size)
        const paths = new Map<string, Round[]>()
        for (const round of rounds) {
          const path = Array.from({ length: revealed }, (_, card) => moved(card, round))
          const key = [round.pivot, ...path].join()
          paths.set(key, [...(paths.get(key) ?? []), round])
        }
        let mean = Rational.zero
        for (const same of paths.values()) {
          const after = Array.from({ length: size }, () => Rational.zero)
          for (const round of same)
            for (const [i, chance] of start.entries()) {
              const place = moved(revealed + i, round)
              after[place] = after[place]!.add(chance.divide(Rational.whole(same.length)))
            }
          const taken = Array.from({ length: revealed }, (_, card) => moved(card, same[0]!))
          const free = after.filter((_, place) => !taken.includes(place))
          mean = mean.add(deviation(free).multiply(Rational.of(BigInt(same.length), BigInt(rounds.length))))
        }
        expect(mean).toEqual(
          deviation(start).multiply(Rational.of(BigInt(size + revealed), BigInt(2 * size))),
        )
      }
  })

  it('shuffle-rounds: the second of six cards adds ½·√4·(7/12) to the sum after two rounds', () => {
    expect(cardBound(6, 2, 2).subtract(cardBound(6, 1, 2))).toEqual(Rational.of(7n, 12n))
  })

  it('shuffle-rounds: the theorem’s bound at an even number of rounds over a square is what the formula says by hand', () => {
    // N = 100, q = 44, r = 2: 2·1000/4 · (144/200)² = 259.2
    expect(publishedBound(100, 44, 2)).toEqual(Rational.of(2592n, 10n))
    expect(publishedBoundSquared(100, 44, 2)).toEqual(Rational.of(2592n, 10n).power(2))
  })

  it('shuffle-rounds: the unreduced comparison decides as the fractions do, on both sides of the bound', () => {
    for (const [size, cards, rounds] of [
      [49, 1, 7],
      [100, 48, 24],
      [10_000, 48, 80],
    ] as const) {
      const squared = publishedBoundSquared(size, cards, rounds)
      const less = squared.multiply(Rational.of(999_999n, 1_000_000n))
      expect(publishedBoundWithin(size, cards, rounds, squared)).toBe(true)
      expect(publishedBoundWithin(size, cards, rounds, less)).toBe(false)
    }
  })

  it('shuffle-rounds: the number of rounds found is enough and one fewer is not', () => {
    for (const [size, cards] of [
      [2, 1],
      [49, 1],
      [100, 48],
      [10_000, 48],
    ] as const)
      for (const target of [Rational.of(1n, 7n), Rational.of(1n, 2n).power(40)]) {
        const rounds = publishedRounds(size, cards, target)
        expect(publishedBoundSquared(size, cards, rounds).atMost(target.power(2))).toBe(true)
        expect(publishedBoundSquared(size, cards, rounds - 1).atMost(target.power(2))).toBe(false)
      }
  })

  it('shuffle-rounds: the theorem is refused where it says nothing', () => {
    expect(() => publishedRounds(48, 48, Rational.of(1n, 2n))).toThrow(RangeError)
  })
})
