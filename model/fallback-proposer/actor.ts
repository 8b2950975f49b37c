import type { Actor } from '../core/actor.ts'
import { createFallbackProposer } from './fallback-proposer.machine.ts'
import { habits } from './habits.ts'
import { initialState } from './initial.ts'
import { eventInstances } from './instances.ts'
import { parts } from './parts.ts'
import { refusals } from './refusals.ts'
import { stateValueOf } from './stateValue.ts'
import type { FallbackProposerTypes } from './types.ts'
import { effectSchema, eventSchema, stateSchema } from './vocabulary.ts'

/** The fallback proposer of a node as an actor. */
export const fallbackProposer: Actor<FallbackProposerTypes> = {
  name: 'fallback-proposer',
  schema: { state: stateSchema, event: eventSchema, effect: effectSchema },
  refusals,
  ...parts,
  machine: createFallbackProposer,
  valueOf: stateValueOf,
  // Time alone makes nothing due in a node.
  due: (state) => state,
  deployment: ({ parameters }) => ({ parameters }),
  initial: initialState,
  instances: eventInstances,
  // What an event can be wrong in is among the instances.
  probes: () => [],
  habits,
}
