import { commonFront } from '../../model/node/lists.ts'
import type { System } from './system.ts'
import type { Choice, World } from './vocabulary.ts'

/**
 * What to do next where nothing fails: everything that waits is delivered, oldest first, then whatever an honest node may
 * begin is begun, then time goes on. At the end of the last slot there is nothing.
 */
export function straight({ setup, honest, proposers, quorums }: System, world: World): Choice | undefined {
  const { slot, phase, pool, nodes, views } = world
  const [waiting] = pool
  if (waiting) return { do: 'deliver', key: waiting.key }
  const now = JSON.stringify(views.at(-1))
  for (const node of honest) {
    if (JSON.stringify(nodes[node]!.attester.view) !== now) return { do: 'follow', node, age: 0 }
    for (const transaction of setup.transactions)
      if (!nodes[node]!.attester.held.includes(transaction))
        return { do: 'submit', node, transaction, valid: true }
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
  view: World['views'][number],
  held: readonly string[],
): { transactions: string[]; forced: number } {
  const spent = [...view.tip.root, ...view.queue]
  const transactions = [...view.queue, ...held.filter((transaction) => !spent.includes(transaction))]
  return { transactions, forced: commonFront(transactions, view.queue) }
}
