import { describe, expect, test } from 'vitest'
import { ruleFunction } from './solidity.ts'
import { OutsideSubset, readRules } from './subset.ts'

const rule = (body: string, signature = '{ a, b }: { a: Count; b: Count }', result = 'boolean') =>
  `import { floorDiv } from '../arithmetic.ts'\n\n/** TEST-1. First line. */\nexport const sample = (${signature}): ${result} =>\n  ${body}\n`
const translate = (text: string) => {
  const rules = readRules('model/l1-rollup/rules/sample.ts', text)
  const byName = new Map(rules.map((it) => [it.name, it]))
  return rules.map((it) => ruleFunction(it, byName).join('\n')).join('\n')
}
const body = (expression: string, result?: string) =>
  /return (.*);/s.exec(translate(rule(expression, undefined, result)))?.[1]

describe('rules to Solidity', () => {
  test('a rule is an internal pure function with its doc comment', () => {
    expect(translate(rule('a < b'))).toBe(
      [
        '/// TEST-1. First line.',
        'function sample(uint256 a, uint256 b) internal pure returns (bool) {',
        '    return a < b;',
        '}',
      ].join('\n'),
    )
  })

  test.each([
    ['a === b && a !== 0', 'a == b && a != 0'],
    ['(a || b) && a', '(a || b) && a'],
    ['a || (b && a)', 'a || (b && a)'],
    ['(a && b) || a', '(a && b) || a'],
    ['!(a < b)', '!(a < b)'],
    ['!a === b', '!a == b'],
    ['a - (b - 1) > 0', 'a - (b - 1) > 0'],
    ['a - b - 1 > 0', '(a - b) - 1 > 0'],
    ['a - (b + 1) > 0', 'a - (b + 1) > 0'],
    ['(a + b) * 2 > 0', '(a + b) * 2 > 0'],
    ['a + b * 2 > 0', 'a + b * 2 > 0'],
    ['floorDiv(a + b, 2) > 0', '(a + b) / 2 > 0'],
    ['floorDiv(a, b * 2) > 0', 'a / (b * 2) > 0'],
    ['floorMod(floorDiv(a, b), 3) > 0', '(a / b) % 3 > 0'],
    ['a * floorDiv(b, 2) > 0', 'a * (b / 2) > 0'],
    ['a < 10_000n', 'a < 10_000'],
    ['a < 1000000', 'a < 1_000_000'],
    ['BigInt(a) < 5n', 'a < 5'],
    ['a === NO_ADDRESS', 'a == address(0)'],
    ['a ? b : true', 'a ? b : true'],
    ['(a ? b : a) && b', '(a ? b : a) && b'],
  ])('%s becomes %s', (typescript, solidity) => {
    expect(body(typescript)).toBe(solidity)
  })

  test('arguments of a call by name stand in the order of the parameters', () => {
    const text = `${rule('a < b')}export const other = ({ c }: { c: Count }): boolean => sample({ b: c, a: c + 1 })\n`
    expect(translate(text)).toContain('return sample(c + 1, c);')
  })

  test('a parameter that the body does not use has no name', () => {
    expect(translate(rule('a', '{ a, b }: { a: boolean; b: Address }'))).toContain('(bool a, address)')
  })

  test('every unit has its type', () => {
    const units = '{ a, b, c, d }: { a: Wei; b: Address; c: BlockHash; d: boolean }'
    expect(translate(rule('a > 0n && b === NO_ADDRESS && c === c && d', units))).toContain(
      '(uint256 a, address b, bytes32 c, bool d)',
    )
  })

  test('a long rule is broken at its weakest operators', () => {
    const names = Array.from({ length: 6 }, (_, index) => `averagelyLongName${index}`)
    const signature = `{ ${names.join(', ')} }: { ${names.map((name) => `${name}: boolean`).join('; ')} }`
    const lines = translate(rule(names.join(' && '), signature)).split('\n')
    expect(lines.slice(-7)).toEqual([
      '    return averagelyLongName0',
      ...names.slice(1, 5).map((name) => `        && ${name}`),
      '        && averagelyLongName5;',
      '}',
    ])
  })

  test('a long choice has its outcomes on lines of their own, a choice among them in parentheses', () => {
    const names = Array.from({ length: 4 }, (_, index) => `averagelyLongNumber${index}`)
    const [first, second, third, fourth] = names
    const signature = `{ ${names.join(', ')} }: { ${names.map((name) => `${name}: Count`).join('; ')} }`
    const sum = `${second} + ${third}`
    const choice = `${first} === 0 ? ${second} : ${sum} > ${fourth} ? ${sum} : ${fourth}`
    expect(
      translate(rule(choice, signature, 'Count'))
        .split('\n')
        .slice(-6),
    ).toEqual([
      `    return ${first} == 0`,
      `        ? ${second}`,
      `        : (${sum} > ${fourth}`,
      `            ? ${sum}`,
      `            : ${fourth});`,
      '}',
    ])
  })

  test('what a rule returns is documented by the tag of Solidity', () => {
    const text = rule('a < b').replace(
      '/** TEST-1. First line. */',
      '/**\n * TEST-1.\n * @returns a verdict\n */',
    )
    expect(translate(text).split('\n').slice(0, 2)).toEqual(['/// TEST-1.', '/// @return a verdict'])
  })
})

describe('outside the subset', () => {
  test.each([
    ['a bitwise operator', rule('(a & b) > 0'), '5:6', 'operator; found &'],
    ['a plain division', rule('a / b > 0'), '5:5', 'operator; found /'],
    ['loose equality', rule('a == b'), '5:5', 'operator; found =='],
    ['an unknown name', rule('a < c'), '5:7', 'expected a parameter or NO_ADDRESS; found c'],
    ['a method', rule('a.toString()'), '5:3', 'call; found a.toString()'],
    ['a property', rule('a.length > 0'), '5:3', 'expression; found a.length'],
    ['a fraction', rule('a > 0.5'), '5:7', 'expression; found 0.5'],
    ['a hexadecimal number', rule('a > 0x10'), '5:7', 'expression; found 0x10'],
    ['a negative number', rule('a > -1'), '5:7', 'expression; found -1'],
    ['a text', rule("a === 'x'"), '5:9', "expression; found 'x'"],
    ['positional arguments', rule('other(a, b)'), '5:3', 'expected a rule with an object literal'],
    ['a spread', rule('other({ ...a })'), '5:11', 'expected name: value'],
    ['a block', rule('{ return true }'), '5:3', 'expected an expression as body'],
    ['a default', rule('a', '{ a = 1 }: { a: Count }'), '4:26', 'expected a plain name'],
    ['a renamed fact', rule('b', '{ a: b }: { a: Count }'), '4:26', 'expected a plain name'],
    ['a word of Solidity', rule('hours > 0', '{ hours }: { hours: Count }'), '4:26', 'Solidity leaves free'],
    ['an optional fact', rule('a', '{ a }: { a?: boolean }'), '4:33', 'expected a required property'],
    ['an unknown type', rule('a > 0', '{ a }: { a: number }'), '4:36', 'expected one of Slot'],
    ['positional facts', rule('a > 0', 'a: Count'), '4:23', 'expected one parameter that takes'],
    ['other orders', rule('a', '{ b, a }: { a: boolean; b: boolean }'), '4:24', 'the same names in the same'],
    ['no result', 'export const a = ({ b }: { b: Count }) => b > 0', '1:18', 'expected one of Slot'],
    ['a function', 'export function a() {}', '1:1', 'expected an exported arrow function'],
    ['what is not exported', 'const a = () => true', '1:1', 'expected one exported constant'],
  ])('%s is refused with its place', (_name, text, place, message) => {
    expect(() => readRules('model/l1-rollup/rules/sample.ts', text)).toThrow(OutsideSubset)
    expect(() => readRules('model/l1-rollup/rules/sample.ts', text)).toThrow(
      `model/l1-rollup/rules/sample.ts:${place}`,
    )
    expect(() => readRules('model/l1-rollup/rules/sample.ts', text)).toThrow(message)
  })
})
