import { type MutationKind, movedComparison } from '../mutant.ts'
import { clauseAt } from '../tlaMutants.ts'
import { dispatchers, type Operator } from './tlaOperators.ts'
import { Body, relations, tokensOf } from './tlaTokens.ts'

/** One mistake in an operator. */
export interface TlaMistake {
  readonly kind: MutationKind
  readonly start: number
  readonly original: string
  readonly replacement: string
  /** What of the operator is changed, and how. */
  readonly what: string
  /** Clause ids beside it, or above the operator. */
  readonly clause: string
}

const additive = new Set(['\\o', '\\cup', '\\cap', '\\'])
const setStops = new Set([...relations, ...additive, '/\\', '\\/', '=>', '<=>', '..'])
/** What binds less than what stands before an implication. */
const implications = new Set(['=>', '<=>'])
const rangeStops = new Set([...relations, '/\\', '\\/', '=>', '<=>'])

/**
 * Every mistake in an operator: a member of the set of refusals left out, a conjunct or disjunct dropped, a condition
 * decided, an update dropped or begun anew, a list or a part of one not sent, a filter that lets all through, a negation
 * dropped, a quantifier exchanged, a comparison, range or number moved by one, a relation negated.
 */
export function tlaMistakes(operator: Operator): TlaMistake[] {
  const { code, text, start, end } = operator
  const isDispatcher = (dispatchers as readonly string[]).includes(operator.operator)
  const tokens = tokensOf(code, code.indexOf('==', start) + 2, end)
  const body = new Body(tokens)
  const found: TlaMistake[] = []
  const textOf = (from: number, to: number): string => code.slice(tokens[from]!.start, tokens[to - 1]!.end)
  /** Replaces the tokens from one up to another. */
  const note = (kind: MutationKind, from: number, to: number, replacement: string, what: string): void => {
    if (to <= from) return
    const original = text.slice(tokens[from]!.start, tokens[to - 1]!.end)
    if (original === replacement) return
    const clause = clauseAt(text, tokens[lastOfRequire(from)]!.start, operator)
    found.push({ kind, start: tokens[from]!.start, original, replacement, what, clause })
  }
  /** What stands beside the end of a Require of several lines is about all of them. */
  const lastOfRequire = (at: number): number => {
    const begins = tokens.findLastIndex(({ text: token }, i) => i <= at && token === 'Require')
    if (begins < 0 || tokens[begins + 1]?.text !== '(') return at
    const ends = body.closingOf(begins + 1)
    return Math.max(ends, at)
  }
  const short = (from: number, to: number): string => {
    const words = textOf(from, to).replace(/\s+/g, ' ')
    return words.length > 48 ? `${words.slice(0, 45)}…` : words
  }
  const refusals = (at: number): void => {
    const close = body.closingOf(at + 1)
    let from = at + 2
    let depth = 0
    for (let i = from; i <= close; i++) {
      const { text: token } = tokens[i]!
      if (i < close && ['(', '[', '{', '<<'].includes(token)) depth++
      else if (i < close && [')', ']', '}', '>>'].includes(token)) depth--
      if (depth === 0 && (i === close || token === ',')) {
        const name = /"(\w+)"\s*\)$/.exec(textOf(from, i))?.[1] ?? short(from, i)
        note('check removed', from, i, '{}', `${name} removed`)
        from = i + 1
      }
    }
  }
  const updates = (at: number): void => {
    const close = openedBy(at)
    if (close === undefined) return
    const base = textOf(close.open + 1, at)
    const parts: [number, number][] = []
    let from = at + 1
    let depth = 0
    for (let i = from; i <= close.close; i++) {
      const { text: token } = tokens[i]!
      if (i < close.close && ['(', '[', '{', '<<'].includes(token)) depth++
      else if (i < close.close && [')', ']', '}', '>>'].includes(token)) depth--
      if (depth === 0 && (i === close.close || (token === ',' && tokens[i + 1]!.text === '!'))) {
        parts.push([from, i])
        from = i + 1
      }
    }
    parts.forEach(([first, behind], index) => {
      const what = `${short(first, behind)} dropped`
      if (parts.length === 1) note('update dropped', close.open, close.close + 1, base, what)
      else if (index === 0) note('update dropped', first, parts[1]![0], '', what)
      else note('update dropped', first - 1, behind, '', what)
    })
  }
  const openedBy = (at: number): { open: number; close: number } | undefined => {
    let depth = 0
    for (let i = at - 1; i >= 0; i--) {
      if (tokens[i]!.text === ']') depth++
      else if (tokens[i]!.text === '[' && depth-- === 0) return { open: i, close: body.closingOf(i) }
    }
    return undefined
  }
  const predicate = (colon: number): void => {
    // Of a set's filter, or of what a list is filtered by.
    for (let i = colon - 1, depth = 0; i >= 0; i--) {
      const { text: token } = tokens[i]!
      if ([')', ']', '}', '>>'].includes(token)) depth++
      else if (['(', '[', '{', '<<'].includes(token) && depth-- === 0) {
        const isFilter = token === '{' && tokens[i + 2]?.text === '\\in'
        if (isFilter)
          note(
            'filter dropped',
            colon + 1,
            body.closingOf(i),
            'TRUE',
            `${short(colon + 1, body.closingOf(i))} lets all through`,
          )
        return
      } else if (depth === 0 && ['\\A', '\\E', 'CHOOSE'].includes(token)) return
      else if (depth === 0 && token === 'LAMBDA') {
        const behind = body.endOfOperand(i)
        note('filter dropped', colon + 1, behind, 'TRUE', `${short(colon + 1, behind)} lets all through`)
        return
      }
    }
  }
  const isBinding = (at: number): boolean => {
    let i = at - 1
    while (i >= 0 && /^(\w+|,)$/.test(tokens[i]!.text) && !['CHOOSE', 'LAMBDA'].includes(tokens[i]!.text)) i--
    const before = tokens[i]?.text ?? ''
    if (['\\A', '\\E', 'CHOOSE', '['].includes(before)) return true
    // `{x \in S : P}` binds, and so does `{f : x \in S}`.
    return before === '{' || (before === ':' && isOfMap(i))
  }

  /** Whether the values of a set are told before its colon, and not who is among them. */
  const isOfMap = (colon: number): boolean => {
    for (let i = colon - 1, depth = 0; i >= 0; i--) {
      const { text: token } = tokens[i]!
      if ([')', ']', '}', '>>'].includes(token)) depth++
      else if (['(', '[', '{', '<<'].includes(token) && depth-- === 0)
        return token === '{' && tokens[i + 2]?.text !== '\\in'
      else if (depth === 0 && ['\\A', '\\E', 'CHOOSE', 'LAMBDA'].includes(token)) return false
    }
    return false
  }

  tokens.forEach(({ text: token }, at) => {
    const next = tokens[at + 1]?.text
    if (token === '<<' && next !== '>>') {
      const close = body.closingOf(at)
      note('effect dropped', at, close + 1, '<<>>', `${short(at, close + 1)} emptied`)
    }
    if (isDispatcher) return
    const moved = movedComparison[token]
    if (token === 'UNION' && next === '{') refusals(at)
    else if (token === 'Require' && operator.operator !== 'Require' && !isMember(at)) {
      const close = body.closingOf(at + 1)
      const name = /"(\w+)"\s*\)$/.exec(textOf(at, close + 1))?.[1]
      note('check removed', at, close + 1, '{}', `${name} removed`)
    } else if (token === 'EXCEPT') updates(at)
    else if (token === '/\\' || token === '\\/') {
      const neutral = token === '/\\' ? 'TRUE' : 'FALSE'
      const kind = token === '/\\' ? 'conjunct dropped' : 'disjunct dropped'
      const [from, to] = body.isBullet(at) ? [at + 1, body.endOfItem(at)] : [at + 1, body.endOfOperand(at)]
      note(kind, from, to, neutral, `${short(from, to)} dropped`)
      if (body.isBullet(at)) return
      const left = body.startOfOperand(at)
      if (tokens[left - 1]?.text !== token || body.isBullet(left - 1))
        note(kind, left, at, neutral, `${short(left, at)} dropped`)
    } else if (token === '=>') {
      const left = body.startOfOperand(at, implications)
      note('conjunct dropped', left, at, 'TRUE', `${short(left, at)} dropped`)
    } else if (token === 'IF') {
      const then = thenOf(at)
      for (const value of ['TRUE', 'FALSE'])
        note('condition decided', at + 1, then, value, `${short(at + 1, then)} made ${value}`)
    } else if (additive.has(token)) {
      const to = body.endOfOperand(at, setStops)
      note('part dropped', at, to, '', `${short(at, to)} dropped`)
      const left = body.startOfOperand(at, setStops)
      if (token !== '\\' && !additive.has(tokens[left - 1]?.text ?? ''))
        note('part dropped', left, at + 1, '', `${short(left, at + 1)} dropped`)
    } else if (token === ':') predicate(at)
    else if (token === '~')
      note(
        'negation dropped',
        at,
        at + 1,
        '',
        `~ of ${short(at + 1, Math.min(at + 4, tokens.length))} dropped`,
      )
    else if (token === '\\A' || token === '\\E')
      note('connective swapped', at, at + 1, token === '\\A' ? '\\E' : '\\A', `${token} exchanged`)
    else if (moved) {
      note('comparison moved', at, at + 1, moved, `${token} moved`)
      note('order made equality', at, at + 1, '=', `${token} made =`)
    } else if ((token === '=' || token === '#') && !isUpdate(at)) {
      if (isNumeric(at)) note('equality shifted', at, at + 1, `${token} 1 +`, `${token} shifted`)
      note('equality negated', at, at + 1, token === '=' ? '#' : '=', `${around(at)} negated`)
    } else if ((token === '\\in' || token === '\\notin') && !isBinding(at))
      note('equality negated', at, at + 1, token === '\\in' ? '\\notin' : '\\in', `${around(at)} negated`)
    else if (token === '..') {
      note('boundary moved', at, at + 1, '+ 1..', `${around(at)} from one later`)
      const to = body.endOfOperand(at, rangeStops)
      note('boundary moved', at + 1, to, `${textOf(at + 1, to)} - 1`, `${around(at)} to one earlier`)
    } else if (/^\d+$/.test(token)) {
      note('literal shifted', at, at + 1, String(Number(token) + 1), `${token} + 1`)
      const less = Number(token) - 1
      note('literal shifted', at, at + 1, less < 0 ? `(${less})` : String(less), `${token} - 1`)
    } else if (token === '@' && (next === '+' || next === '-'))
      note('accumulation made assignment', at, at + 2, next === '+' ? '' : '0 -', `@ ${next} assigned`)
    else if (token === 'TRUE' || token === 'FALSE')
      note('condition decided', at, at + 1, token === 'TRUE' ? 'FALSE' : 'TRUE', `${token} turned`)
  })
  return found.sort((a, b) => a.start - b.start)

  function around(at: number): string {
    return short(Math.max(0, at - 3), Math.min(tokens.length, at + 4))
  }
  /** `!.a = b` of an EXCEPT, and the definition of a LET. */
  function isUpdate(at: number): boolean {
    for (let i = at - 1; i >= 0; i--) {
      const { text: token } = tokens[i]!
      if (token === '!') return tokens[i + 1]?.text === '.' || tokens[i + 1]?.text === '['
      if (!/^(\w+|\.|\[|\])$/.test(token)) return false
    }
    return false
  }
  function isNumeric(at: number): boolean {
    const left = code.slice(tokens[0]!.start, tokens[at]!.start)
    const right = code.slice(tokens[at]!.end, end)
    return (
      /(?:\bslot|[sS]lot|[eE]poch|\bforced|\bcount|Len\([^()]*\))\s*$/.test(left) ||
      /^\s*(?:\d|Len\(|\w+(?:\.\w+)*\.(?:slot|epoch|forced)\b)/.test(right)
    )
  }
  /** Whether a Require is a member of a set that is taken apart elsewhere. */
  function isMember(at: number): boolean {
    let depth = 0
    for (let i = at - 1; i >= 0; i--) {
      const { text: token } = tokens[i]!
      if ([')', ']', '}', '>>'].includes(token)) depth++
      else if (['(', '[', '{', '<<'].includes(token) && depth-- === 0)
        return token === '{' && tokens[i - 1]?.text === 'UNION'
    }
    return false
  }
  function thenOf(at: number): number {
    let depth = 0
    for (let i = at + 1; i < tokens.length; i++) {
      const { text: token } = tokens[i]!
      if (token === 'IF') depth++
      else if (token === 'THEN' && depth-- === 0) return i
    }
    throw new Error(`${operator.operator}: an IF without a THEN`)
  }
}
