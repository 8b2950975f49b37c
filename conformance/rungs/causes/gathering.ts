import type { OneStepOptions } from '../one-step/run.ts'
import { BytecodeAnswers } from './bytecode.ts'
import { type Cause, Causes } from './causes.ts'

type Mismatch = NonNullable<OneStepOptions['onMismatch']>

/** Gathers, in a side process, why the bytecode does not do what the statechart does. */
export class Gathering {
  readonly #causes = new Causes()
  readonly #answers: BytecodeAnswers

  /**
   * @param wayTo the shortest way to a state, where there is one
   * @param found called for every cause as soon as it shows
   */
  constructor(
    deployment: ConstructorParameters<typeof BytecodeAnswers>[0],
    private readonly profile: string,
    private readonly wayTo: ((state: string) => readonly string[] | undefined) | undefined,
    private readonly found: (cause: Cause) => void,
  ) {
    this.#answers = new BytecodeAnswers(deployment)
  }

  readonly take: Mismatch = (job, expectation, outcome, { found }) => {
    const place = this.#answers.placeOfCall(job, expectation, outcome, found)
    const path = this.wayTo?.(place.state)
    const reached = { ...place, profile: this.profile, ...(path && { path }) }
    for (const cause of this.#causes.add(reached)) this.found(cause)
  }

  get causes(): readonly Cause[] {
    return this.#causes.list
  }
}
