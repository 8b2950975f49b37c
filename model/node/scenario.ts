import type { ActorTypes } from '../core/actor.ts'
import type { Deployed } from '../core/deployed.ts'
import type { Clock, Phase, View } from './vocabulary.ts'

/**
 * An actor of a node at some point of a story. Every step gives a new scenario, so that one past can have several futures.
 */
export abstract class NodeScenario<T extends ActorTypes> {
  constructor(
    protected readonly node: Deployed<T>,
    readonly state: T['state'],
    /** What the last event sent out. */
    readonly sent: readonly T['effect'][] = [],
  ) {}

  protected abstract later(state: T['state'], sent: readonly T['effect'][]): this

  /**
   * The state after events, one after the other.
   * @throws RangeError when one is refused: a scenario tells what happened
   */
  after(...events: readonly T['event'][]): this {
    return events.reduce<this>((scenario, event) => scenario.step(event), this)
  }

  private step(event: T['event']): this {
    const outcome = this.node.step(this.state, event)
    if ('refusals' in outcome)
      throw new RangeError(
        `${event.type} is refused: ${outcome.refusals.map(({ refusal }) => refusal).join(', ')}`,
      )
    return this.later(outcome.state, outcome.effects)
  }

  /** Names of the failing checks in their order; none when the event is accepted. */
  refusals(event: T['event']): T['refusal'][] {
    const outcome = this.node.step(this.state, event)
    return 'refusals' in outcome ? outcome.refusals.map(({ refusal }) => refusal) : []
  }
}

/** The types of an actor of a node that is told of L1: its state has a view. */
export interface FollowingTypes extends ActorTypes {
  readonly state: { readonly view: object }
}

/** An actor that is told of L1 at some point of a story. */
export abstract class FollowingScenario<T extends FollowingTypes> extends NodeScenario<T> {
  /** Follows L1, level on its own tip; with changes. */
  following(change: Partial<T['state']['view']> = {}): this {
    const view = { ...this.state.view, follows: 'level', ...change }
    return this.after({ type: 'follow', view } as T['event'])
  }

  holding(...transactions: readonly string[]): this {
    return this.after(
      ...transactions.map(
        (transaction) => ({ type: 'transactionVerified', transaction, valid: true }) as T['event'],
      ),
    )
  }
}

/** The types of attester and proposer: their state has the clock and the view. */
export interface RoleTypes extends FollowingTypes {
  readonly state: Clock & { readonly view: View }
}

/** Attester or proposer at some point of a story. */
export abstract class RoleScenario<T extends RoleTypes> extends FollowingScenario<T> {
  /** Lets time pass up to a phase of a slot. */
  at(slot: number, phase: Phase = 'build'): this {
    let after = this
    while (after.state.slot !== slot || after.state.phase !== phase) {
      if (after.state.slot > slot) throw new RangeError(`${phase} of slot ${slot} is over`)
      after = after.after({ type: 'tick' })
    }
    return after
  }
}

/** An actor whose clock shows slots alone, at some point of a story. */
export abstract class SlotScenario<
  T extends FollowingTypes & { readonly state: { readonly slot: number } },
> extends FollowingScenario<T> {
  /** Lets time pass up to a slot. */
  at(slot: number): this {
    if (this.state.slot > slot) throw new RangeError(`slot ${slot} is over`)
    let after = this
    while (after.state.slot < slot) after = after.after({ type: 'tick' })
    return after
  }
}
