import { CodecError, canonicalText, parseJson } from '../../model/core/codec.ts'
import { codecsOf } from '../../model/core/codecs.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { offsetNow } from '../../model/l1-rollup/chain.ts'
import { effective } from '../../model/l1-rollup/due.ts'
import { initialState } from '../../model/l1-rollup/initial.ts'
import { type Event, eventTypes, type State, stateSchema } from '../../model/l1-rollup/vocabulary.ts'
import type { Profile } from '../../spec/parameters.ts'
import {
  eventOf,
  ItfError,
  type ItfState,
  type ItfTrace,
  type ItfValue,
  plainOfItf,
} from '../../tla/tlc/itf.ts'
import { leavesThatDiffer, tellLeaves } from '../leaves.ts'
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
  /** What the statechart does instead; where it goes elsewhere, field by field, a line each. */
  readonly says: string
}

/** A trace of the model checker as a run, one event per block. */
export interface ItfRun {
  readonly trace: Trace
  readonly departure: Departure | undefined
}

const { state: stateCodec, event: eventCodec } = codecsOf(l1Rollup)
const stateText = stateCodec.text
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
    const offset = (at: State): number => offsetNow(at, profile.parameters)
    if (offset(state) === offset(there)) return state
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
  // A model whose time itself carries out what is due is followed by one that waits for the next event (PRUNE-4).
  const settled = (state: State): State => (isLasso ? effective(state, profile.parameters) : state)
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
    else if (expected && ![course.state, settled(course.state)].map(text).includes(text(expected)))
      departure = {
        state: to,
        says: `the statechart goes elsewhere\n${fieldsOf(text(expected), text(course.state))}`,
      }
  }
  return { trace: { title, profile: profile.name, blocks }, departure }
}

const fieldsOf = (trace: string, model: string): string =>
  tellLeaves(leavesThatDiffer(parseJson(trace), parseJson(model)), 'trace', 'model')

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
    Object.entries(found.parameters).map(([name, value]) => [name, plainOfItf(value)]),
  )
  try {
    return eventCodec.decode({ ...parameters, type })
  } catch (error) {
    if (!(error instanceof CodecError)) throw error
    const { path, expected } = error
    throw fault(file, index, `["mbt::nondetPicks"].${path.join('.')}`, `parameters of ${type}: ${expected}`)
  }
}

/** `undefined` where the trace does not show all variables of the rollup. */
function stateIn(state: ItfState, index: number, vars: readonly string[], file: string): State | undefined {
  if (!stateFields.every((name) => vars.includes(name))) return undefined
  const fields = Object.fromEntries(stateFields.map((name) => [name, plainOfItf(state[name] as ItfValue)]))
  try {
    return stateCodec.decode(fields)
  } catch (error) {
    if (!(error instanceof CodecError)) throw error
    throw fault(file, index, `.${error.path.join('.')}`, error.expected)
  }
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
    (field) => canonicalText(first[field as keyof State]) !== canonicalText(expected[field as keyof State]),
  )
  const [want, have] = [expected, first].map((state) => canonicalText(state[name as keyof State]))
  throw fault(file, 0, `.${name}`, `the initial state of profile ${profile.name}, ${want}, found ${have}`)
}

function fault(file: string, state: number, path: string, expected: string): ItfError {
  return new ItfError(file, `$.states[${state}]${path}`, expected)
}
