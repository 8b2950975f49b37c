/**
 * TLA+ values as data: the parser of TLC's printed form, the printer back, and the canonical JSON that
 * `tla/dump/java/lockstep/CanonicalJson.java` writes as well.
 */

/** A TLA+ value. Sets, records and functions hold no element or key twice. */
export type TlaValue =
  | { kind: 'int'; value: bigint }
  | { kind: 'string'; value: string }
  | { kind: 'bool'; value: boolean }
  | { kind: 'model'; name: string }
  | { kind: 'sequence'; elements: TlaValue[] }
  | { kind: 'set'; elements: TlaValue[] }
  | { kind: 'record'; fields: [name: string, value: TlaValue][] }
  | { kind: 'function'; pairs: [key: TlaValue, value: TlaValue][] }

/** TLC's text is not a TLA+ value that this parser knows. `offset`: characters before the fault, 0-based. */
export class TlaValueError extends Error {
  constructor(
    readonly expected: string,
    readonly text: string,
    readonly offset: number,
  ) {
    const rest = text.slice(offset, offset + 40)
    super(
      `TLA+ value: expected ${expected} at character ${offset}, found ${rest === '' ? 'the end' : JSON.stringify(rest)}`,
    )
    this.name = 'TlaValueError'
  }
}

/** Parses one printed value, e.g. `[by |-> -1, seen |-> {1, 2}]`. Throws {@link TlaValueError}. */
export function parseTlaValue(text: string): TlaValue {
  const parser = new Parser(text)
  const value = parser.value()
  parser.end()
  return value
}

/**
 * Parses a printed state, `/\ x = 1` line by line (or `x = 1` alone for a single variable), into its
 * variables in the order printed. Throws {@link TlaValueError}.
 */
export function parseTlaState(text: string): [variable: string, value: TlaValue][] {
  return new Parser(text).state()
}

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', f: '\f', '"': '"', '\\': '\\' }

class Parser {
  private at = 0
  constructor(private readonly text: string) {}

  state(): [string, TlaValue][] {
    const variables: [string, TlaValue][] = []
    this.space()
    while (this.at < this.text.length) {
      this.take('/\\')
      const name = this.identifier()
      this.expect('=')
      variables.push([name, this.value()])
      this.space()
    }
    return variables
  }

  end(): void {
    this.space()
    if (this.at < this.text.length) this.fail('the end of the value')
  }

  value(): TlaValue {
    const first = this.atom()
    if (!this.take('..')) return first
    const last = this.atom()
    if (first.kind !== 'int' || last.kind !== 'int') return this.fail('integers on both sides of ..')
    const elements: TlaValue[] = []
    for (let value = first.value; value <= last.value; value++) elements.push({ kind: 'int', value })
    return { kind: 'set', elements }
  }

  private atom(): TlaValue {
    this.space()
    const char = this.text[this.at] ?? ''
    if (char === '"') return { kind: 'string', value: this.string() }
    if (char === '{') return { kind: 'set', elements: distinct(this.list('{', '}')) }
    if (char === '(') return this.function()
    if (char === '[') return this.record()
    if (this.text.startsWith('<<', this.at)) return { kind: 'sequence', elements: this.list('<<', '>>') }
    const number = this.match(/-?[0-9]+/y)
    if (number !== undefined) return { kind: 'int', value: BigInt(number) }
    const name = this.match(/[A-Za-z0-9_]+/y)
    if (name === undefined) return this.fail('a value')
    if (name === 'TRUE' || name === 'FALSE') return { kind: 'bool', value: name === 'TRUE' }
    return { kind: 'model', name }
  }

  private record(): TlaValue {
    this.expect('[')
    const fields: [string, TlaValue][] = []
    if (!this.take(']')) {
      do {
        const name = this.identifier()
        this.expect('|->')
        fields.push([name, this.value()])
      } while (this.take(','))
      this.expect(']')
    }
    return fields.length === 0 ? { kind: 'sequence', elements: [] } : { kind: 'record', fields }
  }

  private function(): TlaValue {
    this.expect('(')
    const pairs: [TlaValue, TlaValue][] = []
    do {
      const key = this.value()
      this.expect(':>')
      pairs.push([key, this.value()])
    } while (this.take('@@'))
    this.expect(')')
    return { kind: 'function', pairs }
  }

  private list(open: string, close: string): TlaValue[] {
    this.expect(open)
    const elements: TlaValue[] = []
    if (this.take(close)) return elements
    do elements.push(this.value())
    while (this.take(','))
    this.expect(close)
    return elements
  }

  private string(): string {
    let out = ''
    for (this.at++; this.at < this.text.length; this.at++) {
      const char = this.text[this.at]!
      if (char === '"') {
        this.at++
        return out
      }
      if (char !== '\\') {
        out += char
        continue
      }
      this.at++
      const escaped = escapes[this.text[this.at] ?? '']
      if (escaped === undefined) return this.fail('one of the escapes \\n \\t \\r \\f \\" \\\\')
      out += escaped
    }
    return this.fail('the closing " of a string')
  }

  private identifier(): string {
    this.space()
    return this.match(/[A-Za-z0-9_!]+/y) ?? this.fail('a name')
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    if (found !== undefined) this.at += found.length
    return found
  }

  private take(token: string): boolean {
    this.space()
    if (!this.text.startsWith(token, this.at)) return false
    this.at += token.length
    return true
  }

  private expect(token: string): void {
    if (!this.take(token)) this.fail(token)
  }

  private space(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++
  }

  private fail(expected: string): never {
    throw new TlaValueError(expected, this.text, this.at)
  }
}

function distinct(elements: TlaValue[]): TlaValue[] {
  const seen = new Set<string>()
  return elements.filter((element) => {
    const text = printTlaValue(element)
    const fresh = !seen.has(text)
    seen.add(text)
    return fresh
  })
}

/** Prints a value as TLA+ that TLC and {@link parseTlaValue} read back. */
export function printTlaValue(value: TlaValue): string {
  switch (value.kind) {
    case 'int':
      return value.value.toString()
    case 'string':
      return `"${value.value.replace(/[\\"\n\t\r\f]/g, (c) => `\\${printedEscape(c)}`)}"`
    case 'bool':
      return value.value ? 'TRUE' : 'FALSE'
    case 'model':
      return value.name
    case 'sequence':
      return `<<${value.elements.map(printTlaValue).join(', ')}>>`
    case 'set':
      return `{${value.elements.map(printTlaValue).join(', ')}}`
    case 'record':
      return `[${value.fields.map(([name, field]) => `${name} |-> ${printTlaValue(field)}`).join(', ')}]`
    case 'function':
      if (value.pairs.length === 0) return '<<>>'
      return `(${value.pairs.map(([key, to]) => `${printTlaValue(key)} :> ${printTlaValue(to)}`).join(' @@ ')})`
  }
}

const printedEscape = (char: string): string =>
  Object.keys(escapes).find((letter) => escapes[letter] === char) ?? char

/**
 * The JSON text of a value, the same for equal values, as the graph dump writes it:
 * - integers, strings and booleans as themselves, strings in ASCII with `\uXXXX` for the rest;
 * - sequences, and with them every function with domain 1..n, the empty one included, as arrays;
 * - sets as arrays without repetition, in numeric order when all elements are integers, else in the order of
 *   their texts;
 * - records, and with them every function whose domain is a set of strings, as objects with sorted keys;
 * - any other function as `{"#map":[[key,value],…]}` in the order of the keys' texts;
 * - a model value as `{"#model":name}`.
 */
export function canonicalJson(value: TlaValue): string {
  switch (value.kind) {
    case 'int':
      return value.value.toString()
    case 'string':
      return canonicalString(value.value)
    case 'bool':
      return String(value.value)
    case 'model':
      return `{"#model":${canonicalString(value.name)}}`
    case 'sequence':
      return `[${value.elements.map(canonicalJson).join(',')}]`
    case 'set':
      return canonicalSet(value.elements)
    case 'record':
      return value.fields.length === 0 ? '[]' : canonicalObject(value.fields)
    case 'function':
      return canonicalFunction(value.pairs)
  }
}

function canonicalString(text: string): string {
  let out = '"'
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const char = text[i]!
    if (char === '"' || char === '\\') out += `\\${char}`
    else if (code >= 32 && code < 127) out += char
    else out += `\\u${code.toString(16).padStart(4, '0')}`
  }
  return `${out}"`
}

function canonicalSet(elements: TlaValue[]): string {
  if (elements.every((element) => element.kind === 'int')) {
    const values = [...new Set(elements.map((element) => element.value))]
    return `[${values.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join(',')}]`
  }
  return `[${[...new Set(elements.map(canonicalJson))].sort().join(',')}]`
}

function canonicalObject(fields: [string, TlaValue][]): string {
  const sorted = [...fields].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${sorted.map(([name, field]) => `${canonicalString(name)}:${canonicalJson(field)}`).join(',')}}`
}

function canonicalFunction(pairs: [TlaValue, TlaValue][]): string {
  const values = new Map(pairs.map(([key, to]) => [key.kind === 'int' ? key.value : undefined, to]))
  const elements = pairs.map((_, i) => values.get(BigInt(i + 1)))
  if (elements.every((element) => element !== undefined)) return `[${elements.map(canonicalJson).join(',')}]`
  const named: [string, TlaValue][] = []
  for (const [key, to] of pairs) if (key.kind === 'string') named.push([key.value, to])
  if (named.length === pairs.length) return canonicalObject(named)
  const sorted = pairs.map(([key, to]) => [canonicalJson(key), to] as const)
  sorted.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{"#map":[${sorted.map(([key, to]) => `[${key},${canonicalJson(to)}]`).join(',')}]}`
}

/** What {@link plainJson} accepts: the model's own values, with sets marked as JavaScript sets. */
export type Plain =
  | number
  | bigint
  | string
  | boolean
  | readonly Plain[]
  | ReadonlySet<Plain>
  | { readonly [name: string]: Plain }

/**
 * The canonical JSON text of a plain JavaScript value: arrays are sequences, `Set`s are sets, objects are
 * records. Equal to {@link canonicalJson} of the TLA+ value that it stands for.
 */
export function plainJson(value: Plain): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no integer that JSON carries exactly`)
    return value.toString()
  }
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'string') return canonicalString(value)
  if (typeof value === 'boolean') return String(value)
  if (value instanceof Set) return plainSet(value)
  if (Array.isArray(value)) return `[${value.map(plainJson).join(',')}]`
  const names = Object.keys(value).sort()
  const record = value as { readonly [name: string]: Plain }
  if (names.length === 0) return '[]'
  return `{${names.map((name) => `${canonicalString(name)}:${plainJson(record[name]!)}`).join(',')}}`
}

function plainSet(elements: ReadonlySet<Plain>): string {
  const texts = [...new Set([...elements].map(plainJson))]
  const integers = [...elements].every(
    (element) => typeof element === 'number' || typeof element === 'bigint',
  )
  texts.sort(integers ? (a, b) => Number(BigInt(a) - BigInt(b)) : undefined)
  return `[${texts.join(',')}]`
}
