import { explore, type Graph } from '../../model/core/explorer.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import type { L1RollupTypes } from '../../model/l1-rollup/types.ts'
import type { Profile } from '../../spec/parameters.ts'
import { goalsOf } from '../kit/choice.ts'
import { leanTours } from '../kit/lean.ts'
import { stateOfInstance } from '../rungs/causes/ways.ts'
import type { Mutant } from './mutant.ts'
import { MutatedModel } from './statechartSide.ts'

/** What a set of vectors asks of a profile: instances of its graph, each once. */
interface Asked {
  readonly profile: Profile
  readonly graph: Graph<L1RollupTypes>
  /** Those of the cases that are written by default. */
  readonly chosen: ReadonlySet<number>
}

/** What vectors of a profile show of a mistake in the statechart. */
export type Shown =
  /** The first of these that answers otherwise; absent: none does. */
  { readonly chosen?: string; readonly all?: string }

/** The statechart without mistakes, and what vectors ask it. */
export function askedOf(profile: Profile): Asked {
  const graph = explore(l1Rollup, profile, { engine: 'flat' })
  const chosen = new Set<number>()
  for (const tour of leanTours(graph, goalsOf(profile, graph)))
    for (const instance of tour) chosen.add(instance)
  return { profile, graph, chosen }
}

let copies = 0

/** Puts the default vectors to a statechart with a mistake; where none of them differs, every vector that there is. */
export async function tryVectors(mutant: Mutant, asked: readonly Asked[]): Promise<Shown> {
  const model = MutatedModel.create(mutant, copies++)
  try {
    const answering = await model.answering()
    for (const part of asked) {
      const found = firstDifference(part, answering(part.profile), part.chosen)
      if (found !== undefined) return { chosen: found, all: found }
    }
    for (const part of asked) {
      const found = firstDifference(part, answering(part.profile), part.graph.outcome.keys())
      if (found !== undefined) return { all: found }
    }
    return {}
  } catch (error) {
    if ((error as Error).name !== 'UnreadableMachine') throw error
    // A statechart that cannot be read answers no vector at all.
    const found = (error as Error).message
    return { chosen: found, all: found }
  } finally {
    model.remove()
  }
}

/** The names of what refuses an event, or the state after it. */
export type Answer = (state: string, event: string) => readonly string[] | string

/** Vectors tell refusals and states, no logs. */
function firstDifference(
  { profile, graph }: Asked,
  answer: Answer,
  instances: Iterable<number>,
): string | undefined {
  for (const instance of instances) {
    const [state, event] = [
      graph.states[stateOfInstance(graph, instance)]!,
      graph.events[graph.event[instance]!]!,
    ]
    const outcome = graph.outcome[instance]!
    const expected = outcome < 0 ? graph.refusalSets[-1 - outcome]!.join() : graph.states[outcome]!
    let found: string
    try {
      const given = answer(state, event)
      found = typeof given === 'string' ? given : given.join()
    } catch (error) {
      found = (error as Error).message
    }
    if (found !== expected) return `${profile.name}: ${event}`
  }
  return undefined
}
