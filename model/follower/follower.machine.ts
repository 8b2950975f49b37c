import { and, setup } from 'xstate'
import { createActions, createGuards } from '../core/parts.ts'
import type { TransitionMeta } from '../core/reading.ts'
import { parts } from './parts.ts'
import type { Deployment } from './types.ts'
import type { Event, State } from './vocabulary.ts'

const bodyChecks = and(['bodyIsLacking', 'bodyIsThatOfHeader'])

/**
 * A node as far as it reads L1: views, bodies and the alarm, and the keeper.
 * Clauses: FOLLOW, and what decides there of EPOCH.
 *
 *        ┌────────────┐  readView  ┌─────────────────────────┐
 *   ●──▶ │  starting  ├───────────▶│        following        │
 *        │            │            │  readView, fetched,     │
 *        │            │◀───────────┤  setUp                  │
 *        └────────────┘   crash    └─────────────────────────┘
 *
 *        in both: tick, crash
 *
 * Whether the own tip is level, the alarm raised or a prune due follows from what is stored and from the slot. What
 * differs after a step is told in the step, by an action before the update that makes it.
 */
export function createFollower(deployment: Deployment, initial: State) {
  return setup({
    types: { context: {} as State, events: {} as Event, meta: {} as TransitionMeta },
    guards: createGuards(parts, deployment),
    actions: createActions(parts, deployment),
  }).createMachine({
    id: 'follower',
    context: initial,
    initial: 'starting',
    states: {
      // FOLLOW-1: nothing is lacking and nothing is handed to L1 before the first view.
      starting: {},
      following: {
        on: {
          fetched: [
            {
              guard: and(['rootDiffers', bodyChecks]),
              actions: ['raiseAlarm', 'changedByWrong', 'markWrong'],
              meta: { clauses: ['FOLLOW-4', 'FOLLOW-6'] },
            },
            {
              guard: and(['bodyIsUnprovable', bodyChecks]),
              actions: ['raiseAlarm', 'changedByWrong', 'markWrong'],
              meta: { clauses: ['FOLLOW-13', 'FOLLOW-6'] },
            },
            {
              guard: bodyChecks,
              actions: ['changedByBody', 'applyBody'],
              meta: { clauses: ['FOLLOW-3', 'FOLLOW-8'] },
            },
          ],
          setUp: {
            guard: and(['nodeHasView', 'epochIsNotSetUp', 'setUpIsNotSubmitted']),
            actions: ['markSetUp', 'submitSetUp'],
            meta: { clauses: ['FOLLOW-12'] },
          },
        },
      },
    },
    on: {
      tick: { actions: ['changedBySlot', 'passSlot'], meta: { clauses: ['FOLLOW-7', 'FOLLOW-11'] } },
      readView: {
        target: '.following',
        guard: and(['viewIsNotOlder', 'viewIsNew']),
        actions: ['changedByView', 'takeView'],
        meta: { clauses: ['FOLLOW-7', 'FOLLOW-8', 'FOLLOW-9'] },
      },
      crash: [
        {
          target: '.starting',
          guard: and(['storeIsLost']),
          actions: ['loseStore', 'forgetRest'],
          meta: { clauses: ['FOLLOW-1', 'FOLLOW-3'] },
        },
        { target: '.starting', actions: 'forgetRest', meta: { clauses: ['FOLLOW-1'] } },
      ],
    },
  })
}
