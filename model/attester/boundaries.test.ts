/** Boundary lines, each the title of its test, in the numbers of preset `rfc`: 48 members, slots of 36 s. */
import { expect, test } from 'vitest'
import { type AttesterProfile, loadAttesterPreset } from '../../spec/nodeParameters.ts'
import { phaseAt } from '../node/clock.ts'
import { committee, deadlines, everySlot, nextCommittee, slotSeconds, slotsPerEpoch } from '../node/rfc.ts'
import { Scenario } from './scenario.ts'
import type { Event } from './vocabulary.ts'

const [tiny] = loadAttesterPreset().profiles as [AttesterProfile]
const rfc: AttesterProfile['parameters'] = {
  self: 'm3',
  committees: everySlot([...committee]),
  proposers: everySlot('m1'),
  minTxPerBlock: 1,
  forcedMinimum: 1,
}
const under = (parameters: Partial<AttesterProfile['parameters']> = {}) =>
  Scenario.deployed({ ...tiny, horizon: 97, parameters: { ...rfc, ...parameters } })
const started = under()
/** Level, with everything held that is proposed. */
const ready = started.following().holding('t1', 't2')
const crash = (store: 'kept' | 'lost'): Event => ({ type: 'crash', store })
const block = (slot: number, ...root: string[]) => ({ slot, root })
const inSecond = (scenario: Scenario, slot: number, second: number) =>
  scenario.at(slot, phaseAt(second, deadlines))
/** Takes the proposal of the slot and executes it. */
const working = (scenario: Scenario) => scenario.after(scenario.receiving())
const signing = (scenario: Scenario) => working(scenario).after(working(scenario).result())
const signedSlot = (scenario: Scenario) => scenario.state.signed.slot

test('TX-1: the proof of another transaction is refused, and so is the right proof of a transaction for another rollup.', () => {
  const proofOf = (transaction: string, rollup: string) => `${transaction} in ${rollup}`
  const verified = (proof: string): Event => ({
    type: 'transactionVerified',
    transaction: 't1',
    valid: proof === proofOf('t1', 'this'),
  })
  expect(started.refusals(verified(proofOf('t2', 'this')))).toEqual(['TransactionProofInvalid'])
  expect(started.refusals(verified(proofOf('t1', 'other')))).toEqual(['TransactionProofInvalid'])
  expect(started.refusals(verified(proofOf('t1', 'this')))).toEqual([])
})

test('TX-4: the second arrival of a transaction costs a look-up, whoever sends it and whatever proof it has.', () => {
  for (const valid of [true, false])
    expect(ready.refusals({ type: 'transactionVerified', transaction: 't1', valid })[0]).toBe(
      'TransactionHeld',
    )
})

test('TX-8: a proposal with only forced transactions is checked without a request to anybody; L1 verified the proof (QUEUE-2).', () => {
  const waiting = started.following({ queue: ['t8', 't9'] })
  const taken = waiting.after(waiting.receiving({ transactions: ['t8', 't9'], forced: 2 }))
  expect(taken.sent.map(({ kind }) => kind)).toEqual(['execute'])
  expect(signedSlot(taken.after(taken.result()))).toBe(0)
})

test('FOLLOW-5: raised between the receipt of a proposal and the end of its execution, the proposal is not signed.', () => {
  const alarmed = working(ready).following({ alarm: true })
  expect(alarmed.refusals(alarmed.result())).toEqual(['AlarmRaised'])
})

test('ATTEST-1: entry in slot 96: signed in slot 95 and not in slot 96.', () => {
  expect(signedSlot(signing(ready.at(95)))).toBe(95)
  const entered = ready.at(96).following({ fallback: true })
  expect(entered.refusals(entered.receiving())).toEqual(['FallbackActive'])
})

test('ATTEST-2: a member of epoch 0 signs in slot 31, and in slot 32 only if it is in the committee of epoch 1.', () => {
  const of = (second: readonly string[]) => {
    const committees = rfc.committees.map((first, slot) => (slot < slotsPerEpoch ? first : [...second]))
    return under({ committees }).following().holding('t1')
  }
  for (const second of [committee, nextCommittee]) expect(signedSlot(signing(of(second).at(31)))).toBe(31)
  expect(signedSlot(signing(of(committee).at(32)))).toBe(32)
  const left = of(nextCommittee).at(32)
  expect(left.refusals(left.receiving())).toEqual(['NotMember'])
})

test('ATTEST-3: in slot 7 proposals for slots 6 and 8 are refused; what is early is sent again.', () => {
  const seventh = ready.at(7)
  const forSlot = (slot: number) => seventh.receiving({ slot, timestampSlot: slot })
  expect(seventh.refusals(forSlot(6))).toEqual(['SlotNotCurrent'])
  expect(seventh.refusals(forSlot(8))).toEqual(['SlotNotCurrent'])
  expect(seventh.at(8).refusals(forSlot(8))).toEqual([])
})

test('ATTEST-4: with `publishFromSeconds` 20, signed in second 19 and not in second 20.', () => {
  const executing = working(ready.at(7))
  expect(signedSlot(inSecond(executing, 7, 19).after(executing.result()))).toBe(7)
  expect(inSecond(executing, 7, 20).refusals(executing.result())).toEqual(['AttestingClosed'])
})

test('ATTEST-5: slot 1 has timestamp genesis + 36, not genesis + 37.', () => {
  const first = ready.at(1)
  // What is the start of no slot is that of none.
  const timestamped = (seconds: number) =>
    first.receiving({ timestampSlot: seconds % slotSeconds === 0 ? seconds / slotSeconds : -1 })
  expect(first.refusals(timestamped(36))).toEqual([])
  expect(first.refusals(timestamped(37))).toEqual(['TimestampMismatch'])
})

test('ATTEST-6: a proposal signed by the member of the next slot is refused.', () => {
  const proposers = rfc.proposers.map((_, slot) => committee[slot % committee.length]!)
  const seventh = under({ proposers }).following().at(7)
  expect(seventh.refusals(seventh.receiving({}, { signer: proposers[8]! }))).toEqual(['SignerNotProposer'])
  expect(seventh.refusals(seventh.receiving({}, { signer: proposers[7]! }))).toEqual([])
})

test('ATTEST-7: started in slot 7 with an empty store: refused in slot 7, not in slot 8.', () => {
  const empty = started.at(7).after(crash('lost')).following()
  expect(empty.refusals(empty.receiving())).toEqual(['StartTooRecent'])
  expect(empty.at(8).refusals(empty.at(8).receiving())).toEqual([])
})

test('ATTEST-8: the second proposal of slot 7 is refused, also if the first turns out to have a wrong root.', () => {
  const seventh = ready.at(7)
  const first = seventh.after(seventh.receiving({ root: ['wrong'] }))
  const second = seventh.receiving({ transactions: ['t2'] })
  expect(first.refusals(second)).toEqual(['ProposalInWork'])
  expect(first.refusals(first.result())).toEqual(['RootMismatch'])
  expect(first.refusals(second)).toEqual(['ProposalInWork'])
})

test('ATTEST-9: while the member lacks the body of slot 7 it refuses a proposal on it.', () => {
  const eighth = ready.at(8).following({ follows: 'behind' })
  const onSeventh = eighth.receiving({ parent: block(7, 't2') })
  expect(eighth.refusals(onSeventh)).toEqual(['ParentNotTip'])
  expect(eighth.following({ tip: block(7, 't2') }).refusals(onSeventh)).toEqual([])
})

test('ATTEST-10: signed in slot 7 on a block of slot 6 that a reorganisation of L1 removes: nothing else is signed in slot 7.', () => {
  const signed = signing(ready.at(7).following({ tip: block(6, 't2') }))
  const removed = signed.following({ tip: block(-1) })
  expect(removed.refusals(removed.receiving())).toEqual(['AlreadySigned'])
  expect(removed.at(8).refusals(removed.at(8).receiving())).toEqual([])
})

test('ATTEST-11: with a block of slot 7 in its view, a second one for slot 7 on it is refused.', () => {
  const landed = ready.at(7).following({ tip: block(7, 't2') })
  expect(landed.refusals(landed.receiving())).toEqual(['SlotTaken'])
})

test('ATTEST-12: tx1 and tx2 due: [tx1, other] is refused with ForcedTransactionsDue, [tx2, tx1] with 2 forced with ForcedHashMismatch.', () => {
  const due = ready.following({ queue: ['t8', 't9'] })
  const listing = (forced: number, ...transactions: string[]) => due.receiving({ transactions, forced })
  expect(due.refusals(listing(1, 't8', 't1'))).toEqual(['ForcedTransactionsDue'])
  expect(due.refusals(listing(2, 't9', 't8'))).toEqual(['ForcedHashMismatch'])
  expect(due.refusals(listing(2, 't8', 't9'))).toEqual([])
})

test('ATTEST-13: with minTxPerBlock 1 a proposal of [] is refused, and [t1, t1] is.', () => {
  const listing = (...transactions: string[]) => ready.receiving({ transactions })
  expect(ready.refusals(listing())).toEqual(['TooFewTransactions'])
  expect(ready.refusals(listing('t1', 't1'))).toEqual(['TransactionTwice'])
  expect(ready.refusals(listing('t1'))).toEqual([])
})

test('ATTEST-14: 359 of 360 held: one is requested; if it comes in second 19 and execution is instant the proposal is signed, if it comes in second 20 it is not.', () => {
  const transactions = Array.from({ length: 360 }, (_, index) => `t${index + 1}`)
  const most = started
    .following()
    .holding(...transactions.slice(0, 359))
    .at(7)
  const waiting = most.after(most.receiving({ transactions }))
  expect(waiting.sent.map(({ id }) => id)).toEqual(['request/t360/7'])
  const inTime = inSecond(waiting, 7, 19).holding('t360')
  expect(inTime.sent.map(({ kind }) => kind)).toEqual(['execute'])
  expect(signedSlot(inTime.after(inTime.result()))).toBe(7)
  const late = inSecond(waiting, 7, 20).holding('t360')
  expect(late.sent).toEqual([])
  expect(late.refusals(late.result())).toEqual(['AttestingClosed'])
})

test('ATTEST-15: a result of slot 7 that comes in slot 8 signs nothing.', () => {
  const executing = working(ready.at(7))
  expect(executing.at(8).refusals(executing.result())).toEqual(['NothingExecuting'])
})

test('ATTEST-16: t1, which the parent includes, in the list: refused.', () => {
  const included = working(ready.at(8).following({ tip: block(7, 't1') }))
  expect(included.refusals(included.result())).toEqual(['NotExecutable'])
})

test('ATTEST-17: one hash fewer, one more and another one are refused; they can be compared only after the execution, because the body is not sent.', () => {
  const computed = ['a', 'b']
  const listing = (hashes: readonly string[]) =>
    ready.after(ready.receiving({ blobs: String(hashes) === String(computed) ? 'match' : 'other' }))
  for (const hashes of [['a'], ['a', 'b', 'c'], ['a', 'c']])
    expect(listing(hashes).refusals(listing(hashes).result())).toEqual(['BlobHashesMismatch'])
  expect(listing(computed).refusals(listing(computed).result())).toEqual([])
})

test('ATTEST-18: a root that differs in one bit is refused.', () => {
  // Of names as of bits: any other root is refused.
  const other = ready.after(ready.receiving({ root: ['t0'] }))
  expect(other.refusals(other.result())).toEqual(['RootMismatch'])
})

test('ATTEST-19: a crash after the record and before the sending: after the restart the attestation is sent, and no other is made.', () => {
  const signed = signing(ready.at(7))
  const restarted = signed.after(crash('kept')).following()
  // What is sent is a function of what is kept.
  expect(restarted.state.signed).toEqual(signed.sent[0]!.body)
  expect(restarted.refusals(restarted.receiving())).toEqual(['AlreadySigned'])
})

test('ATTEST-21: t1 of the block of slot 7 is not held, its body is: a proposal of slot 8 on it is signed.', () => {
  const eighth = started
    .following({ tip: block(7, 't1') })
    .holding('t2')
    .at(8)
  const executing = eighth.after(eighth.receiving({ transactions: ['t2'] }))
  expect(signedSlot(executing.after(executing.result()))).toBe(8)
})

test('MESSAGE-10: two attestations by one member in slot 7 for different blocks have one id.', () => {
  const ids = [['t1'], ['t2']].map((transactions) => {
    const executing = ready.at(7).after(ready.at(7).receiving({ transactions }))
    return executing.after(executing.result()).sent[0]!.id
  })
  expect(ids).toEqual(['attestation/m3/7', 'attestation/m3/7'])
})
