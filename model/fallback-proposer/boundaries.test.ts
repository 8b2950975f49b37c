/** Boundary lines, each the title of its test, in the numbers of preset `rfc`: epochs of 32 slots, m and minTxPerBlock 1. */
import { expect, test } from 'vitest'
import {
  type FallbackProposerProfile,
  loadFallbackProposerPreset,
} from '../../spec/fallbackProposerParameters.ts'
import { slotsPerEpoch } from '../node/rfc.ts'
import { Scenario } from './scenario.ts'
import type { Event, EventOf } from './vocabulary.ts'

const [race] = loadFallbackProposerPreset().profiles as [FallbackProposerProfile]
const started = Scenario.deployed({
  ...race,
  parameters: { minTxPerBlock: 1, forcedMinimum: 1 },
  horizon: 160,
})
/** In the slot of an entry: level in fallback, with two transactions held. */
const ready = started.at(96).inFallback().holding('t1', 't2')
const build = (forced: number, ...transactions: string[]): EventOf<'build'> => ({
  type: 'build',
  transactions,
  forced,
})
const submitBlock: Event = { type: 'submitBlock' }
const giveUp: Event = { type: 'giveUp' }
const block = (slot: number, ...root: string[]) => ({ slot, root })

test('BASED-1: under the alarm nothing new is begun or submitted, and what is being executed may still be proven.', () => {
  const alarmed = (scenario: Scenario) => scenario.following({ alarm: true })
  expect(alarmed(ready).refusals(build(0, 't1'))).toEqual(['AlarmRaised'])
  expect(alarmed(ready.proven(0, 't1')).refusals(submitBlock)).toEqual(['AlarmRaised'])
  const executing = alarmed(ready.after(build(0, 't1')))
  const proving = executing.after(executing.result())
  expect(proving.sent.map(({ kind }) => kind)).toEqual(['prove'])
  expect(proving.after(proving.proof()).state.proven.transactions).toEqual(['t1'])
})

test('BASED-2: entry in slot 96: begun in slot 96 and not in slot 95; ended in slot 160, it is not submitted in slot 160.', () => {
  const before = started.at(95).following().holding('t1')
  expect(before.refusals(build(0, 't1'))).toEqual(['FallbackNotActive'])
  expect(before.at(96).inFallback().refusals(build(0, 't1'))).toEqual([])
  const proven = ready.proven(0, 't1')
  expect(proven.at(159).refusals(submitBlock)).toEqual([])
  expect(proven.at(160).following({ fallback: false }).refusals(submitBlock)).toEqual(['FallbackNotActive'])
})

test('BASED-3: t2 comes while [t1] is being proven: nothing new is begun until the tip moves or [t1] is given up.', () => {
  const proving = started.at(96).inFallback().holding('t1').proving(0, 't1').holding('t2')
  expect(proving.refusals(build(0, 't1', 't2'))).toEqual(['AlreadyBuilding'])
  expect(
    proving
      .at(97)
      .inFallback({ tip: block(96, 't3') })
      .refusals(build(0, 't1', 't2')),
  ).toEqual([])
  expect(proving.after(giveUp).refusals(build(0, 't1', 't2'))).toEqual([])
})

test('BASED-4: after a fallback block of slot 96 was proven in slot 96 the next one is begun in slot 97; it may land in slot 120 (FALLBACK-12).', () => {
  const landed = ready.inFallback({ tip: block(96, 't1') })
  expect(landed.refusals(build(0, 't2'))).toEqual(['SlotTaken'])
  const late = landed.at(97).proven(0, 't2').at(120)
  expect(late.refusals(submitBlock)).toEqual([])
  expect(late.state.proven.slot).toBe(97)
})

test('BASED-5: tx1 and tx2 due: [tx1, other] is refused, [tx1, tx2, other] passes.', () => {
  const due = ready.inFallback({ queue: ['tx1', 'tx2'] })
  expect(due.refusals(build(1, 'tx1', 't1'))).toEqual(['ForcedTransactionsDue'])
  expect(due.refusals(build(2, 'tx1', 'tx2', 't1'))).toEqual([])
})

test('BASED-6: with minTxPerBlock 1 a block without transactions is refused: an empty advance would keep a session alive for nobody (F-45).', () => {
  expect(ready.refusals(build(0))).toEqual(['TooFewTransactions'])
  expect(ready.refusals(build(0, 't1'))).toEqual([])
})

test('BASED-7: a proof that was given up is not submitted when it comes.', () => {
  const proving = ready.proving(0, 't1')
  const free = proving.after(giveUp)
  expect(free.refusals(proving.proof())).toEqual(['NothingProving'])
  expect(free.refusals(submitBlock)).toEqual(['NothingProven'])
  const anew = free.at(97).proving(0, 't1')
  expect(anew.refusals(proving.proof())).toEqual(['NothingProving'])
  expect(anew.refusals(anew.proof())).toEqual([])
})

test("BASED-8: another node's fallback block lands in slot 100: what was begun on the tip before is begun anew on the new one.", () => {
  const landed = { tip: block(100, 't3') }
  const executing = ready.after(build(0, 't1'))
  expect(executing.at(100).inFallback(landed).refusals(executing.result())).toEqual(['ParentNotTip'])
  const proving = ready.proving(0, 't1')
  expect(proving.at(100).inFallback(landed).refusals(proving.proof())).toEqual(['ParentNotTip'])
  const proven = ready.proven(0, 't1').at(100).inFallback(landed)
  expect(proven.refusals(submitBlock)).toEqual(['ParentNotTip'])
  expect(proven.at(101).proven(0, 't1').refusals(submitBlock)).toEqual([])
})

test('BASED-9: [tx1, other] with tx2 due from epoch 4 on: submitted in slot 127, and not in slot 128.', () => {
  const due = 4 * slotsPerEpoch
  const proven = ready.inFallback({ queue: ['tx1'] }).proven(1, 'tx1', 't1')
  expect(proven.at(due - 1).refusals(submitBlock)).toEqual([])
  expect(
    proven
      .at(due)
      .inFallback({ queue: ['tx1', 'tx2'] })
      .refusals(submitBlock),
  ).toEqual(['ForcedTransactionsDue'])
})

test('BASED-10: submitted in slot 100 and not on L1 in slot 101: submitted again in slot 101.', () => {
  const submitted = ready.proven(0, 't1').at(100).after(submitBlock)
  expect(submitted.refusals(submitBlock)).toEqual(['AlreadySubmitted'])
  const again = submitted.at(101).after(submitBlock)
  expect(again.sent).toMatchObject([{ kind: 'submit', expiresSlot: 101 }])
})
