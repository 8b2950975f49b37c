import type { Actor, ActorTypes } from './actor.ts'
import { codecsOf } from './codecs.ts'
import { type Deployed, deploy } from './deployed.ts'
import { explore, type Graph } from './explorer.ts'
import { checksOf } from './reading.ts'

/** An event that writes what a check of another one, or of its own, depends on; and where the check was seen after it. */
export interface Interaction {
  readonly writer: string
  readonly reader: string
  readonly check: string
  /** The variables that it is about. */
  readonly variables: readonly string[]
  /** A profile in which an event with the check was accepted in a state after the writer. */
  readonly passed: string | undefined
  /** A profile in which the check failed in such a state. */
  readonly failed: string | undefined
}

/** What was explored of an actor, or of some that are composed, in one profile. */
export interface Explored<State, Event extends { readonly type: string }> {
  readonly profile: string
  readonly graph: Graph<ActorTypes>
  /** By the ids of the graph. */
  readonly states: readonly State[]
  readonly events: readonly Event[]
  /** The names of the checks of a set of refusals of an event. */
  checksIn(refusals: readonly string[]): readonly string[]
  instances(state: State): Iterable<Event>
  /** The names of all checks that fail. */
  failing(state: State, event: Event): readonly string[]
  /** What events write and checks depend on, by name. */
  variables(state: State): Readonly<Record<string, unknown>>
  /** A state with one variable of another. */
  mixed(state: State, variable: string, other: State): State
  /** A state in which everybody has read what such a variable shows; undefined where nobody reads it but its own actor. */
  read?(state: State, variable: string): State | undefined
}

/** How many states of a profile are asked on what their checks depend, and how many values each variable is given. */
const SAMPLED_STATES = 200
const OTHER_VALUES = 5
/** Types of events are bits of a number. */
const MOST_TYPES = 31

/**
 * What profile after profile shows of the interactions of some events. What an event writes is observed, and so is on what
 * a check depends: on a variable whose value from another state changes its verdict. What no profile moves is written by
 * nobody.
 */
export class Interactions<State, Event extends { readonly type: string }> {
  readonly #everywhere: ReadonlySet<string>
  readonly #writes = new Notes()
  readonly #dependsOn = new Notes()
  readonly #passed = new Sides()
  readonly #failed = new Sides()

  /**
   * @param types of events
   * @param everywhere variables that are about no event in particular, as the current time
   * @param sampled states of a profile that are asked on what their checks depend, at most
   * @param checks of a type of event, where all of them are known
   */
  constructor(
    private readonly types: readonly string[],
    everywhere: readonly string[],
    private readonly sampled: number,
    private readonly checks?: (type: string) => readonly string[],
  ) {
    if (types.length > MOST_TYPES)
      throw new RangeError(`${types.length} types of events: expected at most ${MOST_TYPES}`)
    this.#everywhere = new Set(everywhere)
  }

  /** @returns by state: one bit for each type of event that some path to it contains */
  see(explored: Explored<State, Event>): Int32Array {
    const { graph, events } = explored
    const typeOf = Uint8Array.from(events, ({ type }) => this.types.indexOf(type))
    const variables = explored.states.map((state) => this.#texts(explored.variables(state)))
    this.#noteWrites(graph, typeOf, variables)
    this.#noteDependence(explored, variables)
    const before = eventsBefore(graph, typeOf)
    this.#noteSides(explored, typeOf, before)
    return before
  }

  /** One event more that was asked about after some others, with the names of its failing checks. */
  saw(profile: string, before: number, type: string, failing: readonly string[]): void {
    if (failing.length === 0) this.#passed.add(type, before, profile)
    for (const check of failing) this.#failed.add(`${type} ${check}`, before, profile)
  }

  /** The types of events of which a side was not seen yet after some of these. */
  unseen(before: number): Set<string> {
    const isBefore = ({ writer }: Interaction): boolean => (before & this.#bit(writer)) !== 0
    return new Set(
      this.all()
        .filter((it) => (!it.passed || !it.failed) && isBefore(it))
        .map(({ reader }) => reader),
    )
  }

  all(): Interaction[] {
    return this.types.flatMap((writer) =>
      this.#dependsOn.keys().flatMap((key): Interaction[] => {
        const [reader, check] = key.split(' ') as [string, string]
        const variables = this.#dependsOn.of(key).filter((name) => this.#writes.has(writer, name))
        if (variables.length === 0) return []
        const bit = this.#bit(writer)
        const [passed, failed] = [this.#passed.first(reader, bit), this.#failed.first(key, bit)]
        return [{ writer, reader, check, variables, passed, failed }]
      }),
    )
  }

  #bit(type: string): number {
    return 1 << this.types.indexOf(type)
  }

  #texts(variables: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
    const asked = Object.entries(variables).filter(([name]) => !this.#everywhere.has(name))
    return new Map(asked.map(([name, value]) => [name, JSON.stringify(value)]))
  }

  #noteWrites(
    { firstInstance, outcome, event }: Graph<ActorTypes>,
    typeOf: Uint8Array,
    variables: readonly ReadonlyMap<string, string>[],
  ): void {
    for (const [id, before] of variables.entries())
      for (let at = firstInstance[id]!; at < firstInstance[id + 1]!; at++) {
        const after = outcome[at]! >= 0 ? variables[outcome[at]!]! : before
        if (after === before) continue
        const type = this.types[typeOf[event[at]!]!]!
        for (const [name, text] of before) if (after.get(name) !== text) this.#writes.add(type, name)
      }
  }

  #noteDependence(
    { states, instances, failing, mixed, read }: Explored<State, Event>,
    variables: readonly ReadonlyMap<string, string>[],
  ): void {
    const count = Math.min(this.sampled, states.length)
    const sampled = Array.from({ length: count }, (_, index) => Math.floor((index * states.length) / count))
    for (const [index, id] of sampled.entries()) {
      const state = states[id]!
      const others = Array.from(
        { length: OTHER_VALUES },
        (_, i) => sampled[(index * 31 + i * 37 + 1) % count]!,
      )
      const asked = [...instances(state)]
      const verdicts = asked.map((event) => failing(state, event))
      for (const [name, own] of variables[id]!) {
        // A value that is asked about already says nothing new.
        const values = new Map(others.map((other) => [variables[other]!.get(name)!, other]))
        values.delete(own)
        const known = tried(() => read?.(state, name))
        const verdictsKnown = known && asked.map((event) => tried(() => failing(known, event)))
        for (const other of values.values()) {
          const changed = mixed(state, name, states[other]!)
          const changedKnown = known && tried(() => read?.(changed, name))
          for (const [place, event] of asked.entries()) {
            if (this.#knowsAll(event.type, name)) continue
            const note = (before: readonly string[] | undefined, at: State | undefined): void => {
              const after = at && tried(() => failing(at, event))
              if (before && after)
                for (const check of differing(before, after))
                  this.#dependsOn.add(`${event.type} ${check}`, name)
            }
            note(verdicts[place], changed)
            note(verdictsKnown?.[place], changedKnown)
          }
        }
      }
    }
  }

  #knowsAll(type: string, variable: string): boolean {
    const checks = this.checks?.(type)
    return checks?.every((check) => this.#dependsOn.has(`${type} ${check}`, variable)) ?? false
  }

  #noteSides(
    { profile, graph, checksIn }: Explored<State, Event>,
    typeOf: Uint8Array,
    before: Int32Array,
  ): void {
    const { firstInstance, outcome, event, refusalSets } = graph
    const count = this.types.length
    const accepted = new Int32Array(count)
    const refused = new Int32Array(count * refusalSets.length)
    for (const [id, bits] of before.entries())
      for (let at = firstInstance[id]!; at < firstInstance[id + 1]!; at++) {
        const [type, found] = [typeOf[event[at]!]!, outcome[at]!]
        if (found >= 0) accepted[type]! |= bits
        else refused[(-1 - found) * count + type]! |= bits
      }
    for (const [number, type] of this.types.entries()) {
      this.#passed.add(type, accepted[number]!, profile)
      for (const [set, refusals] of refusalSets.entries()) {
        const bits = refused[set * count + number]!
        if (bits !== 0)
          for (const check of checksIn(refusals)) this.#failed.add(`${type} ${check}`, bits, profile)
      }
    }
  }
}

/**
 * Every interaction of an actor in some profiles, their instances and, of what these do not show, their probes.
 * @param everywhere variables that are about no event in particular, as the current time
 * @param graphOf a profile, where it was explored already
 */
export function interactionsOf<T extends ActorTypes>(
  actor: Actor<T>,
  profiles: readonly T['profile'][],
  everywhere: readonly string[],
  graphOf: (profile: T['profile']) => Graph<T> = (profile) => explore(actor, profile, { engine: 'flat' }),
): Interaction[] {
  const { reading } = deploy(actor, profiles[0]!)
  const checks = new Map<string, readonly string[]>(
    reading.eventTypes.map((type) => [type, checksOf(reading, type)]),
  )
  const found = new Interactions<T['state'], T['event']>(
    reading.eventTypes,
    everywhere,
    SAMPLED_STATES,
    (type) => checks.get(type)!,
  )
  const probed: Probed<T>[] = []
  for (const profile of profiles) {
    const deployed = deploy(actor, profile)
    const explored = exploredOf(deployed, graphOf(profile))
    const before = found.see(explored)
    for (const [id, state] of explored.states.entries())
      if (deployed.probedFields(id) > 0) probed.push({ deployed, state, before: before[id]! })
  }
  for (const { deployed, state, before } of probed) {
    const unseen = found.unseen(before)
    if (unseen.size === 0) continue
    // One field reaches every check; two would take as long as all the rest.
    for (const event of deployed.probesByText(state, 1).values())
      if (unseen.has(event.type))
        found.saw(deployed.profile.name, before, event.type, deployed.failing(state, event))
  }
  return found.all()
}

/** A state that is probed, with the events before it. */
interface Probed<T extends ActorTypes> {
  readonly deployed: Deployed<T>
  readonly state: T['state']
  readonly before: number
}

function exploredOf<T extends ActorTypes>(
  { actor, profile, instancesByText, failing }: Deployed<T>,
  graph: Graph<T>,
): Explored<T['state'], T['event']> {
  const { state, event } = codecsOf(actor)
  const checkOf = new Map(
    Object.entries<{ refusal: string }>(actor.refusals).map(([check, { refusal }]) => [refusal, check]),
  )
  return {
    profile: profile.name,
    graph: graph as Graph<ActorTypes>,
    states: graph.states.map((text): T['state'] => state.parse(text)),
    events: graph.events.map((text): T['event'] => event.parse(text)),
    checksIn: (refusals) => refusals.map((name) => checkOf.get(name)!),
    instances: (at) => instancesByText(at).values(),
    failing,
    variables: (of) => of as Readonly<Record<string, unknown>>,
    mixed: (of, name, other) => ({ ...of, [name]: other[name as keyof T['state']] }),
  }
}

/** Sets by key. */
class Notes {
  readonly #sets = new Map<string, Set<string>>()
  add(key: string, value: string): void {
    const known = this.#sets.get(key)
    if (known) known.add(value)
    else this.#sets.set(key, new Set([value]))
  }
  has(key: string, value: string): boolean {
    return this.#sets.get(key)?.has(value) ?? false
  }
  of(key: string): string[] {
    return [...(this.#sets.get(key) ?? [])]
  }
  keys(): string[] {
    return [...this.#sets.keys()]
  }
}

/** After which events something was seen, by what was seen: bits, and the profile that had each first. */
class Sides {
  readonly #firsts = new Map<string, { bits: number; readonly of: { bits: number; profile: string }[] }>()
  add(key: string, bits: number, profile: string): void {
    const known = this.#firsts.get(key) ?? { bits: 0, of: [] }
    const added = bits & ~known.bits
    if (added === 0) return
    known.bits |= added
    known.of.push({ bits: added, profile })
    this.#firsts.set(key, known)
  }
  first(key: string, bit: number): string | undefined {
    return this.#firsts.get(key)?.of.find(({ bits }) => (bits & bit) !== 0)?.profile
  }
}

/** A state with a part of another one may mean nothing: then nothing comes of it. */
function tried<Value>(ask: () => Value): Value | undefined {
  try {
    return ask()
  } catch {
    return undefined
  }
}

const differing = (left: readonly string[], right: readonly string[]): string[] => [
  ...left.filter((name) => !right.includes(name)),
  ...right.filter((name) => !left.includes(name)),
]

/** By state: one bit for each type of event that some path to it contains. */
function eventsBefore(graph: Graph<ActorTypes>, typeOf: Uint8Array): Int32Array {
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
