import { readFileSync } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import type { Clause } from '../../spec/clause.ts'
import type { ClauseEvidence, Summary } from '../evidence.ts'
import { clauseSides } from '../rungs/one-step/sides.ts'
import { type Citation, type Form, placeOf } from './citation.ts'
import { evidenceOf, type MutantsByClause, noSides } from './clauseEvidence.ts'
import { type ClauseIndex, citationsOf, enforcedBy, enforcedByNode, isOfNode } from './clauseIndex.ts'
import { type EvidenceLine, evidenceWords } from './evidenceWords.ts'
import { findName, type Name, nearest, nearestNames } from './names.ts'

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
const contractForms: readonly Form[] = ['generated', 'contract']

/** What is known of clauses besides what the tree says. */
export interface Known {
  readonly mutants: MutantsByClause
  /** The last run; undefined: there is none. */
  readonly run: Summary | undefined
}

/** Where something is asked: the tree, and the working folder. Both absolute. */
export interface Asked {
  readonly root: string
  readonly folder: string
}

/**
 * Everything that the tree and the last run say about what is asked for.
 * @param about a clause, in any case; `file` or `file:line`, from the root of the tree, from the working folder, or
 * absolute; or a name: of a refusal, an event, a rule, a property, a model, a place in the statechart
 * @throws ExplainError for what is none of these, with the nearest
 */
export function explain(index: ClauseIndex, about: string, asked: Asked, known: Known = nothing): string {
  if (index.clauses.some(({ id }) => id === about.toUpperCase())) return explainClause(index, about, known)
  if (/:\d+$/.test(about)) return explainPlace(index, about, asked, known)
  const name = findName(index, about)
  if (name !== undefined) return explainName(index, name, known)
  if (/^[A-Z]+-\d+$/i.test(about)) throw noClause(index, about)
  if (/[\\/]|\.\w+$/.test(about)) return explainFile(index, fileIn(index, about, asked))
  const near = nearestNames(index, about)
  throw new ExplainError(
    `${about}: expected a clause, a name or a file; the nearest ${near.length === 1 ? 'name is' : 'names are'} ${near.join(', ')}`,
  )
}

const nothing: Known = { mutants: new Map(), run: undefined }

const noClause = (index: ClauseIndex, id: string): ExplainError =>
  new ExplainError(
    `there is no clause ${id}: expected an id as ${nearest(
      index.clauses.map((clause) => clause.id),
      id,
    ).join(', ')}, a name, FILE or FILE:LINE`,
  )

/** Everything about a clause, in reading order. @throws ExplainError for an id that no clause has */
export function explainClause(index: ClauseIndex, id: string, known: Known = nothing): string {
  const clause = index.clauses.find((candidate) => candidate.id === id.toUpperCase())
  if (clause === undefined) throw noClause(index, id)
  return describe(index, clause, known)
}

/** One clause whole; of several, where the name stands for them. */
function explainName(
  index: ClauseIndex,
  { name, kinds, clauses, citations, violatedBy }: Name,
  known: Known,
) {
  const head = `${name} · ${kinds.join(', ')}`
  const about = (id: string) => index.clauses.find((clause) => clause.id === id)!
  if (clauses.length === 1)
    return [`${head} · ${clauses[0]}`, describe(index, about(clauses[0]!), known)].join(rule)
  const places = new Map(citations.map((citation) => [placeOf(citation), citation]))
  const lines = [...places].map(([place, { kind, within }]) => `  ${place}  ${kind} ${within}`)
  const violated =
    violatedBy.length === 0 ? [] : ['', 'Violated by', ...violatedBy.map((model) => `  ${model}`)]
  return [head, '', 'Places', ...lines, ...violated, '', ...clauseList(clauses.map(about))].join('\n')
}

/** Which clauses a file cites, and where. */
function explainFile(index: ClauseIndex, file: string): string {
  const own = index.clauses.filter((clause) => clause.file === file)
  if (own.length > 0) return [file, '', ...clauseList(own)].join('\n')
  const inFile = index.citations.filter((citation) => citation.file === file).sort((a, b) => a.line - b.line)
  if (inFile.length === 0) throw new ExplainError(`${file} cites no clause`)
  const lines = inFile.map(
    ({ clause, line, kind, within }) => `  ${clause}  line ${line}  ${`${kind} ${within}`.trim()}`,
  )
  const cited = index.clauses.filter(({ id }) => inFile.some(({ clause }) => clause === id))
  return [file, '', 'Cites', ...lines, '', ...clauseList(cited)].join('\n')
}

const clauseList = (clauses: readonly Clause[]): string[] => [
  `Clauses (${clauses.length})`,
  ...clauses.map(({ id, title }) => `  ${id}  ${title}`),
]

const rule = `\n\n${'─'.repeat(78)}\n\n`

/**
 * The clauses that a line belongs to, and what is known of each. A blank line stands for the nearest that belongs to any.
 * @throws ExplainError for a file that is not read, a line that it does not have, and a line without a clause
 */
function explainPlace(index: ClauseIndex, place: string, asked: Asked, known: Known): string {
  const [, path, digits] = /^(.+?):(\d+)(?::\d+)?$/.exec(place)!
  const file = fileIn(index, path!, asked)
  const line = Number(digits)
  const lines = readFileSync(resolve(asked.root, file), 'utf8').replace(/\n$/, '').split('\n')
  if (line < 1 || line > lines.length)
    throw new ExplainError(`${file} has no line ${line}: expected a line from 1 to ${lines.length}`)
  const isBlank = lines[line - 1]!.trim() === ''
  const told = isBlank ? nearestLine(index, file, line, lines.length) : line
  const ids = clausesAt(index, file, told)
  if (ids.length === 0) throw new ExplainError(withoutClause(index, file, line))
  const where = told === line ? `${file}:${line}` : `${file}:${line} is blank, line ${told}`
  const bodies = ids.map((id) => explainClause(index, id, known))
  return [`${where} belongs to ${ids.join(', ')}`, ...bodies].join(rule)
}

/** The line nearest to a blank one that belongs to a clause, of two the one below; the line itself if none does. */
function nearestLine(index: ClauseIndex, file: string, line: number, count: number): number {
  for (let far = 0; far < count; far++)
    for (const candidate of [line + far, line - far])
      if (candidate >= 1 && candidate <= count && clausesAt(index, file, candidate).length > 0)
        return candidate
  return line
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

function describe(index: ClauseIndex, clause: Clause, { mutants, run }: Known): string {
  const ran = run?.clauses.find(({ id }) => id === clause.id)
  const evidence: ClauseEvidence = {
    ...evidenceOf(index, clause, noSides, mutants),
    ...(ran && { basis: ran.basis, passed: ran.passed, refused: ran.refused }),
    ...(ran?.lastRun && { lastRun: ran.lastRun }),
    ...(ran?.decided && { decided: ran.decided }),
  }
  const toldBelow = new Set(evidence.models.map(({ place }) => place))
  const citations = citationsOf(index, clause.id)
  const own = enforcedBy.get(clause.id)
  const enforced = own ? [own] : enforcedByNode.filter((one) => one.clause === clause.id)
  const missing = expected
    .filter((form) => citations.get(form)!.length === 0)
    .filter((form) => clause.notModelled === undefined || !modelForms.includes(form))
    .filter((form) => !isOfNode(clause.id) || !contractForms.includes(form))
  const sections = [...citations]
    .map(([form, places]) => [form, places.filter((citation) => !toldBelow.has(placeOf(citation)))] as const)
    .filter(([, places]) => places.length > 0)
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
    ...(enforced.length === 0 ? [] : ['']),
    ...enforced.map(({ check, refusal }) => `  Check ${check}, refusal ${refusal}`),
    ...sections.flatMap(([form, places]) => ['', titles[form], ...places.flatMap(describeCitation)]),
    ...evidenceWords(evidence, run).flatMap(({ title, lines }) => ['', title, ...lines.map(lineText)]),
    ...(run === undefined ? ['', 'No run is known: npm start leaves one in report'] : []),
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

const lineText = ({ text, place }: EvidenceLine): string =>
  `  ${place === undefined ? '' : `${place}  `}${text}`

function describeCitation(citation: Citation): string[] {
  const where =
    citation.within === '' || citation.form === 'test' ? '' : `  ${citation.kind} ${citation.within}`
  return [`  ${placeOf(citation)}${where}`, `      ${citation.text}`]
}

function fileIn(index: ClauseIndex, path: string, { root, folder }: Asked): string {
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
