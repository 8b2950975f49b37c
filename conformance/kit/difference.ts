import type { State } from '../../model/l1-rollup/vocabulary.ts'
import { leavesThatDiffer, tellValue } from '../leaves.ts'

const MOST_SHOWN = 5

/** Where two states differ. */
export interface StateDifference {
  /** The first few places with what is there: `slashed 1, tokens.escrow 2`. */
  readonly expected: string
  readonly found: string
  /** All places. */
  readonly paths: readonly (readonly string[])[]
}

/** @returns `undefined` for equal states */
export function differenceOf(expected: State, found: State): StateDifference | undefined {
  const leaves = leavesThatDiffer(expected, found)
  if (leaves.length === 0) return undefined
  const shown = (side: 'left' | 'right') =>
    leaves
      .slice(0, MOST_SHOWN)
      .map((leaf) => `${leaf.path.join('.')} ${tellValue(leaf[side])}`)
      .join(', ')
  return { expected: shown('left'), found: shown('right'), paths: leaves.map(({ path }) => path) }
}
