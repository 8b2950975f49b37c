import type { Parameters } from '../../spec/parameters.ts'
import { type Change, dueChange } from '../fallback-controller/timing.ts'
import type { Slot } from '../shared/units.ts'
import { NO_ADDRESS } from '../shared/units.ts'
import { epochNow, offsetNow } from './chain.ts'
import { epochOf } from './rules/arithmetic.ts'
import { pruneDue, slashDue } from './rules/due.ts'
import type { State } from './vocabulary.ts'

/** What decides whether something is due, of the stored state. */
export function dueFacts(state: State, p: Parameters, change = fallbackChange(state, p)) {
  const oldest = state.pending[0]
  return {
    hasUnproven: oldest !== undefined,
    fallbackEntered: change !== undefined && change.entries > 0,
    // PROOF-9: that of a block, so an epoch without blocks is never unproven.
    oldestUnprovenEpoch: oldest ? epochOf({ slot: oldest.slot, slotsPerEpoch: p.slotsPerEpoch }) : 0,
    claimedProver: state.claim?.proverAddress ?? NO_ADDRESS,
    claimedEpoch: state.claim?.epochToProve ?? 0,
    currentEpoch: epochNow(state, p),
    offset: offsetNow(state, p),
    claimWindowSlots: p.claimWindowSlots,
  }
}

/**
 * PRUNE-1 to PRUNE-3, FALLBACK-4, FALLBACK-8: the state after everything that is due by its slot has been carried out. Of
 * the pending chain this leaves blocks of the current epoch and the one before (PRUNE-7), and the proven one as it is
 * (PRUNE-8).
 * @returns the given object itself when nothing is due
 */
export function effective(state: State, p: Parameters): State {
  if (last?.state === state && last.p === p) return last.effective
  const change = fallbackChange(state, p)
  const facts = dueFacts(state, p, change)
  const changed = change ? { ...state, fallback: change.after } : state
  const pruned = pruneDue(facts) ? { ...changed, pending: [], posted: [] } : changed
  const settled = pruned.claim && slashDue(facts) ? slashed(pruned, pruned.claim) : pruned
  last = { state, p, effective: settled }
  return settled
}

/** That of the state that was asked about last: one state is asked of many events, and of one event by many checks. */
let last: { readonly state: State; readonly p: Parameters; readonly effective: State } | undefined

/** The entries and exits that are due by the slot of a stored state, undefined if there are none. */
export function fallbackChange(state: State, p: Parameters): Change | undefined {
  // FALLBACK-2: whatever a prune drops, the queue waits for what no proven block took.
  const queueWaits = state.taken < state.queue.length
  return dueChange(state.fallback, state.slot, claimDeadline(state, p), queueWaits, p)
}

/** FALLBACK-3: the first slot in which the epoch of the stored claim can no longer be proven, −1 without a claim. */
function claimDeadline({ claim }: State, { slotsPerEpoch }: Parameters): Slot {
  return claim ? (claim.epochToProve + 2) * slotsPerEpoch : -1
}

/** PRUNE-3: the whole bond leaves the stake of its prover. */
function slashed(state: State, claim: NonNullable<State['claim']>): State {
  const account = state.accounts[claim.proverAddress]!
  const bondAmount = BigInt(claim.bondAmount)
  const staked = (BigInt(account.staked) - bondAmount).toString()
  return {
    ...state,
    claim: null,
    accounts: { ...state.accounts, [claim.proverAddress]: { ...account, staked } },
    slashed: (BigInt(state.slashed) + bondAmount).toString(),
  }
}
