/** TLA+ modules as text: what they extend and define, and what people wrote above it. */

/** A definition at the left margin. */
export interface Definition {
  readonly name: string
  /** As written, empty without any: `s, e`. */
  readonly parameters: string
  /** The lines of comment right above it, without their marks. */
  readonly comment: readonly string[]
  /** What stands behind `==`, as written. */
  readonly body: string
  /** Where it starts, 1-based. */
  readonly line: number
  /** The comment that heads its part of the module: the first after a line of dashes. */
  readonly section: string
}

export interface TlaModule {
  readonly name: string
  readonly extends: readonly string[]
  readonly definitions: readonly Definition[]
}

const head = /^(\w+)(?:\(([^)]*)\))?\s*==/
const comment = /^\\\* ?(.*)$/

/** The module of a text that the parser of TLC accepts; of any other, what can be told. */
export function readModule(text: string): TlaModule {
  const lines = text.split('\n')
  const definitions: Definition[] = []
  let section = ''
  let opens = true
  for (const [index, line] of lines.entries()) {
    if (/^-{4,}/.test(line)) [section, opens] = ['', true]
    const said = comment.exec(line)?.[1]
    if (opens && said !== undefined && section === '') section = said
    const defined = head.exec(line)
    if (said === undefined && /\S/.test(line) && !/^-{4,}/.test(line)) opens = false
    if (!defined) continue
    definitions.push({
      name: defined[1]!,
      parameters: defined[2] ?? '',
      comment: commentAbove(lines, index),
      body: [line.slice(defined[0].length), ...bodyBelow(lines, index)].join('\n').trimEnd(),
      line: index + 1,
      section,
    })
  }
  return {
    name: /^-{4,}\s*MODULE\s+(\w+)/m.exec(text)?.[1] ?? '',
    extends: (/^EXTENDS\s+(\w+(?:\s*,\s*\w+)*)/m.exec(text)?.[1] ?? '').split(/\s*,\s*/),
    definitions,
  }
}

function commentAbove(lines: readonly string[], index: number): string[] {
  let from = index
  while (comment.test(lines[from - 1] ?? '')) from--
  return lines.slice(from, index).map((line) => comment.exec(line)![1]!)
}

/** A body ends before the next text at the left margin. */
function bodyBelow(lines: readonly string[], index: number): string[] {
  const end = lines.findIndex((line, at) => at > index && /^\S/.test(line))
  return lines.slice(index + 1, end < 0 ? lines.length : end)
}

/** What a module of properties states, by the way in which TLC checks it. */
export interface Properties {
  /** The definitions of the section `Invariants.`: predicates of a state. */
  readonly invariants: readonly Definition[]
  /** The definitions of the form `[][…]_vars`: predicates of a step. */
  readonly steps: readonly Definition[]
}

export const propertiesOf = ({ definitions }: TlaModule): Properties => ({
  invariants: definitions.filter(({ section }) => section === 'Invariants.'),
  steps: definitions.filter(({ body }) => /^\s*\[\]\[/.test(body)),
})
