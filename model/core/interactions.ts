import type { Actor, ActorTypes } from './actor.ts'
import { codecsOf } from './codecs.ts'
import { type Deployed, deploy } from './deployed.ts'
import { explore, type Graph } from './explorer.ts'
import { checksOf } from './reading.ts'

/** An event that writes what a check of another one, or of its own, depends on; and where the check was seen after it. */
export interface Interaction<T extends ActorTypes> {
  readonly writer: T['event']['type']
  readonly reader: T['event']['type']
  readonly check: T['check']
  /** The variables that it is about. */
  readonly variables: readonly string[]
  /** Profiles in which an event with the check was accepted in a state after the writer. */
  readonly passed: readonly string[]
  /** Profiles in which the check failed in such a state. */
  readonly failed: readonly string[]
}

/** How many states of a profile are asked on what their checks depend, and how many values each variable is given. */
const SAMPLED_STATES = 200
const OTHER_VALUES = 5

/** Sets by key. */
class Notes extends Map<string, Set<string>> {
  add(key: string, value: string): void {
    const known = this.get(key)
    if (known) known.add(value)
    else this.set(key, new Set([value]))
  }
  of(key: string): string[] {
    return [...(this.get(key) ?? [])]
  }
}

/**
 * Every interaction of an actor in some profiles, their instances and probes. What an event writes is observed, and so is
 * on what a check depends: on a variable whose value from another state changes its verdict. What no profile moves is
 * written by nobody.
 * @param everywhere variables that are about no event in particular, as the current time
 */
export function interactionsOf<T extends ActorTypes>(
  actor: Actor<T>,
  profiles: readonly T['profile'][],
  everywhere: readonly string[],
): Interaction<T>[] {
  const { reading } = deploy(actor, profiles[0]!)
  const types = reading.eventTypes
  const [writes, dependsOn, passed, failed] = [new Notes(), new Notes(), new Notes(), new Notes()]
  for (const profile of profiles) {
    const deployed = deploy(actor, profile)
    const graph = explore(actor, profile, { engine: 'flat' })
    const { states, events } = parsed(actor, graph)
    noteWrites(graph, states, events, writes)
    noteDependence(deployed, states, dependsOn)
    const before = eventsBefore(
      graph,
      events.map(({ type }) => types.indexOf(type)),
    )
    const see = (id: number, event: T['event'], failing: readonly string[]): void => {
      for (const check of checksOf(reading, event.type)) {
        const notes = failing.includes(check) ? failed : failing.length === 0 ? passed : undefined
        if (!notes) continue
        for (const [number, writer] of types.entries())
          if (before[id]! & (1 << number)) notes.add(`${writer} ${event.type} ${check}`, profile.name)
      }
    }
    const checkOf = new Map(
      Object.entries<{ refusal: string }>(actor.refusals).map(([check, { refusal }]) => [refusal, check]),
    )
    for (const [id, state] of states.entries()) {
      for (let at = graph.firstInstance[id]!; at < graph.firstInstance[id + 1]!; at++) {
        const outcome = graph.outcome[at]!
        const names = outcome >= 0 ? [] : graph.refusalSets[-1 - outcome]!
        see(
          id,
          events[graph.event[at]!]!,
          names.map((name) => checkOf.get(name)!),
        )
      }
      // One field reaches every check; two would take as long as all the rest.
      if (deployed.probedFields(id) > 0)
        for (const event of deployed.probesByText(state, 1).values())
          see(id, event, deployed.failing(state, event))
    }
  }
  return types.flatMap((writer) =>
    types.flatMap((reader) =>
      checksOf(reading, reader).flatMap((check) => {
        const variables = dependsOn
          .of(`${reader} ${check}`)
          .filter((name) => writes.get(writer)?.has(name) && !everywhere.includes(name))
        if (variables.length === 0) return []
        const key = `${writer} ${reader} ${check}`
        return [{ writer, reader, check, variables, passed: passed.of(key), failed: failed.of(key) }]
      }),
    ),
  )
}

function parsed<T extends ActorTypes>(actor: Actor<T>, graph: Graph<T>) {
  const { state, event } = codecsOf(actor)
  return {
    states: graph.states.map((text): T['state'] => state.parse(text)),
    events: graph.events.map((text): T['event'] => event.parse(text)),
  }
}

function noteWrites<T extends ActorTypes>(
  { firstInstance, outcome, event }: Graph<T>,
  states: readonly T['state'][],
  events: readonly T['event'][],
  writes: Notes,
): void {
  const texts = states.map((state) =>
    Object.entries(state).map(([name, value]) => [name, JSON.stringify(value)] as const),
  )
  for (const [id, before] of texts.entries())
    for (let at = firstInstance[id]!; at < firstInstance[id + 1]!; at++) {
      const after = texts[outcome[at]!]
      if (!after) continue
      const { type } = events[event[at]!]!
      for (const [index, [name, value]] of before.entries())
        if (after[index]![1] !== value) writes.add(type, name)
    }
}

function noteDependence<T extends ActorTypes>(
  deployed: Deployed<T>,
  states: readonly T['state'][],
  dependsOn: Notes,
): void {
  const count = Math.min(SAMPLED_STATES, states.length)
  const sampled = Array.from(
    { length: count },
    (_, index) => states[Math.floor((index * states.length) / count)]!,
  )
  for (const [index, state] of sampled.entries()) {
    const others = Array.from({ length: OTHER_VALUES }, (_, i) => sampled[(index * 31 + i * 37 + 1) % count]!)
    for (const event of deployed.instancesByText(state).values()) {
      const verdict = deployed.failing(state, event)
      for (const name of Object.keys(state) as (keyof T['state'] & string)[])
        for (const other of others) {
          const mixed = failingIn(deployed, { ...state, [name]: other[name] }, event)
          for (const check of differing(verdict, mixed ?? verdict))
            dependsOn.add(`${event.type} ${check}`, name)
        }
    }
  }
}

/** A state with a part of another one may mean nothing: then no check has a verdict. */
function failingIn<T extends ActorTypes>(
  deployed: Deployed<T>,
  state: T['state'],
  event: T['event'],
): readonly string[] | undefined {
  try {
    return deployed.failing(state, event)
  } catch {
    return undefined
  }
}

const differing = (left: readonly string[], right: readonly string[]): string[] => [
  ...left.filter((name) => !right.includes(name)),
  ...right.filter((name) => !left.includes(name)),
]

/** By state: one bit for each type of event that some path to it contains. */
function eventsBefore<T extends ActorTypes>(graph: Graph<T>, typeOf: readonly number[]): Int32Array {
  const bits = new Int32Array(graph.states.length)
  // Most steps lead to later states, so that few rounds are needed.
  for (let changed = true; changed; ) {
    changed = false
    for (let id = 0; id < graph.states.length; id++)
      for (let at = graph.firstInstance[id]!; at < graph.firstInstance[id + 1]!; at++) {
        const to = graph.outcome[at]!
        if (to < 0) continue
        const union = bits[to]! | bits[id]! | (1 << typeOf[graph.event[at]!]!)
        if (union === bits[to]) continue
        bits[to] = union
        changed = true
      }
  }
  return bits
}
