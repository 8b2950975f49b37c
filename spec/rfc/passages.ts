/**
 * Which clauses rest on which passage of the RFC. The text itself is not here: a passage is known by its place and its
 * first words, and what it says by hashes of all runs of three of its words, so that a quote can be looked for in it.
 */
import { readFileSync } from 'node:fs'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import type { Clause } from '../clause.ts'

const RUN = 3
/** Hexadecimal digits of a hash. */
const DIGITS = 8

const passageSchema = z
  .strictObject({
    /** As clauses name it: the section and the heading. */
    place: z.string(),
    /** Its first words, at most six. */
    opening: z.string(),
    /** Of every run of three words the first 32 bits of its SHA-256, one after the other. */
    runs: z.string().regex(new RegExp(`^([0-9a-f]{${DIGITS}})*$`)),
    /** Clauses that quote another passage which says the same. */
    as: z.array(z.string()).optional(),
    /** Why it has no clause. */
    why: z.string().optional(),
  })
  .refine(({ as, why }) => as === undefined || why === undefined, 'expected clauses or a reason')
export type Passage = z.infer<typeof passageSchema>

const file = new URL('passages.json', import.meta.url)

/** All passages in the order of the text: headings, and lines of a diagram or a structure that say nothing, are none. */
export const readPassages = (): Passage[] =>
  z.array(passageSchema).parse(JSON.parse(readFileSync(file, 'utf8')))

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')

/** Hashes of the runs of three words of a text, in order; of a shorter one none. */
export function runsOf(text: string): string[] {
  const words = wordsOf(text)
  return words
    .slice(RUN - 1)
    .map((_, index) => bytesToHex(sha256(utf8ToBytes(words.slice(index, index + RUN).join(' ')))))
    .map((hash) => hash.slice(0, DIGITS))
}

/** Parts of a quote between its omissions. */
export const partsOf = ({ quote }: Pick<Clause, 'quote'>): string[] =>
  quote
    .split('…')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Whether a passage has these words one after the other. */
export function says({ runs }: Passage, words: string): boolean {
  const wanted = runsOf(words).join('')
  for (let at = runs.indexOf(wanted); at >= 0 && wanted !== ''; at = runs.indexOf(wanted, at + 1))
    if (at % DIGITS === 0) return true
  return false
}

/** Ids of the clauses that quote a passage, in their order. */
export const quotedBy = (passage: Passage, clauses: readonly Clause[]): string[] =>
  clauses
    .filter((clause) => clause.place === passage.place && partsOf(clause).some((part) => says(passage, part)))
    .map(({ id }) => id)

/** What is wrong with the passages beside these clauses, one line each. */
export const passageProblems = (passages: readonly Passage[], clauses: readonly Clause[]): string[] => [
  ...passages.flatMap((passage) => {
    const { place, opening, as, why } = passage
    const own = quotedBy(passage, clauses)
    const unknown = (as ?? []).filter((id) => !clauses.some((clause) => clause.id === id))
    return [
      ...(own.length === 0 && as === undefined && why === undefined
        ? [`${place}, "${opening}": no clause, and no reason`]
        : []),
      ...(own.length > 0 && (as !== undefined || why !== undefined)
        ? [`${place}, "${opening}": ${own.join(', ')} quote it, expected nothing else`]
        : []),
      ...unknown.map((id) => `${place}, "${opening}": no clause ${id}`),
    ]
  }),
  ...clauses.flatMap((clause) =>
    partsOf(clause)
      .filter((part) => !passages.some((passage) => passage.place === clause.place && says(passage, part)))
      .map((part) => `${clause.file}:${clause.line}: ${clause.place} does not say "${part}"`),
  ),
]

/** The passages as a table in Markdown, and how many have clauses of their own, those of another, and a reason. */
export function passageTable(passages: readonly Passage[], clauses: readonly Clause[]): string {
  const rows = passages.map((passage) => ({ passage, own: quotedBy(passage, clauses) }))
  const count = (kind: (row: (typeof rows)[number]) => boolean) => rows.filter(kind).length
  const told = ({ passage, own }: (typeof rows)[number]): string => {
    const linked = [...own, ...(passage.as ?? []).map((id) => `(${id})`)].join(' ')
    return linked === '' ? passage.why! : linked
  }
  return `# Passages of the RFC

Every passage of the RFC and of the comments on it, by its first words, with the clauses that quote it, in brackets those that quote another passage which says the same, or the reason why there is none. Written by \`npm run generate\` from \`passages.json\` and the clauses; headings and lines that only hold a diagram or a structure together are left out.

${passages.length} passages: ${count(({ own }) => own.length > 0)} are quoted by clauses, ${count(({ passage, own }) => own.length === 0 && passage.as !== undefined)} say what another one says, ${count(({ passage, own }) => own.length === 0 && passage.why !== undefined)} have a reason.

| place | passage | clauses, or why none |
|---|---|---|
${rows.map((row) => `| ${row.passage.place} | ${row.passage.opening.replaceAll('|', '\\|')} … | ${told(row)} |`).join('\n')}
`
}
