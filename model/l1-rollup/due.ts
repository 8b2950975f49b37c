import type { Parameters } from '../../spec/parameters.ts'
import { NO_ADDRESS } from '../shared/units.ts'
import { epochNow, offsetNow } from './chain.ts'
import { epochOf } from './rules/arithmetic.ts'
import { pruneDue, slashDue } from './rules/due.ts'
import type { State } from './vocabulary.ts'

/** What decides whether something is due, of the stored state. */
export function dueFacts(state: State, p: Parameters) {
  const oldest = state.pending[0]
  return {
    hasUnproven: oldest !== undefined,
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
 * PRUNE-1, PRUNE-2, PRUNE-3: the state after everything that is due by its slot has been carried out. Of the pending chain
 * this leaves blocks of the current epoch and the one before (PRUNE-7), and the proven one as it is (PRUNE-8).
 * @returns the given object itself when nothing is due
 */
export function effective(state: State, p: Parameters): State {
  const facts = dueFacts(state, p)
  const pruned = pruneDue(facts) ? { ...state, pending: [] } : state
  return pruned.claim && slashDue(facts) ? slashed(pruned, pruned.claim) : pruned
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
