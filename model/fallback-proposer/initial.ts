import type { FallbackProposerProfile } from '../../spec/fallbackProposerParameters.ts'
import { NO_VIEW } from '../node/vocabulary.ts'
import { NO_BUILDING } from '../proposer/vocabulary.ts'
import type { State } from './vocabulary.ts'

/** The state at genesis, before which the node started: spec/actors/fallback-proposer.md, State. */
export const initialState = ({ initialHeld }: FallbackProposerProfile): State => ({
  slot: 0,
  held: initialHeld,
  proven: NO_BUILDING,
  submitted: -1,
  view: NO_VIEW,
  building: NO_BUILDING,
  proving: false,
})
