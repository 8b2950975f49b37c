import type { AnyStateMachine } from 'xstate'
import { type Deployed, deploy, type Refusal } from '../../model/core/deployed.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { initialState } from '../../model/l1-rollup/initial.ts'
import type { L1RollupTypes } from '../../model/l1-rollup/types.ts'
import type { Event, Log, State } from '../../model/l1-rollup/vocabulary.ts'
import type { Profile } from '../../spec/parameters.ts'
import { type Blocks, Chain } from '../translation/blocks.ts'

/**
 * The course of one run by the model: its state, and the hashes that its blocks have. A hash commits to the whole chain
 * before it, so a block gets its name when it is accepted, and from nobody who can be wrong about that: each driver
 * follows the run on its own.
 */
export class Course {
  readonly #rollup: Deployed<L1RollupTypes>
  #state: State
  #chain: Chain | undefined
  #announced: readonly Log[] = []

  /**
   * @param blocks hashes of blocks, where the driver speaks the EVM's terms
   * @param machine another machine of the profile
   */
  constructor(
    readonly profile: Profile,
    readonly blocks?: Blocks,
    machine?: AnyStateMachine,
  ) {
    this.#rollup = deploy(l1Rollup, profile, machine)
    this.#state = initialState(profile)
    this.#chain = blocks && Chain.empty(blocks)
  }

  get state(): State {
    return this.#state
  }

  /** Names of the blocks so far. @throws Error without blocks */
  get chain(): Chain {
    if (!this.#chain) throw new Error('this course knows no hashes')
    return this.#chain
  }

  get names(): Chain | undefined {
    return this.#chain
  }

  /** Logs of the last event that was accepted. */
  get announced(): readonly Log[] {
    return this.#announced
  }

  reset(): void {
    this.#state = initialState(this.profile)
    this.#chain = this.blocks && Chain.empty(this.blocks)
  }

  /** @returns why the event is refused; empty when it was accepted */
  follow(event: Event): readonly Refusal<L1RollupTypes>[] {
    const result = this.#rollup.step(this.#state, event)
    if ('refusals' in result) return result.refusals
    this.#state = result.state
    this.#announced = result.effects
    this.#chain = this.#chain?.after(event, result.state)
    return []
  }
}
