import { hasView } from './chain.ts'
import type { State } from './vocabulary.ts'

/** The value of the statechart that belongs to a stored state. */
export const stateValueOf = (state: State) => (hasView(state) ? 'following' : 'starting')
