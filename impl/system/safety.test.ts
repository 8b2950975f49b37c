import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { count, nothingHappened } from './happened.ts'
import type { Played } from './run.ts'
import { scheduled } from './scheduled.ts'
import { playSeed } from './seeded.ts'
import { fourMembers } from './setups.ts'
import { systemOf } from './system.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })
/** 5,000 schedules in all; `lockstep schedules` plays as many as one likes. */
const SCHEDULES = 5_000
const whole = Object.values(scheduled).reduce((sum, { weight }) => sum + weight, 0)
const named = Object.entries(scheduled).map(([name, { setup, weight, length, weights }]) => ({
  name,
  length,
  weights,
  system: systemOf(setup),
  schedules: Math.ceil((SCHEDULES * weight) / whole),
  isOfEpochs: setup.profile.name === 'epochs',
}))
const happened = nothingHappened()

describe.each(named.filter(({ isOfEpochs }) => !isOfEpochs))(
  'slots: $name',
  ({ system, schedules, length, weights }) => {
    const run = (seed: number): Played => playSeed(system, seed, length, undefined, weights)

    test('ATTEST-10, ATTEST-18, BUILD-21: whatever is lost, late, doubled, crashed or a lie, every predicate holds', () => {
      let [taken, steps] = [0, 0]
      fc.assert(
        fc.property(seeds, (seed) => {
          const { violations, world, ...played } = run(seed)
          expect(violations).toEqual([])
          taken += world.blocks.length
          steps += played.steps
        }),
        { numRuns: schedules, seed: 11 },
      )
      // Runs in which nothing happens would hold as well.
      expect(taken).toBeGreaterThan(10)
      expect(steps).toBeGreaterThan(50 * schedules)
    })

    test('the same seed makes the same run', () => {
      expect(JSON.stringify(run(5).world)).toBe(JSON.stringify(run(5).world))
    })
  },
)

describe.each(named.filter(({ isOfEpochs }) => isOfEpochs))(
  'epochs: $name',
  ({ system, schedules, length, weights }) => {
    const run = (seed: number): Played => playSeed(system, seed, length, undefined, weights)

    test('PROOF-6, PRUNE-1, FALLBACK-3, QUOTE-10: every predicate holds over epochs', () => {
      let steps = 0
      fc.assert(
        fc.property(seeds, (seed) => {
          const { violations, world, ...played } = run(seed)
          expect(violations).toEqual([])
          steps += played.steps
          count(happened, world.facts)
        }),
        { numRuns: schedules, seed: 11 },
      )
      expect(steps).toBeGreaterThan(500 * schedules)
    })

    test('the same seed makes the same run', () => {
      expect(JSON.stringify(run(5).world)).toBe(JSON.stringify(run(5).world))
    })
  },
)

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
