import { availableParallelism } from 'node:os'
import { deploy } from '../../model/core/deployed.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { type RefusalName, refusals as refusalOf } from '../../model/l1-rollup/refusals.ts'
import { eventText, stateText } from '../../model/l1-rollup/texts.ts'
import type { State } from '../../model/l1-rollup/vocabulary.ts'
import type { Profile } from '../../spec/parameters.ts'
import { Injector } from '../evm/inject.ts'
import { type Case, type CaseState, createAnswers } from '../rungs/one-step/cases.ts'
import { differenceOf } from '../rungs/one-step/difference.ts'
import { createPreparation, type PreparedJob } from '../rungs/one-step/preparation.ts'
import { inSideProcesses } from '../rungs/sideProcess.ts'
import { namedBodies } from '../translation/bodies.ts'
import { type Deployment, deployProfile } from '../translation/deployment.ts'
import { LogEncoder } from '../translation/logs.ts'
import { RefusalEncoder } from '../translation/refusals.ts'
import type { VectorCase, VectorStep } from './format.ts'
import { profileOf } from './profileOf.ts'
import type { CaseFolder } from './read.ts'
import {
  askedFolders,
  caseAt,
  type Made,
  requireSome,
  Tally,
  type VectorFailure,
  type VectorFilter,
  type VectorOptions,
  type VectorProgress,
  type VectorResult,
  type VectorRun,
} from './run.ts'
import { VectorError } from './vectorError.ts'

/** Cases of one profile. */
export interface InjectedTask {
  readonly folder: string
  readonly cases: readonly CaseFolder[]
  readonly filter: VectorFilter
}

/** So many cases take less time than another process does to start. */
const FEW_CASES = 30
const MOST_PROCESSES = 4
const taskFile = new URL('./injectedTask.ts', import.meta.url)

/**
 * Puts vectors to the bytecode of the contracts, each step by itself: the state before it goes into storage, the call is
 * executed from there, and what it changed, logged or reverted with is compared. Steps that several cases share are made
 * once. The passing of time is no call. Profiles are shared out among processes.
 */
export async function runInjected(
  folder: string,
  { filter = {}, progress = () => {}, signal = new AbortController().signal, mayBeNone }: VectorOptions = {},
): Promise<VectorResult> {
  const asked = await askedFolders(folder, filter)
  const tasks = [...new Set(asked.map(({ suite }) => suite))]
    .map((suite) => ({ folder, cases: asked.filter((one) => one.suite === suite), filter }))
    // The longest first, so that nobody waits for it at the end.
    .toSorted((left, right) => right.cases.length - left.cases.length)
  const tally = new Tally(asked.length)
  const finished = { runs: 0, steps: 0, failures: 0 }
  const told = (counts: SuiteCounts): void => {
    for (const name of ['runs', 'steps', 'failures'] as const) finished[name] += counts[name]
    progress({ total: asked.length, ...finished })
  }
  const answers: VectorRun[][] = []
  if (tasks.length === 1 || asked.length < FEW_CASES)
    for (const task of tasks) {
      answers.push(await injectSuite(task, signal))
      told(countsOf(answers.at(-1)!))
    }
  else
    answers.push(
      ...(await inSideProcesses<InjectedTask, VectorRun[]>(taskFile, tasks, {
        processes: Math.min(availableParallelism(), MOST_PROCESSES),
        signal,
        progress: (counts) => told(JSON.parse(counts)),
      })),
    )
  const runs = new Map(answers.flat().map((run) => [run.case, run]))
  tally.total = runs.size
  for (const run of asked.flatMap(({ path }) => runs.get(path) ?? [])) tally.add(run)
  if (!mayBeNone) requireSome(folder, tally)
  return tally
}

/** What the cases of a profile have come to, in numbers. */
export type SuiteCounts = Omit<VectorProgress, 'total'>

export const countsOf = (runs: readonly VectorRun[]): SuiteCounts => ({
  runs: runs.length,
  steps: runs.reduce((sum, { steps }) => sum + steps, 0),
  failures: runs.filter(({ failure }) => failure).length,
})

/** Puts the cases of one profile. @returns those that are asked for */
export async function injectSuite(
  { folder, cases, filter }: InjectedTask,
  signal: AbortSignal,
): Promise<VectorRun[]> {
  const started = performance.now()
  const steps = new Map<string, DistinctState>()
  let profile: Profile | undefined
  const made: (Made & { case: string; suite: string })[] = []
  for (const { path, suite } of cases) {
    signal.throwIfAborted()
    const one = await caseAt(folder, path, filter, (vector) => {
      profile = profileOf(vector)
      gather(vector, steps)
      return { steps: vector.steps.length, failure: undefined }
    })
    if (one) made.push({ case: path, suite, ...one })
  }
  const found = profile
    ? await inject(await deployProfile(profile, namedBodies), [...steps.values()], signal)
    : new Map<string, VectorFailure>()
  const seconds = (performance.now() - started) / 1000 / made.length
  return made.map((one) => ({ ...one, seconds, failure: one.failure ?? found.get(one.case) }))
}

/** Where a step stands. */
interface Place {
  readonly case: string
  /** 1-based. */
  readonly step: number
}

interface DistinctState {
  readonly state: State
  readonly text: string
  /** By the text of the step. */
  readonly steps: Map<string, { readonly step: VectorStep; readonly next: State; readonly places: Place[] }>
}

const refusalNames = new Set<string>(Object.values(refusalOf).map(({ refusal }) => refusal))

/** Adds the steps of a case to those that are known. @throws VectorError for a refusal that no check has */
function gather({ path, pre, steps }: VectorCase, into: Map<string, DistinctState>): void {
  let state: State = pre
  for (const [index, step] of steps.entries()) {
    const unknown = 'refused' in step && step.refused.find((name) => !refusalNames.has(name))
    if (unknown) throw new VectorError(`${path}/steps.yaml: step ${index + 1}: ${unknown} is no refusal`)
    const next = 'post' in step ? { ...state, ...(step.post as Partial<State>) } : state
    const text = stateText(state)
    const here = into.get(text) ?? { state, text, steps: new Map() }
    into.set(text, here)
    const key = `${eventText(step.event)} ${'post' in step ? stateText(next) : step.refused.join()}`
    const known = here.steps.get(key) ?? { step, next, places: [] }
    here.steps.set(key, known)
    known.places.push({ case: path, step: index + 1 })
    state = next
  }
}

/** @returns the first failure of each case that has one */
async function inject(
  deployment: Deployment,
  states: readonly DistinctState[],
  signal: AbortSignal,
): Promise<Map<string, VectorFailure>> {
  const { profile, code } = deployment
  const prepare = createPreparation(deployment)
  const answer = createAnswers(deploy(l1Rollup, profile))
  const encoder = new RefusalEncoder()
  const logs = new LogEncoder(deployment.addresses, deployment.storageMap)
  const failures = new Map<string, VectorFailure>()
  const fail = (
    { case: path, step }: Place,
    failure: Pick<VectorFailure, 'event' | 'expected' | 'found'>,
  ) => {
    const before = failures.get(path)?.step ?? Number.POSITIVE_INFINITY
    if (step < before) failures.set(path, { case: path, step, ...failure })
  }
  const injector = await Injector.start({ contracts: code })
  try {
    await injector.run(jobs(), (job, outcomes) => {
      const { expectations, of } = job as PreparedJob & { of: DistinctState }
      const calls = [...of.steps.values()].filter(({ step }) => step.event.type !== 'advanceSlot')
      for (const [index, { step, places }] of calls.entries()) {
        const difference = differenceOf(
          deployment,
          job as PreparedJob,
          expectations[index]!,
          outcomes[index]!,
          encoder,
          logs,
        )
        if (difference) for (const place of places) fail(place, { event: step.event, ...difference })
      }
    })
  } finally {
    await injector.stop()
  }
  return failures

  function* jobs(): Generator<PreparedJob & { of: DistinctState }> {
    let salt = 0
    for (const of of states) {
      signal.throwIfAborted()
      try {
        yield { ...prepare(caseState(of), salt++), of }
      } catch (error) {
        const expected = 'a state that the storage of the contracts can hold'
        for (const { places, step } of of.steps.values())
          for (const place of places)
            fail(place, { event: step.event, expected, found: (error as Error).message })
      }
    }
  }

  function caseState({ state, text, steps }: DistinctState): CaseState {
    const cases = [...steps.values()].map(({ step, next }): Case => {
      const text = eventText(step.event)
      if ('refused' in step)
        return { event: step.event, text, outcome: { refusals: step.refused as RefusalName[] } }
      // Vectors say nothing of logs: those that the statechart sends out.
      const { outcome } = answer(state, step.event)
      return { event: step.event, text, outcome: { next, logs: 'next' in outcome ? outcome.logs : [] } }
    })
    return { state, text, cases }
  }
}
