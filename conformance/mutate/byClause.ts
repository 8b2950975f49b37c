import { readFileSync } from 'node:fs'
import type { Mutants } from '../evidence.ts'
import { sides } from './mutant.ts'
import type { ClauseSummary, CommittedSummary } from './results.ts'
import { sourcesOfRole } from './roles/roleSources.ts'
import { sourcesOfSides } from './sources.ts'

/** What is committed of mutants, by the id of the clause that they are planted in. */
export function mutantsByClause(
  committed: CommittedSummary = JSON.parse(
    readFileSync(new URL('./summary.json', import.meta.url), 'utf8'),
  ) as CommittedSummary,
  sources = sourcesOfSides(),
  sourceOfRole = sourcesOfRole,
): ReadonlyMap<string, Mutants> {
  const found = new Map<string, Mutants>()
  const add = (clauses: CommittedSummary['clauses'], olderSources: boolean): void => {
    for (const [id, counts] of Object.entries(clauses))
      found.set(id, sum(found.get(id), counts, olderSources))
  }
  add(
    committed.clauses,
    sides.some((side) => committed.sides[side].sources !== sources[side]),
  )
  // A clause of messages has mutants in several roles.
  for (const { clauses, sources: then } of Object.values(committed.roles))
    add(
      clauses,
      Object.entries(then).some(([role, hash]) => sourceOfRole(role) !== hash),
    )
  return found
}

const sum = (
  before: Mutants | undefined,
  { made, caught, equivalent, notRun = 0 }: ClauseSummary,
  olderSources: boolean,
): Mutants => ({
  made: made + (before?.made ?? 0),
  caught: caught + (before?.caught ?? 0),
  equivalent: equivalent + (before?.equivalent ?? 0),
  notRun: notRun + (before?.notRun ?? 0),
  olderSources: olderSources || (before?.olderSources ?? false),
})
