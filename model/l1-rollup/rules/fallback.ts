import type { Slot } from '../../shared/units.ts'

/** FALLBACK-5. `inFallback`: whether fallback is in force in the effective state. */
export const committeeIsInCharge = ({ inFallback }: { inFallback: boolean }): boolean => !inFallback

/** FALLBACK-9. */
export const fallbackIsActive = ({ inFallback }: { inFallback: boolean }): boolean => inFallback

/** FALLBACK-12. */
export const slotIsNotInFuture = ({ headerSlot, slot }: { headerSlot: Slot; slot: Slot }): boolean =>
  headerSlot <= slot
