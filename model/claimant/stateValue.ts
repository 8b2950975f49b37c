import type { State } from './vocabulary.ts'

/** The value of the statechart that belongs to a stored state. */
export const stateValueOf = ({ slot, claimed }: State) =>
  claimed === slot ? ('claimed' as const) : ('free' as const)
