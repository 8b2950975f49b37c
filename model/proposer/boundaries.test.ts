/** Boundary lines, each the title of its test, in the numbers of preset `rfc`: 48 members, slots of 36 s. */
import { expect, test } from 'vitest'
import { deadlineProblem, loadProposerPreset, type ProposerProfile } from '../../spec/nodeParameters.ts'
import { phaseAt } from '../node/clock.ts'
import { committee, deadlines, everySlot, l1SlotSeconds, slotSeconds } from '../node/rfc.ts'
import { Scenario } from './scenario.ts'
import { type Event, type EventOf, NO_BUILDING } from './vocabulary.ts'

const [build] = loadProposerPreset().profiles as [ProposerProfile]
const rfc: ProposerProfile['parameters'] = {
  self: 'm1',
  committees: everySlot([...committee]),
  proposers: everySlot('m1'),
  minTxPerBlock: 1,
  forcedMinimum: 1,
}
const under = (parameters: Partial<ProposerProfile['parameters']> = {}) =>
  Scenario.deployed({ ...build, horizon: 97, parameters: { ...rfc, ...parameters } })
const started = under()
/** Level, with two transactions held. */
const ready = started.following().holding('t1', 't2')
const crash = (store: 'kept' | 'lost'): Event => ({ type: 'crash', store })
const publish: Event = { type: 'publish' }
const block = (slot: number, ...root: string[]) => ({ slot, root })
const list = (forced: number, ...transactions: string[]): EventOf<'build'> => ({
  type: 'build',
  transactions,
  forced,
})
const inSecond = (scenario: Scenario, slot: number, second: number) =>
  scenario.at(slot, phaseAt(second, deadlines))
const quorate = (scenario: Scenario) => scenario.proposing(0, 't1').attestedBy(...committee.slice(0, 33))

test('FOLLOW-1: a node that starts in second 1 of its slot and has applied the last body in second 7 may still build in second 7.', () => {
  const restarted = inSecond(ready, 7, 1).after(crash('kept'))
  expect(restarted.refusals(list(0, 't1'))).toEqual(['NotFollowing'])
  expect(inSecond(restarted, 7, 7).following().refusals(list(0, 't1'))).toEqual([])
})

test('FOLLOW-9: behind by one body the proposer of slot 8 does not build; L1 would refuse its block with ParentNotTip.', () => {
  const behind = ready.at(8).following({ follows: 'behind' })
  expect(behind.refusals(list(0, 't1'))).toEqual(['NotFollowing'])
  expect(behind.following({ tip: block(7, 't2') }).refusals(list(0, 't1'))).toEqual([])
})

test('BUILD-1: entry in slot 96: the proposer of slot 95 builds, that of slot 96 does not.', () => {
  expect(ready.at(95).refusals(list(0, 't1'))).toEqual([])
  expect(ready.at(96).following({ fallback: true }).refusals(list(0, 't1'))).toEqual(['FallbackActive'])
})

test('BUILD-2: the proposer of slot 8 does not build in the last second of slot 7.', () => {
  const proposers = rfc.proposers.map((_, slot) => (slot === 8 ? 'm1' : 'm2'))
  const eighth = under({ proposers }).following().holding('t1')
  const early = inSecond(eighth, 7, slotSeconds - 1)
  expect(early.refusals(list(0, 't1'))).toEqual(['NotProposer', 'BuildingClosed'])
  expect(eighth.at(7).refusals(list(0, 't1'))).toEqual(['NotProposer'])
  expect(early.at(8).refusals(list(0, 't1'))).toEqual([])
})

test('BUILD-3: a prune that is due in slot 45 takes the parent of a block that was built before the view of slot 45 was read: it is not proposed.', () => {
  const building = ready
    .following({ tip: block(7, 't2') })
    .at(45)
    .after(list(0, 't1'))
  const pruned = building.following({ tip: block(-1) })
  expect(pruned.refusals(building.result())).toEqual(['ParentNotTip'])
})

test('BUILD-4: with `attestFromSeconds` 8, proposed in second 7 and not in second 8.', () => {
  const building = ready.at(7).after(list(0, 't1'))
  expect(inSecond(building, 7, 7).refusals(building.result())).toEqual([])
  expect(inSecond(building, 7, 8).refusals(building.result())).toEqual(['BuildingClosed'])
})

test('BUILD-5: started in slot 7 with an empty store: refused in slot 7, not in slot 8.', () => {
  const empty = started.at(7).after(crash('lost')).following().holding('t1')
  expect(empty.refusals(list(0, 't1'))).toEqual(['StartTooRecent'])
  expect(empty.at(8).refusals(list(0, 't1'))).toEqual([])
})

test('BUILD-6: a crash between the signature and the sending: after the restart the same proposal is sent, no other is built.', () => {
  const proposed = ready.at(7).proposing(0, 't1')
  const restarted = proposed.after(crash('kept')).following()
  // What is sent is a function of what is kept.
  expect(restarted.state.proposed).toEqual(proposed.sent[0]!.body)
  expect(restarted.refusals(list(0, 't2'))).toEqual(['AlreadyProposed'])
})

test('BUILD-7: while [t1] is executed, t2 arrives: the block is [t1].', () => {
  const arrived = started.following().holding('t1').after(list(0, 't1')).holding('t2')
  expect(arrived.refusals(list(0, 't1', 't2'))).toEqual(['AlreadyBuilding'])
  expect(arrived.after(arrived.result()).state.proposed.transactions).toEqual(['t1'])
})

test('BUILD-8: after its own block of slot 7 landed in slot 7 it does not build another on it.', () => {
  const landed = quorate(ready.at(7))
    .after(publish)
    .following({ tip: block(7, 't1') })
  expect(landed.refusals(list(0, 't2'))).toEqual(['AlreadyProposed', 'SlotTaken'])
  // Nor does a node that did not propose it.
  expect(
    ready
      .at(7)
      .following({ tip: block(7, 't1') })
      .refusals(list(0, 't2')),
  ).toEqual(['SlotTaken'])
})

test('BUILD-9: with 3 waiting, 3 pass and 4 do not.', () => {
  const waiting = ready.following({ queue: ['f1', 'f2', 'f3'] })
  expect(waiting.refusals(list(3, 'f1', 'f2', 'f3'))).toEqual([])
  expect(waiting.refusals(list(4, 'f1', 'f2', 'f3', 't1'))).toEqual(['ForcedBeyondQueue'])
})

test('BUILD-10: tx1 and tx2 wait: [tx2, tx1] with 2 forced is refused, [tx1, tx2] passes.', () => {
  const waiting = ready.following({ queue: ['tx1', 'tx2'] })
  expect(waiting.refusals(list(2, 'tx2', 'tx1'))).toEqual(['ForcedHashMismatch'])
  expect(waiting.refusals(list(2, 'tx1', 'tx2'))).toEqual([])
})

test('BUILD-11: tx1 and tx2 due: [tx1, other] is refused, [tx1, tx2, other] passes.', () => {
  const due = ready.following({ queue: ['tx1', 'tx2'] })
  expect(due.refusals(list(1, 'tx1', 't1'))).toEqual(['ForcedTransactionsDue'])
  expect(due.refusals(list(2, 'tx1', 'tx2', 't1'))).toEqual([])
})

test('BUILD-12: with m = 2 and three due, [tx1] is refused and [tx1, tx2] passes.', () => {
  const due = under({ forcedMinimum: 2 }).following({ queue: ['tx1', 'tx2', 'tx3'] })
  expect(due.refusals(list(1, 'tx1'))).toEqual(['ForcedBelowMinimum'])
  expect(due.refusals(list(2, 'tx1', 'tx2'))).toEqual([])
})

test('BUILD-13: with minTxPerBlock 1 [] is refused and [t1] passes; with 2 [t1] is refused and a forced [tx1] passes.', () => {
  const asking = (minTxPerBlock: number) =>
    under({ minTxPerBlock })
      .following({ queue: minTxPerBlock === 2 ? ['tx1'] : [] })
      .holding('t1')
  expect(asking(1).refusals(list(0))).toEqual(['TooFewTransactions'])
  expect(asking(1).refusals(list(0, 't1'))).toEqual([])
  expect(asking(2).following({ queue: [] }).refusals(list(0, 't1'))).toEqual(['TooFewTransactions'])
  expect(asking(2).refusals(list(1, 'tx1'))).toEqual([])
})

test('BUILD-14: a transaction of which it knows only the hash is not proposed; a forced one that it read from L1 is held (TX-8).', () => {
  expect(ready.refusals(list(0, 't3'))).toEqual(['TransactionNotHeld'])
  expect(ready.following({ queue: ['t3'] }).refusals(list(1, 't3'))).toEqual([])
})

test('BUILD-15: [t1, t1] is refused; with tx1 forced twice, [tx1, tx1] with 2 forced passes (QUEUE-9).', () => {
  expect(ready.refusals(list(0, 't1', 't1'))).toEqual(['TransactionTwice'])
  expect(ready.following({ queue: ['tx1', 'tx1'] }).refusals(list(2, 'tx1', 'tx1'))).toEqual([])
})

test('BUILD-16: t1, which the parent includes, is not included again; after the prune of the parent it is.', () => {
  const included = ready.at(8).following({ tip: block(7, 't1') })
  expect(included.refusals(list(0, 't1'))).toEqual(['NullifierSpent'])
  expect(included.following({ tip: block(-1) }).refusals(list(0, 't1'))).toEqual([])
})

test('BUILD-17: the body of slot 7 is on L1 and t1 of it is not held: the proposer of slot 8 builds on it.', () => {
  const eighth = started
    .following({ tip: block(7, 't1') })
    .holding('t2')
    .at(8)
  expect(eighth.refusals(list(0, 't2'))).toEqual([])
})

test('BUILD-18: the result of an execution on a parent that is not the tip any more makes no proposal.', () => {
  const building = ready.at(8).after(list(0, 't1'))
  const moved = building.following({ tip: block(7, 't2') })
  expect(moved.refusals(building.result())).toEqual(['ParentNotTip'])
  const anew = moved.after(list(0, 't1'))
  expect(anew.refusals(building.result())).toEqual(['NothingExecuting', 'ParentNotTip'])
  expect(anew.after(anew.result()).state.building).toEqual(NO_BUILDING)
})

test('BUILD-19: an attestation of slot 7 that arrives in slot 8 is refused.', () => {
  const proposed = ready.at(7).proposing(0, 't1')
  expect(proposed.refusals(proposed.attestation('m2'))).toEqual([])
  expect(proposed.at(8).refusals(proposed.attestation('m2'))).toEqual(['NothingProposed'])
})

test('BUILD-20: 32 members, one of them sending twice, are no quorum of 48.', () => {
  const attested = ready.proposing(0, 't1').attestedBy(...committee.slice(0, 32))
  expect(attested.refusals(attested.attestation('m32'))).toEqual(['AttestationKnown'])
  expect(attested.refusals(publish)).toEqual(['QuorumNotReached'])
})

test("BUILD-21: 33 of 48 are published, 32 are not; the proposer's own attestation is one of them, made by its own attester.", () => {
  const proposed = ready.proposing(0, 't1')
  const most = proposed.attestedBy(...committee.slice(1, 33))
  expect(most.refusals(publish)).toEqual(['QuorumNotReached'])
  expect(most.attestedBy('m1').refusals(publish)).toEqual([])
})

test('BUILD-22: a crash after the block of slot 7 was handed to L1: after the restart it is not handed over again in slot 7; in slot 8 it is the block of no slot any more, and refused with NothingProposed alone.', () => {
  const restarted = quorate(ready.at(7)).after(publish, crash('kept')).following()
  expect(restarted.refusals(publish)).toEqual(['AlreadyPublished'])
  expect(restarted.refusals(restarted.attestation('m40'))).toEqual(['AlreadyPublished'])
  expect(restarted.at(8).refusals(publish)).toEqual(['NothingProposed'])
})

test('BUILD-23: with `closedFromSeconds` 24, published in second 23 and not in second 24.', () => {
  const attested = quorate(ready.at(7))
  expect(inSecond(attested, 7, 23).refusals(publish)).toEqual([])
  expect(inSecond(attested, 7, 24).refusals(publish)).toEqual(['PublishingClosed'])
})

test('BUILD-24: 8, 20 and 24 of 36 with L1 slots of 12; 25 for the last is refused.', () => {
  const slot = { slotSeconds, l1SlotSeconds }
  expect(deadlineProblem(deadlines, slot)).toBeUndefined()
  const problem = (change: Partial<typeof deadlines>) => deadlineProblem({ ...deadlines, ...change }, slot)
  expect(problem({ closedFromSeconds: 25 })).toBe('closedFromSeconds <= slotSeconds - l1SlotSeconds')
  expect(problem({ closedFromSeconds: 19 })).toBe('publishFromSeconds <= closedFromSeconds')
  expect(problem({ closedFromSeconds: 20 })).toBeUndefined()
  expect(problem({ publishFromSeconds: 8 })).toBe('attestFromSeconds < publishFromSeconds')
  expect(problem({ attestFromSeconds: 0 })).toBe('0 < attestFromSeconds')
})
