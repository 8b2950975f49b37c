/** What a rule that fails is called, in TLA+ and TypeScript, and the clause that it enforces. */
export const refusals = {
  transactionIsNew: { refusal: 'TransactionHeld', clause: 'TX-4' },
  transactionProofIsValid: { refusal: 'TransactionProofInvalid', clause: 'TX-1' },
  // FOLLOW-1 too: without a view there is no level tip.
  ownTipIsLevel: { refusal: 'NotFollowing', clause: 'FOLLOW-9' },
  noAlarm: { refusal: 'AlarmRaised', clause: 'FOLLOW-5' },
  proposerIsInCharge: { refusal: 'FallbackActive', clause: 'BUILD-1' },
  selfIsProposer: { refusal: 'NotProposer', clause: 'BUILD-2' },
  builtOnOwnTip: { refusal: 'ParentNotTip', clause: 'BUILD-3' },
  buildingIsOpen: { refusal: 'BuildingClosed', clause: 'BUILD-4' },
  proposingMayBegin: { refusal: 'StartTooRecent', clause: 'BUILD-5' },
  slotIsNotProposed: { refusal: 'AlreadyProposed', clause: 'BUILD-6' },
  nothingIsBuilt: { refusal: 'AlreadyBuilding', clause: 'BUILD-7' },
  slotIsAfterTip: { refusal: 'SlotTaken', clause: 'BUILD-8' },
  blockTakesWhatWaits: { refusal: 'ForcedBeyondQueue', clause: 'BUILD-9' },
  blockTakesTheFront: { refusal: 'ForcedHashMismatch', clause: 'BUILD-10' },
  blockTakesTheDue: { refusal: 'ForcedTransactionsDue', clause: 'BUILD-11' },
  blockTakesTheMinimum: { refusal: 'ForcedBelowMinimum', clause: 'BUILD-12' },
  blockIsLongEnough: { refusal: 'TooFewTransactions', clause: 'BUILD-13' },
  transactionsAreHeld: { refusal: 'TransactionNotHeld', clause: 'BUILD-14' },
  blockHasNoneTwice: { refusal: 'TransactionTwice', clause: 'BUILD-15' },
  nothingIsSpent: { refusal: 'NullifierSpent', clause: 'BUILD-16' },
  blockIsExecuting: { refusal: 'NothingExecuting', clause: 'BUILD-18' },
  messageIsShortEnough: { refusal: 'MessageOversized', clause: 'MESSAGE-1' },
  versionIsKnown: { refusal: 'VersionUnknown', clause: 'MESSAGE-2' },
  domainIsOwn: { refusal: 'DomainMismatch', clause: 'MESSAGE-3' },
  messageIsWellFormed: { refusal: 'MessageMalformed', clause: 'MESSAGE-4' },
  somethingIsProposed: { refusal: 'NothingProposed', clause: 'BUILD-19' },
  attestsOwnProposal: { refusal: 'OtherProposal', clause: 'BUILD-19' },
  blockIsNotPublished: { refusal: 'AlreadyPublished', clause: 'BUILD-22' },
  publishingIsOpen: { refusal: 'PublishingClosed', clause: 'BUILD-23' },
  attestationSignatureIsValid: { refusal: 'SignatureInvalid', clause: 'MESSAGE-8' },
  signerIsMember: { refusal: 'SignerNotMember', clause: 'BUILD-20' },
  attestationIsNew: { refusal: 'AttestationKnown', clause: 'BUILD-20' },
  attestationsAreEnough: { refusal: 'QuorumNotReached', clause: 'BUILD-21' },
} as const satisfies Record<string, { refusal: string; clause: string }>

/** Name of a rule that guards an event. */
export type CheckName = keyof typeof refusals
/** Name of a refusal, the same in every form. */
export type RefusalName = (typeof refusals)[CheckName]['refusal']
