import type { Clause } from '../../spec/clause.ts'

/** A citation in Duvet's comment syntax: a target line, then the quoted words. */
export interface DuvetCitation {
  readonly file: string
  /** Line of the target, 1-based. */
  readonly line: number
  readonly target: string
  readonly quote: string
}

/** The target of a `//= path#anchor` comment; undefined for other meta lines, as `//= type=implication`. */
export function duvetTarget(comment: string): { path: string; anchor: string } | undefined {
  const found = /^\/\/=\s*(?!\w+=)([^#\s]+)#(\S+)\s*$/.exec(comment.trim())
  return found === null ? undefined : { path: found[1]!, anchor: found[2]! }
}

/** All Duvet citations of a file, and the lines that look like Duvet but belong to no citation. */
export function parseDuvet(
  text: string,
  file: string,
): { citations: DuvetCitation[]; strays: { file: string; line: number; text: string }[] } {
  const citations: DuvetCitation[] = []
  const strays: { file: string; line: number; text: string }[] = []
  let open: { line: number; target: string; words: string[] } | undefined
  const close = (): void => {
    if (open) citations.push({ file, line: open.line, target: open.target, quote: open.words.join(' ') })
    open = undefined
  }
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    const meta = /^\/\/=\s*(.*)$/.exec(line)?.[1]
    const words = /^\/\/#\s?(.*)$/.exec(line)?.[1]
    if (meta !== undefined && !/^\w+=/.test(meta)) {
      close()
      open = { line: index + 1, target: meta.trim(), words: [] }
    } else if (words !== undefined && open) {
      open.words.push(words.trim())
    } else if (meta !== undefined || words !== undefined) {
      if (!open || open.words.length > 0) strays.push({ file, line: index + 1, text: line })
    } else close()
  }
  close()
  return { citations, strays }
}

/**
 * What is wrong with the Duvet comments of a file, one line each: stock Duvet would not accept them.
 * @param clauses all clauses, their files relative to the root of the tree
 */
export function duvetProblems(text: string, file: string, clauses: readonly Clause[]): string[] {
  const { citations, strays } = parseDuvet(text, file)
  const byTarget = new Map(clauses.map((clause) => [`${clause.file}#${clause.id.toLowerCase()}`, clause]))
  return [
    ...strays.map(({ line, text: stray }) => `${file}:${line}: "${stray}" follows no target`),
    ...citations.flatMap(({ line, target, quote }) => {
      const clause = byTarget.get(target)
      if (!clause) return [`${file}:${line}: there is no clause ${target}`]
      if (quote === '') return [`${file}:${line}: ${clause.id} is cited without words of it`]
      return clauseParts(clause).some((part) => part.includes(quote))
        ? []
        : [`${file}:${line}: "${quote}" is not what ${clause.id} says`]
    }),
  ]
}

/** The lines of a clause. A quote is of one of them, word for word. */
const clauseParts = (clause: Clause): string[] => [
  clause.title,
  clause.quote,
  clause.rule,
  clause.readings ?? '',
  clause.boundary,
]
