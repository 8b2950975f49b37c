import { eventTypes } from '../../model/core/reading.ts'
import { initialState } from '../../model/l1-rollup/initial.ts'
import { stateText } from '../../model/l1-rollup/parity.ts'
import { type Event, eventSchema, type State, stateSchema } from '../../model/l1-rollup/vocabulary.ts'
import type { Profile } from '../../spec/parameters.ts'
import { eventOf, ItfError, type ItfState, type ItfTrace, type ItfValue } from '../../tla/tlc/itf.ts'
import { canonical, eventOfText, stateOfText } from '../rungs/graph-parity/bijection.ts'
import { Course } from './course.ts'
import { eventHere, relativeText } from './lasso.ts'
import type { Trace } from './trace.ts'

/** How often the loop of a lasso is run. */
export const LOOP_ROUNDS = 3

/**
 * Where a trace first does what the statechart does not: what a Bug model is made for, and what no lasso of the rollup's own
 * rules does.
 */
export interface Departure {
  /** Index of the state in the file. */
  readonly state: number
  readonly says: string
}

/** A trace of the model checker as a run, one event per block. */
export interface ItfRun {
  readonly trace: Trace
  readonly departure: Departure | undefined
}

const stateFields = Object.keys(stateSchema.shape)

/**
 * Turns a trace into a run of a profile; the loop of a lasso is run three times, see lasso.ts.
 * @param file for errors
 * @throws ItfError for an unknown event, for parameters that it does not have, for a trace of another profile, and for a
 * loop that no event closes
 */
export function runOfItf(itf: ItfTrace, file: string, profile: Profile): ItfRun {
  const course = new Course(profile)
  const { slotsPerEpoch } = profile.parameters
  const events = itf.states.map((state, index) => eventIn(state, index, file))
  const states = itf.states.map((state, index) => stateIn(state, index, itf.vars, file))
  requireProfile(states[0], profile, file)
  const blocks: Event[][] = []
  let departure: Departure | undefined
  const title = `${file}`
  const wholeEpochsFrom = (there: State, index: number): State => {
    const { state } = course
    if ((state.slot - there.slot) % slotsPerEpoch === 0) return state
    throw fault(
      file,
      index,
      '.slot',
      `a slot that differs from ${state.slot} by whole epochs of ${slotsPerEpoch}`,
    )
  }
  const isLasso = itf.loop !== undefined
  // In a lasso slots are relative, and proposers have other names.
  const text = (state: State): string => (isLasso ? relativeText(state, profile) : stateText(state))
  for (const { from, to } of edges(itf, events, file)) {
    const event = events[to]
    if (!event)
      throw fault(file, to, '["mbt::actionTaken"]', `the name of an event: ${eventTypes.join(', ')}`)
    const there = states[from]
    const here = isLasso && there ? eventHere(event, there, wholeEpochsFrom(there, from), profile) : event
    blocks.push([here])
    const refused = course.follow(here)
    const expected = states[to]
    if (departure) continue
    if (refused.length > 0)
      departure = {
        state: to,
        says: `the statechart refuses ${here.type} with ${refused[0]!.refusal} (${refused[0]!.clause})`,
      }
    else if (expected && text(expected) !== text(course.state))
      departure = {
        state: to,
        says: `the statechart goes to ${text(course.state)}, the trace to ${text(expected)}`,
      }
  }
  return { trace: { title, profile: profile.name, blocks }, departure }
}

/** The steps of a trace in the order in which they are run. */
function edges(
  itf: ItfTrace,
  events: readonly (Event | undefined)[],
  file: string,
): { from: number; to: number }[] {
  const last = itf.states.length - 1
  const steps = Array.from({ length: last }, (_, from) => ({ from, to: from + 1 }))
  const { loop } = itf
  // A lasso that stutters has nothing to run.
  if (loop === undefined || loop === last) return steps
  if (!events[loop]) throw fault(file, loop, '["mbt::actionTaken"]', 'an event that closes the loop')
  for (let round = 1; round <= LOOP_ROUNDS; round++) {
    // The first round is the end of the trace itself.
    if (round > 1) steps.push(...steps.slice(loop, last))
    steps.push({ from: last, to: loop })
  }
  return steps
}

function eventIn(state: ItfState, index: number, file: string): Event | undefined {
  const found = eventOf(state)
  // What the history variable holds before anything happened.
  if (!found || (index === 0 && found.name === 'init')) return undefined
  const type = eventTypes.find((known) => known === found.name)
  if (!type)
    throw fault(file, index, '["mbt::actionTaken"]', `one of ${eventTypes.join(', ')}, found ${found.name}`)
  const parameters = Object.fromEntries(
    Object.entries(found.parameters).map(([name, value]) => [name, plain(value)]),
  )
  const parsed = eventSchema.safeParse(eventOfText(canonical({ ...parameters, type })))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw fault(
    file,
    index,
    `["mbt::nondetPicks"].${issue.path.join('.')}`,
    `parameters of ${type}: ${issue.message}`,
  )
}

/** `undefined` where the trace does not show all variables of the rollup. */
function stateIn(state: ItfState, index: number, vars: readonly string[], file: string): State | undefined {
  if (!stateFields.every((name) => vars.includes(name))) return undefined
  const fields = Object.fromEntries(stateFields.map((name) => [name, plain(state[name] as ItfValue)]))
  // TLC prints a function without a domain as an empty tuple.
  for (const name of ['accounts', 'tokens', 'credits'])
    if (Array.isArray(fields[name]) && fields[name].length === 0) fields[name] = {}
  let read: unknown
  try {
    read = stateOfText(canonical(fields))
  } catch {
    throw fault(file, index, '', 'the variables of the rollup as spec/actors/l1-rollup.md gives them')
  }
  const parsed = stateSchema.safeParse(read)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw fault(file, index, `.${issue.path.join('.')}`, issue.message)
}

/** Whether a trace shows all variables of the rollup and begins in the initial state of a profile. */
export function startsAs(itf: ItfTrace, file: string, profile: Profile): boolean {
  const first = stateIn(itf.states[0]!, 0, itf.vars, file)
  return first !== undefined && stateText(first) === stateText(initialState(profile))
}

/** Names of the provers that have an account in a trace; none where it does not show all variables. */
export const proversIn = (itf: ItfTrace, file: string): string[] =>
  Object.keys(stateIn(itf.states[0]!, 0, itf.vars, file)?.accounts ?? {})

function requireProfile(first: State | undefined, profile: Profile, file: string): void {
  if (!first) return
  const expected = initialState(profile)
  if (stateText(first) === stateText(expected)) return
  const name = stateFields.find(
    (field) => canonical(first[field as keyof State]) !== canonical(expected[field as keyof State]),
  )
  const [want, have] = [expected, first].map((state) => canonical(state[name as keyof State]))
  throw fault(file, 0, `.${name}`, `the initial state of profile ${profile.name}, ${want}, found ${have}`)
}

/** ITF as plain JSON. Numbers of the models are small; amounts beyond 2^53 do not occur in model checking. */
function plain(value: ItfValue): unknown {
  if (typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(plain)
  if ('#bigint' in value) return Number(value['#bigint'])
  if ('#tup' in value) return (value['#tup'] as ItfValue[]).map(plain)
  if ('#set' in value) return (value['#set'] as ItfValue[]).map(plain)
  if ('#map' in value)
    return Object.fromEntries(
      (value['#map'] as [ItfValue, ItfValue][]).map(([key, of]) => [String(plain(key)), plain(of)]),
    )
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, plain(of as ItfValue)]))
}

function fault(file: string, state: number, path: string, expected: string): ItfError {
  return new ItfError(file, `$.states[${state}]${path}`, expected)
}
