import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { machineOf } from '../../model/core/deployed.ts'
import { checksOf, readMachine } from '../../model/core/reading.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { refusals } from '../../model/l1-rollup/refusals.ts'
import { loadPreset } from '../../spec/parameters.ts'
import { treeRoot } from './clauseIndex.ts'

const rules = readFileSync(`${treeRoot}/tla/l1-rollup/L1RollupRules.tla`, 'utf8')
const reading = readMachine(l1Rollup, machineOf(l1Rollup, loadPreset('rfc').profiles[0]!))

/** Refusals of an event as TLA+ lists them. A set has no order; its text has that of the clauses. */
function listedInTla(type: string): string[] {
  const operator = `${type[0]!.toUpperCase()}${type.slice(1)}Refusals(s, e) ==`
  const start = rules.indexOf(`\n${operator}`)
  expect(start, operator).toBeGreaterThan(0)
  const body = rules.slice(start + operator.length, rules.indexOf('\n\n', start + 1))
  return [...body.matchAll(/^\s*Require\(.*"(\w+)"\)/gm)].map(([, name]) => name!)
}

describe('the first refusal is reported', () => {
  test.each(reading.eventTypes)(
    '%s: the checks have the same order in TLA+ and in the statechart',
    (type) => {
      expect(checksOf(reading, type).map((check) => refusals[check].refusal)).toEqual(listedInTla(type))
    },
  )

  test('in the order of the clauses of each area', () => {
    for (const type of reading.eventTypes) {
      const clauses = checksOf(reading, type).map((check) => refusals[check].clause.split('-'))
      for (const area of new Set(clauses.map(([name]) => name))) {
        const numbers = clauses.filter(([name]) => name === area).map(([, number]) => Number(number))
        expect(numbers, `${type} ${area}`).toEqual([...numbers].sort((a, b) => a - b))
      }
    }
  })
})
