import type { Habits } from '../core/actor.ts'
import type { AttesterTypes } from './types.ts'

/** Proposals and results come more often than the clock moves, crashes seldom. */
export const habits: Habits<AttesterTypes> = {
  weight: (type) => (type === 'crash' ? 1 : type === 'receiveProposal' || type === 'executed' ? 8 : 4),
  waits: () => false,
}
