import { missingOf, othersIn } from '../node/lists.ts'
import type { Proposal } from '../node/vocabulary.ts'
import type { State } from './vocabulary.ts'

/** `live`: a work of an earlier slot stays where it is and counts as none. */
export const isLive = ({ slot, work }: State): boolean => work.slot === slot

/** `missing` (ATTEST-14): what the work lists and the node does not hold, without the forced ones (TX-8). */
export const missingFrom = ({ held }: Pick<State, 'held'>, work: Proposal): string[] =>
  missingOf(othersIn(work), held)
