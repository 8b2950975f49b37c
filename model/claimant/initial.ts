import { NO_CLAIM_VIEW, type State } from './vocabulary.ts'

/** The state at genesis, before which the node started: spec/actors/claimant.md, State. */
export const initialState = (): State => ({ slot: 0, claimed: -1, view: NO_CLAIM_VIEW, quotes: [] })
