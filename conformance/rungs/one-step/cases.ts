import fc from 'fast-check'
import { type Deployed, deploy } from '../../../model/core/deployed.ts'
import { createFlatEngine } from '../../../model/core/engine.ts'
import type { Graph } from '../../../model/core/explorer.ts'
import { walk } from '../../../model/core/walk.ts'
import { l1Rollup } from '../../../model/l1-rollup/actor.ts'
import { pairs } from '../../../model/l1-rollup/arbitrary.ts'
import { initialState } from '../../../model/l1-rollup/initial.ts'
import { type RefusalName, refusals as refusalOf } from '../../../model/l1-rollup/refusals.ts'
import { eventOfText, eventText, logsOfText, stateOfText, stateText } from '../../../model/l1-rollup/texts.ts'
import type { L1RollupTypes } from '../../../model/l1-rollup/types.ts'
import type { Event, Log, State } from '../../../model/l1-rollup/vocabulary.ts'
import type { Profile } from '../../../spec/parameters.ts'

/** One event instance in a state, with the model's answer: the next state and the logs, or its refusals in their order. */
export interface Case {
  readonly event: Event
  readonly text: string
  readonly outcome: Accepted | { readonly refusals: readonly RefusalName[] }
  /** Asked about beside the instances of the state. */
  readonly isProbe?: boolean
}

export interface Accepted {
  readonly next: State
  readonly logs: readonly Log[]
}

/** A state with all its instances. */
export interface CaseState {
  readonly state: State
  readonly text: string
  readonly cases: readonly Case[]
}

/** Every so-manieth state: those whose number leaves remainder `index`. For work that is divided among processes. */
export interface Share {
  readonly index: number
  readonly of: number
}

const whole: Share = { index: 0, of: 1 }

/** How many of so many states belong to a share. */
export const shareOf = (states: number, { index, of }: Share): number => Math.ceil((states - index) / of)

/**
 * Every state of an explored graph, probed where the profile says so. Amounts must fit the numbers of JSON, as those of
 * `tiny` do.
 */
export function* casesOfGraph(
  profile: Profile,
  graph: Graph<L1RollupTypes>,
  share = whole,
): Generator<CaseState> {
  const probesOf = createProbes(deploy(l1Rollup, profile))
  const events = graph.events.map(eventOfText)
  const logs = graph.effectLists.map(logsOfText)
  const stateAt = rememberingLast(graph.states, SUCCESSORS_KEPT)
  for (let id = share.index; id < graph.states.length; id += share.of) {
    const text = graph.states[id]!
    const cases: Case[] = []
    for (let instance = graph.firstInstance[id]!; instance < graph.firstInstance[id + 1]!; instance++) {
      const result = graph.outcome[instance]!
      cases.push({
        event: events[graph.event[instance]!]!,
        text: graph.events[graph.event[instance]!]!,
        outcome:
          result >= 0
            ? { next: stateAt(result), logs: logs[graph.effects[instance]!]! }
            : { refusals: graph.refusalSets[-1 - result]! },
      })
    }
    const state = stateOfText(text)
    yield { state, text, cases: [...cases, ...probesOf(state, id)] }
  }
}

/** States near each other in the order of discovery lead to the same ones. */
const SUCCESSORS_KEPT = 4_000

/** Reads states by their numbers, and keeps so many. */
function rememberingLast(texts: readonly string[], most: number): (id: number) => State {
  const kept = new Map<number, State>()
  return (id) => {
    const known = kept.get(id)
    if (known) return known
    if (kept.size >= most) kept.delete(kept.keys().next().value!)
    const state = stateOfText(texts[id]!)
    kept.set(id, state)
    return state
  }
}

/** The statechart's answers to the probes of a state, where its number in the order of discovery asks for them. */
function createProbes(deployed: Deployed<L1RollupTypes>): (state: State, number: number) => Case[] {
  const answer = createAnswers(deployed)
  return (state, number) => {
    const fields = deployed.probedFields(number)
    if (fields === 0) return []
    const probes = [...deployed.probesByText(state, fields).values()]
    return probes.map((event) => ({ ...answer(state, event), isProbe: true }))
  }
}

/** The states of seeded walks, that at their start first, by their texts, each once: for profiles that are too large to be explored. */
export function statesOfWalks(
  profile: Profile,
  walks: readonly { seed: number; length: number }[],
): Map<string, State> {
  const initial = initialState(profile)
  const states = new Map<string, State>([[stateText(initial), initial]])
  for (const options of walks)
    for (const { state } of walk(l1Rollup, profile, options)) states.set(stateText(state), state)
  return states
}

/** The given states of a profile, by their texts. */
export function* casesOfStates(
  profile: Profile,
  states: ReadonlyMap<string, State>,
  share = whole,
): Generator<CaseState> {
  const deployed = deploy(l1Rollup, profile)
  const answer = createAnswers(deployed)
  const probesOf = createProbes(deployed)
  let number = 0
  for (const [text, state] of states) {
    const own = number++
    if (own % share.of !== share.index) continue
    const cases = deployed.instances(state).map((event) => answer(state, event))
    yield { state, text, cases: [...cases, ...probesOf(state, own)] }
  }
}

/** What is drawn of a profile, from which seed. */
export interface Pairs {
  readonly seed: number
  readonly states: number
  readonly eventsPerState: number
}

/** Half of the states lie within the first slots, half anywhere up to the greatest slot that the contracts store. */
const latestSlots = [60, 2 ** 32 - 3]

/** Coherent pairs, reachable or not, at the widths that the EVM has. */
export function* casesOfPairs(
  profile: Profile,
  { seed, states, eventsPerState }: Pairs,
  share = whole,
): Generator<CaseState> {
  const deployed = deploy(l1Rollup, profile)
  const answer = createAnswers(deployed)
  const drawn = latestSlots.flatMap((latest, part) =>
    fc.sample(pairs(profile, deployed.deployment, latest, eventsPerState, latest), {
      seed: seed + part,
      numRuns: states / latestSlots.length,
    }),
  )
  for (const [number, { state, events }] of drawn.entries()) {
    if (number % share.of !== share.index) continue
    yield { state, text: stateText(state), cases: events.map((event) => answer(state, event)) }
  }
}

/** The statechart's answers to single events. */
export function createAnswers(deployed: Deployed<L1RollupTypes>): (state: State, event: Event) => Case {
  const engine = createFlatEngine(l1Rollup, deployed.machine, deployed.reading)
  return (state, event) => {
    const text = eventText(event)
    const failing = deployed.failing(state, event)
    if (failing.length > 0)
      return { event, text, outcome: { refusals: failing.map((check) => refusalOf[check].refusal) } }
    const { state: next, effects: logs } = engine.next(state, event)!
    return { event, text, outcome: { next, logs } }
  }
}
