/** What a rule that fails is called, in TLA+ and TypeScript, and the clause that it enforces. */
export const refusals = {
  messageIsShortEnough: { refusal: 'MessageOversized', clause: 'MESSAGE-1' },
  versionIsKnown: { refusal: 'VersionUnknown', clause: 'MESSAGE-2' },
  domainIsOwn: { refusal: 'DomainMismatch', clause: 'MESSAGE-3' },
  messageIsWellFormed: { refusal: 'MessageMalformed', clause: 'MESSAGE-4' },
  quoteIsForEndedEpoch: { refusal: 'QuoteForOtherEpoch', clause: 'QUOTE-1' },
  quoteIsNotExpired: { refusal: 'QuoteExpired', clause: 'QUOTE-1' },
  quotedBondIsEnough: { refusal: 'BondBelowMinimum', clause: 'QUOTE-1' },
  quotedFeeIsAllowed: { refusal: 'FeeAboveMaximum', clause: 'QUOTE-1' },
  quoteIsFirst: { refusal: 'QuoteKnown', clause: 'QUOTE-3' },
  quotedBondIsCovered: { refusal: 'EscrowInsufficient', clause: 'QUOTE-2' },
  quoteSignatureIsValid: { refusal: 'SignatureInvalid', clause: 'MESSAGE-17' },
  signerIsProver: { refusal: 'SignerNotProver', clause: 'QUOTE-1' },
  // FOLLOW-1 too: without a view there is no level tip.
  ownTipIsLevel: { refusal: 'NotFollowing', clause: 'FOLLOW-9' },
  noAlarm: { refusal: 'AlarmRaised', clause: 'FOLLOW-5' },
  claimantIsInCharge: { refusal: 'FallbackActive', clause: 'QUOTE-4' },
  endedEpochIsUnproven: { refusal: 'NothingToClaim', clause: 'QUOTE-4' },
  claimingIsOpen: { refusal: 'ClaimWindowClosed', clause: 'QUOTE-4' },
  nobodyHasClaimed: { refusal: 'ClaimAlreadyMade', clause: 'QUOTE-4' },
  selfMayClaim: { refusal: 'NotProposer', clause: 'QUOTE-4' },
  slotIsNotClaimed: { refusal: 'AlreadyClaimed', clause: 'QUOTE-5' },
  someQuoteIsUsable: { refusal: 'NoQuote', clause: 'QUOTE-6' },
} as const satisfies Record<string, { refusal: string; clause: string }>

/** Name of a rule that guards an event. */
export type CheckName = keyof typeof refusals
/** Name of a refusal, the same in every form. */
export type RefusalName = (typeof refusals)[CheckName]['refusal']
