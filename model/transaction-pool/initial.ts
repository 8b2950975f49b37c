import { NO_POOL_VIEW, type State } from './vocabulary.ts'

/** The state at genesis, before which the node started: spec/actors/transaction-pool.md, State. */
export const initialState = (): State => ({
  slot: 0,
  stored: [],
  stashed: [],
  view: NO_POOL_VIEW,
  verifying: [],
  asked: [],
  answered: [],
})
