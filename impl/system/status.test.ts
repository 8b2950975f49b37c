import { expect, test } from 'vitest'
import { hasView } from '../../model/follower/chain.ts'
import { type Status, statuses, statusOf } from '../../model/node/status.ts'
import { headerNamed } from './chain.ts'
import type { PlayOptions } from './run.ts'
import { scheduled } from './scheduled.ts'
import { seatsOf } from './seats.ts'
import { playSeed } from './seeded.ts'
import { type System, systemOf } from './system.ts'
import type { Node, World } from './vocabulary.ts'

/** Of each setup. */
const SEEDS = 8

const statusIn = (system: System, node: Node, transaction: string): Status =>
  statusOf(transaction, node, { nullifiers: {}, committees: seatsOf(system, node.read.l1).committees })

/** What L1 has proven, as it stands: the root of its last proven block. */
const provenIn = ({ l1, blocks }: World): readonly string[] => headerNamed(l1.proven, blocks)?.root ?? []

/** What a status rests on: a node that made no step has these still. */
const restsOn = ({ follower, pool, attester, proposer, read }: Node) => [
  follower,
  pool,
  attester,
  proposer,
  read,
]
const isSame = (one: readonly unknown[], other: readonly unknown[] = []): boolean =>
  one.every((it, place) => it === other[place])

interface Seen {
  readonly states: readonly unknown[]
  /** By transaction. */
  readonly statuses: Readonly<Record<string, Status>>
}

test('TX-11: whatever is lost, late, doubled, crashed or a lie, what is final is proven on L1 and stays final', () => {
  const steps = new Set<string>()
  const wrong: unknown[] = []
  for (const { setup, length, weights } of Object.values(scheduled)) {
    const system = systemOf(setup)
    for (let seed = 0; seed < SEEDS; seed++) {
      const seen = new Map<string, Seen>()
      const onChoice: PlayOptions['onChoice'] = (choice, _made, world) => {
        for (const [name, node] of Object.entries(world.nodes)) {
          const last = seen.get(name)
          const states = restsOn(node)
          if (isSame(states, last?.states)) continue
          const now: Record<string, Status> = {}
          for (const transaction of setup.transactions) {
            const was = last?.statuses[transaction] ?? 'unknown'
            const is = statusIn(system, node, transaction)
            now[transaction] = is
            if (was !== is) steps.add(`${was} to ${is}`)
            const isTrue = is !== 'final' || provenIn(world).includes(transaction)
            const mayFollow = was !== 'final' || is === 'final' || !hasView(node.follower)
            if (!isTrue || !mayFollow) wrong.push({ seed, choice, name, transaction, was, is })
          }
          seen.set(name, { states, statuses: now })
        }
      }
      playSeed(system, seed, length, { onChoice }, weights)
    }
  }
  expect(wrong).toEqual([])
  // Of the eight all but one: no two transactions of a run spend the same.
  const reached = new Set([...steps].map((step) => step.split(' to ')[1]))
  expect(statuses.filter((status) => !reached.has(status))).toEqual(['dropped'])
  // What was only on its way comes back, by the end of a slot, a prune and an L1 that goes back.
  const back = [
    'proposed to received',
    'attested to received',
    'published to received',
    'proven to published',
  ]
  expect(back.filter((step) => !steps.has(step))).toEqual([])
})
