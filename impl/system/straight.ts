import { commonFront } from '../../model/node/lists.ts'
import type { View } from '../../model/node/vocabulary.ts'
import type { System } from './system.ts'
import type { Choice, World } from './vocabulary.ts'

/**
 * What to do next where nothing fails: everything that waits is delivered, oldest first, then whatever an honest node may
 * begin is begun, then time goes on. At the end of the last slot there is nothing.
 */
export function straight({ setup, honest, proposers, quorums }: System, world: World): Choice | undefined {
  const { slot, phase, waiting, nodes, views } = world
  const [first] = waiting
  if (first) return { do: 'deliver', key: first.key }
  for (const node of honest) {
    const { follower, pool } = nodes[node]!
    if (follower.view !== views.at(-1)) return { do: 'read', node, age: 0 }
    for (const transaction of setup.transactions)
      if (!pool.stored.includes(transaction) && !pool.view.root.includes(transaction))
        return { do: 'submit', node, transaction, proof: 'right', to: 'user' }
  }
  const proposer = proposers[slot]!
  if (honest.includes(proposer)) {
    const { view, proposed, building, attestations, published, held } = nodes[proposer]!.proposer
    const list = listFor(view, held)
    const isLongEnough = list.transactions.length >= setup.minTxPerBlock
    if (phase === 'build' && proposed.slot < slot && building.slot < slot && isLongEnough)
      return { do: 'build', node: proposer, ...list }
    const ready = proposed.slot === slot && !published && attestations.length >= quorums[slot]!
    if (ready && phase !== 'closed' && view.tip.slot < slot) return { do: 'publish', node: proposer }
  }
  return slot === setup.horizon && phase === 'closed' ? undefined : { do: 'tick' }
}

/** All that waits in the queue, and all that is held and not spent. */
export function listFor(
  view: Pick<View, 'tip' | 'queue'>,
  held: readonly string[],
): { transactions: string[]; forced: number } {
  const spent = [...view.tip.root, ...view.queue]
  const transactions = [...view.queue, ...held.filter((transaction) => !spent.includes(transaction))]
  return { transactions, forced: commonFront(transactions, view.queue) }
}
