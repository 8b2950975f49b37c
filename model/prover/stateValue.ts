import { sameTarget } from './derived.ts'
import { NO_TARGET, type State } from './vocabulary.ts'

/** The value of the statechart that belongs to a stored state. */
export const stateValueOf = ({ proving }: State) =>
  sameTarget(proving, NO_TARGET) ? ('idle' as const) : ('proving' as const)
