import type { Event, State } from '../../model/l1-rollup/vocabulary.ts'
import { type Driver, DriverError } from '../drivers/driver.ts'
import { differenceOf } from './difference.ts'
import { addTo, type Part, type Variant, wholeOf } from './foreign/unsupported.ts'
import type { VectorCase } from './format.ts'
import { type CaseFolder, caseFolders, readCase } from './read.ts'
import { VectorError } from './vectorError.ts'

/** Why a case failed: the first step at which a driver does something else, or a case that cannot be read. */
export interface VectorFailure {
  /** Its folder below the one that was asked for. */
  readonly case: string
  /** 1-based; 0: the state after `reset`; absent where the case cannot be read. */
  readonly step?: number
  readonly event?: Event
  /** Of a function: what it was asked. */
  readonly call?: string
  readonly expected: string
  readonly found: string
  /** Places at which the states differ. */
  readonly paths?: readonly (readonly string[])[]
}

/** A case that was run. */
export interface VectorRun {
  readonly case: string
  /** The profile, as the layout has it. */
  readonly suite: string
  /** Judged ones, up to the first that differs. */
  readonly steps: number
  /** What was left of it, where something is not supported. */
  readonly part?: Omit<Part, 'steps'>
  /** Judged steps beside the passing of time. */
  readonly calls?: number
  readonly seconds: number
  readonly failure: VectorFailure | undefined
}

/** A case that was not run, because the function that it is of is not declared. */
export interface UndeclaredCase {
  readonly case: string
  readonly suite: string
  readonly function: string
}

/** A case that was not run, because the implementation has no deployments of its kind. */
export interface LeftOutCase {
  readonly case: string
  readonly suite: string
  readonly variant: Variant
}

export interface VectorResult {
  /** Cases that were found and match the filters. */
  readonly total: number
  readonly runs: readonly VectorRun[]
  readonly steps: number
  /** Judged steps beside the passing of time. */
  readonly calls: number
  /** Steps that were not judged by why, and those of which a variable was not, by the variable. */
  readonly notJudged: ReadonlyMap<string, number>
  readonly untold: ReadonlyMap<string, number>
  readonly failures: readonly VectorFailure[]
  readonly undeclared: readonly UndeclaredCase[]
  readonly leftOut: readonly LeftOutCase[]
}

export interface VectorFilter {
  /** Suites, that is profiles; all if absent. */
  readonly profiles?: readonly string[]
  /** Text that the path of a case holds. */
  readonly text?: string
  /** A refusal that some step of the case expects; a case of a function expects none. */
  readonly refusal?: string
  /** A clause that the case rests on. With a refusal it asks for cases of functions only. */
  readonly clause?: string
}

/** How far a run is, in numbers. */
export interface VectorProgress {
  readonly total: number
  readonly runs: number
  readonly steps: number
  readonly failures: number
}

export interface VectorOptions {
  readonly filter?: VectorFilter
  /** Called after each case. */
  readonly progress?: (finished: VectorProgress) => void
  readonly signal?: AbortSignal
  /** No case that is asked for is no error. */
  readonly mayBeNone?: boolean
  /** Why a case is not run at all; `undefined` for one that is. */
  readonly leavesOut?: (vector: VectorCase) => Variant | undefined
}

/** What a run of vectors has come to, case by case. */
export class Tally {
  readonly runs: VectorRun[] = []
  readonly failures: VectorFailure[] = []
  readonly undeclared: UndeclaredCase[] = []
  readonly leftOut: LeftOutCase[] = []
  readonly notJudged = new Map<string, number>()
  readonly untold = new Map<string, number>()
  steps = 0
  calls = 0

  constructor(public total: number) {}

  get progress(): VectorProgress {
    const { total, runs, steps, failures } = this
    return { total, runs: runs.length, steps, failures: failures.length }
  }

  add(run: VectorRun): void {
    this.runs.push(run)
    this.steps += run.steps
    this.calls += run.calls ?? run.steps
    for (const [why, count] of run.part?.notJudged ?? []) addTo(this.notJudged, why, count)
    for (const [name, count] of run.part?.untold ?? []) addTo(this.untold, name, count)
    if (run.failure) this.failures.push(run.failure)
  }

  /** Adds what another run has come to. */
  include({ total, runs, undeclared, leftOut }: VectorResult): void {
    this.total += total
    for (const run of runs) this.add(run)
    this.undeclared.push(...undeclared)
    this.leftOut.push(...leftOut)
  }
}

/**
 * Puts cases below a folder to a driver that is deployed as the cases say. A case that cannot be read is a failure, and
 * the run goes on.
 * @param driverFor gives the driver of a case; the same one for cases that are deployed alike
 * @param partOf the steps of a case that are put to it; all if absent
 * @throws VectorError where there is no case, and what the driver throws beside DriverError
 */
export async function runVectors(
  folder: string,
  driverFor: (vector: VectorCase) => Driver | Promise<Driver>,
  { filter = {}, progress = () => {}, signal, mayBeNone, leavesOut = () => undefined }: VectorOptions = {},
  partOf: (vector: VectorCase) => Part = wholeOf,
): Promise<VectorResult> {
  const asked = await askedFolders(folder, filter)
  const tally = new Tally(asked.length)
  for (const { path, suite } of asked) {
    signal?.throwIfAborted()
    const started = performance.now()
    let variant: Variant | undefined
    const made = await caseAt(folder, path, filter, async (vector) => {
      variant = leavesOut(vector)
      return variant ? nothingMade : runCase(vector, await driverFor(vector), partOf(vector))
    })
    if (variant) tally.leftOut.push({ case: path, suite, variant })
    else if (made) tally.add({ case: path, suite, ...made, seconds: (performance.now() - started) / 1000 })
    else tally.total--
    progress(tally.progress)
  }
  if (!mayBeNone) requireSome(folder, tally)
  return tally
}

/** Cases of the rollup, or of functions, whose paths fit a filter. @throws VectorError where there is no case at all */
export async function askedFolders(
  folder: string,
  { profiles, text = '' }: VectorFilter,
  ofFunctions = false,
): Promise<CaseFolder[]> {
  const found = await caseFolders(folder)
  return found.filter(
    ({ path, suite, isOfFunction }) =>
      isOfFunction === ofFunctions && (profiles?.includes(suite) ?? true) && path.includes(text),
  )
}

/** @throws VectorError where no case was asked for */
export function requireSome(folder: string, { runs, undeclared, leftOut }: VectorResult): void {
  if (runs.length + undeclared.length + leftOut.length === 0)
    throw new VectorError(`${folder}: none of its cases is asked for`)
}

export type Made = Pick<VectorRun, 'steps' | 'calls' | 'failure' | 'part'>
const nothingMade: Made = { steps: 0, failure: undefined }

/** Reads a case and does something with it; `undefined` for a case that is not asked for. */
export async function caseAt(
  folder: string,
  path: string,
  { refusal, clause }: VectorFilter,
  act: (vector: VectorCase) => Made | Promise<Made>,
): Promise<Made | undefined> {
  try {
    const vector = await readCase(folder, path)
    const concerns = ({ steps, manifest }: VectorCase) =>
      refusal === undefined
        ? clause === undefined || manifest.clauses.includes(clause)
        : steps.some((step) => 'refused' in step && step.refused.includes(refusal))
    return concerns(vector) ? await act(vector) : undefined
  } catch (error) {
    if (!(error instanceof VectorError)) throw error
    const expected = 'a case that can be read'
    return { steps: 0, failure: { case: path, expected, found: error.message } }
  }
}

/** @returns how many steps were made, and where the driver first does something else */
export async function runCase(
  vector: VectorCase,
  driver: Driver,
  { steps, ...part }: Part = wholeOf(vector),
): Promise<Made> {
  let state: State = vector.pre
  let [made, calls, number] = [0, 0, 0]
  let event: Event | undefined
  let expected = 'the state after deployment'
  const fail = (failure: Pick<VectorFailure, 'expected' | 'found' | 'paths'>): Made => ({
    steps: made,
    calls,
    part,
    failure: { case: vector.path, step: number, ...(event && { event }), ...failure },
  })
  const differing = async () => {
    const difference = differenceOf(state, (await driver.observe()).stored)
    return difference && fail(difference)
  }
  try {
    await driver.reset()
    const start = await differing()
    if (start) return start
    for (const { step, next, number: at } of steps) {
      made++
      if (step.event.type !== 'advanceSlot') calls++
      number = at
      event = step.event
      expected = 'refused' in step ? `refused with ${step.refused.join(', ')}` : 'accepted'
      const [outcome] = await driver.apply([step.event])
      if ('refused' in step) {
        const want = !outcome!.accepted && outcome!.all ? step.refused : step.refused.slice(0, 1)
        const found = outcome!.accepted ? 'accepted' : (outcome!.all ?? [outcome!.refusal]).join(', ')
        if (found !== want.join(', ')) return fail({ expected: `refused with ${want.join(', ')}`, found })
      } else if (!outcome!.accepted)
        return fail({ expected: 'accepted', found: `refused with ${outcome!.refusal}` })
      state = next
      const after = await differing()
      if (after) return after
    }
  } catch (error) {
    if (!(error instanceof DriverError)) throw error
    return fail({ expected, found: error.message })
  }
  return { steps: made, calls, part, failure: undefined }
}
