import type { AttesterProfile } from '../../spec/nodeParameters.ts'
import { NO_PROPOSAL, NO_VIEW } from '../node/vocabulary.ts'
import type { State } from './vocabulary.ts'

/** The state at genesis, before which the node started: spec/actors/attester.md, State. */
export const initialState = ({ initialHeld }: AttesterProfile): State => ({
  slot: 0,
  phase: 'build',
  held: initialHeld,
  signed: NO_PROPOSAL,
  signsFrom: 0,
  view: NO_VIEW,
  work: NO_PROPOSAL,
})
