import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'

/** A clause as parsed from `clauses/*.md`; the grammar is in `clauses/README.md`. */
export interface Clause {
  /** Area and number, for example `CLAIM-3`. */
  readonly id: string
  readonly title: string
  readonly status: 'normative' | 'derived' | 'open'
  /** Words of the RFC that it rests on. */
  readonly quote: string
  /** Where they stand in the RFC. */
  readonly place: string
  /** The sentence with the requirement word. */
  readonly rule: string
  readonly word: 'MUST' | 'MUST NOT' | 'SHOULD' | 'SHOULD NOT' | 'MAY'
  /** Of an open clause: the readings and the choice. */
  readonly readings: string | undefined
  /** The example that decides arguments. */
  readonly boundary: string
  /** Why no TLA+ states it; absent where some does. */
  readonly notModelled: string | undefined
  /** Why nothing is refused because of it; absent where something is. */
  readonly noRefusingSide: string | undefined
  readonly file: string
  /** Line of the heading, 1-based. */
  readonly line: number
}

/** A clause file that does not follow the grammar: says file, line and what was expected. */
export class ClauseError extends Error {
  override name = 'ClauseError'
}

const heading = /^## ([A-Z]+-[1-9][0-9]*)$/
const statusSchema = z.enum(['normative', 'derived', 'open'])
const folder = new URL('./clauses/', import.meta.url)

/** All clauses, by area in alphabetical order and then by number. @throws ClauseError */
export function loadClauses(): Clause[] {
  const clauses = readdirSync(folder)
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .sort()
    .flatMap((file) => parseClauses(readFileSync(new URL(file, folder), 'utf8'), `spec/clauses/${file}`))
  const seen = new Map<string, Clause>()
  for (const clause of clauses) {
    const other = seen.get(clause.id)
    if (other) throw new ClauseError(`${place(clause)}: ${clause.id} stands at ${place(other)} already`)
    seen.set(clause.id, clause)
  }
  return clauses
}

/** Parses one clause file. `file` is the path that errors name. @throws ClauseError */
export function parseClauses(text: string, file: string): Clause[] {
  const lines = text.split('\n')
  const starts = lines.flatMap((line, index) => (line.startsWith('## ') ? [index] : []))
  return starts.map((start, i) => parseClause(lines.slice(start, starts[i + 1]), file, start + 1))
}

function parseClause(lines: readonly string[], file: string, line: number): Clause {
  const fail = (offset: number, expected: string): never => {
    throw new ClauseError(`${file}:${line + offset}: expected ${expected}`)
  }
  const area = file.replace(/^.*\/|\.md$/g, '')
  const id = heading.exec(lines[0] ?? '')?.[1]
  if (!id?.startsWith(`${area}-`)) return fail(0, `a heading "## ${area}-<number>"`)
  const [title, statusText, ...rest] = (lines[1] ?? '').split(' · ')
  const status = statusSchema.safeParse(statusText)
  if (!title || !status.success || rest.length > 0)
    return fail(1, '"title · status" with status normative, derived or open')
  const quoted = /^> "(.+)" \((.+)\)$/.exec(lines[2] ?? '')
  if (!quoted?.[1] || !quoted[2]) return fail(2, '> "words of the RFC" (place)')
  if (lines[3] !== '') return fail(3, 'an empty line')
  const rule = lines[4] ?? ''
  const words = [...rule.matchAll(/\b(MUST NOT|SHOULD NOT|MUST|SHOULD|MAY)\b/g)]
  if (words.length !== 1)
    return fail(4, 'a sentence with exactly one of MUST, MUST NOT, SHOULD, SHOULD NOT, MAY')
  const tail = lines.slice(5)
  const readings = tail.find((text) => text.startsWith('Readings: '))
  if (status.data === 'open' && !readings?.includes(' Choice: '))
    return fail(5, '"Readings: … Choice: …" in an open clause')
  const boundary = tail.find((text) => text.startsWith('Boundary (rfc): '))
  if (!boundary) return fail(readings ? 6 : 5, '"Boundary (rfc): …"')
  return {
    id,
    title,
    status: status.data,
    quote: quoted[1],
    place: quoted[2],
    rule,
    word: words[0]?.[1] as Clause['word'],
    readings: readings?.slice('Readings: '.length),
    boundary: boundary.slice('Boundary (rfc): '.length),
    notModelled: reason(tail, 'Not modelled'),
    noRefusingSide: reason(tail, 'No refusing side'),
    file,
    line,
  }
}

function reason(lines: readonly string[], of: string): string | undefined {
  return lines.find((text) => text.startsWith(`${of}: `))?.slice(of.length + 2)
}

const place = (clause: Clause): string => `${clause.file}:${clause.line}`
