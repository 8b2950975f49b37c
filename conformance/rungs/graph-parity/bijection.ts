import type { ActorTypes } from '../../../model/core/actor.ts'
import { canonicalText, parseJson } from '../../../model/core/codec.ts'
import { codecsOf } from '../../../model/core/codecs.ts'
import type { Deployed } from '../../../model/core/deployed.ts'
import type { Graph as Exploration } from '../../../model/core/explorer.ts'
import type { StateGraph } from '../../../tla/tlc/graph.ts'
import { answerText } from './answer.ts'
import type { Graph } from './compare.ts'

/*
 * How TLA+ and the statechart say the same thing. Variables, fields and refusals have the same names. The actor's codecs
 * write amounts as integers and an absent value as TLA+'s record for it; what is left is that TLA+ names an event in the
 * field `name`, the statechart in `type`. The history variable `event` of the model-checking module is the only one that
 * is left out; it labels the transitions.
 */

/** The graph of a profile that the statecharts produce. */
export function statechartGraph<T extends ActorTypes>(exploration: Exploration<T>): Graph {
  const { states, events, effectLists, firstInstance, event, outcome } = exploration
  const refusalSets: (readonly string[])[] = [[]]
  for (const set of exploration.refusalSets) refusalSets.push([...set].sort())
  const transitions: number[] = []
  const effects: number[] = []
  const refusals = new Int32Array(event.length * 3)
  for (let state = 0; state < states.length; state++) {
    for (let instance = firstInstance[state]!; instance < firstInstance[state + 1]!; instance++) {
      const result = outcome[instance]!
      if (result >= 0) {
        transitions.push(state, event[instance]!, result)
        effects.push(state, event[instance]!, exploration.effects[instance]!)
      }
      refusals.set([state, event[instance]!, result >= 0 ? 0 : -result], instance * 3)
    }
  }
  return {
    states,
    events,
    effectLists,
    refusalSets,
    initial: [0],
    transitions: Int32Array.from(transitions),
    effects: Int32Array.from(effects),
    refusals,
    answers: [],
    probes: new Int32Array(),
  }
}

/**
 * The same with the statechart's answers to the probes of a profile.
 * @param numbered the graph whose order of states says which of them are probed
 */
export function withProbes<T extends ActorTypes>(
  graph: Graph,
  deployed: Deployed<T>,
  numbered: Pick<Graph, 'states'>,
): Graph {
  const { state: stateCodec } = codecsOf(deployed.actor)
  const ids = new Map(graph.states.map((text, id) => [text, id]))
  const events = [...graph.events]
  const eventIds = new Map(events.map((text, id) => [text, id]))
  // Most of them are among a few: each is kept once.
  const answers = new Map<string, number>()
  const probes: number[] = []
  for (const [number, text] of numbered.states.entries()) {
    const fields = deployed.probedFields(number)
    const id = ids.get(text)
    // That it is missing is a difference of its own.
    if (fields === 0 || id === undefined) continue
    const state = stateCodec.parse(text)
    for (const [eventText, event] of deployed.probesByText(state, fields)) {
      const known = eventIds.get(eventText) ?? events.push(eventText) - 1
      eventIds.set(eventText, known)
      const answer = answerText(deployed, state, event)
      if (!answers.has(answer)) answers.set(answer, answers.size)
      probes.push(id, known, answers.get(answer)!)
    }
  }
  return { ...graph, events, answers: [...answers.keys()], probes: Int32Array.from(probes) }
}

/** The graph of a profile that the model checker explored. */
export function modelCheckerGraph(graph: StateGraph): Graph {
  return { ...graph, events: graph.events.map(eventTextOfTla) }
}

function eventTextOfTla(text: string): string {
  const { name, ...parameters } = parseJson(text) as { name: string } & Record<string, unknown>
  return canonicalText({ ...parameters, type: name })
}
