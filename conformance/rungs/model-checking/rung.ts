import { rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadPointwise, loadPreset, type Profile } from '../../../spec/parameters.ts'
import { resolveTools, type Tools } from '../../../tla/tlc/jar.ts'
import type { ModelResult } from '../../../tla/tlc/models.ts'
import type { TlcResult } from '../../../tla/tlc/result.ts'
import { clausesOf } from '../../clauses/clauseIndex.ts'
import type { ProfileEvidence, RungFailure, Story } from '../../evidence.ts'
import { type Comparison, type Difference, unsharedRefusals } from '../graph-parity/compare.ts'
import {
  askModelChecker,
  comparePairs,
  type PairDifference,
  PairsUnanswered,
  type PointwiseResult,
} from '../graph-parity/pointwise.ts'
import { checkProfile, compareWithStatechart, exploreProfile } from '../graph-parity/profile.ts'
import type { RungContext, RungOutcome, RunRung } from '../rung.ts'
import { idleProperties, propertiesShown, propertyPlace, runModelsBeside, shown } from './models.ts'
import { originOf, storyOf } from './stories.ts'

/** Drawn for each profile of `pointwise.json`. */
const pairsPerProfile = { states: 1_002, eventsPerState: 100 }
const buildFolder = fileURLToPath(new URL('../../../build/tla', import.meta.url))

/** What checking one profile established. */
interface ProfileResult {
  readonly profile: Profile
  readonly tlc: TlcResult
  readonly comparison: Comparison | undefined
}

/**
 * Rungs 1 and 2. Every profile of the preset goes through the model checker once, which checks safety and writes the
 * labelled graph; the statechart's graph is built meanwhile and compared. Then their Bug, Reach and liveness models.
 */
export const run: RunRung = async (context) => {
  const tools = await resolveTools()
  const wantsModels = context.requested.has('modelChecking')
  const profiles = await checkProfiles(context, tools)
  const models = wantsModels
    ? await runModelsBeside(context, { folder: path.join(buildFolder, `models-${process.pid}`), tools })
    : []
  const outcomes: RungOutcome[] = []
  if (wantsModels) outcomes.push(modelCheckingOutcome(context, profiles, models))
  if (context.requested.has('graphParity'))
    outcomes.push(graphParityOutcome(profiles, await comparePointwise(context, tools)))
  return outcomes
}

/** Of a profile of `pointwise.json`: what was compared, or why nothing was. */
type PairsResult = { readonly profile: string } & (PointwiseResult | { readonly problem: string })

/** Pairs belong to the whole preset `tiny`: they show what none of its profiles reaches. */
async function comparePointwise(context: RungContext, tools: Tools): Promise<PairsResult[]> {
  const { presetName, allProfiles, seed, signal, progress } = context
  if (presetName !== 'tiny' || !allProfiles) return []
  return Promise.all(
    loadPointwise('modelChecker').map(async (profile): Promise<PairsResult> => {
      const folder = path.join(buildFolder, `pairs-${process.pid}`, profile.name)
      try {
        const asked = await askModelChecker(profile, { folder, seed, ...pairsPerProfile, signal, tools })
        const result = await comparePairs(asked, { signal })
        progress(`pairs of profile ${profile.name}: ${result.pairs} compared`)
        return { profile: profile.name, ...result }
      } catch (error) {
        if (!(error instanceof PairsUnanswered)) throw error
        return { profile: profile.name, problem: error.message }
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    }),
  )
}

/** Two runs of TLC at a time; the statechart is explored here meanwhile. */
async function checkProfiles(context: RungContext, tools: Tools): Promise<ProfileResult[]> {
  const { preset, signal, progress } = context
  const results: ProfileResult[] = []
  const waiting = [...preset.profiles.entries()]
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      signal.throwIfAborted()
      const [index, profile] = next
      results[index] = await checkAndCompare(context, profile, tools)
      const { tlc } = results[index]
      progress(`profile ${profile.name}: ${tlc.distinctStates} states, TLC says ${tlc.outcome}`)
    }
  }
  await Promise.all([lane(), lane()])
  return results
}

async function checkAndCompare(context: RungContext, profile: Profile, tools: Tools): Promise<ProfileResult> {
  const { presetName, signal, progress, requested } = context
  const stateLimit = context.stateLimit(profile.name)
  const checking = checkProfile(profile, {
    folder: path.join(buildFolder, `${presetName}-${process.pid}`, profile.name),
    tools,
    signal,
    stateLimit,
    onProgress: ({ distinctStates, seconds }) =>
      progress(`TLC on profile ${profile.name}: ${distinctStates} states in ${Math.round(seconds)} s`),
  })
  // Awaited below; a failure before then is reported there.
  checking.catch(() => {})
  await started()
  const exploration = requested.has('graphParity') ? exploreProfile(profile, stateLimit) : undefined
  const { tlc, graph } = await checking
  const comparison = graph && exploration && compareWithStatechart(profile, graph, exploration)
  return { profile, tlc, comparison }
}

/** Exploring takes this thread for seconds: first let the process that was asked for come to life. */
const started = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200))

function modelCheckingOutcome(
  context: RungContext,
  profiles: readonly ProfileResult[],
  models: readonly ModelResult[],
): RungOutcome {
  const failures: RungFailure[] = []
  const stories: Story[] = []
  for (const { profile, tlc } of profiles) {
    const problem = profileProblem(tlc)
    if (problem) failures.push({ profile: profile.name, ...propertyPlace(tlc.violated), text: problem })
    if (tlc.counterexample)
      stories.push(
        storyOf(
          context.out,
          {
            title: `${tlc.violated} is violated`,
            source: `profile ${profile.name}`,
            profile: profile.name,
            time: profile.parameters,
          },
          tlc.counterexample,
        ),
      )
  }
  const times = new Map(loadPreset('tiny').profiles.map(({ name, parameters }) => [name, parameters]))
  for (const found of models) {
    const { model, tlc } = found
    if (!found.ok)
      failures.push({
        profile: model.profile,
        ...propertyPlace(model.expected),
        text: `${model.kind} model ${model.name}: ${found.problem}`,
      })
    if (tlc.counterexample)
      stories.push(storyOf(context.out, originOf(found, times.get(model.profile)), tlc.counterexample))
  }
  const ofProfiles = profiles.map(({ profile, tlc }) => ({
    name: profile.name,
    kind: 'safety' as const,
    expected: 'pass',
    result: tlc.violated ?? tlc.outcome,
    distinctStates: tlc.distinctStates,
    seconds: tlc.seconds,
  }))
  const besides = models.map(shown)
  const listed = propertiesShown()
  // Bug models belong to the whole preset: a part of them asks for a part of the conjuncts.
  if (context.presetName === 'tiny' && context.allProfiles)
    failures.push(
      ...idleProperties(besides, listed).map(({ property, text }) => ({ ...propertyPlace(property), text })),
    )
  return {
    key: 'modelChecking',
    summary: { models: [...ofProfiles, ...besides], properties: listed },
    profiles: profiles.map(({ profile, tlc }) => ({
      profile: profile.name,
      numbers: { distinctStates: tlc.distinctStates, depth: tlc.depth, seconds: tlc.seconds },
      differences: [],
    })),
    stories,
    passed: new Map(),
    refused: new Map(),
    failures,
  }
}

function profileProblem(tlc: TlcResult): string | undefined {
  if (tlc.outcome === 'error') return `TLC failed: ${tlc.errors.map(({ text }) => text).join('; ')}`
  return tlc.outcome === 'pass' ? undefined : `${tlc.violated ?? tlc.outcome} is violated`
}

function graphParityOutcome(
  results: readonly ProfileResult[],
  pointwise: readonly PairsResult[],
): RungOutcome {
  const failures: RungFailure[] = []
  const total = {
    ...{ states: 0, transitions: 0, effects: 0, refusalSets: 0 },
    ...{ probes: 0, pairs: 0, differences: 0 },
  }
  const profiles: ProfileEvidence[] = []
  for (const { profile, tlc, comparison } of results) {
    if (!comparison) {
      failures.push({
        profile: profile.name,
        clauses: [],
        text: `not compared, because TLC ended with ${tlc.violated ?? tlc.outcome}`,
      })
      continue
    }
    const { states, transitions, effects, refusalSets, probes, differenceCount } = comparison
    total.states += states
    total.transitions += transitions
    total.effects += effects
    total.refusalSets += refusalSets
    total.probes += probes
    total.differences += differenceCount
    const differences = comparison.differences.map(describe)
    profiles.push({
      profile: profile.name,
      numbers: { states, transitions, effects, refusalSets, probes, differences: differenceCount },
      differences,
    })
    if (differenceCount > 0)
      failures.push({
        profile: profile.name,
        clauses: clausesOf(unsharedRefusals(comparison.differences[0]!)),
        text: `${differenceCount} differences, the nearest: ${differences[0]}`,
      })
  }
  for (const result of pointwise) {
    if ('problem' in result) {
      failures.push({ profile: result.profile, clauses: [], text: result.problem })
      continue
    }
    const { profile, pairs, accepted, differenceCount, smallest } = result
    total.pairs += pairs
    total.differences += differenceCount
    const differences = smallest ? [describePair(smallest)] : []
    profiles.push({
      profile: `${profile} (pairs)`,
      numbers: { pairs, accepted, refused: pairs - accepted, differences: differenceCount },
      differences,
    })
    if (differenceCount > 0)
      failures.push({
        profile,
        clauses: smallest
          ? clausesOf(unsharedRefusals({ left: smallest.tla, right: smallest.statechart }))
          : [],
        text: `pairs: ${differenceCount} differences, the smallest: ${differences[0]}`,
      })
  }
  return {
    key: 'graphParity',
    summary: total,
    profiles,
    stories: [],
    passed: new Map(),
    refused: new Map(),
    failures,
  }
}

/** The same for a pair that nobody has to reach. */
function describePair({ state, event, tla, statechart }: PairDifference): string {
  return [`${event} in state ${state}`, `TLA+: ${tla}`, `statechart: ${statechart}`].join('\n')
}

/** A difference for people: where, what each side says, and how to get there. */
function describe({ kind, state, event, left, right, path: steps }: Difference): string {
  return [
    `${kind}${event ? ` of ${event}` : ''} in state ${state}`,
    `TLA+: ${left}`,
    `statechart: ${right}`,
    `after ${steps.length === 0 ? 'no event' : steps.join(', ')}`,
  ].join('\n')
}
