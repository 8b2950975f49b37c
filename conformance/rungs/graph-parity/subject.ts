import type { Arbitrary } from 'fast-check'
import type { Actor, ActorTypes } from '../../../model/core/actor.ts'
import type { Twin } from '../../../tla/tlc/twin.ts'

/** A coherent state, reachable or not, with events next to it. */
export interface Pairs<T extends ActorTypes> {
  readonly state: T['state']
  readonly events: readonly T['event'][]
}

/** What is compared: an actor and its twin in TLA+, which were written independently of each other. */
export interface Subject<T extends ActorTypes> {
  readonly actor: Actor<T>
  readonly twin: Twin<T['profile']>
  /** How pairs of a profile are drawn: an equal share from each. */
  pairs(profile: T['profile'], eventsPerState: number): readonly Arbitrary<Pairs<T>>[]
}
