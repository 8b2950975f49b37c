import type { ActorTypes } from '../core/actor.ts'
import type { Deployed } from '../core/deployed.ts'
import type { Phase, View } from './vocabulary.ts'

/** The types of a role of a node: its state has the clock, with phases or without, and the view. */
export interface RoleTypes extends ActorTypes {
  readonly state: { readonly slot: number; readonly phase?: Phase; readonly view: View }
}

/** A role at some point of a story. Every step gives a new scenario, so that one past can have several futures. */
export abstract class RoleScenario<T extends RoleTypes> {
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

  /** Lets time pass up to a phase of a slot, or up to the slot where there are none. */
  at(slot: number, phase: Phase = 'build'): this {
    let after = this
    while (after.state.slot !== slot || (after.state.phase ?? phase) !== phase) {
      if (after.state.slot > slot) throw new RangeError(`${phase} of slot ${slot} is over`)
      after = after.after({ type: 'tick' })
    }
    return after
  }

  /** Follows L1, level on its own tip; with changes. */
  following(change: Partial<View> = {}): this {
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

  /** Names of the failing checks in their order; none when the event is accepted. */
  refusals(event: T['event']): T['refusal'][] {
    const outcome = this.node.step(this.state, event)
    return 'refusals' in outcome ? outcome.refusals.map(({ refusal }) => refusal) : []
  }
}
