/** The table of rules: of every check it says what its removal violates, and it does. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemOf } from '../../impl/system/system.ts'
import type { Role } from '../../impl/system/vocabulary.ts'
import { everyNth, isDeep } from '../../spec/tier.ts'
import { PlantedSteps } from '../rungs/step-parity/plant.ts'
import { diagramOf } from './diagram.ts'
import { plant, roles } from './plants.ts'
import { corrected, type Shown, setups, shown, unshown, weights } from './rules.ts'
import { rows, rulesPage, unshownChecks } from './rulesPage.ts'
import { played, search, shrink, violates } from './shrink.ts'

/** Runs until a predicate is violated. */
const SEEDS = 300
const LONGEST = 25
/** Of the table a tenth, all of it in the deep tier. */
const SAMPLE = 10
/** Where what no run shows is looked for all the same, and in how many runs each. */
const WATCHED = ['honest', 'lost', 'passedOn', 'misquoted', 'alone'] as const
const WATCHED_SEEDS = isDeep ? 50 : 5
/** Without it there is nothing that the step could hand in. */
const NEEDED = 'someQuoteIsUsable'

let planted: PlantedSteps
beforeAll(() => {
  planted = new PlantedSteps()
})
afterAll(() => planted.remove())

test.each(Object.keys(roles) as Role[])('every check of the %s is in the table once', (role) => {
  const named = [...Object.keys(shown[role]), ...Object.keys(unshown[role])]
  expect(named.sort()).toEqual(Object.keys(roles[role].actor.refusals).sort())
})

test.each(Object.keys(roles) as Role[])('what was named otherwise of the %s is something else', (role) => {
  const found = shown[role] as Record<string, Shown | undefined>
  for (const [check, named] of Object.entries(corrected[role])) {
    expect(roles[role].actor.refusals).toHaveProperty(check)
    expect(found[check]?.[0] ?? 'none').not.toBe(named)
  }
})

test('the page is that of the table', async () => {
  await expect(rulesPage()).toMatchFileSnapshot('rules.md')
})

describe('nodes without a check are found', () => {
  test.each(everyNth(rows, SAMPLE))(
    '$role $check: $violates',
    async ({ role, check, violates: predicate, setup }) => {
      const system = systemOf(setups[setup], await plant(planted, role, check))
      const run = search(system, predicate, SEEDS, weights[setup])
      expect(run, `${predicate} within ${SEEDS} seeds`).toBeDefined()
      const small = shrink(system, predicate, run!)
      expect(small.length).toBeLessThanOrEqual(LONGEST)
      // With the rule it is none.
      expect(violates(systemOf(setups[setup]), predicate, small)).toBe(false)
      expect(diagramOf(system, small)).toContain('Note over')
    },
  )
})

describe('what no run shows, none does', () => {
  const watched = unshownChecks.filter(({ check }) => check !== NEEDED)
  test.each(everyNth(watched, SAMPLE))('$role $check', async ({ role, check }) => {
    const steps = await plant(planted, role, check)
    for (const setup of WATCHED) {
      const system = systemOf(setups[setup], steps)
      for (let seed = 0; seed < WATCHED_SEEDS; seed++) {
        const { violations } = played(system, seed, weights[setup])
        expect({ setup, seed, violations }).toEqual({ setup, seed, violations: [] })
      }
    }
  })
})
