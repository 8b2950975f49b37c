import type { Event } from '../../../model/l1-rollup/vocabulary.ts'
import { accepted, type ClauseSides, type Moment, refused } from './side.ts'

const byBlock = ['propose', 'proposeWithProof'] as const
const takenBy = (event: Event): number =>
  event.type === 'propose' || event.type === 'proposeWithProof' ? event.forced : 0

/** What a stored block has taken is waiting again. */
const givenBack = ({ state, eff }: Moment): boolean =>
  eff.pending.length < state.pending.length && state.pending.some(({ forced }) => forced > 0)

/** A block takes a transaction that was in the queue before. */
function takesAgain({ eff: { queue, taken, pending } }: Moment, event: Event): boolean {
  const gone = pending.reduce((sum, { forced }) => sum + forced, taken)
  return queue
    .slice(gone, gone + takenBy(event))
    .some(({ transaction }, at) =>
      queue.slice(0, gone + at).some((entry) => entry.transaction === transaction),
    )
}

/** Sides of the clauses of the queue that have no check of their own. */
export const queueSides: Readonly<Record<string, ClauseSides>> = {
  'QUEUE-3': { passes: accepted(['forceInclusion'], 'a transaction gets its date') },
  'QUEUE-8': {
    passes: accepted(
      byBlock,
      'a block takes what a dropped one has taken',
      (m, event) => givenBack(m) && takenBy(event) > 0,
    ),
    refuses: refused(
      byBlock,
      ['ForcedTransactionsDue', 'ForcedBelowMinimum'],
      'a block leaves what a dropped one has taken',
      (m, event) => givenBack(m) && takenBy(event) === 0,
    ),
  },
  'QUEUE-9': { passes: accepted(byBlock, 'the same transaction is taken a second time', takesAgain) },
  'QUEUE-12': { passes: accepted(['forceInclusion'], 'the hash of the data is stored') },
  'LOG-11': { passes: accepted(['forceInclusion'], 'a transaction is announced') },
}
