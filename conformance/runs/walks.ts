import { Random } from '../../impl/system/random.ts'
import { type Deployed, deploy } from '../../model/core/deployed.ts'
import { inSession } from '../../model/fallback-controller/timing.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { slotNow } from '../../model/l1-rollup/chain.ts'
import { deploymentOf } from '../../model/l1-rollup/deployment.ts'
import { effective } from '../../model/l1-rollup/due.ts'
import { initialState } from '../../model/l1-rollup/initial.ts'
import { eventInstances } from '../../model/l1-rollup/instances.ts'
import { offsetOf } from '../../model/l1-rollup/rules/arithmetic.ts'
import type { L1RollupTypes } from '../../model/l1-rollup/types.ts'
import type { Event, State } from '../../model/l1-rollup/vocabulary.ts'
import type { Profile } from '../../spec/parameters.ts'
import type { Trace } from './trace.ts'

/** Numbers from 0 up to and without a bound. */
export type Draw = (bound: number) => number

/** Reproducible on every machine. @param seed 32 bits count */
export function createDraw(seed: number): Draw {
  const random = new Random(seed)
  return (bound) => random.below(bound)
}

/** Blocks of one slot, at most, and events in one block, at most. */
const MOST_BLOCKS = 2
const MOST_IN_BLOCK = 3

/**
 * Walks through a profile that mix what is accepted with what is refused.
 *
 * They are drawn to boundaries: in the slots on both sides of a deadline (first and last slot of an epoch, last of the
 * claim window and the one after, of an entry into fallback or an exit) more happens than in others. Kinds of events are drawn before instances, so that a rare
 * kind does not drown in the variations of another.
 */
export class Walks {
  readonly #rollup: Deployed<L1RollupTypes>

  constructor(readonly profile: Profile) {
    this.#rollup = deploy(l1Rollup, profile)
  }

  /** One walk to the profile's last slot. */
  walk(seed: number): Trace {
    const { profile } = this
    const draw = createDraw(seed)
    const blocks: Event[][] = []
    for (let state = initialState(profile); ; ) {
      const busy = this.#isBoundary(state) ? 1 : 0
      for (let left = draw(MOST_BLOCKS) + busy; left > 0; left--) {
        const block: Event[] = []
        for (let more = 1 + draw(MOST_IN_BLOCK); more > 0; more--) {
          const event = this.#event(state, draw)
          if (!event) break
          block.push(event)
          state = this.#after(state, event)
        }
        if (block.length > 0) blocks.push(block)
      }
      if (state.slot >= profile.horizon) break
      blocks.push([{ type: 'advanceSlot' }])
      state = this.#after(state, { type: 'advanceSlot' })
    }
    return { title: `walk with seed ${seed}`, profile: profile.name, blocks }
  }

  #isBoundary(state: State): boolean {
    const { slotsPerEpoch, claimWindowSlots, fallbackEnterSlots } = this.profile.parameters
    const offset = offsetOf({ slot: slotNow(state), slotsPerEpoch })
    if ([0, claimWindowSlots - 1, claimWindowSlots, slotsPerEpoch - 1].includes(offset)) return true
    return fallbackEnterSlots > 0 && [-1, 1].some((slots) => this.#changesMode(state, slots))
  }

  /** Whether fallback is in force now and not so many slots later, or the other way round. */
  #changesMode(state: State, slots: number): boolean {
    const modes = [0, slots].map((later) => {
      const { fallback } = effective(
        { ...state, slot: Math.max(0, state.slot + later) },
        this.profile.parameters,
      )
      return inSession(fallback)
    })
    return modes[0] !== modes[1]
  }

  /** Three of five are accepted, where anything can be. */
  #event(state: State, draw: Draw): Event | undefined {
    const instances = eventInstances(state, this.profile, deploymentOf(this.profile)).filter(
      ({ type }) => type !== 'advanceSlot',
    )
    const wantsAccepted = draw(5) < 3
    const isAccepted = (event: Event) => this.#rollup.failing(state, event).length === 0
    const wanted = instances.filter((event) => isAccepted(event) === wantsAccepted)
    const candidates = wanted.length > 0 ? wanted : instances
    const types = [...new Set(candidates.map(({ type }) => type))]
    if (types.length === 0) return undefined
    const type = types[draw(types.length)]!
    const ofType = candidates.filter((event) => event.type === type)
    return ofType[draw(ofType.length)]
  }

  #after(state: State, event: Event): State {
    const result = this.#rollup.step(state, event)
    return 'state' in result ? result.state : state
  }
}
