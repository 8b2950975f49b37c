import { keccak_256 } from '@noble/hashes/sha3.js'
import type { Parameters } from '../../spec/parameters.ts'
import { floorDiv, floorMod } from './arithmetic.ts'
import type { Count, Epoch, Index, Slot } from './units.ts'

/**
 * The hash that shuffles and draws, in plain form: the reference for the tables of the models and for the contract.
 * Everything is hashed as 32-byte big-endian words, `abi.encode` of uint256 values, and a digest is used as one word.
 */
type Word = bigint

/** keccak256(abi.encode(uint256 …)). */
export function keccakWords(...words: readonly Word[]): Word {
  const bytes = new Uint8Array(words.length * 32)
  words.forEach((word, index) => {
    let rest = word
    for (let at = index * 32 + 31; at >= index * 32; at--) {
      bytes[at] = Number(rest & 0xffn)
      rest >>= 8n
    }
  })
  return wordOf(keccak_256(bytes))
}

function wordOf(digest: Uint8Array): Word {
  return digest.reduce((word, byte) => (word << 8n) | BigInt(byte), 0n)
}

const randaoValues = new Map<string, Word>()

/** The prevrandao value that a profile's name stands for: keccak256 of the name in UTF-8. Each is computed once. */
export function randaoValue(name: string): Word {
  const value = randaoValues.get(name) ?? wordOf(keccak_256(new TextEncoder().encode(name)))
  randaoValues.set(name, value)
  return value
}

/**
 * EPOCH-2: keccak256(abi.encode(epoch, prevrandao)).
 * @param epoch the epoch that is sampled for
 */
export function seedOf(epoch: Epoch, prevrandao: Word): Word {
  return keccakWords(BigInt(epoch), prevrandao)
}

/**
 * EPOCH-3: where swap-or-not takes position `index` to. In each round r from 0 on, over a list of n:
 *
 *     roundHash = keccak256(abi.encode(seed, r))
 *     flip      = (roundHash mod n + n − index) mod n
 *     position  = max(index, flip)
 *     bits      = keccak256(abi.encode(roundHash, position div 256))
 *     index becomes flip if bit (position mod 256) of bits is set, bit 0 being the least significant
 *
 * The rounds are those of Ethereum's consensus specification, laid out for L1: both hashes take two words, so they fit
 * the scratch space, and all members of a committee share roundHash and, per 256 positions, bits.
 * @param index 0-based, less than `count`
 * @param hash keccakWords, or one that remembers its answers
 * @returns 0-based; a permutation of the indices for a given seed
 */
export function shuffledIndex(
  index: Index,
  count: Count,
  seed: Word,
  rounds: Count,
  hash: typeof keccakWords = keccakWords,
): Index {
  let at = index
  for (let round = 0; round < rounds; round++) {
    const roundHash = hash(seed, BigInt(round))
    const pivot = Number(roundHash % BigInt(count))
    const flip = floorMod(pivot + count - at, count)
    const position = Math.max(at, flip)
    const bits = hash(roundHash, BigInt(floorDiv(position, 256)))
    if ((bits >> BigInt(floorMod(position, 256))) & 1n) at = flip
  }
  return at
}

/**
 * EPOCH-3, EPOCH-4: seat i of the committee is the validator at the i-th of these positions in the frozen set.
 * @param randao name of the prevrandao value
 * @param epoch the epoch that is sampled for
 * @param setSize validators in the frozen set
 * @returns 0-based positions, one per seat; the identity when the set is not larger than a committee
 */
export function committeePositions(randao: string, epoch: Epoch, setSize: Count, p: Parameters): Index[] {
  if (setSize <= p.targetCommitteeSize) return Array.from({ length: setSize }, (_, index) => index)
  const seed = seedOf(epoch, randaoValue(randao))
  const [hash, rounds] = [remembering(), shuffleRoundsFor(setSize, p)]
  return Array.from({ length: p.targetCommitteeSize }, (_, seat) =>
    shuffledIndex(seat, setSize, seed, rounds, hash),
  )
}

/** EPOCH-12. Rounds of the shuffle of a set of that size, which is larger than a committee. */
export function shuffleRoundsFor(
  setSize: Count,
  { targetCommitteeSize, shuffleRounds }: Pick<Parameters, 'targetCommitteeSize' | 'shuffleRounds'>,
): Count {
  let served = targetCommitteeSize
  for (const rounds of shuffleRounds) {
    served *= 2
    if (setSize <= served) return rounds
  }
  return shuffleRounds.at(-1)!
}

/** keccakWords for the members of one committee, who ask for the same few hashes. */
function remembering(): typeof keccakWords {
  const known = new Map<string, Word>()
  return (...words) => {
    const key = words.join()
    const answer = known.get(key) ?? keccakWords(...words)
    known.set(key, answer)
    return answer
  }
}

/**
 * EPOCH-8: the proposer's seat, keccak256(abi.encode(epoch of the slot, slot, seed)) mod seats under `hash`,
 * the slot's offset mod seats under `offset`.
 * @param randao name of the prevrandao value of the sample in force
 * @param sampleEpoch epoch of that sample, which enters its seed
 * @param seats size of the committee, positive
 * @returns 0-based
 */
export function drawSeat(randao: string, sampleEpoch: Epoch, slot: Slot, seats: Count, p: Parameters): Index {
  if (p.proposerSelection === 'offset') return floorMod(floorMod(slot, p.slotsPerEpoch), seats)
  const seed = seedOf(sampleEpoch, randaoValue(randao))
  const epoch = floorDiv(slot, p.slotsPerEpoch)
  return Number(keccakWords(BigInt(epoch), BigInt(slot), seed) % BigInt(seats))
}
