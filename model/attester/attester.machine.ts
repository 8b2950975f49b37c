import { and, setup } from 'xstate'
import { createActions, createGuards } from '../core/parts.ts'
import type { TransitionMeta } from '../core/reading.ts'
import { parts } from './parts.ts'
import type { Deployment } from './types.ts'
import type { Event, State } from './vocabulary.ts'

const verifiedChecks = and(['transactionIsNew', 'transactionProofIsValid'])
const hold = { guard: verifiedChecks, actions: 'holdTransaction', meta: { clauses: ['TX-1', 'TX-4'] } }

const proposalChecks = and([
  and(['messageIsShortEnough', 'versionIsKnown', 'domainIsOwn', 'messageIsWellFormed', 'listIsThatOfHeader']),
  and(['nodeHasView', 'noAlarm', 'committeeAttests']),
  and(['selfIsMember', 'proposalIsForSlot', 'attestingIsOpen', 'timestampIsOfSlot']),
  and(['proposalSignatureIsValid', 'signerIsProposer']),
  and(['attestingMayBegin', 'nothingIsInWork', 'proposedOnOwnTip', 'slotIsNotSigned', 'proposalIsAfterTip']),
  and(['proposalTakesWhatWaits', 'proposalTakesTheFront', 'proposalTakesTheDue', 'proposalTakesTheMinimum']),
  and(['proposalIsLongEnough', 'proposalHasNoneTwice']),
])
const proposalStages = ['Message', 'View', 'Slot', 'Signature', 'Once', 'Forced', 'List']

/** What happens in the phases in which proposals are worked on. */
const open = {
  // ATTEST-14: the last of what was lacking.
  transactionVerified: [
    {
      guard: and(['completesWork', verifiedChecks]),
      actions: ['holdTransaction', 'executeWork'],
      meta: { clauses: ['TX-1', 'TX-4', 'ATTEST-14'] },
    },
    hold,
  ],
  receiveProposal: [
    {
      guard: and(['nothingIsMissing', proposalChecks]),
      actions: ['takeProposal', 'executeWork'],
      meta: { clauses: ['ATTEST-8', 'ATTEST-14', 'TX-8'], stages: proposalStages },
    },
    {
      guard: proposalChecks,
      actions: ['takeProposal', 'requestMissing'],
      meta: { clauses: ['ATTEST-8', 'ATTEST-14', 'MESSAGE-10'], stages: proposalStages },
    },
  ],
  executed: {
    guard: and([
      'workIsExecuting',
      'noAlarm',
      'committeeAttests',
      'attestingIsOpen',
      'proposedOnOwnTip',
      'workIsExecutable',
      'workHasComputedBlobs',
      'workHasComputedRoot',
    ]),
    actions: ['signWork', 'sendAttestation'],
    meta: { clauses: ['ATTEST-10', 'ATTEST-19', 'MESSAGE-10'] },
  },
}

/**
 * A committee member as far as it signs.
 * Clauses: ATTEST, and what decides there of TX, FOLLOW and MESSAGE.
 *
 *   ●──▶ ┌───────────────────┐  tick  ┌───────────────────┐  tick  ┌───────────┐  tick  ┌───────────┐
 *        │       build       ├───────▶│      attest       ├───────▶│  publish  ├───────▶│  closed   │
 *        │  receiveProposal, │        │  receiveProposal, │        │           │        │           │
 *        │  executed         │        │  executed         │        │           │        │           │
 *        └─────────▲─────────┘        └───────────────────┘        └───────────┘        └─────┬─────┘
 *                  └──────────────────────────────────────────────────────────────────────────┘
 *                                      tick: the next slot begins
 *
 *        in all: follow, transactionVerified, crash
 *
 * The state follows the phase of the slot. What is worked on and what was signed stay as they are when it moves: of an
 * earlier slot they count as none.
 */
export function createAttester(deployment: Deployment, initial: State) {
  return setup({
    types: { context: {} as State, events: {} as Event, meta: {} as TransitionMeta },
    guards: createGuards(parts, deployment),
    actions: createActions(parts, deployment),
  }).createMachine({
    id: 'attester',
    context: initial,
    initial: 'build',
    states: {
      build: {
        on: { ...open, tick: { target: 'attest', actions: 'passPhase', meta: { clauses: ['BUILD-4'] } } },
      },
      attest: {
        on: { ...open, tick: { target: 'publish', actions: 'passPhase', meta: { clauses: ['ATTEST-4'] } } },
      },
      // ATTEST-4: no proposal and no result is signed from here on.
      publish: {
        on: {
          transactionVerified: hold,
          tick: { target: 'closed', actions: 'passPhase', meta: { clauses: ['BUILD-23'] } },
        },
      },
      closed: {
        on: {
          transactionVerified: hold,
          tick: { target: 'build', actions: 'passPhase', meta: { clauses: ['TIME-3'] } },
        },
      },
    },
    on: {
      follow: { actions: 'takeView', meta: { clauses: ['FOLLOW-1'] } },
      crash: [
        {
          guard: and(['storeIsLost']),
          actions: ['loseStore', 'forgetRest'],
          meta: { clauses: ['FOLLOW-1', 'ATTEST-7'] },
        },
        { actions: 'forgetRest', meta: { clauses: ['FOLLOW-1', 'ATTEST-10'] } },
      ],
    },
  })
}
