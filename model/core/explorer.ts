import type { AnyStateMachine } from 'xstate'
import { STATE_LIMIT } from '../../spec/parameters.ts'
import type { Actor, ActorTypes } from './actor.ts'
import { codecsOf } from './codecs.ts'
import { deploy, machineOf } from './deployed.ts'
import { createFlatEngine, createXStateEngine, InconsistentMachine } from './engine.ts'

/**
 * The labelled state graph of a profile: every reachable state, and in each the outcome of every event instance.
 * Texts are those of the actor's codecs; equal ones are kept once, and everything else is a number.
 */
export interface Graph<T extends ActorTypes> {
  /** By state id, in the order of discovery; 0 is the initial state, distances never fall. */
  states: readonly string[]
  /** By event id. */
  events: readonly string[]
  /** Lists of effects as text, by id; equal ones once. */
  effectLists: readonly string[]
  /** By set id, each in the order of the checks. */
  refusalSets: readonly (readonly T['refusal'][])[]
  /** Instances of state s: indices from firstInstance[s] up to and without firstInstance[s + 1]. */
  firstInstance: Uint32Array
  /** Event id by instance. */
  event: Uint32Array
  /** By instance: the next state's id when accepted, −1 − the set's id when refused. */
  outcome: Int32Array
  /** By instance: the id of the list of its effects; 0 when refused. */
  effects: Uint32Array
  /** By state id: the instance by which it was found first; meaningless for state 0. */
  foundBy: Uint32Array
}

export interface Exploration {
  /** `xstate` runs XState itself, `flat` the table read from the machine. */
  engine?: 'xstate' | 'flat'
  /** Another machine of the same profile. */
  machine?: AnyStateMachine
  /** States at most; STATE_LIMIT if absent */
  limit?: number
  /** Called now and then with the number of states known and explored. */
  progress?: (known: number, explored: number) => void
}

/** An exploration cannot go on: says why, in which state, and the shortest path to it. */
export class ExplorationFailed extends Error {
  override name = 'ExplorationFailed'
}

/** What can be explored: where it begins, what can happen in a state, and what that comes to. */
export interface Explorable<State, Event> {
  readonly initial: State
  /** Equal for equal states alone. */
  text(state: State): string
  /** By their texts, so each once. */
  instancesByText(state: State): ReadonlyMap<string, Event>
  /** The names of its refusals, or where it leads with the text of what is sent out. Throws where it has no answer. */
  outcome(
    state: State,
    event: Event,
  ): { readonly refusals: readonly string[] } | { readonly state: State; readonly effects: string }
}

/**
 * Explores a profile breadth first. In every state the statechart accepts an instance exactly if no check fails.
 * @throws ExplorationFailed where that is not so, where an instance cannot be evaluated, and beyond the limit
 */
export function explore<T extends ActorTypes>(
  actor: Actor<T>,
  profile: T['profile'],
  {
    engine: kind = 'xstate',
    machine = machineOf(actor, profile),
    limit = STATE_LIMIT,
    progress,
  }: Exploration = {},
): Graph<T> {
  const deployed = deploy(actor, profile, machine)
  const engine =
    kind === 'xstate'
      ? createXStateEngine(actor, machine)
      : createFlatEngine(actor, machine, deployed.reading)
  const { state: stateCodec, effects: effectsCodec } = codecsOf(actor)
  return exploreAll(
    {
      initial: deployed.initial,
      text: stateCodec.text,
      instancesByText: deployed.instancesByText,
      outcome(state: T['state'], event: T['event']) {
        const failing = deployed.failing(state, event)
        const accepted = engine.next(state, event)
        if ((accepted === undefined) !== failing.length > 0)
          throw new InconsistentMachine(
            `the statechart ${accepted ? 'accepts' : 'refuses'} it, the failing checks are [${failing.join(', ')}]`,
          )
        return accepted
          ? { state: accepted.state, effects: effectsCodec.text(accepted.effects) }
          : { refusals: failing.map((check) => actor.refusals[check].refusal) }
      },
    },
    { limit, ...(progress && { progress }) },
  ) as Graph<T>
}

/**
 * Explores whatever can be explored, breadth first.
 * @throws ExplorationFailed where an instance has no outcome, and beyond the limit
 */
export function exploreAll<State, Event>(
  explored: Explorable<State, Event>,
  { limit = STATE_LIMIT, progress }: Pick<Exploration, 'limit' | 'progress'> = {},
): Graph<ActorTypes> {
  const states = interned()
  const events = interned()
  const sets = interned()
  const lists = interned()
  const firstInstance = new Growing(Uint32Array)
  const event = new Growing(Uint32Array)
  const outcome = new Growing(Int32Array)
  const effects = new Growing(Uint32Array)
  const foundBy = new Growing(Uint32Array)
  const queue: State[] = [explored.initial]
  states.idOf(explored.text(queue[0]!))
  foundBy.push(0)

  const fail = (state: number, why: string, cause?: unknown): never => {
    const path: string[] = []
    for (let at = state; at !== 0; ) {
      const instance = foundBy.at(at)
      path.push(events.texts[event.at(instance)]!)
      at = stateBefore(instance)
    }
    const shown = path.length === 0 ? 'no event' : path.reverse().join(', ')
    throw new ExplorationFailed(`${why} in ${states.texts[state]} after ${shown}`, { cause })
  }
  const stateBefore = (instance: number): number => {
    let at = firstInstance.length - 1
    while (firstInstance.at(at) > instance) at--
    return at
  }

  for (let at = 0; at < states.texts.length; at++) {
    if (progress && at % 4096 === 0) progress(states.texts.length, at)
    const state = queue[at]!
    delete queue[at]
    firstInstance.push(event.length)
    const outcomeOf = (instance: Event, text: string) => {
      try {
        return explored.outcome(state, instance)
      } catch (cause) {
        return fail(at, `${text}: ${(cause as Error).message}`, cause)
      }
    }
    for (const [text, instance] of explored.instancesByText(state)) {
      const found = outcomeOf(instance, text)
      if ('refusals' in found) {
        outcome.push(-1 - sets.idOf(found.refusals.join(' ')))
        effects.push(0)
      } else {
        const id = states.idOf(explored.text(found.state))
        if (id >= limit) fail(at, `${text} leads to more than ${limit} states`)
        if (id === queue.length) {
          queue.push(found.state)
          foundBy.push(event.length)
        }
        outcome.push(id)
        effects.push(lists.idOf(found.effects))
      }
      event.push(events.idOf(text))
    }
  }
  firstInstance.push(event.length)
  return {
    states: states.texts,
    events: events.texts,
    effectLists: lists.texts,
    refusalSets: sets.texts.map((names) => names.split(' ')),
    firstInstance: firstInstance.trimmed(),
    event: event.trimmed(),
    outcome: outcome.trimmed(),
    effects: effects.trimmed(),
    foundBy: foundBy.trimmed(),
  }
}

/**
 * A shortest path to a state.
 * @returns event ids from the initial state on
 */
export function pathTo<T extends ActorTypes>(graph: Graph<T>, state: number): number[] {
  const path: number[] = []
  for (let at = state; at !== 0; ) {
    const instance = graph.foundBy[at]!
    path.push(graph.event[instance]!)
    at = stateOfInstance(graph, instance)
  }
  return path.reverse()
}

/** The state that an instance belongs to. */
export function stateOfInstance<T extends ActorTypes>({ firstInstance }: Graph<T>, instance: number): number {
  let low = 0
  let high = firstInstance.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (firstInstance[middle]! <= instance) low = middle
    else high = middle - 1
  }
  return low
}

/** Numbers for texts, in the order in which they come. */
function interned() {
  const ids = new Map<string, number>()
  const texts: string[] = []
  return {
    texts,
    idOf(text: string): number {
      let id = ids.get(text)
      if (id === undefined) {
        id = texts.length
        ids.set(text, id)
        texts.push(text)
      }
      return id
    },
  }
}

/** A typed array that grows: millions of numbers in as few bytes as they need. */
class Growing<Numbers extends Uint32Array | Int32Array> {
  length = 0
  #numbers: Numbers
  constructor(private readonly kind: new (size: number) => Numbers) {
    this.#numbers = new kind(1024)
  }
  at(index: number): number {
    return this.#numbers[index]!
  }
  push(value: number): void {
    if (this.length === this.#numbers.length) {
      const larger = new this.kind(this.length * 2)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers[this.length++] = value
  }
  trimmed(): Numbers {
    return this.#numbers.slice(0, this.length) as Numbers
  }
}
