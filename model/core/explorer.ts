import type { Profile } from '../../spec/parameters.ts'
import { initialState } from '../l1-rollup/initial.ts'
import { instancesByText } from '../l1-rollup/instances.ts'
import { createL1Rollup, deploymentOf, type L1Rollup } from '../l1-rollup/l1-rollup.machine.ts'
import { stateText } from '../l1-rollup/parity.ts'
import { type CheckName, type RefusalName, refusals as refusalOf } from '../l1-rollup/refusals.ts'
import type { State } from '../l1-rollup/vocabulary.ts'
import { createFlatEngine, createXStateEngine, type Engine, InconsistentMachine } from './engine.ts'
import { createRollup } from './refusal.ts'

/**
 * The labelled state graph of a profile: every reachable state, and in each the outcome of every event instance.
 * Texts are those of `parity.ts`; equal ones are kept once, and everything else is a number.
 */
export type Graph = {
  /** By state id, in the order of discovery; 0 is the initial state, distances never fall. */
  states: readonly string[]
  /** By event id. */
  events: readonly string[]
  /** By set id, each in the order of the checks. */
  refusalSets: readonly (readonly RefusalName[])[]
  /** Instances of state s: indices from firstInstance[s] up to and without firstInstance[s + 1]. */
  firstInstance: Uint32Array
  /** Event id by instance. */
  event: Uint32Array
  /** By instance: the next state's id when accepted, −1 − the set's id when refused. */
  outcome: Int32Array
  /** By state id: the instance by which it was found first; meaningless for state 0. */
  foundBy: Uint32Array
}

export type Exploration = {
  /** `xstate` runs XState itself, `flat` the table read from the machine. */
  engine?: 'xstate' | 'flat'
  /** Another machine of the same profile. */
  machine?: L1Rollup
  /** Called now and then with the number of states known and explored. */
  progress?: (known: number, explored: number) => void
}

/**
 * Explores a profile breadth first. In every state the statechart accepts an instance exactly if no check fails.
 * @throws InconsistentMachine with the instance and the state where that is not so
 */
export function explore(profile: Profile, { engine: kind = 'xstate', machine, progress }: Exploration = {}) {
  const rollup = createRollup(profile, machine ?? createL1Rollup(profile))
  const engine: Engine =
    kind === 'xstate' ? createXStateEngine(rollup.machine) : createFlatEngine(rollup.machine, rollup.reading)
  const deployment = deploymentOf(profile)
  const states = interned()
  const events = interned()
  const sets = interned()
  const firstInstance = new Growing(Uint32Array)
  const event = new Growing(Uint32Array)
  const outcome = new Growing(Int32Array)
  const foundBy = new Growing(Uint32Array)
  const queue: State[] = [initialState(profile)]
  states.idOf(stateText(queue[0]!))
  foundBy.push(0)

  for (let explored = 0; explored < states.texts.length; explored++) {
    if (progress && explored % 4096 === 0) progress(states.texts.length, explored)
    const state = queue[explored]!
    delete queue[explored]
    firstInstance.push(event.length)
    for (const [text, instance] of instancesByText(state, profile, deployment)) {
      const failing = rollup.failing(state, instance)
      const next = engine.next(state, instance)
      if ((next === undefined) !== failing.length > 0)
        throw new InconsistentMachine(
          `${text} in ${stateText(state)}: the statechart ${next ? 'accepts' : 'refuses'} it, the failing checks are [${failing.join(', ')}]`,
        )
      if (next) {
        const id = states.idOf(stateText(next))
        if (id === queue.length) {
          queue.push(next)
          foundBy.push(event.length)
        }
        outcome.push(id)
      } else outcome.push(-1 - sets.idOf(failing.join(' ')))
      event.push(events.idOf(text))
    }
  }
  firstInstance.push(event.length)
  const graph: Graph = {
    states: states.texts,
    events: events.texts,
    refusalSets: sets.texts.map((names) =>
      names.split(' ').map((name) => refusalOf[name as CheckName].refusal),
    ),
    firstInstance: firstInstance.trimmed(),
    event: event.trimmed(),
    outcome: outcome.trimmed(),
    foundBy: foundBy.trimmed(),
  }
  return graph
}

/**
 * A shortest path to a state.
 * @returns event ids from the initial state on
 */
export function pathTo(graph: Graph, state: number): number[] {
  const path: number[] = []
  for (let at = state; at !== 0; ) {
    const instance = graph.foundBy[at]!
    path.push(graph.event[instance]!)
    at = stateOfInstance(graph, instance)
  }
  return path.reverse()
}

/** The state that an instance belongs to. */
export function stateOfInstance({ firstInstance }: Graph, instance: number): number {
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
