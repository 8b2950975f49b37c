import { heldWith } from '../node/lists.ts'
import { answersWith, copiesWith, shownIn, spentIn } from './lists.ts'
import type { Deployment } from './types.ts'
import { type EventOf, type EventType, NO_POOL_VIEW, type State } from './vocabulary.ts'

/** What an accepted event does to the state: pure, one function per named action of the statechart. */
type Update<Type extends EventType> = (state: State, event: EventOf<Type>, deployment: Deployment) => State

/** TX-16, TX-17: what was asked for and answered was so in the slot before. */
const passSlot: Update<'tick'> = (state) => ({ ...state, slot: state.slot + 1, asked: [], answered: [] })

/**
 * TX-7, TX-8, TX-10, TX-13: what is forced is stored, what is final is not, nor what spends the same, and what L1 shows is
 * no secret. TX-15, TX-16: what is stored or spent for good need not come any more.
 */
const takeView: Update<'follow'> = (state, { view }, { parameters }) => {
  const isOver = spentIn(view.final, parameters)
  const shown = shownIn(view)
  const stored = new Set([...state.stored, ...view.queue].filter((it) => !isOver(it)))
  const canCome = (it: string): boolean => !stored.has(it) && !isOver(it)
  return {
    ...state,
    stored: [...stored].sort(),
    stashed: state.stashed.filter((it) => stored.has(it) && !shown.has(it)),
    view,
    verifying: state.verifying.filter(({ transaction }) => canCome(transaction)),
    asked: state.asked.filter(canCome),
  }
}

/** TX-19. */
const beginVerification: Update<'receiveTransaction'> = (state, { transaction, proof, from }) => ({
  ...state,
  verifying: copiesWith(state.verifying, { transaction, proof, from }),
})

/** TX-1, TX-15: its verification is over for all senders. */
const storeTransaction: Update<'verified'> = (state, { transaction }) => ({
  ...state,
  stored: heldWith(state.stored, transaction),
  verifying: state.verifying.filter((copy) => copy.transaction !== transaction),
  asked: state.asked.filter((it) => it !== transaction),
})

/** TX-7. */
const stashTransaction: Update<'verified'> = (state, { transaction }) => ({
  ...state,
  stashed: heldWith(state.stashed, transaction),
})

/** TX-15. */
const forgetSender: Update<'leave'> = (state, { from }) => ({
  ...state,
  verifying: state.verifying.filter((copy) => copy.from !== from),
})

/** TX-16. */
const recordAsked: Update<'ask'> = (state, { transaction }) => ({
  ...state,
  asked: heldWith(state.asked, transaction),
})

/** TX-7. */
const releaseTransactions: Update<'release'> = (state, { transactions }) => ({
  ...state,
  stashed: state.stashed.filter((it) => !transactions.includes(it)),
})

/** TX-17. */
const recordAnswer: Update<'receiveRequest'> = (state, { transaction, from }) => ({
  ...state,
  answered: answersWith(state.answered, { transaction, to: from }),
})

const loseStore: Update<'crash'> = (state) => ({ ...state, stored: [], stashed: [] })

/** What is not stored. */
const forgetRest: Update<'crash'> = (state) => ({
  ...state,
  view: NO_POOL_VIEW,
  verifying: [],
  asked: [],
  answered: [],
})

export const updates = {
  passSlot,
  takeView,
  beginVerification,
  storeTransaction,
  stashTransaction,
  forgetSender,
  recordAsked,
  releaseTransactions,
  recordAnswer,
  loseStore,
  forgetRest,
}
