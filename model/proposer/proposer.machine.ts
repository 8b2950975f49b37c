import { and, setup } from 'xstate'
import { createActions, createGuards } from '../core/parts.ts'
import type { TransitionMeta } from '../core/reading.ts'
import { parts } from './parts.ts'
import type { Deployment } from './types.ts'
import type { Event, State } from './vocabulary.ts'

/** What happens while blocks are built. */
const building = {
  build: {
    guard: and([
      and(['ownTipIsLevel', 'noAlarm', 'proposerIsInCharge']),
      and(['selfIsProposer', 'buildingIsOpen', 'proposingMayBegin']),
      and(['slotIsNotProposed', 'nothingIsBuilt', 'slotIsAfterTip']),
      and(['blockTakesWhatWaits', 'blockTakesTheFront', 'blockTakesTheDue', 'blockTakesTheMinimum']),
      and(['blockIsLongEnough', 'transactionsAreHeld', 'blockHasNoneTwice', 'nothingIsSpent']),
    ]),
    actions: ['beginBlock', 'executeBlock'],
    meta: {
      clauses: ['FOLLOW-1', 'BUILD-7', 'TX-8'],
      stages: ['View', 'Slot', 'Once', 'Forced', 'List'],
    },
  },
  executed: {
    guard: and([
      'blockIsExecuting',
      'ownTipIsLevel',
      'noAlarm',
      'proposerIsInCharge',
      'builtOnOwnTip',
      'buildingIsOpen',
    ]),
    actions: ['signProposal', 'sendProposal'],
    meta: { clauses: ['BUILD-6', 'BUILD-18', 'MESSAGE-10'] },
  },
}

/** What happens until the block cannot land in its slot any more. */
const open = {
  receiveAttestation: {
    guard: and([
      and(['messageIsShortEnough', 'versionIsKnown', 'domainIsOwn', 'messageIsWellFormed']),
      and(['somethingIsProposed', 'attestsOwnProposal', 'blockIsNotPublished', 'publishingIsOpen']),
      and(['attestationSignatureIsValid', 'signerIsMember', 'attestationIsNew']),
    ]),
    actions: 'collectAttestation',
    meta: { clauses: ['BUILD-19', 'BUILD-20'], stages: ['Message', 'Proposal', 'Signature'] },
  },
  publish: {
    guard: and([
      'ownTipIsLevel',
      'noAlarm',
      'proposerIsInCharge',
      'somethingIsProposed',
      'blockIsNotPublished',
      'publishingIsOpen',
      'builtOnOwnTip',
      'attestationsAreEnough',
    ]),
    actions: ['markPublished', 'submitBlock'],
    meta: { clauses: ['BUILD-21', 'BUILD-22'] },
  },
}

/**
 * A node as far as it builds and publishes the block of its slot.
 * Clauses: BUILD, and what decides there of TX, FOLLOW and MESSAGE.
 *
 *   ●──▶ ┌─────────────────────┐  tick  ┌─────────────────────┐  tick  ┌─────────────────────┐  tick  ┌──────────┐
 *        │        build        ├───────▶│       attest        ├───────▶│       publish       ├───────▶│  closed  │
 *        │  build, executed,   │        │                     │        │                     │        │          │
 *        │  receiveAttestation,│        │  receiveAttestation,│        │  receiveAttestation,│        │          │
 *        │  publish            │        │  publish            │        │  publish            │        │          │
 *        └──────────▲──────────┘        └─────────────────────┘        └─────────────────────┘        └────┬─────┘
 *                   └──────────────────────────────────────────────────────────────────────────────────────┘
 *                                          tick: the next slot begins
 *
 *        in all: follow, transactionVerified, crash
 *
 * The state follows the phase of the slot. What is built and what was proposed stay as they are when it moves: of an
 * earlier slot they count as none, so that giving up needs no event.
 */
export function createProposer(deployment: Deployment, initial: State) {
  return setup({
    types: { context: {} as State, events: {} as Event, meta: {} as TransitionMeta },
    guards: createGuards(parts, deployment),
    actions: createActions(parts, deployment),
  }).createMachine({
    id: 'proposer',
    context: initial,
    initial: 'build',
    states: {
      build: {
        on: {
          ...building,
          ...open,
          tick: { target: 'attest', actions: 'passPhase', meta: { clauses: ['BUILD-4'] } },
        },
      },
      // BUILD-4: nothing is built and no result makes a proposal from here on.
      attest: {
        on: { ...open, tick: { target: 'publish', actions: 'passPhase', meta: { clauses: ['ATTEST-4'] } } },
      },
      publish: {
        on: { ...open, tick: { target: 'closed', actions: 'passPhase', meta: { clauses: ['BUILD-23'] } } },
      },
      // BUILD-23: what is not published by now is given up.
      closed: {
        on: { tick: { target: 'build', actions: 'passPhase', meta: { clauses: ['TIME-3'] } } },
      },
    },
    on: {
      follow: { actions: 'takeView', meta: { clauses: ['FOLLOW-1'] } },
      transactionVerified: {
        guard: and(['transactionIsNew', 'transactionProofIsValid']),
        actions: 'holdTransaction',
        meta: { clauses: ['TX-1', 'TX-4'] },
      },
      crash: [
        {
          guard: and(['storeIsLost']),
          actions: ['loseStore', 'forgetRest'],
          meta: { clauses: ['FOLLOW-1', 'BUILD-5'] },
        },
        { actions: 'forgetRest', meta: { clauses: ['FOLLOW-1', 'BUILD-6', 'BUILD-22'] } },
      ],
    },
  })
}
