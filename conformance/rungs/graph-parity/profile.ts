import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { ActorTypes } from '../../../model/core/actor.ts'
import { deploy } from '../../../model/core/deployed.ts'
import { type Graph as Exploration, explore } from '../../../model/core/explorer.ts'
import { STATE_LIMIT } from '../../../spec/parameters.ts'
import { profileFiles, writeFiles } from '../../../tla/tlc/files.ts'
import { readGraph } from '../../../tla/tlc/graph.ts'
import type { TlcProgress, TlcResult } from '../../../tla/tlc/result.ts'
import { runTlc, type TlcRun } from '../../../tla/tlc/tlc.ts'
import { moduleName } from '../../../tla/tlc/twin.ts'
import { modelCheckerGraph, statechartGraph, withProbes } from './bijection.ts'
import { type Comparison, compareGraphs, type Graph } from './compare.ts'
import type { Subject } from './subject.ts'

export interface CheckedProfile {
  readonly tlc: TlcResult
  /** Absent unless the model checker came to the end. */
  readonly graph: Graph | undefined
}

export interface ProfileRun extends Pick<TlcRun, 'brief' | 'machine' | 'signal' | 'tools'> {
  /** Folder of this run alone: modules, configuration and graph are written there. */
  readonly folder: string
  /** Distinct states at most. */
  readonly stateLimit?: number
  readonly onProgress?: (progress: TlcProgress) => void
}

/** Checks a profile's safety with the model checker, which writes the labelled graph, probes included, on the way. */
export async function checkProfile<T extends ActorTypes>(
  { twin }: Pick<Subject<T>, 'twin'>,
  profile: T['profile'],
  run: ProfileRun,
): Promise<CheckedProfile> {
  const { folder, stateLimit, ...options } = run
  mkdirSync(folder, { recursive: true })
  writeFiles(folder, profileFiles(twin, profile, stateLimit))
  const base = path.join(folder, moduleName(profile))
  const dump = `${base}.graph.ndjson`
  const { probes } = profile
  const files = { module: `${base}.tla`, config: `${base}.cfg`, dump, libraries: [twin.folder] }
  const tlc = await runTlc({ ...files, probes, heapMb: 3072, ...options })
  const graph = tlc.outcome === 'pass' ? modelCheckerGraph(await readGraph(dump)) : undefined
  return { tlc, graph }
}

/** Checks the safety of a profile that is written already, and writes no graph. */
export async function checkSafety(
  files: ReadonlyMap<string, string>,
  profile: { readonly name: string },
  { folder, ...options }: Omit<ProfileRun, 'stateLimit'>,
): Promise<TlcResult> {
  mkdirSync(folder, { recursive: true })
  writeFiles(folder, files)
  const base = path.join(folder, moduleName(profile))
  return runTlc({ module: `${base}.tla`, config: `${base}.cfg`, heapMb: 3072, ...options })
}

/** Rung 2 for one profile: left is TLA+, right the statechart. */
export function compareWithStatechart<T extends ActorTypes>(
  { actor }: Pick<Subject<T>, 'actor'>,
  profile: T['profile'],
  graph: Graph,
  exploration: Exploration<T>,
  limit?: number,
): Comparison {
  const right = withProbes(statechartGraph(exploration), deploy(actor, profile), graph)
  return compareGraphs(graph, right, limit)
}

/** The statechart's graph, by XState itself. */
export function exploreProfile<T extends ActorTypes>(
  { actor }: Pick<Subject<T>, 'actor'>,
  profile: T['profile'],
  limit = STATE_LIMIT,
): Exploration<T> {
  return explore(actor, profile, { engine: 'xstate', limit })
}
