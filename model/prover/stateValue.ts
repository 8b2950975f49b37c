import { isTarget } from './derived.ts'
import type { State } from './vocabulary.ts'

/** The value of the statechart that belongs to a stored state. */
export const stateValueOf = ({ proving }: State) =>
  isTarget(proving) ? ('proving' as const) : ('idle' as const)
