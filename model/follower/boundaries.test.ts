/** Boundary lines, each the title of its test, in the numbers of preset `rfc`: epochs of 32 slots. */
import { expect, test } from 'vitest'
import { type FollowerProfile, loadFollowerPreset } from '../../spec/followerParameters.ts'
import { loadAttesterPreset } from '../../spec/nodeParameters.ts'
import { Scenario as Attester } from '../attester/scenario.ts'
import { committee, everySlot, slotsPerEpoch } from '../node/rfc.ts'
import { GENESIS, type View } from '../node/vocabulary.ts'
import { Scenario } from './scenario.ts'
import { type Event, type Header, NO_L1_VIEW } from './vocabulary.ts'

const [grow] = loadFollowerPreset().profiles as [FollowerProfile]
const started = Scenario.deployed({ ...grow, horizon: 97, parameters: { maxViewAge: 1, slotsPerEpoch } })
const setUp: Event = { type: 'setUp' }
const block = (slot: number, transaction: string, ...root: string[]): Header => ({
  slot,
  parent: GENESIS,
  body: [transaction],
  forced: [],
  root,
})
const on = ({ slot, root }: Header, header: Header): Header => ({ ...header, parent: { slot, root } })
const seventh = block(7, 't1', 't1')
const wrong = block(7, 't1', 'wrong')

/** The attester of the same node, told this in a slot. */
const attesting = (slot: number, view: View) => {
  const [tiny] = loadAttesterPreset().profiles
  const parameters = {
    self: 'm3',
    committees: everySlot([...committee]),
    proposers: everySlot('m1'),
    minTxPerBlock: 1,
    forcedMinimum: 1,
  }
  const attester = Attester.deployed({ ...tiny!, horizon: 97, parameters })
  return attester.at(slot).after({ type: 'follow', view }).holding('t2')
}
const refusals = (slot: number, view: View, parent = view.tip) => {
  const attester = attesting(slot, view)
  return attester.refusals(attester.receiving({ parent, transactions: ['t2'] }))
}

test('FOLLOW-2: a body with one byte changed is refused and asked for elsewhere; it raises no alarm.', () => {
  const asking = started.at(7).reading({ chain: [seventh] })
  expect(asking.refusals(asking.body({ body: ['t2'] }))).toEqual(['BodyMismatch'])
  expect(asking.state.fetching).toEqual(seventh)
  expect(asking.catchingUp().told.view).toMatchObject({ follows: 'level', alarm: false })
})

test('FOLLOW-3: with blocks in slots 5, 6 and 7 and a wrong root in that of slot 6, the own tip is the block of slot 5, whatever the root of slot 7 is.', () => {
  for (const root of [['t1', 't2', 't3'], ['t1', 't3'], ['wrong']]) {
    const fifth = block(5, 't1', 't1')
    const sixth = on(fifth, block(6, 't2', 'wrong'))
    const chain = [fifth, sixth, on(sixth, block(7, 't3', ...root))]
    const caughtUp = started.at(7).reading({ chain }).catchingUp()
    expect(caughtUp.told.view.tip).toEqual({ slot: 5, root: ['t1'] })
  }
})

test('FOLLOW-4: the alarm of a block of slot 7 is raised in slot 7, once the body is applied, not when the next block comes.', () => {
  const asking = started.at(7).reading({ chain: [wrong] })
  expect(asking.told.view.alarm).toBe(false)
  const alarmed = asking.after(asking.body())
  expect(alarmed.sent[0]).toMatchObject({ kind: 'alarm', body: { header: wrong, root: ['t1'] } })
  expect([alarmed.state.slot, alarmed.told.view.alarm]).toEqual([7, true])
})

test('FOLLOW-6: raised by a block of slot 7 that is pruned in slot 45: in slot 44 the node signs nothing, in slot 45 it may.', () => {
  const alarmed = started
    .at(7)
    .reading({ chain: [wrong], prunesAt: 45 })
    .catchingUp()
  expect(refusals(44, alarmed.at(44).told.view)).toEqual(['AlarmRaised'])
  expect(refusals(45, alarmed.at(45).told.view)).toEqual([])
})

test('FOLLOW-7: read in slot 44 with epoch 0 unclaimed, in slot 45 the tip is the proven one although nothing new was read.', () => {
  const read = started
    .at(44)
    .reading({ chain: [seventh], prunesAt: 45 })
    .catchingUp()
  expect(read.told.view).toMatchObject({ follows: 'level', tip: { slot: 7 } })
  expect(read.at(45).told.view).toMatchObject({ follows: 'level', tip: GENESIS })
})

test('FOLLOW-8: the body of slot 7 comes in slot 9: in slot 8 the node refuses a proposal on the block of slot 7 with ParentNotTip, in slot 9 it may sign.', () => {
  const parent = { slot: 7, root: ['t1'] }
  const lacking = started
    .at(7)
    .reading({ chain: [seventh] })
    .at(8)
    .reading()
  expect(lacking.told.view.alarm).toBe(false)
  expect(refusals(8, lacking.told.view, parent)).toEqual(['ParentNotTip'])
  const come = lacking.at(9).reading().catchingUp()
  expect(refusals(9, come.told.view, parent)).toEqual([])
})

test('FOLLOW-10: with a view of slot 8 one of slot 7 is refused, another one of slot 8 is taken, be its chain shorter or not.', () => {
  const eighth = started.at(8).reading({ chain: [seventh] })
  const next = on(seventh, block(8, 't2', 't1', 't2'))
  const other = (time: number, ...chain: Header[]): Event => ({
    type: 'readView',
    view: { ...NO_L1_VIEW, time, chain },
  })
  expect(eighth.refusals(other(7, seventh, next))).toEqual(['ViewOlder'])
  expect(eighth.refusals(other(8))).toEqual([])
  expect(eighth.refusals(other(8, seventh, next))).toEqual([])
})

test('FOLLOW-11: with `maxViewAge` 1 a view of slot 7 is acted on in slot 8, and in slot 9 not.', () => {
  const read = started
    .at(7)
    .reading({ chain: [seventh] })
    .catchingUp()
  expect(read.at(8).told.view.follows).toBe('level')
  expect(read.at(9).told.view.follows).toBe('behind')
})

test('FOLLOW-12: in slot 32 the first call is made, and another in slot 33 if the view of slot 33 does not show it.', () => {
  const before = started.at(31).reading({ setUp: 0 })
  expect(before.refusals(setUp)).toEqual(['EpochAlreadySampled'])
  const tried = before.at(32).reading().after(setUp)
  expect(tried.sent).toMatchObject([{ kind: 'submit', id: 'setup/1/32', expiresSlot: 32 }])
  expect(tried.refusals(setUp)).toEqual(['AlreadySubmitted'])
  const next = tried.at(33)
  expect(next.reading({ setUp: 1 }).refusals(setUp)).toEqual(['EpochAlreadySampled'])
  expect(next.reading().after(setUp).sent).toMatchObject([{ kind: 'submit', id: 'setup/1/33' }])
})

test('FOLLOW-13: tx1 waits and a block takes one from the queue: [tx2, tx1] raises the alarm and [tx1, tx2] does not; after a block with tx1, [tx1] raises it, and does not where the block takes tx1 from the queue.', () => {
  const alarm = (chain: Header[], forced: string[]) =>
    started.at(8).reading({ chain, forced }).catchingUp().told.view.alarm
  const taking = (...body: string[]): Header => ({
    slot: 7,
    parent: GENESIS,
    body,
    forced: ['tx1'],
    root: body,
  })
  expect(alarm([taking('tx2', 'tx1')], ['tx1'])).toBe(true)
  expect(alarm([taking('tx1', 'tx2')], ['tx1'])).toBe(false)
  const before = block(7, 'tx1', 'tx1')
  const again = on(before, block(8, 'tx1', 'tx1'))
  expect(alarm([before, again], [])).toBe(true)
  expect(alarm([before, { ...again, forced: ['tx1'] }], ['tx1'])).toBe(false)
})
