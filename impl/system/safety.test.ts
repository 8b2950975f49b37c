import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Played } from './run.ts'
import { playSeed } from './seeded.ts'
import { fourMembers } from './setups.ts'
import { systemOf } from './system.ts'

const LENGTH = 150
/** Of each setup. */
const SCHEDULES = 1_250
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })

const setups = {
  'nobody Byzantine, L1 reorganises': fourMembers({ horizon: 2, reorgDepth: 2 }),
  'the proposer of slot 0 Byzantine': fourMembers({ horizon: 2, byzantine: ['m3'] }),
  'that of slot 1, blocks may be empty': fourMembers({ horizon: 2, byzantine: ['m2'], minTxPerBlock: 0 }),
  'that of slot 2, three transactions, L1 reorganises': fourMembers({
    horizon: 2,
    reorgDepth: 3,
    byzantine: ['m4'],
    transactions: ['t1', 't2', 't3'],
  }),
}

describe.each(Object.entries(setups))('%s', (_name, setup) => {
  const system = systemOf(setup)
  const run = (seed: number): Played => playSeed(system, seed, LENGTH)

  test('ATTEST-10, ATTEST-18, BUILD-21: whatever is lost, late, doubled, crashed or a lie, every predicate holds', () => {
    let [taken, steps] = [0, 0]
    fc.assert(
      fc.property(seeds, (seed) => {
        const { violations, world, ...played } = run(seed)
        expect(violations).toEqual([])
        taken += world.blocks.length
        steps += played.steps
      }),
      { numRuns: SCHEDULES, seed: 11 },
    )
    // Runs in which nothing happens would hold as well.
    expect(taken).toBeGreaterThan(200)
    expect(steps).toBeGreaterThan(50 * SCHEDULES)
  })

  test('the same seed makes the same run', () => {
    expect(JSON.stringify(run(5).world)).toBe(JSON.stringify(run(5).world))
  })
})

test('three of four Byzantine members are too many: they take what nobody honest signed', () => {
  const system = systemOf(fourMembers({ byzantine: ['m2', 'm3', 'm4'] }))
  const unsigned = Array.from({ length: 20 }, (_, seed) => {
    const { world } = playSeed(system, seed, LENGTH)
    const kinds = world.facts.map(({ kind }) => kind)
    return kinds.includes('taken') && !kinds.includes('signed')
  })
  expect(unsigned).toContain(true)
})
