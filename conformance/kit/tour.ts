import type { Graph } from '../../model/core/explorer.ts'
import type { L1RollupTypes } from '../../model/l1-rollup/types.ts'

/** A walk from the initial state: instance indices of the graph. A refused one stays where it is. */
export type Tour = readonly number[]

/** What tours are for: every instance reaches some goals, and a goal is reached with the first instance that does. */
export interface Goals {
  readonly count: number
  /** Goals of an instance, numbers below `count`. */
  of(instance: number): Iterable<number>
}

/** Every instance for its own sake. */
export const everyInstance = ({ outcome }: Graph<L1RollupTypes>): Goals => ({
  count: outcome.length,
  of: (instance) => [instance],
})

/**
 * Walks from the initial state that together reach every goal that some instance of a graph reaches. Greedy: from where it
 * is, a walk goes to the nearest state in which a goal is left, is refused there all that it has to be, takes the
 * transition with the most goals, and ends when no goal is within reach.
 */
export function* tours(graph: Graph<L1RollupTypes>, goals: Goals = everyInstance(graph)): Generator<Tour> {
  const { firstInstance, outcome } = graph
  const count = graph.states.length
  const left = new Remaining(graph, goals)
  const before: number[][] = Array.from({ length: count }, () => [])
  for (let state = 0; state < count; state++)
    for (const instance of acceptedOf(state)) {
      const next = outcome[instance]!
      if (before[next]!.at(-1) !== state) before[next]!.push(state)
    }
  /** Whether a state still leads to a goal: only ever goes from yes to no. */
  const useful = new Uint8Array(count).fill(1)
  const closed: number[] = [...before.keys()].filter((state) => left.inState[state] === 0)
  retire()

  for (;;) {
    const tour: number[] = takeRefusals(0)
    for (let state = 0; useful[state]; ) {
      const path = nearest(state)
      if (!path) {
        useful[state] = 0
        break
      }
      for (const instance of path) {
        left.take(instance, closed)
        state = outcome[instance]!
        tour.push(instance, ...takeRefusals(state))
      }
    }
    retire()
    if (tour.length === 0) return
    yield tour
  }

  function takeRefusals(state: number): number[] {
    const refused: number[] = []
    for (let instance = firstInstance[state]!; instance < firstInstance[state + 1]!; instance++)
      if (outcome[instance]! < 0 && left.of[instance]! > 0) {
        left.take(instance, closed)
        refused.push(instance)
      }
    return refused
  }

  function* acceptedOf(state: number): Generator<number> {
    for (let instance = firstInstance[state]!; instance < firstInstance[state + 1]!; instance++)
      if (outcome[instance]! >= 0) yield instance
  }

  /** Path to the nearest transition with a goal, it included, or to a state in which something is to be refused. */
  function nearest(from: number): number[] | undefined {
    const cameBy = new Map<number, number>([[from, -1]])
    const cameFrom = new Map<number, number>()
    const queue = [from]
    for (let at = 0; at < queue.length; at++) {
      const state = queue[at]!
      if (left.inState[state]! > 0) {
        const best = bestOf(state)
        return best === undefined ? pathBack(state) : [...pathBack(state), best]
      }
      for (const instance of acceptedOf(state)) {
        const next = outcome[instance]!
        if (!useful[next] || cameBy.has(next)) continue
        cameBy.set(next, instance)
        cameFrom.set(next, state)
        queue.push(next)
      }
    }
    return undefined

    function pathBack(state: number): number[] {
      const path: number[] = []
      for (let here = state; here !== from; here = cameFrom.get(here)!) path.push(cameBy.get(here)!)
      return path.reverse()
    }
  }

  function bestOf(state: number): number | undefined {
    let best: number | undefined
    for (const instance of acceptedOf(state))
      if (left.of[instance]! > (best === undefined ? 0 : left.of[best]!)) best = instance
    return best
  }

  /** States from which no goal can be reached any more, found backwards from those that were closed. */
  function retire(): void {
    while (closed.length > 0) {
      const state = closed.pop()!
      if (!useful[state] || left.inState[state]! > 0) continue
      let leads = false
      for (const instance of acceptedOf(state)) {
        const next = outcome[instance]!
        if (next !== state && useful[next]) leads = true
      }
      if (leads) continue
      useful[state] = 0
      closed.push(...before[state]!)
    }
  }
}

/** How many goals are left, by instance, and by state how many instances have any. */
class Remaining {
  readonly of: Uint8Array
  readonly inState: Uint32Array
  /** Instances of each goal that is left. */
  readonly #instances: (number[] | undefined)[]
  readonly #stateOf: Uint32Array

  constructor(
    { firstInstance, outcome, states }: Graph<L1RollupTypes>,
    private readonly goals: Goals,
  ) {
    this.of = new Uint8Array(outcome.length)
    this.inState = new Uint32Array(states.length)
    this.#stateOf = new Uint32Array(outcome.length)
    this.#instances = Array.from({ length: goals.count }, () => [])
    for (let state = 0; state < states.length; state++)
      for (let instance = firstInstance[state]!; instance < firstInstance[state + 1]!; instance++) {
        this.#stateOf[instance] = state
        for (const goal of goals.of(instance)) {
          this.#instances[goal]!.push(instance)
          this.of[instance]!++
        }
        if (this.of[instance]! > 0) this.inState[state]!++
      }
  }

  /** @param closed gets the states in which no goal is left because of it */
  take(instance: number, closed: number[]): void {
    for (const goal of this.goals.of(instance)) {
      for (const other of this.#instances[goal] ?? []) {
        if (--this.of[other]! > 0) continue
        const state = this.#stateOf[other]!
        if (--this.inState[state]! === 0) closed.push(state)
      }
      this.#instances[goal] = undefined
    }
  }
}
