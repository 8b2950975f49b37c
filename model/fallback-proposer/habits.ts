import type { Habits } from '../core/actor.ts'
import type { FallbackProposerTypes } from './types.ts'

/** What makes a block comes more often than the clock moves, crashes and a change of mind seldom. */
export const habits: Habits<FallbackProposerTypes> = {
  weight: (type) =>
    type === 'crash' || type === 'giveUp' ? 1 : type === 'follow' || type === 'tick' ? 4 : 8,
  waits: () => false,
}
