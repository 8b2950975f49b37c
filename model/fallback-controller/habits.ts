import type { Habits } from '../core/actor.ts'
import type { FallbackControllerTypes } from './types.ts'

/** Time passes quickly: what is counted are slots. A queued transaction and a settled state are nothing to wait for. */
export const habits: Habits<FallbackControllerTypes> = {
  weight: (type) => (type === 'advanceSlot' ? 12 : type === 'forceInclusion' || type === 'settle' ? 1 : 3),
  waits: () => false,
}
