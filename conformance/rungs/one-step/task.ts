/** One-step conformance of one profile, as a task for a side process. */

import { explore } from '../../../model/core/explorer.ts'
import { l1Rollup } from '../../../model/l1-rollup/actor.ts'
import type { L1RollupTypes } from '../../../model/l1-rollup/types.ts'
import type { Profile } from '../../../spec/parameters.ts'
import type { RungFailure } from '../../evidence.ts'
import { namedBodies } from '../../translation/bodies.ts'
import { deployProfile } from '../../translation/deployment.ts'
import type { Cause } from '../causes/causes.ts'
import { Gathering } from '../causes/gathering.ts'
import { Ways, wayOnWalks } from '../causes/ways.ts'
import { readKept } from '../graphs.ts'
import { serve, type TaskContext } from '../sideProcess.ts'
import { work } from '../work.ts'
import { casesOfBoundaries, contradictions } from './boundaries/answers.ts'
import {
  type CaseState,
  casesOfGraph,
  casesOfPairs,
  casesOfStates,
  type Pairs,
  type Share,
  shareOf,
  statesOfWalks,
} from './cases.ts'
import { type OneStepResult, runOneStep } from './run.ts'

export interface OneStepTask {
  readonly profile: Profile
  /** States that its graph has at most. */
  readonly stateLimit?: number
  /** File of its graph, where graph parity has explored it. */
  readonly graph?: string
  /** Walks through a profile that is too large to be explored; every state of its graph if absent. */
  readonly walks?: readonly { readonly seed: number; readonly length: number }[]
  /** Pairs of a state and an event that are drawn instead. */
  readonly pairs?: Pairs
  /** The Boundary lines that this profile serves. */
  readonly boundaries?: boolean
  readonly share: Share
}

export interface OneStepAnswer extends OneStepResult {
  /** States that were to be injected. */
  readonly expectedStates: number
  /** Boundary lines that the statechart contradicts. */
  readonly contradictions: readonly RungFailure[]
  /** Why the bytecode differs from the statechart, all mismatches counted. */
  readonly causes: readonly Cause[]
}

/** @throws what `runOneStep` throws */
async function runTask(
  task: OneStepTask,
  { progress, did, found, signal }: Required<TaskContext<Cause>>,
): Promise<OneStepAnswer> {
  const { profile, boundaries } = task
  const { count, states, wayTo } = statesOf(task)
  progress(`profile ${profile.name}: ${count} states known`)
  const deployment = await deployProfile(profile, namedBodies)
  let told = 0
  const tell = (calls: number): void => {
    did(work.calls(calls - told))
    told = calls
  }
  const gathering = new Gathering(deployment, profile.name, wayTo, found)
  const result = await runOneStep(deployment, states, {
    signal,
    engines: 1,
    onMismatch: gathering.take,
    progress: (done, calls) => {
      progress(`profile ${profile.name}: ${done} of ${count} states, ${calls} calls`)
      tell(calls)
    },
  })
  tell(result.enabled + result.disabled + result.probes)
  const { causes } = gathering
  return {
    ...result,
    expectedStates: count,
    contradictions: boundaries ? contradictions(profile) : [],
    causes,
  }
}

function statesOf({ profile, stateLimit, graph: kept, walks, pairs, boundaries, share }: OneStepTask): {
  count: number
  states: Iterable<CaseState>
  /** Absent where nobody has to get there. */
  wayTo?: (state: string) => readonly string[] | undefined
} {
  if (boundaries) {
    const states = casesOfBoundaries(profile)
    return { count: states.length, states }
  }
  if (pairs) return { count: shareOf(pairs.states, share), states: casesOfPairs(profile, pairs, share) }
  if (walks) {
    const states = statesOfWalks(profile, walks)
    const wayTo = wayOnWalks(l1Rollup, profile, walks)
    return { count: shareOf(states.size, share), states: casesOfStates(profile, states, share), wayTo }
  }
  // Graph parity explores with XState itself; a test holds the two engines to the same graph.
  const graph = kept
    ? readKept<L1RollupTypes>(kept)
    : explore(l1Rollup, profile, { engine: 'flat', ...(stateLimit && { limit: stateLimit }) })
  const ways = new Ways(graph)
  const count = shareOf(graph.states.length, share)
  return { count, states: casesOfGraph(profile, graph, share), wayTo: (state) => ways.to(state) }
}

serve(runTask)
