import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalText } from '../../model/core/codec.ts'
import { explore, type Graph } from '../../model/core/explorer.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { deploymentOf } from '../../model/l1-rollup/deployment.ts'
import { eventOfText, stateOfText } from '../../model/l1-rollup/texts.ts'
import type { L1RollupTypes } from '../../model/l1-rollup/types.ts'
import type { State } from '../../model/l1-rollup/vocabulary.ts'
import { randaoValue } from '../../model/shared/hash.ts'
import type { Profile } from '../../spec/parameters.ts'
import { wordHex } from '../evm/word.ts'
import { HANDLER, type Manifest, type Meta, RUNNER, VECTORS_VERSION, type VectorStep } from './format.ts'
import { tours } from './tour.ts'

export interface WriteOptions {
  readonly preset?: string
  /** Write only so many cases. */
  readonly cases?: number
  /** In each state only so many refused events. */
  readonly refusals?: number
}

/** More transitions than this make more vectors than anybody wants to store. */
export const USUAL_TRANSITIONS = 3_000

/**
 * A profile that ends earlier, so that vectors can take every transition of its graph: the last slot is the greatest for
 * which there are at most so many of them.
 */
export function withinReach(
  profile: Profile,
  mostTransitions = USUAL_TRANSITIONS,
): { profile: Profile; graph: Graph<L1RollupTypes> } {
  const until = (horizon: number) => {
    const cut = { ...profile, horizon }
    return { profile: cut, graph: explore(l1Rollup, cut, { engine: 'flat' }) }
  }
  let best = until(1)
  for (let horizon = 2; horizon <= profile.horizon; horizon++) {
    const next = until(horizon)
    if (next.graph.outcome.filter((result) => result >= 0).length > mostTransitions) break
    best = next
  }
  return best
}

/** What was written. */
export interface Written {
  readonly cases: number
  readonly steps: number
  readonly refusals: number
  readonly bytes: number
}

/**
 * Writes vectors that take every transition of a profile, and in every state, the first time that a case comes there,
 * every refused event with all that fails. What was in the suite's folder is replaced.
 * @param exploration the graph of the profile
 * @param folder that holds `tests`
 */
export async function writeVectors(
  profile: Profile,
  exploration: Graph<L1RollupTypes>,
  folder: string,
  {
    preset = 'tiny',
    cases = Number.POSITIVE_INFINITY,
    refusals = Number.POSITIVE_INFINITY,
  }: WriteOptions = {},
): Promise<Written> {
  const suite = join(folder, 'tests', preset, VECTORS_VERSION, RUNNER, HANDLER, profile.name)
  await rm(suite, { recursive: true, force: true })
  const meta: Meta = {
    description: `from the state graph of profile ${profile.name} up to slot ${profile.horizon}`,
    parameters: profile.parameters,
    administrator: deploymentOf(profile).administrator,
    randaos: Object.fromEntries(profile.randaos.map((name) => [name, wordHex(randaoValue(name))])),
  }
  const stepsOf = createSteps(exploration, refusals)
  const written = { cases: 0, steps: 0, refusals: 0, bytes: 0 }
  for (const tour of tours(exploration)) {
    if (written.cases >= cases) break
    const name = `case_${String(written.cases).padStart(5, '0')}`
    const manifest: Manifest = {
      preset,
      version: VECTORS_VERSION,
      runner: RUNNER,
      handler: HANDLER,
      suite: profile.name,
      case: name,
    }
    const steps = stepsOf(tour)
    const files = {
      'manifest.yaml': line(manifest),
      'meta.yaml': line(meta),
      'pre.yaml': line(stateOfText(exploration.states[0]!)),
      'steps.yaml': `[\n${steps.map(canonicalText).join(',\n')}\n]\n`,
    }
    await mkdir(join(suite, name), { recursive: true })
    for (const [file, text] of Object.entries(files)) {
      await writeFile(join(suite, name, file), text)
      written.bytes += text.length
    }
    written.cases++
    written.steps += steps.length
    written.refusals += steps.filter((step) => 'refused' in step).length
  }
  return written
}

const line = (value: unknown): string => `${canonicalText(value)}\n`

/** Steps of tours; every state is refused things once over all of them. */
function createSteps(
  graph: Graph<L1RollupTypes>,
  mostRefusals: number,
): (tour: readonly number[]) => VectorStep[] {
  const visited = new Uint8Array(graph.states.length)
  const refusedIn = (state: number): VectorStep[] => {
    if (visited[state]) return []
    visited[state] = 1
    const steps: VectorStep[] = []
    for (
      let instance = graph.firstInstance[state]!;
      instance < graph.firstInstance[state + 1]! && steps.length < mostRefusals;
      instance++
    ) {
      const result = graph.outcome[instance]!
      if (result >= 0) continue
      const event = eventOfText(graph.events[graph.event[instance]!]!)
      steps.push({ event, refused: [...graph.refusalSets[-1 - result]!] })
    }
    return steps
  }
  return (tour) => {
    const steps: VectorStep[] = refusedIn(0)
    let state = 0
    for (const instance of tour) {
      const next = graph.outcome[instance]!
      const [pre, after] = [state, next].map((id) => stateOfText(graph.states[id]!))
      steps.push({ event: eventOfText(graph.events[graph.event[instance]!]!), post: changed(pre!, after!) })
      steps.push(...refusedIn(next))
      state = next
    }
    return steps
  }
}

/** The variables that differ, with their new values. */
function changed(before: State, after: State): Partial<State> {
  const entries = Object.entries(after).filter(
    ([name, value]) => canonicalText(value) !== canonicalText(before[name as keyof State]),
  )
  return Object.fromEntries(entries) as Partial<State>
}
