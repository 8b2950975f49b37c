import { commonFront } from '../../model/node/lists.ts'
import type { View } from '../../model/node/vocabulary.ts'
import type { Choice } from './choice.ts'
import { duties, isTaken } from './duties.ts'
import type { System } from './system.ts'
import { isBehind } from './views.ts'
import type { World } from './vocabulary.ts'

/**
 * What to do next where nothing fails: everything that waits is delivered, oldest first, then whatever an honest node may
 * begin is begun, then time goes on. At the end of the last slot there is nothing.
 */
export function straight(system: System, world: World): Choice | undefined {
  const { setup, honest } = system
  const { slot, phase, waiting, nodes } = world
  const [first] = waiting
  if (first) return { do: 'deliver', key: first.key }
  for (const node of honest) {
    const { pool } = nodes[node]!
    if (isBehind(world, node)) return { do: 'read', node, age: 0 }
    for (const transaction of setup.transactions) {
      const choice = { do: 'submit', node, transaction, proof: 'right', to: 'user' } as const
      if (!pool.view.root.includes(transaction) && isTaken(system, world, choice)) return choice
    }
  }
  for (const node of honest)
    for (const duty of duties) {
      const choice = duty(system, world, node)
      if (choice && isTaken(system, world, choice)) return choice
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
