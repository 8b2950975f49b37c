// Generated from model/l1-rollup/l1-rollup.machine.ts by `npm run generate`. Do not edit.

import { match, P } from 'ts-pattern'
import type { Accepted, Check, Refused, Step } from '../step.ts'
import { allRefusals, check, firstRefusal, noTransition } from '../step.ts'
import { factsOf } from '../../../model/l1-rollup/facts.ts'
import { logs } from '../../../model/l1-rollup/logs.ts'
import { parts } from '../../../model/l1-rollup/parts.ts'
import {
  attestationIsFalse,
  challengeIsInTime,
  challengesAreOver,
  postingMatches,
  somethingToChallenge,
} from '../../../model/l1-rollup/rules/challenge.ts'
import {
  bondIsEnough,
  claimWindowOpen,
  escrowCovers,
  feeIsAllowed,
  noClaimIsLive,
  quoteIsForPrecedingEpoch,
  quoteIsSigned,
  quoteIsValid,
  somethingToClaim,
} from '../../../model/l1-rollup/rules/claim.ts'
import { pruneDue } from '../../../model/l1-rollup/rules/due.ts'
import {
  callerIsAdministrator,
  epochIsNotSampled,
  validatorIsNew,
  validatorIsNotZero,
  validatorIsRegistered,
} from '../../../model/l1-rollup/rules/epoch.ts'
import {
  amountIsPositive,
  availableCovers,
  depositFits,
  noWithdrawalIsPending,
  receiverIsValid,
  somethingToCollect,
  somethingWasSlashed,
  tokensCover,
  withdrawalIsPending,
  withdrawalIsUnlocked,
} from '../../../model/l1-rollup/rules/escrow.ts'
import {
  committeeIsInCharge,
  fallbackIsActive,
  slotIsNotInFuture,
} from '../../../model/l1-rollup/rules/fallback.ts'
import {
  callerMayProve,
  epochHasEnded,
  proofEndsWithEpoch,
  proofIsValid,
  proofStartsAtProvenTip,
  somethingToProve,
} from '../../../model/l1-rollup/rules/proof.ts'
import {
  attestationsAreByMembers,
  blobHashesMatch,
  blobsArePublished,
  callerIsProposer,
  committeeIsInForce,
  committeeNotEmpty,
  parentIsTip,
  quorumIsReached,
  slotIsCurrent,
  slotIsFree,
  timestampIsStartOfSlot,
} from '../../../model/l1-rollup/rules/propose.ts'
import {
  dueAreTaken,
  forcedAreThere,
  forcedDataFits,
  forcedHashMatches,
  forcedProofIsValid,
  minimumIsTaken,
} from '../../../model/l1-rollup/rules/queue.ts'
import { hasStarted } from '../../../model/l1-rollup/rules/time.ts'
import { stateValueOf } from '../../../model/l1-rollup/stateValue.ts'
import type { L1RollupTypes } from '../../../model/l1-rollup/types.ts'
import { updates } from '../../../model/l1-rollup/updates.ts'

type State = L1RollupTypes['state']
type Event = L1RollupTypes['event']
type Effect = L1RollupTypes['effect']
type Deployment = L1RollupTypes['deployment']
type Refusal = L1RollupTypes['refusal']
type StateValue = ReturnType<typeof stateValueOf>

/** The checks of each event, in the order of the statechart, by stage where there are several. */
const checks: Record<Event['type'], readonly Check<Refusal>[]> = {
  advanceSlot: [],
  propose: [
    // Mode
    check(hasStarted, 'NotStarted', 'TIME-4', ['timestamp', 'genesisTimestamp']),
    check(committeeIsInCharge, 'FallbackActive', 'FALLBACK-5', []),
    // Committee
    check(committeeNotEmpty, 'CommitteeEmpty', 'PROPOSE-1', ['committeeSize']),
    check(committeeIsInForce, 'CommitteeMismatch', 'PROPOSE-2', ['givenCommittee', 'committeeInForce']),
    // Header
    check(slotIsCurrent, 'SlotNotCurrent', 'PROPOSE-3', ['headerSlot', 'slot']),
    check(timestampIsStartOfSlot, 'TimestampMismatch', 'PROPOSE-4', ['headerTimestamp', 'startOfHeaderSlot']),
    check(parentIsTip, 'ParentNotTip', 'PROPOSE-5', ['parentHash', 'tipHash']),
    check(slotIsFree, 'SlotTaken', 'PROPOSE-6', ['headerSlot', 'nextSlot']),
    check(callerIsProposer, 'CallerNotProposer', 'PROPOSE-7', ['caller', 'proposer']),
    // Blobs
    check(blobsArePublished, 'BlobsMissing', 'PROPOSE-8', ['publishedBlobs']),
    check(blobHashesMatch, 'BlobHashesMismatch', 'PROPOSE-9', ['headerBlobs', 'publishedBlobsHash']),
    // Forced
    check(forcedAreThere, 'ForcedBeyondQueue', 'QUEUE-4', ['forcedCount', 'waitingForced']),
    check(forcedHashMatches, 'ForcedHashMismatch', 'QUEUE-5', ['forcedHash', 'queueHash']),
    check(dueAreTaken, 'ForcedTransactionsDue', 'QUEUE-6', []),
    check(minimumIsTaken, 'ForcedBelowMinimum', 'QUEUE-7', ['forcedCount', 'forcedMinimum']),
    // Attestations
    check(attestationsAreByMembers, 'AttestationInvalid', 'PROPOSE-10', ['invalidSeat', 'seats']),
    check(quorumIsReached, 'QuorumNotReached', 'PROPOSE-11', ['attestations', 'seats']),
  ],
  challenge: [
    // Block
    check(hasStarted, 'NotStarted', 'TIME-4', ['timestamp', 'genesisTimestamp']),
    check(somethingToChallenge, 'NothingToChallenge', 'CHALLENGE-3', ['challengedSlot', 'challengeSlots']),
    // Posting
    check(postingMatches, 'PostingMismatch', 'CHALLENGE-4', ['givenPosting', 'storedPosting']),
    check(challengeIsInTime, 'ChallengeTooLate', 'CHALLENGE-5', ['slot', 'challengedSlot', 'challengeSlots']),
    // Attestation
    check(attestationIsFalse, 'ChallengeUnfounded', 'CHALLENGE-6', ['seat', 'seats', 'signer', 'member']),
  ],
  claimEpochProofRight: [
    // Mode
    check(hasStarted, 'NotStarted', 'TIME-4', ['timestamp', 'genesisTimestamp']),
    check(committeeIsInCharge, 'FallbackActive', 'FALLBACK-5', []),
    // Epoch
    check(claimWindowOpen, 'ClaimWindowClosed', 'CLAIM-1', ['offset', 'claimWindowSlots']),
    check(somethingToClaim, 'NothingToClaim', 'CLAIM-2', ['oldestUnprovenEpoch', 'currentEpoch']),
    check(quoteIsForPrecedingEpoch, 'QuoteForOtherEpoch', 'CLAIM-3', ['epochToProve', 'currentEpoch']),
    check(noClaimIsLive, 'ClaimAlreadyMade', 'CLAIM-4', ['claimedProver']),
    // Claimant
    check(committeeNotEmpty, 'CommitteeEmpty', 'PROPOSE-1', ['committeeSize']),
    check(committeeIsInForce, 'CommitteeMismatch', 'PROPOSE-2', ['givenCommittee', 'committeeInForce']),
    check(callerIsProposer, 'CallerNotProposer', 'PROPOSE-7', ['caller', 'proposer']),
    // Quote
    check(quoteIsValid, 'QuoteExpired', 'CLAIM-5', ['slot', 'validUntilSlot']),
    check(bondIsEnough, 'BondBelowMinimum', 'CLAIM-6', ['bondAmount', 'minimumBondWei']),
    check(feeIsAllowed, 'FeeAboveMaximum', 'CLAIM-7', ['basisPointFee']),
    // Bond
    check(escrowCovers, 'EscrowInsufficient', 'CLAIM-8', ['availableWei', 'withdrawingWei', 'bondAmount']),
    // Signature
    check(quoteIsSigned, 'QuoteSignatureInvalid', 'CLAIM-9', ['signer', 'proverAddress']),
  ],
  submitEpochProof: [
    // Epoch
    check(hasStarted, 'NotStarted', 'TIME-4', ['timestamp', 'genesisTimestamp']),
    check(somethingToProve, 'NothingToProve', 'PROOF-1', []),
    check(epochHasEnded, 'EpochNotEnded', 'PROOF-2', ['oldestUnprovenEpoch', 'currentEpoch']),
    check(challengesAreOver, 'ChallengeOpen', 'CHALLENGE-9', ['slot', 'epochEndSlot', 'challengeSlots']),
    // Blocks
    check(proofStartsAtProvenTip, 'ProofStartMismatch', 'PROOF-3', ['fromHash', 'provenHash']),
    check(proofEndsWithEpoch, 'ProofEndMismatch', 'PROOF-4', ['toHash', 'epochEndHash']),
    // Verification
    check(proofIsValid, 'ProofInvalid', 'PROOF-5', []),
    check(callerMayProve, 'CallerNotProver', 'PROOF-10', ['caller', 'claimedProver']),
  ],
  proposeWithProof: [
    // Mode
    check(hasStarted, 'NotStarted', 'TIME-4', ['timestamp', 'genesisTimestamp']),
    check(fallbackIsActive, 'FallbackNotActive', 'FALLBACK-9', []),
    // Header
    check(slotIsNotInFuture, 'SlotInFuture', 'FALLBACK-12', ['headerSlot', 'slot']),
    check(timestampIsStartOfSlot, 'TimestampMismatch', 'PROPOSE-4', ['headerTimestamp', 'startOfHeaderSlot']),
    check(parentIsTip, 'ParentNotTip', 'PROPOSE-5', ['parentHash', 'tipHash']),
    check(slotIsFree, 'SlotTaken', 'PROPOSE-6', ['headerSlot', 'nextSlot']),
    // Blobs
    check(blobsArePublished, 'BlobsMissing', 'PROPOSE-8', ['publishedBlobs']),
    check(blobHashesMatch, 'BlobHashesMismatch', 'PROPOSE-9', ['headerBlobs', 'publishedBlobsHash']),
    // Forced
    check(forcedAreThere, 'ForcedBeyondQueue', 'QUEUE-4', ['forcedCount', 'waitingForced']),
    check(forcedHashMatches, 'ForcedHashMismatch', 'QUEUE-5', ['forcedHash', 'queueHash']),
    check(dueAreTaken, 'ForcedTransactionsDue', 'QUEUE-6', []),
    check(minimumIsTaken, 'ForcedBelowMinimum', 'QUEUE-7', ['forcedCount', 'forcedMinimum']),
    // Verification
    check(proofIsValid, 'ProofInvalid', 'PROOF-5', []),
  ],
  forceInclusion: [
    // Data
    check(hasStarted, 'NotStarted', 'TIME-4', ['timestamp', 'genesisTimestamp']),
    check(forcedDataFits, 'ForcedDataUnfit', 'QUEUE-1', ['dataBytes', 'forcedMaximumBytes']),
    // Verification
    check(forcedProofIsValid, 'ForcedProofInvalid', 'QUEUE-2', []),
  ],
  prune: [
    check(hasStarted, 'NotStarted', 'TIME-4', ['timestamp', 'genesisTimestamp']),
    check(
      pruneDue,
      'NothingToPrune',
      'PRUNE-5',
      ['oldestUnprovenEpoch', 'claimedProver', 'currentEpoch', 'offset', 'claimWindowSlots'],
    ),
  ],
  setupEpoch: [
    check(hasStarted, 'NotStarted', 'TIME-4', ['timestamp', 'genesisTimestamp']),
    check(epochIsNotSampled, 'EpochAlreadySampled', 'EPOCH-1', ['lastSampledEpoch', 'sampledEpoch']),
  ],
  addValidator: [
    // Time
    check(hasStarted, 'NotStarted', 'TIME-4', ['timestamp', 'genesisTimestamp']),
    // Registration
    check(callerIsAdministrator, 'CallerNotAdministrator', 'VALIDATOR-1', ['caller', 'administrator']),
    check(validatorIsNotZero, 'ValidatorZero', 'VALIDATOR-2', ['validator']),
    check(validatorIsNew, 'ValidatorAlreadyRegistered', 'VALIDATOR-3', ['validator']),
  ],
  removeValidator: [
    check(hasStarted, 'NotStarted', 'TIME-4', ['timestamp', 'genesisTimestamp']),
    check(callerIsAdministrator, 'CallerNotAdministrator', 'VALIDATOR-1', ['caller', 'administrator']),
    check(validatorIsRegistered, 'ValidatorNotRegistered', 'VALIDATOR-4', ['validator']),
  ],
  deposit: [
    check(amountIsPositive, 'AmountZero', 'ESCROW-1', ['amountWei']),
    check(tokensCover, 'TokenBalanceInsufficient', 'ESCROW-2', ['tokenBalanceWei', 'amountWei']),
    check(depositFits, 'EscrowCapExceeded', 'ESCROW-3', ['heldWei', 'amountWei', 'escrowCapWei']),
  ],
  startWithdrawal: [
    check(hasStarted, 'NotStarted', 'TIME-4', ['timestamp', 'genesisTimestamp']),
    check(amountIsPositive, 'AmountZero', 'ESCROW-1', ['amountWei']),
    check(availableCovers, 'AvailableInsufficient', 'ESCROW-5', ['availableWei', 'amountWei']),
    check(noWithdrawalIsPending, 'WithdrawalPending', 'ESCROW-6', ['withdrawingWei']),
  ],
  executeWithdrawal: [
    check(hasStarted, 'NotStarted', 'TIME-4', ['timestamp', 'genesisTimestamp']),
    check(withdrawalIsUnlocked, 'WithdrawalLocked', 'ESCROW-7', ['slot', 'unlockSlot']),
    check(withdrawalIsPending, 'NoWithdrawal', 'ESCROW-8', ['withdrawingWei']),
    check(receiverIsValid, 'ReceiverInvalid', 'ESCROW-14', ['receiver', 'escrow']),
  ],
  collectSlashed: [check(somethingWasSlashed, 'NothingSlashed', 'ESCROW-9', ['slashedWei'])],
  collectReward: [check(somethingToCollect, 'NothingToCollect', 'REWARD-5', ['creditWei'])],
}

/**
 * What an event leads to in a stored state. A refusal is that of the first check that fails, with its clause.
 * @throws NoTransition where the checks pass and the statechart has no transition
 */
export function step(state: State, event: Event, deployment: Deployment): Step<L1RollupTypes> {
  const refused = firstRefusal(checks[event.type], factsOf(state, event, deployment))
  if (refused) return refused
  return match<[StateValue, Event], Accepted<L1RollupTypes>>([stateValueOf(state), event])

    // advanceSlot: TIME-3
    .with([P._, { type: 'advanceSlot' }], ([, event]) => {
      let next: State = state
      next = updates.advanceSlot(next, event, deployment)
      return { next, effects: [] }
    })

    // propose in committeeMode.claimed, to committeeMode.unclaimed: PROPOSE-12, CHALLENGE-2, FALLBACK-2,
    // PRUNE-4, LOG-2, PRUNE-3
    // guarded by TIME-4, FALLBACK-5, PROPOSE-1, PROPOSE-2, PROPOSE-3, PROPOSE-4, PROPOSE-5, PROPOSE-6,
    // PROPOSE-7, PROPOSE-8, PROPOSE-9, QUEUE-4, QUEUE-5, QUEUE-6, QUEUE-7, PROPOSE-10, PROPOSE-11
    .with(
      [{ committeeMode: 'claimed' }, { type: 'propose' }],
      ([, event]) => parts.selectors.slashDue(state, deployment, event),
      ([, event]) => {
        let next: State = state
        const sent: Effect[] = []
        sent.push(...logs.announceDue(next, event, deployment))
        next = updates.settleDue(next, event, deployment)
        sent.push(...logs.announceBlock(next, event, deployment))
        next = updates.appendBlock(next, event, deployment)
        next = updates.keepPosting(next, event, deployment)
        next = updates.startCount(next, event, deployment)
        return { next, effects: sent }
      },
    )

    // propose in committeeMode.unclaimed, committeeMode.claimed: PROPOSE-12, CHALLENGE-2, FALLBACK-2,
    // PRUNE-4, LOG-2
    // guarded by TIME-4, FALLBACK-5, PROPOSE-1, PROPOSE-2, PROPOSE-3, PROPOSE-4, PROPOSE-5, PROPOSE-6,
    // PROPOSE-7, PROPOSE-8, PROPOSE-9, QUEUE-4, QUEUE-5, QUEUE-6, QUEUE-7, PROPOSE-10, PROPOSE-11
    .with([{ committeeMode: P._ }, { type: 'propose' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...logs.announceDue(next, event, deployment))
      next = updates.settleDue(next, event, deployment)
      sent.push(...logs.announceBlock(next, event, deployment))
      next = updates.appendBlock(next, event, deployment)
      next = updates.keepPosting(next, event, deployment)
      next = updates.startCount(next, event, deployment)
      return { next, effects: sent }
    })

    // propose in fallbackMode, to committeeMode.unclaimed: PROPOSE-12, CHALLENGE-2, FALLBACK-2, PRUNE-4,
    // LOG-2, FALLBACK-6, FALLBACK-7, LOG-10
    // guarded by TIME-4, FALLBACK-5, PROPOSE-1, PROPOSE-2, PROPOSE-3, PROPOSE-4, PROPOSE-5, PROPOSE-6,
    // PROPOSE-7, PROPOSE-8, PROPOSE-9, QUEUE-4, QUEUE-5, QUEUE-6, QUEUE-7, PROPOSE-10, PROPOSE-11
    .with(['fallbackMode', { type: 'propose' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...logs.announceDue(next, event, deployment))
      next = updates.settleDue(next, event, deployment)
      sent.push(...logs.announceBlock(next, event, deployment))
      next = updates.appendBlock(next, event, deployment)
      next = updates.keepPosting(next, event, deployment)
      next = updates.startCount(next, event, deployment)
      return { next, effects: sent }
    })

    // challenge in committeeMode.claimed, to committeeMode.unclaimed: CHALLENGE-7, PRUNE-4, LOG-13,
    // CHALLENGE-8, CHALLENGE-13
    // guarded by TIME-4, CHALLENGE-3, CHALLENGE-4, CHALLENGE-5, CHALLENGE-6
    .with(
      [{ committeeMode: 'claimed' }, { type: 'challenge' }],
      ([, event]) => parts.selectors.nothingIsLeft(state, deployment, event),
      ([, event]) => {
        let next: State = state
        const sent: Effect[] = []
        sent.push(...logs.announceDue(next, event, deployment))
        next = updates.settleDue(next, event, deployment)
        sent.push(...logs.announceCut(next, event, deployment))
        next = updates.cutChain(next, event, deployment)
        sent.push(...logs.announceReturnedBond(next, event, deployment))
        next = updates.returnBond(next, event, deployment)
        next = updates.putEntryOff(next, event, deployment)
        return { next, effects: sent }
      },
    )

    // challenge in committeeMode.unclaimed, committeeMode.claimed: CHALLENGE-7, PRUNE-4, LOG-13
    // guarded by TIME-4, CHALLENGE-3, CHALLENGE-4, CHALLENGE-5, CHALLENGE-6
    .with([{ committeeMode: P._ }, { type: 'challenge' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...logs.announceDue(next, event, deployment))
      next = updates.settleDue(next, event, deployment)
      sent.push(...logs.announceCut(next, event, deployment))
      next = updates.cutChain(next, event, deployment)
      return { next, effects: sent }
    })

    // claimEpochProofRight in committeeMode.unclaimed, to committeeMode.claimed: CLAIM-10, PRUNE-4, LOG-3
    // guarded by TIME-4, FALLBACK-5, CLAIM-1, CLAIM-2, CLAIM-3, CLAIM-4, PROPOSE-1, PROPOSE-2, PROPOSE-7,
    // CLAIM-5, CLAIM-6, CLAIM-7, CLAIM-8, CLAIM-9
    .with([{ committeeMode: 'unclaimed' }, { type: 'claimEpochProofRight' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...logs.announceDue(next, event, deployment))
      next = updates.settleDue(next, event, deployment)
      sent.push(...logs.announceClaim(next, event, deployment))
      next = updates.stakeBond(next, event, deployment)
      next = updates.recordClaim(next, event, deployment)
      return { next, effects: sent }
    })

    // submitEpochProof in committeeMode.unclaimed: PROOF-6, PROOF-8, REWARD-4, FALLBACK-2, PRUNE-4, LOG-4
    // guarded by TIME-4, PROOF-1, PROOF-2, CHALLENGE-9, PROOF-3, PROOF-4, PROOF-5, PROOF-10
    .with([{ committeeMode: 'unclaimed' }, { type: 'submitEpochProof' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...logs.announceDue(next, event, deployment))
      next = updates.settleDue(next, event, deployment)
      sent.push(...logs.announceProof(next, event, deployment))
      sent.push(...logs.announceCredits(next, event, deployment))
      next = updates.creditReward(next, event, deployment)
      next = updates.finaliseEpoch(next, event, deployment)
      next = updates.countAdvance(next, event, deployment)
      return { next, effects: sent }
    })

    // submitEpochProof in committeeMode.claimed, to committeeMode.unclaimed: PROOF-6, PROOF-7, REWARD-1,
    // REWARD-2, REWARD-3, REWARD-6, FALLBACK-2, PRUNE-4, LOG-4
    // guarded by TIME-4, PROOF-1, PROOF-2, CHALLENGE-9, PROOF-3, PROOF-4, PROOF-5, PROOF-10
    .with([{ committeeMode: 'claimed' }, { type: 'submitEpochProof' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...logs.announceDue(next, event, deployment))
      next = updates.settleDue(next, event, deployment)
      sent.push(...logs.announceProof(next, event, deployment))
      sent.push(...logs.announceCredits(next, event, deployment))
      next = updates.creditReward(next, event, deployment)
      next = updates.returnBond(next, event, deployment)
      next = updates.finaliseEpoch(next, event, deployment)
      next = updates.countAdvance(next, event, deployment)
      return { next, effects: sent }
    })

    // proposeWithProof in committeeMode.unclaimed, committeeMode.claimed, to fallbackMode: FALLBACK-10,
    // FALLBACK-11, FALLBACK-13, FALLBACK-14, FALLBACK-15, PRUNE-4, LOG-2, LOG-10, LOG-12
    // guarded by TIME-4, FALLBACK-9, FALLBACK-12, PROPOSE-4, PROPOSE-5, PROPOSE-6, PROPOSE-8, PROPOSE-9,
    // QUEUE-4, QUEUE-5, QUEUE-6, QUEUE-7, PROOF-5
    .with([{ committeeMode: P._ }, { type: 'proposeWithProof' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...logs.announceDue(next, event, deployment))
      next = updates.settleDue(next, event, deployment)
      sent.push(...logs.announceProvenBlock(next, event, deployment))
      sent.push(...logs.announceFallbackCredit(next, event, deployment))
      next = updates.creditFallback(next, event, deployment)
      next = updates.proveBlock(next, event, deployment)
      next = updates.countAdvance(next, event, deployment)
      return { next, effects: sent }
    })

    // proposeWithProof in fallbackMode: FALLBACK-10, FALLBACK-11, FALLBACK-13, FALLBACK-14, FALLBACK-15,
    // PRUNE-4, LOG-2, LOG-10, LOG-12
    // guarded by TIME-4, FALLBACK-9, FALLBACK-12, PROPOSE-4, PROPOSE-5, PROPOSE-6, PROPOSE-8, PROPOSE-9,
    // QUEUE-4, QUEUE-5, QUEUE-6, QUEUE-7, PROOF-5
    .with(['fallbackMode', { type: 'proposeWithProof' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...logs.announceDue(next, event, deployment))
      next = updates.settleDue(next, event, deployment)
      sent.push(...logs.announceProvenBlock(next, event, deployment))
      sent.push(...logs.announceFallbackCredit(next, event, deployment))
      next = updates.creditFallback(next, event, deployment)
      next = updates.proveBlock(next, event, deployment)
      next = updates.countAdvance(next, event, deployment)
      return { next, effects: sent }
    })

    // forceInclusion in committeeMode.unclaimed, committeeMode.claimed, to fallbackMode: QUEUE-3, FALLBACK-2,
    // PRUNE-4, LOG-2, LOG-10, LOG-11
    // guarded by TIME-4, QUEUE-1, QUEUE-2
    .with(
      [{ committeeMode: P._ }, { type: 'forceInclusion' }],
      ([, event]) => parts.selectors.fallbackInForce(state, deployment, event),
      ([, event]) => {
        let next: State = state
        const sent: Effect[] = []
        sent.push(...logs.announceDue(next, event, deployment))
        next = updates.settleDue(next, event, deployment)
        sent.push(...logs.announceForced(next, event, deployment))
        next = updates.appendForced(next, event, deployment)
        next = updates.startCount(next, event, deployment)
        return { next, effects: sent }
      },
    )

    // forceInclusion in committeeMode.claimed, to committeeMode.unclaimed: QUEUE-3, FALLBACK-2, PRUNE-4,
    // LOG-2, LOG-10, LOG-11
    // guarded by TIME-4, QUEUE-1, QUEUE-2
    .with(
      [{ committeeMode: 'claimed' }, { type: 'forceInclusion' }],
      ([, event]) => parts.selectors.slashDue(state, deployment, event),
      ([, event]) => {
        let next: State = state
        const sent: Effect[] = []
        sent.push(...logs.announceDue(next, event, deployment))
        next = updates.settleDue(next, event, deployment)
        sent.push(...logs.announceForced(next, event, deployment))
        next = updates.appendForced(next, event, deployment)
        next = updates.startCount(next, event, deployment)
        return { next, effects: sent }
      },
    )

    // forceInclusion in committeeMode.unclaimed, committeeMode.claimed: QUEUE-3, FALLBACK-2, PRUNE-4, LOG-2,
    // LOG-10, LOG-11
    // guarded by TIME-4, QUEUE-1, QUEUE-2
    .with([{ committeeMode: P._ }, { type: 'forceInclusion' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...logs.announceDue(next, event, deployment))
      next = updates.settleDue(next, event, deployment)
      sent.push(...logs.announceForced(next, event, deployment))
      next = updates.appendForced(next, event, deployment)
      next = updates.startCount(next, event, deployment)
      return { next, effects: sent }
    })

    // forceInclusion in fallbackMode: QUEUE-3, FALLBACK-2, PRUNE-4, LOG-2, LOG-10, LOG-11
    // guarded by TIME-4, QUEUE-1, QUEUE-2
    .with(
      ['fallbackMode', { type: 'forceInclusion' }],
      ([, event]) => parts.selectors.fallbackInForce(state, deployment, event),
      ([, event]) => {
        let next: State = state
        const sent: Effect[] = []
        sent.push(...logs.announceDue(next, event, deployment))
        next = updates.settleDue(next, event, deployment)
        sent.push(...logs.announceForced(next, event, deployment))
        next = updates.appendForced(next, event, deployment)
        next = updates.startCount(next, event, deployment)
        return { next, effects: sent }
      },
    )

    // forceInclusion in fallbackMode, to committeeMode.unclaimed: QUEUE-3, FALLBACK-2, PRUNE-4, LOG-2,
    // LOG-10, LOG-11
    // guarded by TIME-4, QUEUE-1, QUEUE-2
    .with(['fallbackMode', { type: 'forceInclusion' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...logs.announceDue(next, event, deployment))
      next = updates.settleDue(next, event, deployment)
      sent.push(...logs.announceForced(next, event, deployment))
      next = updates.appendForced(next, event, deployment)
      next = updates.startCount(next, event, deployment)
      return { next, effects: sent }
    })

    // prune in committeeMode.unclaimed, committeeMode.claimed, to fallbackMode: PRUNE-1, PRUNE-2, PRUNE-3,
    // PRUNE-4, PRUNE-5, FALLBACK-4, LOG-2, LOG-10
    // guarded by TIME-4, PRUNE-5
    .with(
      [{ committeeMode: P._ }, { type: 'prune' }],
      ([, event]) => parts.selectors.fallbackInForce(state, deployment, event),
      ([, event]) => {
        let next: State = state
        const sent: Effect[] = []
        sent.push(...logs.announceDue(next, event, deployment))
        next = updates.settleDue(next, event, deployment)
        return { next, effects: sent }
      },
    )

    // prune in committeeMode.unclaimed: PRUNE-1, PRUNE-2, PRUNE-3, PRUNE-4, PRUNE-5, FALLBACK-4, LOG-2,
    // LOG-10
    // guarded by TIME-4, PRUNE-5
    .with([{ committeeMode: 'unclaimed' }, { type: 'prune' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...logs.announceDue(next, event, deployment))
      next = updates.settleDue(next, event, deployment)
      return { next, effects: sent }
    })

    // prune in committeeMode.claimed, to committeeMode.unclaimed: PRUNE-1, PRUNE-2, PRUNE-3, PRUNE-4,
    // PRUNE-5, FALLBACK-4, LOG-2, LOG-10
    // guarded by TIME-4, PRUNE-5
    .with([{ committeeMode: 'claimed' }, { type: 'prune' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...logs.announceDue(next, event, deployment))
      next = updates.settleDue(next, event, deployment)
      return { next, effects: sent }
    })

    // setupEpoch: EPOCH-2, EPOCH-3, EPOCH-4, EPOCH-5, LOG-5
    // guarded by TIME-4, EPOCH-1
    .with([P._, { type: 'setupEpoch' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...logs.announceSample(next, event, deployment))
      next = updates.recordSample(next, event, deployment)
      return { next, effects: sent }
    })

    // addValidator: VALIDATOR-3, VALIDATOR-5, LOG-6
    // guarded by TIME-4, VALIDATOR-1, VALIDATOR-2, VALIDATOR-3
    .with([P._, { type: 'addValidator' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...logs.announceValidator(next, event, deployment))
      next = updates.freezeValidators(next, event, deployment)
      next = updates.appendValidator(next, event, deployment)
      return { next, effects: sent }
    })

    // removeValidator: VALIDATOR-4, VALIDATOR-5, LOG-6
    // guarded by TIME-4, VALIDATOR-1, VALIDATOR-4
    .with([P._, { type: 'removeValidator' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...logs.announceRemoval(next, event, deployment))
      next = updates.freezeValidators(next, event, deployment)
      next = updates.dropValidator(next, event, deployment)
      return { next, effects: sent }
    })

    // deposit in committeeMode.unclaimed, committeeMode.claimed, to fallbackMode: ESCROW-4, PRUNE-4, LOG-2,
    // LOG-7, LOG-9, LOG-10
    // guarded by ESCROW-1, ESCROW-2, ESCROW-3
    .with(
      [{ committeeMode: P._ }, { type: 'deposit' }],
      ([, event]) => parts.selectors.fallbackInForce(state, deployment, event),
      ([, event]) => {
        let next: State = state
        const sent: Effect[] = []
        sent.push(...logs.announceDue(next, event, deployment))
        next = updates.settleDue(next, event, deployment)
        sent.push(...logs.announceDeposit(next, event, deployment))
        next = updates.depositTokens(next, event, deployment)
        return { next, effects: sent }
      },
    )

    // deposit in committeeMode.claimed, to committeeMode.unclaimed: ESCROW-4, PRUNE-4, LOG-2, LOG-7, LOG-9,
    // LOG-10
    // guarded by ESCROW-1, ESCROW-2, ESCROW-3
    .with(
      [{ committeeMode: 'claimed' }, { type: 'deposit' }],
      ([, event]) => parts.selectors.slashDue(state, deployment, event),
      ([, event]) => {
        let next: State = state
        const sent: Effect[] = []
        sent.push(...logs.announceDue(next, event, deployment))
        next = updates.settleDue(next, event, deployment)
        sent.push(...logs.announceDeposit(next, event, deployment))
        next = updates.depositTokens(next, event, deployment)
        return { next, effects: sent }
      },
    )

    // deposit in committeeMode.unclaimed, committeeMode.claimed: ESCROW-4, PRUNE-4, LOG-2, LOG-7, LOG-9,
    // LOG-10
    // guarded by ESCROW-1, ESCROW-2, ESCROW-3
    .with([{ committeeMode: P._ }, { type: 'deposit' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...logs.announceDue(next, event, deployment))
      next = updates.settleDue(next, event, deployment)
      sent.push(...logs.announceDeposit(next, event, deployment))
      next = updates.depositTokens(next, event, deployment)
      return { next, effects: sent }
    })

    // deposit in fallbackMode: ESCROW-4, PRUNE-4, LOG-2, LOG-7, LOG-9, LOG-10
    // guarded by ESCROW-1, ESCROW-2, ESCROW-3
    .with(
      ['fallbackMode', { type: 'deposit' }],
      ([, event]) => parts.selectors.fallbackInForce(state, deployment, event),
      ([, event]) => {
        let next: State = state
        const sent: Effect[] = []
        sent.push(...logs.announceDue(next, event, deployment))
        next = updates.settleDue(next, event, deployment)
        sent.push(...logs.announceDeposit(next, event, deployment))
        next = updates.depositTokens(next, event, deployment)
        return { next, effects: sent }
      },
    )

    // deposit in fallbackMode, to committeeMode.unclaimed: ESCROW-4, PRUNE-4, LOG-2, LOG-7, LOG-9, LOG-10
    // guarded by ESCROW-1, ESCROW-2, ESCROW-3
    .with(['fallbackMode', { type: 'deposit' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...logs.announceDue(next, event, deployment))
      next = updates.settleDue(next, event, deployment)
      sent.push(...logs.announceDeposit(next, event, deployment))
      next = updates.depositTokens(next, event, deployment)
      return { next, effects: sent }
    })

    // startWithdrawal: ESCROW-12, LOG-7
    // guarded by TIME-4, ESCROW-1, ESCROW-5, ESCROW-6
    .with([P._, { type: 'startWithdrawal' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...logs.announceWithdrawal(next, event, deployment))
      next = updates.lockWithdrawal(next, event, deployment)
      return { next, effects: sent }
    })

    // executeWithdrawal: ESCROW-8, LOG-7, LOG-9
    // guarded by TIME-4, ESCROW-7, ESCROW-8, ESCROW-14
    .with([P._, { type: 'executeWithdrawal' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...logs.announcePayment(next, event, deployment))
      next = updates.payWithdrawal(next, event, deployment)
      return { next, effects: sent }
    })

    // collectSlashed in committeeMode.unclaimed, committeeMode.claimed, to fallbackMode: ESCROW-9, PRUNE-4,
    // LOG-2, LOG-7, LOG-9, LOG-10
    // guarded by ESCROW-9
    .with(
      [{ committeeMode: P._ }, { type: 'collectSlashed' }],
      ([, event]) => parts.selectors.fallbackInForce(state, deployment, event),
      ([, event]) => {
        let next: State = state
        const sent: Effect[] = []
        sent.push(...logs.announceDue(next, event, deployment))
        next = updates.settleDue(next, event, deployment)
        sent.push(...logs.announceSlashed(next, event, deployment))
        next = updates.paySlashed(next, event, deployment)
        return { next, effects: sent }
      },
    )

    // collectSlashed in committeeMode.claimed, to committeeMode.unclaimed: ESCROW-9, PRUNE-4, LOG-2, LOG-7,
    // LOG-9, LOG-10
    // guarded by ESCROW-9
    .with(
      [{ committeeMode: 'claimed' }, { type: 'collectSlashed' }],
      ([, event]) => parts.selectors.slashDue(state, deployment, event),
      ([, event]) => {
        let next: State = state
        const sent: Effect[] = []
        sent.push(...logs.announceDue(next, event, deployment))
        next = updates.settleDue(next, event, deployment)
        sent.push(...logs.announceSlashed(next, event, deployment))
        next = updates.paySlashed(next, event, deployment)
        return { next, effects: sent }
      },
    )

    // collectSlashed in committeeMode.unclaimed, committeeMode.claimed: ESCROW-9, PRUNE-4, LOG-2, LOG-7,
    // LOG-9, LOG-10
    // guarded by ESCROW-9
    .with([{ committeeMode: P._ }, { type: 'collectSlashed' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...logs.announceDue(next, event, deployment))
      next = updates.settleDue(next, event, deployment)
      sent.push(...logs.announceSlashed(next, event, deployment))
      next = updates.paySlashed(next, event, deployment)
      return { next, effects: sent }
    })

    // collectSlashed in fallbackMode: ESCROW-9, PRUNE-4, LOG-2, LOG-7, LOG-9, LOG-10
    // guarded by ESCROW-9
    .with(
      ['fallbackMode', { type: 'collectSlashed' }],
      ([, event]) => parts.selectors.fallbackInForce(state, deployment, event),
      ([, event]) => {
        let next: State = state
        const sent: Effect[] = []
        sent.push(...logs.announceDue(next, event, deployment))
        next = updates.settleDue(next, event, deployment)
        sent.push(...logs.announceSlashed(next, event, deployment))
        next = updates.paySlashed(next, event, deployment)
        return { next, effects: sent }
      },
    )

    // collectSlashed in fallbackMode, to committeeMode.unclaimed: ESCROW-9, PRUNE-4, LOG-2, LOG-7, LOG-9,
    // LOG-10
    // guarded by ESCROW-9
    .with(['fallbackMode', { type: 'collectSlashed' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...logs.announceDue(next, event, deployment))
      next = updates.settleDue(next, event, deployment)
      sent.push(...logs.announceSlashed(next, event, deployment))
      next = updates.paySlashed(next, event, deployment)
      return { next, effects: sent }
    })

    // collectReward: REWARD-5, LOG-8, LOG-9
    // guarded by REWARD-5
    .with([P._, { type: 'collectReward' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...logs.announceReward(next, event, deployment))
      next = updates.payCredit(next, event, deployment)
      return { next, effects: sent }
    })

    // committeeMode.claimed has no transition for what is left: the checks refuse it there
    .with([{ committeeMode: 'claimed' }, { type: 'claimEpochProofRight' }], noTransition)

    // fallbackMode has no transition for what is left: the checks refuse it there
    .with(
      ['fallbackMode', { type: P.union('challenge', 'claimEpochProofRight', 'submitEpochProof', 'prune') }],
      noTransition,
    )
    .exhaustive()
}

/** The refusals of all checks that fail, in their order; none where the event is accepted. */
export function refusals(state: State, event: Event, deployment: Deployment): Refused<Refusal>[] {
  return allRefusals(checks[event.type], factsOf(state, event, deployment))
}
