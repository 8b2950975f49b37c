import { inSession } from '../fallback-controller/timing.ts'
import type { State } from './vocabulary.ts'

/** The value of the statechart that belongs to a stored state. */
export function stateValueOf(state: State) {
  if (inSession(state.fallback)) return 'fallbackMode' as const
  return { committeeMode: state.claim ? ('claimed' as const) : ('unclaimed' as const) }
}
