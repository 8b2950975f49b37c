import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Composed, ComposedTypes } from '../../../model/core/composed.ts'
import { loadPreset, STATE_LIMIT } from '../../../spec/parameters.ts'
import { cuts } from '../../../tla/system/cuts.ts'
import { storyRows, takingPart } from '../../report/storyRows.ts'
import { checkedCut, checkedCuts } from '../cuts.ts'
import { ExploredGraphs } from '../graphs.ts'
import { coverageProblems, readRecord, recordOf, restricted } from '../record.ts'
import type { RungContext, RungOutcome } from '../rung.ts'
import { checkSubjects } from './rung.ts'

const slotCut = cuts.find((it) => it.cut === 'slot')!
const cut = checkedCuts.find(({ name }) => name === 'slot')!
const name = 'system/slot/forced'

/** L1 that does not say whether the slot has a block (PROPOSE-6). */
const planted: Composed<ComposedTypes> = {
  ...cut.composed!,
  compose(profile) {
    const composition = cut.composed!.compose(profile)
    return {
      ...composition,
      step(state, event) {
        const found = composition.step(state, event)
        return 'refusals' in found && event.type === 'take'
          ? { refusals: found.refusals.filter((refusal) => refusal !== 'SlotTaken') }
          : found
      },
    }
  },
}

const context = (folder: string): RungContext => ({
  preset: loadPreset('tiny'),
  presetName: 'tiny',
  allProfiles: true,
  constants: {},
  seed: 1,
  out: folder,
  requested: new Set(['modelChecking', 'graphParity']),
  progress: () => {},
  did: () => {},
  found: () => {},
  stateLimit: () => STATE_LIMIT,
  graphs: new ExploredGraphs(path.join(folder, 'graphs')),
  signal: new AbortController().signal,
})

let out: string
let outcomes: RungOutcome[]
beforeAll(async () => {
  out = mkdtempSync(path.join(tmpdir(), 'lockstep-cuts-'))
  const profiles = () => cut.modelProfiles().filter((profile) => profile.name === 'forced')
  outcomes = await checkSubjects([], context(out), [{ ...cut, profiles, composed: planted }])
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

const outcome = <Key extends RungOutcome['key']>(key: Key) =>
  outcomes.find((it) => it.key === key) as Extract<RungOutcome, { key: Key }>

describe('a cut of the system in rungs 1 and 2', () => {
  test('is checked under its own name, with its models', () => {
    const { models, properties } = outcome('modelChecking').summary
    expect(models.map(({ name: of, result }) => [of, result])).toEqual([
      [name, 'pass'],
      ['system/slot/bug/FrontIsNotCompared', 'SignedWasHeld'],
      ['system/slot/bug/SignaturesBindNoList', 'OneQuorumPerSlot'],
      ['system/slot/reach/ForcedUnheld', 'NeverForcedUnheld'],
    ])
    expect(properties.map((property) => property.name)).toContain('system/slot/OneQuorumPerSlot')
  })

  test('says where it is wrong what its models do not ask for, by the clauses of all its actors', () => {
    const { failures } = outcome('modelChecking')
    expect(failures.find(({ text }) => text.includes('property ChainIsOne'))).toMatchObject({
      clauses: ['PROPOSE-5', 'PROPOSE-6', 'PROPOSE-12'],
      places: [expect.stringMatching(/^tla\/system\/slot\/SlotProperties\.tla:\d+$/)],
    })
  })

  test('tells its stories between nodes and L1', () => {
    const story = outcome('modelChecking').stories.find(({ source }) =>
      source.endsWith('reach/ForcedUnheld'),
    )!
    const rows = storyRows(story)
    expect(takingPart(rows).at(-1)).toBe('L1')
    expect(
      takingPart(rows)
        .slice(0, -1)
        .every((line) => /^m\d$/.test(line)),
    ).toBe(true)
    const arrows = rows.flatMap((row) =>
      row.arrows.map(({ from, to, label }) => `${from} to ${to}: ${label}`),
    )
    expect(arrows).toContain('m4 to m1: receiveProposal t2@0 on genesis, 1 forced')
    expect(arrows.at(-1)).toBe('m4 to L1: take t2@0 on genesis, 1 forced')
  })

  test('a planted disagreement is told with the shortest way to it', () => {
    const { failures, profiles } = outcome('graphParity')
    expect(profiles.map(({ profile }) => profile)).toEqual([name])
    expect(profiles[0]!.numbers.differences).toBeGreaterThan(0)
    expect(failures).toHaveLength(1)
    const [where, left, right, way] = failures[0]!.text.split('\n').map((line) => line.trim())
    expect(where).toMatch(/differences, the nearest: refusals of \{.*"type":"take"\}/)
    expect(left).toMatch(/^TLA\+: .*"SlotTaken"/)
    expect(right).not.toMatch(/"SlotTaken"/)
    // Two members and the Byzantine one are a quorum.
    const events = way!.match(/"type":"\w+"/g)!.map((text) => text.slice(8, -1))
    expect(events.at(-1)).toBe('take')
    expect(events.slice(0, -1).sort()).toEqual(['attest', 'attest', 'receiveProposal', 'receiveProposal'])
  })

  test('a number that is not as recorded is reported', () => {
    const record = restricted(readRecord(), (of) => of === name)
    expect(record.rungs.modelChecking![name]!.distinctStates).toBe(628)
    const asked = {
      presetName: 'tiny',
      profiles: [],
      whole: true,
      constants: {},
      ownProbes: true,
      rungs: [],
      seed: 1,
    }
    const checked = [outcome('modelChecking')]
    const withStates = (distinctStates: number) => ({
      ...record,
      rungs: { ...record.rungs, modelChecking: { [name]: { distinctStates } } },
    })
    expect(coverageProblems(withStates(628), asked, checked)).toEqual([])
    expect(coverageProblems(withStates(627), asked, checked)).toMatchObject([
      { rung: 'modelChecking', profile: name, numbers: [{ found: 628, expected: 627 }] },
    ])
    expect(Object.keys(recordOf(outcomes, 1).rungs.graphParity!)).toEqual([name])
  })
})

describe('a profile of preset deep', () => {
  const explored = async (states: number) => {
    const profile = { ...cut.modelProfiles().find((it) => it.name === 'forced')!, name: 'larger' }
    const { composed: _, ...alone } = checkedCut({ ...slotCut, large: [{ profile, states }] })
    const [found] = await checkSubjects(
      [],
      { ...context(path.join(out, 'deep')), presetName: 'deep', requested: new Set(['modelChecking']) },
      [alone],
    )
    return found as Extract<RungOutcome, { key: 'modelChecking' }>
  }

  test('is explored without models, and must have the states that it says', async () => {
    const { profiles, summary, failures } = await explored(628)
    expect(profiles.map(({ profile, numbers }) => [profile, numbers.distinctStates])).toEqual([
      ['system/slot/larger', 628],
    ])
    expect(summary.models.map(({ kind }) => kind)).toEqual(['safety'])
    expect(failures).toEqual([])
  })

  test('fails with any other number', async () => {
    const { failures } = await explored(627)
    expect(failures).toMatchObject([{ profile: 'system/slot/larger', text: '628 states, expected 627' }])
  })
})

test('the committed record has every profile of every cut', () => {
  const { rungs } = readRecord()
  for (const { prefix, modelProfiles } of checkedCuts) {
    const recorded = Object.keys(rungs.modelChecking!).filter((of) => of.startsWith(prefix))
    expect(recorded.sort()).toEqual(
      modelProfiles()
        .map((profile) => prefix + profile.name)
        .sort(),
    )
  }
})
