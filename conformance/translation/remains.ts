import type { StorageLayout } from '../../impl/contracts/artifact.ts'
import { type FieldValue, readVariable, type StoragePath, writeVariable } from '../evm/storage.ts'
import { type Hex, type SlotValues, wordHex } from '../evm/word.ts'
import { addressOf } from './cast.ts'
import { labelHash } from './headers.ts'

/** What a variable is left with in a state, and what it is without use. */
type Remain = readonly [StoragePath, left: FieldValue, none: FieldValue]

const remainsOfClaim: readonly Remain[] = [
  [['liveClaim', 'proverAddress'], addressOf('stranger'), addressOf('none')],
  [['liveClaim', 'epochToProve'], 7n, 0n],
  [['liveClaim', 'basisPointFee'], 7n, 0n],
  [['liveClaim', 'claimant'], addressOf('stranger'), addressOf('none')],
]
const remainsOfEpoch: readonly Remain[] = [
  [['tips', 'epochEndHash'], labelHash('an old end of an epoch'), wordHex(0n)],
]

/**
 * The rollup clears neither a claim that is live no more nor the hash of an epoch's end where that is the pending tip: what
 * stands there means nothing.
 */
function meaningless(layout: StorageLayout, words: SlotValues): readonly Remain[] {
  const read = (...path: StoragePath): FieldValue => readVariable(layout, words, path)
  const endsWithTip = read('tips', 'epochEndNextSlot') === read('tips', 'pendingNextSlot')
  return [...(read('liveClaim', 'isLive') ? [] : remainsOfClaim), ...(endsWithTip ? remainsOfEpoch : [])]
}

/** The same storage with something in every place of which the content means nothing. */
export function withRemains(layout: StorageLayout, words: SlotValues): Map<bigint, bigint> {
  const copy = new Map(words)
  for (const [path, left] of meaningless(layout, words))
    writeVariable(layout, copy, path, left as Hex | bigint)
  return copy
}

/** Without any of it. */
export function withoutRemains(layout: StorageLayout, words: SlotValues): Map<bigint, bigint> {
  const copy = new Map(words)
  for (const [path, , none] of meaningless(layout, words))
    writeVariable(layout, copy, path, none as Hex | bigint)
  return copy
}
