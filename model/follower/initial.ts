import { NO_HEADER, NO_L1_VIEW, type State } from './vocabulary.ts'

/** The state at genesis, before which the node started: spec/actors/follower.md, State. */
export const initialState = (): State => ({
  slot: 0,
  applied: [],
  wrong: [],
  kept: -1,
  view: NO_L1_VIEW,
  fetching: NO_HEADER,
})
