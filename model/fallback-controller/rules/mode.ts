import type { Slot } from '../../shared/units.ts'
import { sessionInForce } from './timing.ts'

/** FALLBACK-9. Of the effective state. `endNext`: the slot after that of the session's exit, 0 if there is none. */
export const fallbackIsInForce = ({ endNext, slot }: { endNext: Slot; slot: Slot }): boolean =>
  sessionInForce({ endNext, slot })

/** FALLBACK-5. Of the effective state. `endNext`: the slot after that of the session's exit, 0 if there is none. */
export const fallbackIsNotInForce = ({ endNext, slot }: { endNext: Slot; slot: Slot }): boolean =>
  !sessionInForce({ endNext, slot })

/** FALLBACK-12. */
export const slotHasCome = ({ headerSlot, slot }: { headerSlot: Slot; slot: Slot }): boolean =>
  headerSlot <= slot
