import { machineOf } from '../../../model/core/deployed.ts'
import { checksOf, readMachine } from '../../../model/core/reading.ts'
import { l1Rollup } from '../../../model/l1-rollup/actor.ts'
import { type RefusalName, refusals as refusalOf } from '../../../model/l1-rollup/refusals.ts'
import { stateText } from '../../../model/l1-rollup/texts.ts'
import { Injector } from '../../evm/inject.ts'
import type { Outcome } from '../../evm/trace.ts'
import type { Deployment } from '../../translation/deployment.ts'
import { LogEncoder } from '../../translation/logs.ts'
import { RefusalEncoder } from '../../translation/refusals.ts'
import type { CaseState } from './cases.ts'
import { differenceOf, type Expectation, type OutcomeDifference } from './difference.ts'
import { type Asked, type DecidedByRefusal, PairCounter } from './pairs.ts'
import { createPreparation, type PreparedJob } from './preparation.ts'
import { SideCounter, type SideCounts } from './sides.ts'

/** What the bytecode did that the model did not. */
export interface Mismatch extends OutcomeDifference {
  readonly state: string
  readonly event: string
}

export interface OneStepResult {
  readonly states: number
  readonly enabled: number
  readonly disabled: number
  /** Calls beside the instances; not among the others. */
  readonly probes: number
  readonly mismatchCount: number
  /** The first ones. */
  readonly mismatches: readonly Mismatch[]
  readonly seconds: number
  /** Times that the bytecode accepted an event which the check of this refusal guards. */
  readonly passed: ReadonlyMap<RefusalName, number>
  readonly refused: ReadonlyMap<RefusalName, number>
  /** What shows that a check decides by itself, where bytecode and model agree. */
  readonly decided: DecidedByRefusal
  /** Times that it showed a side of a clause that has no check of its own. */
  readonly sides: SideCounts
}

export interface OneStepOptions {
  readonly signal?: AbortSignal
  readonly progress?: (states: number, calls: number) => void
  /** Called for every mismatch with what it takes to say why. */
  readonly onMismatch?: (
    job: PreparedJob,
    expectation: Expectation,
    outcome: Outcome,
    problem: OutcomeDifference,
  ) => void
  /** Stop at the first mismatch: enough for a mutant. */
  readonly firstOnly?: boolean
  /** Processes that execute calls; two when not given. */
  readonly engines?: number
}

const DESCRIBED = 20
/** Every how many accepted calls the result is taken a second way. */
const crossCheckEvery = 500

/**
 * Rung 3: every given state goes into the storage of the deployed bytecode, and every event instance must give the
 * model's successor, or be refused with the model's error and arguments and change nothing.
 *
 * For each state α(γ(s)) = s is checked as well, and each accepted event must emit exactly its logs (LOG-1).
 * The passing of time is no call and is left out.
 * @throws EngineDied, StorageUnexplained when a state does not survive its way to storage and back
 */
export async function runOneStep(
  deployment: Deployment,
  states: Iterable<CaseState>,
  { signal, progress, onMismatch, firstOnly = false, engines = 2 }: OneStepOptions = {},
): Promise<OneStepResult> {
  const { profile } = deployment
  const reading = readMachine(l1Rollup, machineOf(l1Rollup, profile))
  const prepare = createPreparation(deployment)
  const encoder = new RefusalEncoder()
  const logs = new LogEncoder(deployment.addresses, deployment.storageMap)
  const mismatches: Mismatch[] = []
  let [stateCount, enabled, disabled, probes, mismatchCount] = [0, 0, 0, 0, 0]
  const passed = new Map<RefusalName, number>()
  const refused = new Map<RefusalName, number>()
  const sides = new SideCounter(profile.parameters)
  const pairs = new PairCounter()
  const count = (map: Map<RefusalName, number>, name: RefusalName): void => {
    map.set(name, (map.get(name) ?? 0) + 1)
  }
  const injector = await Injector.start({ contracts: deployment.code, crossCheckEvery, engines })
  try {
    const { seconds } = await injector.run(prepared(), (job, outcomes) => {
      const { state, expectations, seconds } = job as PreparedJob
      const moment = sides.momentOf(state, seconds)
      const agreed: Asked[] = []
      expectations.forEach((expectation, index) => {
        const { event, text, expected, isProbe } = expectation
        const problem = differenceOf(
          deployment,
          job as PreparedJob,
          expectation,
          outcomes[index]!,
          encoder,
          logs,
        )
        if (isProbe) probes++
        else if ('next' in expected) enabled++
        else disabled++
        if ('next' in expected) {
          if (!problem)
            for (const check of checksOf(reading, event.type)) count(passed, refusalOf[check].refusal)
        } else {
          if (!problem) count(refused, expected.refusal)
        }
        if (!problem) {
          agreed.push({ event, text, refusals: 'next' in expected ? [] : expected.refusals })
          sides.count(moment, event, 'next' in expected ? undefined : expected.refusal)
          return
        }
        mismatchCount++
        onMismatch?.(job as PreparedJob, expectation, outcomes[index]!, problem)
        if (mismatches.length < DESCRIBED)
          mismatches.push({ state: stateText(state), event: text, ...problem })
      })
      pairs.count(agreed)
      stateCount++
      if (stateCount % 200 === 0) progress?.(stateCount, enabled + disabled + probes)
    })
    return {
      states: stateCount,
      enabled,
      disabled,
      probes,
      mismatchCount,
      mismatches,
      seconds,
      passed,
      refused,
      decided: pairs.found,
      sides: { passed: sides.passed, refused: sides.refused },
    }
  } finally {
    await injector.stop()
  }

  function* prepared(): Generator<PreparedJob> {
    let salt = 0
    for (const state of states) {
      signal?.throwIfAborted()
      if (firstOnly && mismatchCount > 0) return
      yield prepare(state, salt++)
    }
  }
}
