import { concat, keccak256 } from 'viem'
import { afterAll, expect, test } from 'vitest'
import { loadPreset } from '../../spec/parameters.ts'
import { type Hex, wordHex } from '../evm/word.ts'
import { Bytecode } from '../kit/functions/bytecode.ts'

const { parameters } = loadPreset('rfc').profiles[0]!
const { targetCommitteeSize: seats, shuffleRounds } = parameters
const bytecode = new Bytecode()
afterAll(() => bytecode.stop())

const hashOf = (...words: Hex[]): Uint8Array => keccak256(concat(words), 'bytes')
const numbers = Array.from({ length: 1_024 }, (_, index) => wordHex(BigInt(index)))

/**
 * EPOCH-9 as whoever shuffles a deck would do it: pairs of cards change places, from the last round to the first, so that
 * in the end each place holds where its index goes. Nothing of it follows an index, as the models and the contract do.
 */
function deckOf(count: number, seed: Hex): Int32Array {
  const deck = Int32Array.from({ length: count }, (_, at) => at)
  for (let round = roundsFor(count) - 1; round >= 0; round--) {
    const digest = keccak256(concat([seed, numbers[round]!]))
    const pivot = Number(BigInt(digest) % BigInt(count))
    const coins: Uint8Array[] = []
    // Two places are a pair if they add up to the pivot, on the circle: those up to it, and those after it.
    for (const [from, to] of [
      [0, pivot],
      [pivot + 1, count - 1],
    ] as const)
      for (let [low, high] = [from, to]; low < high; low++, high--) {
        const page = high >>> 8
        coins[page] ??= hashOf(digest, numbers[page]!)
        if (((coins[page][31 - ((high >>> 3) & 31)]! >>> (high & 7)) & 1) === 0) continue
        const card = deck[low]!
        deck[low] = deck[high]!
        deck[high] = card
      }
  }
  return deck
}

/** EPOCH-12, by how often a committee has to be doubled to hold the set. */
const roundsFor = (count: number): number => {
  const doublings = Math.max(1, Math.ceil(Math.log2(count / seats)))
  return shuffleRounds[Math.min(doublings, shuffleRounds.length) - 1]!
}

/**
 * Sizes of which the bytecode draws another committee than the deck has.
 * @param variant of the seeds: another one draws others
 */
async function differing(sizes: readonly number[], variant = 0): Promise<unknown[]> {
  const found: unknown[] = []
  for (const count of sizes) {
    const seed = keccak256(wordHex((BigInt(variant) << 32n) + BigInt(count)))
    const drawn = await bytecode.compute('shuffle', parameters, {
      seed,
      count,
      seats: Math.min(seats, count - 1),
    })
    const expected = Array.from(deckOf(count, seed).slice(0, Math.min(seats, count - 1)))
    if (JSON.stringify(drawn) !== JSON.stringify({ output: expected })) found.push({ count, drawn, expected })
  }
  return found
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to + 1 - from }, (_, index) => from + index)

test('EPOCH-9, EPOCH-12: the committee of every set of 2 to 3,000 is that of a deck that is shuffled', async () => {
  expect(await differing(range(2, 3_000))).toEqual([])
}, 180_000)

test('EPOCH-9, EPOCH-12: and of sets to 100,000, at and around every doubling and every width of a lane', async () => {
  const doublings = shuffleRounds.map((_, index) => seats * 2 ** (index + 1)).filter((size) => size < 100_000)
  const edges = [...doublings, 2 ** 12, 2 ** 15, 2 ** 16, 99_999].flatMap((size) => range(size - 2, size + 2))
  const drawn = Array.from({ length: 60 }, (_, index) => {
    const word = BigInt(keccak256(wordHex(BigInt(index))))
    return 3_001 + Number(word % 97_000n)
  })
  expect(await differing([...edges.filter((size) => size > 3_000 && size <= 100_000), ...drawn])).toEqual([])
}, 180_000)

test('EPOCH-9: and of those at which lanes become wide, under many seeds: few have an index at the edge', async () => {
  for (let variant = 1; variant <= 40; variant++)
    expect(await differing(range(2 ** 15 - 1, 2 ** 15 + 1), variant)).toEqual([])
}, 180_000)

test('EPOCH-12: 96 are shuffled in 114 rounds, 97 in 113, 768 in 66, 769 in 64, 1,000 in 64, 10,000 in 71', async () => {
  const examples = { 96: 114, 97: 113, 768: 66, 769: 64, 1000: 64, 10000: 71 }
  for (const [size, rounds] of Object.entries(examples)) {
    const input = { seed: keccak256('0x01'), count: Number(size), seats }
    const by = (list: number[]) => bytecode.compute('shuffle', { ...parameters, shuffleRounds: list }, input)
    const found = await bytecode.compute('shuffle', parameters, input)
    expect(found, size).toEqual(await by([rounds]))
    expect(found, size).not.toEqual(await by([rounds - 1]))
    expect(found, size).not.toEqual(await by([rounds + 1]))
  }
})
