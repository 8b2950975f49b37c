import type { Profile } from '../../spec/parameters.ts'
import { type Deployed, deploy, type Fact } from '../core/deployed.ts'
import { l1Rollup } from './actor.ts'
import type { Deployment } from './chain.ts'
import { deploymentOf } from './deployment.ts'
import { effective } from './due.ts'
import { initialState } from './initial.ts'
import { eventInstances } from './instances.ts'
import type { RefusalName } from './refusals.ts'
import type { L1RollupTypes } from './types.ts'
import type { Event, EventOf, EventType, State } from './vocabulary.ts'

/** Changes to the instance of an event that is meant to pass. */
export type Change<Type extends EventType> = Partial<Omit<EventOf<Type>, 'type'>>

/** A rollup at some point of a story. Every step gives a new scenario, so that one past can have several futures. */
export class Scenario {
  private constructor(
    readonly profile: Profile,
    readonly rollup: Deployed<L1RollupTypes>,
    readonly deployment: Deployment,
    readonly state: State,
  ) {}

  /** A rollup as deployed. */
  static deployed(profile: Profile): Scenario {
    return new Scenario(profile, deploy(l1Rollup, profile), deploymentOf(profile), initialState(profile))
  }

  /** The state after what is due by now has been carried out. */
  get effective(): State {
    return effective(this.state, this.profile.parameters)
  }

  /** The same rollup in a state that differs in some variables, reachable or not. */
  having(change: Partial<State>): Scenario {
    return new Scenario(this.profile, this.rollup, this.deployment, { ...this.state, ...change })
  }

  /** Lets time pass up to a slot. */
  at(slot: number): Scenario {
    if (slot < this.state.slot) throw new RangeError(`slot ${slot} lies before slot ${this.state.slot}`)
    let after: Scenario = this
    while (after.state.slot < slot) after = after.after({ type: 'advanceSlot' })
    return after
  }

  /**
   * The state after an event.
   * @throws RangeError when it is refused: a scenario tells what happened
   */
  after(event: Event): Scenario {
    const outcome = this.rollup.step(this.state, event)
    if ('refusals' in outcome)
      throw new RangeError(
        `${event.type} in slot ${this.state.slot} is refused: ${outcome.refusals.map((it) => it.refusal).join(', ')}`,
      )
    return this.having(outcome.state)
  }

  /** The first instance of an event here, with changes: the one that is meant to pass. */
  event<Type extends EventType>(type: Type, change: Change<Type> = {}): EventOf<Type> {
    const everything = {
      ...this.profile,
      families: Object.fromEntries(Object.keys(this.profile.families).map((name) => [name, 'valid'])),
    } as Profile
    const found = eventInstances(this.state, everything, this.deployment).find((event) => event.type === type)
    if (!found) throw new RangeError(`${type} has no instance here`)
    return { ...found, ...change } as EventOf<Type>
  }

  /** Names of the failing checks in their order; none when the event is accepted. */
  refusals(event: Event): RefusalName[] {
    const outcome = this.rollup.step(this.state, event)
    return 'refusals' in outcome ? outcome.refusals.map(({ refusal }) => refusal) : []
  }

  /** The first failing check as a contract reverts with it: its name and the values that decide it. */
  revert(event: Event): readonly [RefusalName, ...Fact[]] | undefined {
    const [first] = this.rollup.refusals(this.state, event)
    return first && [first.refusal, ...first.decisive.map(({ value }) => value)]
  }

  /** Proposes a block in the current slot. */
  propose(change: Change<'propose'> = {}): Scenario {
    return this.after(this.event('propose', change))
  }

  /** Challenges the oldest pending block with a false attestation, at its first such seat. */
  challenge(change: Change<'challenge'> = {}): Scenario {
    return this.after(this.event('challenge', change))
  }

  /** Claims the right to prove by the first quote of the profile, with changes to the quote. */
  claim(quote: Partial<EventOf<'claimEpochProofRight'>['quote']> = {}): Scenario {
    return this.after(this.claiming(quote))
  }

  /** A claim by the first quote of the profile, with changes to the quote. */
  claiming(quote: Partial<EventOf<'claimEpochProofRight'>['quote']> = {}): EventOf<'claimEpochProofRight'> {
    const event = this.event('claimEpochProofRight')
    return { ...event, quote: { ...event.quote, ...quote } }
  }

  /** Proves the oldest unproven epoch. */
  prove(change: Change<'submitEpochProof'> = {}): Scenario {
    return this.after(this.event('submitEpochProof', change))
  }
}
