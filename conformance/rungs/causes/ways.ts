import type { Actor, ActorTypes } from '../../../model/core/actor.ts'
import { codecsOf } from '../../../model/core/codecs.ts'
import type { Graph } from '../../../model/core/explorer.ts'
import { walk } from '../../../model/core/walk.ts'

/** Shortest ways through an explored graph, as canonical JSON of events. */
export class Ways<T extends ActorTypes> {
  #idOf: ReadonlyMap<string, number> | undefined

  constructor(
    private readonly graph: Pick<Graph<T>, 'states' | 'events' | 'event' | 'firstInstance' | 'foundBy'>,
  ) {}

  /** @returns `undefined` for a state that the graph does not have */
  to(state: string): string[] | undefined {
    const { states, events, event, foundBy } = this.graph
    // Most graphs differ nowhere: only then are their states looked for.
    this.#idOf ??= new Map(states.map((text, id) => [text, id]))
    const path: string[] = []
    let at = this.#idOf.get(state)
    if (at === undefined) return undefined
    while (at !== 0) {
      const instance: number = foundBy[at]!
      path.push(events[event[instance]!]!)
      at = stateOfInstance(this.graph, instance)
    }
    return path.reverse()
  }
}

/** The state in which an instance is asked: the last whose instances do not begin behind it. */
export function stateOfInstance<T extends ActorTypes>(
  { firstInstance }: Pick<Graph<T>, 'firstInstance'>,
  instance: number,
): number {
  let [low, high] = [0, firstInstance.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (firstInstance[middle]! <= instance) low = middle
    else high = middle - 1
  }
  return low
}

/** The way to a state on the first of these walks that comes there: not the shortest of all. */
export function wayOnWalks<T extends ActorTypes>(
  actor: Actor<T>,
  profile: T['profile'],
  walks: readonly { readonly seed: number; readonly length: number }[],
): (state: string) => string[] | undefined {
  const { state: states, event: events } = codecsOf(actor)
  let ways: Map<string, { readonly path: readonly string[]; readonly length: number }> | undefined
  const walked = () => {
    ways = new Map()
    for (const options of walks) {
      const path: string[] = []
      for (const { event, state } of walk(actor, profile, options)) {
        path.push(events.text(event))
        const text = states.text(state)
        if (!ways.has(text)) ways.set(text, { path, length: path.length })
      }
    }
    return ways
  }
  return (state) => {
    const way = (ways ?? walked()).get(state)
    return way?.path.slice(0, way.length)
  }
}
