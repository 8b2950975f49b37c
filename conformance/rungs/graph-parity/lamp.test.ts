import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLamp } from './fixtures/lamp/lamp.machine.ts'
import { dim, lamp, lampSubject, wide } from './fixtures/lamp/lamp.ts'
import { rewrittenLamp } from './fixtures/lamp/rewritten.ts'
import type { LampTypes } from './fixtures/lamp/vocabulary.ts'
import { type AnsweredPairs, askModelChecker, comparePairs } from './pointwise.ts'
import { type CheckedProfile, checkProfile, compareWithStatechart, exploreProfile } from './profile.ts'
import type { Subject } from './subject.ts'

/*
 * A second actor goes through rung 2 by the same functions as the rollup: nothing in them may assume the rollup.
 */

let folder: string
let checked: CheckedProfile
let asked: AnsweredPairs<LampTypes>
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'lockstep-lamp-'))
  checked = await check(lampSubject, 'dim')
  asked = await ask(lampSubject, 'wide')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const check = (subject: Subject<LampTypes>, name: string) =>
  checkProfile(subject, dim, { folder: path.join(folder, name), brief: true })
const ask = (subject: Subject<LampTypes>, name: string) =>
  askModelChecker(subject, wide, { folder: path.join(folder, name), seed: 3, states: 60, eventsPerState: 40 })
const compare = (subject: Subject<LampTypes>, { graph }: CheckedProfile, limit?: number) =>
  compareWithStatechart(subject, dim, graph!, exploreProfile(subject, dim), limit)

const checks = Object.keys(lamp.refusals) as (keyof typeof lamp.refusals)[]
const typeOf = (event: string): string => (JSON.parse(event) as { type: string }).type

/** The lamp with a guard that always passes. */
const unguarded = (guard: (typeof checks)[number]): Subject<LampTypes> => ({
  ...lampSubject,
  actor: {
    ...lamp,
    machine: (deployment, initial) =>
      createLamp(deployment, initial).provide({ guards: { [guard]: () => true } }),
  },
})

describe('the lamp, from TLA+ and from its statechart', () => {
  test('has one graph: states, transitions, effects, refusal sets and probes', () => {
    expect(checked.tlc.errors).toEqual([])
    const { differences, differenceCount, ...counts } = compare(lampSubject, checked)
    expect(differences).toEqual([])
    expect(differenceCount).toBe(0)
    expect(counts.states).toBe(checked.tlc.distinctStates)
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(100)
    expect(counts.effects).toBe(counts.transitions)
  })

  test('shows every refusal, every event and every notice', () => {
    const { refusalSets, events, effectLists } = checked.graph!
    const names = Object.values(lamp.refusals).map(({ refusal }) => refusal)
    expect(new Set(refusalSets.flat())).toEqual(new Set(names))
    const types = (texts: readonly string[]) =>
      new Set(texts.flatMap((text) => [...text.matchAll(/"type":"(\w+)"/g)].map(([, type]) => type)))
    expect(types(events)).toEqual(new Set(['passHour', 'fill', 'light', 'douse', 'empty']))
    expect(types(effectLists)).toEqual(new Set(['WentOut', 'Filled', 'Lit', 'Doused', 'Emptied']))
  })

  test('answers alike about pairs that nobody has to reach', async () => {
    const { smallest, differenceCount, pairs, accepted } = await comparePairs(lampSubject, asked)
    expect(smallest).toBeUndefined()
    expect(differenceCount).toBe(0)
    expect(pairs).toBe(2_400)
    expect(accepted).toBeGreaterThan(pairs / 5)
    expect(accepted).toBeLessThan((pairs * 4) / 5)
  })
})

describe('a difference is found', () => {
  test.each(checks)('where the statechart does not check %s', async (guard) => {
    const { smallest } = await comparePairs(unguarded(guard), asked)
    expect(smallest?.tla).toContain(lamp.refusals[guard].refusal)
  })

  test('where the statechart lets anybody douse, with the shortest path to it', () => {
    const { differences } = compare(unguarded('callerMayDouse'), checked, 10_000)
    // The whole set of refusals is compared, where another refuses too.
    expect(differences[0]).toMatchObject({
      kind: 'refusals',
      path: [],
      left: '["CallerNotLighter","LampDark"]',
      right: '["LampDark"]',
    })
    const accepted = differences.find(({ kind }) => kind === 'transition')!
    expect(accepted.path.map(typeOf)).toEqual(['fill', 'light'])
    expect(accepted.left).toBe('(absent)')
  })

  test('where the statechart announces something else', () => {
    const silent: Subject<LampTypes> = {
      ...lampSubject,
      actor: {
        ...lamp,
        machine: (deployment, initial) =>
          createLamp(deployment, initial).provide({ actions: { announceDue: (() => []) as never } }),
      },
    }
    const { differences } = compare(silent, checked)
    expect(differences[0]?.kind).toBe('effects')
    expect(differences[0]?.left).toContain('WentOut')
    expect(differences[0]?.right).not.toContain('WentOut')
  })

  test('where TLA+ calls a refusal by another name', async () => {
    const renamed = rewrittenLamp(folder, '"OilInsufficient"', '"OilIsShort"')
    const [nearest] = compare(renamed, await check(renamed, 'renamed')).differences
    expect(nearest).toMatchObject({ kind: 'refusals', path: [] })
    expect(nearest!.left).toBe(nearest!.right.replace('OilInsufficient', 'OilIsShort'))
  })

  test('where a rule of TLA+ is weaker, reached or drawn', async () => {
    const weaker = rewrittenLamp(folder, 'e.caller \\in {s.flame.lighter, Owner}', 'e.caller \\in People')
    const [nearest] = compare(weaker, await check(weaker, 'weaker')).differences
    expect(nearest!.right).toContain('CallerNotLighter')
    const { smallest } = await comparePairs(weaker, await ask(weaker, 'weaker-pairs'))
    expect(smallest!.statechart).toContain('CallerNotLighter')
  })

  test('where TLA+ carries out what is due an hour later', async () => {
    const late = rewrittenLamp(folder, 's.flame.untilHour <= s.hour', 's.flame.untilHour < s.hour')
    const [nearest] = compare(late, await check(late, 'late')).differences
    expect(nearest!.path.map(typeOf)).toEqual(['fill', 'light', 'passHour'])
  })
})
