import { createFlatEngine } from '../../model/engine.ts'
import type { Graph } from '../../model/explorer.ts'
import { eventInstances } from '../../model/instances.ts'
import { deploymentOf } from '../../model/l1-rollup.machine.ts'
import { eventText, stateText } from '../../model/parity.ts'
import { createRollup } from '../../model/refusal.ts'
import { type RefusalName, refusals as refusalOf } from '../../model/refusals.ts'
import type { Event, State } from '../../model/vocabulary.ts'
import { walk } from '../../model/walk.ts'
import type { Profile } from '../../spec/parameters.ts'
import { eventOfText, stateOfText } from '../parity/bijection.ts'

/** One event instance in a state, with the model's answer: the next state, or the first refusal. */
export interface Case {
  readonly event: Event
  readonly text: string
  readonly outcome: { readonly next: State } | { readonly refusal: RefusalName }
}

/** A state with all its instances. */
export interface CaseState {
  readonly state: State
  readonly text: string
  readonly cases: readonly Case[]
}

/** Every state of an explored graph. Amounts must fit the numbers of JSON, as those of `tiny` do. */
export function* casesOfGraph(graph: Graph): Generator<CaseState> {
  const events = graph.events.map(eventOfText)
  for (const [id, text] of graph.states.entries()) {
    const cases: Case[] = []
    for (let instance = graph.firstInstance[id]!; instance < graph.firstInstance[id + 1]!; instance++) {
      const result = graph.outcome[instance]!
      cases.push({
        event: events[graph.event[instance]!]!,
        text: graph.events[graph.event[instance]!]!,
        outcome:
          result >= 0
            ? { next: stateOfText(graph.states[result]!) }
            : { refusal: graph.refusalSets[-1 - result]![0]! },
      })
    }
    yield { state: stateOfText(text), text, cases }
  }
}

/** Every state of seeded walks, each once: for profiles that are too large to be explored. */
export function* casesOfWalks(
  profile: Profile,
  walks: readonly { seed: number; length: number }[],
): Generator<CaseState> {
  const rollup = createRollup(profile)
  const deployment = deploymentOf(profile)
  const engine = createFlatEngine(rollup.machine, rollup.reading)
  const seen = new Set<string>()
  for (const options of walks) {
    for (const { state } of walk(profile, options)) {
      const text = stateText(state)
      if (seen.has(text)) continue
      seen.add(text)
      const cases = eventInstances(state, profile, deployment).map((event): Case => {
        const [first] = rollup.failing(state, event)
        const outcome = first ? { refusal: refusalOf[first].refusal } : { next: engine.next(state, event)! }
        return { event, text: eventText(event), outcome }
      })
      yield { state, text, cases }
    }
  }
}
