import { shownIn, spentIn } from './lists.ts'
import type { Deployment } from './types.ts'
import type { Effect, EventOf, EventType, State } from './vocabulary.ts'

/** What an accepted event sends out, one function per named action of the statechart, told from the state at its place. */
type Sent<Type extends EventType> = (
  state: State,
  event: EventOf<Type>,
  deployment: Deployment,
) => readonly Effect[]

/** `expiresSlot` of what does not expire. */
const NEVER = -1

/** TX-1, TX-19. */
const verifyCopy: Sent<'receiveTransaction'> = (_state, { transaction, proof, from }) => [
  {
    kind: 'verify',
    id: `verify/${transaction}/${proof}/${from}`,
    body: { transaction, proof, from },
    expiresSlot: NEVER,
  },
]

/** TX-1, TX-16: said to the other roles of the node. */
const tellRoles: Sent<'verified' | 'ask'> = (_state, { transaction }) => [toRoles(transaction)]

/** TX-8: what becomes stored, ascending. */
const tellForced: Sent<'follow'> = ({ stored }, { view: { queue, final } }, { parameters }) => {
  const isOver = spentIn(final, parameters)
  return [...new Set(queue)]
    .filter((it) => !stored.includes(it) && !isOver(it))
    .sort()
    .map(toRoles)
}

/** TX-7, TX-2: what was stashed, unless it is dropped as spent for good. */
const sendShown: Sent<'follow'> = ({ stashed }, { view }, { parameters }) => {
  const shown = shownIn(view)
  const isOver = spentIn(view.final, parameters)
  return stashed.filter((it) => shown.has(it) && !isOver(it)).map(toAll)
}

/** TX-2. */
const sendTransaction: Sent<'verified'> = (_state, { transaction }) => [toAll(transaction)]

/** TX-7: while they are stashed; one that the list has twice is sent once. */
const sendStashed: Sent<'release'> = ({ stashed }, { transactions }) =>
  [...new Set(transactions)].filter((it) => stashed.includes(it)).map(toAll)

/** TX-16, MESSAGE-10. */
const sendRequest: Sent<'ask'> = ({ slot }, { transaction }) => [
  { kind: 'send', id: `request/${transaction}/${slot}`, body: { transaction, to: 'all' }, expiresSlot: slot },
]

/** TX-18, MESSAGE-10. */
const sendAnswer: Sent<'receiveRequest'> = ({ slot }, { transaction, from }) => [
  {
    kind: 'send',
    id: `answer/${transaction}/${from}/${slot}`,
    body: { transaction, to: from },
    expiresSlot: slot,
  },
]

const toRoles = (transaction: string): Effect => ({
  kind: 'tell',
  id: `held/${transaction}`,
  body: { transaction },
  expiresSlot: NEVER,
})

/** MESSAGE-10. */
const toAll = (transaction: string): Effect => ({
  kind: 'send',
  id: `transaction/${transaction}`,
  body: { transaction, to: 'all' },
  expiresSlot: NEVER,
})

export const effects = {
  verifyCopy,
  tellRoles,
  tellForced,
  sendShown,
  sendTransaction,
  sendStashed,
  sendRequest,
  sendAnswer,
}
