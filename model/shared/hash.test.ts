import { encodeAbiParameters, keccak256, stringToHex } from 'viem'
import { describe, expect, test } from 'vitest'
import { loadPreset, type Parameters } from '../../spec/parameters.ts'
import {
  committeePositions,
  drawSeat,
  keccakWords,
  randaoValue,
  seedOf,
  shuffledIndex,
  shuffleRoundsFor,
} from './hash.ts'

const rfc = loadPreset('rfc').profiles[0]!.parameters

const uint256 = { type: 'uint256' } as const
const viemHash = (...words: bigint[]) =>
  BigInt(
    keccak256(
      encodeAbiParameters(
        words.map(() => uint256),
        words,
      ),
    ),
  )
const parameters: Parameters = {
  ...loadPreset('tiny').profiles[0]!.parameters,
  slotsPerEpoch: 3,
  targetCommitteeSize: 5,
  shuffleRounds: [9],
}

/** Swap-or-not as it acts on a whole list: in the last round first, each pair is swapped or not. */
function shuffledList(list: readonly number[], seed: bigint, rounds: number): number[] {
  const result = [...list]
  const count = result.length
  for (let round = rounds - 1; round >= 0; round--) {
    const roundHash = viemHash(seed, BigInt(round))
    const pivot = Number(roundHash % BigInt(count))
    for (let high = 0; high < count; high++) {
      const low = (((pivot - high) % count) + count) % count
      if (low >= high) continue
      const bits = viemHash(roundHash, BigInt(high >> 8))
        .toString(2)
        .padStart(256, '0')
      if (bits[255 - (high % 256)] === '1') [result[low], result[high]] = [result[high]!, result[low]!]
    }
  }
  return result
}

describe('the examples of the clauses', () => {
  const seed = 0xcc69885fda6bcc1a4ace058b4a62bf5e179ea78fd58a1ccd71c22cc9b688792fn

  test('EPOCH-2: the seed of epoch 1 and prevrandao 1', () => {
    expect(seedOf(1, 1n)).toBe(seed)
  })

  test.each([
    [49, [48, 11, 47, 45, 18, 41]],
    [1_000, [590, 797, 187, 404, 195, 338]],
  ])('EPOCH-9: where the first of %i indices go', (count, positions) => {
    const rounds = shuffleRoundsFor(count, rfc)
    expect(positions.map((_, index) => shuffledIndex(index, count, seed, rounds))).toEqual(positions)
  })

  test('EPOCH-12: rounds by size, and where they change', () => {
    const at = (...sizes: number[]) => sizes.map((size) => shuffleRoundsFor(size, rfc))
    expect(at(49, 96, 97, 768, 769, 1_000, 10_000)).toEqual([114, 114, 113, 66, 64, 64, 71])
    // The last entry serves all that are larger: 48 times 2^14 are 786,432.
    expect(at(393_216, 393_217, 786_433, 10 ** 9)).toEqual([86, 89, 89, 89])
    expect(shuffleRoundsFor(10 ** 9, { targetCommitteeSize: 1, shuffleRounds: [7] })).toBe(7)
  })

  test.each([
    [32, 45],
    [40, 45],
    [44, 45],
    [33, 37],
    [34, 36],
  ])('EPOCH-8: slot %i draws seat %i', (slot, seat) => {
    expect(Number(keccakWords(1n, BigInt(slot), seed) % 48n)).toBe(seat)
  })
})

describe('hash', () => {
  test('EPOCH-10: keccak256(1, 1) is the hash of 64 bytes, all 0 but the 32nd and the 64th', () => {
    const bytes = new Uint8Array(64)
    bytes[31] = bytes[63] = 1
    expect(keccakWords(1n, 1n)).toBe(BigInt(keccak256(bytes)))
  })

  test('EPOCH-2: the seed is keccak256(abi.encode(epoch, prevrandao))', () => {
    const prevrandao = BigInt(keccak256(stringToHex('r1')))
    expect(randaoValue('r1')).toBe(prevrandao)
    expect(seedOf(7, prevrandao)).toBe(viemHash(7n, prevrandao))
    expect(keccakWords(0n, (1n << 256n) - 1n)).toBe(viemHash(0n, (1n << 256n) - 1n))
  })

  test.each([1, 2, 3, 5, 48, 255, 256, 257, 600])(
    'EPOCH-3: %i indices move as a whole list does',
    (count) => {
      const indices = Array.from({ length: count }, (_, index) => index)
      const seed = seedOf(1, randaoValue('r1'))
      const moved = indices.map((index) => shuffledIndex(index, count, seed, 5))
      expect(moved).toEqual(shuffledList(indices, seed, 5))
      expect([...moved].sort((a, b) => a - b)).toEqual(indices)
    },
  )

  test('EPOCH-3: a set one larger than the committee is shuffled, with distinct members', () => {
    const positions = committeePositions('r1', 1, 6, parameters)
    expect(positions).toEqual(shuffledList([0, 1, 2, 3, 4, 5], seedOf(1, randaoValue('r1')), 9).slice(0, 5))
    expect(new Set(positions).size).toBe(5)
  })

  test.each([0, 1, 4, 5])('EPOCH-4: a set of %i serves whole, in registered order', (size) => {
    expect(committeePositions('r1', 1, size, parameters)).toEqual([0, 1, 2, 3, 4].slice(0, size))
  })

  test('EPOCH-8: hash draws from the epoch of the slot, the slot and the seed of the sample', () => {
    const seed = seedOf(1, randaoValue('r2'))
    for (let slot = 0; slot < 12; slot++) {
      const expected = Number(viemHash(BigInt(Math.floor(slot / 3)), BigInt(slot), seed) % 4n)
      expect(drawSeat('r2', 1, slot, 4, parameters)).toBe(expected)
    }
  })

  test('EPOCH-8: offset takes the seats in turn and starts anew with each epoch', () => {
    const offset = { ...parameters, proposerSelection: 'offset' as const }
    expect([0, 1, 2, 3, 4, 5].map((slot) => drawSeat('r1', 0, slot, 2, offset))).toEqual([0, 1, 0, 0, 1, 0])
  })
})
