import { expect, test } from 'vitest'
import { shownNow } from './chain.ts'
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
  expect(shownNow(world).tip).toEqual({ slot: 0, root: ['t1', 't2'] })
  for (const { attester } of Object.values(world.nodes))
    expect(attester.view).toMatchObject({ follows: 'level', tip: { slot: 0, root: ['t1', 't2'] } })
  const ofBlocks = ['proposed', 'signed', 'submitted', 'taken']
  expect(world.facts.map(({ kind }) => kind).filter((kind) => ofBlocks.includes(kind))).toEqual([
    'proposed',
    'signed',
    'signed',
    'signed',
    'signed',
    'submitted',
    'taken',
  ])
  // Every peer passes on what it verified, be it held already.
  const refusals = made.flatMap(({ refusal }) => refusal ?? [])
  expect([...new Set(refusals)]).toEqual(['TransactionHeld'])
  // What was made is plain data: written down and read again it is the same run.
  const again = replay(system, JSON.parse(JSON.stringify(choices)))
  expect(JSON.stringify(again.world)).toBe(JSON.stringify(world))
})

test('PROPOSE-5: each of three slots has a block on the one before', () => {
  const slots = systemOf(fourMembers({ horizon: 2, minTxPerBlock: 0 }))
  const { world } = play(slots, (now) => straight(slots, now))
  expect(world.l1.pending.map(({ slot }) => slot)).toEqual([0, 1, 2])
})
