import type { FallbackProfile } from '../../spec/fallbackParameters.ts'
import { type Deployed, deploy, type Fact } from '../core/deployed.ts'
import { fallbackController } from './actor.ts'
import { effective } from './due.ts'
import type { RefusalName } from './refusals.ts'
import type { FallbackControllerTypes } from './types.ts'
import type { Event, State } from './vocabulary.ts'

/** A controller at some point of a story. Every step gives a new scenario, so that one past can have several futures. */
export class Scenario {
  private constructor(
    private readonly controller: Deployed<FallbackControllerTypes>,
    readonly state: State,
  ) {}

  /** At genesis. */
  static deployed(profile: FallbackProfile): Scenario {
    const controller = deploy(fallbackController, profile)
    return new Scenario(controller, controller.initial)
  }

  /** The state after what is due by now has been carried out. */
  get effective(): State {
    return effective(this.state, this.controller.profile.parameters)
  }

  /** Lets time pass up to a slot. */
  at(slot: number): Scenario {
    if (slot < this.state.slot) throw new RangeError(`slot ${slot} lies before slot ${this.state.slot}`)
    let after: Scenario = this
    while (after.state.slot < slot) after = after.after({ type: 'advanceSlot' })
    return after
  }

  /**
   * The state after events, one after the other in this slot.
   * @throws RangeError when one is refused: a scenario tells what happened
   */
  after(...events: readonly Event[]): Scenario {
    return events.reduce((scenario, event) => scenario.step(event), this as Scenario)
  }

  private step(event: Event): Scenario {
    const outcome = this.controller.step(this.state, event)
    if ('refusals' in outcome)
      throw new RangeError(
        `${event.type} in slot ${this.state.slot} is refused: ${outcome.refusals.map((it) => it.refusal).join(', ')}`,
      )
    return new Scenario(this.controller, outcome.state)
  }

  /** Names of the failing checks in their order; none when the event is accepted. */
  refusals(event: Event): RefusalName[] {
    return this.controller.refusals(this.state, event).map(({ refusal }) => refusal)
  }

  /** The first failing check: its name and the values that decide it. */
  refusal(event: Event): readonly [RefusalName, ...Fact[]] | undefined {
    const [first] = this.controller.refusals(this.state, event)
    return first && [first.refusal, ...first.decisive.map(({ value }) => value)]
  }
}
