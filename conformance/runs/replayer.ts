import type { AnyStateMachine } from 'xstate'
import { sampleInForce } from '../../model/l1-rollup/chain.ts'
import type { Profile } from '../../spec/parameters.ts'
import { ContractDriver } from '../drivers/contract-driver.ts'
import { ModelDriver } from '../drivers/model-driver.ts'
import { Stand, type StandOptions } from '../drivers/stand.ts'
import { Course } from './course.ts'
import { type Played, type PlayOptions, play } from './play.ts'
import type { Trace } from './trace.ts'
import { type Said, Witness } from './witness.ts'

export interface ReplayerOptions extends StandOptions {
  /** Another machine of the profile in the place of the model. */
  readonly machine?: AnyStateMachine
}

/** A run, and what model and contracts answered last in it. */
export interface Replayed extends Played {
  readonly said: { readonly model: Said; readonly contracts: Said }
}

/** Statechart and contracts of one profile side by side. */
export class Replayer {
  private constructor(
    readonly stand: Stand,
    readonly model: ModelDriver,
    readonly contracts: ContractDriver,
  ) {}

  /** @throws EngineMissing, EngineDied, UnsupportedConstant, StandFailed */
  static async start(profile: Profile, { machine, ...options }: ReplayerOptions = {}): Promise<Replayer> {
    const stand = await Stand.start(profile, options)
    const model = new ModelDriver(profile, { storageMap: stand.storageMap, ...(machine ? { machine } : {}) })
    return new Replayer(stand, model, new ContractDriver(stand))
  }

  /** @throws EngineDied; whatever the contracts do is in the answer */
  async play(trace: Trace, options: Pick<PlayOptions, 'signal' | 'onBlock'> = {}): Promise<Replayed> {
    const { storageMap, profile } = this.stand
    this.contracts.prepare(lastSlotsOf(trace, profile))
    const [model, contracts] = [new Witness(this.model), new Witness(this.contracts)]
    const played = await play(trace, model, contracts, {
      ...options,
      requireSameStorage: (expected, found) => storageMap.requireSame(expected, found),
    })
    return { ...played, said: { model: model.said, contracts: contracts.said } }
  }

  stop(): Promise<void> {
    return this.stand.stop()
  }
}

/** The last slot of a run in which each sample is in force, by the epoch of the sample. */
function lastSlotsOf(trace: Trace, profile: Profile): ReadonlyMap<number, number> {
  const course = new Course(profile)
  const lastSlots = new Map<number, number>()
  for (const event of trace.blocks.flat()) {
    course.follow(event)
    const { state } = course
    lastSlots.set(sampleInForce(state, profile.parameters).epoch, state.slot)
  }
  // One that the run ends before: nobody asks it for anything.
  for (const { epoch } of course.state.samples) if (!lastSlots.has(epoch)) lastSlots.set(epoch, -1)
  return lastSlots
}
