import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Graph as Exploration, explore } from '../../model/core/explorer.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import type { L1RollupTypes } from '../../model/l1-rollup/types.ts'
import { type Profile, profileNamed } from '../../spec/parameters.ts'
import { readGraph } from '../../tla/tlc/graph.ts'
import { resolveTools, type Tools } from '../../tla/tlc/jar.ts'
import { moduleName } from '../../tla/tlc/twin.ts'
import { modelCheckerGraph, statechartGraph } from '../rungs/graph-parity/bijection.ts'
import type { Graph } from '../rungs/graph-parity/compare.ts'
import { checkProfile, compareWithStatechart } from '../rungs/graph-parity/profile.ts'
import { l1RollupSubject } from '../rungs/subjects.ts'
import type { Mutant } from './mutant.ts'
import { modelHash } from './sources.ts'

/** The root of the repository. */
export const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url))
export const mutantsFolder = path.join(repositoryRoot, 'build/mutants')

/**
 * Horizons at which the profiles of `tiny` are small enough to be explored once per mutant, and still past a prune, a
 * slash, a committee that was sampled, and a session of fallback.
 */
const shortHorizons: Readonly<Record<string, number>> = {
  // Before genesis and after it.
  genesis: 1,
  rewards: 4,
  chain: 6,
  empty: 4,
  forks: 5,
  escrow: 4,
  committee: 4,
  joint: 4,
  provers: 3,
  sequencer: 3,
  // Its second slash is late.
  slashes: 9,
  sets: 3,
  minimum: 2,
  forced: 3,
  // From here on past an entry into fallback, and an exit.
  returned: 6,
  based: 6,
  sessions: 8,
  delayed: 6,
  // Past a proof beside pending blocks, and a claim of an epoch that loses blocks.
  postings: 5,
  challenged: 4,
  interrupted: 5,
  bonded: 3,
}

/** Further profiles for rungs 1 and 2: readings that the contracts do not implement, and sizes that `tiny` leaves out. */
const variants: readonly ({ of: string; name: string; constants?: Partial<Profile['parameters']> } & Partial<
  Pick<Profile, 'horizon' | 'validators'>
>)[] = [
  // The smallest committee whose quorum is neither ⌈2k/3⌉ nor ⌊2k/4⌋ + 1.
  { of: 'chain', name: 'chainthree', validators: ['v1', 'v2', 'v3'], horizon: 1 },
  // A set that counts as one doubling of its committee, and as two of a smaller one.
  {
    of: 'chain',
    name: 'chaindoubled',
    validators: ['v1', 'v2', 'v3', 'v4'],
    constants: { targetCommitteeSize: 2, shuffleRounds: [6, 9] },
    horizon: 1,
  },
  { of: 'rewards', name: 'rewardsblockproposers', constants: { rewardRemainder: 'blockProposers' } },
  { of: 'rewards', name: 'rewardsbyblock', constants: { rewardBasis: 'block' } },
  { of: 'provers', name: 'proversalone', constants: { proofSubmission: 'claimedProver' } },
  { of: 'committee', name: 'committeeoffset', constants: { proposerSelection: 'offset' } },
  { of: 'committee', name: 'committeelookahead', constants: { seedLookaheadEpochs: 2 } },
]

/** Profiles of `tiny` with a short horizon, the smallest graph first. */
export const shortProfiles: readonly Profile[] = Object.entries(shortHorizons).map(([name, horizon]) => ({
  ...profileNamed(name),
  horizon,
}))
/** For the models alone. */
export const variantProfiles: readonly Profile[] = variants.map(({ of, constants, ...changes }) => {
  const profile = profileNamed(of)
  const parameters = { ...profile.parameters, ...constants }
  return { ...profile, horizon: shortHorizons[of]!, ...changes, parameters }
})
/** Profiles of `tiny` as they are. */
export const fullProfiles: readonly Profile[] = Object.keys(shortHorizons).map(profileNamed)

/** How a profile is called in results: its horizon tells short from full. */
export const profileLabel = ({ name, horizon }: Profile): string => `${name} to slot ${horizon}`

const explorations = new Map<string, Exploration<L1RollupTypes>>()

/** The graph of the statechart without mistakes. Short ones are kept for the mutants that follow. */
export function referenceExploration(profile: Profile): Exploration<L1RollupTypes> {
  const label = profileLabel(profile)
  const known = explorations.get(label)
  if (known) return known
  const exploration = explore(l1Rollup, profile, { engine: 'flat' })
  if (exploration.states.length < 5000) explorations.set(label, exploration)
  return exploration
}

export const referenceStatechartGraph = (profile: Profile): Graph =>
  statechartGraph(referenceExploration(profile))

const modelGraphs = new Map<string, Graph>()
const graphFolder = (profile: Profile): string =>
  path.join(mutantsFolder, 'reference', modelHash(), profileLabel(profile).replaceAll(' ', '-'))

/** Whether TLC has explored the profile without mistakes already. */
export const hasModelGraph = (profile: Profile): boolean => existsSync(graphFolder(profile))

/** The graph of the TLA+ without mistakes, from TLC's earlier run if there was one. @throws ReferenceDiffers */
export async function referenceModelGraph(profile: Profile): Promise<Graph> {
  const label = profileLabel(profile)
  const known = modelGraphs.get(label)
  if (known) return known
  if (!hasModelGraph(profile)) await makeModelGraph(profile, await resolveTools())
  const file = path.join(graphFolder(profile), `${moduleName(profile)}.graph.ndjson`)
  const graph = modelCheckerGraph(await readGraph(file))
  if (graph.states.length < 5000) modelGraphs.set(label, graph)
  return graph
}

/** Nothing can be said about mutants while the original differs already. */
export class ReferenceDiffers extends Error {
  override name = 'ReferenceDiffers'
}

/**
 * Runs TLC on a profile without mistakes, keeps its graph under `build/`, and requires it to be that of the statechart.
 * @throws ReferenceDiffers
 */
export async function makeModelGraph(profile: Profile, tools: Tools): Promise<void> {
  const folder = graphFolder(profile)
  if (existsSync(folder)) return
  const draft = `${folder}.${process.pid}`
  mkdirSync(draft, { recursive: true })
  const { tlc, graph } = await checkProfile(l1RollupSubject, profile, { folder: draft, tools })
  if (!graph)
    throw new ReferenceDiffers(`${profileLabel(profile)}: TLC says ${tlc.violated ?? tlc.outcome} already`)
  const { differenceCount } = compareWithStatechart(
    l1RollupSubject,
    profile,
    graph,
    referenceExploration(profile),
    1,
  )
  if (differenceCount > 0)
    throw new ReferenceDiffers(`${profileLabel(profile)}: ${differenceCount} differences already`)
  rmSync(folder, { recursive: true, force: true })
  renameSync(draft, folder)
}

/** Profiles in the order in which they promise to show a mistake: its own, then those that refuse what it mutates. */
export function inOrder(mutant: Mutant, profiles: readonly Profile[]): Profile[] {
  const rank = (profile: Profile): number => {
    const wanted = mutant.profiles?.indexOf(profile.name) ?? -1
    if (wanted >= 0) return wanted
    const seen = pairsOf(profile)
    if (mutant.refusal && mutant.event)
      return seen.has(`${mutant.event} alone ${mutant.refusal}`)
        ? 100
        : seen.has(`${mutant.event} ${mutant.refusal}`)
          ? 200
          : 300
    if (mutant.refusal) return seen.has(` ${mutant.refusal}`) ? 100 : 300
    return mutant.event && seen.has(mutant.event) ? 100 : 200
  }
  return profiles
    .map((profile, index) => ({ profile, order: rank(profile) * 100 + index }))
    .sort((a, b) => a.order - b.order)
    .map(({ profile }) => profile)
}

const pairs = new Map<string, ReadonlySet<string>>()

/** What happens in the short form of a profile: events, refusals, and which refuse an event alone. */
function pairsOf({ name }: Profile): ReadonlySet<string> {
  const known = pairs.get(name)
  if (known) return known
  const short = [...shortProfiles, ...variantProfiles].find((profile) => profile.name === name)!
  const { events, event, outcome, refusalSets } = referenceExploration(short)
  const types = events.map((text) => (JSON.parse(text) as { type: string }).type)
  const found = new Set<string>()
  event.forEach((id, instance) => {
    const result = outcome[instance]!
    if (result >= 0) {
      found.add(types[id]!)
      return
    }
    const set = refusalSets[-1 - result]!
    for (const refusal of set) found.add(`${types[id]} ${refusal}`).add(` ${refusal}`)
    if (set.length === 1) found.add(`${types[id]} alone ${set[0]}`)
  })
  pairs.set(name, found)
  return found
}
