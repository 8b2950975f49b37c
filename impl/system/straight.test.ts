import { expect, test } from 'vitest'
import { play, replay } from './run.ts'
import { fourMembers } from './setups.ts'
import { straight } from './straight.ts'
import { systemOf } from './system.ts'
import type { Made } from './vocabulary.ts'

const system = systemOf(fourMembers())

test('PROPOSE-12: a proposer builds, its committee checks and signs, and L1 takes the block', () => {
  const made: Made[] = []
  const { world, choices, violations } = play(system, (now) => straight(system, now), {
    onChoice: (_choice, steps) => made.push(...steps),
  })
  expect(violations).toEqual([])
  expect(world.views.at(-1)!.tip).toEqual({ slot: 0, root: ['t1', 't2'] })
  expect(world.facts.map(({ kind }) => kind)).toEqual([
    'proposed',
    'signed',
    'signed',
    'signed',
    'signed',
    'submitted',
    'taken',
  ])
  expect(made.filter(({ refusal }) => refusal)).toEqual([])
  // What was made is plain data: written down and read again it is the same run.
  const again = replay(system, JSON.parse(JSON.stringify(choices)))
  expect(JSON.stringify(again.world)).toBe(JSON.stringify(world))
})

test('PROPOSE-5: each of three slots has a block on the one before', () => {
  const slots = systemOf(fourMembers({ horizon: 2, minTxPerBlock: 0 }))
  const { world } = play(slots, (now) => straight(slots, now))
  expect(world.l1.pending.map(({ slot }) => slot)).toEqual([0, 1, 2])
})
