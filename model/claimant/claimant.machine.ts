import { and, setup } from 'xstate'
import { createActions, createGuards } from '../core/parts.ts'
import type { TransitionMeta } from '../core/reading.ts'
import { parts } from './parts.ts'
import type { Deployment } from './types.ts'
import type { Event, State } from './vocabulary.ts'

/** A crash whose store is lost, and one whose store is kept. */
const withoutStore = {
  guard: and(['storeIsLost']),
  actions: ['loseStore', 'forgetRest'],
  meta: { clauses: ['FOLLOW-1'] },
}
const withStore = { actions: 'forgetRest', meta: { clauses: ['FOLLOW-1', 'QUOTE-5'] } }

/**
 * A proposer as far as it claims the right to prove for somebody.
 * Clauses: QUOTE, and what decides there of FOLLOW and MESSAGE.
 *
 *                                  claim
 *                   ┌───────────────────────────────────┐
 *   ●──▶ ┌──────────┴──────────┐              ┌─────────▼─────────┐
 *        │        free         │              │      claimed      │
 *        └──────────▲──────────┘              └─────────┬─────────┘
 *                   └───────────────────────────────────┘
 *                      tick: the next slot begins
 *                      crash, if the store is lost
 *
 *        in both: tick, follow, receiveQuote, crash
 *
 * The state tells whether a claim was handed to L1 in the current slot. Quotes are collected in every slot, in the claim
 * window or not, and kept until their epoch is the one before the current no more, valid or not.
 */
export function createClaimant(deployment: Deployment, initial: State) {
  return setup({
    types: { context: {} as State, events: {} as Event, meta: {} as TransitionMeta },
    guards: createGuards(parts, deployment),
    actions: createActions(parts, deployment),
  }).createMachine({
    id: 'claimant',
    context: initial,
    initial: 'free',
    states: {
      free: {
        on: {
          tick: { actions: 'passSlot', meta: { clauses: ['TIME-3', 'QUOTE-3'] } },
          claim: {
            guard: and([
              and(['ownTipIsLevel', 'noAlarm', 'claimantIsInCharge']),
              and(['endedEpochIsUnproven', 'claimingIsOpen', 'nobodyHasClaimed']),
              and(['selfMayClaim', 'slotIsNotClaimed']),
              and(['someQuoteIsUsable']),
            ]),
            target: 'claimed',
            actions: ['markClaimed', 'submitClaim'],
            meta: {
              clauses: ['QUOTE-4', 'QUOTE-5', 'QUOTE-6'],
              stages: ['View', 'Epoch', 'Slot', 'Quote'],
            },
          },
          crash: [withoutStore, withStore],
        },
      },
      // QUOTE-5: what was handed in is not handed in again, and may land.
      claimed: {
        on: {
          tick: { target: 'free', actions: 'passSlot', meta: { clauses: ['TIME-3', 'QUOTE-3', 'QUOTE-5'] } },
          crash: [{ ...withoutStore, target: 'free' }, withStore],
        },
      },
    },
    on: {
      follow: { actions: 'takeView', meta: { clauses: ['FOLLOW-1'] } },
      receiveQuote: {
        guard: and([
          and(['messageIsShortEnough', 'versionIsKnown', 'domainIsOwn', 'messageIsWellFormed']),
          and(['quoteIsForEndedEpoch', 'quoteIsNotExpired', 'quotedBondIsEnough', 'quotedFeeIsAllowed']),
          and(['quoteIsFirst', 'quotedBondIsCovered']),
          and(['quoteSignatureIsValid', 'signerIsProver']),
        ]),
        actions: 'keepQuote',
        meta: {
          clauses: ['QUOTE-1', 'QUOTE-2', 'QUOTE-3'],
          stages: ['Message', 'Quote', 'Prover', 'Signature'],
        },
      },
    },
  })
}
