import type { ProverProfile } from '../../spec/proverParameters.ts'
import { NO_PROVE_VIEW, NO_QUOTE, NO_TARGET, type State } from './vocabulary.ts'

/** The state at genesis, before which the node started: spec/actors/prover.md, State. */
export const initialState = ({ initialHeld }: ProverProfile): State => ({
  slot: 0,
  held: initialHeld,
  quoted: NO_QUOTE,
  quotesFrom: -1,
  proof: NO_TARGET,
  submitted: -1,
  moved: -1,
  view: NO_PROVE_VIEW,
  proving: NO_TARGET,
})
