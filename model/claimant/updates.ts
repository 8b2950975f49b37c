import { quotesOfEnded } from './quotes.ts'
import type { Deployment } from './types.ts'
import { type EventOf, type EventType, NO_CLAIM_VIEW, type State } from './vocabulary.ts'

/** What an accepted event does to the state: pure, one function per named action of the statechart. */
type Update<Type extends EventType> = (state: State, event: EventOf<Type>, deployment: Deployment) => State

/** TIME-3, QUOTE-3: with the next epoch the quotes of the one before are forgotten, until then none is. */
const passSlot: Update<'tick'> = (state, _event, { parameters }) => {
  const slot = state.slot + 1
  return { ...state, slot, quotes: quotesOfEnded(state.quotes, slot, parameters) }
}

/** FOLLOW-1: a view is taken as a whole. */
const takeView: Update<'follow'> = (state, { view }) => ({ ...state, view })

/** QUOTE-3. */
const keepQuote: Update<'receiveQuote'> = (state, { quote }) => ({
  ...state,
  quotes: [...state.quotes, quote].sort((a, b) => (a.prover < b.prover ? -1 : 1)),
})

/** QUOTE-5. */
const markClaimed: Update<'claim'> = (state) => ({ ...state, claimed: state.slot })

/** QUOTE-5. */
const loseStore: Update<'crash'> = (state) => ({ ...state, claimed: -1 })

/** What is not stored. */
const forgetRest: Update<'crash'> = (state) => ({ ...state, view: NO_CLAIM_VIEW, quotes: [] })

export const updates = { passSlot, takeView, keepQuote, markClaimed, loseStore, forgetRest }
