/** TLA+ as tokens, with what little of its grammar a mistake needs: how far the operand of a connective reaches. */

export interface Token {
  readonly text: string
  /** Offset in the module, 0-based. */
  readonly start: number
  readonly end: number
  readonly column: number
  readonly isFirstOfLine: boolean
}

const pattern = /"[^"]*"|\\[A-Za-z]+|\/\\|\\\/|<=>|=>|<=|>=|==|\|->|->|<<|>>|\.\.|\[\]|\/=|\d+|\w+|[^\s\w]/g

/** The tokens of a part of a module whose comments are spaces. */
export function tokensOf(code: string, from: number, to: number): Token[] {
  const tokens: Token[] = []
  let lineStart = code.lastIndexOf('\n', from) + 1
  let lastLineStart = -1
  for (const match of code.slice(from, to).matchAll(pattern)) {
    const start = from + match.index
    for (let next = code.indexOf('\n', lineStart); next >= 0 && next < start; ) {
      lineStart = next + 1
      next = code.indexOf('\n', lineStart)
    }
    tokens.push({
      text: match[0],
      start,
      end: start + match[0].length,
      column: start - lineStart,
      isFirstOfLine: lineStart !== lastLineStart,
    })
    lastLineStart = lineStart
  }
  return tokens
}

const opening = new Set(['(', '[', '{', '<<'])
const closing = new Set([')', ']', '}', '>>'])
const connectives = new Set(['/\\', '\\/', '=>', '<=>'])
export const relations = new Set([
  '=',
  '#',
  '<',
  '<=',
  '>',
  '>=',
  '\\in',
  '\\notin',
  '\\subseteq',
  '\\leq',
  '\\geq',
])
const separators = new Set([',', '|->', '->', '[]', '=='])
/** What reaches as far to the right as it can. */
const greedy = new Set(['\\A', '\\E', 'CHOOSE', 'LAMBDA', 'IF', 'LET'])

/** The tokens of one operator's body, and what belongs together in it. */
export class Body {
  private readonly bullets = new Set<number>()

  constructor(readonly tokens: readonly Token[]) {
    const columns = new Set<string>()
    tokens.forEach(({ text, column, isFirstOfLine }, at) => {
      if (text !== '/\\' && text !== '\\/') return
      const before = tokens[at - 1]
      const isPrefix =
        !before ||
        opening.has(before.text) ||
        connectives.has(before.text) ||
        separators.has(before.text) ||
        ['THEN', 'ELSE', 'IN', ':', '='].includes(before.text)
      if (!isPrefix && !(isFirstOfLine && columns.has(`${text} ${column}`))) return
      this.bullets.add(at)
      columns.add(`${text} ${column}`)
    })
  }

  isBullet(at: number): boolean {
    return this.bullets.has(at)
  }

  /** Where the bracket closes that opens at a token. */
  closingOf(at: number): number {
    let depth = 0
    for (let i = at; i < this.tokens.length; i++) {
      if (opening.has(this.tokens[i]!.text)) depth++
      else if (closing.has(this.tokens[i]!.text) && --depth === 0) return i
    }
    throw new Error(`${this.tokens[at]!.text} at ${this.tokens[at]!.start} is not closed`)
  }

  /** The token behind the item of a list that begins with a bullet: what stands further right belongs to it. */
  endOfItem(at: number): number {
    const { column } = this.tokens[at]!
    let depth = 0
    for (let i = at + 1; i < this.tokens.length; i++) {
      const token = this.tokens[i]!
      if (opening.has(token.text)) depth++
      else if (closing.has(token.text) && --depth < 0) return i
      if (depth === 0 && this.endsItem(token, column, i)) return i
    }
    return this.tokens.length
  }

  private endsItem({ isFirstOfLine, column: at, text }: Token, column: number, index: number): boolean {
    if (isFirstOfLine && at <= column) return true
    // A list on one line, inside of what goes on behind it.
    return (
      text === ',' || ((text === 'THEN' || text === 'ELSE' || text === 'IN') && !this.hasOwn(index, text))
    )
  }

  /** Whether a THEN, ELSE or IN belongs to an IF or LET that begins in the same item. */
  private hasOwn(index: number, text: string): boolean {
    const opener = text === 'IN' ? 'LET' : 'IF'
    let [depth, missing] = [0, 0]
    for (let i = index - 1; i >= 0; i--) {
      const token = this.tokens[i]!.text
      if (closing.has(token)) depth++
      else if (opening.has(token) && --depth < 0) return false
      if (depth > 0) continue
      if (this.bullets.has(i) && this.tokens[i]!.column < this.tokens[index]!.column && missing === 0) {
        const between = this.tokens.slice(i, index).map((it) => it.text)
        return between.filter((it) => it === opener).length > between.filter((it) => it === text).length
      }
      if (token === text) missing++
      else if (token === opener && missing-- === 0) return true
    }
    return false
  }

  /** The token behind the right operand of an infix operator; a stronger one stops at relations and sets too. */
  endOfOperand(at: number, stops: ReadonlySet<string> = connectives): number {
    const within = this.columnOfItem(at)
    let depth = 0
    let own = 0
    let reachesFar = false
    for (let i = at + 1; i < this.tokens.length; i++) {
      const token = this.tokens[i]!
      if (depth === 0 && token.isFirstOfLine && token.column <= within) return i
      if (opening.has(token.text)) depth++
      else if (closing.has(token.text)) {
        if (--depth < 0) return i
      }
      if (depth > 0 || opening.has(token.text)) continue
      if (greedy.has(token.text)) {
        reachesFar = true
        if (token.text === 'IF') own += 2
        if (token.text === 'LET') own += 1
      }
      if (separators.has(token.text) && !(token.text === '==' && own > 0)) {
        if (!(token.text === ',' && reachesFar && this.bindsMore(i))) return i
      }
      if (['THEN', 'ELSE', 'IN'].includes(token.text) && own-- <= 0) return i
      if (token.text === ':' && !reachesFar) return i
      if (!reachesFar && (stops.has(token.text) || this.bullets.has(i))) return i
    }
    return this.tokens.length
  }

  /** Whether a comma stands between the bound names of a quantifier. */
  private bindsMore(at: number): boolean {
    for (let i = at + 1; i < this.tokens.length; i++) {
      const { text } = this.tokens[i]!
      if (text === '\\in') return this.tokens.slice(at, i).every((it) => /^(\w+|,)$/.test(it.text))
      if (!/^(\w+|,)$/.test(text)) return false
    }
    return false
  }

  /** The first token of the left operand of an infix operator. */
  startOfOperand(at: number, stops: ReadonlySet<string> = connectives): number {
    let depth = 0
    for (let i = at - 1; i >= 0; i--) {
      const { text } = this.tokens[i]!
      if (closing.has(text)) depth++
      else if (opening.has(text) && --depth < 0) return i + 1
      if (depth > 0 || closing.has(text)) continue
      if (opening.has(text)) continue
      if (separators.has(text) || ['THEN', 'ELSE', 'IN', ':', 'IF'].includes(text)) return i + 1
      if (this.bullets.has(i) || stops.has(text)) return i + 1
    }
    return 0
  }

  /** Column of the bullet whose item a token stands in; −1 outside of all. */
  private columnOfItem(at: number): number {
    let limit = Number.POSITIVE_INFINITY
    for (let i = at; i >= 0; i--) {
      const token = this.tokens[i]!
      if (i < at && this.bullets.has(i) && token.column < limit && token.column < this.tokens[at]!.column)
        return token.column
      if (token.isFirstOfLine) limit = Math.min(limit, token.column + (this.bullets.has(i) ? 0 : 1))
    }
    return -1
  }
}
