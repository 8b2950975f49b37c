import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count, nothingHappened } from './happened.ts'
import type { Played } from './run.ts'
import { playSeed } from './seeded.ts'
import { epochProfile, fourEpochs, fourMembers } from './setups.ts'
import { systemOf } from './system.ts'
import type { Setup } from './vocabulary.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })
/** 5,000 schedules in all, each of so many choices at most. */
const ofSlots = { schedules: 400, length: 80 }
const ofEpochs = { schedules: 60, length: 100 }

const slots: Record<string, Setup> = {
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

const sixMembers = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6']
const epochs: Record<string, Setup> = {
  'three provers, L1 reorganises': fourEpochs({ reorgDepth: 3 }),
  'a member that bids and need not prove': fourEpochs({ byzantine: ['m2'], reorgDepth: 2 }),
  'a committee that takes what it likes, or nothing': fourEpochs({
    byzantine: ['m2', 'm3', 'm4'],
    keepers: ['m1'],
  }),
  'more members than seats, L1 reorganises': fourEpochs({
    byzantine: ['m2'],
    reorgDepth: 2,
    profile: epochProfile({ validators: sixMembers }),
  }),
}
const happened = nothingHappened()

describe.each(Object.entries(slots))('slots: %s', (_name, setup) => {
  const system = systemOf(setup)
  const run = (seed: number): Played => playSeed(system, seed, ofSlots.length)

  test('ATTEST-10, ATTEST-18, BUILD-21: whatever is lost, late, doubled, crashed or a lie, every predicate holds', () => {
    let [taken, steps] = [0, 0]
    fc.assert(
      fc.property(seeds, (seed) => {
        const { violations, world, ...played } = run(seed)
        expect(violations).toEqual([])
        taken += world.blocks.length
        steps += played.steps
      }),
      { numRuns: ofSlots.schedules, seed: 11 },
    )
    // Runs in which nothing happens would hold as well.
    expect(taken).toBeGreaterThan(10)
    expect(steps).toBeGreaterThan(50 * ofSlots.schedules)
  })

  test('the same seed makes the same run', () => {
    expect(JSON.stringify(run(5).world)).toBe(JSON.stringify(run(5).world))
  })
})

describe.each(Object.entries(epochs))('epochs: %s', (_name, setup) => {
  const system = systemOf(setup)
  const run = (seed: number): Played => playSeed(system, seed, ofEpochs.length)

  test('PROOF-6, PRUNE-1, FALLBACK-3, QUOTE-10: every predicate holds over epochs', () => {
    let steps = 0
    fc.assert(
      fc.property(seeds, (seed) => {
        const { violations, world, ...played } = run(seed)
        expect(violations).toEqual([])
        steps += played.steps
        count(happened, world.facts)
      }),
      { numRuns: ofEpochs.schedules, seed: 11 },
    )
    expect(steps).toBeGreaterThan(500 * ofEpochs.schedules)
  })

  test('the same seed makes the same run', () => {
    expect(JSON.stringify(run(5).world)).toBe(JSON.stringify(run(5).world))
  })
})

test('in these runs of epochs everything that L1 is there for came about', () => {
  for (const [what, times] of Object.entries(happened)) expect(times, what).toBeGreaterThan(10)
})

test('three of four Byzantine members are too many: they take what nobody honest signed', () => {
  const system = systemOf(fourMembers({ byzantine: ['m2', 'm3', 'm4'] }))
  const unsigned = Array.from({ length: 20 }, (_, seed) => {
    const { world } = playSeed(system, seed, 150)
    const kinds = world.facts.map(({ kind }) => kind)
    return kinds.includes('taken') && !kinds.includes('signed')
  })
  expect(unsigned).toContain(true)
})
