import type { Actor } from '../core/actor.ts'
import { createFollower } from './follower.machine.ts'
import { habits } from './habits.ts'
import { initialState } from './initial.ts'
import { eventInstances } from './instances.ts'
import { parts } from './parts.ts'
import { refusals } from './refusals.ts'
import { stateValueOf } from './stateValue.ts'
import type { FollowerTypes } from './types.ts'
import { effectSchema, eventSchema, stateSchema } from './vocabulary.ts'

/** The follower of a node as an actor. */
export const follower: Actor<FollowerTypes> = {
  name: 'follower',
  schema: { state: stateSchema, event: eventSchema, effect: effectSchema },
  refusals,
  ...parts,
  machine: createFollower,
  valueOf: stateValueOf,
  // What time alone makes due follows from the slot and is stored nowhere.
  due: (state) => state,
  deployment: ({ parameters }) => ({ parameters }),
  initial: initialState,
  instances: eventInstances,
  // What an event can be wrong in is among the instances.
  probes: () => [],
  habits,
}
