import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { refusals as ofFallbackController } from '../../model/fallback-controller/refusals.ts'
import { refusals } from '../../model/l1-rollup/refusals.ts'
import { roles } from '../../model/node/roles.ts'
import { type Clause, loadClauses } from '../../spec/clause.ts'
import { type Citation, type FindIds, type Form, forms, idFinder, placeOf } from './citation.ts'
import { duvetProblems } from './duvet.ts'
import { solidityCitations } from './solidityCitations.ts'
import { textCitations } from './textCitations.ts'
import { modelCitations, tlaCitations } from './tlaCitations.ts'
import {
  listedCitations,
  machineCitations,
  moduleCitations,
  ruleCitations,
  testCitations,
} from './typescriptCitations.ts'

/** Where every clause stands in the tree. */
export interface ClauseIndex {
  readonly clauses: readonly Clause[]
  /** By form in reading order, then by file and line. */
  readonly citations: readonly Citation[]
  /** Citations of ids that no clause has. */
  readonly unknown: readonly Citation[]
  /** Duvet comments that stock Duvet would not accept, one line each. */
  readonly duvetProblems: readonly string[]
  /** Files that were read, and the clause files. */
  readonly files: ReadonlySet<string>
  /** Bug models by their file: the property that each is written against. */
  readonly violated: ReadonlyMap<string, string>
}

/** Checks and refusals by the clause that they enforce. */
export const enforcedBy: ReadonlyMap<string, { readonly check: string; readonly refusal: string }> = new Map(
  Object.entries(refusals).map(([check, { refusal, clause }]) => [clause, { check, refusal }]),
)

/** A check of an actor, and the clause that it enforces. */
export interface Enforced {
  readonly clause: string
  readonly check: string
  readonly refusal: string
}

const checksIn = (of: Readonly<Record<string, Omit<Enforced, 'check'>>>): Enforced[] =>
  Object.entries(of).map(([check, { refusal, clause }]) => ({ clause, check, refusal }))

const ofNode = /^(TX|FOLLOW|BUILD|ATTEST|QUOTE|PROVE|BASED|MESSAGE)-/

/** Whether a clause is one of a node: no contract implements it, and no bytecode shows it. */
export const isOfNode = (clause: string): boolean => ofNode.test(clause)

/**
 * Checks of the actors that have no contract, where the clause is one of a node: of a clause several, as of ATTEST-12. What
 * a node refuses because L1 would is enforced by L1.
 */
export const enforcedByNode: readonly Enforced[] = [
  ...new Map(
    roles
      .flatMap(({ actor }) => checksIn(actor.refusals))
      .filter(({ clause }) => isOfNode(clause))
      .map((one) => [`${one.check} ${one.clause}`, one]),
  ).values(),
]

/** The clauses that refusals enforce, each once; names that are no refusal have none. */
export function clausesOf(
  names: readonly string[],
  of: Readonly<Record<string, { readonly refusal: string; readonly clause: string }>> = refusals,
): string[] {
  const named = Object.values(of).filter(({ refusal }) => names.includes(refusal))
  return [...new Set(named.map(({ clause }) => clause))]
}

/** Root of this tree, absolute, without a slash at its end. */
export const treeRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/** What is read, by the first pattern that fits; whatever none fits is left out. */
const readers: readonly { readonly files: RegExp; readonly read: Reader }[] = [
  { files: /(^|\/)(fixtures|node_modules)\//, read: () => [] },
  { files: /^conformance\/(clauses|report|cli)\//, read: () => [] },
  { files: /^tla\/[\w-]+\/(bug|reach)\/.*\.tla$/, read: modelCitations },
  {
    // Bounds and instances are not the protocol.
    files: /^tla\/[\w-]+\/(MC\w+|\w+Reach|generated\/\w+)\.tla$/,
    read: (text, file, ids) =>
      tlaCitations(text, file, ids, new Map()).map((citation) => ({
        ...citation,
        form: 'model',
      })),
  },
  {
    files: /^tla\/.*\.tla$/,
    read: (text, file, ids) => tlaCitations(text, file, ids, clauseOfRefusal(file)),
  },
  { files: /\.test\.ts$/, read: (text, file, ids) => testCitations(text, file, ids) },
  {
    files: /^model\/.*\.machine\.ts$/,
    read: (text, file, ids) => machineCitations(text, file, ids, clauseOfCheck),
  },
  {
    files: /^model\/[\w-]+\/rules\/.*\.ts$/,
    read: (text, file, ids) => ruleCitations(text, file, ids, clauseOfCheck),
  },
  { files: /^model\/.*\.ts$/, read: (text, file, ids) => moduleCitations(text, file, ids, 'rule') },
  // A mock enforces nothing.
  { files: /^impl\/contracts\/src\/mocks?\//, read: () => [] },
  { files: /^impl\/contracts\/src\/generated\/.*\.sol$/, read: solidity('generated') },
  { files: /^impl\/contracts\/src\/.*\.sol$/, read: solidity('contract') },
  { files: /^impl\/node\/generated\/.*\.step\.ts$/, read: stepCitations },
  {
    files: /^spec\/derivations\/.*\.ts$/,
    read: (text, file, ids) => listedCitations(text, file, ids, 'parameter'),
  },
  { files: /^spec\/([A-Za-z]+P|p)arameters\.ts$/, read: parameterCitations },
  { files: /^spec\/findings\.md$/, read: textCitations },
]

type Reader = (text: string, file: string, findIds: FindIds) => Citation[]

/** Of every actor: what two of them check by one name is one rule. */
const everyRefusal = Object.assign(
  {},
  ...roles.map(({ actor }) => actor.refusals),
  ofFallbackController,
  refusals,
) as Refusals
const clauseOfCheck = new Map(Object.entries(everyRefusal).map(([check, { clause }]) => [check, clause]))

type Refusals = Readonly<Record<string, { readonly refusal: string; readonly clause: string }>>
/** A name that several checks of an actor give has no clause of its own: theirs stand beside them. */
const byName = (of: Refusals): ReadonlyMap<string, string> => {
  const all = Object.values(of)
  const once = all.filter(({ refusal }) => all.filter((other) => other.refusal === refusal).length === 1)
  return new Map(once.map(({ refusal, clause }) => [refusal, clause]))
}
/** What two actors refuse by one name may rest on a clause of each: in its folder of `tla` an actor has its own. */
const refusalsIn: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  ...Object.fromEntries(roles.map(({ actor }) => [actor.name, byName(actor.refusals)])),
  // What several refuse there each rests on a clause of its own, which stands beside it.
  node: new Map(),
}
const rollupRefusals = byName({ ...ofFallbackController, ...refusals })
const clauseOfRefusal = (file: string): ReadonlyMap<string, string> =>
  refusalsIn[file.split('/')[1]!] ?? rollupRefusals

function solidity(form: 'generated' | 'contract'): Reader {
  return (text, file, findIds) => solidityCitations(text, file, form, findIds)
}

/**
 * Checks name the clause of their refusal, and comments what an arm carries out. What guards an arm is told at the checks,
 * and one of several checks or arms of a clause stands for all of them.
 */
function stepCitations(text: string, file: string, findIds: FindIds): Citation[] {
  const unguarded = text.replace(/^ *\/\/ guarded by .*(\n *\/\/ [A-Z]+-\d.*)*/gm, (comment) =>
    comment.replace(/[^\n]/g, ' '),
  )
  const found = [listedCitations, moduleCitations].flatMap((read) =>
    read(unguarded, file, findIds, 'generated'),
  )
  const first = new Map(
    found.toReversed().map((citation) => [`${citation.clause} ${citation.within}`, citation]),
  )
  return [...first.values()].sort((a, b) => a.line - b.line)
}

/** A comment in the schema stands above one parameter each. */
function parameterCitations(text: string, file: string, findIds: FindIds): Citation[] {
  return moduleCitations(text, file, findIds, 'parameter').map((citation) => ({
    ...citation,
    kind: 'parameter',
  }))
}

/**
 * Reads the tree. Folders that do not exist are read as empty: what is missing shows as missing.
 * @param root absolute path of the tree
 * @throws ClauseError when a clause file does not follow the grammar
 */
export function readIndex(root: string = treeRoot, clauses: readonly Clause[] = loadClauses()): ClauseIndex {
  const known = new Set(clauses.map(({ id }) => id))
  const areas = [...new Set(clauses.map(({ id }) => id.replace(/-\d+$/, '')))]
  const findIds = idFinder(areas)
  const files = new Set(clauses.map(({ file }) => file))
  const citations: Citation[] = []
  const problems: string[] = []
  const violated = new Map<string, string>()
  for (const file of ['spec', 'tla', 'model', 'impl', 'conformance'].flatMap((folder) =>
    filesIn(root, folder),
  )) {
    const reader = readers.find((candidate) => candidate.files.test(file))
    if (reader === undefined) continue
    const text = readFileSync(`${root}/${file}`, 'utf8')
    files.add(file)
    citations.push(...readOnce(reader.read, text, file, findIds, areas.join()))
    const property = /^\\\* Violates (\w+)\.$/m.exec(text)?.[1]
    if (property !== undefined && /\/bug\/[^/]+\.tla$/.test(file)) violated.set(file, property)
    if (/^impl\/contracts\/src\/.*\.sol$/.test(file)) problems.push(...duvetProblems(text, file, clauses))
  }
  const rank = (form: Form): number => forms.indexOf(form)
  citations.sort((a, b) => rank(a.form) - rank(b.form) || compare(a.file, b.file) || a.line - b.line)
  return {
    clauses,
    citations: citations.filter(({ clause }) => known.has(clause)),
    unknown: citations.filter(({ clause }) => !known.has(clause)),
    duvetProblems: problems,
    files,
    violated,
  }
}

/** What was read of a file, with the text that it had: a process reads the tree many times, and parsing it takes seconds. */
const alreadyRead = new Map<string, { readonly text: string; readonly citations: readonly Citation[] }>()

function readOnce(
  read: Reader,
  text: string,
  file: string,
  findIds: FindIds,
  areas: string,
): readonly Citation[] {
  const key = `${file} ${areas}`
  const known = alreadyRead.get(key)
  if (known?.text === text) return known.citations
  const citations = read(text, file, findIds)
  alreadyRead.set(key, { text, citations })
  return citations
}

const byClause = new WeakMap<ClauseIndex, ReadonlyMap<string, readonly Citation[]>>()

/** Citations of one clause, in the order of the index. */
export function citing(index: ClauseIndex, clause: string): readonly Citation[] {
  const known = byClause.get(index) ?? grouped(index.citations)
  byClause.set(index, known)
  return known.get(clause) ?? []
}

function grouped(citations: readonly Citation[]): ReadonlyMap<string, readonly Citation[]> {
  const groups = new Map<string, Citation[]>()
  for (const citation of citations) {
    const group = groups.get(citation.clause)
    if (group) group.push(citation)
    else groups.set(citation.clause, [citation])
  }
  return groups
}

/** Citations of one clause, by form in reading order; every form is there. */
export function citationsOf(index: ClauseIndex, clause: string): ReadonlyMap<Form, readonly Citation[]> {
  const own = citing(index, clause)
  return new Map(forms.map((form) => [form, own.filter((citation) => citation.form === form)]))
}

/** Places of one clause in one form, for a table. */
export const placesOf = (index: ClauseIndex, clause: string, ...wanted: readonly Form[]): string[] =>
  citing(index, clause)
    .filter(({ form }) => wanted.includes(form))
    .map(placeOf)

function filesIn(root: string, folder: string): string[] {
  if (!existsSync(`${root}/${folder}`)) return []
  return readdirSync(`${root}/${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length + 1))
    .sort(compare)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
