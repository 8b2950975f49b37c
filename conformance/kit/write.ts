import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalText } from '../../model/core/codec.ts'
import type { Graph } from '../../model/core/explorer.ts'
import { eventOfText, stateOfText } from '../../model/l1-rollup/texts.ts'
import type { L1RollupTypes } from '../../model/l1-rollup/types.ts'
import type { State } from '../../model/l1-rollup/vocabulary.ts'
import type { Profile } from '../../spec/parameters.ts'
import { goalsOf } from './choice.ts'
import { ClausesOfSteps } from './clauses.ts'
import { Coverage } from './coverage.ts'
import { deployedOf } from './foreign/protocol.ts'
import { HANDLER, type Manifest, type Meta, RUNNER, VECTORS_VERSION, type VectorStep } from './format.ts'
import { leanTours } from './lean.ts'
import { everyInstance, type Tour, tours } from './tour.ts'

export interface WriteOptions {
  readonly preset?: string
  /** Every instance of the profile, and not those that are chosen. */
  readonly all?: boolean
  /** Write only so many cases. */
  readonly cases?: number
}

/** What was written. */
export interface Written {
  readonly cases: number
  readonly steps: number
  readonly refusals: number
  readonly bytes: number
  readonly coverage: Coverage
}

/**
 * Writes vectors of a profile: walks that take the instances that are chosen, or all. What was in the suite's folder is
 * replaced.
 * @param graph of the profile
 * @param folder that holds `tests`
 */
export async function writeVectors(
  profile: Profile,
  graph: Graph<L1RollupTypes>,
  folder: string,
  { preset = 'tiny', all = false, cases = Number.POSITIVE_INFINITY }: WriteOptions = {},
): Promise<Written> {
  const suite = join(folder, 'tests', preset, VECTORS_VERSION, RUNNER, HANDLER, profile.name)
  await rm(suite, { recursive: true, force: true })
  const meta: Meta = {
    description: `from the state graph of profile ${profile.name}`,
    ...deployedOf(profile),
  }
  const coverage = new Coverage()
  const clauses = new ClausesOfSteps(profile)
  const pre = stateOfText(graph.states[0]!)
  const written = { cases: 0, steps: 0, refusals: 0, bytes: 0, coverage }
  const chosen = all ? tours(graph, everyInstance(graph)) : leanTours(graph, goalsOf(profile, graph))
  for (const tour of chosen) {
    if (written.cases >= cases) break
    const name = `case_${String(written.cases).padStart(5, '0')}`
    const steps = stepsOf(graph, tour)
    const manifest: Manifest = {
      preset,
      version: VECTORS_VERSION,
      runner: RUNNER,
      handler: HANDLER,
      suite: profile.name,
      case: name,
      clauses: clauses.of(pre, steps),
    }
    for (const step of steps) coverage.addStep(step)
    const files = {
      'manifest.yaml': line(manifest),
      'meta.yaml': line(meta),
      'pre.yaml': line(pre),
      'steps.yaml': lines(steps),
    }
    written.bytes += await writeFiles(join(suite, name), files)
    written.cases++
    written.steps += steps.length
    written.refusals += steps.filter((step) => 'refused' in step).length
  }
  return written
}

export const line = (value: unknown): string => `${canonicalText(value)}\n`
/** A list, one entry per line. */
export const lines = (values: readonly unknown[]): string =>
  `[\n${values.map((value) => canonicalText(value)).join(',\n')}\n]\n`

/** @returns bytes written */
export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<number> {
  await mkdir(folder, { recursive: true })
  let bytes = 0
  for (const [file, text] of Object.entries(files)) {
    await writeFile(join(folder, file), text)
    bytes += Buffer.byteLength(text)
  }
  return bytes
}

function stepsOf(graph: Graph<L1RollupTypes>, tour: Tour): VectorStep[] {
  let state = 0
  return tour.map((instance) => {
    const event = eventOfText(graph.events[graph.event[instance]!]!)
    const result = graph.outcome[instance]!
    if (result < 0) return { event, refused: [...graph.refusalSets[-1 - result]!] }
    const [before, after] = [state, result].map((id) => stateOfText(graph.states[id]!))
    state = result
    return { event, post: changed(before!, after!) }
  })
}

/** The variables that differ, with their new values. */
function changed(before: State, after: State): Partial<State> {
  const entries = Object.entries(after).filter(
    ([name, value]) => canonicalText(value) !== canonicalText(before[name as keyof State]),
  )
  return Object.fromEntries(entries) as Partial<State>
}
