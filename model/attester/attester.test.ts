import { describe, expect, test } from 'vitest'
import { type AttesterProfile, loadAttesterPreset } from '../../spec/nodeParameters.ts'
import { GENESIS, NO_PROPOSAL, NO_VIEW } from '../node/vocabulary.ts'
import { Scenario } from './scenario.ts'
import type { Event } from './vocabulary.ts'

const profileOf = (wanted: string): AttesterProfile =>
  loadAttesterPreset().profiles.find(({ name }) => name === wanted)!
const under = (profile: string, parameters: Partial<AttesterProfile['parameters']> = {}) => {
  const found = profileOf(profile)
  return Scenario.deployed({ ...found, parameters: { ...found.parameters, ...parameters } })
}

const started = under('tiny')
/** Level on genesis, with everything that can be listed. */
const ready = started.following().holding('t1', 't2')
/** Works on [t1], all of it held. */
const working = ready.after(ready.receiving())
const signed = working.after(working.result())
const crash = (store: 'kept' | 'lost'): Event => ({ type: 'crash', store })
/** In the profile with a queue: level, and these wait. */
const queued = (...queue: string[]) => under('forced').following({ queue })
const list = (forced: number, ...transactions: string[]) => ({ transactions, forced })
const request = (transaction: string, slot: number) => ({
  kind: 'request',
  id: `request/${transaction}/${slot}`,
  body: { transaction },
  expiresSlot: slot,
})

describe('transactionVerified', () => {
  const verified = (transaction: string, valid: boolean): Event => ({
    type: 'transactionVerified',
    transaction,
    valid,
  })

  test('TX-4: what is held is not taken twice, whatever its proof is worth', () => {
    const holding = started.holding('t1')
    expect(holding.refusals(verified('t1', true))).toEqual(['TransactionHeld'])
    expect(holding.refusals(verified('t1', false))).toEqual(['TransactionHeld', 'TransactionProofInvalid'])
  })

  test('TX-1: without a valid proof it is not held', () => {
    expect(started.refusals(verified('t1', false))).toEqual(['TransactionProofInvalid'])
  })

  test('TX-1: what is held stands ascending, however it came', () => {
    const held = started.holding('t2', 't1')
    expect(held.state).toEqual({ ...started.state, held: ['t1', 't2'] })
    expect(held.sent).toEqual([])
  })

  test('ATTEST-14: the last of what is missing begins the execution, in time and not after', () => {
    const asked = started.following()
    const waiting = asked.after(asked.receiving({ transactions: ['t1', 't2'] })).holding('t1')
    expect(waiting.sent).toEqual([])
    const execute = { parent: GENESIS, transactions: ['t1', 't2'], forced: 0 }
    expect(waiting.at(0, 'attest').holding('t2').sent).toEqual([
      { kind: 'execute', id: 'execute/-1:-/t1+t2/0', body: execute, expiresSlot: 0 },
    ])
    expect(waiting.at(0, 'publish').holding('t2').sent).toEqual([])
    expect(waiting.at(1).holding('t2').sent).toEqual([])
    expect(waiting.after(crash('kept')).holding('t2').sent).toEqual([])
  })
})

describe('receiveProposal', () => {
  test.each([
    ['MESSAGE-1', 'oversized', 'MessageOversized'],
    ['MESSAGE-2', 'version', 'VersionUnknown'],
    ['MESSAGE-3', 'domain', 'DomainMismatch'],
    ['MESSAGE-4', 'malformed', 'MessageMalformed'],
    ['MESSAGE-5', 'list', 'ListMismatch'],
    ['MESSAGE-7', 'signature', 'SignatureInvalid'],
  ] as const)('%s: of the form %s it is refused with %s', (_clause, form, refusal) => {
    expect(ready.refusals(ready.receiving({}, { form }))).toEqual([refusal])
  })

  test('MESSAGE-5, MESSAGE-7: of the right form it is looked at', () => {
    expect(ready.refusals(ready.receiving())).toEqual([])
  })

  test('FOLLOW-1: without a view it is refused, behind the view it is not', () => {
    expect(started.refusals(started.receiving())).toEqual(['NotFollowing'])
    const behind = started.following({ follows: 'behind' })
    expect(behind.refusals(behind.receiving())).toEqual([])
  })

  test('FOLLOW-5: under the alarm it is refused, and no longer once the alarm is over', () => {
    const alarmed = ready.following({ alarm: true })
    expect(alarmed.refusals(alarmed.receiving())).toEqual(['AlarmRaised'])
    const over = alarmed.following({ alarm: false })
    expect(over.refusals(over.receiving())).toEqual([])
  })

  test('ATTEST-1: while fallback is in force it is refused', () => {
    const fallback = ready.following({ fallback: true })
    expect(fallback.refusals(fallback.receiving())).toEqual(['FallbackActive'])
  })

  test('ATTEST-2: in slot 0 a member of its committee, in slot 1 of another', () => {
    const relieved = under('relieved').following()
    expect(relieved.refusals(relieved.receiving())).toEqual([])
    expect(relieved.at(1).refusals(relieved.at(1).receiving())).toEqual(['NotMember'])
  })

  test('ATTEST-3: in slot 1 proposals for slots 0 and 2 are refused', () => {
    const second = ready.at(1)
    for (const slot of [0, 2])
      expect(second.refusals(second.receiving({ slot, timestampSlot: slot }))).toEqual(['SlotNotCurrent'])
    expect(second.refusals(second.receiving({ slot: 1, timestampSlot: 1 }))).toEqual([])
  })

  test('ATTEST-4: in the phases build and attest, not in publish and closed', () => {
    const refusals = (['build', 'attest', 'publish', 'closed'] as const).map((phase) =>
      ready.at(0, phase).refusals(ready.receiving()),
    )
    expect(refusals).toEqual([[], [], ['AttestingClosed'], ['AttestingClosed']])
  })

  test('ATTEST-5: the timestamp of another slot is refused', () => {
    expect(ready.refusals(ready.receiving({ timestampSlot: 1 }))).toEqual(['TimestampMismatch'])
  })

  test('ATTEST-6: signed by the proposer of the next slot or by a stranger it is refused', () => {
    for (const signer of ['m2', 'm3', 'stranger'])
      expect(ready.refusals(ready.receiving({}, { signer }))).toEqual(['SignerNotProposer'])
    expect(ready.at(1).refusals(ready.at(1).receiving({}, { signer: 'm2' }))).toEqual([])
  })

  test('ATTEST-7: after a start with an empty store in slot 0, refused in slot 0 and not in slot 1', () => {
    const lost = ready.after(crash('lost')).following()
    expect(lost.refusals(lost.receiving())).toEqual(['StartTooRecent'])
    expect(lost.at(1).refusals(lost.at(1).receiving())).toEqual([])
  })

  test('ATTEST-8: the second proposal of a slot is refused, also if the first cannot be signed', () => {
    const wrong = ready.after(ready.receiving({ root: ['wrong'] }))
    expect(wrong.refusals(wrong.result())).toEqual(['RootMismatch'])
    expect(wrong.refusals(wrong.receiving())).toEqual(['ProposalInWork'])
  })

  test('ATTEST-8: after a crash the same may be begun again, and in the next slot another', () => {
    const again = working.after(crash('kept')).following()
    expect(again.refusals(again.receiving())).toEqual([])
    expect(working.at(1).refusals(working.at(1).receiving())).toEqual([])
  })

  test('ATTEST-9: on any other parent than the own tip it is refused', () => {
    const tip = { slot: 0, root: ['t1'] }
    const second = ready.following({ tip }).at(1)
    for (const parent of [GENESIS, { slot: 0, root: ['stale'] }])
      expect(second.refusals(second.receiving({ parent, transactions: ['t2'] }))).toEqual(['ParentNotTip'])
    expect(second.refusals(second.receiving({ transactions: ['t2'] }))).toEqual([])
  })

  test('ATTEST-10: signed in slot 0, nothing else is signed in it, whatever crashes and whatever L1 does', () => {
    const tip = { slot: -1, root: ['other'] }
    for (const later of [signed, signed.after(crash('kept')).following(), signed.following({ tip })])
      expect(later.refusals(later.receiving({ transactions: ['t2'] }))).toEqual(['AlreadySigned'])
    expect(signed.refusals(signed.receiving())).toEqual(['AlreadySigned'])
    expect(signed.at(1).refusals(signed.at(1).receiving())).toEqual([])
  })

  test('ATTEST-11: with a block of slot 0 in the view no second one for slot 0 is taken', () => {
    const taken = ready.following({ tip: { slot: 0, root: ['t1'] } })
    expect(taken.refusals(taken.receiving({ transactions: ['t2'] }))).toEqual(['SlotTaken'])
    expect(taken.at(1).refusals(taken.at(1).receiving({ transactions: ['t2'] }))).toEqual([])
  })

  test('ATTEST-12: more forced ones than wait', () => {
    const one = queued('t1')
    expect(one.refusals(one.receiving(list(2, 't1', 't2')))).toEqual(['ForcedBeyondQueue'])
    expect(one.refusals(one.receiving(list(1, 't1', 't2')))).toEqual([])
  })

  test('ATTEST-12: tx1 and tx2 due, [tx1, other] and [tx2, tx1]', () => {
    const two = queued('t1', 't2')
    expect(two.refusals(two.receiving(list(1, 't1', 't3')))).toEqual([
      'ForcedTransactionsDue',
      'ForcedBelowMinimum',
    ])
    expect(two.refusals(two.receiving(list(2, 't2', 't1')))).toEqual(['ForcedHashMismatch'])
    expect(two.refusals(two.receiving(list(2, 't1', 't2', 't3')))).toEqual([])
  })

  test('ATTEST-12: with m = 2 and three due, one is too few and two are not', () => {
    const three = queued('t1', 't2', 't1')
    expect(three.refusals(three.receiving(list(1, 't1')))).toEqual(['ForcedBelowMinimum'])
    expect(three.refusals(three.receiving(list(2, 't1', 't2')))).toEqual([])
    expect(three.refusals(three.receiving(list(2, 't1', 't2', 't3')))).toEqual(['ForcedTransactionsDue'])
  })

  test('ATTEST-13: an empty list, and one that is too short and not forced', () => {
    expect(ready.refusals(ready.receiving(list(0)))).toEqual(['TooFewTransactions'])
    const none = queued()
    expect(none.refusals(none.receiving(list(0, 't1')))).toEqual(['TooFewTransactions'])
    const one = queued('t1')
    expect(one.refusals(one.receiving(list(1, 't1')))).toEqual([])
  })

  test('ATTEST-13: [t1, t1] is refused, unless both are forced', () => {
    expect(ready.refusals(ready.receiving(list(0, 't1', 't1')))).toEqual(['TransactionTwice'])
    const twice = queued('t1', 't1')
    expect(twice.refusals(twice.receiving(list(2, 't1', 't1')))).toEqual([])
  })

  test('ATTEST-14: what is missing is requested in order, and nothing is executed', () => {
    const asked = started.following().holding('t2')
    const event = asked.receiving({ transactions: ['t3', 't2', 't1'] })
    const waiting = asked.after(event)
    expect(waiting.state).toEqual({ ...asked.state, work: event.proposal })
    expect(waiting.sent).toEqual([request('t3', 0), request('t1', 0)])
    expect(waiting.refusals(waiting.result())).toContain('NothingExecuting')
  })

  test('ATTEST-14: where everything is held it is executed at once', () => {
    expect(working.state).toEqual({ ...ready.state, work: ready.proposal() })
    expect(working.sent).toEqual([
      {
        kind: 'execute',
        id: 'execute/-1:-/t1/0',
        body: { parent: GENESIS, transactions: ['t1'], forced: 0 },
        expiresSlot: 0,
      },
    ])
  })

  test('TX-8: what is forced is not asked for', () => {
    const one = queued('t9')
    expect(one.after(one.receiving(list(1, 't9'))).sent.map(({ kind }) => kind)).toEqual(['execute'])
  })

  test('ATTEST-21: what the parent includes need not be held', () => {
    const second = started
      .following({ tip: { slot: 0, root: ['t1'] } })
      .holding('t2')
      .at(1)
    expect(second.after(second.receiving({ transactions: ['t2'] })).sent.map(({ kind }) => kind)).toEqual([
      'execute',
    ])
  })

  test('MESSAGE-1, ATTEST-1 to ATTEST-13: the refusals stand in the order of the page', () => {
    const lost = started.after(crash('lost'))
    expect(
      lost
        .at(0, 'closed')
        .refusals(
          lost.receiving(
            { slot: -1, timestampSlot: 1, parent: { slot: 0, root: [] }, ...list(2, 't1', 't1', 't1') },
            { form: 'oversized', signer: 'stranger' },
          ),
        ),
    ).toEqual([
      'MessageOversized',
      'NotFollowing',
      'SlotNotCurrent',
      'AttestingClosed',
      'TimestampMismatch',
      'SignerNotProposer',
      'StartTooRecent',
      'ParentNotTip',
      'SlotTaken',
      'ForcedBeyondQueue',
      'TransactionTwice',
    ])
  })
})

describe('executed', () => {
  test('ATTEST-15: a result of another parent, list or number of forced ones signs nothing', () => {
    for (const change of [
      { parent: { slot: -1, root: ['stale'] } },
      { transactions: [] },
      { transactions: ['t2'] },
      { forced: 1 },
    ])
      expect(working.refusals(working.result(change))).toEqual(['NothingExecuting'])
    expect(working.refusals(working.result())).toEqual([])
  })

  test('ATTEST-15: a result of slot 0 that comes in slot 1 signs nothing', () => {
    expect(working.at(1).refusals(working.result())).toEqual(['NothingExecuting'])
  })

  test('FOLLOW-5: raised between receipt and result, the alarm keeps it from being signed', () => {
    const alarmed = working.following({ alarm: true })
    expect(alarmed.refusals(alarmed.result())).toEqual(['AlarmRaised'])
  })

  test('ATTEST-1: in fallback it is not signed', () => {
    const fallback = working.following({ fallback: true })
    expect(fallback.refusals(fallback.result())).toEqual(['FallbackActive'])
  })

  test('ATTEST-4: signed in the phase attest and not in publish', () => {
    expect(working.at(0, 'attest').refusals(working.result())).toEqual([])
    expect(working.at(0, 'publish').refusals(working.result())).toEqual(['AttestingClosed'])
  })

  test('ATTEST-9: when the tip has moved it is not signed', () => {
    const moved = working.following({ tip: { slot: 0, root: ['t1'] } })
    expect(moved.refusals(moved.result())).toEqual(['ParentNotTip'])
  })

  test('ATTEST-16: what the parent includes cannot be executed', () => {
    const second = ready.following({ tip: { slot: 0, root: ['t1'] } }).at(1)
    const spent = second.after(second.receiving())
    expect(spent.refusals(spent.result())).toEqual(['NotExecutable'])
    const fresh = second.after(second.receiving({ transactions: ['t2'] }))
    expect(fresh.refusals(fresh.result())).toEqual([])
  })

  test('ATTEST-17: other versioned hashes than those of the computed body are not signed', () => {
    const other = ready.after(ready.receiving({ blobs: 'other' }))
    expect(other.refusals(other.result())).toEqual(['BlobHashesMismatch'])
  })

  test('ATTEST-18: another root than the computed one is not signed', () => {
    const other = ready.after(ready.receiving({ root: ['t1', 't2'] }))
    expect(other.refusals(other.result())).toEqual(['RootMismatch'])
  })

  test('ATTEST-19: what passes is recorded and its attestation sent in the same step', () => {
    const proposal = working.state.work
    expect(signed.state).toEqual({ ...working.state, signed: proposal, work: NO_PROPOSAL })
    expect(signed.sent).toEqual([{ kind: 'send', id: 'attestation/m3/0', body: proposal, expiresSlot: 0 }])
  })

  test('ATTEST-15: nothing is executing after a crash', () => {
    const back = working.after(crash('kept')).following()
    expect(back.refusals(working.result())).toEqual(['NothingExecuting'])
  })
})

describe('tick, follow and crash', () => {
  test('ATTEST-10: a crash with a store that is kept forgets the view and the work, and sends nothing', () => {
    const crashed = signed.after(crash('kept'))
    expect(crashed.state).toEqual({ ...signed.state, view: NO_VIEW, work: NO_PROPOSAL })
    expect(crashed.sent).toEqual([])
  })

  test('ATTEST-7: one with a store that is lost forgets all, and signs from the next slot on', () => {
    expect(signed.at(1, 'attest').after(crash('lost')).state).toEqual({
      ...started.state,
      slot: 1,
      phase: 'attest',
      signsFrom: 2,
    })
  })

  test('TIME-3: time moves the phase and the slot, and nothing else', () => {
    expect(working.at(1).state).toEqual({ ...working.state, slot: 1 })
    expect(working.at(0, 'attest').sent).toEqual([])
  })

  test('FOLLOW-1: a report replaces the one before', () => {
    const view = { ...NO_VIEW, follows: 'behind' as const, queue: ['t1'] }
    const reported = working.after({ type: 'follow', view })
    expect([reported.state, reported.sent]).toEqual([{ ...working.state, view }, []])
  })
})
