import type { Difference } from '../rungs/graph-parity/compare.ts'
import type { PairDifference } from '../rungs/graph-parity/pointwise.ts'
import type { Catcher } from './mutant.ts'

/** A catch: by whom, and what was seen, in one line. */
export interface Finding {
  readonly caughtBy: Catcher
  readonly detail: string
}

/** A mistake that does not run at all says nothing: it is to be planted otherwise. */
export class MutantRefused extends Error {
  override name = 'MutantRefused'
}

/** A difference in one line, without the state: who wants it runs the mutant. */
export function describeDifference({ kind, event, left, right, path }: Difference): string {
  const type = event === undefined ? '' : ` of ${(JSON.parse(event) as { type: string }).type}`
  const sides = kind === 'refusals' ? `: TLA+ ${left}, statechart ${right}` : ''
  return `${kind}${type} after ${path.length} events${sides}`
}

/** A pair about which the two differ, in one line. */
export const describePair = ({ event, tla }: PairDifference): string =>
  oneLine(`pairs: ${event}: TLA+ ${tla}`)

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 160)
