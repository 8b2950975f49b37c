import { expect, test } from 'vitest'
import { idleConjuncts, propertiesShown } from './models.ts'

test('a conjunct that no Bug model asks for is named', () => {
  const properties = [
    { name: 'P', kind: 'step' as const, conjuncts: 2 },
    { name: 'Q', kind: 'invariant' as const, conjuncts: 0 },
  ]
  expect(idleConjuncts([{ decisive: ['P 1'] }, { decisive: ['P 2'] }], properties)).toEqual([])
  expect(idleConjuncts([{ decisive: ['P 2'] }, {}], properties)).toEqual([
    'conjunct P, number 1: no Bug model violates what only it forbids',
  ])
})

test('every property is listed with the conjuncts that it has', () => {
  const listed = new Map(propertiesShown().map(({ name, conjuncts }) => [name, conjuncts]))
  expect(listed.get('TypeOK')).toBe(0)
  expect(listed.get('BlocksAreOrdered')).toBe(2)
  expect(listed.size).toBeGreaterThan(38)
})
