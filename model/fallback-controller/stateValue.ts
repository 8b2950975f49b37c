import type { State } from './vocabulary.ts'

/** The value of the statechart that belongs to a stored state. */
export function stateValueOf({ entered }: State) {
  return entered < 0 ? ('committee' as const) : ('fallback' as const)
}
