import { describe, expect, test } from 'vitest'
import type { Counterexample } from './counterexample.ts'
import { eventOf, ItfError, parseItf, printItf, toItf, toItfValue } from './itf.ts'
import { parseTlaState, parseTlaValue } from './value.ts'

const counterexample: Counterexample = {
  states: [
    '/\\ slot = 0\n/\\ tip = <<>>\n/\\ event = [name |-> "Init"]',
    '/\\ slot = 1\n/\\ tip = <<>>\n/\\ event = [name |-> "Tick", to |-> 1]',
    '/\\ slot = 1\n/\\ tip = <<[by |-> "alice"]>>\n/\\ event = [name |-> "Propose", caller |-> "alice", signers |-> {1, 2}]',
  ].map((text) => ({ variables: new Map(parseTlaState(text)) })),
}

const trace = toItf(counterexample, { eventVariable: 'event', meta: { source: 'Rollup.tla' } })
const none = { tag: 'None', value: { '#tup': [] } }

describe('a trace from a counterexample', () => {
  test('has the event in the keys of Quint and no event variable', () => {
    expect(trace).toEqual({
      '#meta': {
        format: 'ITF',
        'format-description': 'https://apalache-mc.org/docs/adr/015adr-trace.html',
        source: 'Rollup.tla',
      },
      vars: ['slot', 'tip', 'mbt::actionTaken', 'mbt::nondetPicks'],
      states: [
        {
          '#meta': { index: 0 },
          slot: { '#bigint': '0' },
          tip: [],
          'mbt::actionTaken': 'Init',
          'mbt::nondetPicks': { caller: none, signers: none, to: none },
        },
        {
          '#meta': { index: 1 },
          slot: { '#bigint': '1' },
          tip: [],
          'mbt::actionTaken': 'Tick',
          'mbt::nondetPicks': { caller: none, signers: none, to: { tag: 'Some', value: { '#bigint': '1' } } },
        },
        {
          '#meta': { index: 2 },
          slot: { '#bigint': '1' },
          tip: [{ by: 'alice' }],
          'mbt::actionTaken': 'Propose',
          'mbt::nondetPicks': {
            caller: { tag: 'Some', value: 'alice' },
            signers: { tag: 'Some', value: { '#set': [{ '#bigint': '1' }, { '#bigint': '2' }] } },
            to: none,
          },
        },
      ],
    })
  })

  test('is read back as it was printed', () => {
    expect(parseItf(printItf(trace), 'a.itf.json')).toEqual(trace)
  })

  test('gives each event back', () => {
    expect(trace.states.map(eventOf)).toEqual([
      { name: 'Init', parameters: {} },
      { name: 'Tick', parameters: { to: { '#bigint': '1' } } },
      {
        name: 'Propose',
        parameters: { caller: 'alice', signers: { '#set': [{ '#bigint': '1' }, { '#bigint': '2' }] } },
      },
    ])
  })

  test('keeps the loop of a lasso', () => {
    expect(toItf({ ...counterexample, loop: 1 }).loop).toBe(1)
  })

  test('loops at the last state when it stutters', () => {
    expect(toItf({ ...counterexample, loop: 'stuttering' }).loop).toBe(2)
  })

  test('refuses an event variable that holds no event', () => {
    expect(() => toItf(counterexample, { eventVariable: 'slot' })).toThrow(/slot holds no record with a name/)
  })

  test('writes functions as maps and model values as their names', () => {
    expect(toItfValue(parseTlaValue('(0 :> Nobody @@ <<1>> :> -2)'))).toEqual({
      '#map': [
        [{ '#bigint': '0' }, 'Nobody'],
        [[{ '#bigint': '1' }], { '#bigint': '-2' }],
      ],
    })
  })
})

describe('a file that is no trace', () => {
  const good = JSON.parse(JSON.stringify(trace))
  const broken = (change: (copy: typeof good) => void): string => {
    const copy = structuredClone(good)
    change(copy)
    return JSON.stringify(copy)
  }

  test.each<[string, string, string, string | RegExp]>([
    ['cut in the middle', printItf(trace).slice(0, 400), '$', /^JSON \(the file ends in the middle\)/],
    ['empty', '', '$', /^JSON/],
    ['a list', '[]', '$', /^object/],
    ['without states', broken((t) => delete t.states), '$.states', /^array/],
    ['with no state', broken((t) => t.states.splice(0)), '$.states', /./],
    ['with a plain number', broken((t) => (t.states[1].slot = 1)), '$.states[1].slot', /#bigint/],
    [
      'with a bad integer',
      broken((t) => (t.states[1].slot = { '#bigint': '0x1' })),
      '$.states[1].slot["#bigint"]',
      /decimal/,
    ],
    ['with null', broken((t) => (t.states[2].tip[0].by = null)), '$.states[2].tip[0].by', 'a value'],
    [
      'with an unknown tag',
      broken((t) => (t.states[0].tip = { '#bag': [] })),
      '$.states[0].tip',
      /found #bag/,
    ],
    [
      'with a map of singles',
      broken((t) => (t.states[0].tip = { '#map': [['a']] })),
      '$.states[0].tip["#map"][0]',
      /pair/,
    ],
    ['with a variable missing', broken((t) => delete t.states[2].slot), '$.states[2]', /variable slot/],
    [
      'with a variable too many',
      broken((t) => (t.states[2].slto = 'x')),
      '$.states[2].slto',
      /listed in vars/,
    ],
    ['with a loop past its end', broken((t) => (t.loop = 3)), '$.loop', /below 3/],
    [
      'with a nameless event',
      broken((t) => (t.states[1]['mbt::actionTaken'] = [])),
      '$.states[1]["mbt::actionTaken"]',
      /name of an event/,
    ],
    [
      'with a bare parameter',
      broken((t) => (t.states[1]['mbt::nondetPicks'].to = 'x')),
      '$.states[1]["mbt::nondetPicks"].to',
      /Some/,
    ],
  ])('%s: the place is named', (_, text, place, expected) => {
    let error: unknown
    try {
      parseItf(text, 'a.itf.json')
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(ItfError)
    expect((error as ItfError).jsonPath).toBe(place)
    expect((error as ItfError).expected).toMatch(expected)
  })
})
