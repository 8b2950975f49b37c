import { heldWith } from '../node/lists.ts'
import { endedEpoch, epochNow, targetOf } from './derived.ts'
import type { Deployment } from './types.ts'
import { type EventOf, type EventType, NO_PROVE_VIEW, NO_QUOTE, NO_TARGET, type State } from './vocabulary.ts'

/** What an accepted event does to the state: pure, one function per named action of the statechart. */
type Update<Type extends EventType> = (state: State, event: EventOf<Type>, deployment: Deployment) => State

const passSlot: Update<'tick'> = (state) => ({ ...state, slot: state.slot + 1 })

/** A view is taken as a whole. */
const takeReport: Update<'follow'> = (state, { view }) => ({ ...state, view })

/** TX-1. */
const holdTransaction: Update<'transactionVerified'> = (state, { transaction }) => ({
  ...state,
  held: heldWith(state.held, transaction),
})

/** QUOTE-8. */
const signQuote: Update<'quote'> = (state, { validUntilSlot, bond, fee }, { parameters }) => ({
  ...state,
  quoted: { prover: parameters.self, epoch: endedEpoch(state, parameters), validUntilSlot, bond, fee },
})

/** PROVE-3. */
const beginProof: Update<'prove'> = (state) => ({ ...state, proving: targetOf(state) })

/** PROVE-3. */
const keepProof: Update<'proved'> = (state) => ({ ...state, proof: state.proving, proving: NO_TARGET })

/** PROVE-6. */
const markSubmitted: Update<'submitProof'> = (state) => ({ ...state, submitted: state.slot })

/** PROVE-6: of the escrow. */
const markMoved: Update<'deposit' | 'startWithdrawal' | 'executeWithdrawal'> = (state) => ({
  ...state,
  moved: state.slot,
})

/** QUOTE-12: what may have been quoted is left out. */
const loseStore: Update<'crash'> = (state, _event, { parameters }) => ({
  ...state,
  held: [],
  quoted: NO_QUOTE,
  quotesFrom: epochNow(state, parameters),
  proof: NO_TARGET,
  submitted: -1,
  moved: -1,
})

/** What is not stored. */
const forgetRest: Update<'crash'> = (state) => ({ ...state, view: NO_PROVE_VIEW, proving: NO_TARGET })

export const updates = {
  passSlot,
  takeReport,
  holdTransaction,
  signQuote,
  beginProof,
  keepProof,
  markSubmitted,
  markMoved,
  loseStore,
  forgetRest,
}
