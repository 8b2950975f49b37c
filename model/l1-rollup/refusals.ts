import type { implementedReadings } from '../../spec/parameters.ts'

/**
 * What a rule that fails is called, in TLA+, TypeScript and as Solidity custom error, and the clause that it enforces.
 * The arguments of the error are the parameters of the rule, in their order, without the booleans.
 * To add a check: write its rule in `rules/`, name it here, and put its name into the guard of its event.
 */
export const refusals = {
  hasStarted: { refusal: 'NotStarted', clause: 'TIME-4' },
  committeeIsInCharge: { refusal: 'FallbackActive', clause: 'FALLBACK-5' },
  committeeNotEmpty: { refusal: 'CommitteeEmpty', clause: 'PROPOSE-1' },
  committeeIsInForce: { refusal: 'CommitteeMismatch', clause: 'PROPOSE-2' },
  slotIsCurrent: { refusal: 'SlotNotCurrent', clause: 'PROPOSE-3' },
  timestampIsStartOfSlot: { refusal: 'TimestampMismatch', clause: 'PROPOSE-4' },
  parentIsTip: { refusal: 'ParentNotTip', clause: 'PROPOSE-5' },
  slotIsFree: { refusal: 'SlotTaken', clause: 'PROPOSE-6' },
  callerIsProposer: { refusal: 'CallerNotProposer', clause: 'PROPOSE-7' },
  blobsArePublished: { refusal: 'BlobsMissing', clause: 'PROPOSE-8' },
  blobHashesMatch: { refusal: 'BlobHashesMismatch', clause: 'PROPOSE-9' },
  forcedAreThere: { refusal: 'ForcedBeyondQueue', clause: 'QUEUE-4' },
  forcedHashMatches: { refusal: 'ForcedHashMismatch', clause: 'QUEUE-5' },
  dueAreTaken: { refusal: 'ForcedTransactionsDue', clause: 'QUEUE-6' },
  minimumIsTaken: { refusal: 'ForcedBelowMinimum', clause: 'QUEUE-7' },
  attestationsAreByMembers: { refusal: 'AttestationInvalid', clause: 'PROPOSE-10' },
  quorumIsReached: { refusal: 'QuorumNotReached', clause: 'PROPOSE-11' },
  somethingToChallenge: { refusal: 'NothingToChallenge', clause: 'CHALLENGE-3' },
  postingMatches: { refusal: 'PostingMismatch', clause: 'CHALLENGE-4' },
  challengeIsInTime: { refusal: 'ChallengeTooLate', clause: 'CHALLENGE-5' },
  attestationIsFalse: { refusal: 'ChallengeUnfounded', clause: 'CHALLENGE-6' },
  claimWindowOpen: { refusal: 'ClaimWindowClosed', clause: 'CLAIM-1' },
  somethingToClaim: { refusal: 'NothingToClaim', clause: 'CLAIM-2' },
  quoteIsForPrecedingEpoch: { refusal: 'QuoteForOtherEpoch', clause: 'CLAIM-3' },
  noClaimIsLive: { refusal: 'ClaimAlreadyMade', clause: 'CLAIM-4' },
  quoteIsValid: { refusal: 'QuoteExpired', clause: 'CLAIM-5' },
  bondIsEnough: { refusal: 'BondBelowMinimum', clause: 'CLAIM-6' },
  feeIsAllowed: { refusal: 'FeeAboveMaximum', clause: 'CLAIM-7' },
  escrowCovers: { refusal: 'EscrowInsufficient', clause: 'CLAIM-8' },
  quoteIsSigned: { refusal: 'QuoteSignatureInvalid', clause: 'CLAIM-9' },
  somethingToProve: { refusal: 'NothingToProve', clause: 'PROOF-1' },
  epochHasEnded: { refusal: 'EpochNotEnded', clause: 'PROOF-2' },
  challengesAreOver: { refusal: 'ChallengeOpen', clause: 'CHALLENGE-9' },
  proofStartsAtProvenTip: { refusal: 'ProofStartMismatch', clause: 'PROOF-3' },
  proofEndsWithEpoch: { refusal: 'ProofEndMismatch', clause: 'PROOF-4' },
  proofIsValid: { refusal: 'ProofInvalid', clause: 'PROOF-5' },
  callerMayProve: { refusal: 'CallerNotProver', clause: 'PROOF-10' },
  fallbackIsActive: { refusal: 'FallbackNotActive', clause: 'FALLBACK-9' },
  slotIsNotInFuture: { refusal: 'SlotInFuture', clause: 'FALLBACK-12' },
  forcedDataFits: { refusal: 'ForcedDataUnfit', clause: 'QUEUE-1' },
  forcedProofIsValid: { refusal: 'ForcedProofInvalid', clause: 'QUEUE-2' },
  pruneDue: { refusal: 'NothingToPrune', clause: 'PRUNE-5' },
  epochIsNotSampled: { refusal: 'EpochAlreadySampled', clause: 'EPOCH-1' },
  callerIsAdministrator: { refusal: 'CallerNotAdministrator', clause: 'VALIDATOR-1' },
  validatorIsNotZero: { refusal: 'ValidatorZero', clause: 'VALIDATOR-2' },
  validatorIsNew: { refusal: 'ValidatorAlreadyRegistered', clause: 'VALIDATOR-3' },
  validatorIsRegistered: { refusal: 'ValidatorNotRegistered', clause: 'VALIDATOR-4' },
  amountIsPositive: { refusal: 'AmountZero', clause: 'ESCROW-1' },
  tokensCover: { refusal: 'TokenBalanceInsufficient', clause: 'ESCROW-2' },
  depositFits: { refusal: 'EscrowCapExceeded', clause: 'ESCROW-3' },
  availableCovers: { refusal: 'AvailableInsufficient', clause: 'ESCROW-5' },
  noWithdrawalIsPending: { refusal: 'WithdrawalPending', clause: 'ESCROW-6' },
  withdrawalIsUnlocked: { refusal: 'WithdrawalLocked', clause: 'ESCROW-7' },
  withdrawalIsPending: { refusal: 'NoWithdrawal', clause: 'ESCROW-8' },
  receiverIsValid: { refusal: 'ReceiverInvalid', clause: 'ESCROW-14' },
  somethingWasSlashed: { refusal: 'NothingSlashed', clause: 'ESCROW-9' },
  somethingToCollect: { refusal: 'NothingToCollect', clause: 'REWARD-5' },
} as const satisfies Record<string, { refusal: string; clause: string }>

/** Checks that refuse under a reading only that the contracts do not implement, and the constant that chooses it. */
export const underOtherReading: Partial<Record<CheckName, keyof typeof implementedReadings>> = {
  callerMayProve: 'proofSubmission',
}

/** Name of a rule that guards an event. */
export type CheckName = keyof typeof refusals
/** Name of a refusal, the same in every form. */
export type RefusalName = (typeof refusals)[CheckName]['refusal']
