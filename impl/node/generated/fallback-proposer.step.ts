// Generated from model/fallback-proposer/fallback-proposer.machine.ts by `npm run generate`. Do not edit.

import { match, P } from 'ts-pattern'
import type { Accepted, Check, Refused, Step } from '../step.ts'
import { allRefusals, check, firstRefusal, noTransition } from '../step.ts'
import { effects } from '../../../model/fallback-proposer/effects.ts'
import { factsOf } from '../../../model/fallback-proposer/facts.ts'
import { parts } from '../../../model/fallback-proposer/parts.ts'
import {
  basedBlockHasNoneTwice,
  basedBlockHasProof,
  basedBlockIsBeingProven,
  basedBlockIsExecuting,
  basedBlockIsLongEnough,
  basedBlockIsNotSubmitted,
  basedBlockIsOnOwnTip,
  basedBlockSpendsAnew,
  basedBlockTakesTheDue,
  basedBlockTakesTheFront,
  basedBlockTakesTheMinimum,
  basedBlockTakesWhatWaits,
  basedHasNoAlarm,
  basedIsInForce,
  basedSlotIsAfterTip,
  basedTipIsLevel,
  basedTransactionsAreHeld,
  noBasedBlockIsBuilt,
  noBasedBlockIsProven,
  provenTakesTheDue,
  provenTakesTheFront,
  provenTakesTheMinimum,
  provenTakesWhatWaits,
} from '../../../model/fallback-proposer/rules/based.ts'
import { stateValueOf } from '../../../model/fallback-proposer/stateValue.ts'
import type { FallbackProposerTypes } from '../../../model/fallback-proposer/types.ts'
import { updates } from '../../../model/fallback-proposer/updates.ts'
import { transactionIsNew, transactionProofIsValid } from '../../../model/node/rules/transaction.ts'

type State = FallbackProposerTypes['state']
type Event = FallbackProposerTypes['event']
type Effect = FallbackProposerTypes['effect']
type Deployment = FallbackProposerTypes['deployment']
type Refusal = FallbackProposerTypes['refusal']
type StateValue = ReturnType<typeof stateValueOf>

/** The checks of each event, in the order of the statechart, by stage where there are several. */
const checks: Record<Event['type'], readonly Check<Refusal>[]> = {
  tick: [],
  follow: [],
  transactionVerified: [
    check(transactionIsNew, 'TransactionHeld', 'TX-4', []),
    check(transactionProofIsValid, 'TransactionProofInvalid', 'TX-1', []),
  ],
  build: [
    // View
    check(basedTipIsLevel, 'NotFollowing', 'BASED-1', []),
    check(basedHasNoAlarm, 'AlarmRaised', 'BASED-1', []),
    check(basedIsInForce, 'FallbackNotActive', 'BASED-2', []),
    // Once
    check(noBasedBlockIsBuilt, 'AlreadyBuilding', 'BASED-3', []),
    check(noBasedBlockIsProven, 'AlreadyProven', 'BASED-3', []),
    check(basedSlotIsAfterTip, 'SlotTaken', 'BASED-4', ['slot', 'nextSlot']),
    // Forced
    check(basedBlockTakesWhatWaits, 'ForcedBeyondQueue', 'BASED-5', ['forcedCount', 'waitingForced']),
    check(basedBlockTakesTheFront, 'ForcedHashMismatch', 'BASED-5', ['forcedHash', 'queueHash']),
    check(basedBlockTakesTheDue, 'ForcedTransactionsDue', 'BASED-5', []),
    check(basedBlockTakesTheMinimum, 'ForcedBelowMinimum', 'BASED-5', ['forcedCount', 'forcedMinimum']),
    // List
    check(
      basedBlockIsLongEnough,
      'TooFewTransactions',
      'BASED-6',
      ['listLength', 'minTxPerBlock', 'forcedCount'],
    ),
    check(basedTransactionsAreHeld, 'TransactionNotHeld', 'BASED-6', []),
    check(basedBlockHasNoneTwice, 'TransactionTwice', 'BASED-6', []),
    check(basedBlockSpendsAnew, 'NullifierSpent', 'BASED-6', []),
  ],
  executed: [
    check(basedBlockIsExecuting, 'NothingExecuting', 'BASED-7', []),
    check(basedTipIsLevel, 'NotFollowing', 'BASED-1', []),
    check(basedIsInForce, 'FallbackNotActive', 'BASED-2', []),
    check(basedBlockIsOnOwnTip, 'ParentNotTip', 'BASED-8', ['builtOnHash', 'tipHash']),
  ],
  proved: [
    check(basedBlockIsBeingProven, 'NothingProving', 'BASED-7', ['resultSlot', 'builtSlot']),
    check(basedBlockIsOnOwnTip, 'ParentNotTip', 'BASED-8', ['builtOnHash', 'tipHash']),
  ],
  submitBlock: [
    // View
    check(basedTipIsLevel, 'NotFollowing', 'BASED-1', []),
    check(basedHasNoAlarm, 'AlarmRaised', 'BASED-1', []),
    check(basedIsInForce, 'FallbackNotActive', 'BASED-2', []),
    // Proof
    check(basedBlockHasProof, 'NothingProven', 'BASED-7', []),
    check(basedBlockIsOnOwnTip, 'ParentNotTip', 'BASED-8', ['builtOnHash', 'tipHash']),
    // Forced
    check(provenTakesWhatWaits, 'ForcedBeyondQueue', 'BASED-9', ['forcedCount', 'waitingForced']),
    check(provenTakesTheFront, 'ForcedHashMismatch', 'BASED-9', ['forcedHash', 'queueHash']),
    check(provenTakesTheDue, 'ForcedTransactionsDue', 'BASED-9', []),
    check(provenTakesTheMinimum, 'ForcedBelowMinimum', 'BASED-9', ['forcedCount', 'forcedMinimum']),
    // Once
    check(basedBlockIsNotSubmitted, 'AlreadySubmitted', 'BASED-10', []),
  ],
  giveUp: [],
  crash: [],
}

/**
 * What an event leads to in a stored state. A refusal is that of the first check that fails, with its clause.
 * @throws NoTransition where the checks pass and the statechart has no transition
 */
export function step(state: State, event: Event, deployment: Deployment): Step<FallbackProposerTypes> {
  const refused = firstRefusal(checks[event.type], factsOf(state, event, deployment))
  if (refused) return refused
  return match<[StateValue, Event], Accepted<FallbackProposerTypes>>([stateValueOf(state), event])

    // tick: TIME-3
    .with([P._, { type: 'tick' }], ([, event]) => {
      let next: State = state
      next = updates.passSlot(next, event, deployment)
      return { next, effects: [] }
    })

    // follow: FOLLOW-1
    .with([P._, { type: 'follow' }], ([, event]) => {
      let next: State = state
      next = updates.takeView(next, event, deployment)
      return { next, effects: [] }
    })

    // transactionVerified: TX-1, TX-4
    // guarded by TX-4, TX-1
    .with([P._, { type: 'transactionVerified' }], ([, event]) => {
      let next: State = state
      next = updates.holdTransaction(next, event, deployment)
      return { next, effects: [] }
    })

    // build in idle, proving, to executing: BASED-3, BASED-4, BASED-8, TX-8
    // guarded by BASED-1, BASED-2, BASED-3, BASED-4, BASED-5, BASED-6
    .with([P.union('idle', 'proving'), { type: 'build' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      next = updates.beginBlock(next, event, deployment)
      sent.push(...effects.executeBlock(next, event, deployment))
      return { next, effects: sent }
    })

    // build in executing: BASED-3, BASED-4, BASED-8, TX-8
    // guarded by BASED-1, BASED-2, BASED-3, BASED-4, BASED-5, BASED-6
    .with(['executing', { type: 'build' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      next = updates.beginBlock(next, event, deployment)
      sent.push(...effects.executeBlock(next, event, deployment))
      return { next, effects: sent }
    })

    // executed in executing, to proving: BASED-1, BASED-7
    // guarded by BASED-7, BASED-1, BASED-2, BASED-8
    .with(['executing', { type: 'executed' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      next = updates.beginProof(next, event, deployment)
      sent.push(...effects.proveBlock(next, event, deployment))
      return { next, effects: sent }
    })

    // proved in proving, to idle: BASED-1, BASED-7
    // guarded by BASED-7, BASED-8
    .with(['proving', { type: 'proved' }], ([, event]) => {
      let next: State = state
      next = updates.keepProven(next, event, deployment)
      return { next, effects: [] }
    })

    // submitBlock: BASED-7, BASED-10
    // guarded by BASED-1, BASED-2, BASED-7, BASED-8, BASED-9, BASED-10
    .with([P._, { type: 'submitBlock' }], ([, event]) => {
      let next: State = state
      const sent: Effect[] = []
      next = updates.markSubmitted(next, event, deployment)
      sent.push(...effects.submitBlock(next, event, deployment))
      return { next, effects: sent }
    })

    // giveUp in idle: BASED-3, BASED-7
    .with(['idle', { type: 'giveUp' }], ([, event]) => {
      let next: State = state
      next = updates.forgetProven(next, event, deployment)
      next = updates.forgetBuilding(next, event, deployment)
      return { next, effects: [] }
    })

    // giveUp in executing, proving, to idle: BASED-3, BASED-7
    .with([P.union('executing', 'proving'), { type: 'giveUp' }], ([, event]) => {
      let next: State = state
      next = updates.forgetProven(next, event, deployment)
      next = updates.forgetBuilding(next, event, deployment)
      return { next, effects: [] }
    })

    // crash in idle: FOLLOW-1, BASED-10
    .with(
      ['idle', { type: 'crash' }],
      ([, event]) => parts.selectors.storeIsLost(state, deployment, event),
      ([, event]) => {
        let next: State = state
        next = updates.loseStore(next, event, deployment)
        next = updates.forgetBuilding(next, event, deployment)
        next = updates.forgetView(next, event, deployment)
        return { next, effects: [] }
      },
    )

    // crash in idle: FOLLOW-1, BASED-10
    .with(['idle', { type: 'crash' }], ([, event]) => {
      let next: State = state
      next = updates.forgetBuilding(next, event, deployment)
      next = updates.forgetView(next, event, deployment)
      return { next, effects: [] }
    })

    // crash in executing, proving, to idle: FOLLOW-1, BASED-10
    .with(
      [P.union('executing', 'proving'), { type: 'crash' }],
      ([, event]) => parts.selectors.storeIsLost(state, deployment, event),
      ([, event]) => {
        let next: State = state
        next = updates.loseStore(next, event, deployment)
        next = updates.forgetBuilding(next, event, deployment)
        next = updates.forgetView(next, event, deployment)
        return { next, effects: [] }
      },
    )

    // crash in executing, proving, to idle: FOLLOW-1, BASED-10
    .with([P.union('executing', 'proving'), { type: 'crash' }], ([, event]) => {
      let next: State = state
      next = updates.forgetBuilding(next, event, deployment)
      next = updates.forgetView(next, event, deployment)
      return { next, effects: [] }
    })

    // idle has no transition for what is left: the checks refuse it there
    .with(['idle', { type: P.union('executed', 'proved') }], noTransition)

    // executing has no transition for what is left: the checks refuse it there
    .with(['executing', { type: 'proved' }], noTransition)

    // proving has no transition for what is left: the checks refuse it there
    .with(['proving', { type: 'executed' }], noTransition)
    .exhaustive()
}

/** The refusals of all checks that fail, in their order; none where the event is accepted. */
export function refusals(state: State, event: Event, deployment: Deployment): Refused<Refusal>[] {
  return allRefusals(checks[event.type], factsOf(state, event, deployment))
}
