import type { StorageLayout } from '../../impl/contracts/artifact.ts'
import { type FieldValue, readVariable, type StoragePath, writeVariable } from '../evm/storage.ts'
import { type SlotValues, wordHex } from '../evm/word.ts'
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

const remainsOfSample: readonly Remain[] = [
  [['samples', 'seeds', 1], labelHash('no seed'), wordHex(0n)],
  [['samples', 'committees', 1], labelHash('no committee'), wordHex(0n)],
]

/**
 * The rollup clears neither a claim that is live no more nor the hash of an epoch's end where that is the pending tip, and
 * fills the place of a second sample before there is one: what stands there means nothing. The last sample is in place 0.
 */
function meaningless(layout: StorageLayout, words: SlotValues): readonly Remain[] {
  const read = (...path: StoragePath): FieldValue => readVariable(layout, words, path)
  const endsWithTip = read('tips', 'epochEndNextSlot') === read('tips', 'pendingNextSlot')
  return [
    ...(read('liveClaim', 'isLive') ? [] : remainsOfClaim),
    ...(endsWithTip ? remainsOfEpoch : []),
    ...(read('samples', 'lastEpoch') === 0n ? remainsOfSample : []),
  ]
}

/** The same storage with something in every place of which the content means nothing, and the last sample in place 1. */
export function withRemains(layout: StorageLayout, words: SlotValues): Map<bigint, bigint> {
  const copy = withLastSampleIn(0, layout, words)
  for (const [path, left] of meaningless(layout, copy)) writeVariable(layout, copy, path, left)
  return withLastSampleIn(1, layout, copy)
}

/** Without any of it, and the last sample in place 0. */
export function withoutRemains(layout: StorageLayout, words: SlotValues): Map<bigint, bigint> {
  const copy = withLastSampleIn(0, layout, words)
  for (const [path, , none] of meaningless(layout, copy)) writeVariable(layout, copy, path, none)
  return copy
}

/** Seeds and committees take turns in two places: the same samples, with the last one in the given place. */
function withLastSampleIn(place: number, layout: StorageLayout, words: SlotValues): Map<bigint, bigint> {
  const copy = new Map(words)
  if (Number(readVariable(layout, words, ['samples', 'lastPlace'])) === place) return copy
  writeVariable(layout, copy, ['samples', 'lastPlace'], BigInt(place))
  for (const name of ['seeds', 'committees'])
    for (const from of [0, 1])
      writeVariable(
        layout,
        copy,
        ['samples', name, 1 - from],
        readVariable(layout, words, ['samples', name, from]),
      )
  return copy
}
