import { decisiveFacts, machineOf } from '../../../model/core/deployed.ts'
import { createFactsOf } from '../../../model/core/parts.ts'
import { checksOf, readMachine } from '../../../model/core/reading.ts'
import { l1Rollup } from '../../../model/l1-rollup/actor.ts'
import { deploymentOf } from '../../../model/l1-rollup/deployment.ts'
import { type CheckName, type RefusalName, refusals as refusalOf } from '../../../model/l1-rollup/refusals.ts'
import { stateText } from '../../../model/l1-rollup/texts.ts'
import type { Event, State } from '../../../model/l1-rollup/vocabulary.ts'
import { type InjectedCall, Injector, type Job } from '../../evm/inject.ts'
import { applyChanges, type Outcome } from '../../evm/trace.ts'
import type { Hex } from '../../evm/word.ts'
import { Chain } from '../../translation/blocks.ts'
import type { Deployment } from '../../translation/deployment.ts'
import { LogEncoder, NotAnnounced, requireLogs } from '../../translation/logs.ts'
import { RefusalEncoder } from '../../translation/refusals.ts'
import { StorageUnexplained } from '../../translation/storage.ts'
import type { Accepted, CaseState } from './cases.ts'
import { SideCounter, type SideCounts } from './sides.ts'

/** What the bytecode did that the model did not. */
export interface Mismatch {
  readonly state: string
  readonly event: string
  readonly expected: string
  readonly found: string
}

export interface OneStepResult {
  readonly states: number
  readonly enabled: number
  readonly disabled: number
  /** Calls beside the instances; not among the others. */
  readonly probes: number
  readonly mismatchCount: number
  /** The first ones. */
  readonly mismatches: readonly Mismatch[]
  readonly seconds: number
  /** Times that the bytecode accepted an event which the check of this refusal guards. */
  readonly passed: ReadonlyMap<RefusalName, number>
  readonly refused: ReadonlyMap<RefusalName, number>
  /** Times that it showed a side of a clause that has no check of its own. */
  readonly sides: SideCounts
}

export interface OneStepOptions {
  readonly signal?: AbortSignal
  readonly progress?: (states: number, calls: number) => void
  /** Stop at the first mismatch: enough for a mutant. */
  readonly firstOnly?: boolean
  /** Processes that execute calls; two when not given. */
  readonly engines?: number
}

/** One instance in a state: the model's answer, and what it takes to compare. */
interface Expectation {
  readonly event: Event
  readonly text: string
  readonly isProbe: boolean
  readonly expected: Accepted | { readonly refusal: RefusalName; readonly data: Hex }
}

interface PreparedJob extends Job {
  readonly state: State
  readonly chain: Chain
  readonly expectations: readonly Expectation[]
  /** How far into its slot the block of the calls is. */
  readonly seconds: number
}

const DESCRIBED = 20
/** Every how many accepted calls the result is taken a second way. */
const crossCheckEvery = 500

/**
 * Rung 3: every given state goes into the storage of the deployed bytecode, and every event instance must give the
 * model's successor, or be refused with the model's error and arguments and change nothing.
 *
 * For each state α(γ(s)) = s is checked as well, and each accepted event must emit exactly its logs (LOG-1).
 * The passing of time is no call and is left out.
 * @throws EngineDied, StorageUnexplained when a state does not survive its way to storage and back
 */
export async function runOneStep(
  deployment: Deployment,
  states: Iterable<CaseState>,
  { signal, progress, firstOnly = false, engines = 2 }: OneStepOptions = {},
): Promise<OneStepResult> {
  const { profile } = deployment
  const reading = readMachine(l1Rollup, machineOf(l1Rollup, profile))
  const prepare = createPreparation(deployment)
  const encoder = new RefusalEncoder()
  const logs = new LogEncoder(deployment.addresses, deployment.storageMap)
  const mismatches: Mismatch[] = []
  let [stateCount, enabled, disabled, probes, mismatchCount] = [0, 0, 0, 0, 0]
  const passed = new Map<RefusalName, number>()
  const refused = new Map<RefusalName, number>()
  const sides = new SideCounter(profile.parameters)
  const count = (map: Map<RefusalName, number>, name: RefusalName): void => {
    map.set(name, (map.get(name) ?? 0) + 1)
  }
  const injector = await Injector.start({ contracts: deployment.code, crossCheckEvery, engines })
  try {
    const { seconds } = await injector.run(prepared(), (job, outcomes) => {
      const { state, expectations, seconds } = job as PreparedJob
      const moment = sides.momentOf(state, seconds)
      expectations.forEach((expectation, index) => {
        const { event, text, expected, isProbe } = expectation
        const problem = differenceOf(
          deployment,
          job as PreparedJob,
          expectation,
          outcomes[index]!,
          encoder,
          logs,
        )
        if (isProbe) probes++
        else if ('next' in expected) enabled++
        else disabled++
        if ('next' in expected) {
          if (!problem)
            for (const check of checksOf(reading, event.type)) count(passed, refusalOf[check].refusal)
        } else {
          if (!problem) count(refused, expected.refusal)
        }
        if (!problem) {
          sides.count(moment, event, 'next' in expected ? undefined : expected.refusal)
          return
        }
        mismatchCount++
        if (mismatches.length < DESCRIBED)
          mismatches.push({ state: stateText(state), event: text, ...problem })
      })
      stateCount++
      if (stateCount % 200 === 0) progress?.(stateCount, enabled + disabled + probes)
    })
    return {
      states: stateCount,
      enabled,
      disabled,
      probes,
      mismatchCount,
      mismatches,
      seconds,
      passed,
      refused,
      sides: { passed: sides.passed, refused: sides.refused },
    }
  } finally {
    await injector.stop()
  }

  function* prepared(): Generator<PreparedJob> {
    let salt = 0
    for (const state of states) {
      signal?.throwIfAborted()
      if (firstOnly && mismatchCount > 0) return
      yield prepare(state, salt++)
    }
  }
}

/** Where outcome and expectation differ, for people; `undefined` if they do not. */
function differenceOf(
  { storageMap }: Deployment,
  { storage, chain }: PreparedJob,
  { event, expected }: Expectation,
  outcome: Outcome,
  encoder: RefusalEncoder,
  logs: LogEncoder,
): { expected: string; found: string } | undefined {
  if ('refusal' in expected) {
    const isRefused = outcome.status === 'reverted'
    if (isRefused && outcome.returnData === expected.data) return undefined
    const found = isRefused ? encoder.describe(outcome.returnData) : 'accepted'
    return { expected: encoder.describe(expected.data), found }
  }
  if (outcome.status === 'reverted')
    return { expected: stateText(expected.next), found: encoder.describe(outcome.returnData) }
  if (outcome.changes.accounts.size > 0)
    return {
      expected: 'no balance, nonce or code changed',
      found: `changed accounts ${[...outcome.changes.accounts.keys()].join(', ')}`,
    }
  try {
    const after = new Chain(chain.blocks, chain)
    if (event.type === 'propose')
      after.add(chain.hashOf(event.parent), { slot: event.slot, content: event.content, beneficiary: 'none' })
    const found = applyChanges(storage, outcome.changes)
    storageMap.requireSame(storageMap.storageOf(expected.next, after), found)
    requireLogs(logs.encode(expected.logs, after), outcome.logs)
    return undefined
  } catch (error) {
    if (!(error instanceof StorageUnexplained || error instanceof NotAnnounced)) throw error
    return { expected: stateText(expected.next), found: error.message }
  }
}

/** Builds jobs. Texts recur in many states, so the calls that follow from them are kept. */
function createPreparation(deployment: Deployment): (state: CaseState, salt: number) => PreparedJob {
  const { profile, storageMap, blocks, caller } = deployment
  const factsOf = createFactsOf(l1Rollup, deploymentOf(profile))
  const encoder = new RefusalEncoder()
  const checkOf = new Map(
    Object.entries(refusalOf).map(([check, { refusal }]) => [refusal, check as CheckName]),
  )
  const calls = new Map<string, InjectedCall>()

  const callOf = (
    event: Event,
    text: string,
    chain: Chain,
    expected: InjectedCall['expected'],
  ): InjectedCall => {
    const key = `${expected}${text}${namesIn(event, chain)}`
    const known = calls.get(key)
    if (known) return known
    const { from, to, data, bodies, prevrandao } = caller.call(event, chain)!
    const call: InjectedCall = {
      from,
      to,
      data,
      expected,
      ...(bodies.length > 0 ? { blobVersionedHashes: bodies } : {}),
      ...(prevrandao === undefined ? {} : { block: { prevrandao } }),
    }
    calls.set(key, call)
    return call
  }

  return ({ state, text, cases }, salt) => {
    const chain = Chain.of(state, blocks)
    const storage = storageMap.storageOf(state, chain)
    const back = stateText(storageMap.stateOf(storage, state.slot))
    if (back !== text) throw new Error(`α(γ(s)) is not s.\n  s: ${text}\n  α(γ(s)): ${back}`)
    const expectations: Expectation[] = []
    const jobCalls: InjectedCall[] = []
    for (const { event, text: eventText, outcome, isProbe = false } of cases) {
      if (event.type === 'advanceSlot') continue
      if ('next' in outcome) {
        expectations.push({ event, text: eventText, isProbe, expected: outcome })
        jobCalls.push(callOf(event, eventText, chain, 'success'))
      } else {
        const { refusal } = outcome
        const decisive = decisiveFacts(l1Rollup.rules[checkOf.get(refusal)!], factsOf(state, event))
        const data = encoder.encode({ refusal, decisive }, chain)
        expectations.push({ event, text: eventText, isProbe, expected: { refusal, data } })
        jobCalls.push(callOf(event, eventText, chain, 'refusal'))
      }
    }
    const { slotDurationSeconds } = blocks.clock
    // The first, the last or some second of the slot.
    const seconds = [0n, slotDurationSeconds - 1n, slotDurationSeconds / 2n][salt % 3]!
    const block = { timestamp: blocks.startOf(state.slot) + seconds }
    return { state, chain, storage, expectations, calls: jobCalls, block, seconds: Number(seconds) }
  }
}

/** What an event's call depends on beside its text: the hashes of the blocks that it names. */
function namesIn(event: Event, chain: Chain): string {
  if (event.type === 'propose') return chain.hashOf(event.parent)
  if (event.type === 'submitEpochProof') return chain.hashOf(event.from) + chain.hashOf(event.to)
  return ''
}
