import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allRules } from '../../../impl/generate/generate.ts'
import type { Expression, Parameter, Rule, TypeName } from '../../../impl/generate/subset.ts'
import * as timing from '../../../model/fallback-controller/rules/timing.ts'
import { refusals } from '../../../model/l1-rollup/refusals.ts'
import * as arithmetic from '../../../model/l1-rollup/rules/arithmetic.ts'
import * as challenge from '../../../model/l1-rollup/rules/challenge.ts'
import * as claim from '../../../model/l1-rollup/rules/claim.ts'
import * as due from '../../../model/l1-rollup/rules/due.ts'
import * as epoch from '../../../model/l1-rollup/rules/epoch.ts'
import * as escrow from '../../../model/l1-rollup/rules/escrow.ts'
import * as fallback from '../../../model/l1-rollup/rules/fallback.ts'
import * as proof from '../../../model/l1-rollup/rules/proof.ts'
import * as propose from '../../../model/l1-rollup/rules/propose.ts'
import * as queue from '../../../model/l1-rollup/rules/queue.ts'
import * as time from '../../../model/l1-rollup/rules/time.ts'
import { keccakWords } from '../../../model/shared/hash.ts'
import { startTranslatedRules, type TranslatedRules, type Value, wordOf } from './harness.ts'

const plain: Record<string, (facts: never) => Value> = {
  ...arithmetic,
  ...challenge,
  ...claim,
  ...due,
  ...epoch,
  ...escrow,
  ...fallback,
  ...proof,
  ...propose,
  ...time,
  ...queue,
  ...timing,
}
const rules = allRules()

/** The greatest value of each unit: within these no product or sum of a rule leaves the numbers that are exact. */
const greatest: Partial<Record<TypeName, bigint>> = {
  Slot: 2n ** 40n - 1n,
  Epoch: 2n ** 40n - 1n,
  SlotOffset: 2n ** 12n - 1n,
  Count: 2n ** 12n - 1n,
  Index: 2n ** 12n - 1n,
  Timestamp: 2n ** 41n - 1n,
  BasisPoints: 2n ** 32n - 1n,
  Wei: 2n ** 128n - 1n,
}
const RANDOM_CASES = 2_000

/** What callers choose freely: a word that no unit bounds must be refused by the rule, not by a failing addition. */
const callerSupplied = new Set([
  'headerSlot',
  'headerTimestamp',
  'epochToProve',
  'validUntilSlot',
  'bondAmount',
  'basisPointFee',
  'amountWei',
  'forcedCount',
  'dataBytes',
])

function literalsOf(it: Expression): bigint[] {
  switch (it.kind) {
    case 'integer':
      return [it.value]
    case 'not':
      return literalsOf(it.operand)
    case 'binary':
      return [...literalsOf(it.left), ...literalsOf(it.right)]
    case 'choice':
      return [it.condition, it.whenTrue, it.whenFalse].flatMap(literalsOf)
    case 'call':
      return it.given.flatMap(({ value }) => literalsOf(value))
    default:
      return []
  }
}

/** The extremes of a parameter, and every literal of the rule and its neighbours. */
function notable({ type }: Parameter, rule: Rule): Value[] {
  if (type === 'boolean') return [false, true]
  if (type === 'Address') return ['none', 'somebody', 'another']
  const limit = greatest[type]
  if (limit === undefined) return ['one', 'two']
  const near = literalsOf(rule.body).flatMap((literal) => [literal - 1n, literal, literal + 1n])
  const values = [0n, 1n, 2n, limit - 1n, limit, ...near].filter((value) => value >= 0n && value <= limit)
  return [...new Set(values)].map((value) => (type === 'Wei' ? value : Number(value)))
}

function product(lists: readonly (readonly Value[])[]): Value[][] {
  return lists.reduce<Value[][]>(
    (rows, list) => rows.flatMap((row) => list.map((value) => [...row, value])),
    [[]],
  )
}

/** Random values, of which each other one lies next to a value that was drawn before it: rules compare. */
function randomCase(rule: Rule, index: number): Value[] {
  const drawn: Value[] = []
  rule.parameters.forEach((parameter, at) => {
    const word = keccakWords(BigInt(index), BigInt(at))
    const choices = notable(parameter, rule)
    const limit = greatest[parameter.type]
    if (limit === undefined) drawn.push(choices[Number(word % BigInt(choices.length))]!)
    else {
      const numbers = drawn.filter((value) => typeof value === 'number' || typeof value === 'bigint')
      const before =
        numbers.length > 0 && word % 2n === 0n ? BigInt(numbers.at(-1)!) + ((word >> 8n) % 3n) - 1n : -1n
      const value = before >= 0n && before <= limit ? before : (word >> 16n) % (limit + 1n)
      drawn.push(parameter.type === 'Wei' ? value : Number(value))
    }
  })
  return drawn
}

/** The rule in TypeScript, `undefined` where it throws. */
function inTypeScript(rule: Rule, values: readonly Value[]): bigint | undefined {
  const facts = Object.fromEntries(rule.parameters.map(({ name }, index) => [name, values[index]!]))
  try {
    return BigInt(plain[rule.name]!(facts as never))
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

describe('rules in TypeScript and in compiled Solidity', () => {
  let translated: TranslatedRules
  beforeAll(async () => {
    translated = await startTranslatedRules(rules)
  })
  afterAll(async () => translated?.stop())

  const apply = async (rule: Rule, cases: readonly (readonly bigint[])[]) => {
    const answers: (bigint | undefined)[] = []
    for (let from = 0; from < cases.length; from += 500)
      answers.push(...(await translated.apply(rule, cases.slice(from, from + 500))))
    return answers
  }

  test('every rule was translated, and nothing else', () => {
    expect(rules.map(({ name }) => name).sort()).toEqual(Object.keys(plain).sort())
  })

  test.each(rules.map((rule) => [rule.doc[0]!.split(/[.,:]/)[0]!, rule.name, rule] as const))(
    '%s: %s answers the same at the extremes, around its literals and for random values',
    async (_clause, _name, rule) => {
      const extremes = product(rule.parameters.map((parameter) => notable(parameter, rule)))
      const random = Array.from({ length: RANDOM_CASES }, (_, index) => randomCase(rule, index))
      const cases = [...extremes, ...random]
      const answers = await apply(
        rule,
        cases.map((values) => values.map(wordOf)),
      )
      const differences = cases.flatMap((values, index) => {
        const expected = inTypeScript(rule, values)
        return expected === answers[index] ? [] : [{ values, expected, found: answers[index] }]
      })
      expect(differences.slice(0, 3)).toEqual([])
      expect(answers).toHaveLength(cases.length)
    },
  )

  test.each(
    rules
      .filter((rule) => rule.name in refusals && rule.parameters.some(({ name }) => callerSupplied.has(name)))
      .map((rule) => [refusals[rule.name as keyof typeof refusals].clause, rule.name, rule] as const),
  )('%s: %s has an answer for every word that a caller may choose', async (_clause, _name, rule) => {
    const words = rule.parameters.map((parameter) => {
      const bounded = notable(parameter, rule).map(wordOf)
      return callerSupplied.has(parameter.name) ? [...bounded, 2n ** 256n - 1n, 2n ** 255n] : bounded
    })
    const cases = product(words) as bigint[][]
    const answers = await apply(rule, cases)
    expect(cases.filter((_, index) => answers[index] === undefined)).toEqual([])
  })
})
