import type { z } from 'zod'

/**
 * One form for a value wherever it is compared or written: JSON with sorted keys and without spaces, amounts of wei as
 * integers, and an absent value as the record that its schema names. TLC's dump, ITF traces and the explorer's keys are
 * this form; equal values have equal text.
 */
export interface Codec<Value> {
  text(value: Value): string
  /** @throws CodecError for text that is not of the schema */
  parse(text: string): Value
  /** The value of plain JSON in this form, integers beyond 2^53 as bigints. @throws CodecError */
  decode(plain: unknown): Value
}

/** Data that does not follow a schema: says where and what was expected. `path`: names and indices from the root. */
export class CodecError extends Error {
  override name = 'CodecError'
  constructor(
    readonly path: readonly PropertyKey[],
    readonly expected: string,
  ) {
    super(`${path.length === 0 ? 'value' : path.join('.')}: expected ${expected}`)
  }
}

/** What a schema says of itself beside its shape, in zod's `meta`. */
export type Marks = {
  /** A decimal string that the form writes as an integer. */
  unit?: 'wei'
  /** Of a nullable schema: what stands for `null`. */
  none?: unknown
}

interface Node {
  text(value: never): string
  decode(plain: unknown, path: readonly PropertyKey[]): unknown
}

/**
 * The codec of a schema of objects, arrays, records, nullables, strings, integers, booleans, enums, literals,
 * discriminated unions and of `never`.
 * @throws TypeError for a schema that holds anything else: a mistake in a vocabulary
 */
export function codecOf<Schema extends z.ZodType>(schema: Schema): Codec<z.infer<Schema>> {
  const node = nodeOf(schema)
  const decode = (plain: unknown): z.infer<Schema> => {
    const value = node.decode(plain, [])
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    const issue = parsed.error.issues[0]!
    throw new CodecError(issue.path, issue.message)
  }
  return {
    text: node.text as (value: z.infer<Schema>) => string,
    parse: (text) => node.decode(parseJson(text), []) as z.infer<Schema>,
    decode,
  }
}

/** JSON with integers beyond 2^53 as bigints. Keys and strings hold no digits between punctuation (names). */
export function parseJson(text: string): unknown {
  const long = /(?<=[:[,])-?[0-9]{16,}(?=[,}\]])/g
  if (!long.test(text)) return JSON.parse(text)
  return JSON.parse(text.replace(long, '"#$&"'), (_, value) =>
    typeof value === 'string' && /^#-?[0-9]+$/.test(value) ? BigInt(value.slice(1)) : value,
  )
}

/** JSON with sorted keys and without spaces. */
export function canonicalText(plain: unknown): string {
  if (typeof plain === 'bigint') return plain.toString()
  if (Array.isArray(plain)) return `[${plain.map(canonicalText).join(',')}]`
  if (typeof plain !== 'object' || plain === null) return JSON.stringify(plain)
  const entries = Object.entries(plain).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${stringText(key)}:${canonicalText(item)}`).join(',')}}`
}

/** What zod keeps of a schema, as far as the form asks for it. */
interface Definition {
  type: string
  shape: Record<string, z.ZodType>
  element: z.ZodType
  valueType: z.ZodType
  innerType: z.ZodType
  options: z.ZodType[]
  discriminator?: string
}

function nodeOf(schema: z.ZodType): Node {
  const inner = schema.def as unknown as Definition
  const marks = (schema.meta() ?? {}) as Marks
  switch (inner.type) {
    case 'string':
      return marks.unit === 'wei' ? wei : string
    case 'number':
      return integer
    // Nothing has it: a list of them is empty.
    case 'never':
    case 'boolean':
      return { text: String, decode: (plain) => plain }
    case 'enum':
    case 'literal':
      return string
    case 'array':
      return arrayOf(nodeOf(inner.element))
    case 'record':
      return recordOf(nodeOf(inner.valueType))
    case 'object':
      return objectOf(inner.shape)
    case 'nullable':
      return nullableOf(nodeOf(inner.innerType), marks.none)
    case 'optional':
      return nodeOf(inner.innerType)
    case 'union':
      if (inner.discriminator) return unionOf(inner.options, inner.discriminator)
  }
  throw new TypeError(`a schema of type ${inner.type} has no canonical form`)
}

/** Names need no escapes; anything else is written as JSON writes it. */
const PLAIN = /^[\w .,:;/@#+-]*$/
const stringText = (value: string): string => (PLAIN.test(value) ? `"${value}"` : JSON.stringify(value))
const string: Node = { text: stringText, decode: (plain) => plain }

const integer: Node = {
  text: String,
  decode: (plain) => (typeof plain === 'bigint' ? Number(plain) : plain),
}

const wei: Node = {
  text: (value: string) => value,
  decode: (plain) => (typeof plain === 'number' || typeof plain === 'bigint' ? String(plain) : plain),
}

function arrayOf(element: Node): Node {
  return {
    text: (items: readonly never[]) => `[${items.map((item) => element.text(item)).join(',')}]`,
    decode(plain, path) {
      if (!Array.isArray(plain)) throw new CodecError(path, 'a list')
      return plain.map((item, index) => element.decode(item, [...path, index]))
    },
  }
}

/** Keys in the order of their code units. */
function recordOf(element: Node): Node {
  return {
    text(values: Readonly<Record<string, never>>) {
      const keys = Object.keys(values).sort()
      // TLC prints a function without a domain as an empty sequence.
      if (keys.length === 0) return '[]'
      return `{${keys.map((key) => `${stringText(key)}:${element.text(values[key]!)}`).join(',')}}`
    },
    decode(plain, path) {
      if (Array.isArray(plain) && plain.length === 0) return {}
      return Object.fromEntries(
        Object.entries(objectAt(plain, path)).map(([key, item]) => [
          key,
          element.decode(item, [...path, key]),
        ]),
      )
    },
  }
}

function objectOf(shape: Readonly<Record<string, z.ZodType>>): Node {
  const fields = Object.entries(shape)
    .map(([name, schema]) => [name, nodeOf(schema)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const heads = fields.map(([name], index) => `${index === 0 ? '{' : ','}"${name}":`)
  const byName = new Map(fields)
  return {
    text(value: Readonly<Record<string, never>>) {
      let text = ''
      for (let at = 0; at < fields.length; at++)
        text += heads[at] + fields[at]![1].text(value[fields[at]![0]]!)
      return `${text}}`
    },
    decode: (plain, path) =>
      Object.fromEntries(
        Object.entries(objectAt(plain, path)).map(([name, item]) => {
          const field = byName.get(name)
          if (!field) throw new CodecError([...path, name], `one of ${[...byName.keys()].join(', ')}`)
          return [name, field.decode(item, [...path, name])]
        }),
      ),
  }
}

function nullableOf(inner: Node, none: unknown): Node {
  const text = canonicalText(none ?? null)
  return {
    text: (value: never) => (value === null ? text : inner.text(value)),
    decode: (plain, path) => (canonicalText(plain) === text ? null : inner.decode(plain, path)),
  }
}

function unionOf(options: readonly z.ZodType[], discriminator: string): Node {
  const byType = new Map(options.map((option) => [literalOf(option, discriminator), nodeOf(option)]))
  return {
    text: (value: Readonly<Record<string, never>>) => byType.get(value[discriminator]!)!.text(value as never),
    decode(plain, path) {
      const type = objectAt(plain, path)[discriminator]
      const node = byType.get(String(type))
      if (!node) throw new CodecError([...path, discriminator], `one of ${[...byType.keys()].join(', ')}`)
      return node.decode(plain, path)
    },
  }
}

/** What an option of a union is known by; those of a union among the options have it in common. */
function literalOf(option: z.ZodType, discriminator: string): string {
  const { shape, options } = option.def as unknown as Partial<Definition>
  if (!shape) return literalOf(options![0]!, discriminator)
  const [literal] = (shape[discriminator] as z.ZodLiteral).def.values
  return String(literal)
}

function objectAt(plain: unknown, path: readonly PropertyKey[]): Readonly<Record<string, unknown>> {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain))
    throw new CodecError(path, 'a record')
  return plain as Readonly<Record<string, unknown>>
}
