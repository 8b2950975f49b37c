import { expect, test } from 'vitest'
import { type AnySubject, subjects } from '../rungs/subjects.ts'

const refusalsOf = ({ actor }: AnySubject) => Object.entries(actor.refusals)

test('a check that two actors make has one refusal and enforces one clause, and so has a refusal', () => {
  const all = subjects.flatMap(refusalsOf)
  const byCheck = new Map(all)
  const clauses = new Map(all.map(([, { refusal, clause }]) => [refusal, clause]))
  expect(all.map(([check]) => byCheck.get(check))).toEqual(all.map(([, refusal]) => refusal))
  expect(all.map(([, { refusal }]) => clauses.get(refusal))).toEqual(all.map(([, { clause }]) => clause))
  expect(all.length).toBeGreaterThan(byCheck.size)
})
