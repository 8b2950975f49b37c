import type { FallbackProfile } from '../../spec/fallbackParameters.ts'
import { countedFrom, idle } from './timing.ts'
import { NONE, type State } from './vocabulary.ts'

/** The state at genesis: spec/actors/fallback-controller.md, State. */
export function initialState({ parameters }: FallbackProfile): State {
  const { fallbackEnterSlots, idleChain } = parameters
  return {
    slot: 0,
    ...(fallbackEnterSlots > 0 && idleChain === 'counts' ? countedFrom(0) : idle),
    provenSlot: NONE,
    pending: NONE,
    forced: false,
    claimDeadline: NONE,
    bonds: { returned: 0, slashed: 0 },
  }
}
