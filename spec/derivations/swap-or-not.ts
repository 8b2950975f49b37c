import { floorDivide } from './counting.ts'
import { Rational } from './rational.ts'

/**
 * The swap-or-not shuffle (Hoang, Morris, Rogaway: "An Enciphering Scheme Based on a Card Shuffle", CRYPTO 2012)
 * with ideal rounds: every round draws a pivot uniformly from Z_n, pairs each position x with pivot − x, and
 * swaps each pair or not by a fair coin of its own. Two things are computed about it: the published bound on
 * the bias that rounds leave, and, for a handful of positions, the bias itself.
 *
 * The theorem as used here (the paper's rapid-mixing theorem, for q cards whose starting positions are fixed
 * beforehand): after r rounds on N cards, the positions of q cards are within
 *     2N^{3/2}/(r+2) · ((q+N)/(2N))^{r/2+1}
 * of uniform in total variation. Why: reveal card after card, each with its whole path. For the card after ℓ
 * revealed ones, with m = N−ℓ places left, let W be the sum of squares of (probability of a place − 1/m). A
 * round pairs a place with a revealed card's with chance ℓ/N, and W keeps its term; otherwise two deviations
 * are averaged. Together E[W] shrinks by exactly (N+ℓ)/(2N) a round, from 1 − 1/m. By Cauchy and Schwarz the
 * card's distance is at most ½√(mE[W]) = ½√(m−1)·((N+ℓ)/(2N))^{r/2}, and the q distances add up. The paper
 * bounds m−1 by N and the sum by an integral; `cardBound` keeps the sum.
 *
 * Morris and Oberschelp ("A Probabilistic Proof of the nCPA to CCA Bound", 2022) announce that about log₂ N
 * rounds mix up to √N cards, which 48 of 10,000 are. A smaller number of rounds would need their constants,
 * which are not derived here.
 *
 * The committee is π⁻¹ of the positions 0 … k−1: the inverse takes the same rounds in reverse order, so its
 * distribution, and the bound with q = k, are the same.
 */

/** The theorem's bound, squared, because N^{3/2} and odd r make it irrational. `cards`: q; `size`: N. */
export const publishedBoundSquared = (size: number, cards: number, rounds: number): Rational => {
  const n = BigInt(size)
  const front = Rational.of(4n * n ** 3n, BigInt(rounds + 2) ** 2n)
  return front.multiply(Rational.of(BigInt(size + cards), 2n * n).power(rounds + 2))
}

/** The theorem's bound, its square root rounded up; a value of 1 or more says nothing. */
export const publishedBound = (size: number, cards: number, rounds: number): Rational =>
  publishedBoundSquared(size, cards, rounds).squareRootAbove()

/** The sum of the cards' distances from which the theorem's bound is made; never above it (roots rounded up). */
export const cardBound = (size: number, cards: number, rounds: number): Rational => {
  let sum = Rational.zero
  for (let revealed = 0; revealed < cards; revealed += 1) {
    const shrink = Rational.of(BigInt(size + revealed), 2n * BigInt(size)).power(rounds)
    sum = sum.add(
      Rational.whole(size - revealed - 1)
        .multiply(shrink)
        .squareRootAbove(),
    )
  }
  return sum.divide(Rational.whole(2))
}

/**
 * Whether the theorem's bound is at most the distance whose square is given. The same as comparing
 * `publishedBoundSquared`, with nothing reduced on the way: it is asked for every set size.
 */
export const publishedBoundWithin = (
  size: number,
  cards: number,
  rounds: number,
  squared: Rational,
): boolean => {
  const n = BigInt(size)
  const exponent = BigInt(rounds + 2)
  const bound = 4n * n ** 3n * BigInt(size + cards) ** exponent
  return bound * squared.denominator <= squared.numerator * exponent ** 2n * (2n * n) ** exponent
}

/** Smallest number of rounds for which the theorem's bound is at most `distance`. */
export const publishedRounds = (size: number, cards: number, distance: Rational): number => {
  if (cards >= size) throw new RangeError(`the bound says nothing for all ${cards} of ${size} cards`)
  const squared = distance.power(2)
  // The bound falls with the rounds: double, then halve the gap.
  let high = 1
  while (!publishedBoundWithin(size, cards, high, squared)) high *= 2
  let low = floorDivide(high, 2)
  while (high - low > 1) {
    const middle = floorDivide(low + high, 2)
    if (publishedBoundWithin(size, cards, middle, squared)) high = middle
    else low = middle
  }
  return high
}

/**
 * Chance that the validator at `index` (0-based) is in the committee of the first `members` positions, exactly:
 * each round a card stays with chance ½ and otherwise lands anywhere, evenly.
 */
export const membershipProbability = (
  size: number,
  members: number,
  index: number,
  rounds: number,
): Rational => {
  const even = Rational.of(BigInt(members), BigInt(size))
  const start = index < members ? Rational.one : Rational.zero
  return even.add(start.subtract(even).multiply(Rational.of(1n, 2n).power(rounds)))
}

/** What the first positions hold: their set, or also their order. */
export type Selection = 'set' | 'order'

/** All selections of `members` of `size` positions, as arrays; ascending where only the set counts. */
const selections = (size: number, members: number, selection: Selection): number[][] => {
  let partial: number[][] = [[]]
  for (let i = 0; i < members; i += 1) {
    partial = partial.flatMap((chosen) =>
      Array.from({ length: size }, (_, position) => position)
        .filter((position) =>
          selection === 'set' ? position > (chosen.at(-1) ?? -1) : !chosen.includes(position),
        )
        .map((position) => [...chosen, position]),
    )
  }
  return partial
}

/** Pairs {x, pivot − x} of different positions. */
const pairs = (size: number, pivot: number): [number, number][] =>
  Array.from({ length: size }, (_, x): [number, number] => [x, (pivot - x + size) % size]).filter(
    ([x, y]) => x < y,
  )

/**
 * Exact total variation distance from uniform of where the first `members` cards are, after each number of
 * rounds from 0 to `rounds`. The state space is enumerated: meant for `size` up to 8 or so.
 */
export const exactDistances = (
  size: number,
  members: number,
  selection: Selection,
  rounds: number,
): Rational[] => {
  const states = selections(size, members, selection)
  const name = (state: readonly number[]): string =>
    (selection === 'set' ? [...state].sort((a, b) => a - b) : state).join()
  const indexOf = new Map(states.map((state, index) => [name(state), index]))
  const swapped = (x: number, y: number): number[] =>
    states.map((state) => indexOf.get(name(state.map((p) => (p === x ? y : p === y ? x : p))))!)
  const pivots = Array.from({ length: size }, (_, pivot) => pairs(size, pivot).map(([x, y]) => swapped(x, y)))
  const mostPairs = Math.max(...pivots.map(({ length }) => length))

  // weights[s] / total is the probability of state s.
  let weights: bigint[] = states.map((_, index) => (index === 0 ? 1n : 0n))
  let total = 1n
  const distance = (): Rational => {
    const count = BigInt(states.length)
    const sum = weights.reduce((s, w) => s + (w * count > total ? w * count - total : total - w * count), 0n)
    return Rational.of(sum, 2n * total * count)
  }

  const distances = [distance()]
  for (let round = 1; round <= rounds; round += 1) {
    const next: bigint[] = states.map(() => 0n)
    for (const swaps of pivots) {
      let moved: bigint[] = weights
      for (const to of swaps) moved = moved.map((weight, state) => weight + moved[to[state]!]!)
      const scale = 1n << BigInt(mostPairs - swaps.length)
      for (const [state, weight] of moved.entries()) next[state]! += weight * scale
    }
    weights = next
    total *= BigInt(size) << BigInt(mostPairs)
    distances.push(distance())
  }
  return distances
}
