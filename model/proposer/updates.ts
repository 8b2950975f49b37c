import { nextPhase } from '../node/clock.ts'
import { heldWith, rootAfter } from '../node/lists.ts'
import { NO_PROPOSAL, NO_VIEW } from '../node/vocabulary.ts'
import { countedMembers } from './counted.ts'
import type { Deployment } from './types.ts'
import { type EventOf, type EventType, NO_BUILDING, type State } from './vocabulary.ts'

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

/** BUILD-7. */
const beginBlock: Update<'build'> = (state, { transactions, forced }) => ({
  ...state,
  building: { slot: state.slot, parent: state.view.tip, transactions, forced },
})

/** BUILD-6, BUILD-18: what was executed, with the root that it gave. */
const signProposal: Update<'executed'> = (state, { parent, transactions, forced }) => ({
  ...state,
  proposed: {
    slot: state.slot,
    timestampSlot: state.slot,
    parent,
    transactions,
    forced,
    root: rootAfter({ parent, transactions }),
    blobs: 'match',
  },
  attestations: [],
  published: false,
  building: NO_BUILDING,
})

/** BUILD-19, BUILD-20: in the order of the committee. */
const collectAttestation: Update<'receiveAttestation'> = (state, { signer }, { parameters }) => ({
  ...state,
  attestations: countedMembers({ ...state, attestations: [...state.attestations, signer] }, parameters),
})

/** BUILD-22. */
const markPublished: Update<'publish'> = (state) => ({ ...state, published: true })

/** BUILD-5. */
const loseStore: Update<'crash'> = (state) => ({
  ...state,
  held: [],
  proposed: NO_PROPOSAL,
  attestations: [],
  published: false,
  signsFrom: state.slot + 1,
})

/** What is not stored. */
const forgetRest: Update<'crash'> = (state) => ({ ...state, view: NO_VIEW, building: NO_BUILDING })

export const updates = {
  passPhase,
  takeView,
  holdTransaction,
  beginBlock,
  signProposal,
  collectAttestation,
  markPublished,
  loseStore,
  forgetRest,
}
