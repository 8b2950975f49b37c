import type { ActorTypes } from '../../../model/core/actor.ts'
import { CodecError, canonicalText, parseJson } from '../../../model/core/codec.ts'
import { codecsOf } from '../../../model/core/codecs.ts'
import { type Deployed, deploy } from '../../../model/core/deployed.ts'
import type { Counterexample } from '../../../tla/tlc/counterexample.ts'
import { canonicalJson } from '../../../tla/tlc/value.ts'
import { answerText } from '../graph-parity/answer.ts'
import type { Graph } from '../graph-parity/compare.ts'
import type { AnySubject } from '../subjects.ts'
import type { ReachedPlace } from './causes.ts'
import { parseAnswer } from './places.ts'

/** States of a graph at most, where the statechart has no graph to compare it with. */
const STATES_ASKED = 5_000

/**
 * Where the statechart answers otherwise than a counterexample of the model checker goes. None: it makes the same steps.
 */
export function placesAlong(
  { actor }: AnySubject,
  profile: ActorTypes['profile'],
  name: string,
  { states }: Counterexample,
): ReachedPlace[] {
  const deployed = deploy(actor, profile)
  const fields = Object.keys(actor.schema.state.shape).sort()
  // The state is the variables together, or one variable of their name.
  const texts = states.map(({ variables }) => {
    const own = fields.flatMap((field) => {
      const value = variables.get(field)
      return value ? [`"${field}":${canonicalJson(value)}`] : []
    })
    const whole = variables.get(actor.name)
    return own.length === fields.length || !whole ? `{${own.join(',')}}` : canonicalJson(whole)
  })
  const path: string[] = []
  return states.flatMap(({ variables }, index) => {
    const happened = variables.get('event')
    if (index === 0 || !happened) return []
    const { name: type, ...parameters } = parseJson(canonicalJson(happened)) as { name: string }
    const event = canonicalText({ ...parameters, type })
    const place = answered(deployed, name, texts[index - 1]!, event, [...path])
    path.push(event)
    return place ? [{ ...place, left: { refusals: [], next: texts[index]! } }] : []
  })
}

/** Where the statechart answers otherwise than a graph of the model checker says, in its first states. */
export function placesIn(
  { actor }: AnySubject,
  profile: ActorTypes['profile'],
  name: string,
  graph: Graph,
): ReachedPlace[] {
  const deployed = deploy(actor, profile)
  const next = new Map<string, number>()
  for (let at = 0; at < graph.transitions.length; at += 3)
    next.set(`${graph.transitions[at]} ${graph.transitions[at + 1]}`, graph.transitions[at + 2]!)
  const paths = new Map<number, readonly string[]>(graph.initial.map((id) => [id, []]))
  const places: ReachedPlace[] = []
  const rows = byFirst(graph.refusals)
  const queue = [...graph.initial]
  for (let head = 0; head < Math.min(queue.length, STATES_ASKED); head++) {
    const id = queue[head]!
    const path = paths.get(id)!
    for (const at of rows.get(id) ?? []) {
      const [event, set] = [graph.refusals[at + 1]!, graph.refusals[at + 2]!]
      const text = graph.events[event]!
      const to = next.get(`${id} ${event}`)
      const left = {
        refusals: graph.refusalSets[set]!,
        ...(to !== undefined && { next: graph.states[to]! }),
      }
      const place = answered(deployed, name, graph.states[id]!, text, path)
      if (place) places.push({ ...place, left })
      if (to === undefined || paths.has(to)) continue
      paths.set(to, [...path, text])
      queue.push(to)
    }
  }
  return places
}

function byFirst(triples: Int32Array): Map<number, number[]> {
  const rows = new Map<number, number[]>()
  for (let at = 0; at < triples.length; at += 3) {
    const known = rows.get(triples[at]!)
    if (known) known.push(at)
    else rows.set(triples[at]!, [at])
  }
  return rows
}

/** The statechart's answer at a place; `undefined` where TLA+ has a state or an event that the statechart cannot read. */
function answered<T extends ActorTypes>(
  deployed: Deployed<T>,
  profile: string,
  state: string,
  event: string,
  path: readonly string[],
): Omit<ReachedPlace, 'left'> | undefined {
  const codecs = codecsOf(deployed.actor)
  try {
    const [here, happened] = [codecs.state.decode(parseJson(state)), codecs.event.decode(parseJson(event))]
    return { profile, state, event, path, right: parseAnswer(answerText(deployed, here, happened)) }
  } catch (error) {
    if (error instanceof CodecError) return undefined
    throw error
  }
}
