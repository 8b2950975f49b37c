/**
 * The Informal Trace Format (Apalache ADR-015): traces as JSON. Event names and parameters stand in the keys that
 * Quint uses for model-based testing.
 */
import { z } from 'zod'
import type { Counterexample } from './counterexample.ts'
import type { TlaValue } from './value.ts'

/** Key of a state for the name of the event that led to it. */
export const actionTakenKey = 'mbt::actionTaken'
/** Key of a state for a record of the event's parameters, each `{tag:'Some',value}` or `{tag:'None',…}`. */
export const nondetPicksKey = 'mbt::nondetPicks'

const formatDescription = 'https://apalache-mc.org/docs/adr/015adr-trace.html'

export type ItfValue =
  | boolean
  | string
  | ItfValue[]
  | { '#bigint': string }
  | { '#tup': ItfValue[] }
  | { '#set': ItfValue[] }
  | { '#map': [ItfValue, ItfValue][] }
  | { '#unserializable': string }
  | { [field: string]: ItfValue }

export interface ItfState {
  '#meta'?: Record<string, unknown>
  [variable: string]: ItfValue | Record<string, unknown> | undefined
}

export interface ItfTrace {
  '#meta'?: Record<string, unknown>
  params?: string[]
  vars: string[]
  states: ItfState[]
  /** Index (0-based) of the state that follows the last one; absent for a finite trace. */
  loop?: number
}

/** An event that happened: its name and its parameters. */
export interface ItfEvent {
  name: string
  parameters: Record<string, ItfValue>
}

/** A file is not a trace. `jsonPath`: where in it, e.g. `$.states[2].slot`. */
export class ItfError extends Error {
  constructor(
    readonly file: string,
    readonly jsonPath: string,
    readonly expected: string,
  ) {
    super(`${file}: at ${jsonPath}: expected ${expected}`)
    this.name = 'ItfError'
  }
}

/** Integers as `#bigint`, functions as `#map`, sets as `#set`; a model value becomes the string of its name. */
export function toItfValue(value: TlaValue): ItfValue {
  switch (value.kind) {
    case 'int':
      return { '#bigint': value.value.toString() }
    case 'string':
    case 'bool':
      return value.value
    case 'model':
      return value.name
    case 'sequence':
      return value.elements.map(toItfValue)
    case 'set':
      return { '#set': value.elements.map(toItfValue) }
    case 'record':
      return Object.fromEntries(value.fields.map(([name, field]) => [name, toItfValue(field)]))
    case 'function':
      return { '#map': value.pairs.map(([key, to]) => [toItfValue(key), toItfValue(to)]) }
  }
}

export interface ToItfOptions {
  /** Index of the loop's first state, if not the counterexample's own. Stuttering loops at the last state. */
  loop?: number
  /** Entries of the trace's `#meta`, besides the format. */
  meta?: Record<string, unknown>
  /**
   * The history variable that holds the event, a record with `name` and parameters. It moves to the `mbt::` keys.
   */
  eventVariable?: string
}

/** A counterexample as a trace. Throws a `TypeError` if the event variable holds no record with a name. */
export function toItf(counterexample: Counterexample, options: ToItfOptions = {}): ItfTrace {
  const { eventVariable } = options
  const events = counterexample.states.map(({ variables }) => {
    const value = eventVariable === undefined ? undefined : variables.get(eventVariable)
    return eventVariable === undefined ? undefined : readEvent(eventVariable, value)
  })
  const picks = new Set(events.flatMap((event) => Object.keys(event?.parameters ?? {})))
  const vars = [...counterexample.states[0]!.variables.keys()].filter((name) => name !== eventVariable)
  const states = counterexample.states.map(({ variables }, index) => {
    const state: ItfState = { '#meta': { index } }
    for (const name of vars) state[name] = toItfValue(variables.get(name)!)
    const event = events[index]
    return event === undefined ? state : withEvent(state, event, picks)
  })
  const own = counterexample.loop === 'stuttering' ? states.length - 1 : counterexample.loop
  const loop = options.loop ?? own
  return {
    '#meta': { format: 'ITF', 'format-description': formatDescription, ...options.meta },
    vars: eventVariable === undefined ? vars : [...vars, actionTakenKey, nondetPicksKey],
    states,
    ...(loop === undefined ? {} : { loop }),
  }
}

/**
 * A state with the event that led to it in Quint's keys. `picks`: names of the parameters of all events of the
 * trace; those that this event lacks are `None`.
 */
export function withEvent(state: ItfState, event: ItfEvent, picks: Iterable<string>): ItfState {
  const none: ItfValue = { tag: 'None', value: { '#tup': [] } }
  const nondetPicks: Record<string, ItfValue> = {}
  for (const name of [...picks].sort()) {
    const value = event.parameters[name]
    nondetPicks[name] = value === undefined ? none : { tag: 'Some', value }
  }
  return { ...state, [actionTakenKey]: event.name, [nondetPicksKey]: nondetPicks }
}

function readEvent(variable: string, value: TlaValue | undefined): ItfEvent {
  const fields = new Map(value?.kind === 'record' ? value.fields : [])
  const name = fields.get('name')
  if (name?.kind !== 'string') throw new TypeError(`The variable ${variable} holds no record with a name`)
  fields.delete('name')
  const parameters = Object.fromEntries([...fields].map(([field, of]) => [field, toItfValue(of)]))
  return { name: name.value, parameters }
}

/** The event that led to a state of a trace, from Quint's keys; `undefined` where the trace has none. */
export function eventOf(state: ItfState): ItfEvent | undefined {
  const name = state[actionTakenKey]
  if (typeof name !== 'string') return undefined
  const picks = (state[nondetPicksKey] ?? {}) as Record<string, { tag: string; value: ItfValue }>
  const parameters: Record<string, ItfValue> = {}
  for (const [pick, { tag, value }] of Object.entries(picks)) if (tag === 'Some') parameters[pick] = value
  return { name, parameters }
}

/** The trace as text, one state per line: made to be read and compared. */
export function printItf(trace: ItfTrace): string {
  const { states, ...rest } = trace
  const head = JSON.stringify(rest, null, 2).slice(0, -2)
  const lines = states.map((state) => `    ${JSON.stringify(state)}`)
  return `${head},\n  "states": [\n${lines.join(',\n')}\n  ]\n}\n`
}

type Path = (string | number)[]
type Fault = { path: Path; expected: string }

const fault = (path: Path, expected: string): Fault => ({ path, expected })

/** The first thing that is wrong with a value, in the order of the text. */
function faultInValue(value: unknown, path: Path): Fault | undefined {
  if (typeof value === 'boolean' || typeof value === 'string') return undefined
  if (typeof value === 'number') return fault(path, 'an integer written as {"#bigint":"…"}, not a number')
  if (value === null || typeof value !== 'object') return fault(path, 'a value')
  if (Array.isArray(value)) return faultInList(value, path)
  const names = Object.keys(value)
  const tag = names.find((name) => name.startsWith('#'))
  if (tag === undefined)
    return first(Object.entries(value), ([name, of]) => faultInValue(of, [...path, name]))
  const check = tagged[tag]
  if (check === undefined) return fault(path, `one of ${Object.keys(tagged).join(', ')}, found ${tag}`)
  if (names.length > 1) return fault(path, `${tag} to stand alone`)
  return check((value as Record<string, unknown>)[tag], [...path, tag])
}

const tagged: Record<string, (value: unknown, path: Path) => Fault | undefined> = {
  '#bigint': (value, path) =>
    typeof value === 'string' && /^-?[0-9]+$/.test(value)
      ? undefined
      : fault(path, 'a string of decimal digits'),
  '#tup': faultInList,
  '#set': faultInList,
  '#map': (value, path) => {
    if (!Array.isArray(value)) return fault(path, 'an array of [key, value] pairs')
    return first([...value.entries()], ([i, pair]) => {
      const isPair = Array.isArray(pair) && pair.length === 2
      return isPair ? faultInList(pair, [...path, i]) : fault([...path, i], 'a pair [key, value]')
    })
  },
  '#unserializable': (value, path) => (typeof value === 'string' ? undefined : fault(path, 'a string')),
}

function faultInList(value: unknown, path: Path): Fault | undefined {
  if (!Array.isArray(value)) return fault(path, 'an array of values')
  return first([...value.entries()], ([i, element]) => faultInValue(element, [...path, i]))
}

function first<T>(items: T[], check: (item: T) => Fault | undefined): Fault | undefined {
  for (const item of items) {
    const found = check(item)
    if (found !== undefined) return found
  }
  return undefined
}

function faultInState(state: Record<string, unknown>, vars: string[], path: Path): Fault | undefined {
  const names = Object.keys(state).filter((name) => name !== '#meta')
  const missing = vars.find((name) => !names.includes(name))
  if (missing !== undefined) return fault(path, `a value for the variable ${missing}`)
  const known = (name: string) => vars.includes(name) || name === actionTakenKey || name === nondetPicksKey
  return (
    first(names, (name) => (known(name) ? undefined : fault([...path, name], 'a variable listed in vars'))) ??
    first(names, (name) => faultInValue(state[name], [...path, name])) ??
    faultInEvent(state, path)
  )
}

function faultInEvent(state: Record<string, unknown>, path: Path): Fault | undefined {
  const name = state[actionTakenKey]
  if (name !== undefined && typeof name !== 'string')
    return fault([...path, actionTakenKey], 'the name of an event')
  const picks = state[nondetPicksKey]
  if (picks === undefined) return undefined
  if (picks === null || typeof picks !== 'object' || Array.isArray(picks)) {
    return fault([...path, nondetPicksKey], 'a record of parameters')
  }
  return first(Object.entries(picks), ([pick, option]) => {
    const { tag, value } = (option ?? {}) as { tag?: unknown; value?: unknown }
    const good = (tag === 'Some' || tag === 'None') && value !== undefined
    return good
      ? undefined
      : fault([...path, nondetPicksKey, pick], '{"tag":"Some","value":…} or {"tag":"None","value":…}')
  })
}

const meta = z.record(z.string(), z.unknown())

const traceSchema = z
  .looseObject({
    '#meta': meta.optional(),
    params: z.array(z.string()).optional(),
    vars: z.array(z.string()).min(1),
    states: z.array(z.looseObject({ '#meta': meta.optional() })).min(1),
    loop: z.int().min(0).optional(),
  })
  .superRefine((trace, context) => {
    const outside = trace.loop !== undefined && trace.loop >= trace.states.length
    const found = outside
      ? fault(['loop'], `an index below ${trace.states.length}, the number of states`)
      : first([...trace.states.entries()], ([i, state]) => faultInState(state, trace.vars, ['states', i]))
    if (found !== undefined) context.addIssue({ code: 'custom', path: found.path, message: found.expected })
  })

/**
 * Reads a trace. `file`: its path, for errors.
 *
 * Throws {@link ItfError} for text that is no JSON (truncated, for example) and for JSON that is no trace.
 */
export function parseItf(text: string, file: string): ItfTrace {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    const end = text.trimEnd().endsWith('}') ? '' : ' (the file ends in the middle)'
    throw new ItfError(file, '$', `JSON${end}: ${(cause as Error).message}`)
  }
  const parsed = traceSchema.safeParse(json)
  if (parsed.success) return parsed.data as ItfTrace
  const issue = parsed.error.issues[0]!
  const expected = issue.message.replace(/^Invalid input: expected /, '')
  throw new ItfError(file, jsonPath(issue.path), expected)
}

function jsonPath(keys: PropertyKey[]): string {
  const step = (key: PropertyKey) => {
    if (typeof key === 'number') return `[${key}]`
    const name = String(key)
    return /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`
  }
  return `$${keys.map(step).join('')}`
}

/** A value as plain JSON: tuples and sets as lists, functions as records, integers beyond 2^53 as bigints. */
export function plainOfItf(value: ItfValue): unknown {
  if (typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(plainOfItf)
  if ('#bigint' in value) {
    const integer = BigInt(value['#bigint'] as string)
    return Number.isSafeInteger(Number(integer)) ? Number(integer) : integer
  }
  if ('#tup' in value) return (value['#tup'] as ItfValue[]).map(plainOfItf)
  if ('#set' in value) return (value['#set'] as ItfValue[]).map(plainOfItf)
  if ('#map' in value)
    return Object.fromEntries(
      (value['#map'] as [ItfValue, ItfValue][]).map(([key, of]) => [String(plainOfItf(key)), plainOfItf(of)]),
    )
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, plainOfItf(of as ItfValue)]))
}
