import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonicalJson,
  parseTlaState,
  parseTlaValue,
  plainJson,
  printTlaValue,
  type TlaValue,
  TlaValueError,
} from './value.ts'

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,6}$/).filter((n) => n !== 'TRUE' && n !== 'FALSE')
const text = fc.string({ unit: 'binary-ascii' }).map((t) => t.replace(/[^\x20-\x7e\n\t\r\f]/g, ''))

const values = fc.letrec<{ value: TlaValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.bigInt({ min: -(2n ** 31n), max: 2n ** 31n - 1n }).map((value): TlaValue => ({ kind: 'int', value })),
    text.map((value): TlaValue => ({ kind: 'string', value })),
    fc.boolean().map((value): TlaValue => ({ kind: 'bool', value })),
    name.map((model): TlaValue => ({ kind: 'model', name: model })),
    fc.array(tie('value'), { maxLength: 4 }).map((elements): TlaValue => ({ kind: 'sequence', elements })),
    fc
      .uniqueArray(tie('value'), { maxLength: 4, selector: canonicalJson })
      .map((elements): TlaValue => ({ kind: 'set', elements })),
    fc
      .uniqueArray(fc.tuple(name, tie('value')), { minLength: 1, maxLength: 4, selector: ([key]) => key })
      .map((fields): TlaValue => ({ kind: 'record', fields })),
    fc
      .uniqueArray(fc.tuple(tie('value'), tie('value')), {
        minLength: 1,
        maxLength: 4,
        selector: ([key]) => canonicalJson(key),
      })
      .map((pairs): TlaValue => ({ kind: 'function', pairs })),
  ),
})).value

/** The same value with everything unordered the other way round. */
function reversed(value: TlaValue): TlaValue {
  switch (value.kind) {
    case 'set':
      return { kind: 'set', elements: value.elements.map(reversed).reverse() }
    case 'sequence':
      return { kind: 'sequence', elements: value.elements.map(reversed) }
    case 'record':
      return {
        kind: 'record',
        fields: value.fields.map(([n, v]): [string, TlaValue] => [n, reversed(v)]).reverse(),
      }
    case 'function': {
      const pairs = value.pairs.map(([k, v]): [TlaValue, TlaValue] => [reversed(k), reversed(v)])
      return { kind: 'function', pairs: pairs.reverse() }
    }
    default:
      return value
  }
}

const holds = (property: (value: TlaValue) => void, of = values) =>
  fc.assert(
    fc.property(of, (value) => {
      property(value)
    }),
  )

describe('TLA+ values', () => {
  test('what is printed is read back', () => {
    holds((value) => expect(parseTlaValue(printTlaValue(value))).toEqual(value))
  })

  test('line breaks between the tokens do not matter', () => {
    // No strings: a replacement must not reach into them.
    const stringless = values.filter((value) => !printTlaValue(value).includes('"'))
    const spread = (value: TlaValue) => printTlaValue(value).replace(/, |:> |@@ |\|-> |\[|<</g, '$&\n  ')
    holds((value) => expect(parseTlaValue(spread(value))).toEqual(value), stringless)
  })

  test('canonical text is JSON', () => {
    holds((value) => expect(() => JSON.parse(canonicalJson(value))).not.toThrow())
  })

  test('canonical text does not depend on the order of elements, fields and pairs', () => {
    holds((value) => expect(canonicalJson(reversed(value))).toBe(canonicalJson(value)))
  })

  test.each([
    ['-3', '-3'],
    ['TRUE', 'true'],
    ['Nobody', '{"#model":"Nobody"}'],
    ['"a\\"b\\\\\\n"', '"a\\"b\\\\\\u000a"'],
    ['<<>>', '[]'],
    ['{}', '[]'],
    ['{10, 9, -1}', '[-1,9,10]'],
    ['{"b", "a"}', '["a","b"]'],
    ['2..4', '[2,3,4]'],
    ['3..2', '[]'],
    ['[b |-> 1, a |-> [c |-> <<1, {2}>>]]', '{"a":{"c":[1,[2]]},"b":1}'],
    ['(1 :> "x" @@ 2 :> "y")', '["x","y"]'],
    ['(0 :> "x" @@ 1 :> "y")', '{"#map":[[0,"x"],[1,"y"]]}'],
    ['("k" :> 1 @@ "j" :> 2)', '{"j":2,"k":1}'],
    ['(<<1, 2>> :> (-1 :> {}))', '{"#map":[[[1,2],{"#map":[[-1,[]]]}]]}'],
  ])('%s has the canonical text %s', (printed, canonical) => {
    expect(canonicalJson(parseTlaValue(printed))).toBe(canonical)
  })

  test('a state of several variables is read in the order printed', () => {
    const state = parseTlaState('/\\ b = [x |-> 1,\n  y |-> "/\\\\ c = 2"]\n/\\ a = {}\n')
    expect(state).toEqual([
      [
        'b',
        {
          kind: 'record',
          fields: [
            ['x', { kind: 'int', value: 1n }],
            ['y', { kind: 'string', value: '/\\ c = 2' }],
          ],
        },
      ],
      ['a', { kind: 'set', elements: [] }],
    ])
  })

  test('a state of one variable has no conjunction sign', () => {
    expect(parseTlaState('count = -1')).toEqual([['count', { kind: 'int', value: -1n }]])
  })

  test.each([
    ['[a |-> 1', ']', 8],
    ['<<1, 2', '>>', 6],
    ['"abc', 'the closing " of a string', 4],
    ['{1} 2', 'the end of the value', 4],
    ['[a |-> ]', 'a value', 7],
    ['"\\q"', 'one of the escapes \\n \\t \\r \\f \\" \\\\', 2],
  ])('%s is refused: expected %s at character %i', (broken, expected, offset) => {
    expect(() => parseTlaValue(broken)).toThrow(new TlaValueError(expected, broken, offset))
  })
})

describe('plain values', () => {
  test('have the canonical text of the TLA+ value that they stand for', () => {
    const plain = {
      seen: new Set([10, 9]),
      by: -1n,
      pairs: [1, 'é'],
      nested: { b: true, a: new Set(['y', 'x']) },
    }
    const tla = parseTlaValue(
      '[seen |-> {9, 10}, by |-> -1, nested |-> [a |-> {"x", "y"}, b |-> TRUE], pairs |-> <<1, "é">>]',
    )
    expect(plainJson(plain)).toBe(canonicalJson(tla))
    expect(plainJson(plain)).toBe(
      '{"by":-1,"nested":{"a":["x","y"],"b":true},"pairs":[1,"\\u00e9"],"seen":[9,10]}',
    )
  })

  test.each([0.5, Number.NaN, 2 ** 53])('%d is no integer that JSON carries', (number) => {
    expect(() => plainJson(number)).toThrow(RangeError)
  })
})
