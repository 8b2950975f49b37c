import type { Citation, FindIds } from './citation.ts'

/** Clauses that a Markdown text names; each speaks for the section that it stands in. */
export function textCitations(text: string, file: string, findIds: FindIds): Citation[] {
  const lines = text.split('\n')
  const isHeading = (line: string): boolean => /^#{1,6} /.test(line)
  return lines.flatMap((content, index) =>
    findIds(content).map((clause): Citation => {
      let head = index
      while (head > 0 && !isHeading(lines[head]!)) head--
      let end = index + 1
      while (end < lines.length && !isHeading(lines[end]!)) end++
      const within = isHeading(lines[head]!) ? lines[head]!.replace(/^#+ /, '') : ''
      const line = index + 1
      return {
        clause,
        form: 'finding',
        file,
        line,
        within,
        kind: 'section',
        from: line,
        to: end,
        unit: { from: head + 1, to: end },
        text: content.trim(),
      }
    }),
  )
}
