import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { deploy } from '../../model/core/deployed.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import type { L1RollupTypes } from '../../model/l1-rollup/types.ts'
import { loadPointwise, type Profile } from '../../spec/parameters.ts'
import { resolveTools, type Tools } from '../../tla/tlc/jar.ts'
import { Machines } from '../../tla/tlc/machines.ts'
import { messageCode } from '../../tla/tlc/messages.ts'
import { withProbes } from '../rungs/graph-parity/bijection.ts'
import { compareGraphs } from '../rungs/graph-parity/compare.ts'
import {
  type AnsweredPairs,
  askModelChecker,
  comparePairs,
  PairsUnanswered,
} from '../rungs/graph-parity/pointwise.ts'
import { checkProfile } from '../rungs/graph-parity/profile.ts'
import { l1RollupSubject } from '../rungs/subjects.ts'
import { describeDifference, describePair, type Finding, MutantRefused, oneLine } from './finding.ts'
import { type Mutant, mutated } from './mutant.ts'
import {
  inOrder,
  mutantsFolder,
  referenceStatechartGraph,
  repositoryRoot,
  shortProfiles,
  variantProfiles,
} from './reference.ts'

let running: Promise<{ tools: Tools; machines: Machines }> | undefined

/** One virtual machine for all mutants of this process: it ends with it. */
function started(): Promise<{ tools: Tools; machines: Machines }> {
  running ??= resolveTools().then((tools) => ({
    tools,
    machines: new Machines(tools, path.join(mutantsFolder, `machines-${process.pid}`), 1),
  }))
  return running
}

/** Profiles for a mistake in the TLA+, the most promising first. */
export const tlaProfiles = (mutant: Mutant): Profile[] =>
  inOrder(mutant, [...shortProfiles, ...variantProfiles])

/**
 * Rung 1, then rung 2, on one profile: TLC explores the module with the mistake, and the graph is compared with that of
 * the statechart. A run that finds more states than there are is ended: one of them is a difference.
 */
export async function tryTla(mutant: Mutant, profile: Profile): Promise<Finding | undefined> {
  const { tools, machines } = await started()
  const folder = path.join(mutantsFolder, `tla-${process.pid}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  plant(mutant, folder)
  const reference = referenceStatechartGraph(profile)
  const run = { folder, tools, brief: true, stateLimit: reference.states.length }
  const { tlc, graph } = await machines
    .use((machine) => checkProfile(l1RollupSubject, profile, { ...run, machine }))
    .finally(() => rmSync(folder, { recursive: true, force: true }))
  if (tlc.outcome === 'error') {
    const [first] = tlc.errors
    if (!first || typeof first.code !== 'number' || first.code === messageCode.parsingFailed)
      throw new MutantRefused(
        `${mutant.name}: TLC did not run it: ${tlc.errors.map((it) => it.text).join('; ')}`,
      )
    return { caughtBy: 'rung 1', detail: `TLC cannot evaluate it: ${oneLine(first.text)}` }
  }
  if (tlc.outcome !== 'pass')
    return { caughtBy: 'rung 1', detail: `${tlc.violated ?? tlc.outcome} is violated` }
  const probed = withProbes(reference, deploy(l1Rollup, profile), graph!)
  const [difference] = compareGraphs(graph!, probed, 1).differences
  return difference && { caughtBy: 'rung 2', detail: describeDifference(difference) }
}

/** Profiles of which pairs are drawn. */
export const pairProfiles: readonly Profile[] = loadPointwise('modelChecker')
/** Pairs of each: some, and as many as in a check. */
const somePairs = { states: 150, eventsPerState: 40 }
const allPairs = { states: 1_002, eventsPerState: 100 }
/** TLC is asked once for all mistakes in the statechart. */
const referencePairCounts = { states: 450, eventsPerState: 60 }

/**
 * Draws pairs of a profile and puts them to TLC.
 * @param alter changes the modules in their folder before TLC starts
 * @throws PairsUnanswered
 */
async function askPairs(
  profile: Profile,
  counts: typeof allPairs,
  alter: (folder: string) => void = () => {},
): Promise<AnsweredPairs<L1RollupTypes>> {
  const { tools, machines } = await started()
  const folder = path.join(mutantsFolder, `pairs-${process.pid}`)
  const run = { folder, seed: 1, tools, ...counts }
  return machines
    .use((machine) => {
      const asking = askModelChecker(l1RollupSubject, profile, { ...run, machine })
      // Beside the modules that were just written, where TLC looks first.
      alter(folder)
      return asking
    })
    .finally(() => rmSync(folder, { recursive: true, force: true }))
}

/** Puts the module with the mistake into a folder, where TLC finds it before the one without. */
function plant(mutant: Mutant, folder: string): void {
  const text = readFileSync(path.join(repositoryRoot, mutant.file), 'utf8')
  writeFileSync(path.join(folder, path.basename(mutant.file)), mutated(mutant, text))
}

const answered = new Map<string, Promise<AnsweredPairs<L1RollupTypes>>>()

/** Pairs with the answers of the TLA+ without mistakes, asked once in a process. */
export function referencePairs(profile: Profile): Promise<AnsweredPairs<L1RollupTypes>> {
  const asking = answered.get(profile.name) ?? askPairs(profile, referencePairCounts)
  answered.set(profile.name, asking)
  return asking
}

/**
 * Rung 2 on drawn pairs of a state and an event, reachable or not: the module with the mistake answers.
 * @param full as many as in a check, or else some
 */
export async function tryPairs(
  mutant: Mutant,
  profile: Profile,
  full: boolean,
): Promise<Finding | undefined> {
  try {
    const asked = await askPairs(profile, full ? allPairs : somePairs, (folder) => plant(mutant, folder))
    const { smallest } = await comparePairs(l1RollupSubject, asked)
    return smallest && { caughtBy: 'rung 2', detail: describePair(smallest) }
  } catch (error) {
    if (!(error instanceof PairsUnanswered)) throw error
    return { caughtBy: 'rung 2', detail: oneLine(error.message) }
  }
}
