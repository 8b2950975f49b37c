import { describe, expect, test } from 'vitest'
import { roles } from '../../model/node/roles.ts'
import { loadPreset } from '../../spec/parameters.ts'
import { failureText, type RungKey, rungKeys } from '../evidence.ts'
import {
  type Asked,
  type CoverageRecord,
  coverageProblems,
  moved,
  readRecord,
  recordedStates,
  recordOf,
  restricted,
  withRows,
} from './record.ts'
import type { RungOutcome } from './rung.ts'
import { subjects } from './subjects.ts'

const asked: Asked = {
  presetName: 'tiny',
  profiles: ['small', 'large'],
  whole: true,
  constants: {},
  ownProbes: true,
  rungs: rungKeys,
  seed: 1,
}
const numbers: Record<RungKey, Record<string, number>> = {
  modelChecking: { distinctStates: 5, seconds: 3 },
  graphParity: { states: 5, transitions: 9, effects: 9, refusalSets: 40, differences: 0 },
  oneStep: { states: 5, enabled: 8, disabled: 30, mismatches: 0 },
  replay: { traces: 4, steps: 20, accepted: 15, mismatches: 0 },
}
const outcome = (
  key: RungKey,
  change: Record<string, Record<string, number> | undefined> = {},
): RungOutcome => {
  const rows = {
    small: numbers[key],
    large: numbers[key],
    ...(key === 'graphParity' ? { 'drawn (pairs)': { pairs: 7 } } : {}),
    ...change,
  }
  const profiles = Object.entries(rows).flatMap(([profile, row]) =>
    row ? [{ profile, numbers: row, differences: [] }] : [],
  )
  return { key, profiles } as unknown as RungOutcome
}
const all = rungKeys.map((key) => outcome(key))
const record: CoverageRecord = recordOf(all, 1)
const withOutcome = (changed: RungOutcome) => all.map((it) => (it.key === changed.key ? changed : it))
const problems = (outcomes: readonly RungOutcome[], change: Partial<Asked> = {}) =>
  coverageProblems(record, { ...asked, ...change }, outcomes).map(failureText)

const bug = {
  name: 'bug/Late',
  kind: 'bug',
  expected: 'P',
  result: 'P',
  distinctStates: 9,
  seconds: 1,
  steps: 4,
  lastEvent: 'prune',
  violated: ['P'],
  decisive: ['P 2'],
}
const live = {
  name: 'live/Ends',
  kind: 'liveness',
  expected: 'pass',
  result: 'pass',
  distinctStates: 30,
  seconds: 1,
  assumes: ['WF_vars(Tick)'],
}
const checked = (models: object[], conjuncts = 2): RungOutcome =>
  ({
    ...outcome('modelChecking'),
    summary: { models, properties: [{ name: 'P', kind: 'step', conjuncts }] },
  }) as unknown as RungOutcome

describe('what the models showed', () => {
  const recorded = recordOf(withOutcome(checked([bug, live])), 1)
  const found = (models: object[], conjuncts?: number, change: Partial<Asked> = {}) =>
    coverageProblems(recorded, { ...asked, ...change }, withOutcome(checked(models, conjuncts))).map(
      failureText,
    )

  test('is complete whatever the order of what was written down', () => {
    const { models } = recorded
    const reordered = { ...models['live/Ends']!, result: 'pass' }
    const { result, ...rest } = reordered
    const again = { ...recorded, models: { ...models, 'live/Ends': { ...rest, result } } }
    expect(coverageProblems(again, asked, withOutcome(checked([bug, live])))).toEqual([])
  })

  test('is complete when it is what was recorded, however many states a violation took', () => {
    expect(found([{ ...bug, distinctStates: 5 }, live])).toEqual([])
  })

  test.each<[string, object[], number?]>([
    ['a model that is missing', [live]],
    ['a new model', [bug, live, { ...bug, name: 'bug/New' }]],
    ['a longer counterexample', [{ ...bug, steps: 5 }, live]],
    ['another last event', [{ ...bug, lastEvent: 'propose' }, live]],
    ['another set of violations', [{ ...bug, violated: ['P', 'Q'] }, live]],
    ['a conjunct that is no longer asked for', [{ ...bug, decisive: [] }, live]],
    ['another number of states where all were explored', [bug, { ...live, distinctStates: 31 }]],
    ['a weaker assumption', [bug, { ...live, assumes: ['SF_vars(Tick)'] }]],
    ['a conjunct that is gone', [bug, live], 1],
  ])('%s is a difference', (_, models, conjuncts) => {
    const problems = found(models, conjuncts)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(/^Model checking: .* → .*npm run record$/)
  })

  test('is not compared with other constants, nor where only some profiles were asked for', () => {
    expect(found([], 0, { constants: { claimWindowSlots: '1' } })).toEqual([])
    expect(found([], 0, { whole: false })).toEqual([])
  })
})

describe('how many states there may be', () => {
  const own = { presetName: 'tiny', constants: {} }
  test.each<[string, Parameters<typeof recordedStates>[1], string, number | undefined]>([
    ['as recorded', own, 'small', 5],
    ['unknown of a profile that is not recorded', own, 'new', undefined],
    ['unknown in another preset', { ...own, presetName: 'rfc' }, 'small', undefined],
    ['unknown with other constants', { ...own, constants: { claimWindowSlots: '1' } }, 'small', undefined],
  ])('%s', (_, asked, profile, expected) => {
    expect(recordedStates(record, asked, profile)).toBe(expected)
  })
})

describe('what a run covered', () => {
  test('a profile that is not recorded is a difference that says so', () => {
    const added = withOutcome(outcome('replay', { new: numbers.replay }))
    expect(problems(added, { profiles: ['small', 'large', 'new'] })).toContain(
      'Replay on real blocks: profile new: is not recorded: run npm run record',
    )
  })

  test('is complete when it is what was recorded; times may differ', () => {
    const slower = { distinctStates: 5, seconds: 99 }
    expect(problems(withOutcome(outcome('modelChecking', { small: slower })))).toEqual([])
  })

  test.each(rungKeys)('a profile that %s left out is missing, with other constants too', (key) => {
    const outcomes = withOutcome(outcome(key, { large: undefined }))
    for (const constants of [{}, { claimWindowSlots: '1' }])
      expect(problems(outcomes, { constants })).toContainEqual(
        expect.stringContaining('profile large: was not run'),
      )
  })

  test('drawn pairs that were left out are missing from the whole preset', () => {
    const outcomes = withOutcome(outcome('graphParity', { 'drawn (pairs)': undefined }))
    expect(problems(outcomes)).toEqual(['Graph parity: profile drawn (pairs): was not run'])
    expect(problems(outcomes, { whole: false })).toEqual([])
  })

  test.each(
    rungKeys.flatMap((key) => Object.keys(record.rungs[key]!.small!).map((name) => [key, name] as const)),
  )('%s with other %s than recorded is a difference', (key, name) => {
    const fewer = { ...numbers[key], [name]: numbers[key][name]! - 1 }
    const found = problems(withOutcome(outcome(key, { small: fewer })))
    expect(found).toContainEqual(
      expect.stringContaining(`profile small: ${name} ${fewer[name]}, recorded ${numbers[key][name]}`),
    )
  })

  test('a rung that says no numbers of a profile has not covered it', () => {
    expect(problems(withOutcome(outcome('oneStep', { small: { mismatches: 0 } })))).toEqual([
      'One-step conformance: profile small: says nothing of what was covered',
    ])
  })

  test('rungs with other numbers of states than the first are differences, recorded or not', () => {
    const more = { ...numbers.oneStep, states: 6 }
    expect(
      problems(withOutcome(outcome('oneStep', { large: more })), { constants: { claimWindowSlots: '1' } }),
    ).toEqual(['One-step conformance: profile large: 6 states, Model checking 5'])
  })

  test('what is random is compared for the recorded seed only', () => {
    const other = withOutcome(outcome('replay', { small: { ...numbers.replay, steps: 21 } }))
    expect(problems(other)).toHaveLength(1)
    expect(problems(other, { seed: 2 })).toEqual([])
  })

  test('numbers of probes are compared where those of the profiles were asked for, all others always', () => {
    const row: Record<string, number> = { ...numbers.graphParity, probes: 3 }
    const recorded = recordOf(withOutcome(outcome('graphParity', { small: row })), 1)
    const problemsOf = (found: Record<string, number>, ownProbes: boolean) =>
      coverageProblems(
        recorded,
        { ...asked, ownProbes },
        withOutcome(outcome('graphParity', { small: found })),
      )
    const more = { ...row, probes: 60 }
    expect(problemsOf(more, true).map(failureText)).toEqual([
      'Graph parity: profile small: probes 60, recorded 3; if that is meant, npm run record',
    ])
    expect(problemsOf(more, false)).toEqual([])
    expect(problemsOf({ ...more, transitions: row.transitions! + 1 }, false)).toHaveLength(1)
  })

  test('a new record says what moved', () => {
    const after = recordOf(withOutcome(outcome('oneStep', { small: { ...numbers.oneStep, enabled: 9 } })), 1)
    expect(moved(record, after)).toEqual(['One-step conformance, small: enabled 8 → 9'])
    expect(moved(record, record)).toEqual([])
  })
})

test('the committed record has every profile of tiny in every rung', () => {
  const names = loadPreset('tiny').profiles.map(({ name }) => name)
  const { rungs } = readRecord()
  for (const key of rungKeys) expect(Object.keys(rungs[key]!)).toEqual(expect.arrayContaining(names))
})

test('it has every profile of the other actors in rungs 1 and 2, and their drawn pairs', () => {
  const { rungs } = readRecord()
  const tiny = { preset: loadPreset('tiny'), presetName: 'tiny', allProfiles: true }
  const others = subjects.filter(({ prefix }) => prefix !== '')
  expect(others.map(({ actor }) => actor.name)).toEqual([
    'fallback-controller',
    ...roles.map(({ actor }) => actor.name),
  ])
  for (const { prefix, profiles, pairProfiles } of others) {
    const names = profiles(tiny).map(({ name }) => prefix + name)
    const pairs = pairProfiles().map(({ name }) => `${prefix}${name} (pairs)`)
    const recorded = (key: RungKey) => Object.keys(rungs[key]!).filter((name) => name.startsWith(prefix))
    expect(recorded('modelChecking').sort()).toEqual([...names].sort())
    expect(recorded('graphParity').sort()).toEqual([...names, ...pairs].sort())
    expect([...recorded('oneStep'), ...recorded('replay')]).toEqual([])
  }
})

describe('a record of some actors', () => {
  const isNode = (name: string) => name.startsWith('node/')
  const row = (states: number) => ({ states })
  const both: CoverageRecord = {
    seed: 1,
    rungs: {
      modelChecking: {},
      replay: {},
      graphParity: { chain: row(1), 'node/one': row(2) },
      oneStep: { chain: row(1) },
    },
    properties: { Safe: 1, 'node/Signed': 2 },
    models: { 'bug/Late': { result: 'Safe' }, 'node/bug/Late': { result: 'Signed' } },
  }

  test('holds what is called after them', () => {
    expect(restricted(both, isNode)).toEqual({
      seed: 1,
      rungs: { modelChecking: {}, graphParity: { 'node/one': row(2) }, oneStep: {}, replay: {} },
      properties: { 'node/Signed': 2 },
      models: { 'node/bug/Late': { result: 'Signed' } },
    })
  })

  test('takes the place of theirs, and leaves what is of others', () => {
    // A run of theirs has no others.
    const rungs = { graphParity: { 'node/two': row(3) } } as unknown as CoverageRecord['rungs']
    const taken = { ...both, rungs, properties: {}, models: {} }
    expect(withRows(both, taken, isNode)).toEqual({
      seed: 1,
      rungs: {
        modelChecking: {},
        replay: {},
        graphParity: { chain: row(1), 'node/two': row(3) },
        oneStep: { chain: row(1) },
      },
      properties: { Safe: 1 },
      models: { 'bug/Late': { result: 'Safe' } },
    })
  })

  test('stays in its place, with what is new behind it', () => {
    const names = ({ properties }: CoverageRecord) => Object.keys(properties)
    const before = { ...both, properties: { 'node/Signed': 2, 'node/Sent': 1, Safe: 1 } }
    const taken = { ...both, properties: { 'node/Held': 1, 'node/Sent': 3 } }
    expect(names(withRows(before, taken, isNode))).toEqual(['node/Sent', 'node/Held', 'Safe'])
    expect(names(withRows({ ...both, properties: { Safe: 1 } }, taken, isNode))).toEqual([
      'Safe',
      'node/Held',
      'node/Sent',
    ])
  })
})
