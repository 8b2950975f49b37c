import type { Citation, FindIds } from './citation.ts'
import { duvetTarget } from './duvet.ts'

/** A declaration and the comments above it; lines are 1-based. */
interface Unit {
  readonly name: string
  readonly kind: string
  readonly from: number
  readonly to: number
}

const declaration =
  /^\s*(?:abstract\s+)?(function|modifier|constructor|receive|fallback|error|event|struct|enum|contract|library|interface|type)\b\s*([A-Za-z_]\w*)?/

/** Clauses that a Solidity file cites: ids in comments, and targets of Duvet comments. */
export function solidityCitations(
  text: string,
  file: string,
  form: 'generated' | 'contract',
  findIds: FindIds,
): Citation[] {
  const lines = text.split('\n')
  const bare = withoutComments(text).split('\n')
  const units = findUnits(lines, bare)
  const cited = lines.map((line, index) => findIds(commentOf(line, bare[index]!)))
  return cited.flatMap((ids, index) =>
    ids.map((clause): Citation => {
      const line = index + 1
      const unit = smallest(units.filter(({ from, to }) => from <= line && line <= to))
      const alone = bare[index]!.trim() === ''
      const end = unit?.to ?? lines.length
      let to = line
      if (alone) {
        // Up to the comment that cites the next one; several citations in a row share what follows.
        let next = index + 1
        while (next < end && bare[next]!.trim() === '' && lines[next]!.trim() !== '') next++
        while (next < end && cited[next]!.length === 0) next++
        to = Math.max(line, next)
      }
      const shown = alone ? bare.findIndex((code, at) => at > index && at < end && code.trim() !== '') : index
      return {
        clause,
        form,
        file,
        line,
        within: unit?.name ?? '',
        kind: unit?.kind ?? 'file',
        from: line,
        to,
        unit: { from: unit?.from ?? line, to: unit?.to ?? line },
        text: lines[shown === -1 ? index : shown]!.trim(),
      }
    }),
  )
}

/** The declarations of a file. */
export const solidityUnits = (text: string): Unit[] =>
  findUnits(text.split('\n'), withoutComments(text).split('\n'))

/** The comment of a line; of a Duvet quote nothing, because the words are those of the target above it. */
function commentOf(line: string, code: string): string {
  const comment = line.slice(code.trimEnd().length).trim()
  if (comment.startsWith('//#')) return ''
  if (!comment.startsWith('//=')) return comment
  return duvetTarget(comment)?.anchor.toUpperCase() ?? ''
}

/** The text with comments and strings blanked, line by line and column by column. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, (match) =>
    match.startsWith('/') ? match.replace(/[^\n]/g, ' ') : `"${'_'.repeat(match.length - 2)}"`,
  )
}

function findUnits(lines: readonly string[], bare: readonly string[]): Unit[] {
  return bare.flatMap((code, index) => {
    const found = declaration.exec(code)
    if (found === null) return []
    let from = index
    while (from > 0 && bare[from - 1]!.trim() === '' && lines[from - 1]!.trim() !== '') from--
    const kind = found[1]!
    return [{ name: found[2] ?? kind, kind, from: from + 1, to: endOfUnit(bare, index) + 1 }]
  })
}

/** A declaration ends with its closing brace, or with the semicolon of one that has none. */
function endOfUnit(bare: readonly string[], start: number): number {
  let depth = 0
  for (let index = start; index < bare.length; index++) {
    for (const character of bare[index]!) {
      if (character === '{') depth++
      else if (character === '}' && --depth === 0) return index
      else if (character === ';' && depth === 0) return index
    }
  }
  return bare.length - 1
}

const smallest = (units: readonly Unit[]): Unit | undefined =>
  units.reduce<Unit | undefined>(
    (best, unit) => (best === undefined || unit.to - unit.from < best.to - best.from ? unit : best),
    undefined,
  )
