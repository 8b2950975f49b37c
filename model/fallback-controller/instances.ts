import type { FallbackProfile } from '../../spec/fallbackParameters.ts'
import type { Slot } from '../shared/units.ts'
import type { Event, State } from './vocabulary.ts'

const either = [false, true]

/** The event instances of a profile in a state, as spec/actors/fallback-controller.md lists them; some twice. */
export function eventInstances(state: State, { horizon }: FallbackProfile): Event[] {
  const { slot, provenSlot } = state
  return [
    ...(slot < horizon ? [{ type: 'advanceSlot' as const }] : []),
    { type: 'propose' },
    { type: 'claim' },
    ...either.flatMap((takesForced) =>
      either.map((leavesPending): Event => ({ type: 'prove', takesForced, leavesPending })),
    ),
    ...blocksWithProof([provenSlot, provenSlot + 1, slot, slot + 1]),
    { type: 'forceInclusion' },
    { type: 'settle' },
  ]
}

/** The same for its probes: events that are asked about and not followed. */
export function eventProbes(state: State): Event[] {
  const { slot, countedFrom, entered, advanced, provenSlot, pending, claimDeadline } = state
  const numbers = [slot, countedFrom, entered, advanced, provenSlot, pending, claimDeadline]
  return blocksWithProof(numbers.flatMap((number) => [number - 1, number, number + 1]))
}

/** Blocks with a proof in some slots, as far as these are not negative. */
function blocksWithProof(slots: readonly Slot[]): Event[] {
  const possible = slots.filter((slot) => slot >= 0)
  return possible.flatMap((slot) =>
    either.map((takesForced): Event => ({ type: 'proposeWithProof', takesForced, slot })),
  )
}
