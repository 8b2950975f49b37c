// Generated from model/prover/prover.machine.ts by `npm run generate`. Do not edit.

import { match, P } from 'ts-pattern'
import type { Accepted, Check, Refused, Step } from '../step.ts'
import { allRefusals, check, firstRefusal, noTransition } from '../step.ts'
import { noAlarm, ownTipIsLevel } from '../../../model/node/rules/follow.ts'
import { transactionIsNew, transactionProofIsValid } from '../../../model/node/rules/transaction.ts'
import { effects } from '../../../model/prover/effects.ts'
import { factsOf } from '../../../model/prover/facts.ts'
import { parts } from '../../../model/prover/parts.ts'
import {
  amountIsAvailable,
  movedAmountIsPositive,
  noPromiseWasLost,
  nothingIsWithdrawing,
  promisedStaysAvailable,
  somethingIsWithdrawing,
  withdrawingIsUnlocked,
} from '../../../model/prover/rules/escrow.ts'
import {
  callIsFirstOfSlot,
  claimedEpochIsHeld,
  proofIsInTime,
  proofIsOfTarget,
  selfIsClaimedFor,
  somethingIsMissing,
  targetIsNotBeingProven,
  targetIsNotProven,
  targetIsProving,
} from '../../../model/prover/rules/prove.ts'
import {
  availableCoversBond,
  endedEpochIsUnclaimed,
  endedEpochIsUnquoted,
  offeredBondIsEnough,
  offeredFeeIsAllowed,
  precedingEpochIsUnproven,
  quoteEndsWithWindow,
  quoteHasNotEnded,
  quoteHasTakers,
  quotedEpochIsHeld,
  quotingMayBegin,
  quotingWindowIsOpen,
} from '../../../model/prover/rules/quote.ts'
import { stateValueOf } from '../../../model/prover/stateValue.ts'
import type { ProverTypes } from '../../../model/prover/types.ts'
import { updates } from '../../../model/prover/updates.ts'

type State = ProverTypes['state']
type Event = ProverTypes['event']
type Effect = ProverTypes['effect']
type Deployment = ProverTypes['deployment']
type Refusal = ProverTypes['refusal']
type StateValue = ReturnType<typeof stateValueOf>

/** The checks of each event, in the order of the statechart, by stage where there are several. */
const checks: Record<Event['type'], readonly Check<Refusal>[]> = {
  tick: [],
  follow: [],
  transactionVerified: [
    check(transactionIsNew, 'TransactionHeld', 'TX-4', []),
    check(transactionProofIsValid, 'TransactionProofInvalid', 'TX-1', []),
  ],
  gather: [
    check(ownTipIsLevel, 'NotFollowing', 'FOLLOW-9', []),
    check(somethingIsMissing, 'NothingMissing', 'PROVE-1', ['missingCount']),
  ],
  quote: [
    // View
    check(ownTipIsLevel, 'NotFollowing', 'FOLLOW-9', []),
    check(noAlarm, 'AlarmRaised', 'FOLLOW-5', []),
    check(quoteHasTakers, 'FallbackActive', 'QUOTE-7', []),
    // Epoch
    check(precedingEpochIsUnproven, 'NothingToProve', 'QUOTE-7', ['nextEpoch', 'currentEpoch']),
    check(quotingWindowIsOpen, 'ClaimWindowClosed', 'QUOTE-7', ['offset', 'claimWindowSlots']),
    check(endedEpochIsUnclaimed, 'ClaimAlreadyMade', 'QUOTE-7', ['claimedProver']),
    check(quotingMayBegin, 'StartTooRecent', 'QUOTE-12', ['quotingEpoch', 'currentEpoch']),
    check(endedEpochIsUnquoted, 'AlreadyQuoted', 'QUOTE-8', ['nextQuoted', 'currentEpoch']),
    // Terms
    check(quoteHasNotEnded, 'QuoteExpired', 'QUOTE-7', ['slot', 'validUntilSlot']),
    check(
      quoteEndsWithWindow,
      'QuoteBeyondWindow',
      'QUOTE-9',
      ['validUntilSlot', 'firstSlot', 'claimWindowSlots'],
    ),
    check(offeredBondIsEnough, 'BondBelowMinimum', 'QUOTE-7', ['bondAmount', 'minimumBondWei']),
    check(offeredFeeIsAllowed, 'FeeAboveMaximum', 'QUOTE-7', ['basisPointFee', 'feeMaximum']),
    // Means
    check(availableCoversBond, 'EscrowInsufficient', 'QUOTE-10', ['availableWei', 'bondAmount']),
    check(quotedEpochIsHeld, 'TransactionNotHeld', 'QUOTE-11', ['missingCount']),
  ],
  prove: [
    check(ownTipIsLevel, 'NotFollowing', 'FOLLOW-9', []),
    check(
      selfIsClaimedFor,
      'NothingClaimed',
      'PROVE-2',
      ['self', 'claimedProver', 'nextEpoch', 'currentEpoch'],
    ),
    check(claimedEpochIsHeld, 'TransactionNotHeld', 'PROVE-1', ['missingCount']),
    check(targetIsNotBeingProven, 'AlreadyProving', 'PROVE-3', []),
    check(targetIsNotProven, 'AlreadyProven', 'PROVE-3', []),
  ],
  proved: [check(targetIsProving, 'NothingProving', 'PROVE-3', [])],
  submitProof: [
    check(ownTipIsLevel, 'NotFollowing', 'FOLLOW-9', []),
    check(proofIsOfTarget, 'NothingProven', 'PROVE-4', []),
    check(proofIsInTime, 'ProofTooLate', 'PROVE-5', ['nextProven', 'currentEpoch']),
    check(callIsFirstOfSlot, 'AlreadySubmitted', 'PROVE-6', ['slot', 'nextCall']),
  ],
  deposit: [
    check(movedAmountIsPositive, 'AmountZero', 'PROVE-7', ['amountWei']),
    check(callIsFirstOfSlot, 'AlreadySubmitted', 'PROVE-6', ['slot', 'nextCall']),
  ],
  startWithdrawal: [
    check(ownTipIsLevel, 'NotFollowing', 'FOLLOW-9', []),
    check(movedAmountIsPositive, 'AmountZero', 'PROVE-7', ['amountWei']),
    check(callIsFirstOfSlot, 'AlreadySubmitted', 'PROVE-6', ['slot', 'nextCall']),
    check(amountIsAvailable, 'AvailableInsufficient', 'PROVE-7', ['availableWei', 'amountWei']),
    check(nothingIsWithdrawing, 'WithdrawalPending', 'PROVE-7', ['withdrawingWei']),
    check(noPromiseWasLost, 'StartTooRecent', 'PROVE-8', ['quotingEpoch', 'currentEpoch']),
    check(promisedStaysAvailable, 'QuotePromised', 'PROVE-8', ['availableWei', 'amountWei', 'promisedWei']),
  ],
  executeWithdrawal: [
    check(ownTipIsLevel, 'NotFollowing', 'FOLLOW-9', []),
    check(callIsFirstOfSlot, 'AlreadySubmitted', 'PROVE-6', ['slot', 'nextCall']),
    check(somethingIsWithdrawing, 'NoWithdrawal', 'PROVE-7', ['withdrawingWei']),
    check(withdrawingIsUnlocked, 'WithdrawalLocked', 'PROVE-7', ['slot', 'unlockSlot']),
  ],
  crash: [],
}

/**
 * What an event leads to in a stored state. A refusal is that of the first check that fails, with its clause.
 * @throws NoTransition where the checks pass and the statechart has no transition
 */
export function step(state: State, event: Event, deployment: Deployment): Step<ProverTypes> {
  const refused = firstRefusal(checks[event.type], factsOf(state, event, deployment))
  if (refused) return refused
  return match<[StateValue, Event], Accepted<ProverTypes>>([stateValueOf(state), event])

    // tick: TIME-3
    .with([P._, { type: 'tick' }], ([, event]) => {
      let next: State = state
      next = updates.passSlot(next, event, deployment)
      return { next, effects: [] }
    })

    // follow: FOLLOW-9
    .with([P._, { type: 'follow' }], ([, event]) => {
      let next: State = state
      next = updates.takeReport(next, event, deployment)
      return { next, effects: [] }
    })

    // transactionVerified: TX-1, TX-4
    // guarded by TX-4, TX-1
    .with([P._, { type: 'transactionVerified' }], ([, event]) => {
      let next: State = state
      next = updates.holdTransaction(next, event, deployment)
      return { next, effects: [] }
    })

    // gather: PROVE-1, MESSAGE-10
    // guarded by FOLLOW-9, PROVE-1
    .with([P._, { type: 'gather' }], ([, event]) => {
      const next: State = state
      const sent: Effect[] = []
      sent.push(...effects.requestLacking(next, event, deployment))
      return { next, effects: sent }
    })

    // quote: QUOTE-8, MESSAGE-10
    // guarded by FOLLOW-9, FOLLOW-5, QUOTE-7, QUOTE-12, QUOTE-8, QUOTE-9, QUOTE-10, QUOTE-11
    .with([P._, { type: 'quote' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      next = updates.signQuote(next, event, deployment)
      sent.push(...effects.sendQuote(next, event, deployment))
      return { next, effects: sent }
    })

    // prove in idle, to proving: PROVE-1, PROVE-2, PROVE-3
    // guarded by FOLLOW-9, PROVE-2, PROVE-1, PROVE-3
    .with(['idle', { type: 'prove' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      next = updates.beginProof(next, event, deployment)
      sent.push(...effects.proveTarget(next, event, deployment))
      return { next, effects: sent }
    })

    // prove in proving: PROVE-1, PROVE-2, PROVE-3
    // guarded by FOLLOW-9, PROVE-2, PROVE-1, PROVE-3
    .with(['proving', { type: 'prove' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      next = updates.beginProof(next, event, deployment)
      sent.push(...effects.proveTarget(next, event, deployment))
      return { next, effects: sent }
    })

    // proved in proving, to idle: PROVE-3
    // guarded by PROVE-3
    .with(['proving', { type: 'proved' }], ([, event]) => {
      let next: State = state
      next = updates.keepProof(next, event, deployment)
      return { next, effects: [] }
    })

    // submitProof: PROVE-4, PROVE-6
    // guarded by FOLLOW-9, PROVE-4, PROVE-5, PROVE-6
    .with([P._, { type: 'submitProof' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      next = updates.markSubmitted(next, event, deployment)
      sent.push(...effects.submitEpochProof(next, event, deployment))
      return { next, effects: sent }
    })

    // deposit: PROVE-6, PROVE-7
    // guarded by PROVE-7, PROVE-6
    .with([P._, { type: 'deposit' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      next = updates.markMoved(next, event, deployment)
      sent.push(...effects.submitDeposit(next, event, deployment))
      return { next, effects: sent }
    })

    // startWithdrawal: PROVE-6, PROVE-7, PROVE-8
    // guarded by FOLLOW-9, PROVE-7, PROVE-6, PROVE-8
    .with([P._, { type: 'startWithdrawal' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      next = updates.markMoved(next, event, deployment)
      sent.push(...effects.submitWithdrawal(next, event, deployment))
      return { next, effects: sent }
    })

    // executeWithdrawal: PROVE-6, PROVE-7
    // guarded by FOLLOW-9, PROVE-6, PROVE-7
    .with([P._, { type: 'executeWithdrawal' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      next = updates.markMoved(next, event, deployment)
      sent.push(...effects.submitPayout(next, event, deployment))
      return { next, effects: sent }
    })

    // crash in idle: PROVE-1, QUOTE-12
    .with(
      ['idle', { type: 'crash' }],
      ([, event]) => parts.selectors.storeIsLost(state, deployment, event),
      ([, event]) => {
        let next: State = state
        next = updates.loseStore(next, event, deployment)
        next = updates.forgetRest(next, event, deployment)
        return { next, effects: [] }
      },
    )

    // crash in idle: QUOTE-8, PROVE-6
    .with(['idle', { type: 'crash' }], ([, event]) => {
      let next: State = state
      next = updates.forgetRest(next, event, deployment)
      return { next, effects: [] }
    })

    // crash in proving, to idle: PROVE-1, QUOTE-12
    .with(
      ['proving', { type: 'crash' }],
      ([, event]) => parts.selectors.storeIsLost(state, deployment, event),
      ([, event]) => {
        let next: State = state
        next = updates.loseStore(next, event, deployment)
        next = updates.forgetRest(next, event, deployment)
        return { next, effects: [] }
      },
    )

    // crash in proving, to idle: QUOTE-8, PROVE-6
    .with(['proving', { type: 'crash' }], ([, event]) => {
      let next: State = state
      next = updates.forgetRest(next, event, deployment)
      return { next, effects: [] }
    })

    // idle has no transition for what is left: the checks refuse it there
    .with(['idle', { type: 'proved' }], noTransition)
    .exhaustive()
}

/** The refusals of all checks that fail, in their order; none where the event is accepted. */
export function refusals(state: State, event: Event, deployment: Deployment): Refused<Refusal>[] {
  return allRefusals(checks[event.type], factsOf(state, event, deployment))
}
