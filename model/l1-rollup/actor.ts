import type { Actor } from '../core/actor.ts'
import { deploymentOf } from './deployment.ts'
import { effective } from './due.ts'
import { habits } from './habits.ts'
import { initialState } from './initial.ts'
import { eventInstances } from './instances.ts'
import { createL1Rollup } from './l1-rollup.machine.ts'
import { parts } from './parts.ts'
import { eventProbes } from './probes.ts'
import { refusals } from './refusals.ts'
import { stateValueOf } from './stateValue.ts'
import type { L1RollupTypes } from './types.ts'
import { eventSchema, logSchema, stateSchema } from './vocabulary.ts'

/** The L1 rollup contracts as an actor. */
export const l1Rollup: Actor<L1RollupTypes> = {
  name: 'l1-rollup',
  schema: { state: stateSchema, event: eventSchema, effect: logSchema },
  refusals,
  ...parts,
  machine: createL1Rollup,
  valueOf: stateValueOf,
  due: (state, { parameters }) => effective(state, parameters),
  deployment: deploymentOf,
  initial: initialState,
  instances: eventInstances,
  probes: eventProbes,
  habits,
}
