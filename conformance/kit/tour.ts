import type { Graph } from '../../model/core/explorer.ts'
import type { L1RollupTypes } from '../../model/l1-rollup/types.ts'

/** A walk from the initial state: instance indices of the graph. A refused one stays where it is. */
export type Tour = readonly number[]

/**
 * Walks from the initial state that together take certain instances of a graph. Greedy: from where it is, a walk goes to
 * the nearest one that none has taken yet, what is refused first, and ends when there is none within reach.
 * @param wanted 1 by instance for those that are to be taken; all of them if absent
 */
export function* tours(
  graph: Graph<L1RollupTypes>,
  wanted: Uint8Array = new Uint8Array(graph.outcome.length).fill(1),
): Generator<Tour> {
  const { firstInstance, outcome } = graph
  const count = graph.states.length
  const isOpen = wanted.slice()
  /** Instances of a state that are still to be taken. */
  const open = new Uint32Array(count)
  const before: number[][] = Array.from({ length: count }, () => [])
  for (let state = 0; state < count; state++) {
    for (let instance = firstInstance[state]!; instance < firstInstance[state + 1]!; instance++)
      open[state]! += isOpen[instance]!
    for (const instance of acceptedOf(state)) {
      const next = outcome[instance]!
      if (before[next]!.at(-1) !== state) before[next]!.push(state)
    }
  }
  /** Whether a state still leads to an open instance: only ever goes from yes to no. */
  const useful = new Uint8Array(count).fill(1)
  const closed: number[] = [...open.keys()].filter((state) => open[state] === 0)
  retire()

  for (;;) {
    const tour: number[] = [...takeRefusals(0)]
    for (let state = 0; useful[state]; ) {
      const path = nearest(state)
      if (!path) {
        useful[state] = 0
        break
      }
      for (const instance of path) {
        take(instance, state)
        state = outcome[instance]!
        tour.push(instance, ...takeRefusals(state))
      }
    }
    retire()
    if (tour.length === 0) return
    yield tour
  }

  function take(instance: number, state: number): void {
    if (!isOpen[instance]) return
    isOpen[instance] = 0
    open[state]!--
    if (open[state] === 0) closed.push(state)
  }

  function takeRefusals(state: number): number[] {
    const refused: number[] = []
    for (let instance = firstInstance[state]!; instance < firstInstance[state + 1]!; instance++)
      if (isOpen[instance] && outcome[instance]! < 0) refused.push(instance)
    for (const instance of refused) take(instance, state)
    return refused
  }

  function* acceptedOf(state: number): Generator<number> {
    for (let instance = firstInstance[state]!; instance < firstInstance[state + 1]!; instance++)
      if (outcome[instance]! >= 0) yield instance
  }

  /** Path to the nearest open transition, it included, or to a state in which something is still to be refused. */
  function nearest(from: number): number[] | undefined {
    const cameBy = new Map<number, number>([[from, -1]])
    const cameFrom = new Map<number, number>()
    const queue = [from]
    for (let at = 0; at < queue.length; at++) {
      const state = queue[at]!
      if (open[state]! > 0) {
        for (const instance of acceptedOf(state)) if (isOpen[instance]) return [...pathBack(state), instance]
        return pathBack(state)
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

  /** States from which nothing open can be reached any more, found backwards from those that were closed. */
  function retire(): void {
    while (closed.length > 0) {
      const state = closed.pop()!
      if (!useful[state] || open[state]! > 0) continue
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
