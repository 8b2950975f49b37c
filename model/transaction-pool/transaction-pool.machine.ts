import { and, setup } from 'xstate'
import { createActions, createGuards } from '../core/parts.ts'
import type { TransitionMeta } from '../core/reading.ts'
import { parts } from './parts.ts'
import type { Deployment } from './types.ts'
import type { Event, State } from './vocabulary.ts'

const messageChecks = and(['messageIsShortEnough', 'versionIsKnown', 'domainIsOwn', 'messageIsWellFormed'])
const verifiedChecks = and(['copyIsVerifying', 'transactionProofIsValid'])

/**
 * A node as far as it takes, keeps and hands out transactions.
 * Clauses: TX, and what decides there of MESSAGE.
 *
 *   ●──▶ ┌─────────────────────────────────────────────┐
 *        │                   running                   │
 *        │  tick, follow, crash,                       │
 *        │  receiveTransaction, verified, leave,       │
 *        │  ask, release, receiveRequest               │
 *        └─────────────────────────────────────────────┘
 *
 * There is one state: which events are taken depends on what is stored, verified, asked for and answered alone.
 */
export function createTransactionPool(deployment: Deployment, initial: State) {
  return setup({
    types: { context: {} as State, events: {} as Event, meta: {} as TransitionMeta },
    guards: createGuards(parts, deployment),
    actions: createActions(parts, deployment),
  }).createMachine({
    id: 'transaction-pool',
    context: initial,
    initial: 'running',
    states: { running: {} },
    on: {
      tick: { actions: 'passSlot', meta: { clauses: ['TIME-3', 'TX-16', 'TX-17'] } },
      // What it brings is told of what was before.
      follow: {
        actions: ['tellForced', 'sendShown', 'takeView'],
        meta: { clauses: ['FOLLOW-1', 'TX-7', 'TX-8', 'TX-10', 'TX-13', 'TX-15', 'MESSAGE-10'] },
      },
      receiveTransaction: {
        guard: and([
          messageChecks,
          and(['transactionIsNew', 'copyIsNew', 'transactionIsUnspent']),
          and(['poolHasRoom', 'senderHasRoom']),
        ]),
        actions: ['beginVerification', 'verifyCopy'],
        meta: { clauses: ['TX-1', 'TX-19'], stages: ['Message', 'Transaction', 'Room'] },
      },
      verified: [
        {
          guard: and(['isSecret', verifiedChecks]),
          actions: ['storeTransaction', 'stashTransaction', 'tellRoles'],
          meta: { clauses: ['TX-1', 'TX-7', 'TX-15'] },
        },
        {
          guard: verifiedChecks,
          actions: ['storeTransaction', 'tellRoles', 'sendTransaction'],
          meta: { clauses: ['TX-1', 'TX-2', 'TX-15', 'MESSAGE-10'] },
        },
      ],
      leave: { actions: 'forgetSender', meta: { clauses: ['TX-15'] } },
      ask: [
        {
          guard: and(['isStored', 'transactionIsNotAsked']),
          actions: 'tellRoles',
          meta: { clauses: ['TX-16'] },
        },
        {
          guard: and(['transactionIsNotAsked']),
          actions: ['recordAsked', 'sendRequest'],
          meta: { clauses: ['TX-16', 'MESSAGE-10'] },
        },
      ],
      // What was stashed is told before it is forgotten.
      release: {
        actions: ['sendStashed', 'releaseTransactions'],
        meta: { clauses: ['TX-7', 'MESSAGE-10'] },
      },
      receiveRequest: {
        guard: and([messageChecks, and(['requestIsForSlot', 'transactionCanBeSent', 'requestIsNew'])]),
        actions: ['recordAnswer', 'sendAnswer'],
        meta: { clauses: ['TX-17', 'TX-18', 'MESSAGE-10'], stages: ['Message', 'Request'] },
      },
      crash: [
        {
          guard: and(['storeIsLost']),
          actions: ['loseStore', 'forgetRest'],
          meta: { clauses: ['FOLLOW-1'] },
        },
        { actions: 'forgetRest', meta: { clauses: ['FOLLOW-1', 'TX-7', 'TX-10'] } },
      ],
    },
  })
}
