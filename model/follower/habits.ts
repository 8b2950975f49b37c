import type { Habits } from '../core/actor.ts'
import type { FollowerTypes } from './types.ts'

/** Views and bodies come more often than the clock moves, crashes seldom. */
export const habits: Habits<FollowerTypes> = {
  weight: (type) => (type === 'crash' ? 1 : type === 'readView' || type === 'fetched' ? 8 : 4),
  waits: () => false,
}
