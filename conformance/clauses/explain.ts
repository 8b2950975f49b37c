import { readFileSync } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import type { Clause } from '../../spec/clause.ts'
import { clauseSides } from '../rungs/one-step/sides.ts'
import { type Citation, type Form, placeOf } from './citation.ts'
import { type ClauseIndex, citationsOf, enforcedBy } from './clauseIndex.ts'

/** What was asked for does not exist. The message says what was expected. */
export class ExplainError extends Error {
  override name = 'ExplainError'
}

const titles: Record<Form, string> = {
  tla: 'TLA+',
  model: 'Models (instances, Bug, Reach)',
  statechart: 'Statechart',
  rule: 'Rules and facts',
  generated: 'Generated Solidity',
  contract: 'Contract',
  test: 'Tests',
  parameter: 'Parameters and derivations',
  finding: 'Findings',
}

/** Without these a clause is not in lockstep. */
const expected: readonly Form[] = ['tla', 'statechart', 'rule', 'generated', 'contract', 'test']
const modelForms: readonly Form[] = ['tla', 'statechart', 'rule']

/**
 * Everything that the tree says about a clause, in reading order.
 * @param id in any case, for example `claim-1`
 * @throws ExplainError for an id that no clause has, with the nearest ids
 */
export function explainClause(index: ClauseIndex, id: string): string {
  const clause = index.clauses.find((candidate) => candidate.id === id.toUpperCase())
  if (clause === undefined)
    throw new ExplainError(
      `there is no clause ${id}: expected an id as ${nearestIds(index, id).join(', ')}, or FILE:LINE`,
    )
  return describe(index, clause)
}

/**
 * The clauses that a line belongs to, and what the tree says about each.
 * @param place `file:line`, the file from the root of the tree, from `folder`, or absolute
 * @param folder the working folder, absolute
 * @throws ExplainError for a file that is not read, a line that it does not have, and a line without a clause
 */
export function explainPlace(index: ClauseIndex, place: string, root: string, folder: string): string {
  const found = /^(.+?):(\d+)(?::\d+)?$/.exec(place)
  if (found === null) throw new ExplainError(`${place}: expected a clause id as CLAIM-1, or FILE:LINE`)
  const [, path, digits] = found
  const file = fileIn(index, path!, root, folder)
  const line = Number(digits)
  const count = readFileSync(resolve(root, file), 'utf8').replace(/\n$/, '').split('\n').length
  if (line < 1 || line > count)
    throw new ExplainError(`${file} has no line ${line}: expected a line from 1 to ${count}`)
  const ids = clausesAt(index, file, line)
  if (ids.length === 0) throw new ExplainError(withoutClause(index, file, line))
  const head = `${file}:${line} belongs to ${ids.join(', ')}`
  const bodies = ids.map((id) => describe(index, index.clauses.find((clause) => clause.id === id)!))
  return [head, ...bodies].join(`\n\n${'─'.repeat(78)}\n\n`)
}

/**
 * Ids of the clauses that a line belongs to: those cited on the line, else those of the narrowest citation that speaks
 * for it or whose operator, transition, function or test it is in.
 */
export function clausesAt(index: ClauseIndex, file: string, line: number): string[] {
  const own = index.clauses.filter((clause) => clause.file === file && clause.line <= line)
  if (own.length > 0) return [own.at(-1)!.id]
  const inFile = index.citations.filter((citation) => citation.file === file)
  const exact = inFile.filter((citation) => citation.line === line)
  if (exact.length > 0) return idsOf(exact)
  const around = inFile.flatMap((citation) => {
    const spans = [citation, citation.unit].filter(({ from, to }) => from <= line && line <= to)
    const size = Math.min(...spans.map(({ from, to }) => to - from))
    return spans.length > 0 ? [{ citation, size }] : []
  })
  const narrowest = Math.min(...around.map(({ size }) => size))
  return idsOf(around.filter(({ size }) => size === narrowest).map(({ citation }) => citation))
}

const idsOf = (citations: readonly Citation[]): string[] => [
  ...new Set(citations.map(({ clause }) => clause)),
]

/** Ids that are near to what was typed, nearest first. */
export function nearestIds(index: ClauseIndex, typed: string, limit = 3): string[] {
  const wanted = typed.toUpperCase()
  return index.clauses
    .map(({ id }) => ({ id, distance: editDistance(wanted, id) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ id }) => id)
}

function describe(index: ClauseIndex, clause: Clause): string {
  const citations = citationsOf(index, clause.id)
  const enforced = enforcedBy.get(clause.id)
  const missing = expected
    .filter((form) => citations.get(form)!.length === 0)
    .filter((form) => clause.notModelled === undefined || !modelForms.includes(form))
  const sections = [...citations].filter(([, places]) => places.length > 0)
  return [
    `${clause.id} · ${clause.title} · ${clause.status}`,
    placeOf(clause),
    '',
    `  > "${clause.quote}" (${clause.place})`,
    '',
    `  ${clause.rule}`,
    ...(clause.readings === undefined ? [] : [`  Readings: ${clause.readings}`]),
    `  Boundary (rfc): ${clause.boundary}`,
    ...reasonsOf(clause).map((text) => `  ${text}`),
    ...(enforced === undefined ? [] : ['', `  Check ${enforced.check}, refusal ${enforced.refusal}`]),
    ...sections.flatMap(([form, places]) => ['', titles[form], ...places.flatMap(describeCitation)]),
    ...(missing.length === 0 ? [] : ['', `Not cited in: ${missing.map((form) => titles[form]).join(', ')}`]),
  ].join('\n')
}

/** What a clause is executed by where it has no check of its own, and why it is not modelled or has one side only. */
export function reasonsOf({ id, notModelled, noRefusingSide }: Clause): string[] {
  const sides = clauseSides[id]
  return [
    ...(notModelled === undefined ? [] : [`Not modelled: ${notModelled}`]),
    ...(sides === undefined ? [] : [`Passing side: ${sides.passes.says}.`]),
    ...(sides?.refuses === undefined ? [] : [`Refusing side: ${sides.refuses.says}.`]),
    ...(noRefusingSide === undefined ? [] : [`No refusing side: ${noRefusingSide}`]),
  ]
}

function describeCitation(citation: Citation): string[] {
  const where =
    citation.within === '' || citation.form === 'test' ? '' : `  ${citation.kind} ${citation.within}`
  return [`  ${placeOf(citation)}${where}`, `      ${citation.text}`]
}

function fileIn(index: ClauseIndex, path: string, root: string, folder: string): string {
  const fromTree = (absolute: string): string => relative(root, absolute).split(sep).join('/')
  const candidates = isAbsolute(path)
    ? [fromTree(path)]
    : [fromTree(resolve(folder, path)), fromTree(resolve(root, path))]
  const file = candidates.find((candidate) => index.files.has(candidate))
  if (file !== undefined) return file
  const name = path.split(/[\\/]/).at(-1)!
  const same = [...index.files].filter((known) => known.endsWith(`/${name}`))
  const hint = same.length > 0 ? ` such as ${same.slice(0, 3).join(', ')}` : ''
  throw new ExplainError(
    `${path}: expected a file of spec, tla, model, impl or conformance in which clauses are cited${hint}`,
  )
}

function withoutClause(index: ClauseIndex, file: string, line: number): string {
  const nearest = index.citations
    .filter((citation) => citation.file === file)
    .sort((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line))[0]
  const hint =
    nearest === undefined ? 'the file cites none' : `the nearest is ${nearest.clause} at line ${nearest.line}`
  return `${file}:${line} belongs to no clause; ${hint}`
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
