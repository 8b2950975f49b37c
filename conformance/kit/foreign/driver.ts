import { deploy, type Deployed as Statechart } from '../../../model/core/deployed.ts'
import { l1Rollup } from '../../../model/l1-rollup/actor.ts'
import type { Deployment } from '../../../model/l1-rollup/chain.ts'
import { deploymentOf } from '../../../model/l1-rollup/deployment.ts'
import type { RefusalName } from '../../../model/l1-rollup/refusals.ts'
import type { L1RollupTypes } from '../../../model/l1-rollup/types.ts'
import type { Event, State } from '../../../model/l1-rollup/vocabulary.ts'
import type { Profile } from '../../../spec/parameters.ts'
import { type Driver, DriverError, type Observation, type Outcome } from '../../drivers/driver.ts'
import { effectiveView } from '../../drivers/effective.ts'
import type { Computer } from '../functions/computer.ts'
import { type ForeignFault, type ForeignOptions, ForeignProcess } from './process.ts'
import type { Answer, Deployed, Hello } from './protocol.ts'

/** So many starts that fail one after the other, and nothing is started any more. */
const MOST_FAILED_STARTS = 3

interface Session {
  readonly process: ForeignProcess
  readonly hello: Hello
}

/** Somebody's command, started again whenever it has ended or has said what is no answer. */
export class Foreign {
  #running: Session | undefined
  #failedStarts = 0
  #lastFault: ForeignFault | undefined

  constructor(
    readonly command: string,
    readonly options: ForeignOptions,
  ) {}

  /** The process that is alive, or a new one. @throws ForeignFault */
  async running(): Promise<Session> {
    if (this.#running?.process.isAlive) return this.#running
    if (this.#failedStarts >= MOST_FAILED_STARTS) throw this.#lastFault!
    try {
      this.#running = await ForeignProcess.start(this.command, this.options)
    } catch (error) {
      if (!(error instanceof DriverError)) throw error
      this.#failedStarts++
      this.#lastFault = error
      throw error
    }
    this.#failedStarts = 0
    return this.#running
  }

  stop(): void {
    this.#running?.process.stop()
  }
}

/** What a foreign implementation is deployed with, in its terms and in those of the model. */
export interface ForeignDeployment {
  readonly deployed: Deployed
  readonly pre: State
  readonly profile: Profile
}

/** The functions of an implementation in another process, which is started again where it has ended. @throws ForeignFault */
export async function foreignComputer(foreign: Foreign): Promise<Computer> {
  const { process, hello } = await foreign.running()
  return {
    declared: new Set(hello.functions),
    compute: (name, parameters, input) => process.ask({ ask: 'compute', function: name, parameters, input }),
  }
}

/**
 * An implementation in another process: see protocol.ts. Every fault of it is a DriverError. What it declares that it does
 * not tell is what the statechart makes of the same events.
 */
export class ForeignDriver implements Driver {
  #session: Session | undefined
  /** Goes along with an implementation that does not tell all by itself. */
  #statechart: Statechart<L1RollupTypes> | undefined
  #expected: State
  readonly #deployment: Deployment

  constructor(
    readonly foreign: Foreign,
    readonly as: ForeignDeployment,
  ) {
    this.#expected = as.pre
    this.#deployment = deploymentOf(as.profile)
  }

  async reset(): Promise<void> {
    this.#session = await this.foreign.running()
    const { pre, deployed, profile } = this.as
    const { parameters, administrator, randaos } = deployed
    const { hello, process } = this.#session
    if (hello.refusals === 'one' || hello.unsupported.variables.length > 0)
      this.#statechart ??= deploy(l1Rollup, profile)
    this.#expected = pre
    await process.ask({ ask: 'reset', parameters, administrator, randaos, pre })
  }

  async apply(events: readonly Event[]): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = []
    for (const event of events) {
      const { process, hello } = this.#session!
      const answer = await process.ask({ ask: 'apply', event })
      outcomes.push(outcomeOf(answer, hello, this.#failing(event)))
    }
    return outcomes
  }

  async observe(): Promise<Observation> {
    const { process, hello } = this.#session!
    const { state } = await process.ask({ ask: 'observe' })
    const untold = hello.unsupported.variables.map((name) => [name, this.#expected[name]])
    const stored: State = { ...state, ...Object.fromEntries(untold) }
    try {
      return { stored, effective: effectiveView(stored, this.#deployment) }
    } catch (cause) {
      throw new DriverError('observe: the state names somebody who has no account in it, or no sample', {
        cause,
      })
    }
  }

  /** Lets the statechart follow. @returns the refusals of the event by it; none where nobody asks it */
  #failing(event: Event): readonly string[] {
    const step = this.#statechart?.step(this.#expected, event)
    if (!step) return []
    if ('state' in step) this.#expected = step.state
    return 'refusals' in step ? step.refusals.map(({ refusal }) => refusal) : []
  }
}

/** @param failing all checks that fail, where one of them is as good as the first */
function outcomeOf(answer: Answer<'apply'>, { refusals }: Hello, failing: readonly string[]): Outcome {
  if ('accepted' in answer) return { accepted: true }
  const [refusal] = answer.refused
  const isOne = refusals === 'one' && failing.includes(refusal!)
  return {
    accepted: false,
    refusal: isOne ? failing[0]! : refusal!,
    ...(refusals === 'all' && { all: answer.refused as RefusalName[] }),
  }
}
