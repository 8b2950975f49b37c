import type { ProposerProfile } from '../../spec/nodeParameters.ts'
import { NO_PROPOSAL, NO_VIEW } from '../node/vocabulary.ts'
import { NO_BUILDING, type State } from './vocabulary.ts'

/** The state at genesis, before which the node started: spec/actors/proposer.md, State. */
export const initialState = ({ initialHeld }: ProposerProfile): State => ({
  slot: 0,
  phase: 'build',
  held: initialHeld,
  proposed: NO_PROPOSAL,
  attestations: [],
  published: false,
  signsFrom: 0,
  view: NO_VIEW,
  building: NO_BUILDING,
})
