import type { FallbackParameters } from '../../spec/fallbackParameters.ts'
import { epochOf } from '../l1-rollup/rules/arithmetic.ts'
import type { Epoch, Slot } from '../shared/units.ts'
import { effective } from './due.ts'
import { advances, type Timing, waits } from './timing.ts'
import type { Deployment } from './types.ts'
import { type EventOf, type EventType, NONE, type State } from './vocabulary.ts'

/** What an accepted event does to the state: pure, one function per named action of the statechart. */
type Update<Type extends EventType> = (state: State, event: EventOf<Type>, deployment: Deployment) => State

/** TIME-3. */
const advanceSlot: Update<'advanceSlot'> = (state) => ({ ...state, slot: state.slot + 1 })

/** FALLBACK-8: carries out what is due. */
const settleDue: Update<EventType> = (state, _event, { parameters }) => effective(state, parameters)

/** PROPOSE-12, FALLBACK-2: something waits from the first pending block on. */
const appendBlock: Update<'propose'> = (state, _event, { parameters: p }) => ({
  ...state,
  ...begins(state, p),
  pending: state.pending === NONE ? state.slot : state.pending,
})

/** CLAIM-10. */
const recordClaim: Update<'claim'> = (state, _event, { parameters: p }) => ({
  ...state,
  claimDeadline: (epochOfPending(state, p) + 2) * p.slotsPerEpoch,
})

/** PROOF-6, PROOF-7, FALLBACK-2: an advance, after which what it left is counted against. */
const finaliseEpoch: Update<'prove'> = (state, { takesForced, leavesPending }, { parameters: p }) => {
  const provenSlot = lastSlotOf(epochOfPending(state, p), p)
  const currentEpoch = epochOf({ slot: state.slot, slotsPerEpoch: p.slotsPerEpoch })
  const after: State = {
    ...state,
    provenSlot,
    pending: leavesPending ? currentEpoch * p.slotsPerEpoch : NONE,
    forced: state.forced && !takesForced,
    claimDeadline: NONE,
  }
  // What waits began to wait no later than the first block that is proven here, and so did the last exit.
  const from = p.countFrom === 'advance' ? state.slot : provenSlot
  return { ...after, ...advances(state, from, isCountedAgainst(after, p)) }
}

/** FALLBACK-14: the block is proven, and that is an advance in the session. */
const appendProvenBlock: Update<'proposeWithProof'> = (state, { takesForced, slot }) => ({
  ...state,
  ...advances(state, state.slot, false),
  provenSlot: slot,
  forced: state.forced && !takesForced,
})

/** FALLBACK-2: a queued transaction waits, but where pending blocks alone are counted. */
const queueForced: Update<'forceInclusion'> = (state, _event, { parameters }) => ({
  ...state,
  ...(parameters.idleChain === 'whilePending' ? {} : begins(state, parameters)),
  forced: true,
})

export const updates = {
  advanceSlot,
  settleDue,
  appendBlock,
  recordClaim,
  finaliseEpoch,
  appendProvenBlock,
  queueForced,
}

function epochOfPending({ pending }: State, { slotsPerEpoch }: FallbackParameters): Epoch {
  return epochOf({ slot: pending, slotsPerEpoch })
}

function lastSlotOf(epoch: Epoch, { slotsPerEpoch }: FallbackParameters): Slot {
  return (epoch + 1) * slotsPerEpoch - 1
}

/** FALLBACK-2. Something waits from now on: it is counted against where there is fallback. */
function begins(state: State, { fallbackEnterSlots }: FallbackParameters): Timing {
  return fallbackEnterSlots > 0 ? waits(state, state.slot) : state
}

/** FALLBACK-2. Whether the slots are counted after an advance that leaves this state. */
function isCountedAgainst(
  { pending, forced }: State,
  { idleChain, fallbackEnterSlots }: FallbackParameters,
): boolean {
  if (fallbackEnterSlots === 0) return false
  if (idleChain === 'counts') return true
  return pending !== NONE || (idleChain === 'whileWaiting' && forced)
}
