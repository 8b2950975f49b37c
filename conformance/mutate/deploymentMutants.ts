import path from 'node:path'
import { duvetTarget } from '../clauses/duvet.ts'
import { solidityUnits } from '../clauses/solidityCitations.ts'
import { type Mutant, MutantUnfit, numbered } from './mutant.ts'

/** A check of a constructor, or a part of the library that it calls. Offsets in characters of the unit, 0-based. */
interface Statement {
  readonly start: number
  readonly end: number
  /** What it compares; empty for the call of another function. */
  readonly condition: { readonly start: number; readonly text: string } | undefined
  /** What it is about: the name of an argument, the function that is called, or the condition. */
  readonly subject: string
}

/** A function or a constructor, with the comments above it. */
interface Unit {
  readonly name: string
  readonly start: number
  readonly text: string
}

/**
 * Mistakes in what constructors check: every check left out, every alternative of one, and every comparison moved by
 * one, inwards and outwards.
 * @param library path and text of the library that has the bounds
 * @param contracts those whose constructors may call it, by path
 */
export function deploymentMutants(
  library: readonly [file: string, text: string],
  contracts: ReadonlyMap<string, string>,
): Mutant[] {
  const functions = unitsOf(library[1])
  const ofFunction = new Map(functions.map(({ name, text }) => [name, citedIn(text)]))
  const checked = [...contracts].flatMap(([file, text]) =>
    unitsOf(text)
      .filter(({ name, text: own }) => name === 'constructor' && statementsOf(own, false).length > 0)
      .map((unit) => ({ file, unit, within: path.basename(file, '.sol'), isLibrary: false })),
  )
  const units = [
    ...functions.map((unit) => ({ file: library[0], unit, within: unit.name, isLibrary: true })),
    ...checked,
  ]
  const all = [...new Set(units.flatMap(({ unit }) => citedIn(unit.text)))]
  return numbered(
    units.flatMap(({ file, unit, within, isLibrary }) =>
      statementsOf(unit.text, isLibrary).flatMap((statement) => {
        const cited = [
          lastCited(unit.text.slice(0, statement.start)),
          ofFunction.get(statement.subject) ?? [],
        ]
        const clause = (cited.find((ids) => ids.length > 0) ?? all).join(' ')
        return mistakesIn(unit.text, statement).map(
          ({ what, kind, start, original, replacement }): Mutant => ({
            name: `contract/deployment/${within}/${what}`,
            side: 'contract',
            kind,
            file,
            start: unit.start + start,
            original,
            replacement,
            clause,
            unseenByOneStep: 'what is deployed runs the same code',
          }),
        )
      }),
    ),
  )
}

type Mistake = Pick<Mutant, 'kind' | 'start' | 'original' | 'replacement'> & { readonly what: string }

function mistakesIn(text: string, { start, end, condition, subject }: Statement): Mistake[] {
  const whole = text.slice(start, end)
  const removed: Mistake = {
    what: `${subject} removed`,
    kind: 'check removed',
    start,
    original: whole,
    replacement: '',
  }
  if (!condition) return [removed]
  const alternatives = split(condition, '||')
  return [
    removed,
    ...(alternatives.length > 1 ? alternatives.map((one) => alternativeDropped(one)) : []),
    ...alternatives.flatMap((one) => split(one, '&&')).flatMap(comparisonMoved),
  ]
}

type Part = { readonly start: number; readonly text: string }

const alternativeDropped = ({ start, text }: Part): Mistake => ({
  what: `${text} dropped`,
  kind: 'check removed',
  start,
  original: text,
  replacement: 'false',
})

/** What each comparison becomes when its bound is one farther out, and one farther in. */
const moved: Readonly<Record<string, (left: string, right: string) => readonly [string, string]>> = {
  '<': (left, right) => [`${left} <= ${right}`, `${left} < ${right} - 1`],
  '<=': (left, right) => [`${left} <= uint256(${right}) + 1`, `${left} < ${right}`],
  '>': (left, right) => [`${left} >= ${right}`, `${left} > uint256(${right}) + 1`],
  '>=': (left, right) => [`${left} + 1 >= ${right}`, `${left} > ${right}`],
}

function comparisonMoved({ start, text }: Part): Mistake[] {
  const [, left, operator, right] = /^(.+?) ([<>]=?|==) (.+)$/s.exec(text) ?? []
  if (operator === '==' && right === '0')
    return [
      {
        what: `${text} shifted`,
        kind: 'equality shifted',
        start,
        original: text,
        replacement: `${left} == 1`,
      },
    ]
  // Whether two addresses are the same has no neighbours.
  const move = moved[operator ?? '']
  if (!move) return []
  return move(left!, right!).map((replacement, index) => ({
    what: `${text} moved ${index === 0 ? 'out' : 'in'}`,
    kind: 'comparison moved',
    start,
    original: text,
    replacement,
  }))
}

/** The operands of a connective, without those in brackets. */
function split({ start, text }: Part, connective: '||' | '&&'): Part[] {
  const parts: Part[] = []
  let depth = 0
  let from = 0
  const add = (to: number): void => {
    const raw = text.slice(from, to)
    parts.push({ start: start + from + raw.search(/\S/), text: raw.trim() })
  }
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++
    else if (text[at] === ')') depth--
    else if (depth === 0 && text.startsWith(connective, at)) {
      add(at)
      from = at + connective.length
    }
  }
  add(text.length)
  return parts
}

const checkInConstructor = /\bDeployment\.require\w+\(|\bif \(/g
const checkInLibrary = /(?<!function )\b_?require\w*\(|\bif \(/g

function statementsOf(text: string, isLibrary: boolean): Statement[] {
  return [...text.matchAll(isLibrary ? checkInLibrary : checkInConstructor)].flatMap((match) => {
    const open = match.index + match[0].length - 1
    const close = closing(text, open, '(', ')')
    const inside: Part = { start: open + 1, text: text.slice(open + 1, close) }
    if (match[0] !== 'if (') {
      const end = text.indexOf(';', close) + 1
      const named = /^(.*),\s*"(\w+)"\s*$/s.exec(inside.text)
      const condition = named && /^_require\($/.test(match[0]) ? trimmed(inside.start, named[1]!) : undefined
      const subject = named?.[2] ?? match[0].replace(/^Deployment\.|\($/g, '')
      return [{ start: match.index, end, condition, subject }]
    }
    const body = close + 1 + text.slice(close + 1).search(/\S/)
    const end = text[body] === '{' ? closing(text, body, '{', '}') + 1 : text.indexOf(';', body) + 1
    if (!isLibrary && !text.slice(body, end).includes('revert Deployment.')) return []
    const condition = trimmed(inside.start, inside.text)
    return [{ start: match.index, end, condition, subject: condition.text }]
  })
}

const trimmed = (start: number, text: string): Part => ({
  start: start + text.search(/\S/),
  text: text.trim(),
})

/** The offset of the bracket that closes the first one at or after an offset. */
function closing(text: string, from: number, open: string, close: string): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === open) depth++
    else if (text[at] === close && --depth === 0) return at
  }
  throw new MutantUnfit('a bracket is never closed')
}

function unitsOf(text: string): Unit[] {
  const starts = [0]
  for (const line of text.split('\n')) starts.push(starts.at(-1)! + line.length + 1)
  return solidityUnits(text)
    .filter(({ kind }) => kind === 'function' || kind === 'constructor')
    .map(({ name, from, to }) => ({
      name,
      start: starts[from - 1]!,
      text: text.slice(starts[from - 1]!, starts[to]!),
    }))
}

/** Clauses that a text cites word for word, each once. */
const citedIn = (text: string): string[] => [
  ...new Set(text.split('\n').flatMap((line) => duvetTarget(line)?.anchor.toUpperCase() ?? [])),
]

/** Clauses of the last group of citations, the ones above the code that follows. */
function lastCited(text: string): string[] {
  const groups = text.match(/(?:^[ \t]*\/\/[=#][^\n]*\n)+/gm)
  return citedIn(groups?.at(-1) ?? '')
}
