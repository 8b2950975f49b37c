import { rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ActorTypes } from '../../../model/core/actor.ts'
import { exploreComposed } from '../../../model/core/composed.ts'
import { ExplorationFailed, type Graph } from '../../../model/core/explorer.ts'
import { cutFiles } from '../../../tla/system/cuts.ts'
import { resolveTools, type Tools } from '../../../tla/tlc/jar.ts'
import { Machines } from '../../../tla/tlc/machines.ts'
import type { ModelResult } from '../../../tla/tlc/models.ts'
import { errorText, type TlcProgress } from '../../../tla/tlc/result.ts'
import { placesAlong, placesIn } from '../causes/along.ts'
import { CauseFinder } from '../causes/finder.ts'
import { placeOfPair, placesOf } from '../causes/places.ts'
import { placesUntilStopped } from '../causes/unanswered.ts'
import { type CheckedCut, checkedCuts } from '../cuts.ts'
import { statechartGraph } from '../graph-parity/bijection.ts'
import { compareGraphs } from '../graph-parity/compare.ts'
import {
  askModelChecker,
  comparePairs,
  PairsUnanswered,
  type PointwiseRun,
} from '../graph-parity/pointwise.ts'
import { checkProfile, checkSafety, compareWithStatechart, exploreProfile } from '../graph-parity/profile.ts'
import type { RungContext, RungOutcome, RunRung } from '../rung.ts'
import { compareWithGraph } from '../step-parity/graph.ts'
import { stepOf } from '../step-parity/steps.ts'
import { type AnySubject, type Modelled, subjects } from '../subjects.ts'
import { work } from '../work.ts'
import { runModelsBeside } from './models.ts'
import {
  graphParityOf,
  modelCheckingOf,
  nothingTold,
  type PairsResult,
  type ProfileResult,
  together,
  toldBy,
} from './outcomes.ts'

/** Virtual machines for profiles, and as many for models, of which each keeps a core busy. */
const machineCount = 2
/** Differences of a profile that causes are looked for in, the nearest. */
const DESCRIBED = 100_000
const pairsAtFirst = { states: 150, eventsPerState: 40 }
const buildFolder = fileURLToPath(new URL('../../../build/tla', import.meta.url))

/**
 * Rungs 1 and 2. Every profile of the preset goes through the model checker once, which checks safety and writes the
 * labelled graph; the statechart's graph is built meanwhile and compared. Then their Bug, Reach and liveness models. What is
 * composed of actors goes the same way.
 */
export const run: RunRung = (context) => {
  const isAsked = (name: string): boolean => context.actors?.includes(name) ?? true
  return checkSubjects(
    subjects.filter(({ actor }) => isAsked(actor.name)),
    context,
    checkedCuts.filter(({ name }) => isAsked(name)),
  )
}

/** The same for some subjects, one after the other. */
export async function checkSubjects(
  these: readonly AnySubject[],
  context: RungContext,
  cuts: readonly CheckedCut[] = [],
): Promise<RungOutcome[]> {
  const tools = await resolveTools()
  const folder = path.join(buildFolder, `machines-${process.pid}`)
  const machines = new Machines(tools, folder, machineCount)
  const modelMachines = new Machines(tools, path.join(folder, 'models'), machineCount, true)
  const running = { tools, machines, modelMachines }
  const outcomes: RungOutcome[] = []
  try {
    for (const subject of these) outcomes.push(...(await checkSubject(subject, context, running)))
    for (const cut of cuts) outcomes.push(...(await checkCut(cut, context, running)))
  } finally {
    machines.close()
    modelMachines.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return together(outcomes)
}

/** With what TLC runs. */
interface Running {
  readonly tools: Tools
  readonly machines: Machines
  /** Of Bug and Reach models. */
  readonly modelMachines: Machines
}

async function checkSubject(
  subject: AnySubject,
  context: RungContext,
  running: Running,
): Promise<RungOutcome[]> {
  const finder = new CauseFinder(subject, context)
  if (context.requested.has('graphParity')) await lookFirst(subject, context, running, finder)
  const { checking, modelling } = beginModels(
    subject,
    subject.profiles(context),
    context,
    running,
    (profile) => checkAndCompare(subject, context, profile, running, finder),
  )
  const wantsParity = context.requested.has('graphParity')
  // Models keep TLC busy and leave this process idle, pairs the other way round.
  const pairing = checking.then(() =>
    wantsParity ? comparePointwise(subject, context, running, finder) : [],
  )
  const [profiles, models, pairs] = await Promise.all([checking, modelling, pairing])
  const outcomes = checkedOutcomes(subject, context, profiles, models)
  if (wantsParity) outcomes.push(graphParityOf(subject, profiles, pairs, toldBy(subject, context, finder)))
  return outcomes
}

/** What is composed: its causes are not looked for, the nearest difference is told. */
async function checkCut(cut: CheckedCut, context: RungContext, running: Running): Promise<RungOutcome[]> {
  const wantsParity = context.requested.has('graphParity')
  const isCompared = wantsParity && cut.composed !== undefined
  const asked = context.requested.has('modelChecking') || isCompared ? cut.profiles(context) : []
  const { checking, modelling } = beginModels(cut, asked, context, running, (profile) =>
    checkCutProfile(cut, context, profile, running),
  )
  const [profiles, models] = await Promise.all([checking, modelling])
  const outcomes = checkedOutcomes(cut, context, profiles, models)
  if (wantsParity) outcomes.push(graphParityOf(cut, isCompared ? profiles : [], [], nothingTold()))
  return outcomes
}

const nothingProbed = { everyState: 0, pairsEveryState: 0 }

async function checkCutProfile(
  cut: CheckedCut,
  context: RungContext,
  profile: ProfileResult['profile'],
  { tools, machines }: Running,
): Promise<ProfileResult> {
  const { presetName, signal, requested } = context
  const name = cut.prefix + profile.name
  const stateLimit = context.stateLimit(name)
  const options = {
    folder: path.join(buildFolder, `${presetName}-${process.pid}`, name),
    tools,
    signal,
    onProgress: tellsProgress(context, name),
  }
  const { composed, large } = cut
  const expected = large.find((it) => it.profile === profile)
  if (!composed || !requested.has('graphParity')) {
    const files = cutFiles(cut.twin, profile, stateLimit)
    const tlc = await machines.use((machine) => checkSafety(files, profile, { ...options, machine }))
    return { profile, tlc, comparison: undefined, expectedStates: expected?.states }
  }
  const { tlc, graph } = await machines.use((machine) =>
    checkProfile(cut, { ...profile, probes: nothingProbed }, { ...options, machine, stateLimit }),
  )
  const explored = tryTo(() => exploreComposed(composed, profile, { limit: stateLimit }))
  if ('problem' in explored) return { profile, tlc, comparison: undefined, problem: explored.problem }
  if (!graph) return { profile, tlc, comparison: undefined }
  const comparison = compareGraphs(graph, statechartGraph(explored.graph), 1)
  return { profile, tlc, comparison, expectedStates: expected?.states }
}

/** The profiles, and beside them their models. */
function beginModels<Profile extends ProfileResult['profile']>(
  subject: Modelled,
  profiles: readonly Profile[],
  context: RungContext,
  running: Running,
  check: (profile: Profile) => Promise<ProfileResult>,
): { checking: Promise<readonly ProfileResult[]>; modelling: Promise<readonly ModelResult[]> } {
  const folder = path.join(buildFolder, `models-${process.pid}`, subject.prefix)
  const lanes = profileLanes(subject, profiles, context, check)
  const checking = Promise.all(lanes).then((results) => results[0]!)
  // The largest profile is the last, and alone for a while: models begin when a lane is free.
  const { tools, modelMachines } = running
  const modelling = Promise.race(lanes).then(() =>
    context.requested.has('modelChecking')
      ? runModelsBeside(subject, context, { folder, tools, machines: modelMachines })
      : [],
  )
  return { checking, modelling }
}

const checkedOutcomes = (
  subject: Modelled,
  context: RungContext,
  profiles: readonly ProfileResult[],
  models: readonly ModelResult[],
): RungOutcome[] =>
  context.requested.has('modelChecking') ? [modelCheckingOf(subject, context, profiles, models)] : []

/**
 * A few pairs before everything else: most of what differs shows in seconds there, and profiles then give the shortest
 * way to it. Nothing of it is counted.
 */
async function lookFirst(
  subject: AnySubject,
  context: RungContext,
  running: Running,
  finder: CauseFinder,
): Promise<void> {
  const { presetName, constants } = context
  // Pairs have constants of their own.
  if (presetName !== 'tiny' || Object.keys(constants).length > 0) return
  await askPairs(subject, context, { ...running, finder, endsUnanswered: true, brief: true, ...pairsAtFirst })
  context.did(work.firstPairs)
}

/** Pairs belong to the whole preset `tiny`: they show what none of its profiles reaches. */
async function comparePointwise(
  subject: AnySubject,
  context: RungContext,
  running: Running,
  finder: CauseFinder,
): Promise<PairsResult[]> {
  const { presetName, allProfiles } = context
  if (presetName !== 'tiny' || !allProfiles) return []
  const answers = await askPairs(subject, context, { ...running, finder, ...subject.drawn })
  for (const answer of answers) if ('pairs' in answer) context.did(work.pairs(answer.pairs))
  return answers
}

interface Asking extends Omit<PointwiseRun, 'folder' | 'machine' | 'seed' | 'signal'> {
  readonly machines: Machines
  readonly finder: CauseFinder
  /** All questions end when the model checker leaves some without an answer. */
  readonly endsUnanswered?: boolean
}

async function askPairs(
  subject: AnySubject,
  { seed, signal: ended, progress }: RungContext,
  { finder, machines, endsUnanswered = false, ...amount }: Asking,
): Promise<PairsResult[]> {
  const enough = new AbortController()
  const signal = AbortSignal.any([ended, enough.signal])
  return Promise.all(
    subject.pairProfiles().map(async (profile): Promise<PairsResult> => {
      const folder = path.join(buildFolder, `pairs-${process.pid}`, subject.prefix, profile.name)
      try {
        const run = { folder, seed, ...amount, signal }
        const asked = await machines.use((machine) => askModelChecker(subject, profile, { ...run, machine }))
        const result = await comparePairs(subject, asked, { signal })
        if (result.smallest) finder.add([placeOfPair(result.smallest, subject.prefix + profile.name)])
        progress(`pairs of profile ${subject.prefix}${profile.name}: ${result.pairs} compared`)
        return { profile: profile.name, ...result }
      } catch (error) {
        if (enough.signal.aborted && !ended.aborted) return { profile: profile.name, problem: 'not asked' }
        if (!(error instanceof PairsUnanswered)) throw error
        if (endsUnanswered) enough.abort()
        const points = path.join(folder, 'points.ndjson')
        finder.add(await placesUntilStopped(subject, profile, points))
        return { profile: profile.name, problem: error.message }
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    }),
  )
}

/**
 * Two runs of TLC at a time, the small ones first; the statechart is explored here meanwhile.
 * @returns of each lane, when it has nothing left to do, the results of all in the order of the profiles
 */
function profileLanes<Profile extends ProfileResult['profile']>(
  { prefix }: Modelled,
  profiles: readonly Profile[],
  context: RungContext,
  check: (profile: Profile) => Promise<ProfileResult>,
): readonly Promise<ProfileResult[]>[] {
  const { signal, progress } = context
  const results: ProfileResult[] = []
  const sizeOf = ({ name }: Profile): number => context.stateLimit(prefix + name)
  const waiting = [...profiles.entries()].sort(([, a], [, b]) => sizeOf(a) - sizeOf(b))
  const lane = async (): Promise<ProfileResult[]> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      signal.throwIfAborted()
      const [index, profile] = next
      results[index] = await check(profile)
      const { tlc } = results[index]
      context.did(work.profile(tlc.distinctStates))
      progress(`profile ${prefix}${profile.name}: ${tlc.distinctStates} states, TLC says ${tlc.outcome}`)
    }
    return results
  }
  return [lane(), lane()]
}

async function checkAndCompare(
  subject: AnySubject,
  context: RungContext,
  profile: ActorTypes['profile'],
  { tools, machines }: Running,
  finder: CauseFinder,
): Promise<ProfileResult> {
  const { presetName, signal, requested } = context
  const name = subject.prefix + profile.name
  const stateLimit = context.stateLimit(name)
  const checking = machines.use((machine) =>
    checkProfile(subject, profile, {
      folder: path.join(buildFolder, `${presetName}-${process.pid}`, name),
      tools,
      machine,
      signal,
      stateLimit,
      onProgress: tellsProgress(context, name),
    }),
  )
  // Awaited below; a failure before then is reported there.
  checking.catch(() => {})
  await started()
  const explored = requested.has('graphParity')
    ? tryTo(() => exploreProfile(subject, profile, stateLimit))
    : undefined
  const { tlc, graph } = await checking
  if (tlc.outcome === 'error') finder.unevaluated(errorText(tlc))
  const result = { profile, tlc, comparison: undefined }
  if (!explored) return result
  if ('graph' in explored) context.graphs.keep(name, explored.graph)
  if (!graph) {
    if (tlc.counterexample) finder.add(placesAlong(subject, profile, name, tlc.counterexample))
    return result
  }
  if ('problem' in explored) {
    finder.add(placesIn(subject, profile, name, graph))
    return { ...result, problem: explored.problem }
  }
  const comparison = compareWithStatechart(subject, profile, graph, explored.graph, DESCRIBED)
  finder.add(placesOf(comparison, name))
  const step = stepOf(subject.actor.name)
  const steps = step && compareWithGraph(subject, profile, step, explored.graph)
  return { profile, tlc, comparison, steps }
}

const tellsProgress =
  ({ progress }: RungContext, name: string) =>
  ({ distinctStates, seconds }: TlcProgress): void =>
    progress(`TLC on profile ${name}: ${distinctStates} states in ${Math.round(seconds)} s`)

/** Wrong rules may have more states than there are, or cannot be evaluated. */
function tryTo(explore: () => Graph<ActorTypes>): { graph: Graph<ActorTypes> } | { problem: string } {
  try {
    return { graph: explore() }
  } catch (error) {
    if (!(error instanceof ExplorationFailed)) throw error
    return { problem: error.message }
  }
}

/** Exploring takes this thread for seconds: first let the process that was asked for come to life. */
const started = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200))
