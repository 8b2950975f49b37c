import { formFacts } from '../node/facts.ts'
import { spentIn } from './lists.ts'
import type { Deployment } from './types.ts'
import type { Copy, Event, EventOf, State } from './vocabulary.ts'

/** What the rules are asked about, by the names of their parameters, for one event in one state. */
export function factsOf(state: State, event: Event, { parameters }: Deployment): object {
  switch (event.type) {
    case 'receiveTransaction':
      return receiptFacts(state, event, parameters)
    case 'verified':
      return { isVerifying: isVerifying(state, event), proofIsValid: event.valid }
    case 'ask':
      return { isAsked: state.asked.includes(event.transaction) }
    case 'receiveRequest':
      return requestFacts(state, event)
    default:
      return {}
  }
}

function receiptFacts(
  state: State,
  event: EventOf<'receiveTransaction'>,
  parameters: Deployment['parameters'],
) {
  const { peers, poolMaximum, verifyingMaximum } = parameters
  const { stored, verifying, asked, view } = state
  const { form, transaction, from } = event
  const isSpent = spentIn(view.root, parameters)
  const copies = verifying.filter((copy) => copy.from === from)
  return {
    ...formFacts(form),
    isHeld: stored.includes(transaction),
    isVerifying: isVerifying(state, event),
    isFinal: spentIn(view.final, parameters)(transaction),
    isSpent: isSpent(transaction),
    isAsked: asked.includes(transaction),
    waiting: stored.filter((it) => !isSpent(it)).length,
    poolMaximum,
    isPeer: peers.includes(from),
    hasSent: copies.some((copy) => copy.transaction === transaction),
    copies: copies.length,
    verifyingMaximum,
  }
}

const requestFacts = (
  { slot, stored, stashed, answered }: State,
  { form, transaction, slot: requestSlot, from }: EventOf<'receiveRequest'>,
) => ({
  ...formFacts(form),
  requestSlot,
  slot,
  isHeld: stored.includes(transaction),
  isStashed: stashed.includes(transaction),
  isAnswered: answered.some((answer) => answer.transaction === transaction && answer.to === from),
})

const isVerifying = ({ verifying }: State, { transaction, proof, from }: Copy): boolean =>
  verifying.some((copy) => copy.transaction === transaction && copy.proof === proof && copy.from === from)
