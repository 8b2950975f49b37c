import { and, setup } from 'xstate'
import { createActions, createGuards } from '../core/parts.ts'
import type { TransitionMeta } from '../core/reading.ts'
import { parts } from './parts.ts'
import type { Deployment } from './types.ts'
import type { Event, State } from './vocabulary.ts'

/** The checks of each event that several transitions share. */
const proposeChecks = and(['committeeIsInCharge', 'slotIsFree'])
const proposeWithProofChecks = and(['fallbackIsActive', 'slotIsNotInFuture', 'slotIsFree'])
const settleChecks = and(['changeIsDue'])

/**
 * Who builds the chain: the committee, or anybody with a proof.
 * Clauses: FALLBACK, and what decides there of PROPOSE, CLAIM, PROOF and PRUNE.
 *
 *                      proposeWithProof,
 *                      forceInclusion, settle when an entry is due
 *                   ┌───────────────────────────────────────┐
 *   ●──▶ ┌──────────┴──────────┐                  ┌─────────▼─────────┐
 *        │      committee      │                  │     fallback      │
 *        │  propose, claim,    │                  │  proposeWithProof │
 *        │  prove              │                  │                   │
 *        └──────────▲──────────┘                  └─────────┬─────────┘
 *                   └───────────────────────────────────────┘
 *                      propose,
 *                      forceInclusion, settle when an exit is due
 *
 *        in both: advanceSlot, forceInclusion, settle
 *
 * The state follows the session as stored. Time alone enters and leaves, several times if nobody acts (FALLBACK-8): the
 * next event but `advanceSlot` is checked against the effective state and settles it first, so that it may find itself
 * in another session than the stored one.
 */
export function createFallbackController(deployment: Deployment, initial: State) {
  return setup({
    types: { context: {} as State, events: {} as Event, meta: {} as TransitionMeta },
    guards: createGuards(parts, deployment),
    actions: createActions(parts, deployment),
  }).createMachine({
    id: 'fallbackController',
    context: initial,
    initial: 'committee',
    states: {
      committee: {
        on: {
          propose: {
            guard: proposeChecks,
            actions: ['settleDue', 'appendBlock'],
            meta: { clauses: ['PROPOSE-12', 'FALLBACK-2', 'FALLBACK-8'] },
          },
          claim: {
            guard: and(['committeeIsInCharge', 'somethingToClaim', 'claimWindowOpen', 'noClaimIsLive']),
            actions: ['settleDue', 'recordClaim'],
            meta: { clauses: ['CLAIM-10', 'FALLBACK-3', 'FALLBACK-8'] },
          },
          prove: {
            guard: and(['somethingToProve', 'epochHasEnded', 'blockCanBeLeft']),
            actions: ['settleDue', 'finaliseEpoch'],
            meta: { clauses: ['PROOF-6', 'PROOF-7', 'FALLBACK-2', 'FALLBACK-8'] },
          },
          // Accepted only if an entry is due, perhaps not the first.
          proposeWithProof: {
            guard: proposeWithProofChecks,
            target: 'fallback',
            actions: ['settleDue', 'appendProvenBlock'],
            meta: { clauses: ['FALLBACK-1', 'FALLBACK-8', 'FALLBACK-14'] },
          },
          forceInclusion: [
            {
              guard: and(['sessionIsDue']),
              target: 'fallback',
              actions: ['settleDue', 'queueForced'],
              meta: { clauses: ['FALLBACK-1', 'FALLBACK-8'] },
            },
            { actions: ['settleDue', 'queueForced'], meta: { clauses: ['FALLBACK-2', 'FALLBACK-8'] } },
          ],
          settle: [
            {
              guard: and(['sessionIsDue', settleChecks]),
              target: 'fallback',
              actions: 'settleDue',
              meta: { clauses: ['FALLBACK-1', 'FALLBACK-4', 'FALLBACK-8'] },
            },
            {
              guard: settleChecks,
              actions: 'settleDue',
              meta: { clauses: ['PRUNE-1', 'PRUNE-2', 'PRUNE-3', 'FALLBACK-8'] },
            },
          ],
        },
      },
      fallback: {
        on: {
          // Accepted only if an exit is due.
          propose: {
            guard: proposeChecks,
            target: 'committee',
            actions: ['settleDue', 'appendBlock'],
            meta: { clauses: ['PROPOSE-12', 'FALLBACK-2', 'FALLBACK-6', 'FALLBACK-7', 'FALLBACK-8'] },
          },
          // No claim and no proof: an entry leaves nothing pending (FALLBACK-4), and a block with a proof is not pending.
          proposeWithProof: {
            guard: proposeWithProofChecks,
            actions: ['settleDue', 'appendProvenBlock'],
            meta: { clauses: ['FALLBACK-7', 'FALLBACK-8', 'FALLBACK-14'] },
          },
          forceInclusion: [
            {
              guard: and(['sessionIsDue']),
              actions: ['settleDue', 'queueForced'],
              meta: { clauses: ['FALLBACK-8'] },
            },
            {
              target: 'committee',
              actions: ['settleDue', 'queueForced'],
              meta: { clauses: ['FALLBACK-2', 'FALLBACK-6', 'FALLBACK-7', 'FALLBACK-8'] },
            },
          ],
          settle: [
            // An exit and an entry: only time that nobody used brings both.
            {
              guard: and(['sessionIsDue', settleChecks]),
              actions: 'settleDue',
              meta: { clauses: ['FALLBACK-8'] },
            },
            {
              guard: settleChecks,
              target: 'committee',
              actions: 'settleDue',
              meta: { clauses: ['FALLBACK-6', 'FALLBACK-7', 'FALLBACK-8'] },
            },
          ],
        },
      },
    },
    on: { advanceSlot: { actions: 'advanceSlot', meta: { clauses: ['TIME-3'] } } },
  })
}
