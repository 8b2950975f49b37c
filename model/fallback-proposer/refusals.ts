/** What a rule that fails is called, in TLA+ and TypeScript, and the clause that it enforces. */
export const refusals = {
  transactionIsNew: { refusal: 'TransactionHeld', clause: 'TX-4' },
  transactionProofIsValid: { refusal: 'TransactionProofInvalid', clause: 'TX-1' },
  basedTipIsLevel: { refusal: 'NotFollowing', clause: 'BASED-1' },
  basedHasNoAlarm: { refusal: 'AlarmRaised', clause: 'BASED-1' },
  basedIsInForce: { refusal: 'FallbackNotActive', clause: 'BASED-2' },
  noBasedBlockIsBuilt: { refusal: 'AlreadyBuilding', clause: 'BASED-3' },
  noBasedBlockIsProven: { refusal: 'AlreadyProven', clause: 'BASED-3' },
  basedSlotIsAfterTip: { refusal: 'SlotTaken', clause: 'BASED-4' },
  basedBlockTakesWhatWaits: { refusal: 'ForcedBeyondQueue', clause: 'BASED-5' },
  basedBlockTakesTheFront: { refusal: 'ForcedHashMismatch', clause: 'BASED-5' },
  basedBlockTakesTheDue: { refusal: 'ForcedTransactionsDue', clause: 'BASED-5' },
  basedBlockTakesTheMinimum: { refusal: 'ForcedBelowMinimum', clause: 'BASED-5' },
  basedBlockIsLongEnough: { refusal: 'TooFewTransactions', clause: 'BASED-6' },
  basedTransactionsAreHeld: { refusal: 'TransactionNotHeld', clause: 'BASED-6' },
  basedBlockHasNoneTwice: { refusal: 'TransactionTwice', clause: 'BASED-6' },
  basedBlockSpendsAnew: { refusal: 'NullifierSpent', clause: 'BASED-6' },
  basedBlockIsExecuting: { refusal: 'NothingExecuting', clause: 'BASED-7' },
  basedBlockIsBeingProven: { refusal: 'NothingProving', clause: 'BASED-7' },
  basedBlockHasProof: { refusal: 'NothingProven', clause: 'BASED-7' },
  basedBlockIsOnOwnTip: { refusal: 'ParentNotTip', clause: 'BASED-8' },
  provenTakesWhatWaits: { refusal: 'ForcedBeyondQueue', clause: 'BASED-9' },
  provenTakesTheFront: { refusal: 'ForcedHashMismatch', clause: 'BASED-9' },
  provenTakesTheDue: { refusal: 'ForcedTransactionsDue', clause: 'BASED-9' },
  provenTakesTheMinimum: { refusal: 'ForcedBelowMinimum', clause: 'BASED-9' },
  basedBlockIsNotSubmitted: { refusal: 'AlreadySubmitted', clause: 'BASED-10' },
} as const satisfies Record<string, { refusal: string; clause: string }>

/** Name of a rule that guards an event. */
export type CheckName = keyof typeof refusals
/** Name of a refusal, the same in every form. */
export type RefusalName = (typeof refusals)[CheckName]['refusal']
