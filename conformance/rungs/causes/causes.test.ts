import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadPreset } from '../../../spec/parameters.ts'
import { parseItf } from '../../../tla/tlc/itf.ts'
import { createLamp } from '../graph-parity/fixtures/lamp/lamp.machine.ts'
import { lamp, lampSubject } from '../graph-parity/fixtures/lamp/lamp.ts'
import { rewrittenLamp } from '../graph-parity/fixtures/lamp/rewritten.ts'
import { ExploredGraphs } from '../graphs.ts'
import { checkSubjects } from '../model-checking/rung.ts'
import type { RungContext } from '../rung.ts'
import { anySubject } from '../subjects.ts'
import { Causes, type ReachedPlace } from './causes.ts'
import type { Answer } from './disagreement.ts'
import { parseAnswer, placesOf } from './places.ts'
import { tellCause, tellDisagreement } from './tell.ts'

const fill = '{"amount":2,"caller":"bob","type":"fill"}'
const place = (left: Answer, right: Answer, more: Partial<ReachedPlace> = {}): ReachedPlace => ({
  profile: 'dim',
  state: '{"hour":0}',
  event: fill,
  path: [],
  left,
  right,
  ...more,
})
/** Headlines, the soonest first. */
const toldOf = (...places: ReachedPlace[]): string[] => {
  const causes = new Causes()
  for (const one of places) causes.add(one)
  return causes.list.map(({ disagreement }) => tellDisagreement(disagreement))
}

describe('what is said differently', () => {
  const accepted = (next: string, effects = '[]'): Answer => ({ refusals: [], next, effects })

  test.each([
    ['a refusal', { refusals: ['LampFull'] }, { refusals: [] }, ['only TLA+ refuses fill with LampFull']],
    [
      'a refusal on each side',
      { refusals: ['AmountZero', 'LampFull'] },
      { refusals: ['LampDark', 'LampFull'] },
      ['only TLA+ refuses fill with AmountZero', 'only the statechart refuses fill with LampDark'],
    ],
    [
      'a value in the state after',
      accepted('{"flame":{"oil":1},"oil":2}'),
      accepted('{"flame":{"oil":3},"oil":2}'),
      ['after fill, flame.oil is 1 in TLA+, 3 in the statechart'],
    ],
    [
      'a list of another length',
      accepted('{"pending":[1,2]}'),
      accepted('{"pending":[1]}'),
      ['after fill, pending is [1,2] in TLA+, [1] in the statechart'],
    ],
    [
      'a value that one side does not have',
      accepted('{"poured":{"bob":2}}'),
      accepted('{"poured":{}}'),
      ['after fill, poured.bob is 2 in TLA+, nothing in the statechart'],
    ],
    [
      'an effect that is not sent',
      accepted('{}', '[{"type":"WentOut"},{"type":"Filled"}]'),
      accepted('{}', '[{"type":"Filled"}]'),
      ['fill sends out ["WentOut","Filled"] in TLA+, ["Filled"] in the statechart'],
    ],
    [
      'another effect',
      accepted('{}', '[{"amount":1,"type":"Filled"}]'),
      accepted('{}', '[{"amount":2,"type":"Filled"}]'),
      ['fill sends out Filled with amount 1 in TLA+, 2 in the statechart'],
    ],
    [
      'no answer',
      { refusals: [] },
      { unevaluated: 'TypeError: no\nfact' },
      ['the statechart has no answer to fill: TypeError: no fact'],
    ],
    [
      'a refusal that the one which comes first there hides',
      { refusals: ['AmountZero', 'LampFull'] },
      { refusals: ['LampFull'], lacks: ['AmountZero'], instead: 'LampFull' },
      ['only TLA+ refuses fill with AmountZero, the statechart with LampFull'],
    ],
    [
      'first refusals that both may have',
      { refusals: ['LampFull'] },
      { refusals: ['AmountZero'], lacks: [] },
      ['only the statechart refuses fill with AmountZero'],
    ],
    [
      'an argument of a refusal',
      { refusals: ['LampFull'], says: '{"amount":2,"oil":1}' },
      { refusals: ['LampFull'], lacks: [], says: '{"amount":2,"oil":3}' },
      ['fill is refused with LampFull and oil 1 in TLA+, 3 in the statechart'],
    ],
    [
      'a view',
      { ...accepted('{"oil":1}'), views: '{"isLit":true}' },
      { ...accepted('{"oil":1}'), views: '{"isLit":false}' },
      ['after fill, the view isLit is true in TLA+, false in the statechart'],
    ],
    [
      'what is stored, where the states are the same',
      { ...accepted('{"oil":1}'), stored: '{"lamp":{"sum":1}}' },
      { ...accepted('{"oil":1}'), stored: '{"lamp":{"sum":2}}' },
      ['after fill, lamp.sum is 1 in TLA+, 2 in the statechart'],
    ],
    [
      'not what is stored, where the states differ',
      { ...accepted('{"oil":1}'), stored: '{"lamp":{"sum":1}}' },
      { ...accepted('{"oil":2}'), stored: '{"lamp":{"sum":2}}' },
      ['after fill, oil is 1 in TLA+, 2 in the statechart'],
    ],
    // Whoever refuses has no successor, which is no cause of its own.
    [
      'a successor of one',
      { refusals: ['X'], next: '{}' },
      accepted('{"a":1}'),
      ['only TLA+ refuses fill with X'],
    ],
    ['nothing', accepted('{"a":1}'), accepted('{"a":1}'), []],
  ] as const)('%s', (_, left, right, told) => {
    expect(toldOf(place(left as Answer, right))).toEqual(told)
  })

  test('answers to probes and pairs are taken apart', () => {
    expect(parseAnswer('[["A","B"],0,0]')).toEqual({ refusals: ['A', 'B'] })
    expect(parseAnswer('[[],{"a":"],}","b":[{}]},[{"type":"X"}]]')).toEqual({
      refusals: [],
      next: '{"a":"],}","b":[{}]}',
      effects: '[{"type":"X"}]',
    })
    expect(parseAnswer('TypeError: no fact')).toEqual({ unevaluated: 'TypeError: no fact' })
  })

  test('what a comparison says of one event in one state is one place', () => {
    const at = { state: '{}', event: fill, path: [] }
    const differences = [
      { kind: 'refusals' as const, ...at, left: '[]', right: '["LampFull"]' },
      { kind: 'transition' as const, ...at, left: '{"oil":1}', right: '(absent)' },
      { kind: 'state' as const, ...at, event: undefined, left: 'present', right: '(absent)' },
    ]
    expect(placesOf({ differences }, 'dim')).toEqual([
      { ...at, profile: 'dim', left: { refusals: [], next: '{"oil":1}' }, right: { refusals: ['LampFull'] } },
    ])
  })
})

describe('causes', () => {
  const full = (more: Partial<ReachedPlace>) => place({ refusals: ['LampFull'] }, { refusals: [] }, more)
  const hour = '{"type":"passHour"}'

  test('are few, however many places show them, and the nearest place is told', () => {
    const causes = new Causes()
    expect(causes.add(full({ profile: 'deep', path: [hour, hour, fill] }))).toHaveLength(1)
    for (let count = 0; count < 1_200; count++) expect(causes.add(full({ path: [hour, hour] }))).toEqual([])
    const [cause, ...more] = causes.list
    expect(more).toEqual([])
    expect(tellCause(cause!)).toEqual([
      'after 2 × passHour',
      'comes fill(amount: 2, caller: bob)',
      'in state {"hour":0}',
      'shows in 1,201 places of profiles deep, dim',
    ])
  })

  test('of another account or another block are the same, of another field are not', () => {
    const after = (next: string) => place({ next: '{"a":{"p":{"x":1,"y":1}}}' }, { next })
    const [first, second, third] = [
      '{"a":{"p":{"x":2,"y":1}}}',
      '{"a":{"p":{"x":3,"y":1}}}',
      '{"a":{"p":{"x":1,"y":2}}}',
    ]
    expect(toldOf(after(first!), after(second!), after(third!))).toHaveLength(2)
  })

  test('that a form lacks a refusal is certain where it accepts: that is told, however far', () => {
    const hidden = place(
      { refusals: ['LampFull'] },
      { refusals: [], lacks: ['LampFull'], instead: 'LampDark' },
    )
    const shown = place({ refusals: ['LampFull'] }, { refusals: [], lacks: ['LampFull'] }, { path: [hour] })
    const line = ['only TLA+ refuses fill with LampFull']
    expect(toldOf(hidden, shown)).toEqual(line)
    expect(toldOf(shown, hidden)).toEqual(line)
  })

  test('that several processes gathered are one, with all their places, and the nearest of them', () => {
    const [here, there, both] = [new Causes(), new Causes(), new Causes()]
    here.add(full({ path: [hour] }))
    here.add(full({ path: [hour, hour] }))
    there.add(full({ profile: 'deep', path: [] }))
    expect([here, there].flatMap(({ list }) => list.map((cause) => both.merge(cause)))).toEqual([true, false])
    expect(both.list).toHaveLength(1)
    expect(both.list[0]).toMatchObject({ places: 3, profiles: ['dim', 'deep'], nearest: { path: [] } })
  })

  test('what shows after fewer events comes first; what was drawn comes last', () => {
    const dark = (more: Partial<ReachedPlace>) => place({ refusals: ['LampDark'] }, { refusals: [] }, more)
    const { path: _, ...drawn } = full({})
    expect(toldOf(drawn, dark({ path: [hour] }))).toEqual([
      'only TLA+ refuses fill with LampDark',
      'only TLA+ refuses fill with LampFull',
    ])
    expect(toldOf(full({ path: [hour] }), dark({ path: [] }))[0]).toContain('LampDark')
  })
})

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lockstep-causes-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Rungs 1 and 2 of a lamp. */
async function checked(subject: typeof lampSubject, stateLimit = 2_000) {
  const found: string[] = []
  const context: RungContext = {
    preset: loadPreset('tiny'),
    presetName: 'tiny',
    allProfiles: true,
    constants: {},
    out: folder,
    seed: 1,
    requested: new Set(['modelChecking', 'graphParity'] as const),
    progress: () => {},
    did: () => {},
    found: (text) => found.push(text),
    stateLimit: () => stateLimit,
    graphs: new ExploredGraphs(`${folder}/graphs`),
    signal: new AbortController().signal,
  }
  const outcomes = await checkSubjects([anySubject(subject)], context)
  const parity = outcomes.find(({ key }) => key === 'graphParity')!
  return { found, parity, failures: parity.failures.map(({ text }) => text.split('\n')[0]) }
}

describe('a mistake in one form is told before the profiles are explored, and again with the way to it', () => {
  test('an update in TLA+', async () => {
    const { found, parity, failures } = await checked(
      rewrittenLamp(folder, '[eff EXCEPT !.oil = 0, ', '[eff EXCEPT !.oil = 1, '),
    )
    expect(found[0]).toMatch(/^after empty, oil is 1 in TLA\+, 0 in the statechart \(LAMP-10/)
    expect(failures[0]).toBe('after empty, oil is 1 in TLA+, 0 in the statechart')
    const [first] = parity.failures
    expect(first!.text).toContain('\n  after no event\n')
    const [story] = parity.stories
    expect(story!.steps.map(({ event }) => event && JSON.parse(event).type)).toEqual([undefined, 'empty'])
    const trace = parseItf(readFileSync(path.join(folder, story!.itf!), 'utf8'), story!.itf!)
    expect(trace['#meta']).toMatchObject({ profile: 'dim', lastStepOf: 'TLA+' })
    expect(trace.states.at(-1)!.oil).toEqual({ '#bigint': '1' })
  })

  test('a check in TLA+ without which a property is violated: its counterexample tells where the forms part', async () => {
    const { parity, failures } = await checked(
      rewrittenLamp(folder, 's.flame.oil >= e.amount, ', 's.flame.oil + 1 >= e.amount, '),
    )
    expect(failures[0]).toBe('only the statechart refuses fill with LampFull')
    expect(parity.failures[0]!.text).toMatch(/\n {2}after fill\(/)
    expect(failures).toContain('not compared, because TLC ended with OilFits')
  })

  test('a check in the statechart without which it never ends', async () => {
    const endless = {
      ...lampSubject,
      actor: {
        ...lamp,
        machine: (...given: Parameters<typeof createLamp>) =>
          createLamp(...given).provide({ guards: { oilFits: () => true } }),
      },
    }
    const { parity, failures } = await checked(endless)
    expect(failures[0]).toBe('only TLA+ refuses fill with LampFull')
    expect(failures.some((text) => text!.startsWith('the statechart cannot be explored'))).toBe(true)
    expect(parity.stories[0]!.steps.length).toBeGreaterThan(2)
  })
})
