import { expect, test } from 'vitest'
import type { Actor, ActorTypes } from '../../model/core/actor.ts'
import { subjects } from '../rungs/subjects.ts'

const actors = subjects.map(({ actor }) => actor)
type Refused = Pick<Actor<ActorTypes>, 'refusals'>
const refusalsOf = ({ refusals }: Refused) => Object.entries(refusals)

test('a check that two actors make has one refusal and enforces one clause', () => {
  const all = actors.flatMap(refusalsOf)
  const byCheck = new Map(all)
  expect(all.map(([check]) => byCheck.get(check))).toEqual(all.map(([, refusal]) => refusal))
  expect(all.length).toBeGreaterThan(byCheck.size)
})

test('a refusal of an actor is that of one check, or of one for each of several clauses', () => {
  for (const actor of actors) {
    const names = refusalsOf(actor).map(([, { refusal, clause }]) => `${refusal} ${clause}`)
    expect(new Set(names).size).toBe(names.length)
  }
})
