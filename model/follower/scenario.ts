import type { FollowerProfile } from '../../spec/followerParameters.ts'
import { type Deployed, deploy } from '../core/deployed.ts'
import { NodeScenario } from '../node/scenario.ts'
import { NO_POOL_VIEW, NO_VIEW, type PoolView, type View } from '../node/vocabulary.ts'
import { follower } from './actor.ts'
import { hasView } from './chain.ts'
import type { FollowerTypes } from './types.ts'
import type { Effect, EventOf, L1View, State } from './vocabulary.ts'

/** What the other roles of the node were told since it started. */
interface Told {
  readonly view: View
  readonly pool: PoolView
}
const NOTHING: Told = { view: NO_VIEW, pool: NO_POOL_VIEW }

/** The follower at some point of a story. */
export class Scenario extends NodeScenario<FollowerTypes> {
  /** At genesis. */
  static deployed(profile: FollowerProfile): Scenario {
    const node = deploy(follower, profile)
    return new Scenario(node, node.initial)
  }

  constructor(
    node: Deployed<FollowerTypes>,
    state: State,
    sent: readonly Effect[] = [],
    readonly told: Told = NOTHING,
  ) {
    super(node, state, sent)
  }

  protected later(state: State, sent: readonly Effect[]): this {
    const tells = sent.flatMap((effect) => (effect.kind === 'tell' ? [[effect.id, effect.body]] : []))
    // The roles crash with the follower.
    const known = hasView(state) ? this.told : NOTHING
    const told = { ...known, ...Object.fromEntries(tells) }
    return new Scenario(this.node, state, sent, told) as this
  }

  /** Lets time pass up to a slot. */
  at(slot: number): this {
    let after = this
    while (after.state.slot < slot) after = after.after({ type: 'tick' })
    if (after.state.slot > slot) throw new RangeError(`slot ${slot} is over`)
    return after
  }

  /** Reads what L1 shows in the current slot: what it showed before, with changes. */
  reading(change: Partial<L1View> = {}): this {
    return this.after({ type: 'readView', view: { ...this.state.view, time: this.state.slot, ...change } })
  }

  /** The body that is asked for; with changes. */
  body(change: Partial<Omit<EventOf<'fetched'>, 'type'>> = {}): EventOf<'fetched'> {
    const { fetching } = this.state
    return { type: 'fetched', header: fetching, body: fetching.body, ...change }
  }

  /** Fetches body after body until nothing is asked for. */
  catchingUp(): this {
    let after = this
    while (after.state.fetching.slot >= 0) after = after.after(after.body())
    return after
  }
}
