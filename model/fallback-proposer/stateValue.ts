import type { State } from './vocabulary.ts'

/** The value of the statechart that belongs to a stored state. */
export function stateValueOf({ building, proving }: State) {
  if (building.slot < 0) return 'idle' as const
  return proving ? ('proving' as const) : ('executing' as const)
}
