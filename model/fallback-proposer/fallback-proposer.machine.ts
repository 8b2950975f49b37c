import { and, setup } from 'xstate'
import { createActions, createGuards } from '../core/parts.ts'
import type { TransitionMeta } from '../core/reading.ts'
import { parts } from './parts.ts'
import type { Deployment } from './types.ts'
import type { Event, State } from './vocabulary.ts'

/**
 * A node as far as it builds, proves and publishes blocks in fallback.
 * Clauses: BASED, and what decides there of BUILD, TX, FOLLOW and FALLBACK.
 *
 *   ●──▶ ┌──────────┐   build    ┌─────────────┐   executed   ┌─────────────┐
 *        │   idle   ├───────────▶│  executing  ├─────────────▶│   proving   │
 *        └────▲─────┘            └──────▲──────┘              └───┬─────┬───┘
 *             │                         └─────────────────────────┘     │
 *             │                           build, on another tip         │
 *             └─────────────────────────────────────────────────────────┘
 *                                      proved
 *
 *        in all: build, submitBlock, tick, follow, transactionVerified; giveUp and crash lead to idle
 *
 * The state follows what is being built. What is proven stands beside it, so that a block on a new tip is begun while the
 * proof of one on the tip before is still there.
 */
export function createFallbackProposer(deployment: Deployment, initial: State) {
  return setup({
    types: { context: {} as State, events: {} as Event, meta: {} as TransitionMeta },
    guards: createGuards(parts, deployment),
    actions: createActions(parts, deployment),
  }).createMachine({
    id: 'fallbackProposer',
    context: initial,
    initial: 'idle',
    states: {
      idle: {},
      executing: {
        on: {
          executed: {
            guard: and([
              'basedBlockIsExecuting',
              'basedTipIsLevel',
              'basedIsInForce',
              'basedBlockIsOnOwnTip',
            ]),
            target: 'proving',
            actions: ['beginProof', 'proveBlock'],
            meta: { clauses: ['BASED-1', 'BASED-7'] },
          },
        },
      },
      proving: {
        on: {
          // BASED-1, BASED-2: whatever else the view says by now, it is asked for when the block is submitted.
          proved: {
            guard: and(['basedBlockIsBeingProven', 'basedBlockIsOnOwnTip']),
            target: 'idle',
            actions: 'keepProven',
            meta: { clauses: ['BASED-1', 'BASED-7'] },
          },
        },
      },
    },
    on: {
      tick: { actions: 'passSlot', meta: { clauses: ['TIME-3'] } },
      follow: { actions: 'takeView', meta: { clauses: ['FOLLOW-1'] } },
      transactionVerified: {
        guard: and(['transactionIsNew', 'transactionProofIsValid']),
        actions: 'holdTransaction',
        meta: { clauses: ['TX-1', 'TX-4'] },
      },
      // Accepted beside another block only if the tip has moved.
      build: {
        guard: and([
          and(['basedTipIsLevel', 'basedHasNoAlarm', 'basedIsInForce']),
          and(['noBasedBlockIsBuilt', 'noBasedBlockIsProven', 'basedSlotIsAfterTip']),
          and([
            'basedBlockTakesWhatWaits',
            'basedBlockTakesTheFront',
            'basedBlockTakesTheDue',
            'basedBlockTakesTheMinimum',
          ]),
          and([
            'basedBlockIsLongEnough',
            'basedTransactionsAreHeld',
            'basedBlockHasNoneTwice',
            'basedBlockSpendsAnew',
          ]),
        ]),
        target: '.executing',
        actions: ['beginBlock', 'executeBlock'],
        meta: {
          clauses: ['BASED-3', 'BASED-4', 'BASED-8', 'TX-8'],
          stages: ['View', 'Once', 'Forced', 'List'],
        },
      },
      submitBlock: {
        guard: and([
          and(['basedTipIsLevel', 'basedHasNoAlarm', 'basedIsInForce']),
          and(['basedBlockHasProof', 'basedBlockIsOnOwnTip']),
          and(['provenTakesWhatWaits', 'provenTakesTheFront', 'provenTakesTheDue', 'provenTakesTheMinimum']),
          and(['basedBlockIsNotSubmitted']),
        ]),
        actions: ['markSubmitted', 'submitBlock'],
        meta: { clauses: ['BASED-7', 'BASED-10'], stages: ['View', 'Proof', 'Forced', 'Once'] },
      },
      giveUp: {
        target: '.idle',
        actions: ['forgetProven', 'forgetBuilding'],
        meta: { clauses: ['BASED-3', 'BASED-7'] },
      },
      crash: [
        {
          guard: and(['storeIsLost']),
          target: '.idle',
          actions: ['loseStore', 'forgetBuilding', 'forgetView'],
          meta: { clauses: ['FOLLOW-1', 'BASED-10'] },
        },
        {
          target: '.idle',
          actions: ['forgetBuilding', 'forgetView'],
          meta: { clauses: ['FOLLOW-1', 'BASED-10'] },
        },
      ],
    },
  })
}
