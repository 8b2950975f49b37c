import { nextPhase } from '../node/clock.ts'
import { heldWith } from '../node/lists.ts'
import { NO_PROPOSAL, NO_VIEW } from '../node/vocabulary.ts'
import type { Deployment } from './types.ts'
import type { EventOf, EventType, State } from './vocabulary.ts'

/** What an accepted event does to the state: pure, one function per named action of the statechart. */
type Update<Type extends EventType> = (state: State, event: EventOf<Type>, deployment: Deployment) => State

const passPhase: Update<'tick'> = (state) => ({ ...state, ...nextPhase(state) })

/** FOLLOW-1: a view is taken as a whole. */
const takeView: Update<'follow'> = (state, { view }) => ({ ...state, view })

/** TX-1. */
const holdTransaction: Update<'transactionVerified'> = (state, { transaction }) => ({
  ...state,
  held: heldWith(state.held, transaction),
})

/** ATTEST-8. */
const takeProposal: Update<'receiveProposal'> = (state, { proposal }) => ({ ...state, work: proposal })

/** ATTEST-10, ATTEST-19. */
const signWork: Update<'executed'> = (state) => ({ ...state, signed: state.work, work: NO_PROPOSAL })

/** ATTEST-7. */
const loseStore: Update<'crash'> = (state) => ({
  ...state,
  held: [],
  signed: NO_PROPOSAL,
  signsFrom: state.slot + 1,
})

/** What is not stored. */
const forgetRest: Update<'crash'> = (state) => ({ ...state, view: NO_VIEW, work: NO_PROPOSAL })

export const updates = {
  passPhase,
  takeView,
  holdTransaction,
  takeProposal,
  signWork,
  loseStore,
  forgetRest,
}
