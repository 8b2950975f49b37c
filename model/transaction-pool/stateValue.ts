import type { State } from './vocabulary.ts'

/** The value of the statechart that belongs to a stored state: there is one. */
export const stateValueOf = (_state: State) => 'running' as const
