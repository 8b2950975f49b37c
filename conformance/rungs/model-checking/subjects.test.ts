import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadPreset, STATE_LIMIT } from '../../../spec/parameters.ts'
import { lampSubject } from '../graph-parity/fixtures/lamp/lamp.ts'
import { ExploredGraphs } from '../graphs.ts'
import { recordOf } from '../record.ts'
import type { RungOutcome } from '../rung.ts'
import { anySubject } from '../subjects.ts'
import { propertyPlace } from './models.ts'
import { together } from './outcomes.ts'
import { checkSubjects } from './rung.ts'

let out: string
let outcomes: RungOutcome[]
beforeAll(async () => {
  out = mkdtempSync(path.join(tmpdir(), 'lockstep-subjects-'))
  outcomes = await checkSubjects([anySubject(lampSubject)], {
    preset: loadPreset('tiny'),
    presetName: 'tiny',
    allProfiles: true,
    constants: {},
    out,
    seed: 1,
    requested: new Set(['modelChecking', 'graphParity']),
    progress: () => {},
    did: () => {},
    found: () => {},
    stateLimit: () => STATE_LIMIT,
    graphs: new ExploredGraphs(path.join(out, 'graphs')),
    signal: new AbortController().signal,
  })
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

const outcome = <Key extends RungOutcome['key']>(key: Key) =>
  outcomes.find((it) => it.key === key) as Extract<RungOutcome, { key: Key }>

describe('rungs 1 and 2 of another actor than the rollup', () => {
  test('find nothing', () => {
    expect(outcomes.flatMap(({ failures }) => failures)).toEqual([])
    expect(outcomes.map(({ key }) => key)).toEqual(['modelChecking', 'graphParity'])
  })

  test('run its models, which show what they must', () => {
    const { models, properties } = outcome('modelChecking').summary
    expect(models.map(({ name, kind, result }) => [name, kind, result])).toEqual([
      ['lamp/dim', 'safety', 'pass'],
      ['lamp/bug/Overflows', 'bug', 'OilFits'],
      ['lamp/bug/SmokeIsForgotten', 'bug', 'OilIsKept'],
      ['lamp/reach/Spent', 'reach', 'NeverSpent'],
    ])
    expect(properties.map(({ name }) => name)).toEqual(['lamp/OilFits', 'lamp/OilIsKept'])
  })

  test('tell its counterexamples, away from those that rung 4 replays', () => {
    expect(outcome('modelChecking').stories.map(({ itf }) => itf)).toEqual(
      ['bug-Overflows', 'bug-SmokeIsForgotten', 'reach-Spent'].map((name) => `traces/lamp/${name}.itf.json`),
    )
  })

  test('compare its graph and its pairs, and record both under its name', () => {
    const { states, probes, pairs, differences } = outcome('graphParity').summary
    expect(differences).toBe(0)
    expect(pairs).toBe(300 * 20)
    expect(probes).toBeGreaterThan(states)
    const { rungs } = recordOf(outcomes, 1)
    expect(Object.keys(rungs.modelChecking!)).toEqual(['lamp/dim'])
    expect(Object.keys(rungs.graphParity!)).toEqual(['lamp/dim', 'lamp/wide (pairs)'])
    expect(rungs.graphParity!['lamp/dim']!.states).toBe(rungs.modelChecking!['lamp/dim']!.distinctStates)
  })

  test('of several actors are one outcome for each rung', () => {
    const [checked, compared] = together([...outcomes, ...outcomes])
    expect(checked!.profiles).toHaveLength(2 * outcome('modelChecking').profiles.length)
    const { summary } = compared as Extract<RungOutcome, { key: 'graphParity' }>
    expect(summary.transitions).toBe(2 * outcome('graphParity').summary.transitions)
    expect(together([...outcomes, ...outcomes])).toHaveLength(2)
  })
})

test('a property of another actor is found where its own modules state it', () => {
  expect(propertyPlace(anySubject(lampSubject), 'OilFits')).toMatchObject({
    clauses: ['LAMP-2', 'LAMP-5', 'LAMP-9'],
    places: [
      expect.stringMatching(
        /^conformance\/rungs\/graph-parity\/fixtures\/lamp\/tla\/LampProperties\.tla:\d+$/,
      ),
    ],
  })
  expect(propertyPlace(anySubject(lampSubject), 'TypeOK')).toEqual({ clauses: [] })
})
