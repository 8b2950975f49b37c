import { decisiveFacts } from '../../../model/core/deployed.ts'
import { createFactsOf } from '../../../model/core/parts.ts'
import { l1Rollup } from '../../../model/l1-rollup/actor.ts'
import { deploymentOf } from '../../../model/l1-rollup/deployment.ts'
import { type CheckName, refusals as refusalOf } from '../../../model/l1-rollup/refusals.ts'
import { stateText } from '../../../model/l1-rollup/texts.ts'
import type { Event, State } from '../../../model/l1-rollup/vocabulary.ts'
import type { InjectedCall, Job } from '../../evm/inject.ts'
import { Chain } from '../../translation/blocks.ts'
import { forcedHashOf } from '../../translation/calls.ts'
import type { Deployment } from '../../translation/deployment.ts'
import { commitmentTo, givenPosting } from '../../translation/postings.ts'
import { RefusalEncoder } from '../../translation/refusals.ts'
import type { CaseState } from './cases.ts'
import type { Expectation } from './difference.ts'

/** A state in storage, its calls, and what is expected of them. */
export interface PreparedJob extends Job {
  readonly state: State
  readonly chain: Chain
  readonly expectations: readonly Expectation[]
  /** How far into its slot the block of the calls is. */
  readonly seconds: number
}

/** Builds jobs. Texts recur in many states, so the calls that follow from them are kept. */
export function createPreparation(deployment: Deployment): (state: CaseState, salt: number) => PreparedJob {
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
    const fresh = storageMap.storageOf(state, chain)
    const storage = salt % 2 === 0 ? fresh : storageMap.worn(fresh)
    const back = stateText(storageMap.stateOf(storage, state.slot))
    if (back !== text && back !== stateText(storageMap.told(state)))
      throw new Error(`α(γ(s)) is not s.\n  s: ${text}\n  α(γ(s)): ${back}`)
    const { slotDurationSeconds } = blocks.clock
    // The first, the last or some second of the slot.
    const seconds = [0n, slotDurationSeconds - 1n, slotDurationSeconds / 2n][salt % 3]!
    const expectations: Expectation[] = []
    const jobCalls: InjectedCall[] = []
    for (const { event, text: eventText, outcome, isProbe = false } of cases) {
      if (event.type === 'advanceSlot') continue
      if ('next' in outcome) {
        expectations.push({ event, text: eventText, isProbe, expected: outcome })
        jobCalls.push(callOf(event, eventText, chain, 'success'))
      } else {
        const { refusals } = outcome
        const refusal = refusals[0]!
        const decisive = decisiveFacts(l1Rollup.rules[checkOf.get(refusal)!], factsOf(state, event))
        const data = encoder.encode({ refusal, decisive }, chain, seconds)
        expectations.push({ event, text: eventText, isProbe, expected: { refusal, refusals, data } })
        jobCalls.push(callOf(event, eventText, chain, 'refusal'))
      }
    }
    const block = { timestamp: blocks.startOf(state.slot) + seconds }
    return { state, chain, storage, expectations, calls: jobCalls, block, seconds: Number(seconds) }
  }
}

/** What an event's call depends on beside its text: the hashes of the blocks that it names, of the queue, and what was posted. */
function namesIn(event: Event, chain: Chain): string {
  if (event.type === 'propose' || event.type === 'proposeWithProof')
    return chain.hashOf(event.parent) + forcedHashOf(event, chain)
  if (event.type === 'challenge') {
    const posted = chain.postedIn(event.slot)
    return commitmentTo(posted.slot, givenPosting(posted))
  }
  if (event.type === 'submitEpochProof') return chain.hashOf(event.from) + chain.hashOf(event.to)
  return ''
}
