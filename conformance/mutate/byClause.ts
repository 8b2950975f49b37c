import { readFileSync } from 'node:fs'
import type { Mutants } from '../evidence.ts'
import { sides } from './mutant.ts'
import type { CommittedSummary } from './results.ts'
import { sourcesOfSides } from './sources.ts'

/** What is committed of mutants, by the id of the clause that they are planted in. */
export function mutantsByClause(
  committed: CommittedSummary = JSON.parse(
    readFileSync(new URL('./summary.json', import.meta.url), 'utf8'),
  ) as CommittedSummary,
  sources = sourcesOfSides(),
): ReadonlyMap<string, Mutants> {
  const olderSources = sides.some((side) => committed.sides[side].sources !== sources[side])
  return new Map(
    Object.entries(committed.clauses).map(([id, { made, caught, equivalent }]) => [
      id,
      { made, caught, equivalent, olderSources },
    ]),
  )
}
