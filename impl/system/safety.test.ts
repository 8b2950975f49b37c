import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Random } from './random.ts'
import { type Played, play } from './run.ts'
import { Scheduler } from './schedule.ts'
import { fourMembers } from './setups.ts'
import { systemOf } from './system.ts'

const LENGTH = 240
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })

const setups = {
  'nobody Byzantine': fourMembers({ horizon: 2 }),
  'm1 Byzantine': fourMembers({ horizon: 2, byzantine: ['m1'] }),
  'm2 Byzantine, blocks may be empty': fourMembers({ horizon: 2, byzantine: ['m2'], minTxPerBlock: 0 }),
  'm4 Byzantine, three transactions': fourMembers({
    horizon: 2,
    byzantine: ['m4'],
    transactions: ['t1', 't2', 't3'],
  }),
}

describe.each(Object.entries(setups))('%s', (_name, setup) => {
  const system = systemOf(setup)
  const run = (seed: number): Played => {
    const scheduler = new Scheduler(system, new Random(seed))
    return play(system, (world, made) => (made < LENGTH ? scheduler.next(world) : undefined))
  }

  test('ATTEST-10, ATTEST-18, BUILD-21: whatever is lost, late, doubled, crashed or a lie, every predicate holds', () => {
    let taken = 0
    fc.assert(
      fc.property(seeds, (seed) => {
        const { violations, world } = run(seed)
        expect(violations).toEqual([])
        taken += world.blocks.length
      }),
      { numRuns: 60, seed: 11 },
    )
    // Runs in which nothing happens would hold as well.
    expect(taken).toBeGreaterThan(15)
  })

  test('the same seed makes the same run', () => {
    expect(JSON.stringify(run(5).world)).toBe(JSON.stringify(run(5).world))
  })
})

test('three of four Byzantine members are too many: they take what they like', () => {
  const system = systemOf(fourMembers({ byzantine: ['m1', 'm2', 'm3'] }))
  const scheduler = new Scheduler(system, new Random(1))
  const { world } = play(system, (now, made) => (made < LENGTH ? scheduler.next(now) : undefined))
  expect(world.blocks.length).toBeGreaterThan(0)
})
