import type { Citation, FindIds } from './citation.ts'

/** A definition at the left margin, its leading comment included. Lines are 1-based. */
interface Unit {
  readonly name: string
  readonly kind: string
  readonly from: number
  /** Line of the definition itself. */
  readonly head: number
  to: number
}

interface Line {
  readonly code: string
  readonly comment: string
}

const definition = /^(?:LOCAL\s+)?([A-Za-z_]\w*)\s*(?:\([^=]*\)|\[[^\]]*\])?\s*==/
const assumption = /^(?:ASSUME|ASSUMPTION|THEOREM)\s+([A-Za-z_]\w*)\s*==/
const section = /^(ASSUME|ASSUMPTION|THEOREM|CONSTANTS?|VARIABLES?|INSTANCE)\b/

/**
 * Clauses that a TLA+ module cites: ids in comments, and names of refusals in strings.
 * @param clauseOfRefusal the clause that a refusal enforces, by its name
 */
export function tlaCitations(
  text: string,
  file: string,
  findIds: FindIds,
  clauseOfRefusal: ReadonlyMap<string, string>,
): Citation[] {
  const lines = splitComments(text)
  const units = findUnits(lines, file)
  return lines.flatMap(({ code, comment }, index) => {
    const line = index + 1
    const refusals = [...code.matchAll(/"(\w+)"/g)].flatMap(([, name]) => clauseOfRefusal.get(name!) ?? [])
    const clauses = [...new Set([...findIds(comment), ...refusals])]
    const unit = clauses.length > 0 ? (unitAt(units, line) ?? unitBelow(units, lines, line)) : undefined
    // Above the first definition is prose, which may say what is left out.
    if (unit === undefined) return []
    const alone = code.trim() === ''
    const leads = line < unit.head
    const last = leads ? unit.to : alone ? Math.min(lastOfStatement(lines, index) + 1, unit.to) : line
    const shown = alone ? firstCode(lines, index, leads ? unit.head - 1 : last - 1) : index
    return clauses.map(
      (clause): Citation => ({
        clause,
        form: 'tla',
        file,
        line,
        within: unit.name,
        kind: unit.kind,
        from: line,
        to: last,
        unit: { from: unit.from, to: unit.to },
        text: asWritten(lines[shown]!),
      }),
    )
  })
}

const unitAt = (units: readonly Unit[], line: number): Unit | undefined =>
  units.find(({ from, to }) => from <= line && line <= to)

/** Clauses that a Bug or Reach model is about: its comments speak for the whole module. */
export function modelCitations(text: string, file: string, findIds: FindIds): Citation[] {
  const lines = splitComments(text)
  const to = text.replace(/\n$/, '').split('\n').length
  const [, folder, within] = /([^/]+)\/([^/]+)\.tla$/.exec(file) ?? []
  const whole = { file, within: within ?? '', kind: `${folder} model`, from: 1, to, unit: { from: 1, to } }
  return lines.flatMap(({ comment }, index) =>
    findIds(comment).map((clause) => ({ ...whole, clause, form: 'model', line: index + 1, text: comment })),
  )
}

/** The definition that a comment stands above, with nothing but blank lines between. */
function unitBelow(units: readonly Unit[], lines: readonly Line[], line: number): Unit | undefined {
  const next = units.find(({ from }) => from > line)
  const between = lines.slice(line, (next?.from ?? 0) - 1)
  return between.every(({ code }) => code.trim() === '') ? next : undefined
}

const asWritten = ({ code, comment }: Line): string =>
  code.trim() === '' ? comment.trim() : `${code.trim()}${comment === '' ? '' : `  \\* ${comment.trim()}`}`

/** A comment that stands alone inside a definition speaks for the code below it, up to the next such comment. */
function lastOfStatement(lines: readonly Line[], index: number): number {
  let last = index + 1
  while (last < lines.length && lines[last]!.code.trim() === '' && lines[last]!.comment !== '') last++
  while (last + 1 < lines.length && lines[last + 1]!.code.trim() !== '') last++
  return Math.min(last, lines.length - 1)
}

function firstCode(lines: readonly Line[], index: number, last: number): number {
  for (let at = index; at <= last && at < lines.length; at++) if (lines[at]!.code.trim() !== '') return at
  return index
}

/** Separates code from comments, block comments (which nest) included; columns of code are kept. */
function splitComments(text: string): Line[] {
  let depth = 0
  return text.split('\n').map((line) => {
    let code = ''
    let comment = ''
    let inString = false
    for (let at = 0; at < line.length; at++) {
      const two = line.slice(at, at + 2)
      if (depth === 0 && inString) {
        if (line[at] === '\\') code += line[at++]
        else if (line[at] === '"') inString = false
        code += line[at] ?? ''
      } else if (two === '(*') {
        depth++
        at++
      } else if (depth > 0 && two === '*)') {
        depth--
        at++
      } else if (depth > 0) {
        comment += line[at]
      } else if (two === '\\*') {
        comment += line.slice(at + 2)
        break
      } else {
        inString = line[at] === '"'
        code += line[at]
      }
    }
    return { code, comment: comment.trim() }
  })
}

function findUnits(lines: readonly Line[], file: string): Unit[] {
  const units: Unit[] = []
  for (const [index, { code }] of lines.entries()) {
    const name = definition.exec(code)?.[1] ?? assumption.exec(code)?.[1] ?? section.exec(code)?.[1]
    if (name === undefined) continue
    let from = index
    while (from > 0 && lines[from - 1]!.code.trim() === '' && lines[from - 1]!.comment !== '') from--
    units.push({ name, kind: '', from: from + 1, head: index + 1, to: index + 1 })
  }
  return units.map((unit, i) => {
    let to = (units[i + 1]?.from ?? lines.length + 1) - 1
    while (to > unit.head && isFiller(lines[to - 1]!)) to--
    const body = lines
      .slice(unit.head - 1, to)
      .map(({ code }) => code)
      .join('\n')
    return { ...unit, to, kind: kindOf(unit.name, body, file) }
  })
}

/** Blank, a separator, or a comment that heads what follows. */
const isFiller = ({ code }: Line): boolean => /^\s*(-{4,}.*|={4,})?\s*$/.test(code)

function kindOf(name: string, body: string, file: string): string {
  const opening = section.exec(body)?.[1]
  if (opening !== undefined) return opening.toLowerCase()
  if (/Refusals$/.test(name)) return 'refusals'
  if (/[A-Za-z_\])]'/.test(body)) return 'action'
  if (/(Propert|Invariant|Safety|Liveness)/.test(file)) return 'property'
  return 'operator'
}
