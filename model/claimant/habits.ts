import type { Habits } from '../core/actor.ts'
import type { ClaimantTypes } from './types.ts'

/** Quotes and claims come more often than the clock moves, crashes seldom. */
export const habits: Habits<ClaimantTypes> = {
  weight: (type) => (type === 'crash' ? 1 : type === 'follow' || type === 'tick' ? 4 : 8),
  waits: () => false,
}
