import type { RefusalName } from '../../../model/l1-rollup/refusals.ts'
import { stateText } from '../../../model/l1-rollup/texts.ts'
import type { Event } from '../../../model/l1-rollup/vocabulary.ts'
import { applyChanges, type Outcome } from '../../evm/trace.ts'
import type { Hex } from '../../evm/word.ts'
import type { Deployment } from '../../translation/deployment.ts'
import { type LogEncoder, NotAnnounced, requireLogs } from '../../translation/logs.ts'
import type { RefusalEncoder } from '../../translation/refusals.ts'
import { StorageUnexplained } from '../../translation/storageUnexplained.ts'
import type { Accepted } from './cases.ts'
import type { PreparedJob } from './preparation.ts'

/** The first refusal is what bytecode must answer with. */
export interface ExpectedRefusal {
  readonly refusal: RefusalName
  /** All of them, in their order. */
  readonly refusals: readonly RefusalName[]
  readonly data: Hex
}

/** One instance in a state: the model's answer, and what it takes to compare. */
export interface Expectation {
  readonly event: Event
  readonly text: string
  readonly isProbe: boolean
  readonly expected: Accepted | ExpectedRefusal
}

/** Where outcome and expectation differ. */
export interface OutcomeDifference {
  /** For people. */
  readonly expected: string
  readonly found: string
  /** Refusals that one side has and the other has not. */
  readonly refusals: readonly RefusalName[]
}

/** `undefined` where they do not differ. */
export function differenceOf(
  { storageMap }: Deployment,
  { storage, chain }: Pick<PreparedJob, 'storage' | 'chain'>,
  { event, expected }: Pick<Expectation, 'event' | 'expected'>,
  outcome: Outcome,
  encoder: RefusalEncoder,
  logs: LogEncoder,
): OutcomeDifference | undefined {
  if ('refusal' in expected) {
    const isRefused = outcome.status === 'reverted'
    if (isRefused && outcome.returnData === expected.data) return undefined
    const found = isRefused ? encoder.describe(outcome.returnData) : 'accepted'
    const other = isRefused ? encoder.nameOf(outcome.returnData) : undefined
    const refusals = [...new Set([expected.refusal, ...(other ? [other] : [])])]
    return { expected: encoder.describe(expected.data), found, refusals }
  }
  if (outcome.status === 'reverted') {
    const refusal = encoder.nameOf(outcome.returnData)
    const found = encoder.describe(outcome.returnData)
    return { expected: stateText(expected.next), found, refusals: refusal ? [refusal] : [] }
  }
  if (outcome.changes.accounts.size > 0)
    return {
      expected: 'no balance, nonce or code changed',
      found: `changed accounts ${[...outcome.changes.accounts.keys()].join(', ')}`,
      refusals: [],
    }
  try {
    const after = chain.after(event, expected.next)
    const found = applyChanges(storage, outcome.changes)
    storageMap.requireSame(storageMap.storageOf(expected.next, after), found)
    requireLogs(logs.encode(expected.logs, after), outcome.logs)
    return undefined
  } catch (error) {
    if (!(error instanceof StorageUnexplained || error instanceof NotAnnounced)) throw error
    return { expected: stateText(expected.next), found: error.message, refusals: [] }
  }
}
