import { readFileSync } from 'node:fs'
import type { Mutants } from '../evidence.ts'
import { sides } from './mutant.ts'
import type { CommittedSummary } from './results.ts'
import { sourcesOfRole } from './roles/roleSources.ts'
import { caughtOf, roleSides } from './roles/roleSummary.ts'
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
  const add = (id: string, counts: Omit<Mutants, 'olderSources'>, olderSources: boolean): void => {
    found.set(id, sum(found.get(id), { ...counts, olderSources }))
  }
  const isOlder = sides.some((side) => committed.sides[side].sources !== sources[side])
  for (const [id, counts] of Object.entries(committed.clauses)) add(id, { ...counts, notRun: 0 }, isOlder)
  // A clause of messages has mutants in several roles.
  for (const { clauses, sources: then } of Object.values(committed.roles)) {
    const olderSources = Object.entries(then).some(([role, hash]) => sourceOfRole(role) !== hash)
    for (const [id, forms] of Object.entries(clauses))
      for (const side of roleSides) {
        const form = forms[side]
        if (!form) continue
        const { made, equivalent, notRun = 0 } = form
        const caught = caughtOf(form)
        add(id, { made, caught, equivalent, notRun, forms: { [side]: { made, caught } } }, olderSources)
      }
  }
  return found
}

const sum = (before: Mutants | undefined, counts: Mutants): Mutants => ({
  made: counts.made + (before?.made ?? 0),
  caught: counts.caught + (before?.caught ?? 0),
  equivalent: counts.equivalent + (before?.equivalent ?? 0),
  notRun: counts.notRun + (before?.notRun ?? 0),
  ...formsOf([before?.forms, counts.forms]),
  olderSources: counts.olderSources || (before?.olderSources ?? false),
})

function formsOf(some: readonly Mutants['forms'][]): Pick<Mutants, 'forms'> {
  const forms: NonNullable<Mutants['forms']> = {}
  for (const side of roleSides)
    for (const form of some) {
      const [now, before] = [form?.[side], forms[side]]
      if (now)
        forms[side] = { made: now.made + (before?.made ?? 0), caught: now.caught + (before?.caught ?? 0) }
    }
  return Object.keys(forms).length === 0 ? {} : { forms }
}
