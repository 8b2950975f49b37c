import { keccak_256 } from '@noble/hashes/sha3.js'
import type { EventOf, State } from '../../model/l1-rollup/vocabulary.ts'
import { bytesHex, type Hex, hexBytes, wordHex } from '../evm/word.ts'
import { hashWords, labelHash } from './headers.ts'

/** The commitment to an empty queue. */
export const EMPTY_QUEUE: Hex = wordHex(0n)
/** The commitment of a header that is that of no queue. */
export const anotherQueue: Hex = labelHash('another queue')

type Entry = State['queue'][number]

const emptyQueue: readonly Hex[] = [EMPTY_QUEUE]
const hashes = new Map<string, Hex>()

/** The commitment to a queue with one more entry. Each is computed once. */
export function queueHash(before: Hex, { transaction, includedByEpoch }: Entry): Hex {
  const key = `${before} ${transaction} ${includedByEpoch}`
  const known = hashes.get(key)
  if (known) return known
  const hash = hashWords([before, transactionHash(transaction), wordHex(BigInt(includedByEpoch))])
  hashes.set(key, hash)
  return hash
}

/** The commitments to a queue up to and including each of its entries, after that to none (QUEUE-5). */
export function queueHashes(queue: readonly Entry[]): readonly Hex[] {
  if (queue.length === 0) return emptyQueue
  const found = [EMPTY_QUEUE]
  for (const entry of queue) found.push(queueHash(found.at(-1)!, entry))
  return found
}

const transactions = new Map<string, Hex>()

/** QUEUE-12: the hash of a forced transaction, whose data are the bytes of its name. */
export function transactionHash(transaction: string): Hex {
  const known = transactions.get(transaction)
  if (known) return known
  const hash = hashOfData(dataOfName(transaction))
  transactions.set(transaction, hash)
  return hash
}

/** What `forceInclusion` carries. @param maximumBytes QUEUE-1 */
export function forcedData(
  { transaction, data }: Pick<EventOf<'forceInclusion'>, 'transaction' | 'data'>,
  maximumBytes: number,
): Hex {
  const name = dataOfName(transaction)
  if (data === 'fits') return name
  return data === 'empty' ? '0x' : `0x${name.slice(2).padEnd(2 * (maximumBytes + 1), '0')}`
}

export const hashOfData = (data: Hex): Hex => bytesHex(keccak_256(hexBytes(data)))

const dataOfName = (transaction: string): Hex => bytesHex(new TextEncoder().encode(transaction))
