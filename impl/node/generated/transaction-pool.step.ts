// Generated from model/transaction-pool/transaction-pool.machine.ts by `npm run generate`. Do not edit.

import { match, P } from 'ts-pattern'
import type { Accepted, Check, Refused, Step } from '../step.ts'
import { allRefusals, check, firstRefusal } from '../step.ts'
import {
  domainIsOwn,
  messageIsShortEnough,
  messageIsWellFormed,
  versionIsKnown,
} from '../../../model/node/rules/message.ts'
import { transactionIsNew, transactionProofIsValid } from '../../../model/node/rules/transaction.ts'
import { effects } from '../../../model/transaction-pool/effects.ts'
import { factsOf } from '../../../model/transaction-pool/facts.ts'
import { parts } from '../../../model/transaction-pool/parts.ts'
import {
  copyIsNew,
  copyIsVerifying,
  poolHasRoom,
  requestIsForSlot,
  requestIsNew,
  senderHasRoom,
  transactionCanBeSent,
  transactionIsNotAsked,
  transactionIsUnspent,
} from '../../../model/transaction-pool/rules/pool.ts'
import { stateValueOf } from '../../../model/transaction-pool/stateValue.ts'
import type { TransactionPoolTypes } from '../../../model/transaction-pool/types.ts'
import { updates } from '../../../model/transaction-pool/updates.ts'

type State = TransactionPoolTypes['state']
type Event = TransactionPoolTypes['event']
type Effect = TransactionPoolTypes['effect']
type Deployment = TransactionPoolTypes['deployment']
type Refusal = TransactionPoolTypes['refusal']
type StateValue = ReturnType<typeof stateValueOf>

/** The checks of each event, in the order of the statechart, by stage where there are several. */
const checks: Record<Event['type'], readonly Check<Refusal>[]> = {
  tick: [],
  follow: [],
  receiveTransaction: [
    // Message
    check(messageIsShortEnough, 'MessageOversized', 'MESSAGE-1', []),
    check(versionIsKnown, 'VersionUnknown', 'MESSAGE-2', []),
    check(domainIsOwn, 'DomainMismatch', 'MESSAGE-3', []),
    check(messageIsWellFormed, 'MessageMalformed', 'MESSAGE-4', []),
    // Transaction
    check(transactionIsNew, 'TransactionHeld', 'TX-4', []),
    check(copyIsNew, 'VerificationPending', 'TX-19', []),
    check(transactionIsUnspent, 'NullifierSpent', 'TX-5', []),
    // Room
    check(poolHasRoom, 'PoolFull', 'TX-12', ['waiting', 'poolMaximum']),
    check(senderHasRoom, 'SenderBusy', 'TX-14', ['copies', 'verifyingMaximum']),
  ],
  verified: [
    check(copyIsVerifying, 'NothingVerifying', 'TX-15', []),
    check(transactionProofIsValid, 'TransactionProofInvalid', 'TX-1', []),
  ],
  leave: [],
  ask: [check(transactionIsNotAsked, 'AlreadyAsked', 'TX-16', [])],
  release: [],
  receiveRequest: [
    // Message
    check(messageIsShortEnough, 'MessageOversized', 'MESSAGE-1', []),
    check(versionIsKnown, 'VersionUnknown', 'MESSAGE-2', []),
    check(domainIsOwn, 'DomainMismatch', 'MESSAGE-3', []),
    check(messageIsWellFormed, 'MessageMalformed', 'MESSAGE-4', []),
    // Request
    check(requestIsForSlot, 'SlotNotCurrent', 'TX-17', ['requestSlot', 'slot']),
    check(transactionCanBeSent, 'TransactionNotHeld', 'TX-18', []),
    check(requestIsNew, 'RequestAnswered', 'TX-17', []),
  ],
  crash: [],
}

/**
 * What an event leads to in a stored state. A refusal is that of the first check that fails, with its clause.
 * @throws NoTransition where the checks pass and the statechart has no transition
 */
export function step(state: State, event: Event, deployment: Deployment): Step<TransactionPoolTypes> {
  const refused = firstRefusal(checks[event.type], factsOf(state, event, deployment))
  if (refused) return refused
  return match<[StateValue, Event], Accepted<TransactionPoolTypes>>([stateValueOf(state), event])

    // tick: TIME-3, TX-16, TX-17
    .with([P._, { type: 'tick' }], ([, event]) => {
      let next: State = state
      next = updates.passSlot(next, event, deployment)
      return { next, effects: [] }
    })

    // follow: FOLLOW-1, TX-7, TX-8, TX-10, TX-13, TX-15, MESSAGE-10
    .with([P._, { type: 'follow' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...effects.tellForced(next, event, deployment))
      sent.push(...effects.sendShown(next, event, deployment))
      next = updates.takeView(next, event, deployment)
      return { next, effects: sent }
    })

    // receiveTransaction: TX-1, TX-19
    // guarded by MESSAGE-1, MESSAGE-2, MESSAGE-3, MESSAGE-4, TX-4, TX-19, TX-5, TX-12, TX-14
    .with([P._, { type: 'receiveTransaction' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      next = updates.beginVerification(next, event, deployment)
      sent.push(...effects.verifyCopy(next, event, deployment))
      return { next, effects: sent }
    })

    // verified: TX-1, TX-7, TX-15
    // guarded by TX-15, TX-1
    .with(
      [P._, { type: 'verified' }],
      ([, event]) => parts.selectors.isSecret(state, deployment, event),
      ([, event]) => {
        let next: State = state
        const sent: Effect[] = []
        next = updates.storeTransaction(next, event, deployment)
        next = updates.stashTransaction(next, event, deployment)
        sent.push(...effects.tellRoles(next, event, deployment))
        return { next, effects: sent }
      },
    )

    // verified: TX-1, TX-2, TX-15, MESSAGE-10
    // guarded by TX-15, TX-1
    .with([P._, { type: 'verified' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      next = updates.storeTransaction(next, event, deployment)
      sent.push(...effects.tellRoles(next, event, deployment))
      sent.push(...effects.sendTransaction(next, event, deployment))
      return { next, effects: sent }
    })

    // leave: TX-15
    .with([P._, { type: 'leave' }], ([, event]) => {
      let next: State = state
      next = updates.forgetSender(next, event, deployment)
      return { next, effects: [] }
    })

    // ask: TX-16
    // guarded by TX-16
    .with(
      [P._, { type: 'ask' }],
      ([, event]) => parts.selectors.isStored(state, deployment, event),
      ([, event]) => {
        const next: State = state
        const sent: Effect[] = []
        sent.push(...effects.tellRoles(next, event, deployment))
        return { next, effects: sent }
      },
    )

    // ask: TX-16, MESSAGE-10
    // guarded by TX-16
    .with([P._, { type: 'ask' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      next = updates.recordAsked(next, event, deployment)
      sent.push(...effects.sendRequest(next, event, deployment))
      return { next, effects: sent }
    })

    // release: TX-7, MESSAGE-10
    .with([P._, { type: 'release' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...effects.sendStashed(next, event, deployment))
      next = updates.releaseTransactions(next, event, deployment)
      return { next, effects: sent }
    })

    // receiveRequest: TX-17, TX-18, MESSAGE-10
    // guarded by MESSAGE-1, MESSAGE-2, MESSAGE-3, MESSAGE-4, TX-17, TX-18
    .with([P._, { type: 'receiveRequest' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      next = updates.recordAnswer(next, event, deployment)
      sent.push(...effects.sendAnswer(next, event, deployment))
      return { next, effects: sent }
    })

    // crash: FOLLOW-1
    .with(
      [P._, { type: 'crash' }],
      ([, event]) => parts.selectors.storeIsLost(state, deployment, event),
      ([, event]) => {
        let next: State = state
        next = updates.loseStore(next, event, deployment)
        next = updates.forgetRest(next, event, deployment)
        return { next, effects: [] }
      },
    )

    // crash: FOLLOW-1, TX-7, TX-10
    .with([P._, { type: 'crash' }], ([, event]) => {
      let next: State = state
      next = updates.forgetRest(next, event, deployment)
      return { next, effects: [] }
    })
    .exhaustive()
}

/** The refusals of all checks that fail, in their order; none where the event is accepted. */
export function refusals(state: State, event: Event, deployment: Deployment): Refused<Refusal>[] {
  return allRefusals(checks[event.type], factsOf(state, event, deployment))
}
