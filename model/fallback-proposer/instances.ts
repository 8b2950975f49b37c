import type { FallbackProposerProfile } from '../../spec/fallbackProposerParameters.ts'
import { executedInstances, nodeInstances } from '../node/instances.ts'
import { buildInstances } from '../proposer/instances.ts'
import type { Event, EventOf, State } from './vocabulary.ts'

/** The event instances of a profile in a state, as spec/actors/fallback-proposer.md lists them; some twice. */
export const eventInstances = (state: State, profile: FallbackProposerProfile): Event[] => [
  ...nodeInstances(state, profile),
  { type: 'submitBlock' },
  { type: 'giveUp' },
  ...buildInstances(state, profile),
  ...executedInstances(state.building),
  ...provedInstances(state.building),
]

/** A proof of what is built, and of something else in one respect each. */
function provedInstances(building: State['building']): EventOf<'proved'>[] {
  const { slot } = building
  const results = executedInstances(building).map((result) => ({ ...result, type: 'proved' as const, slot }))
  return [...results, { ...results[0]!, slot: slot + 1 }]
}
