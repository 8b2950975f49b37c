// Generated from model/fallback-controller/fallback-controller.machine.ts by `npm run generate`. Do not edit.

import { match, P } from 'ts-pattern'
import type { Accepted, Check, Refused, Step } from '../step.ts'
import { allRefusals, check, firstRefusal, noTransition } from '../step.ts'
import { blockCanBeLeft, changeIsDue } from '../../../model/fallback-controller/alone.ts'
import { factsOf } from '../../../model/fallback-controller/facts.ts'
import { parts } from '../../../model/fallback-controller/parts.ts'
import { stateValueOf } from '../../../model/fallback-controller/stateValue.ts'
import type { FallbackControllerTypes } from '../../../model/fallback-controller/types.ts'
import { updates } from '../../../model/fallback-controller/updates.ts'
import { claimWindowOpen, noClaimIsLive, somethingToClaim } from '../../../model/l1-rollup/rules/claim.ts'
import {
  committeeIsInCharge,
  fallbackIsActive,
  slotIsNotInFuture,
} from '../../../model/l1-rollup/rules/fallback.ts'
import { epochHasEnded, somethingToProve } from '../../../model/l1-rollup/rules/proof.ts'
import { slotIsFree } from '../../../model/l1-rollup/rules/propose.ts'

type State = FallbackControllerTypes['state']
type Event = FallbackControllerTypes['event']
type Deployment = FallbackControllerTypes['deployment']
type Refusal = FallbackControllerTypes['refusal']
type StateValue = ReturnType<typeof stateValueOf>

/** The checks of each event, in the order of the statechart, by stage where there are several. */
const checks: Record<Event['type'], readonly Check<Refusal>[]> = {
  advanceSlot: [],
  propose: [
    check(committeeIsInCharge, 'FallbackActive', 'FALLBACK-5', []),
    check(slotIsFree, 'SlotTaken', 'PROPOSE-6', ['headerSlot', 'nextSlot']),
  ],
  claim: [
    check(committeeIsInCharge, 'FallbackActive', 'FALLBACK-5', []),
    check(somethingToClaim, 'NothingToClaim', 'CLAIM-2', ['oldestUnprovenEpoch', 'currentEpoch']),
    check(claimWindowOpen, 'ClaimWindowClosed', 'CLAIM-1', ['offset', 'claimWindowSlots']),
    check(noClaimIsLive, 'ClaimAlreadyMade', 'CLAIM-4', ['claimedProver']),
  ],
  prove: [
    check(somethingToProve, 'NothingToProve', 'PROOF-1', []),
    check(epochHasEnded, 'EpochNotEnded', 'PROOF-2', ['oldestUnprovenEpoch', 'currentEpoch']),
    check(blockCanBeLeft, 'NothingPending', 'PROOF-6', ['offset']),
  ],
  proposeWithProof: [
    check(fallbackIsActive, 'FallbackNotActive', 'FALLBACK-9', []),
    check(slotIsNotInFuture, 'SlotInFuture', 'FALLBACK-12', ['headerSlot', 'slot']),
    check(slotIsFree, 'SlotTaken', 'PROPOSE-6', ['headerSlot', 'nextSlot']),
  ],
  forceInclusion: [],
  settle: [check(changeIsDue, 'NothingDue', 'FALLBACK-8', [])],
}

/**
 * What an event leads to in a stored state. A refusal is that of the first check that fails, with its clause.
 * @throws NoTransition where the checks pass and the statechart has no transition
 */
export function step(state: State, event: Event, deployment: Deployment): Step<FallbackControllerTypes> {
  const refused = firstRefusal(checks[event.type], factsOf(state, event, deployment))
  if (refused) return refused
  return match<[StateValue, Event], Accepted<FallbackControllerTypes>>([stateValueOf(state), event])

    // advanceSlot: TIME-3
    .with([P._, { type: 'advanceSlot' }], ([, event]) => {
      let next: State = state
      next = updates.advanceSlot(next, event, deployment)
      return { next, effects: [] }
    })

    // propose in committee: PROPOSE-12, FALLBACK-2, FALLBACK-8
    // guarded by FALLBACK-5, PROPOSE-6
    .with(['committee', { type: 'propose' }], ([, event]) => {
      let next: State = state
      next = updates.settleDue(next, event, deployment)
      next = updates.appendBlock(next, event, deployment)
      return { next, effects: [] }
    })

    // propose in fallback, to committee: PROPOSE-12, FALLBACK-2, FALLBACK-6, FALLBACK-7, FALLBACK-8
    // guarded by FALLBACK-5, PROPOSE-6
    .with(['fallback', { type: 'propose' }], ([, event]) => {
      let next: State = state
      next = updates.settleDue(next, event, deployment)
      next = updates.appendBlock(next, event, deployment)
      return { next, effects: [] }
    })

    // claim in committee: CLAIM-10, FALLBACK-3, FALLBACK-8
    // guarded by FALLBACK-5, CLAIM-2, CLAIM-1, CLAIM-4
    .with(['committee', { type: 'claim' }], ([, event]) => {
      let next: State = state
      next = updates.settleDue(next, event, deployment)
      next = updates.recordClaim(next, event, deployment)
      return { next, effects: [] }
    })

    // prove in committee: PROOF-6, PROOF-7, FALLBACK-2, FALLBACK-8
    // guarded by PROOF-1, PROOF-2, PROOF-6
    .with(['committee', { type: 'prove' }], ([, event]) => {
      let next: State = state
      next = updates.settleDue(next, event, deployment)
      next = updates.finaliseEpoch(next, event, deployment)
      return { next, effects: [] }
    })

    // proposeWithProof in committee, to fallback: FALLBACK-1, FALLBACK-8, FALLBACK-14
    // guarded by FALLBACK-9, FALLBACK-12, PROPOSE-6
    .with(['committee', { type: 'proposeWithProof' }], ([, event]) => {
      let next: State = state
      next = updates.settleDue(next, event, deployment)
      next = updates.appendProvenBlock(next, event, deployment)
      return { next, effects: [] }
    })

    // proposeWithProof in fallback: FALLBACK-7, FALLBACK-8, FALLBACK-14
    // guarded by FALLBACK-9, FALLBACK-12, PROPOSE-6
    .with(['fallback', { type: 'proposeWithProof' }], ([, event]) => {
      let next: State = state
      next = updates.settleDue(next, event, deployment)
      next = updates.appendProvenBlock(next, event, deployment)
      return { next, effects: [] }
    })

    // forceInclusion in committee, to fallback: FALLBACK-1, FALLBACK-8
    .with(
      ['committee', { type: 'forceInclusion' }],
      ([, event]) => parts.selectors.sessionIsDue(state, deployment, event),
      ([, event]) => {
        let next: State = state
        next = updates.settleDue(next, event, deployment)
        next = updates.queueForced(next, event, deployment)
        return { next, effects: [] }
      },
    )

    // forceInclusion in committee: FALLBACK-2, FALLBACK-8
    .with(['committee', { type: 'forceInclusion' }], ([, event]) => {
      let next: State = state
      next = updates.settleDue(next, event, deployment)
      next = updates.queueForced(next, event, deployment)
      return { next, effects: [] }
    })

    // forceInclusion in fallback: FALLBACK-8
    .with(
      ['fallback', { type: 'forceInclusion' }],
      ([, event]) => parts.selectors.sessionIsDue(state, deployment, event),
      ([, event]) => {
        let next: State = state
        next = updates.settleDue(next, event, deployment)
        next = updates.queueForced(next, event, deployment)
        return { next, effects: [] }
      },
    )

    // forceInclusion in fallback, to committee: FALLBACK-2, FALLBACK-6, FALLBACK-7, FALLBACK-8
    .with(['fallback', { type: 'forceInclusion' }], ([, event]) => {
      let next: State = state
      next = updates.settleDue(next, event, deployment)
      next = updates.queueForced(next, event, deployment)
      return { next, effects: [] }
    })

    // settle in committee, to fallback: FALLBACK-1, FALLBACK-4, FALLBACK-8
    // guarded by FALLBACK-8
    .with(
      ['committee', { type: 'settle' }],
      ([, event]) => parts.selectors.sessionIsDue(state, deployment, event),
      ([, event]) => {
        let next: State = state
        next = updates.settleDue(next, event, deployment)
        return { next, effects: [] }
      },
    )

    // settle in committee: PRUNE-1, PRUNE-2, PRUNE-3, FALLBACK-8
    // guarded by FALLBACK-8
    .with(['committee', { type: 'settle' }], ([, event]) => {
      let next: State = state
      next = updates.settleDue(next, event, deployment)
      return { next, effects: [] }
    })

    // settle in fallback: FALLBACK-8
    // guarded by FALLBACK-8
    .with(
      ['fallback', { type: 'settle' }],
      ([, event]) => parts.selectors.sessionIsDue(state, deployment, event),
      ([, event]) => {
        let next: State = state
        next = updates.settleDue(next, event, deployment)
        return { next, effects: [] }
      },
    )

    // settle in fallback, to committee: FALLBACK-6, FALLBACK-7, FALLBACK-8
    // guarded by FALLBACK-8
    .with(['fallback', { type: 'settle' }], ([, event]) => {
      let next: State = state
      next = updates.settleDue(next, event, deployment)
      return { next, effects: [] }
    })

    // fallback has no transition for what is left: the checks refuse it there
    .with(['fallback', { type: P.union('claim', 'prove') }], noTransition)
    .exhaustive()
}

/** The refusals of all checks that fail, in their order; none where the event is accepted. */
export function refusals(state: State, event: Event, deployment: Deployment): Refused<Refusal>[] {
  return allRefusals(checks[event.type], factsOf(state, event, deployment))
}
