import type { Event, State } from '../../model/l1-rollup/vocabulary.ts'
import { type Driver, DriverError } from '../drivers/driver.ts'
import { differenceOf } from './difference.ts'
import type { VectorCase } from './format.ts'
import { caseFolders, readCase } from './read.ts'
import { VectorError } from './vectorError.ts'

/** Why a case failed: the first step at which a driver does something else, or a case that cannot be read. */
export interface VectorFailure {
  /** Its folder below the one that was asked for. */
  readonly case: string
  /** 1-based; 0: the state after `reset`; absent where the case cannot be read. */
  readonly step?: number
  readonly event?: Event
  readonly expected: string
  readonly found: string
}

/** A case that was run. */
export interface VectorRun {
  readonly case: string
  /** The profile, as the layout has it. */
  readonly suite: string
  readonly steps: number
  readonly seconds: number
  readonly failure: VectorFailure | undefined
}

export interface VectorResult {
  /** Cases that were found and match the filters. */
  readonly total: number
  readonly runs: readonly VectorRun[]
  readonly steps: number
  readonly failures: readonly VectorFailure[]
}

export interface VectorFilter {
  /** Suites, that is profiles; all if absent. */
  readonly profiles?: readonly string[]
  /** Text that the path of a case holds. */
  readonly text?: string
  /** A refusal that some step of the case expects. */
  readonly refusal?: string
}

export interface VectorOptions {
  readonly filter?: VectorFilter
  /** Called after each case. */
  readonly progress?: (result: VectorResult) => void
  readonly signal?: AbortSignal
}

/**
 * Puts cases below a folder to a driver that is deployed as the cases say. A case that cannot be read is a failure, and
 * the run goes on.
 * @param driverFor gives the driver of a case; the same one for cases that are deployed alike
 * @throws VectorError where there is no case, and what the driver throws beside DriverError
 */
export async function runVectors(
  folder: string,
  driverFor: (vector: VectorCase) => Driver | Promise<Driver>,
  { filter = {}, progress = () => {}, signal }: VectorOptions = {},
): Promise<VectorResult> {
  const found = await caseFolders(folder)
  const asked = found.filter(
    ({ path, suite }) => (filter.profiles?.includes(suite) ?? true) && path.includes(filter.text ?? ''),
  )
  const runs: VectorRun[] = []
  const failures: VectorFailure[] = []
  let [total, steps] = [asked.length, 0]
  for (const { path, suite } of asked) {
    signal?.throwIfAborted()
    const started = performance.now()
    const made = await runFolder(folder, path, filter, driverFor)
    const seconds = (performance.now() - started) / 1000
    if (made === undefined) total--
    else {
      runs.push({ case: path, suite, ...made, seconds })
      steps += made.steps
      if (made.failure) failures.push(made.failure)
    }
    progress({ total, runs, steps, failures })
  }
  if (runs.length === 0) throw new VectorError(`${folder}: none of ${found.length} cases is asked for`)
  return { total, runs, steps, failures }
}

type Made = Pick<VectorRun, 'steps' | 'failure'>

/** @returns `undefined` for a case that is not asked for */
async function runFolder(
  folder: string,
  path: string,
  { refusal }: VectorFilter,
  driverFor: (vector: VectorCase) => Driver | Promise<Driver>,
): Promise<Made | undefined> {
  try {
    const vector = await readCase(folder, path)
    const concerns = vector.steps.some((step) => 'refused' in step && step.refused.includes(refusal ?? ''))
    if (refusal !== undefined && !concerns) return undefined
    return await runCase(vector, await driverFor(vector))
  } catch (error) {
    if (!(error instanceof VectorError)) throw error
    const expected = 'a case that can be read'
    return { steps: 0, failure: { case: path, expected, found: error.message } }
  }
}

/** @returns how many steps were made, and where the driver first does something else */
export async function runCase({ path, pre, steps }: VectorCase, driver: Driver): Promise<Made> {
  let state: State = pre
  let made = 0
  let event: Event | undefined
  let expected = 'the state after deployment'
  const fail = (want: string, found: string) => ({
    steps: made,
    failure: { case: path, step: made, ...(event && { event }), expected: want, found },
  })
  const differing = async () => {
    const difference = differenceOf(state, (await driver.observe()).stored)
    return difference && fail(...difference)
  }
  try {
    await driver.reset()
    const start = await differing()
    if (start) return start
    for (const step of steps) {
      made++
      event = step.event
      expected = 'refused' in step ? `refused with ${step.refused.join(', ')}` : 'accepted'
      const [outcome] = await driver.apply([step.event])
      if ('refused' in step) {
        const want = !outcome!.accepted && outcome!.all ? step.refused : step.refused.slice(0, 1)
        const found = outcome!.accepted ? 'accepted' : (outcome!.all ?? [outcome!.refusal]).join(', ')
        if (found !== want.join(', ')) return fail(`refused with ${want.join(', ')}`, found)
      } else {
        if (!outcome!.accepted) return fail('accepted', `refused with ${outcome!.refusal}`)
        state = { ...state, ...(step.post as Partial<State>) }
      }
      const after = await differing()
      if (after) return after
    }
  } catch (error) {
    if (!(error instanceof DriverError)) throw error
    return fail(expected, error.message)
  }
  return { steps: made, failure: undefined }
}
