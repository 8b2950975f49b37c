import { lackingOf, rightOf } from './chain.ts'
import type { Deployment } from './types.ts'
import { type EventOf, type EventType, NO_HEADER, NO_L1_VIEW, type State } from './vocabulary.ts'

/** What an accepted event does to the state: pure, one function per named action of the statechart. */
type Update<Type extends EventType> = (state: State, event: EventOf<Type>, deployment: Deployment) => State

/** FOLLOW-8: asks for what is lacking now. */
const asking = (state: State): State => ({ ...state, fetching: lackingOf(state) })

/** FOLLOW-7: what time alone makes due follows from the slot. */
const passSlot: Update<'tick'> = (state) => asking({ ...state, slot: state.slot + 1 })

/** FOLLOW-7: a view is taken as a whole. */
const takeView: Update<'readView'> = (state, { view }) => asking({ ...state, view })

/** FOLLOW-3. */
const applyBody: Update<'fetched'> = (state, { header }) =>
  asking({ ...state, applied: [...rightOf(state), header] })

/** FOLLOW-4, FOLLOW-6, FOLLOW-13. */
const markWrong: Update<'fetched'> = (state, { header }) =>
  asking({ ...state, wrong: [...state.wrong, header] })

/** FOLLOW-12. */
const markSetUp: Update<'setUp'> = (state) => ({ ...state, kept: state.slot })

const loseStore: Update<'crash'> = (state) => ({ ...state, applied: [], wrong: [], kept: -1 })

/** What is not stored. */
const forgetRest: Update<'crash'> = (state) => ({ ...state, view: NO_L1_VIEW, fetching: NO_HEADER })

export const updates = { passSlot, takeView, applyBody, markWrong, markSetUp, loseStore, forgetRest }
