import { readFileSync } from 'node:fs'
import type { Clause } from '../../spec/clause.ts'
import { treeRoot } from '../clauses/clauseIndex.ts'
import type { ClauseEvidence, Summary } from '../evidence.ts'

type Level = 'AUTO' | 'MAY' | 'SHOULD' | 'MUST'
const levels: readonly Level[] = ['AUTO', 'MAY', 'SHOULD', 'MUST']

interface Annotation {
  readonly source: string
  readonly line: number
  readonly target_path: string
  readonly target_section: string
  /** Absent: an implementation. */
  readonly type?: 'SPEC' | 'TEST'
  readonly level?: Level
  readonly comment?: string
}

interface Specification {
  readonly title: string
  readonly format: 'markdown'
  /** Ids of annotations: their places in the list of all. */
  readonly requirements: number[]
  readonly sections: object[]
}

/** Kinds of annotations that text may have, in the order of their bits in the number of a reference. */
const kinds = ['todo', 'exception', 'test', 'implication', 'citation', 'spec'] as const
type Kind = (typeof kinds)[number]

/** What all references look like that a line can have, by their number: bits of `kinds`, then the level. */
const references = levels.flatMap((level) =>
  Array.from({ length: 2 ** kinds.length }, (_, bits) => ({
    ...Object.fromEntries(kinds.flatMap((kind, bit) => (bits & (1 << bit) ? [[kind, true]] : []))),
    ...(level !== 'AUTO' && { level }),
  })),
)

const referenceOf = (found: readonly Kind[], level: Level): number =>
  levels.indexOf(level) * 2 ** kinds.length +
  found.reduce((bits, kind) => bits | (1 << kinds.indexOf(kind)), 0)

/**
 * `report/duvet.json`: coverage of requirements as Duvet's own `report --json` writes it, for its viewer and for whoever
 * reads its reports. A clause is a section, its sentence the requirement; Solidity implements it, tests test it. The
 * models are no implementation and are left out.
 */
export function duvetReport(summary: Summary, clauses: readonly Clause[]): object {
  const annotations: Annotation[] = []
  const statuses: Record<string, object> = {}
  const specifications: Record<string, Specification> = {}
  for (const evidence of summary.clauses) {
    const clause = clauses.find(({ id }) => id === evidence.id)
    if (clause === undefined) continue
    const level = clause.word.split(' ')[0] as Level
    const add = (annotation: Pick<Annotation, 'source' | 'line' | 'type' | 'level' | 'comment'>): number =>
      annotations.push({
        ...annotation,
        target_path: clause.file,
        target_section: clause.id.toLowerCase(),
      }) - 1
    const spec = add({
      source: clause.file,
      line: lineOfRule(clause),
      type: 'SPEC',
      level,
      comment: clause.rule,
    })
    const citations = cited(evidence).map(add)
    const tests = evidence.tests.map((place) => add({ ...parsed(place), type: 'TEST' }))
    const size = Buffer.byteLength(clause.rule)
    statuses[spec] = {
      spec: size,
      ...((citations.length === 0 || tests.length === 0) && { incomplete: size }),
      ...(citations.length > 0 && { citation: size }),
      ...(tests.length > 0 && { test: size }),
      ...(citations.length + tests.length > 0 && { related: [...citations, ...tests] }),
    }
    const found: Kind[] = [
      'spec',
      ...(citations.length > 0 ? (['citation'] as const) : []),
      ...(tests.length > 0 ? (['test'] as const) : []),
    ]
    const region = [[spec, ...citations, ...tests], referenceOf(found, level), clause.rule]
    const file = specifications[clause.file] ?? emptySpecification(clause.file)
    specifications[clause.file] = file
    file.requirements.push(spec)
    file.sections.push({
      id: clause.id.toLowerCase(),
      title: clause.id,
      lines: linesOf(clause, clauses).map((line) => (line === clause.rule ? [region] : line)),
      requirements: [spec],
    })
  }
  return {
    ...(summary.sources !== undefined && { blob_link: summary.sources }),
    specifications,
    annotations,
    statuses,
    refs: references,
  }
}

const emptySpecification = (file: string): Specification => ({
  title: textOf(file)[0]!.replace(/^# /, ''),
  format: 'markdown',
  requirements: [],
  sections: [],
})

const cited = ({ generated, contract }: ClauseEvidence) => [...generated, ...contract].map(parsed)

function parsed(place: string): { source: string; line: number } {
  const [, source, line] = /^(.*):(\d+)$/.exec(place)!
  return { source: source!, line: Number(line) }
}

const textOf = (file: string): string[] => readFileSync(`${treeRoot}/${file}`, 'utf8').split('\n')

/** The lines of a clause below its heading. */
function linesOf({ file, line }: Clause, clauses: readonly Clause[]): string[] {
  const next = clauses.find((other) => other.file === file && other.line > line)
  return textOf(file).slice(line, next === undefined ? undefined : next.line - 1)
}

const lineOfRule = ({ file, line, rule }: Clause): number => line + 1 + textOf(file).slice(line).indexOf(rule)
