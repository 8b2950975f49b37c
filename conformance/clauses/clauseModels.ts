import type { ClauseEvidence } from '../evidence.ts'
import { placeOf } from './citation.ts'
import { type ClauseIndex, citing } from './clauseIndex.ts'

/** Modules whose definitions are properties. */
const statesProperties = /(Properties|Consequences)\.tla$/

/** Names of the properties that cite a clause, or that a Bug model which cites it violates, each once. */
export function propertiesOf(index: ClauseIndex, clause: string): string[] {
  const cited = citing(index, clause)
    .filter(({ file }) => statesProperties.test(file))
    .map(({ within }) => within)
  const violated = modelsOf(index, clause).flatMap(({ violates }) => violates ?? [])
  return [...new Set([...cited, ...violated])]
}

/** Bug and Reach models that cite a clause, each once, by the names that a run gives them. */
export function modelsOf(index: ClauseIndex, clause: string): ClauseEvidence['models'] {
  const models = citing(index, clause).flatMap((citation) => {
    if (citation.form !== 'model') return []
    const violates = index.violated.get(citation.file)
    const place = placeOf(citation)
    if (violates !== undefined) return [{ name: `bug/${citation.within}`, place, violates }]
    // `NeverX` is what the Reach model of X refutes.
    const reached = /^Never(\w+)$/.exec(citation.within)?.[1]
    return reached === undefined ? [] : [{ name: `reach/${reached}`, place }]
  })
  return models.filter(({ name }, at) => models.findIndex((other) => other.name === name) === at)
}
