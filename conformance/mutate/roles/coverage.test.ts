import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadClauses } from '../../../spec/clause.ts'
import { equivalentsSchema } from '../equivalents.ts'
import type { CommittedSummary } from '../results.ts'
import { orderedRoles, roleMutants } from './roleMutants.ts'
import { sourcesOfRole } from './roleSources.ts'
import { caughtOf, roleSides } from './roleSummary.ts'

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'))
const { roles } = read('../summary.json') as CommittedSummary
const unplanted = equivalentsSchema.parse(read('./unplanted.json'))
const musts = loadClauses()
  .filter(({ word }) => word.startsWith('MUST'))
  .map(({ id }) => id)
  .filter((id) => /^(?:TX|FOLLOW|BUILD|ATTEST|QUOTE|PROVE|BASED|MESSAGE)-/.test(id))

/** Roles with a mutant in a clause, by form and clause. */
const planted = new Map<string, Set<string>>()
for (const { clause, role, side } of roleMutants())
  for (const id of clause.split(' ')) {
    const place = `${side} ${id}`
    planted.set(place, (planted.get(place) ?? new Set()).add(role))
  }

/** Of other sources than those that were run the numbers may differ: the hash says so. */
const isCurrent = (role: string): boolean =>
  Object.entries(roles[role]?.sources ?? {}).every(([it, hash]) => sourcesOfRole(it) === hash)

for (const side of roleSides) {
  test(`${side}: a mistake is planted in every clause of the roles of a node that must hold, or there is a reason for none`, () => {
    expect(musts.filter((id) => !planted.has(`${side} ${id}`))).toEqual(Object.keys(unplanted))
  })

  test(`${side}: and one is caught; after a change of a role: npm run mutate -- --role ROLE --clauses`, () => {
    const uncaught = musts.filter((id) => {
      const own = [...(planted.get(`${side} ${id}`) ?? [])]
      const isCaught = own.some((role) => {
        const numbers = roles[role]?.clauses[id]?.[side]
        return numbers ? caughtOf(numbers) > 0 : !isCurrent(role)
      })
      return own.length > 0 && !isCaught
    })
    expect(uncaught).toEqual([])
  })
}

test('the numbers of a role are those of its mutants, and nothing survives that is not explained', () => {
  const made = roleMutants()
  expect(Object.keys(roles).sort()).toEqual([...orderedRoles].sort())
  for (const [role, numbers] of Object.entries(roles)) {
    for (const side of roleSides) {
      const { mutants, run, caught, equivalent, survived } = numbers[side]
      expect([survived, caught + equivalent], `${role}/${side}`).toEqual([0, run])
      if (isCurrent(role))
        expect(mutants).toBe(made.filter((it) => it.role === role && it.side === side).length)
    }
    for (const forms of Object.values(numbers.clauses))
      for (const form of Object.values(forms))
        expect(caughtOf(form) + form.equivalent + (form.notRun ?? 0)).toBe(form.made)
  }
})
