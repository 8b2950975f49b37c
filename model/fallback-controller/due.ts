import type { FallbackParameters } from '../../spec/fallbackParameters.ts'
import { epochOf, offsetOf } from '../l1-rollup/rules/arithmetic.ts'
import { pruneDue, slashDue } from '../l1-rollup/rules/due.ts'
import { type Address, NO_ADDRESS, type Slot } from '../shared/units.ts'
import { firstEntryNext } from './rules/timing.ts'
import { idle, timed } from './timing.ts'
import { NONE, type State } from './vocabulary.ts'

/** The controller knows that somebody claimed and not who. */
const SOMEBODY: Address = 'somebody'

/** What the rollup's rules ask about the pending chain and its claim, as stored, in some slot. */
export function chainFacts({ pending, claimDeadline }: State, slot: Slot, p: FallbackParameters) {
  const { slotsPerEpoch, claimWindowSlots } = p
  return {
    hasUnproven: pending !== NONE,
    // What an entry drops is dropped by `entered`.
    fallbackEntered: false,
    oldestUnprovenEpoch: pending === NONE ? 0 : epochOf({ slot: pending, slotsPerEpoch }),
    claimedProver: claimDeadline === NONE ? NO_ADDRESS : SOMEBODY,
    claimedEpoch: claimDeadline === NONE ? 0 : epochOf({ slot: claimDeadline, slotsPerEpoch }) - 2,
    currentEpoch: epochOf({ slot, slotsPerEpoch }),
    offset: offsetOf({ slot, slotsPerEpoch }),
    claimWindowSlots,
  }
}

/**
 * FALLBACK-8. The state after everything that is due by its slot: what the chain itself makes due until the first entry
 * (PRUNE-1 to PRUNE-3), that entry, and whatever time alone makes of it. After an entry no block is pending and no claim
 * is live until somebody acts.
 * @returns the given object itself when nothing is due
 */
export function effective(state: State, p: FallbackParameters): State {
  if (last?.state !== state || last.p !== p) last = { state, p, effective: computed(state, p) }
  return last.effective
}

/** That of the state that was asked about last: one state is asked of many events. */
let last: { state: State; p: FallbackParameters; effective: State } | undefined

function computed(state: State, p: FallbackParameters): State {
  const entry = firstEntry(state, p)
  const isEntered = entry !== NONE && entry <= state.slot
  const before = chainSettled(state, isEntered ? entry : state.slot, p)
  const after = timed(before, state.slot, holdsEntry(state, p), countsFromExit(state, p), p)
  if (after === before) return before
  const settled = { ...before, ...after }
  return isEntered ? entered(settled, p) : settled
}

/** FALLBACK-1, FALLBACK-3. Slot of the first entry from a committee in force, −1 if the stored state leads to none. */
function firstEntry(state: State, p: FallbackParameters): Slot {
  const claimDeadline = Math.max(0, holdsEntry(state, p))
  return firstEntryNext({ ...p, baseNext: state.countedFrom + 1, claimDeadline }) - 1
}

/** FALLBACK-3. Until when the live claim puts an entry off, −1 for not at all. */
function holdsEntry({ claimDeadline }: State, p: FallbackParameters): Slot {
  return p.claimAtEntry === 'kept' ? claimDeadline : NONE
}

/** FALLBACK-2, FALLBACK-8. Whether the slots are counted anew from an exit. */
function countsFromExit({ forced }: State, { idleChain }: FallbackParameters): boolean {
  if (idleChain === 'counts') return true
  return idleChain === 'whileWaiting' && forced
}

/** PRUNE-1, PRUNE-2, PRUNE-3: what the chain itself makes due by a slot. */
function chainSettled(state: State, slot: Slot, p: FallbackParameters): State {
  const facts = chainFacts(state, slot, p)
  const slashed: State = slashDue(facts)
    ? { ...state, claimDeadline: NONE, bonds: { ...state.bonds, slashed: 1 } }
    : state
  // FALLBACK-4 is about the entry itself.
  if (!pruneDue({ ...facts, fallbackEntered: false })) return slashed
  const pruned = { ...slashed, pending: NONE }
  // FALLBACK-2: a prune stops the count only where it counts pending blocks and nothing else.
  return p.idleChain === 'whilePending' ? { ...pruned, ...idle } : pruned
}

/** FALLBACK-3, FALLBACK-4: the pending chain is dropped, and a claim that did not hold the entry off ends. */
function entered(state: State, { claimAtEntry }: FallbackParameters): State {
  const dropped = { ...state, pending: NONE }
  if (state.claimDeadline === NONE) return dropped
  const outcome = claimAtEntry === 'slashed' ? { slashed: 1 } : { returned: 1 }
  return { ...dropped, claimDeadline: NONE, bonds: { ...state.bonds, ...outcome } }
}
