/** What a rule that fails is called, in TLA+ and TypeScript, and the clause that it enforces. */
export const refusals = {
  transactionIsNew: { refusal: 'TransactionHeld', clause: 'TX-4' },
  transactionProofIsValid: { refusal: 'TransactionProofInvalid', clause: 'TX-1' },
  ownTipIsLevel: { refusal: 'NotFollowing', clause: 'FOLLOW-9' },
  noAlarm: { refusal: 'AlarmRaised', clause: 'FOLLOW-5' },
  quoteHasTakers: { refusal: 'FallbackActive', clause: 'QUOTE-7' },
  precedingEpochIsUnproven: { refusal: 'NothingToProve', clause: 'QUOTE-7' },
  quotingWindowIsOpen: { refusal: 'ClaimWindowClosed', clause: 'QUOTE-7' },
  endedEpochIsUnclaimed: { refusal: 'ClaimAlreadyMade', clause: 'QUOTE-7' },
  quotingMayBegin: { refusal: 'StartTooRecent', clause: 'QUOTE-12' },
  endedEpochIsUnquoted: { refusal: 'AlreadyQuoted', clause: 'QUOTE-8' },
  quoteHasNotEnded: { refusal: 'QuoteExpired', clause: 'QUOTE-7' },
  quoteEndsWithWindow: { refusal: 'QuoteBeyondWindow', clause: 'QUOTE-9' },
  offeredBondIsEnough: { refusal: 'BondBelowMinimum', clause: 'QUOTE-7' },
  offeredFeeIsAllowed: { refusal: 'FeeAboveMaximum', clause: 'QUOTE-7' },
  availableCoversBond: { refusal: 'EscrowInsufficient', clause: 'QUOTE-10' },
  quotedEpochIsHeld: { refusal: 'TransactionNotHeld', clause: 'QUOTE-11' },
  somethingIsMissing: { refusal: 'NothingMissing', clause: 'PROVE-1' },
  claimedEpochIsHeld: { refusal: 'TransactionNotHeld', clause: 'PROVE-1' },
  selfIsClaimedFor: { refusal: 'NothingClaimed', clause: 'PROVE-2' },
  targetIsNotBeingProven: { refusal: 'AlreadyProving', clause: 'PROVE-3' },
  targetIsNotProven: { refusal: 'AlreadyProven', clause: 'PROVE-3' },
  targetIsProving: { refusal: 'NothingProving', clause: 'PROVE-3' },
  proofIsOfTarget: { refusal: 'NothingProven', clause: 'PROVE-4' },
  proofIsInTime: { refusal: 'ProofTooLate', clause: 'PROVE-5' },
  callIsFirstOfSlot: { refusal: 'AlreadySubmitted', clause: 'PROVE-6' },
  movedAmountIsPositive: { refusal: 'AmountZero', clause: 'PROVE-7' },
  amountIsAvailable: { refusal: 'AvailableInsufficient', clause: 'PROVE-7' },
  nothingIsWithdrawing: { refusal: 'WithdrawalPending', clause: 'PROVE-7' },
  somethingIsWithdrawing: { refusal: 'NoWithdrawal', clause: 'PROVE-7' },
  withdrawingIsUnlocked: { refusal: 'WithdrawalLocked', clause: 'PROVE-7' },
  noPromiseWasLost: { refusal: 'StartTooRecent', clause: 'PROVE-8' },
  promisedStaysAvailable: { refusal: 'QuotePromised', clause: 'PROVE-8' },
} as const satisfies Record<string, { refusal: string; clause: string }>

/** Name of a rule that guards an event. */
export type CheckName = keyof typeof refusals
/** Name of a refusal, the same in every form. */
export type RefusalName = (typeof refusals)[CheckName]['refusal']
