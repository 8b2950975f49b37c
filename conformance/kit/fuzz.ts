import type { Event, State } from '../../model/l1-rollup/vocabulary.ts'
import type { Profile } from '../../spec/parameters.ts'
import { type Driver, DriverError, type Outcome } from '../drivers/driver.ts'
import { ModelDriver } from '../drivers/model-driver.ts'
import { type Difference, describeOutcome, type Played, play } from '../runs/play.ts'
import { searchSchedules } from '../runs/schedules.ts'
import type { Trace } from '../runs/trace.ts'
import { differenceOf, type StateDifference } from './difference.ts'
import { drawingOf } from './drawing.ts'
import type { Unsupported } from './foreign/unsupported.ts'

/** One event of a run, by the model and by the implementation under test. */
export interface FuzzStep {
  readonly event: Event
  readonly expected: string
  /** Outcome of the implementation, or what went wrong. */
  readonly found: string
  /** Its state after the event; that before it where it could not tell. */
  readonly state: State
  /** Where the states differ. */
  readonly states: readonly [expected: string, found: string] | undefined
  readonly paths?: StateDifference['paths']
}

export interface FuzzResult {
  readonly profile: string
  readonly runs: number
  readonly steps: number
  /** Of these, the ones beside the passing of time. */
  readonly calls: number
  /** The smallest run that differs, its last step being the one that does; `undefined` if none was found. */
  readonly failure: readonly FuzzStep[] | undefined
  /** What was seen of it first. */
  readonly difference: Difference | undefined
}

export interface FuzzOptions {
  readonly seed: number
  readonly runs: number
  /** What no run is to have. */
  readonly unsupported?: Unsupported
  readonly signal?: AbortSignal
  /** Called after each run. */
  readonly progress?: (runs: number, steps: number) => void
}

/** Random runs on the statechart and an implementation, until one differs; that one is shrunk. */
export async function fuzz(
  profile: Profile,
  driver: Driver,
  { seed, runs, unsupported, signal, progress = () => {} }: FuzzOptions,
): Promise<FuzzResult> {
  const model = new ModelDriver(profile)
  const made = { runs: 0, steps: 0, calls: 0 }
  const playOn = async (trace: Trace): Promise<Played> => {
    const played = await play(trace, model, driver, signal ? { signal } : {}).catch((error: unknown) => {
      if (error instanceof DriverError) return faultOfReset(trace, model, error)
      throw error
    })
    made.runs++
    made.steps += played.steps
    made.calls += trace.blocks.flat().filter(({ type }) => type !== 'advanceSlot').length
    progress(made.runs, made.steps)
    return played
  }
  const drawing = drawingOf(profile, unsupported)
  const difference = await searchSchedules(profile, { seed, runs, play: playOn, drawing })
  const failure = difference && (await retrace(difference.trace, model, driver))
  return { profile: profile.name, ...made, difference, failure }
}

/** An implementation that cannot even be deployed. */
async function faultOfReset(trace: Trace, model: Driver, { message }: DriverError): Promise<Played> {
  const expected = 'the state after deployment'
  const difference = { trace, block: -1, event: undefined, expected, found: message, refusals: [] }
  return { steps: 0, difference, course: [], last: await model.observe() }
}

/** Goes through a run once more, up to the first step that differs. */
export async function retrace(trace: Trace, model: Driver, driver: Driver): Promise<FuzzStep[]> {
  const steps: FuzzStep[] = []
  await Promise.all([model.reset(), driver.reset().catch(() => {})])
  let state = (await model.observe()).stored
  for (const event of trace.blocks.flat()) {
    const [wanted] = await model.apply([event])
    const expected = (await model.observe()).stored
    const { outcome, found } = await answerOf(driver, event, (after) => {
      state = after
    })
    const want = describe(wanted!, outcome)
    const difference = differenceOf(expected, state)
    const states = difference && ([difference.expected, difference.found] as const)
    steps.push({
      event,
      expected: want,
      found,
      state,
      states,
      ...(difference && { paths: difference.paths }),
    })
    if (states || want !== found) return steps
  }
  return steps
}

async function answerOf(
  driver: Driver,
  event: Event,
  observed: (state: State) => void,
): Promise<{ outcome: Outcome | undefined; found: string }> {
  let outcome: Outcome | undefined
  try {
    ;[outcome] = await driver.apply([event])
    observed((await driver.observe()).stored)
    return { outcome, found: describe(outcome!, outcome) }
  } catch (error) {
    if (!(error instanceof DriverError)) throw error
    return { outcome, found: error.message }
  }
}

/** All refusals where both sides know them, else the first. */
function describe(outcome: Outcome, beside: Outcome | undefined): string {
  const knowsAll = beside && !beside.accepted && beside.all
  return !outcome.accepted && outcome.all && knowsAll
    ? `refused with ${outcome.all.join(', ')}`
    : describeOutcome(outcome)
}
