import type { z } from 'zod'
import { parseJson } from '../../model/core/codec.ts'
import { eventText, stateText } from '../../model/l1-rollup/texts.ts'
import { type Event, type State, stateSchema } from '../../model/l1-rollup/vocabulary.ts'
import {
  actionTakenKey,
  type ItfState,
  type ItfTrace,
  type ItfValue,
  nondetPicksKey,
  withEvent,
} from '../../tla/tlc/itf.ts'

/** An event and the state after it. */
export interface RunStep {
  readonly event: Event
  readonly state: State
}

const variables = Object.keys(stateSchema.shape)
/** Variables that are functions, of prover or holder. */
const functions = new Set(
  Object.entries(stateSchema.shape)
    .filter(([, schema]) => (schema as z.ZodType).def.type === 'record')
    .map(([name]) => name),
)

/**
 * A run as a trace that `lockstep replay` takes.
 * @param profile name of the profile
 */
export function itfOfRun(profile: string, initial: State, steps: readonly RunStep[]): ItfTrace {
  const events = steps.map(({ event }) => parametersOf(event))
  const picks = new Set(events.flatMap((parameters) => Object.keys(parameters)))
  const states = [initial, ...steps.map(({ state }) => state)].map((state, index) => {
    const shown = { '#meta': { index }, ...variablesOf(state) }
    const event = { name: steps[index - 1]?.event.type ?? 'init', parameters: events[index - 1] ?? {} }
    return withEvent(shown, event, picks)
  })
  return {
    '#meta': {
      format: 'ITF',
      'format-description': 'https://apalache-mc.org/docs/adr/015adr-trace.html',
      profile,
    },
    vars: [...variables, actionTakenKey, nondetPicksKey],
    states,
  }
}

function variablesOf(state: State): ItfState {
  const plain = parseJson(stateText(state)) as Record<string, unknown>
  return Object.fromEntries(
    variables.map((name) => [name, functions.has(name) ? mapOf(plain[name]) : itfOf(plain[name])]),
  )
}

function parametersOf(event: Event): Record<string, ItfValue> {
  const { type, ...plain } = parseJson(eventText(event)) as Record<string, unknown>
  return Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, itfOf(value)]))
}

const mapOf = (plain: unknown): ItfValue => ({
  '#map': Object.entries(plain as object).map(([key, value]) => [key, itfOf(value)]),
})

function itfOf(plain: unknown): ItfValue {
  if (typeof plain === 'number' || typeof plain === 'bigint') return { '#bigint': plain.toString() }
  if (typeof plain === 'string' || typeof plain === 'boolean') return plain
  if (Array.isArray(plain)) return plain.map(itfOf)
  return Object.fromEntries(Object.entries(plain as object).map(([name, value]) => [name, itfOf(value)]))
}
