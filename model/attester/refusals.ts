/** What a rule that fails is called, in TLA+ and TypeScript, and the clause that it enforces. */
export const refusals = {
  transactionIsNew: { refusal: 'TransactionHeld', clause: 'TX-4' },
  transactionProofIsValid: { refusal: 'TransactionProofInvalid', clause: 'TX-1' },
  messageIsShortEnough: { refusal: 'MessageOversized', clause: 'MESSAGE-1' },
  versionIsKnown: { refusal: 'VersionUnknown', clause: 'MESSAGE-2' },
  domainIsOwn: { refusal: 'DomainMismatch', clause: 'MESSAGE-3' },
  messageIsWellFormed: { refusal: 'MessageMalformed', clause: 'MESSAGE-4' },
  listIsThatOfHeader: { refusal: 'ListMismatch', clause: 'MESSAGE-5' },
  proposalSignatureIsValid: { refusal: 'SignatureInvalid', clause: 'MESSAGE-7' },
  nodeHasView: { refusal: 'NotFollowing', clause: 'FOLLOW-1' },
  noAlarm: { refusal: 'AlarmRaised', clause: 'FOLLOW-5' },
  committeeAttests: { refusal: 'FallbackActive', clause: 'ATTEST-1' },
  selfIsMember: { refusal: 'NotMember', clause: 'ATTEST-2' },
  proposalIsForSlot: { refusal: 'SlotNotCurrent', clause: 'ATTEST-3' },
  attestingIsOpen: { refusal: 'AttestingClosed', clause: 'ATTEST-4' },
  timestampIsOfSlot: { refusal: 'TimestampMismatch', clause: 'ATTEST-5' },
  signerIsProposer: { refusal: 'SignerNotProposer', clause: 'ATTEST-6' },
  attestingMayBegin: { refusal: 'StartTooRecent', clause: 'ATTEST-7' },
  nothingIsInWork: { refusal: 'ProposalInWork', clause: 'ATTEST-8' },
  proposedOnOwnTip: { refusal: 'ParentNotTip', clause: 'ATTEST-9' },
  slotIsNotSigned: { refusal: 'AlreadySigned', clause: 'ATTEST-10' },
  proposalIsAfterTip: { refusal: 'SlotTaken', clause: 'ATTEST-11' },
  proposalTakesWhatWaits: { refusal: 'ForcedBeyondQueue', clause: 'ATTEST-12' },
  proposalTakesTheFront: { refusal: 'ForcedHashMismatch', clause: 'ATTEST-12' },
  proposalTakesTheDue: { refusal: 'ForcedTransactionsDue', clause: 'ATTEST-12' },
  proposalTakesTheMinimum: { refusal: 'ForcedBelowMinimum', clause: 'ATTEST-12' },
  proposalIsLongEnough: { refusal: 'TooFewTransactions', clause: 'ATTEST-13' },
  proposalHasNoneTwice: { refusal: 'TransactionTwice', clause: 'ATTEST-13' },
  workIsExecuting: { refusal: 'NothingExecuting', clause: 'ATTEST-15' },
  workIsExecutable: { refusal: 'NotExecutable', clause: 'ATTEST-16' },
  workHasComputedBlobs: { refusal: 'BlobHashesMismatch', clause: 'ATTEST-17' },
  workHasComputedRoot: { refusal: 'RootMismatch', clause: 'ATTEST-18' },
} as const satisfies Record<string, { refusal: string; clause: string }>

/** Name of a rule that guards an event. */
export type CheckName = keyof typeof refusals
/** Name of a refusal, the same in every form. */
export type RefusalName = (typeof refusals)[CheckName]['refusal']
