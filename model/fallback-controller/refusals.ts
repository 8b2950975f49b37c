/**
 * What a rule that fails is called, in TLA+ and TypeScript, and the clause that it enforces. Checks that the rollup makes
 * as well have the rollup's rules and names.
 */
export const refusals = {
  committeeIsInCharge: { refusal: 'FallbackActive', clause: 'FALLBACK-5' },
  fallbackIsActive: { refusal: 'FallbackNotActive', clause: 'FALLBACK-9' },
  slotIsNotInFuture: { refusal: 'SlotInFuture', clause: 'FALLBACK-12' },
  slotIsFree: { refusal: 'SlotTaken', clause: 'PROPOSE-6' },
  somethingToClaim: { refusal: 'NothingToClaim', clause: 'CLAIM-2' },
  claimWindowOpen: { refusal: 'ClaimWindowClosed', clause: 'CLAIM-1' },
  noClaimIsLive: { refusal: 'ClaimAlreadyMade', clause: 'CLAIM-4' },
  somethingToProve: { refusal: 'NothingToProve', clause: 'PROOF-1' },
  epochHasEnded: { refusal: 'EpochNotEnded', clause: 'PROOF-2' },
  blockCanBeLeft: { refusal: 'NothingPending', clause: 'PROOF-6' },
  changeIsDue: { refusal: 'NothingDue', clause: 'FALLBACK-8' },
} as const satisfies Record<string, { refusal: string; clause: string }>

/** Name of a rule that guards an event. */
export type CheckName = keyof typeof refusals
/** Name of a refusal, the same in every form. */
export type RefusalName = (typeof refusals)[CheckName]['refusal']
