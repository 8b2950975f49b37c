import type { Deployment } from '../../../model/l1-rollup/chain.ts'
import type { RefusalName } from '../../../model/l1-rollup/refusals.ts'
import type { Event, State } from '../../../model/l1-rollup/vocabulary.ts'
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
  readonly deployment: Deployment
}

/** The functions of an implementation in another process, which is started again where it has ended. @throws ForeignFault */
export async function foreignComputer(foreign: Foreign): Promise<Computer> {
  const { process, hello } = await foreign.running()
  return {
    declared: new Set(hello.functions),
    compute: (name, parameters, input) => process.ask({ ask: 'compute', function: name, parameters, input }),
  }
}

/** An implementation in another process: see protocol.ts. Every fault of it is a DriverError. */
export class ForeignDriver implements Driver {
  #session: Session | undefined

  constructor(
    readonly foreign: Foreign,
    readonly as: ForeignDeployment,
  ) {}

  async reset(): Promise<void> {
    this.#session = await this.foreign.running()
    const { pre, deployed } = this.as
    const { parameters, administrator, randaos } = deployed
    await this.#session.process.ask({ ask: 'reset', parameters, administrator, randaos, pre })
  }

  async apply(events: readonly Event[]): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = []
    for (const event of events) {
      const { process, hello } = this.#session!
      outcomes.push(outcomeOf(await process.ask({ ask: 'apply', event }), hello))
    }
    return outcomes
  }

  async observe(): Promise<Observation> {
    const { state: stored } = await this.#session!.process.ask({ ask: 'observe' })
    try {
      return { stored, effective: effectiveView(stored, this.as.deployment) }
    } catch (cause) {
      throw new DriverError('observe: the state names somebody who has no account in it, or no sample', {
        cause,
      })
    }
  }
}

function outcomeOf(answer: Answer<'apply'>, { refusals }: Hello): Outcome {
  if ('accepted' in answer) return { accepted: true }
  const [refusal] = answer.refused
  return {
    accepted: false,
    refusal: refusal!,
    ...(refusals === 'all' && { all: answer.refused as RefusalName[] }),
  }
}
