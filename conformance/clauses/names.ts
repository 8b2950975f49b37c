import type { Citation } from './citation.ts'
import { type ClauseIndex, type Enforced, enforcedBy, enforcedByNode } from './clauseIndex.ts'

/** The operator of TLA+ that carries the name of an event. */
export const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** Of every actor. One refusal of two actors may rest on a clause of each. */
const everyCheck: readonly Enforced[] = [
  ...[...enforcedBy].map(([clause, enforced]) => ({ clause, ...enforced })),
  ...enforcedByNode,
]

/** A name that people use, and what it stands for. */
export interface Name {
  readonly name: string
  /** What it is a name of: refusal, check, event, property, function … */
  readonly kinds: readonly string[]
  /** Ids of the clauses that cite it or that it enforces, in the order of the clauses. */
  readonly clauses: readonly string[]
  readonly citations: readonly Citation[]
  /** Of a property: the files of the Bug models that are written against it. */
  readonly violatedBy: readonly string[]
}

/**
 * What a name stands for, in any case: a refusal or a check, else whatever in the tree has that name and cites a clause. Of a
 * place in the statechart, as `committeeMode.claimed.prune`, any part of the path does. Undefined if nothing is called so.
 */
export function findName(index: ClauseIndex, text: string): Name | undefined {
  const wanted = text.toLowerCase()
  for (const kind of ['refusal', 'check'] as const) {
    const found = everyCheck.filter((one) => one[kind].toLowerCase() === wanted)
    const clauses = index.clauses.flatMap(({ id }) => (found.some(({ clause }) => clause === id) ? [id] : []))
    if (clauses.length > 0)
      return { name: found[0]![kind], kinds: [kind], clauses, citations: [], violatedBy: [] }
  }
  const citations = named(index).filter((citation) => matches(citation, wanted))
  const violatedBy = [...index.violated].flatMap(([file, property]) =>
    property.toLowerCase() === wanted ? [file] : [],
  )
  if (citations.length === 0 && violatedBy.length === 0) return undefined
  const clauses = index.clauses
    .map(({ id }) => id)
    .filter((id) => citations.some(({ clause }) => clause === id))
  const kinds = violatedBy.length > 0 ? ['property'] : [...new Set(citations.map(kindOf))]
  return { name: text, kinds, clauses, citations, violatedBy }
}

/** Titles of tests and findings are sentences, not names. */
const named = (index: ClauseIndex): Citation[] =>
  index.citations.filter(({ form, within }) => within !== '' && form !== 'test' && form !== 'finding')

function matches({ within, kind, form }: Citation, wanted: string): boolean {
  const name = within.toLowerCase()
  if (form === 'statechart') return `.${name}.`.includes(`.${wanted}.`)
  if (form === 'model' && kind === 'bug model') return [name, `bug/${name}`].includes(wanted)
  if (form === 'model') return [name, `reach/${name.replace(/^never/, '')}`].includes(wanted)
  return name === wanted || (kind === 'refusals' && name === `${wanted}refusals`)
}

/** An event is a leaf of the statechart. */
const kindOf = ({ form, kind }: Citation): string =>
  form === 'statechart' ? 'statechart' : kind === 'refusals' ? 'event' : kind

/** Names that are near to what was typed. */
export function nearestNames(index: ClauseIndex, typed: string): string[] {
  const known = [
    ...everyCheck.flatMap(({ check, refusal }) => [refusal, check]),
    ...index.violated.values(),
    ...named(index).flatMap(({ within, form }) => (form === 'statechart' ? within.split('.') : [within])),
  ]
  return nearest([...new Set(known)], typed)
}

/** Those of some names that are nearest to what was typed, nearest first. */
export function nearest(names: readonly string[], typed: string, limit = 3): string[] {
  const wanted = typed.toUpperCase()
  return names
    .map((name) => ({ name, distance: editDistance(wanted, name.toUpperCase()) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ name }) => name)
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, left] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, right] of [...b].entries())
      next.push(Math.min(row[j]! + (left === right ? 0 : 1), row[j + 1]! + 1, next[j]! + 1))
    row = next
  }
  return row[b.length]!
}
