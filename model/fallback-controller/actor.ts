import type { Actor } from '../core/actor.ts'
import { deploymentOf } from './deployment.ts'
import { effective } from './due.ts'
import { createFallbackController } from './fallback-controller.machine.ts'
import { habits } from './habits.ts'
import { initialState } from './initial.ts'
import { eventInstances, eventProbes } from './instances.ts'
import { parts } from './parts.ts'
import { refusals } from './refusals.ts'
import { stateValueOf } from './stateValue.ts'
import type { FallbackControllerTypes } from './types.ts'
import { effectSchema, eventSchema, stateSchema } from './vocabulary.ts'

/** The fallback controller as an actor. */
export const fallbackController: Actor<FallbackControllerTypes> = {
  name: 'fallback-controller',
  schema: { state: stateSchema, event: eventSchema, effect: effectSchema },
  refusals,
  ...parts,
  machine: createFallbackController,
  valueOf: stateValueOf,
  due: (state, { parameters }) => effective(state, parameters),
  deployment: deploymentOf,
  initial: initialState,
  instances: eventInstances,
  probes: eventProbes,
  habits,
}
