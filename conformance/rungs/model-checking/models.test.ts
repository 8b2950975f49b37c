import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { anySubject, l1RollupSubject } from '../subjects.ts'
import { idleProperties, propertiesShown, propertyPlace } from './models.ts'

const rollup = anySubject(l1RollupSubject)

test('a property and a conjunct that no Bug model asks for are named', () => {
  const properties = [
    { name: 'P', kind: 'step' as const, conjuncts: 2 },
    { name: 'Q', kind: 'invariant' as const, conjuncts: 0 },
  ]
  const asked = [
    { violated: ['P', 'Q'], decisive: ['P 1'] },
    { violated: [], decisive: ['P 2'] },
  ]
  expect(idleProperties(asked, properties)).toEqual([])
  expect(idleProperties([{ violated: ['P'], decisive: ['P 2'] }, {}], properties)).toEqual([
    { property: 'Q', text: 'property Q: no Bug model violates it' },
    { property: 'P', text: 'conjunct P, number 1: no Bug model violates what only it forbids' },
  ])
})

test('a failure is placed where its property is stated, with the clauses that are cited there', () => {
  const { clauses, places } = propertyPlace(rollup, 'SetIsFrozen')
  expect(clauses).toEqual(['VALIDATOR-5'])
  const [file, line] = places![0]!.split(':') as [string, string]
  const text = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8').split('\n')
  expect(text[Number(line) - 1]).toMatch(/^SetIsFrozen ==/)
  expect(propertyPlace(rollup, 'NoProperty')).toEqual({ clauses: [] })
  expect(propertyPlace(rollup, undefined)).toEqual({ clauses: [] })
})

test('every property is listed with the conjuncts that it has', () => {
  const listed = new Map(propertiesShown(rollup).map(({ name, conjuncts }) => [name, conjuncts]))
  expect(listed.get('TypeOK')).toBe(0)
  expect(listed.get('BlocksAreOrdered')).toBe(2)
  expect(listed.has('RefinesL1Chain')).toBe(true)
})
