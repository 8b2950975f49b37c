// Generated from model/attester/attester.machine.ts by `npm run generate`. Do not edit.

import { match, P } from 'ts-pattern'
import type { Accepted, Check, Refused, Step } from '../step.ts'
import { allRefusals, check, firstRefusal, noTransition } from '../step.ts'
import { effects } from '../../../model/attester/effects.ts'
import { factsOf } from '../../../model/attester/facts.ts'
import { parts } from '../../../model/attester/parts.ts'
import {
  attestingIsOpen,
  attestingMayBegin,
  committeeAttests,
  nothingIsInWork,
  proposalHasNoneTwice,
  proposalIsAfterTip,
  proposalIsForSlot,
  proposalIsLongEnough,
  proposalTakesTheDue,
  proposalTakesTheFront,
  proposalTakesTheMinimum,
  proposalTakesWhatWaits,
  proposedOnOwnTip,
  selfIsMember,
  signerIsProposer,
  slotIsNotSigned,
  timestampIsOfSlot,
  workHasComputedBlobs,
  workHasComputedRoot,
  workIsExecutable,
  workIsExecuting,
} from '../../../model/attester/rules/attest.ts'
import { stateValueOf } from '../../../model/attester/stateValue.ts'
import type { AttesterTypes } from '../../../model/attester/types.ts'
import { updates } from '../../../model/attester/updates.ts'
import { noAlarm, nodeHasView } from '../../../model/node/rules/follow.ts'
import {
  domainIsOwn,
  listIsThatOfHeader,
  messageIsShortEnough,
  messageIsWellFormed,
  proposalSignatureIsValid,
  versionIsKnown,
} from '../../../model/node/rules/message.ts'
import { transactionIsNew, transactionProofIsValid } from '../../../model/node/rules/transaction.ts'

type State = AttesterTypes['state']
type Event = AttesterTypes['event']
type Effect = AttesterTypes['effect']
type Deployment = AttesterTypes['deployment']
type Refusal = AttesterTypes['refusal']
type StateValue = ReturnType<typeof stateValueOf>

/** The checks of each event, in the order of the statechart, by stage where there are several. */
const checks: Record<Event['type'], readonly Check<Refusal>[]> = {
  tick: [],
  follow: [],
  transactionVerified: [
    check(transactionIsNew, 'TransactionHeld', 'TX-4', []),
    check(transactionProofIsValid, 'TransactionProofInvalid', 'TX-1', []),
  ],
  receiveProposal: [
    // Message
    check(messageIsShortEnough, 'MessageOversized', 'MESSAGE-1', []),
    check(versionIsKnown, 'VersionUnknown', 'MESSAGE-2', []),
    check(domainIsOwn, 'DomainMismatch', 'MESSAGE-3', []),
    check(messageIsWellFormed, 'MessageMalformed', 'MESSAGE-4', []),
    check(listIsThatOfHeader, 'ListMismatch', 'MESSAGE-5', []),
    // View
    check(nodeHasView, 'NotFollowing', 'FOLLOW-1', []),
    check(noAlarm, 'AlarmRaised', 'FOLLOW-5', []),
    check(committeeAttests, 'FallbackActive', 'ATTEST-1', []),
    // Slot
    check(selfIsMember, 'NotMember', 'ATTEST-2', []),
    check(proposalIsForSlot, 'SlotNotCurrent', 'ATTEST-3', ['proposalSlot', 'slot']),
    check(attestingIsOpen, 'AttestingClosed', 'ATTEST-4', []),
    check(timestampIsOfSlot, 'TimestampMismatch', 'ATTEST-5', ['timestampSlot', 'proposalSlot']),
    // Signature
    check(proposalSignatureIsValid, 'SignatureInvalid', 'MESSAGE-7', []),
    check(signerIsProposer, 'SignerNotProposer', 'ATTEST-6', ['signer', 'proposer']),
    // Once
    check(attestingMayBegin, 'StartTooRecent', 'ATTEST-7', ['slot', 'signsFrom']),
    check(nothingIsInWork, 'ProposalInWork', 'ATTEST-8', []),
    check(proposedOnOwnTip, 'ParentNotTip', 'ATTEST-9', ['proposedOnHash', 'tipHash']),
    check(slotIsNotSigned, 'AlreadySigned', 'ATTEST-10', ['slot', 'nextSigned']),
    check(proposalIsAfterTip, 'SlotTaken', 'ATTEST-11', ['proposalSlot', 'nextSlot']),
    // Forced
    check(proposalTakesWhatWaits, 'ForcedBeyondQueue', 'ATTEST-12', ['forcedCount', 'waitingForced']),
    check(proposalTakesTheFront, 'ForcedHashMismatch', 'ATTEST-12', ['forcedHash', 'queueHash']),
    check(proposalTakesTheDue, 'ForcedTransactionsDue', 'ATTEST-12', []),
    check(proposalTakesTheMinimum, 'ForcedBelowMinimum', 'ATTEST-12', ['forcedCount', 'forcedMinimum']),
    // List
    check(
      proposalIsLongEnough,
      'TooFewTransactions',
      'ATTEST-13',
      ['listLength', 'minTxPerBlock', 'forcedCount'],
    ),
    check(proposalHasNoneTwice, 'TransactionTwice', 'ATTEST-13', []),
  ],
  executed: [
    check(workIsExecuting, 'NothingExecuting', 'ATTEST-15', ['missingCount']),
    check(noAlarm, 'AlarmRaised', 'FOLLOW-5', []),
    check(committeeAttests, 'FallbackActive', 'ATTEST-1', []),
    check(attestingIsOpen, 'AttestingClosed', 'ATTEST-4', []),
    check(proposedOnOwnTip, 'ParentNotTip', 'ATTEST-9', ['proposedOnHash', 'tipHash']),
    check(workIsExecutable, 'NotExecutable', 'ATTEST-16', []),
    check(workHasComputedBlobs, 'BlobHashesMismatch', 'ATTEST-17', []),
    check(workHasComputedRoot, 'RootMismatch', 'ATTEST-18', ['proposedHash', 'computedHash']),
  ],
  crash: [],
}

/**
 * What an event leads to in a stored state. A refusal is that of the first check that fails, with its clause.
 * @throws NoTransition where the checks pass and the statechart has no transition
 */
export function step(state: State, event: Event, deployment: Deployment): Step<AttesterTypes> {
  const refused = firstRefusal(checks[event.type], factsOf(state, event, deployment))
  if (refused) return refused
  return match<[StateValue, Event], Accepted<AttesterTypes>>([stateValueOf(state), event])

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

    // transactionVerified in build, attest: TX-1, TX-4, ATTEST-14
    // guarded by TX-4, TX-1
    .with(
      [P.union('build', 'attest'), { type: 'transactionVerified' }],
      ([, event]) => parts.selectors.completesWork(state, deployment, event),
      ([, event]) => {
        let next: State = state
        const sent: Effect[] = []
        next = updates.holdTransaction(next, event, deployment)
        sent.push(...effects.executeWork(next, event, deployment))
        return { next, effects: sent }
      },
    )

    // transactionVerified: TX-1, TX-4
    // guarded by TX-4, TX-1
    .with([P._, { type: 'transactionVerified' }], ([, event]) => {
      let next: State = state
      next = updates.holdTransaction(next, event, deployment)
      return { next, effects: [] }
    })

    // receiveProposal in build, attest: ATTEST-8, ATTEST-14, TX-8
    // guarded by MESSAGE-1, MESSAGE-2, MESSAGE-3, MESSAGE-4, MESSAGE-5, FOLLOW-1, FOLLOW-5, ATTEST-1,
    // ATTEST-2, ATTEST-3, ATTEST-4, ATTEST-5, MESSAGE-7, ATTEST-6, ATTEST-7, ATTEST-8, ATTEST-9, ATTEST-10,
    // ATTEST-11, ATTEST-12, ATTEST-13
    .with(
      [P.union('build', 'attest'), { type: 'receiveProposal' }],
      ([, event]) => parts.selectors.nothingIsMissing(state, deployment, event),
      ([, event]) => {
        let next: State = state
        const sent: Effect[] = []
        next = updates.takeProposal(next, event, deployment)
        sent.push(...effects.executeWork(next, event, deployment))
        return { next, effects: sent }
      },
    )

    // receiveProposal in build, attest: ATTEST-8, ATTEST-14, MESSAGE-10
    // guarded by MESSAGE-1, MESSAGE-2, MESSAGE-3, MESSAGE-4, MESSAGE-5, FOLLOW-1, FOLLOW-5, ATTEST-1,
    // ATTEST-2, ATTEST-3, ATTEST-4, ATTEST-5, MESSAGE-7, ATTEST-6, ATTEST-7, ATTEST-8, ATTEST-9, ATTEST-10,
    // ATTEST-11, ATTEST-12, ATTEST-13
    .with([P.union('build', 'attest'), { type: 'receiveProposal' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      next = updates.takeProposal(next, event, deployment)
      sent.push(...effects.requestMissing(next, event, deployment))
      return { next, effects: sent }
    })

    // executed in build, attest: ATTEST-10, ATTEST-19, MESSAGE-10
    // guarded by ATTEST-15, FOLLOW-5, ATTEST-1, ATTEST-4, ATTEST-9, ATTEST-16, ATTEST-17, ATTEST-18
    .with([P.union('build', 'attest'), { type: 'executed' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      next = updates.signWork(next, event, deployment)
      sent.push(...effects.sendAttestation(next, event, deployment))
      return { next, effects: sent }
    })

    // crash: FOLLOW-1, ATTEST-7
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

    // crash: FOLLOW-1, ATTEST-10
    .with([P._, { type: 'crash' }], ([, event]) => {
      let next: State = state
      next = updates.forgetRest(next, event, deployment)
      return { next, effects: [] }
    })

    // publish has no transition for what is left: the checks refuse it there
    .with(['publish', { type: P.union('receiveProposal', 'executed') }], noTransition)

    // closed has no transition for what is left: the checks refuse it there
    .with(['closed', { type: P.union('receiveProposal', 'executed') }], noTransition)
    .exhaustive()
}

/** The refusals of all checks that fail, in their order; none where the event is accepted. */
export function refusals(state: State, event: Event, deployment: Deployment): Refused<Refusal>[] {
  return allRefusals(checks[event.type], factsOf(state, event, deployment))
}
