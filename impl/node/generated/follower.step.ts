// Generated from model/follower/follower.machine.ts by `npm run generate`. Do not edit.

import { match, P } from 'ts-pattern'
import type { Accepted, Check, Refused, Step } from '../step.ts'
import { allRefusals, check, firstRefusal, noTransition } from '../step.ts'
import { effects } from '../../../model/follower/effects.ts'
import { factsOf } from '../../../model/follower/facts.ts'
import { parts } from '../../../model/follower/parts.ts'
import {
  bodyIsLacking,
  bodyIsThatOfHeader,
  epochIsNotSetUp,
  setUpIsNotSubmitted,
  viewIsNew,
  viewIsNotOlder,
} from '../../../model/follower/rules/read.ts'
import { stateValueOf } from '../../../model/follower/stateValue.ts'
import type { FollowerTypes } from '../../../model/follower/types.ts'
import { updates } from '../../../model/follower/updates.ts'
import { nodeHasView } from '../../../model/node/rules/follow.ts'

type State = FollowerTypes['state']
type Event = FollowerTypes['event']
type Effect = FollowerTypes['effect']
type Deployment = FollowerTypes['deployment']
type Refusal = FollowerTypes['refusal']
type StateValue = ReturnType<typeof stateValueOf>

/** The checks of each event, in the order of the statechart, by stage where there are several. */
const checks: Record<Event['type'], readonly Check<Refusal>[]> = {
  tick: [],
  readView: [
    check(viewIsNotOlder, 'ViewOlder', 'FOLLOW-10', ['sinceRead', 'sinceViewed']),
    check(viewIsNew, 'ViewKnown', 'FOLLOW-7', []),
  ],
  fetched: [
    check(bodyIsLacking, 'NothingFetching', 'FOLLOW-3', []),
    check(bodyIsThatOfHeader, 'BodyMismatch', 'FOLLOW-2', ['bodyHash', 'headerBodyHash']),
  ],
  setUp: [
    check(nodeHasView, 'NotFollowing', 'FOLLOW-1', []),
    check(epochIsNotSetUp, 'EpochAlreadySampled', 'EPOCH-1', ['epoch', 'nextSetUp']),
    check(setUpIsNotSubmitted, 'AlreadySubmitted', 'FOLLOW-12', []),
  ],
  crash: [],
}

/**
 * What an event leads to in a stored state. A refusal is that of the first check that fails, with its clause.
 * @throws NoTransition where the checks pass and the statechart has no transition
 */
export function step(state: State, event: Event, deployment: Deployment): Step<FollowerTypes> {
  const refused = firstRefusal(checks[event.type], factsOf(state, event, deployment))
  if (refused) return refused
  return match<[StateValue, Event], Accepted<FollowerTypes>>([stateValueOf(state), event])

    // tick: FOLLOW-7, FOLLOW-11
    .with([P._, { type: 'tick' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...effects.changedBySlot(next, event, deployment))
      next = updates.passSlot(next, event, deployment)
      return { next, effects: sent }
    })

    // readView in starting, to following: FOLLOW-7, FOLLOW-8, FOLLOW-9
    // guarded by FOLLOW-10, FOLLOW-7
    .with(['starting', { type: 'readView' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...effects.changedByView(next, event, deployment))
      next = updates.takeView(next, event, deployment)
      return { next, effects: sent }
    })

    // readView in following: FOLLOW-7, FOLLOW-8, FOLLOW-9
    // guarded by FOLLOW-10, FOLLOW-7
    .with(['following', { type: 'readView' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...effects.changedByView(next, event, deployment))
      next = updates.takeView(next, event, deployment)
      return { next, effects: sent }
    })

    // fetched in following: FOLLOW-4, FOLLOW-6
    // guarded by FOLLOW-3, FOLLOW-2
    .with(
      ['following', { type: 'fetched' }],
      ([, event]) => parts.selectors.rootDiffers(state, deployment, event),
      ([, event]) => {
        let next: State = state
        const sent: Effect[] = []
        sent.push(...effects.raiseAlarm(next, event, deployment))
        sent.push(...effects.changedByWrong(next, event, deployment))
        next = updates.markWrong(next, event, deployment)
        return { next, effects: sent }
      },
    )

    // fetched in following: FOLLOW-13, FOLLOW-6
    // guarded by FOLLOW-3, FOLLOW-2
    .with(
      ['following', { type: 'fetched' }],
      ([, event]) => parts.selectors.bodyIsUnprovable(state, deployment, event),
      ([, event]) => {
        let next: State = state
        const sent: Effect[] = []
        sent.push(...effects.raiseAlarm(next, event, deployment))
        sent.push(...effects.changedByWrong(next, event, deployment))
        next = updates.markWrong(next, event, deployment)
        return { next, effects: sent }
      },
    )

    // fetched in following: FOLLOW-3, FOLLOW-8
    // guarded by FOLLOW-3, FOLLOW-2
    .with(['following', { type: 'fetched' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      sent.push(...effects.changedByBody(next, event, deployment))
      next = updates.applyBody(next, event, deployment)
      return { next, effects: sent }
    })

    // setUp in following: FOLLOW-12
    // guarded by FOLLOW-1, EPOCH-1, FOLLOW-12
    .with(['following', { type: 'setUp' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      next = updates.markSetUp(next, event, deployment)
      sent.push(...effects.submitSetUp(next, event, deployment))
      return { next, effects: sent }
    })

    // crash in starting: FOLLOW-1, FOLLOW-3
    .with(
      ['starting', { type: 'crash' }],
      ([, event]) => parts.selectors.storeIsLost(state, deployment, event),
      ([, event]) => {
        let next: State = state
        next = updates.loseStore(next, event, deployment)
        next = updates.forgetRest(next, event, deployment)
        return { next, effects: [] }
      },
    )

    // crash in starting: FOLLOW-1
    .with(['starting', { type: 'crash' }], ([, event]) => {
      let next: State = state
      next = updates.forgetRest(next, event, deployment)
      return { next, effects: [] }
    })

    // crash in following, to starting: FOLLOW-1, FOLLOW-3
    .with(
      ['following', { type: 'crash' }],
      ([, event]) => parts.selectors.storeIsLost(state, deployment, event),
      ([, event]) => {
        let next: State = state
        next = updates.loseStore(next, event, deployment)
        next = updates.forgetRest(next, event, deployment)
        return { next, effects: [] }
      },
    )

    // crash in following, to starting: FOLLOW-1
    .with(['following', { type: 'crash' }], ([, event]) => {
      let next: State = state
      next = updates.forgetRest(next, event, deployment)
      return { next, effects: [] }
    })

    // starting has no transition for what is left: the checks refuse it there
    .with(['starting', { type: P.union('fetched', 'setUp') }], noTransition)
    .exhaustive()
}

/** The refusals of all checks that fail, in their order; none where the event is accepted. */
export function refusals(state: State, event: Event, deployment: Deployment): Refused<Refusal>[] {
  return allRefusals(checks[event.type], factsOf(state, event, deployment))
}
