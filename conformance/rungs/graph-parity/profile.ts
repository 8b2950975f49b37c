import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { deploy } from '../../../model/core/deployed.ts'
import { type Graph as Exploration, explore } from '../../../model/core/explorer.ts'
import { l1Rollup } from '../../../model/l1-rollup/actor.ts'
import type { L1RollupTypes } from '../../../model/l1-rollup/types.ts'
import { type Profile, STATE_LIMIT } from '../../../spec/parameters.ts'
import { profileFiles, writeFiles } from '../../../tla/l1-rollup/files.ts'
import { moduleName } from '../../../tla/l1-rollup/profileModule.ts'
import { readGraph } from '../../../tla/tlc/graph.ts'
import type { TlcProgress, TlcResult } from '../../../tla/tlc/result.ts'
import { runTlc, type TlcRun } from '../../../tla/tlc/tlc.ts'
import { modelCheckerGraph, statechartGraph, withProbes } from './bijection.ts'
import { type Comparison, compareGraphs, type Graph } from './compare.ts'

export interface CheckedProfile {
  readonly tlc: TlcResult
  /** Absent unless the model checker came to the end. */
  readonly graph: Graph | undefined
}

export interface ProfileRun extends Pick<TlcRun, 'brief' | 'signal' | 'tools'> {
  /** Folder of this run alone: modules, configuration and graph are written there. */
  readonly folder: string
  /** Distinct states at most. */
  readonly stateLimit?: number
  readonly onProgress?: (progress: TlcProgress) => void
}

/** Checks a profile's safety with the model checker, which writes the labelled graph, probes included, on the way. */
export async function checkProfile(profile: Profile, run: ProfileRun): Promise<CheckedProfile> {
  const { folder, stateLimit, ...options } = run
  mkdirSync(folder, { recursive: true })
  writeFiles(folder, profileFiles(profile, stateLimit))
  const base = path.join(folder, moduleName(profile))
  const dump = `${base}.graph.ndjson`
  const { probes } = profile
  const files = { module: `${base}.tla`, config: `${base}.cfg`, dump }
  const tlc = await runTlc({ ...files, probes, heapMb: 3072, ...options })
  const graph = tlc.outcome === 'pass' ? modelCheckerGraph(await readGraph(dump)) : undefined
  return { tlc, graph }
}

/** Rung 2 for one profile: left is TLA+, right the statechart. */
export function compareWithStatechart(
  profile: Profile,
  graph: Graph,
  exploration: Exploration<L1RollupTypes>,
  limit?: number,
): Comparison {
  const right = withProbes(statechartGraph(exploration), deploy(l1Rollup, profile), graph)
  return compareGraphs(graph, right, limit)
}

/** The statechart's graph, by XState itself. */
export function exploreProfile(profile: Profile, limit = STATE_LIMIT): Exploration<L1RollupTypes> {
  return explore(l1Rollup, profile, { engine: 'xstate', limit })
}
