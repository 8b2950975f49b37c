import type { Habits } from '../core/actor.ts'
import type { TransactionPoolTypes } from './types.ts'

/** What comes and goes comes more often than the clock moves; crashes, and senders that leave, are seldom. */
export const habits: Habits<TransactionPoolTypes> = {
  weight: (type) => (type === 'crash' || type === 'leave' ? 1 : type === 'follow' || type === 'tick' ? 4 : 8),
  waits: () => false,
}
