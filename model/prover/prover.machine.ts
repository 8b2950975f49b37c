import { and, setup } from 'xstate'
import { createActions, createGuards } from '../core/parts.ts'
import type { TransitionMeta } from '../core/reading.ts'
import { parts } from './parts.ts'
import type { Deployment } from './types.ts'
import type { Event, State } from './vocabulary.ts'

/** A proof begins, in the place of another one if the epoch has got another end. */
const prove = {
  guard: and([
    'ownTipIsLevel',
    'selfIsClaimedFor',
    'claimedEpochIsHeld',
    'targetIsNotBeingProven',
    'targetIsNotProven',
  ]),
  actions: ['beginProof', 'proveTarget'],
  meta: { clauses: ['PROVE-1', 'PROVE-2', 'PROVE-3'] },
}

/** What happens to the escrow. */
const escrow = {
  deposit: {
    guard: and(['movedAmountIsPositive', 'callIsFirstOfSlot']),
    actions: ['markMoved', 'submitDeposit'],
    meta: { clauses: ['PROVE-6', 'PROVE-7'] },
  },
  startWithdrawal: {
    guard: and([
      'ownTipIsLevel',
      'movedAmountIsPositive',
      'callIsFirstOfSlot',
      'amountIsAvailable',
      'nothingIsWithdrawing',
      'noPromiseWasLost',
      'promisedStaysAvailable',
    ]),
    actions: ['markMoved', 'submitWithdrawal'],
    meta: { clauses: ['PROVE-6', 'PROVE-7', 'PROVE-8'] },
  },
  executeWithdrawal: {
    guard: and(['ownTipIsLevel', 'callIsFirstOfSlot', 'somethingIsWithdrawing', 'withdrawingIsUnlocked']),
    actions: ['markMoved', 'submitPayout'],
    meta: { clauses: ['PROVE-6', 'PROVE-7'] },
  },
}

/**
 * A node as far as it offers to prove epochs, proves them and keeps its escrow.
 * Clauses: PROVE and QUOTE-7 to QUOTE-12, and what decides there of TX, FOLLOW and MESSAGE.
 *
 *                            prove
 *                   ┌───────────────────────────────────────┐
 *   ●──▶ ┌──────────┴──────────┐                  ┌─────────▼─────────┐
 *        │        idle         │                  │      proving      │
 *        │  prove              │                  │  prove, proved    │
 *        │                     │                  │                   │
 *        └──────────▲──────────┘                  └─────────┬─────────┘
 *                   └───────────────────────────────────────┘
 *                            proved, crash
 *
 *        in both: tick, follow, transactionVerified, gather, quote, submitProof, deposit, startWithdrawal,
 *        executeWithdrawal, crash
 *
 * The state follows what is being proven. A proof that comes too late for its epoch is made to its end all the same: it
 * is not submitted (PROVE-5).
 */
export function createProver(deployment: Deployment, initial: State) {
  return setup({
    types: { context: {} as State, events: {} as Event, meta: {} as TransitionMeta },
    guards: createGuards(parts, deployment),
    actions: createActions(parts, deployment),
  }).createMachine({
    id: 'prover',
    context: initial,
    initial: 'idle',
    states: {
      idle: {
        on: { prove: { ...prove, target: 'proving' } },
      },
      proving: {
        on: {
          prove,
          proved: {
            guard: and(['targetIsProving']),
            target: 'idle',
            actions: 'keepProof',
            meta: { clauses: ['PROVE-3'] },
          },
        },
      },
    },
    on: {
      tick: { actions: 'passSlot', meta: { clauses: ['TIME-3'] } },
      follow: { actions: 'takeReport', meta: { clauses: ['FOLLOW-9'] } },
      transactionVerified: {
        guard: and(['transactionIsNew', 'transactionProofIsValid']),
        actions: 'holdTransaction',
        meta: { clauses: ['TX-1', 'TX-4'] },
      },
      gather: {
        guard: and(['ownTipIsLevel', 'somethingIsMissing']),
        actions: 'requestLacking',
        meta: { clauses: ['PROVE-1', 'MESSAGE-10'] },
      },
      quote: {
        guard: and([
          and(['ownTipIsLevel', 'noAlarm', 'quoteHasTakers']),
          and([
            'precedingEpochIsUnproven',
            'quotingWindowIsOpen',
            'endedEpochIsUnclaimed',
            'quotingMayBegin',
            'endedEpochIsUnquoted',
          ]),
          and(['quoteHasNotEnded', 'quoteEndsWithWindow', 'offeredBondIsEnough', 'offeredFeeIsAllowed']),
          and(['availableCoversBond', 'quotedEpochIsHeld']),
        ]),
        actions: ['signQuote', 'sendQuote'],
        meta: {
          clauses: ['QUOTE-8', 'MESSAGE-10'],
          stages: ['View', 'Epoch', 'Terms', 'Means'],
        },
      },
      submitProof: {
        guard: and(['ownTipIsLevel', 'proofIsOfTarget', 'proofIsInTime', 'callIsFirstOfSlot']),
        actions: ['markSubmitted', 'submitEpochProof'],
        meta: { clauses: ['PROVE-4', 'PROVE-6'] },
      },
      ...escrow,
      crash: [
        {
          guard: and(['storeIsLost']),
          target: '.idle',
          actions: ['loseStore', 'forgetRest'],
          meta: { clauses: ['PROVE-1', 'QUOTE-12'] },
        },
        { target: '.idle', actions: 'forgetRest', meta: { clauses: ['QUOTE-8', 'PROVE-6'] } },
      ],
    },
  })
}
