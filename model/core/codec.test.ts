import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { CodecError, canonicalText, codecOf, parseJson } from './codec.ts'

const wei = z.string().meta({ unit: 'wei' })
const schema = z.strictObject({
  slot: z.number().int(),
  held: z.record(z.string(), wei),
  claim: z
    .strictObject({ bond: wei, by: z.string() })
    .nullable()
    .meta({ none: { bond: 0, by: 'none' } }),
  events: z.array(
    z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('wait') }),
      z.strictObject({ type: z.literal('pay'), amount: wei, valid: z.boolean() }),
    ]),
  ),
})
const codec = codecOf(schema)
const value: z.infer<typeof schema> = {
  slot: 3,
  held: { p2: '340282366920938463463374607431768211455', p1: '0' },
  claim: null,
  events: [{ type: 'wait' }, { type: 'pay', amount: '7', valid: true }],
}
const text =
  '{"claim":{"bond":0,"by":"none"},"events":[{"type":"wait"},{"amount":7,"type":"pay","valid":true}],' +
  '"held":{"p1":0,"p2":340282366920938463463374607431768211455},"slot":3}'

/** The value in the form, as JSON reads it. */
const plain = parseJson(text) as Record<string, unknown>

describe('the codec of a schema', () => {
  test('writes sorted keys, amounts as integers, an absent value as its record', () => {
    expect(codec.text(value)).toBe(text)
    expect(codec.text({ ...value, claim: { bond: '5', by: 'p1' } })).toContain('"claim":{"bond":5,"by":"p1"}')
  })

  test('reads its own texts', () => {
    expect(codec.parse(text)).toEqual(value)
    const claimed = { ...value, claim: { bond: '5', by: 'p1' } }
    expect(codec.parse(codec.text(claimed))).toEqual(claimed)
  })

  test('escapes what is no name', () => {
    const names = codecOf(z.array(z.string()))
    const odd = ['a"b', 'c\\d', 'e\nf', 'ä']
    expect(names.text(odd)).toBe(JSON.stringify(odd))
    expect(names.parse(names.text(odd))).toEqual(odd)
  })

  test('a list of what nothing has is empty', () => {
    const nothing = codecOf(z.array(z.never()))
    expect(nothing.text([])).toBe('[]')
    expect(nothing.parse('[]')).toEqual([])
    expect(() => nothing.decode([1])).toThrow('0: expected Invalid input: expected never')
  })

  test('a union may be an option of a union', () => {
    const told = z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('pay'), id: z.string(), body: wei }),
      z.discriminatedUnion('id', [
        z.strictObject({ kind: z.literal('tell'), id: z.literal('slot'), body: z.number().int() }),
        z.strictObject({ kind: z.literal('tell'), id: z.literal('names'), body: z.array(z.string()) }),
      ]),
    ])
    const nested = codecOf(told)
    const names: z.infer<typeof told> = { kind: 'tell', id: 'names', body: ['a'] }
    expect(nested.text(names)).toBe('{"body":["a"],"id":"names","kind":"tell"}')
    expect(nested.parse('{"body":["a"],"id":"names","kind":"tell"}')).toEqual(names)
    expect(nested.parse('{"body":7,"id":"x","kind":"pay"}')).toEqual({ kind: 'pay', id: 'x', body: '7' })
    expect(() => nested.decode({ ...names, id: 'more' })).toThrow('id: expected one of slot, names')
    expect(() => nested.decode({ ...names, kind: 'fly' })).toThrow('kind: expected one of pay, tell')
  })

  test('a record without keys is an empty sequence, as TLC writes it', () => {
    expect(codec.decode({ ...plain, held: [] })).toEqual({ ...value, held: {} })
    expect(codec.text({ ...value, held: {} })).toBe(text.replace(/"held":\{.*?\}/, '"held":[]'))
  })

  test.each([
    ['another type', { ...plain, slot: 'x' }, 'slot: expected'],
    ['a field that does not exist', { ...plain, more: 1 }, 'more: expected one of claim, events, held, slot'],
    ['an unknown event', { ...plain, events: [{ type: 'fly' }] }, 'events.0.type: expected one of wait, pay'],
    ['no record', { ...plain, held: 3 }, 'held: expected a record'],
    ['no list', { ...plain, events: {} }, 'events: expected a list'],
  ])('refuses %s with its place', (_, wrong, message) => {
    expect(() => codec.decode(wrong)).toThrow(CodecError)
    expect(() => codec.decode(wrong)).toThrow(message)
  })

  test('a schema without a form is a mistake', () => {
    expect(() => codecOf(z.date())).toThrow('a schema of type date has no canonical form')
  })
})

test('integers beyond 2^53 stay exact', () => {
  const large = parseJson('{"a":[9007199254740993,-18446744073709551616],"b":1}')
  expect(large).toEqual({ a: [9007199254740993n, -18446744073709551616n], b: 1 })
  expect(canonicalText(large)).toBe('{"a":[9007199254740993,-18446744073709551616],"b":1}')
})
