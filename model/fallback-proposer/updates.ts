import { heldWith } from '../node/lists.ts'
import { NO_VIEW } from '../node/vocabulary.ts'
import { NO_BUILDING } from '../proposer/vocabulary.ts'
import type { Deployment } from './types.ts'
import type { EventOf, EventType, State } from './vocabulary.ts'

/** What an accepted event does to the state: pure, one function per named action of the statechart. */
type Update<Type extends EventType> = (state: State, event: EventOf<Type>, deployment: Deployment) => State

/** TIME-3. */
const passSlot: Update<'tick'> = (state) => ({ ...state, slot: state.slot + 1 })

/** FOLLOW-1: a view is taken as a whole. */
const takeView: Update<'follow'> = (state, { view }) => ({ ...state, view })

/** TX-1. */
const holdTransaction: Update<'transactionVerified'> = (state, { transaction }) => ({
  ...state,
  held: heldWith(state.held, transaction),
})

/** BASED-3, BASED-4: what was begun on another tip ends here. */
const beginBlock: Update<'build'> = (state, { transactions, forced }) => ({
  ...state,
  building: { slot: state.slot, parent: state.view.tip, transactions, forced },
  proving: false,
})

/** BASED-7. */
const beginProof: Update<'executed'> = (state) => ({ ...state, proving: true })

/** BASED-3, BASED-7, BASED-8: the proof, which is on the own tip, takes the place of one on another. */
const keepProven: Update<'proved'> = (state) => ({
  ...state,
  proven: state.building,
  building: NO_BUILDING,
  proving: false,
})

/** BASED-10. */
const markSubmitted: Update<'submitBlock'> = (state) => ({ ...state, submitted: state.slot })

/** BASED-3. */
const forgetProven: Update<'giveUp'> = (state) => ({ ...state, proven: NO_BUILDING })

/** BASED-3. */
const forgetBuilding: Update<'giveUp' | 'crash'> = (state) => ({
  ...state,
  building: NO_BUILDING,
  proving: false,
})

/** BASED-10. */
const loseStore: Update<'crash'> = (state) => ({
  ...state,
  held: [],
  proven: NO_BUILDING,
  submitted: -1,
})

/** FOLLOW-1. */
const forgetView: Update<'crash'> = (state) => ({ ...state, view: NO_VIEW })

export const updates = {
  passSlot,
  takeView,
  holdTransaction,
  beginBlock,
  beginProof,
  keepProven,
  markSubmitted,
  forgetProven,
  forgetBuilding,
  loseStore,
  forgetView,
}
