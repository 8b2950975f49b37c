/**
 * The functions as the tree has them: the statechart's own, and those of wallets and of the translation, which the
 * statechart has no need of. Their answers are what the vectors expect; `reference.test.ts` says what else computes them.
 */
import { hashTypedData } from 'viem'
import { typedDataDomain, typedDataTypes } from '../../../impl/contracts/typedData.ts'
import { dueChange } from '../../../model/fallback-controller/timing.ts'
import { proposerUnder } from '../../../model/l1-rollup/chain.ts'
import { drawsOf } from '../../../model/l1-rollup/draws.ts'
import { initialState } from '../../../model/l1-rollup/initial.ts'
import * as rules from '../../../model/l1-rollup/rules/arithmetic.ts'
import {
  committeePositions,
  keccakWords,
  randaoValue,
  seedOf,
  shuffledIndex,
  shuffleRoundsFor,
} from '../../../model/shared/hash.ts'
import { NO_ADDRESS } from '../../../model/shared/units.ts'
import { loadPreset, type Profile } from '../../../spec/parameters.ts'
import { versionedHashOf } from '../../evm/blobs.ts'
import { BadSignature, recover } from '../../evm/ecdsa.ts'
import { type Hex, wordHex } from '../../evm/word.ts'
import { hashWords } from '../../translation/headers.ts'
import { EMPTY_QUEUE, hashOfData } from '../../translation/queue.ts'
import { computerOf, type Implementations } from './computer.ts'
import type { Input } from './table.ts'

/** Vectors of functions are of this profile of the preset of the same name. */
export const functionProfile: Profile = loadPreset('rfc').profiles[0]!

/** Greatest s that counts, half of the group's order. */
const GREATEST_S = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n
const LOW_255_BITS = (1n << 255n) - 1n

/** The models know prevrandao values by names only. @throws RangeError for a value that no name stands for */
function nameOf(prevrandao: string): string {
  const name = functionProfile.randaos.find((candidate) => wordHex(randaoValue(candidate)) === prevrandao)
  if (name === undefined)
    throw new RangeError(
      `prevrandao ${prevrandao}: expected that of one of ${functionProfile.randaos.join(', ')}`,
    )
  return name
}

/** What the statechart computes with. */
export const modelFunctions: Implementations = {
  epochOf: ({ slot }, { slotsPerEpoch }) => rules.epochOf({ slot, slotsPerEpoch }),
  offsetOf: ({ slot }, { slotsPerEpoch }) => rules.offsetOf({ slot, slotsPerEpoch }),
  slotAt: (times, { slotDurationSeconds }) => rules.slotAt({ ...times, slotDurationSeconds }),
  startOf: (given, { slotDurationSeconds }) => rules.startOf({ ...given, slotDurationSeconds }),
  seedOf: ({ epoch, prevrandao }) => wordHex(seedOf(epoch, BigInt(prevrandao))),
  shuffle({ seed, count, seats }, parameters) {
    if (seats >= count) throw new RangeError('seats: expected fewer than entries')
    const [hash, rounds] = [remembering(), shuffleRoundsFor(count, parameters)]
    return Array.from({ length: seats }, (_, seat) => shuffledIndex(seat, count, BigInt(seed), rounds, hash))
  },
  committeePositions: ({ epoch, prevrandao, setSize }, p) =>
    committeePositions(nameOf(prevrandao), epoch, setSize, p),
  drawSeat({ slot, sampleEpoch, prevrandao, seats }, parameters) {
    const members = Array.from({ length: seats }, (_, seat) => `v${seat}`)
    const sample = { epoch: sampleEpoch, randao: nameOf(prevrandao), members }
    const state = { ...initialState(functionProfile), slot, samples: [sample] }
    const deployment = { parameters, draws: drawsOf(parameters), administrator: 'admin' }
    const proposer = proposerUnder(members, state, deployment)
    return proposer === NO_ADDRESS ? null : members.indexOf(proposer)
  },
  quorum: ({ seats }) => rules.quorum({ seats }),
  proverShare: ({ rewardWei, basisPointFee }) =>
    rules.proverShare({ rewardWei: BigInt(rewardWei), basisPointFee }).toString(),
  fallbackAt({ slot, claimDeadline, queueWaits, ...stored }, parameters) {
    const change = dueChange(stored, slot, claimDeadline, queueWaits, parameters)
    return change
      ? { ...change.after, since: change.since, entries: change.entries }
      : { ...stored, since: -1, entries: 0 }
  },
}

/** All of them. */
export const referenceFunctions: Required<Implementations> = {
  ...(modelFunctions as Required<Implementations>),
  genesisHash: ({ chainId, rollup, stateRoot }) =>
    hashTypedData({
      domain: typedDataDomain(chainId, rollup as Hex),
      types: typedDataTypes,
      primaryType: 'Genesis',
      message: { stateRoot: stateRoot as Hex },
    }),
  blockHash: ({ chainId, rollup, header }) =>
    hashTypedData({
      domain: typedDataDomain(chainId, rollup as Hex),
      types: typedDataTypes,
      primaryType: 'Header',
      message: wide(header),
    }),
  quoteDigest: ({ chainId, rollup, quote }) =>
    hashTypedData({
      domain: typedDataDomain(chainId, rollup as Hex),
      types: typedDataTypes,
      primaryType: 'EpochProofQuote',
      message: {
        proverAddress: quote.proverAddress as Hex,
        epochToProve: BigInt(quote.epochToProve),
        validUntilSlot: BigInt(quote.validUntilSlot),
        bondAmount: BigInt(quote.bondAmount),
        basisPointFee: quote.basisPointFee,
      },
    }),
  signerOf({ digest, r, vs }) {
    const s = BigInt(vs) & LOW_255_BITS
    if (s > GREATEST_S) return null
    try {
      return recover(digest as Hex, { r: r as Hex, s: wordHex(s), recovery: BigInt(vs) >> 255n ? 1 : 0 })
    } catch (error) {
      if (error instanceof BadSignature) return null
      throw error
    }
  },
  versionedHashOf: ({ commitment }) => versionedHashOf(commitment as Hex),
  queueHash: ({ entries }, { forcedDelayEpochs }) =>
    entries.reduce((before, { data, epoch }) => {
      const date = BigInt(epoch) + BigInt(forcedDelayEpochs)
      return hashWords([before, hashOfData(data as Hex), wordHex(date)])
    }, EMPTY_QUEUE),
}

export const modelComputer = computerOf(modelFunctions)
export const referenceComputer = computerOf(referenceFunctions)

/** A header as viem takes it. */
const wide = ({ slot, timestamp, forcedCount, hasOthers, ...words }: Input<'blockHash'>['header']) => ({
  ...(words as {
    parentHash: Hex
    stateRoot: Hex
    transactionsHash: Hex
    forcedHash: Hex
    blobHashes: Hex[]
  }),
  slot: BigInt(slot),
  timestamp: BigInt(timestamp),
  forcedCount: BigInt(forcedCount),
  hasOthers,
})

/** The members of one committee ask for the same few hashes. */
function remembering(): typeof keccakWords {
  const known = new Map<string, bigint>()
  return (...words) => {
    const key = words.join()
    const answer = known.get(key) ?? keccakWords(...words)
    known.set(key, answer)
    return answer
  }
}
