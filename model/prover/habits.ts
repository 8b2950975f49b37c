import type { Habits } from '../core/actor.ts'
import type { ProverTypes } from './types.ts'

/** What leads to a quote or a proof comes more often than the clock moves, crashes seldom. */
export const habits: Habits<ProverTypes> = {
  weight: (type) => (type === 'crash' ? 1 : type === 'follow' || type === 'tick' ? 4 : 8),
  waits: () => false,
}
