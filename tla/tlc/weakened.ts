/** Formulas without one of their conjuncts: what a property would be if somebody dropped it. */

/** A conjunct that stands in a list, `/\` under `/\`. */
interface Conjunct {
  /** Lines of the text, the last one not included. */
  readonly from: number
  readonly to: number
  readonly column: number
}

/**
 * Every variant of a formula that lacks one conjunct of a list with two or more, lists within lists included, in the order
 * of the text. The lines and columns of what stays are kept, since TLA+ reads lists by their columns.
 */
export function weakened(formula: string): string[] {
  const lines = formula.split('\n')
  return conjunctsOf(lines).map(({ from, to, column }) =>
    lines
      .map((line, at) => {
        if (at < from || at >= to) return line
        const head = at === from ? line.slice(0, column) : ''
        return head.trim() === '' ? '' : head
      })
      .join('\n'),
  )
}

function conjunctsOf(lines: readonly string[]): Conjunct[] {
  const bullets = lines.flatMap((line, from) =>
    [...line.matchAll(/\/\\/g)]
      .filter(({ index }) => opensList(lines, from, index) || /^\s*$/.test(line.slice(0, index)))
      .map(({ index }) => ({ from, column: index })),
  )
  return bullets
    .map((bullet): Conjunct => ({ ...bullet, to: endOf(lines, bullet) }))
    .filter(({ from, to, column }) => {
      const next = to < lines.length && isBullet(lines[to]!, column)
      const first = !bullets.some((it) => it.column === column && it.from < from && reaches(lines, it, from))
      return next || !first
    })
}

const isBullet = (line: string, column: number): boolean =>
  /^\s*\/\\/.test(line) && line.indexOf('/\\') === column

/** A list may begin behind other text when its next conjunct stands under the first. */
function opensList(lines: readonly string[], from: number, column: number): boolean {
  const next = lines.findIndex((line, at) => at > from && indent(line) <= column && line.trim() !== '')
  return next > 0 && isBullet(lines[next]!, column)
}

/** A conjunct ends where a line begins at its column or before. */
function endOf(lines: readonly string[], { from, column }: { from: number; column: number }): number {
  const end = lines.findIndex((line, at) => at > from && line.trim() !== '' && indent(line) <= column)
  return end < 0 ? lines.length : end
}

/** Whether conjunct after conjunct leads from one to the line. */
function reaches(lines: readonly string[], bullet: { from: number; column: number }, line: number): boolean {
  for (let at = bullet.from; at < line; ) {
    at = endOf(lines, { from: at, column: bullet.column })
    if (at === line) return true
    if (at >= lines.length || !isBullet(lines[at]!, bullet.column)) return false
  }
  return false
}

const indent = (line: string): number => line.length - line.trimStart().length
