import type { Habits } from '../core/actor.ts'
import type { ProposerTypes } from './types.ts'

/** What makes a block comes more often than the clock moves, crashes seldom. */
export const habits: Habits<ProposerTypes> = {
  weight: (type) => (type === 'crash' ? 1 : type === 'follow' || type === 'tick' ? 4 : 8),
  waits: () => false,
}
