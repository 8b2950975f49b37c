// Generated from model/claimant/claimant.machine.ts by `npm run generate`. Do not edit.

import { match, P } from 'ts-pattern'
import type { Accepted, Check, Refused, Step } from '../step.ts'
import { allRefusals, check, firstRefusal, noTransition } from '../step.ts'
import { effects } from '../../../model/claimant/effects.ts'
import { factsOf } from '../../../model/claimant/facts.ts'
import { parts } from '../../../model/claimant/parts.ts'
import {
  claimantIsInCharge,
  claimingIsOpen,
  endedEpochIsUnproven,
  nobodyHasClaimed,
  quoteIsFirst,
  quoteIsForEndedEpoch,
  quoteIsNotExpired,
  quotedBondIsCovered,
  quotedBondIsEnough,
  quotedFeeIsAllowed,
  selfMayClaim,
  signerIsProver,
  slotIsNotClaimed,
  someQuoteIsUsable,
} from '../../../model/claimant/rules/quote.ts'
import { stateValueOf } from '../../../model/claimant/stateValue.ts'
import type { ClaimantTypes } from '../../../model/claimant/types.ts'
import { updates } from '../../../model/claimant/updates.ts'
import { noAlarm, ownTipIsLevel } from '../../../model/node/rules/follow.ts'
import {
  domainIsOwn,
  messageIsShortEnough,
  messageIsWellFormed,
  quoteSignatureIsValid,
  versionIsKnown,
} from '../../../model/node/rules/message.ts'

type State = ClaimantTypes['state']
type Event = ClaimantTypes['event']
type Effect = ClaimantTypes['effect']
type Deployment = ClaimantTypes['deployment']
type Refusal = ClaimantTypes['refusal']
type StateValue = ReturnType<typeof stateValueOf>

/** The checks of each event, in the order of the statechart, by stage where there are several. */
const checks: Record<Event['type'], readonly Check<Refusal>[]> = {
  tick: [],
  follow: [],
  receiveQuote: [
    // Message
    check(messageIsShortEnough, 'MessageOversized', 'MESSAGE-1', []),
    check(versionIsKnown, 'VersionUnknown', 'MESSAGE-2', []),
    check(domainIsOwn, 'DomainMismatch', 'MESSAGE-3', []),
    check(messageIsWellFormed, 'MessageMalformed', 'MESSAGE-4', []),
    // Quote
    check(quoteIsForEndedEpoch, 'QuoteForOtherEpoch', 'QUOTE-1', ['quotedEpoch', 'currentEpoch']),
    check(quoteIsNotExpired, 'QuoteExpired', 'QUOTE-1', ['slot', 'validUntilSlot']),
    check(quotedBondIsEnough, 'BondBelowMinimum', 'QUOTE-1', ['bond', 'minimumBond']),
    check(quotedFeeIsAllowed, 'FeeAboveMaximum', 'QUOTE-1', ['fee', 'feeMaximum']),
    // Prover
    check(quoteIsFirst, 'QuoteKnown', 'QUOTE-3', []),
    check(quotedBondIsCovered, 'EscrowInsufficient', 'QUOTE-2', ['bond', 'coveredWei']),
    // Signature
    check(quoteSignatureIsValid, 'SignatureInvalid', 'MESSAGE-17', []),
    check(signerIsProver, 'SignerNotProver', 'QUOTE-1', ['signer', 'prover']),
  ],
  claim: [
    // View
    check(ownTipIsLevel, 'NotFollowing', 'FOLLOW-9', []),
    check(noAlarm, 'AlarmRaised', 'FOLLOW-5', []),
    check(claimantIsInCharge, 'FallbackActive', 'QUOTE-4', []),
    // Epoch
    check(endedEpochIsUnproven, 'NothingToClaim', 'QUOTE-4', ['oldestUnprovenEpoch', 'currentEpoch']),
    check(claimingIsOpen, 'ClaimWindowClosed', 'QUOTE-4', ['offset', 'claimWindow']),
    check(nobodyHasClaimed, 'ClaimAlreadyMade', 'QUOTE-4', ['claimedProver']),
    // Slot
    check(selfMayClaim, 'NotProposer', 'QUOTE-4', ['self', 'proposer']),
    check(slotIsNotClaimed, 'AlreadyClaimed', 'QUOTE-5', []),
    // Quote
    check(someQuoteIsUsable, 'NoQuote', 'QUOTE-6', []),
  ],
  crash: [],
}

/**
 * What an event leads to in a stored state. A refusal is that of the first check that fails, with its clause.
 * @throws NoTransition where the checks pass and the statechart has no transition
 */
export function step(state: State, event: Event, deployment: Deployment): Step<ClaimantTypes> {
  const refused = firstRefusal(checks[event.type], factsOf(state, event, deployment))
  if (refused) return refused
  return match<[StateValue, Event], Accepted<ClaimantTypes>>([stateValueOf(state), event])

    // tick in free: TIME-3, QUOTE-3
    .with(['free', { type: 'tick' }], ([, event]) => {
      let next: State = state
      next = updates.passSlot(next, event, deployment)
      return { next, effects: [] }
    })

    // tick in claimed, to free: TIME-3, QUOTE-3, QUOTE-5
    .with(['claimed', { type: 'tick' }], ([, event]) => {
      let next: State = state
      next = updates.passSlot(next, event, deployment)
      return { next, effects: [] }
    })

    // follow: FOLLOW-1
    .with([P._, { type: 'follow' }], ([, event]) => {
      let next: State = state
      next = updates.takeView(next, event, deployment)
      return { next, effects: [] }
    })

    // receiveQuote: QUOTE-1, QUOTE-2, QUOTE-3
    // guarded by MESSAGE-1, MESSAGE-2, MESSAGE-3, MESSAGE-4, QUOTE-1, QUOTE-3, QUOTE-2, MESSAGE-17
    .with([P._, { type: 'receiveQuote' }], ([, event]) => {
      let next: State = state
      next = updates.keepQuote(next, event, deployment)
      return { next, effects: [] }
    })

    // claim in free, to claimed: QUOTE-4, QUOTE-5, QUOTE-6
    // guarded by FOLLOW-9, FOLLOW-5, QUOTE-4, QUOTE-5, QUOTE-6
    .with(['free', { type: 'claim' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      next = updates.markClaimed(next, event, deployment)
      sent.push(...effects.submitClaim(next, event, deployment))
      return { next, effects: sent }
    })

    // crash in free: FOLLOW-1
    .with(
      ['free', { type: 'crash' }],
      ([, event]) => parts.selectors.storeIsLost(state, deployment, event),
      ([, event]) => {
        let next: State = state
        next = updates.loseStore(next, event, deployment)
        next = updates.forgetRest(next, event, deployment)
        return { next, effects: [] }
      },
    )

    // crash in claimed, to free: FOLLOW-1
    .with(
      ['claimed', { type: 'crash' }],
      ([, event]) => parts.selectors.storeIsLost(state, deployment, event),
      ([, event]) => {
        let next: State = state
        next = updates.loseStore(next, event, deployment)
        next = updates.forgetRest(next, event, deployment)
        return { next, effects: [] }
      },
    )

    // crash: FOLLOW-1, QUOTE-5
    .with([P._, { type: 'crash' }], ([, event]) => {
      let next: State = state
      next = updates.forgetRest(next, event, deployment)
      return { next, effects: [] }
    })

    // claimed has no transition for what is left: the checks refuse it there
    .with(['claimed', { type: 'claim' }], noTransition)
    .exhaustive()
}

/** The refusals of all checks that fail, in their order; none where the event is accepted. */
export function refusals(state: State, event: Event, deployment: Deployment): Refused<Refusal>[] {
  return allRefusals(checks[event.type], factsOf(state, event, deployment))
}
