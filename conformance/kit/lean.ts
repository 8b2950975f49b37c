import type { Graph } from '../../model/core/explorer.ts'
import type { L1RollupTypes } from '../../model/l1-rollup/types.ts'
import { type Goals, type Tour, tours } from './tour.ts'

/**
 * Tours that together reach every goal that some instance of a graph reaches, without what shows nothing that is not shown
 * elsewhere: a greedy walk takes on its way what a later one has to pass again. Gone are refused instances, the ends of
 * tours, and whole tours; the short ones first, which is where a case costs most for what it shows.
 */
export function leanTours(graph: Graph<L1RollupTypes>, goals: Goals): Tour[] {
  const found = [...tours(graph, goals)].map((tour) => [...tour])
  const goalsAt = (instance: number) => new Set(goals.of(instance))
  const times = new Uint32Array(goals.count)
  for (const instance of found.flat()) for (const goal of goalsAt(instance)) times[goal]!++

  /** Whether the tours show all of an instance without it, which then no longer counts. */
  const canGo = (instance: number): boolean => {
    const shown = [...goalsAt(instance)]
    if (shown.some((goal) => times[goal] === 1)) return false
    for (const goal of shown) times[goal]!--
    return true
  }
  const byLength = found.toSorted((one, other) => one.length - other.length)
  for (const tour of byLength) {
    const kept = tour.filter((instance) => graph.outcome[instance]! >= 0 || !canGo(instance))
    while (kept.length > 0 && canGo(kept.at(-1)!)) kept.pop()
    tour.splice(0, tour.length, ...kept)
  }
  return found.filter(({ length }) => length > 0)
}
