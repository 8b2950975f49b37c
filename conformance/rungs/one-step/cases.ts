import { deploy } from '../../../model/core/deployed.ts'
import { createFlatEngine } from '../../../model/core/engine.ts'
import type { Graph } from '../../../model/core/explorer.ts'
import { walk } from '../../../model/core/walk.ts'
import { l1Rollup } from '../../../model/l1-rollup/actor.ts'
import { deploymentOf } from '../../../model/l1-rollup/deployment.ts'
import { eventInstances } from '../../../model/l1-rollup/instances.ts'
import { type RefusalName, refusals as refusalOf } from '../../../model/l1-rollup/refusals.ts'
import { eventOfText, eventText, logsOfText, stateOfText, stateText } from '../../../model/l1-rollup/texts.ts'
import type { L1RollupTypes } from '../../../model/l1-rollup/types.ts'
import type { Event, Log, State } from '../../../model/l1-rollup/vocabulary.ts'
import type { Profile } from '../../../spec/parameters.ts'

/** One event instance in a state, with the model's answer: the next state and the logs, or the first refusal. */
export interface Case {
  readonly event: Event
  readonly text: string
  readonly outcome: Accepted | { readonly refusal: RefusalName }
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

/** Every state of an explored graph. Amounts must fit the numbers of JSON, as those of `tiny` do. */
export function* casesOfGraph(graph: Graph<L1RollupTypes>, share = whole): Generator<CaseState> {
  const events = graph.events.map(eventOfText)
  const logs = graph.effectLists.map(logsOfText)
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
            ? { next: stateOfText(graph.states[result]!), logs: logs[graph.effects[instance]!]! }
            : { refusal: graph.refusalSets[-1 - result]![0]! },
      })
    }
    yield { state: stateOfText(text), text, cases }
  }
}

/** The states of seeded walks by their texts, each once: for profiles that are too large to be explored. */
export function statesOfWalks(
  profile: Profile,
  walks: readonly { seed: number; length: number }[],
): Map<string, State> {
  const states = new Map<string, State>()
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
  const rollup = deploy(l1Rollup, profile)
  const deployment = deploymentOf(profile)
  const engine = createFlatEngine(l1Rollup, rollup.machine, rollup.reading)
  let number = 0
  for (const [text, state] of states) {
    if (number++ % share.of !== share.index) continue
    const cases = eventInstances(state, profile, deployment).map((event): Case => {
      const [first] = rollup.failing(state, event)
      if (first) return { event, text: eventText(event), outcome: { refusal: refusalOf[first].refusal } }
      const { state: next, effects: logs } = engine.next(state, event)!
      return { event, text: eventText(event), outcome: { next, logs } }
    })
    yield { state, text, cases }
  }
}
