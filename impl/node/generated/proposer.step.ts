// Generated from model/proposer/proposer.machine.ts by `npm run generate`. Do not edit.

import { match, P } from 'ts-pattern'
import type { Accepted, Check, Refused, Step } from '../step.ts'
import { allRefusals, check, firstRefusal, noTransition } from '../step.ts'
import { noAlarm, ownTipIsLevel } from '../../../model/node/rules/follow.ts'
import {
  attestationSignatureIsValid,
  domainIsOwn,
  messageIsShortEnough,
  messageIsWellFormed,
  versionIsKnown,
} from '../../../model/node/rules/message.ts'
import { transactionIsNew, transactionProofIsValid } from '../../../model/node/rules/transaction.ts'
import { effects } from '../../../model/proposer/effects.ts'
import { factsOf } from '../../../model/proposer/facts.ts'
import { parts } from '../../../model/proposer/parts.ts'
import {
  attestationIsNew,
  attestationsAreEnough,
  attestsOwnProposal,
  blockHasNoneTwice,
  blockIsExecuting,
  blockIsLongEnough,
  blockIsNotPublished,
  blockTakesTheDue,
  blockTakesTheFront,
  blockTakesTheMinimum,
  blockTakesWhatWaits,
  buildingIsOpen,
  builtOnOwnTip,
  nothingIsBuilt,
  nothingIsSpent,
  proposerIsInCharge,
  proposingMayBegin,
  publishingIsOpen,
  selfIsProposer,
  signerIsMember,
  slotIsAfterTip,
  slotIsNotProposed,
  somethingIsProposed,
  transactionsAreHeld,
} from '../../../model/proposer/rules/build.ts'
import { stateValueOf } from '../../../model/proposer/stateValue.ts'
import type { ProposerTypes } from '../../../model/proposer/types.ts'
import { updates } from '../../../model/proposer/updates.ts'

type State = ProposerTypes['state']
type Event = ProposerTypes['event']
type Effect = ProposerTypes['effect']
type Deployment = ProposerTypes['deployment']
type Refusal = ProposerTypes['refusal']
type StateValue = ReturnType<typeof stateValueOf>

/** The checks of each event, in the order of the statechart, by stage where there are several. */
const checks: Record<Event['type'], readonly Check<Refusal>[]> = {
  tick: [],
  follow: [],
  transactionVerified: [
    check(transactionIsNew, 'TransactionHeld', 'TX-4', []),
    check(transactionProofIsValid, 'TransactionProofInvalid', 'TX-1', []),
  ],
  build: [
    // View
    check(ownTipIsLevel, 'NotFollowing', 'FOLLOW-9', []),
    check(noAlarm, 'AlarmRaised', 'FOLLOW-5', []),
    check(proposerIsInCharge, 'FallbackActive', 'BUILD-1', []),
    // Slot
    check(selfIsProposer, 'NotProposer', 'BUILD-2', ['self', 'proposer']),
    check(buildingIsOpen, 'BuildingClosed', 'BUILD-4', []),
    check(proposingMayBegin, 'StartTooRecent', 'BUILD-5', ['slot', 'signsFrom']),
    // Once
    check(slotIsNotProposed, 'AlreadyProposed', 'BUILD-6', ['slot', 'nextProposed']),
    check(nothingIsBuilt, 'AlreadyBuilding', 'BUILD-7', []),
    check(slotIsAfterTip, 'SlotTaken', 'BUILD-8', ['slot', 'nextSlot']),
    // Forced
    check(blockTakesWhatWaits, 'ForcedBeyondQueue', 'BUILD-9', ['forcedCount', 'waitingForced']),
    check(blockTakesTheFront, 'ForcedHashMismatch', 'BUILD-10', ['forcedHash', 'queueHash']),
    check(blockTakesTheDue, 'ForcedTransactionsDue', 'BUILD-11', []),
    check(blockTakesTheMinimum, 'ForcedBelowMinimum', 'BUILD-12', ['forcedCount', 'forcedMinimum']),
    // List
    check(
      blockIsLongEnough,
      'TooFewTransactions',
      'BUILD-13',
      ['listLength', 'minTxPerBlock', 'forcedCount'],
    ),
    check(transactionsAreHeld, 'TransactionNotHeld', 'BUILD-14', []),
    check(blockHasNoneTwice, 'TransactionTwice', 'BUILD-15', []),
    check(nothingIsSpent, 'NullifierSpent', 'BUILD-16', []),
  ],
  executed: [
    check(blockIsExecuting, 'NothingExecuting', 'BUILD-18', []),
    check(ownTipIsLevel, 'NotFollowing', 'FOLLOW-9', []),
    check(noAlarm, 'AlarmRaised', 'FOLLOW-5', []),
    check(proposerIsInCharge, 'FallbackActive', 'BUILD-1', []),
    check(builtOnOwnTip, 'ParentNotTip', 'BUILD-3', ['builtOnHash', 'tipHash']),
    check(buildingIsOpen, 'BuildingClosed', 'BUILD-4', []),
  ],
  receiveAttestation: [
    // Message
    check(messageIsShortEnough, 'MessageOversized', 'MESSAGE-1', []),
    check(versionIsKnown, 'VersionUnknown', 'MESSAGE-2', []),
    check(domainIsOwn, 'DomainMismatch', 'MESSAGE-3', []),
    check(messageIsWellFormed, 'MessageMalformed', 'MESSAGE-4', []),
    // Proposal
    check(somethingIsProposed, 'NothingProposed', 'BUILD-19', []),
    check(attestsOwnProposal, 'OtherProposal', 'BUILD-19', ['attestedHash', 'proposedHash']),
    check(blockIsNotPublished, 'AlreadyPublished', 'BUILD-22', []),
    check(publishingIsOpen, 'PublishingClosed', 'BUILD-23', []),
    // Signature
    check(attestationSignatureIsValid, 'SignatureInvalid', 'MESSAGE-8', []),
    check(signerIsMember, 'SignerNotMember', 'BUILD-20', []),
    check(attestationIsNew, 'AttestationKnown', 'BUILD-20', []),
  ],
  publish: [
    check(ownTipIsLevel, 'NotFollowing', 'FOLLOW-9', []),
    check(noAlarm, 'AlarmRaised', 'FOLLOW-5', []),
    check(proposerIsInCharge, 'FallbackActive', 'BUILD-1', []),
    check(somethingIsProposed, 'NothingProposed', 'BUILD-19', []),
    check(blockIsNotPublished, 'AlreadyPublished', 'BUILD-22', []),
    check(publishingIsOpen, 'PublishingClosed', 'BUILD-23', []),
    check(builtOnOwnTip, 'ParentNotTip', 'BUILD-3', ['builtOnHash', 'tipHash']),
    check(attestationsAreEnough, 'QuorumNotReached', 'BUILD-21', ['attestations', 'seats']),
  ],
  crash: [],
}

/**
 * What an event leads to in a stored state. A refusal is that of the first check that fails, with its clause.
 * @throws NoTransition where the checks pass and the statechart has no transition
 */
export function step(state: State, event: Event, deployment: Deployment): Step<ProposerTypes> {
  const refused = firstRefusal(checks[event.type], factsOf(state, event, deployment))
  if (refused) return refused
  return match<[StateValue, Event], Accepted<ProposerTypes>>([stateValueOf(state), event])

    // tick in build, to attest: BUILD-4
    .with(['build', { type: 'tick' }], ([, event]) => {
      let next: State = state
      next = updates.passPhase(next, event, deployment)
      return { next, effects: [] }
    })

    // tick in attest, to publish: ATTEST-4
    .with(['attest', { type: 'tick' }], ([, event]) => {
      let next: State = state
      next = updates.passPhase(next, event, deployment)
      return { next, effects: [] }
    })

    // tick in publish, to closed: BUILD-23
    .with(['publish', { type: 'tick' }], ([, event]) => {
      let next: State = state
      next = updates.passPhase(next, event, deployment)
      return { next, effects: [] }
    })

    // tick in closed, to build: TIME-3
    .with(['closed', { type: 'tick' }], ([, event]) => {
      let next: State = state
      next = updates.passPhase(next, event, deployment)
      return { next, effects: [] }
    })

    // follow: FOLLOW-1
    .with([P._, { type: 'follow' }], ([, event]) => {
      let next: State = state
      next = updates.takeView(next, event, deployment)
      return { next, effects: [] }
    })

    // transactionVerified: TX-1, TX-4
    // guarded by TX-4, TX-1
    .with([P._, { type: 'transactionVerified' }], ([, event]) => {
      let next: State = state
      next = updates.holdTransaction(next, event, deployment)
      return { next, effects: [] }
    })

    // build in build: FOLLOW-1, BUILD-7, TX-8
    // guarded by FOLLOW-9, FOLLOW-5, BUILD-1, BUILD-2, BUILD-4, BUILD-5, BUILD-6, BUILD-7, BUILD-8, BUILD-9,
    // BUILD-10, BUILD-11, BUILD-12, BUILD-13, BUILD-14, BUILD-15, BUILD-16
    .with(['build', { type: 'build' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      next = updates.beginBlock(next, event, deployment)
      sent.push(...effects.executeBlock(next, event, deployment))
      return { next, effects: sent }
    })

    // executed in build: BUILD-6, BUILD-18, MESSAGE-10
    // guarded by BUILD-18, FOLLOW-9, FOLLOW-5, BUILD-1, BUILD-3, BUILD-4
    .with(['build', { type: 'executed' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      next = updates.signProposal(next, event, deployment)
      sent.push(...effects.sendProposal(next, event, deployment))
      return { next, effects: sent }
    })

    // receiveAttestation in build, attest, publish: BUILD-19, BUILD-20
    // guarded by MESSAGE-1, MESSAGE-2, MESSAGE-3, MESSAGE-4, BUILD-19, BUILD-22, BUILD-23, MESSAGE-8,
    // BUILD-20
    .with([P.union('build', 'attest', 'publish'), { type: 'receiveAttestation' }], ([, event]) => {
      let next: State = state
      next = updates.collectAttestation(next, event, deployment)
      return { next, effects: [] }
    })

    // publish in build, attest, publish: BUILD-21, BUILD-22
    // guarded by FOLLOW-9, FOLLOW-5, BUILD-1, BUILD-19, BUILD-22, BUILD-23, BUILD-3, BUILD-21
    .with([P.union('build', 'attest', 'publish'), { type: 'publish' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      next = updates.markPublished(next, event, deployment)
      sent.push(...effects.submitBlock(next, event, deployment))
      return { next, effects: sent }
    })

    // crash: FOLLOW-1, BUILD-5
    .with(
      [P._, { type: 'crash' }],
      ([, event]) => parts.selectors.storeIsLost(state, deployment, event),
      ([, event]) => {
        let next: State = state
        next = updates.loseStore(next, event, deployment)
        next = updates.forgetRest(next, event, deployment)
        return { next, effects: [] }
      },
    )

    // crash: FOLLOW-1, BUILD-6, BUILD-22
    .with([P._, { type: 'crash' }], ([, event]) => {
      let next: State = state
      next = updates.forgetRest(next, event, deployment)
      return { next, effects: [] }
    })

    // attest has no transition for what is left: the checks refuse it there
    .with(['attest', { type: P.union('build', 'executed') }], noTransition)

    // publish has no transition for what is left: the checks refuse it there
    .with(['publish', { type: P.union('build', 'executed') }], noTransition)

    // closed has no transition for what is left: the checks refuse it there
    .with(['closed', { type: P.union('build', 'executed', 'receiveAttestation', 'publish') }], noTransition)
    .exhaustive()
}

/** The refusals of all checks that fail, in their order; none where the event is accepted. */
export function refusals(state: State, event: Event, deployment: Deployment): Refused<Refusal>[] {
  return allRefusals(checks[event.type], factsOf(state, event, deployment))
}
