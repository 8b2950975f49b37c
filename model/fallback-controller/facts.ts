import { chainFacts, effective } from './due.ts'
import { inSession } from './timing.ts'
import type { Deployment } from './types.ts'
import type { Event, State } from './vocabulary.ts'

/**
 * What the rules are asked about, by the names of their parameters, for one event in one state: of the effective state,
 * but for whether it is another one than the stored.
 */
export function factsOf(stored: State, event: Event, { parameters }: Deployment): object {
  const state = effective(stored, parameters)
  const { slot, pending, provenSlot } = state
  return {
    ...chainFacts(state, slot, parameters),
    slot,
    inFallback: inSession(state),
    headerSlot: event.type === 'proposeWithProof' ? event.slot : slot,
    // FALLBACK-11: a block with a proof builds on the proven tip, whatever is pending.
    nextSlot: (event.type === 'proposeWithProof' ? provenSlot : Math.max(pending, provenSlot)) + 1,
    leavesPending: event.type === 'prove' && event.leavesPending,
    isDue: state !== stored,
  }
}
