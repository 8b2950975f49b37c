import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadClauses } from '../../../spec/clause.ts'
import { equivalentsSchema } from '../equivalents.ts'
import { type CommittedSummary, isComplete } from '../results.ts'
import { orderedRoles, roleMutants } from './roleMutants.ts'
import { sourcesOfRole } from './roleSources.ts'

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'))
const { roles } = read('../summary.json') as CommittedSummary
const listed = equivalentsSchema.parse(read('./unplanted.json'))
const musts = loadClauses()
  .filter(({ word }) => word.startsWith('MUST'))
  .map(({ id }) => id)
  .filter((id) => /^(?:TX|FOLLOW|BUILD|ATTEST|QUOTE|PROVE|BASED|MESSAGE)-/.test(id))

/** Roles with a mutant in a clause, by clause. */
const planted = new Map<string, Set<string>>()
for (const { clause, role } of roleMutants())
  for (const id of clause.split(' ')) planted.set(id, (planted.get(id) ?? new Set()).add(role))

test('a mistake is planted in every clause of the roles of a node that must hold, or there is a reason for none', () => {
  expect(musts.filter((id) => !planted.has(id))).toEqual(Object.keys(listed))
})

test('and one is caught, wherever the mutants of its roles were all run', () => {
  const caughtIn = (id: string, role: string): number => roles[role]?.clauses[id]?.caught ?? 0
  const isRun = (role: string): boolean => roles[role] !== undefined && isComplete(roles[role])
  const uncaught = musts.filter((id) => {
    const own = [...(planted.get(id) ?? [])]
    return own.length > 0 && own.every((role) => isRun(role) && caughtIn(id, role) === 0)
  })
  expect(uncaught).toEqual([])
})

test('the numbers of a role are those of its mutants, and nothing survives that is not explained', () => {
  const made = roleMutants()
  expect(Object.keys(roles).filter((role) => !(orderedRoles as readonly string[]).includes(role))).toEqual([])
  for (const [role, numbers] of Object.entries(roles)) {
    // Of other sources the numbers may differ: the hash says so.
    const isCurrent = Object.entries(numbers.sources).every(([it, hash]) => sourcesOfRole(it) === hash)
    for (const side of ['tla', 'statechart'] as const) {
      const { mutants, run, caught, equivalent, survived } = numbers[side]
      expect([survived, caught + equivalent], `${role}/${side}`).toEqual([0, run])
      if (isCurrent) expect(mutants).toBe(made.filter((it) => it.role === role && it.side === side).length)
    }
    for (const { made: count, caught, equivalent, notRun = 0 } of Object.values(numbers.clauses))
      expect(caught + equivalent + notRun).toBe(count)
  }
})
