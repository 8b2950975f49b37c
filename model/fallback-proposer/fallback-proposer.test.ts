import { describe, expect, test } from 'vitest'
import {
  type FallbackProposerProfile,
  loadFallbackProposerPreset,
} from '../../spec/fallbackProposerParameters.ts'
import { GENESIS, NO_VIEW } from '../node/vocabulary.ts'
import { NO_BUILDING } from '../proposer/vocabulary.ts'
import { Scenario } from './scenario.ts'
import type { Event, EventOf } from './vocabulary.ts'

const profileOf = (wanted: string): FallbackProposerProfile =>
  loadFallbackProposerPreset().profiles.find(({ name }) => name === wanted)!
const under = (profile: string, parameters: Partial<FallbackProposerProfile['parameters']> = {}) => {
  const found = profileOf(profile)
  return Scenario.deployed({ ...found, parameters: { ...found.parameters, ...parameters } })
}

const started = under('race')
/** Level in fallback, with two transactions held. */
const ready = started.inFallback().holding('t1', 't2')
const build = (forced: number, ...transactions: string[]): EventOf<'build'> => ({
  type: 'build',
  transactions,
  forced,
})
const submitBlock: Event = { type: 'submitBlock' }
const giveUp: Event = { type: 'giveUp' }
const crash = (store: 'kept' | 'lost'): Event => ({ type: 'crash', store })
const tip = { slot: 0, root: ['t3'] }

const building = ready.after(build(0, 't1'))
const proving = ready.proving(0, 't1')
const proven = ready.proven(0, 't1')
const submitted = proven.after(submitBlock)
const block = { slot: 0, parent: GENESIS, transactions: ['t1'], forced: 0 }
/** In the profile with a queue, where m and minTxPerBlock are 2: level in fallback, and these wait. */
const queued = (...queue: string[]) => under('forced').inFallback({ queue })

describe('transactionVerified', () => {
  const verified = (transaction: string, valid: boolean): Event => ({
    type: 'transactionVerified',
    transaction,
    valid,
  })

  test('TX-4: what is held is not taken twice', () => {
    expect(ready.refusals(verified('t1', true))).toEqual(['TransactionHeld'])
  })

  test('TX-1: without a valid proof it is not held', () => {
    expect(ready.refusals(verified('t3', false))).toEqual(['TransactionProofInvalid'])
  })

  test('TX-1: with one it is, and nothing is sent', () => {
    const held = started.holding('t2', 't1')
    expect([held.state, held.sent]).toEqual([{ ...started.state, held: ['t1', 't2'] }, []])
  })
})

describe('build', () => {
  test('BASED-1: without a view, behind it and under the alarm it is refused', () => {
    const unseen = ready.after(crash('kept'))
    expect(unseen.refusals(build(0, 't1'))).toEqual(['NotFollowing', 'FallbackNotActive'])
    expect(ready.following({ follows: 'behind' }).refusals(build(0, 't1'))).toEqual(['NotFollowing'])
    expect(ready.following({ alarm: true }).refusals(build(0, 't1'))).toEqual(['AlarmRaised'])
    expect(ready.refusals(build(0, 't1'))).toEqual([])
  })

  test('BASED-2: without fallback in force it is refused', () => {
    expect(ready.following({ fallback: false }).refusals(build(0, 't1'))).toEqual(['FallbackNotActive'])
  })

  test('BASED-3: while one is executed or proven on the tip nothing else is begun, in no slot', () => {
    for (const begun of [building, proving])
      for (const later of [begun, begun.at(1)])
        expect(later.refusals(build(0, 't2'))).toEqual(['AlreadyBuilding'])
    for (const later of [proven, proven.at(1), submitted])
      expect(later.refusals(build(0, 't2'))).toEqual(['AlreadyProven'])
  })

  test('BASED-3: on another tip, or after it was given up, it is', () => {
    for (const begun of [building, proving, proven]) {
      expect(begun.at(1).inFallback({ tip }).refusals(build(0, 't2'))).toEqual([])
      expect(begun.after(giveUp).refusals(build(0, 't2'))).toEqual([])
    }
  })

  test('BASED-3: what is proven on one tip does not count while another is built on the next', () => {
    const beside = proven.at(1).inFallback({ tip }).after(build(0, 't2'))
    expect(beside.state.proven).toEqual(block)
    expect(beside.refusals(build(0, 't1'))).toEqual(['AlreadyBuilding'])
    expect(beside.inFallback({ tip: GENESIS }).refusals(build(0, 't2'))).toEqual(['AlreadyProven'])
  })

  test('BASED-4: in the slot of the tip it is refused, in the next one it is not', () => {
    const landed = ready.inFallback({ tip })
    expect(landed.refusals(build(0, 't2'))).toEqual(['SlotTaken'])
    expect(landed.at(1).refusals(build(0, 't2'))).toEqual([])
  })

  test('BASED-5: with one waiting, one passes and two do not', () => {
    expect(queued('t1').refusals(build(1, 't1', 't2'))).toEqual([])
    expect(queued('t1').refusals(build(2, 't1', 't2'))).toEqual(['ForcedBeyondQueue'])
  })

  test('BASED-5: tx1 and tx2 wait, [tx2, tx1] is refused and [tx1, tx2] passes', () => {
    expect(queued('t1', 't2').refusals(build(2, 't2', 't1'))).toEqual(['ForcedHashMismatch'])
    expect(queued('t1', 't2').refusals(build(2, 't1', 't2'))).toEqual([])
  })

  test('BASED-5: others come after all that are due', () => {
    const three = queued('t1', 't2', 't1')
    expect(three.refusals(build(2, 't1', 't2', 't3'))).toEqual(['ForcedTransactionsDue'])
    expect(queued('t1', 't2').refusals(build(2, 't1', 't2', 't3'))).toEqual([])
  })

  test('BASED-5: with m = 2 and three due, [tx1] is refused and [tx1, tx2] passes', () => {
    const three = queued('t1', 't2', 't1')
    expect(three.refusals(build(1, 't1'))).toEqual(['ForcedBelowMinimum'])
    expect(three.refusals(build(2, 't1', 't2'))).toEqual([])
  })

  test('BASED-6: with minTxPerBlock 2 [t1] is refused and a forced [tx1] is not, with 0 [] is still refused', () => {
    expect(queued().refusals(build(0, 't1'))).toEqual(['TooFewTransactions'])
    expect(queued('t1').refusals(build(1, 't1'))).toEqual([])
    const without = under('race', { minTxPerBlock: 0 }).inFallback().holding('t1')
    expect(without.refusals(build(0))).toEqual(['TooFewTransactions'])
    expect(without.refusals(build(0, 't1'))).toEqual([])
  })

  test('BASED-6, TX-8: what is not held is refused, unless it is forced', () => {
    expect(ready.refusals(build(0, 't1', 't9'))).toEqual(['TransactionNotHeld'])
    expect(queued('t9').refusals(build(1, 't9'))).toEqual([])
  })

  test('BASED-6: [t1, t1] is refused, [tx1, tx1] with 2 forced passes', () => {
    expect(ready.refusals(build(0, 't1', 't1'))).toEqual(['TransactionTwice'])
    expect(queued('t1', 't1').refusals(build(2, 't1', 't1'))).toEqual([])
  })

  test('BASED-6: what the tip includes is refused, unless it is forced', () => {
    const second = ready.inFallback({ tip: { slot: 0, root: ['t1'] } }).at(1)
    expect(second.refusals(build(0, 't1'))).toEqual(['NullifierSpent'])
    expect(second.inFallback({ queue: ['t1'] }).refusals(build(1, 't1'))).toEqual([])
    expect(second.refusals(build(0, 't2'))).toEqual([])
  })

  test('BASED-3: what is built is executed, and what was being proven on the tip before is dropped', () => {
    expect(building.state).toEqual({ ...ready.state, building: block })
    const list = { parent: GENESIS, transactions: ['t1'], forced: 0 }
    expect(building.sent).toEqual([{ kind: 'execute', id: 'execute/-1:-/t1/0', body: list, expiresSlot: -1 }])
    const moved = proving.at(1).inFallback({ tip })
    const anew = moved.after(build(0, 't2'))
    const other = { slot: 1, parent: tip, transactions: ['t2'], forced: 0 }
    expect(anew.state).toEqual({ ...moved.state, building: other, proving: false })
  })
})

describe('executed', () => {
  test('BASED-7: a result of anything else is refused, and so is one when nothing is executed', () => {
    for (const change of [{ transactions: ['t2'] }, { transactions: [] }, { forced: 1 }])
      expect(building.refusals(building.result(change))).toEqual(['NothingExecuting'])
    const stale = building.result({ parent: { slot: -1, root: ['stale'] } })
    expect(building.refusals(stale)).toEqual(['NothingExecuting', 'ParentNotTip'])
    expect(ready.refusals(ready.result())).toEqual(['NothingExecuting'])
    for (const over of [proving, proven, building.after(giveUp)])
      expect(over.refusals(building.result())).toEqual(['NothingExecuting'])
  })

  test('BASED-7: in a later slot it is still that of what was begun', () => {
    expect(building.at(2).refusals(building.result())).toEqual([])
  })

  test('BASED-1: behind the view it is not proven, under the alarm it is', () => {
    expect(building.following({ follows: 'behind' }).refusals(building.result())).toEqual(['NotFollowing'])
    expect(building.following({ alarm: true }).refusals(building.result())).toEqual([])
  })

  test('BASED-2: after the end of fallback it is not proven', () => {
    expect(building.following({ fallback: false }).refusals(building.result())).toEqual(['FallbackNotActive'])
  })

  test('BASED-8: on a parent that is not the tip any more it is not proven', () => {
    expect(building.following({ tip }).refusals(building.result())).toEqual(['ParentNotTip'])
    expect(building.following({ tip }).following({ tip: GENESIS }).refusals(building.result())).toEqual([])
  })

  test('BASED-7: what was executed is proven, with the slot in which it was begun', () => {
    const later = building.at(1)
    const begun = later.after(later.result())
    expect(begun.state).toEqual({ ...later.state, proving: true })
    expect(begun.sent).toEqual([{ kind: 'prove', id: 'prove/0/-1:-/t1/0', body: block, expiresSlot: -1 }])
  })
})

describe('proved', () => {
  test('BASED-7: a proof of anything else is refused, and so is one when nothing is proven', () => {
    for (const change of [
      { transactions: ['t2'] },
      { transactions: [] },
      { forced: 1 },
      { slot: 1 },
      { slot: -1 },
    ])
      expect(proving.refusals(proving.proof(change))).toEqual(['NothingProving'])
    const stale = proving.proof({ parent: { slot: -1, root: ['stale'] } })
    expect(proving.refusals(stale)).toEqual(['NothingProving', 'ParentNotTip'])
    expect(ready.refusals(ready.proof())).toEqual(['NothingProving'])
    for (const other of [building, proven, proving.after(giveUp), proving.after(crash('kept'))])
      expect(other.refusals(proving.proof())).toEqual(['NothingProving'])
  })

  test('BASED-7: one of the same list that was given up in an earlier slot is refused', () => {
    const anew = proving.after(giveUp).at(1).proving(0, 't1')
    expect(anew.refusals(proving.proof())).toEqual(['NothingProving'])
    expect(anew.after(anew.proof()).state.proven).toEqual({ ...block, slot: 1 })
  })

  test('BASED-7: in a later slot it is still that of what was begun', () => {
    expect(proving.at(2).refusals(proving.proof())).toEqual([])
  })

  test('BASED-1, BASED-2: on the own tip it is kept whatever else the view says', () => {
    for (const view of [{ follows: 'behind' as const }, { alarm: true }, { fallback: false }])
      expect(proving.inFallback(view).refusals(proving.proof())).toEqual([])
  })

  test('BASED-8: on a parent that is not the tip any more it is refused', () => {
    const moved = proving.inFallback({ tip })
    expect(moved.refusals(proving.proof())).toEqual(['ParentNotTip'])
    expect(moved.inFallback({ tip: GENESIS }).refusals(proving.proof())).toEqual([])
  })

  test('BASED-8: a proof on the tip is not lost to one of another tip', () => {
    const both = proven.at(1).inFallback({ tip }).proving(0, 't2')
    expect(both.inFallback({ tip: GENESIS }).refusals(both.proof())).toEqual(['ParentNotTip'])
  })

  test('BASED-7: the block is proven, and nothing is sent', () => {
    expect(proven.state).toEqual({ ...ready.state, proven: block })
    expect(proven.sent).toEqual([])
  })

  test('BASED-3: it takes the place of a proof on the tip before', () => {
    const next = proven.at(1).inFallback({ tip }).proven(0, 't2')
    expect(next.state).toMatchObject({
      building: NO_BUILDING,
      proving: false,
      proven: { slot: 1, parent: tip, transactions: ['t2'], forced: 0 },
    })
  })
})

describe('submitBlock', () => {
  test('BASED-1: without a level tip, and under the alarm, it is refused', () => {
    const unseen = proven.after(crash('kept'))
    expect(unseen.refusals(submitBlock)).toEqual(['NotFollowing', 'FallbackNotActive'])
    expect(proven.following({ follows: 'behind' }).refusals(submitBlock)).toEqual(['NotFollowing'])
    expect(proven.following({ alarm: true }).refusals(submitBlock)).toEqual(['AlarmRaised'])
    expect(unseen.inFallback().refusals(submitBlock)).toEqual([])
  })

  test('BASED-2: after the end of fallback it is refused', () => {
    expect(proven.following({ fallback: false }).refusals(submitBlock)).toEqual(['FallbackNotActive'])
  })

  test('BASED-7: without a proof it is refused', () => {
    for (const without of [ready, building, proving, proven.after(giveUp)])
      expect(without.refusals(submitBlock)).toEqual(['NothingProven'])
  })

  test('BASED-8: on a parent that is not the tip any more it is refused', () => {
    expect(proven.following({ tip }).refusals(submitBlock)).toEqual(['ParentNotTip'])
  })

  test('BASED-9: others are void once an entry that they left is due', () => {
    const alone = queued().proven(0, 't3', 't2')
    expect(alone.refusals(submitBlock)).toEqual([])
    expect(alone.inFallback({ queue: ['t1'] }).refusals(submitBlock)).toEqual([
      'ForcedTransactionsDue',
      'ForcedBelowMinimum',
    ])
    const behindTwo = queued('t1', 't2').proven(2, 't1', 't2', 't3')
    expect(behindTwo.refusals(submitBlock)).toEqual([])
    expect(behindTwo.inFallback({ queue: ['t1', 't2', 't1'] }).refusals(submitBlock)).toEqual([
      'ForcedTransactionsDue',
    ])
  })

  test('BASED-9: forced ones alone are void only while they are fewer than m', () => {
    const one = queued('t1').proven(1, 't1')
    expect(one.inFallback({ queue: ['t1', 't2'] }).refusals(submitBlock)).toEqual(['ForcedBelowMinimum'])
    const two = queued('t1', 't2').proven(2, 't1', 't2')
    expect(two.inFallback({ queue: ['t1', 't2', 't1'] }).refusals(submitBlock)).toEqual([])
  })

  test('BASED-9: what it takes from the queue must still be there, and in front', () => {
    const two = queued('t1', 't2').proven(2, 't1', 't2')
    expect(two.inFallback({ queue: ['t1'] }).refusals(submitBlock)).toEqual(['ForcedBeyondQueue'])
    expect(two.inFallback({ queue: ['t2', 't1'] }).refusals(submitBlock)).toEqual(['ForcedHashMismatch'])
  })

  test('BASED-10: once a slot, across a crash with a store that is kept', () => {
    const restarted = submitted.after(crash('kept')).inFallback()
    for (const later of [submitted, restarted]) {
      expect(later.refusals(submitBlock)).toEqual(['AlreadySubmitted'])
      expect(later.at(1).refusals(submitBlock)).toEqual([])
    }
    expect(submitted.after(giveUp).proven(0, 't2').refusals(submitBlock)).toEqual(['AlreadySubmitted'])
  })

  test('BASED-10: with a store that is lost nothing tells that it was submitted', () => {
    const again = submitted.after(crash('lost')).inFallback().holding('t1').proven(0, 't1')
    expect(again.refusals(submitBlock)).toEqual([])
  })

  test('BASED-10: it is handed to L1 and recorded in the same step, and is still proven', () => {
    const later = proven.at(1)
    const handed = later.after(submitBlock)
    expect(handed.state).toEqual({ ...later.state, submitted: 1 })
    expect(handed.sent).toEqual([
      { kind: 'submit', id: 'fallback/0/-1:-/t1/0/1', body: { block }, expiresSlot: 1 },
    ])
  })
})

describe('tick, follow, giveUp and crash', () => {
  test('TIME-3: time moves the slot, and nothing else', () => {
    const later = proving.at(1)
    expect([later.state, later.sent]).toEqual([{ ...proving.state, slot: 1 }, []])
  })

  test('FOLLOW-1: a report replaces the one before', () => {
    const view = { ...NO_VIEW, follows: 'behind' as const, queue: ['t1'] }
    const reported = building.after({ type: 'follow', view })
    expect([reported.state, reported.sent]).toEqual([{ ...building.state, view }, []])
  })

  test('BASED-3: what is given up is what is proven and what is built', () => {
    const both = proven.at(1).inFallback({ tip }).proving(0, 't2')
    const freed = both.after(giveUp)
    const none = { proven: NO_BUILDING, building: NO_BUILDING, proving: false }
    expect([freed.state, freed.sent]).toEqual([{ ...both.state, ...none }, []])
  })

  test('BASED-10: a crash with a store that is kept forgets the view and what is built', () => {
    const both = submitted.at(1).inFallback({ tip }).proving(0, 't2')
    const again = both.after(crash('kept'))
    const none = { view: NO_VIEW, building: NO_BUILDING, proving: false }
    expect([again.state, again.sent]).toEqual([{ ...both.state, ...none }, []])
  })

  test('BASED-10: one with a store that is lost forgets all but the time', () => {
    expect(submitted.at(1).after(crash('lost')).state).toEqual({ ...started.state, slot: 1 })
  })
})
