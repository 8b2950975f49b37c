/** What a rule that fails is called, in TLA+ and TypeScript, and the clause that it enforces. */
export const refusals = {
  messageIsShortEnough: { refusal: 'MessageOversized', clause: 'MESSAGE-1' },
  versionIsKnown: { refusal: 'VersionUnknown', clause: 'MESSAGE-2' },
  domainIsOwn: { refusal: 'DomainMismatch', clause: 'MESSAGE-3' },
  messageIsWellFormed: { refusal: 'MessageMalformed', clause: 'MESSAGE-4' },
  transactionIsNew: { refusal: 'TransactionHeld', clause: 'TX-4' },
  copyIsNew: { refusal: 'VerificationPending', clause: 'TX-19' },
  transactionIsUnspent: { refusal: 'NullifierSpent', clause: 'TX-5' },
  poolHasRoom: { refusal: 'PoolFull', clause: 'TX-12' },
  senderHasRoom: { refusal: 'SenderBusy', clause: 'TX-14' },
  copyIsVerifying: { refusal: 'NothingVerifying', clause: 'TX-15' },
  transactionProofIsValid: { refusal: 'TransactionProofInvalid', clause: 'TX-1' },
  transactionIsNotAsked: { refusal: 'AlreadyAsked', clause: 'TX-16' },
  requestIsForSlot: { refusal: 'SlotNotCurrent', clause: 'TX-17' },
  transactionCanBeSent: { refusal: 'TransactionNotHeld', clause: 'TX-18' },
  requestIsNew: { refusal: 'RequestAnswered', clause: 'TX-17' },
} as const satisfies Record<string, { refusal: string; clause: string }>

/** Name of a rule that guards an event. */
export type CheckName = keyof typeof refusals
/** Name of a refusal, the same in every form. */
export type RefusalName = (typeof refusals)[CheckName]['refusal']
