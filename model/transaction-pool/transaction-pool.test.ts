import { describe, expect, test } from 'vitest'
import { loadPoolPreset, type PoolProfile } from '../../spec/poolParameters.ts'
import { receipt, result, Scenario } from './scenario.ts'
import { type Event, NO_POOL_VIEW } from './vocabulary.ts'

const [gossip, serve, spend] = loadPoolPreset().profiles as [PoolProfile, PoolProfile, PoolProfile]
/** At most two wait, and of a peer one is verified at a time. */
const started = Scenario.deployed({ ...gossip, parameters: { ...gossip.parameters, poolMaximum: 2 } })
/** Of a peer two are verified at a time, and users and the stash send, too. */
const serving = Scenario.deployed({ ...serve, parameters: { ...serve.parameters, verifyingMaximum: 2 } })
/** t1 and t2 have one nullifier; one may wait, and of a peer two are verified at a time. */
const spending = Scenario.deployed(spend)

const leave = (from: string): Event => ({ type: 'leave', from })
const ask = (transaction: string): Event => ({ type: 'ask', transaction })
const release = (...transactions: string[]): Event => ({ type: 'release', transactions })
const crash = (store: 'kept' | 'lost'): Event => ({ type: 'crash', store })
const copy = (transaction: string, from: string, proof = 'a') => ({ transaction, proof, from })
const tell = (transaction: string) => ({
  kind: 'tell',
  id: `held/${transaction}`,
  body: { transaction },
  expiresSlot: -1,
})
const toAll = (transaction: string) => ({
  kind: 'send',
  id: `transaction/${transaction}`,
  body: { transaction, to: 'all' },
  expiresSlot: -1,
})

const messages = [
  ['MESSAGE-1', 'oversized', 'MessageOversized'],
  ['MESSAGE-2', 'version', 'VersionUnknown'],
  ['MESSAGE-3', 'domain', 'DomainMismatch'],
  ['MESSAGE-4', 'malformed', 'MessageMalformed'],
] as const

describe('receiveTransaction', () => {
  test.each(messages)('%s: of the form %s it is refused with %s', (_clause, form, refusal) => {
    expect(started.refusals(receipt('t1', 'p1', { form }))).toEqual([refusal])
  })

  test('TX-4: what is stored is not verified again, whoever sends it', () => {
    const held = started.holding('p1', 't1')
    for (const from of ['p1', 'p2']) expect(held.refusals(receipt('t1', from))).toEqual(['TransactionHeld'])
    expect(held.refusals(receipt('t2', 'p1'))).toEqual([])
  })

  test('TX-4: nor with another proof', () => {
    const held = started.holding('p1', 't1')
    expect(held.refusals(receipt('t1', 'p2', { proof: 'b' }))).toEqual(['TransactionHeld'])
  })

  test('TX-19: while one of a sender is verified the same one is refused of him alone', () => {
    const verifying = serving.verifying('p1', 't1')
    expect(verifying.refusals(receipt('t1', 'p1'))).toEqual(['VerificationPending'])
    for (const from of ['p2', 'user', 'stash']) expect(verifying.refusals(receipt('t1', from))).toEqual([])
    expect(verifying.refusals(receipt('t2', 'p1'))).toEqual([])
  })

  test('TX-19: one with another proof is not refused, whoever sends it', () => {
    const verifying = serving.verifying('p1', 't1')
    for (const from of ['p1', 'p2'])
      expect(verifying.refusals(receipt('t1', from, { proof: 'b' }))).toEqual([])
    const both = verifying.after(receipt('t1', 'p1', { proof: 'b' }))
    expect(both.state.verifying).toEqual([copy('t1', 'p1'), copy('t1', 'p1', 'b')])
  })

  test('TX-19: also if it was asked for', () => {
    const verifying = serving.after(ask('t1')).verifying('p1', 't1')
    expect(verifying.refusals(receipt('t1', 'p1'))).toEqual(['VerificationPending'])
  })

  test('TX-5: what is spent at the own tip is refused unless it was asked for', () => {
    const spent = started.following({ root: ['t1'] })
    expect(spent.refusals(receipt('t1', 'p1'))).toEqual(['NullifierSpent'])
    expect(spent.refusals(receipt('t2', 'p1'))).toEqual([])
    expect(spent.after(ask('t1')).refusals(receipt('t1', 'p1'))).toEqual([])
    expect(spent.following({ root: [] }).refusals(receipt('t1', 'p1'))).toEqual([])
  })

  test('TX-5: what is final is refused, asked for or not', () => {
    const final = started.following({ root: ['t1'], final: ['t1'] })
    expect(final.refusals(receipt('t1', 'p1'))).toEqual(['NullifierSpent'])
    expect(final.after(ask('t1')).refusals(receipt('t1', 'p1'))).toEqual(['NullifierSpent'])
    expect(final.refusals(receipt('t2', 'p1'))).toEqual([])
  })

  test('TX-5, TX-13: so is what spends the same, asked for or not', () => {
    const spent = spending.following({ root: ['t1'] })
    expect(spent.refusals(receipt('t2', 'p1'))).toEqual(['NullifierSpent'])
    expect(spent.refusals(receipt('t3', 'p1'))).toEqual([])
    expect(spent.after(ask('t2')).refusals(receipt('t2', 'p1'))).toEqual([])
    const final = spent.following({ final: ['t1'] })
    expect(final.after(ask('t2')).refusals(receipt('t2', 'p1'))).toEqual(['NullifierSpent'])
  })

  test('TX-12, TX-13: what the own tip has spent does not wait, and waits again without it', () => {
    const held = spending.holding('p1', 't2')
    expect(held.refusals(receipt('t3', 'p1'))).toEqual(['PoolFull'])
    const spent = held.following({ root: ['t1'] })
    expect(spent.refusals(receipt('t3', 'p1'))).toEqual([])
    expect(spent.following({ root: [] }).refusals(receipt('t3', 'p1'))).toEqual(['PoolFull'])
  })

  test('TX-5: after a slot nothing counts as asked for', () => {
    const spent = serving.following({ root: ['t2'] }).after(ask('t2'))
    expect(spent.refusals(receipt('t2', 'p1'))).toEqual([])
    expect(spent.at(1).refusals(receipt('t2', 'p1'))).toEqual(['NullifierSpent'])
  })

  test('TX-12: with two waiting the third is refused unless it was asked for', () => {
    const full = started.holding('p1', 't1', 't2')
    expect(full.refusals(receipt('t3', 'p1'))).toEqual(['PoolFull'])
    expect(full.after(ask('t3')).refusals(receipt('t3', 'p1'))).toEqual([])
    expect(started.holding('p1', 't1').refusals(receipt('t3', 'p1'))).toEqual([])
  })

  test('TX-12: what has had its effects at the own tip does not wait', () => {
    const full = started.holding('p1', 't1', 't2')
    expect(full.following({ root: ['t1'] }).refusals(receipt('t3', 'p1'))).toEqual([])
    // After a start there is no view, and everything that is stored waits.
    const restarted = full.following({ root: ['t1'] }).after(crash('kept'))
    expect(restarted.refusals(receipt('t3', 'p1'))).toEqual(['PoolFull'])
  })

  test('TX-12: a verification that was begun before goes on, and what is forced is always taken', () => {
    const begun = started.holding('p1', 't1').verifying('p1', 't2').verifying('p2', 't3')
    const more = begun.after(result('t2', 'p1'), result('t3', 'p2'))
    expect(more.state.stored).toEqual(['t1', 't2', 't3'])
    const forced = started.holding('p1', 't1', 't2').following({ queue: ['t3'] })
    expect(forced.state.stored).toEqual(['t1', 't2', 't3'])
  })

  test('TX-14: of a peer one is verified at a time, and what was asked for beside it', () => {
    const busy = started.verifying('p1', 't1')
    expect(busy.refusals(receipt('t2', 'p1'))).toEqual(['SenderBusy'])
    expect(busy.refusals(receipt('t2', 'p2'))).toEqual([])
    expect(busy.after(ask('t2')).refusals(receipt('t2', 'p1'))).toEqual([])
  })

  test('TX-14: of what was asked for a peer has one proof verified beyond the bound', () => {
    const asked = started.after(ask('t1')).verifying('p1', 't1')
    expect(asked.refusals(receipt('t1', 'p1', { proof: 'b' }))).toEqual(['SenderBusy'])
    expect(asked.refusals(receipt('t1', 'p2', { proof: 'b' }))).toEqual([])
    // Within the bound there may be several.
    const free = serving.after(ask('t1')).verifying('p1', 't1')
    expect(free.refusals(receipt('t1', 'p1', { proof: 'b' }))).toEqual([])
  })

  test('TX-14: a user and the stash of the node are not bounded', () => {
    const single = Scenario.deployed({ ...serve, parameters: { ...serve.parameters, verifyingMaximum: 0 } })
    expect(single.refusals(receipt('t1', 'p1'))).toEqual(['SenderBusy'])
    for (const from of ['user', 'stash']) expect(single.refusals(receipt('t1', from))).toEqual([])
  })

  test('MESSAGE-1, TX-4 to TX-19: the refusals stand in the order of the page', () => {
    const busy = started.verifying('p1', 't1').following({ root: ['t1'], queue: ['t2', 't3'] })
    expect(busy.refusals(receipt('t1', 'p1', { form: 'domain' }))).toEqual([
      'DomainMismatch',
      'VerificationPending',
      'NullifierSpent',
      'PoolFull',
      'SenderBusy',
    ])
  })

  test('TX-1: what is taken is verified, and not stored before', () => {
    const received = started.verifying('p1', 't1')
    expect(received.state).toEqual({ ...started.state, verifying: [copy('t1', 'p1')] })
    expect(received.sent).toEqual([
      { kind: 'verify', id: 'verify/t1/a/p1', body: copy('t1', 'p1'), expiresSlot: -1 },
    ])
  })

  test('TX-19: what is verified stands ascending by transaction, then by proof, then by sender', () => {
    const received = serving
      .verifying('user', 't2', 't1')
      .verifying('p2', 't1')
      .verifying('stash', 't1')
      .after(receipt('t1', 'p2', { proof: 'b' }))
      .verifying('p1', 't2', 't1')
    expect(received.state.verifying).toEqual([
      ...['p1', 'p2', 'stash', 'user'].map((from) => copy('t1', from)),
      copy('t1', 'p2', 'b'),
      ...['p1', 'user'].map((from) => copy('t2', from)),
    ])
  })
})

describe('verified', () => {
  test('TX-15: the result of what is not verified is refused', () => {
    const verifying = serving.verifying('p1', 't1')
    expect(verifying.refusals(result('t1', 'p2'))).toEqual(['NothingVerifying'])
    expect(verifying.refusals(result('t2', 'p1'))).toEqual(['NothingVerifying'])
    expect(verifying.refusals(result('t1', 'p1', { proof: 'b' }))).toEqual(['NothingVerifying'])
    expect(verifying.refusals(result('t1', 'p2', { valid: false }))).toEqual([
      'NothingVerifying',
      'TransactionProofInvalid',
    ])
  })

  test('TX-1, TX-14: a wrong proof is refused, and keeps its place', () => {
    const verifying = started.verifying('p1', 't1')
    expect(verifying.refusals(result('t1', 'p1', { valid: false }))).toEqual(['TransactionProofInvalid'])
    expect(verifying.refusals(receipt('t2', 'p1'))).toEqual(['SenderBusy'])
    expect(verifying.refusals(result('t1', 'p1'))).toEqual([])
  })

  test('TX-1, TX-2, TX-15: a right one is stored, told and sent, and the verification is over for all', () => {
    const verifying = serving.holding('p1', 't2').verifying('p1', 't1').verifying('p2', 't1')
    const held = verifying.after(result('t1', 'p2'))
    expect(held.state).toEqual({ ...verifying.state, stored: ['t1', 't2'], verifying: [] })
    expect(held.sent).toEqual([
      { kind: 'tell', id: 'held/t1', body: { transaction: 't1' }, expiresSlot: -1 },
      { kind: 'send', id: 'transaction/t1', body: { transaction: 't1', to: 'all' }, expiresSlot: -1 },
    ])
    expect(held.refusals(result('t1', 'p1'))).toEqual(['NothingVerifying'])
  })

  test('TX-15: of other transactions of the sender the verification goes on', () => {
    const held = serving.verifying('p1', 't1', 't2').after(result('t1', 'p1'))
    expect(held.state.verifying).toEqual([copy('t2', 'p1')])
  })

  test('TX-2: what a user hands in is sent like what a peer sends', () => {
    const sent = (from: string) => serving.holding(from, 't1').sent
    expect(sent('user')).toEqual(sent('p1'))
  })

  test('TX-7: what the stash hands in is stored and told, and not sent', () => {
    const stashed = serving.holding('stash', 't2', 't1')
    expect(stashed.state).toMatchObject({ stored: ['t1', 't2'], stashed: ['t1', 't2'], verifying: [] })
    expect(stashed.sent).toEqual([
      { kind: 'tell', id: 'held/t1', body: { transaction: 't1' }, expiresSlot: -1 },
    ])
  })

  test('TX-7, TX-2: what L1 showed meanwhile is not stashed, but sent', () => {
    const verifying = serving.verifying('stash', 't1')
    const shown = verifying.following({ root: ['t1'] }).after(result('t1', 'stash'))
    expect(shown.state).toMatchObject({ stored: ['t1'], stashed: [] })
    expect(shown.sent).toEqual([tell('t1'), toAll('t1')])
  })

  test('TX-7: who is first decides whether it is stashed', () => {
    const both = serving.verifying('stash', 't1').verifying('p1', 't1')
    expect(both.after(result('t1', 'p1')).state).toMatchObject({ stashed: [], verifying: [] })
    expect(both.after(result('t1', 'stash')).state).toMatchObject({ stashed: ['t1'], verifying: [] })
  })

  test('TX-16: what came is not asked for any more', () => {
    const asked = started.after(ask('t2'), ask('t1')).holding('p1', 't2')
    expect(asked.state.asked).toEqual(['t1'])
  })
})

describe('leave', () => {
  test('TX-15: nothing of who left is verified, of others it is', () => {
    const verifying = serving.verifying('p1', 't1', 't2').verifying('p2', 't1')
    const left = verifying.after(leave('p1'))
    expect(left.state).toEqual({ ...verifying.state, verifying: [copy('t1', 'p2')] })
    expect(left.sent).toEqual([])
    expect(left.refusals(result('t1', 'p1'))).toEqual(['NothingVerifying'])
    expect(left.refusals(receipt('t2', 'p1'))).toEqual([])
  })

  test('TX-17: what was answered stays answered', () => {
    const answered = serving.holding('p2', 't1').after(serving.request('t1', 'p1'))
    expect(answered.after(leave('p1')).state).toEqual(answered.state)
  })
})

describe('ask', () => {
  test('TX-16: what is stored is told, stashed or not and as often as a role lacks it, and nothing changes', () => {
    const held = serving.holding('stash', 't1').holding('p1', 't2')
    for (const transaction of ['t1', 't2', 't1']) {
      const told = held.after(ask(transaction))
      expect([told.state, told.sent]).toEqual([held.state, [tell(transaction)]])
      expect(told.refusals(ask(transaction))).toEqual([])
    }
  })

  test('TX-16: one is asked for once a slot', () => {
    const asked = serving.after(ask('t2'))
    expect(asked.refusals(ask('t2'))).toEqual(['AlreadyAsked'])
    expect(asked.refusals(ask('t1'))).toEqual([])
    expect(asked.at(1).refusals(ask('t2'))).toEqual([])
  })

  test('TX-16, MESSAGE-10: it is recorded, ascending, and a request is sent to all', () => {
    const asked = serving.at(1).after(ask('t2'), ask('t1'))
    expect(asked.state).toEqual({ ...serving.state, slot: 1, asked: ['t1', 't2'] })
    expect(asked.sent).toEqual([
      { kind: 'send', id: 'request/t1/1', body: { transaction: 't1', to: 'all' }, expiresSlot: 1 },
    ])
  })

  test('TX-16: what is verified and did not come can be asked for', () => {
    expect(started.verifying('p1', 't1').refusals(ask('t1'))).toEqual([])
  })
})

describe('release', () => {
  test('TX-7, MESSAGE-10: what was stashed is sent in the order of the list, once, and stored as before', () => {
    const stashed = serving.holding('stash', 't1', 't2').after(release('t2', 't9', 't1', 't2'))
    expect(stashed.state).toMatchObject({ stored: ['t1', 't2'], stashed: [] })
    expect(stashed.sent).toEqual(
      ['t2', 't1'].map((transaction) => ({
        kind: 'send',
        id: `transaction/${transaction}`,
        expiresSlot: -1,
        body: { transaction, to: 'all' },
      })),
    )
  })

  test('TX-7: what the list does not have stays stashed', () => {
    const stashed = serving.holding('stash', 't1', 't2')
    expect(stashed.after(release('t2')).state.stashed).toEqual(['t1'])
    expect(stashed.after(release()).state).toEqual(stashed.state)
  })

  test('TX-2: what is not stashed is not sent, stored or not', () => {
    const held = serving.holding('p1', 't1').after(release('t1', 't2'))
    expect(held.sent).toEqual([])
  })
})

describe('receiveRequest', () => {
  const held = serving.holding('p2', 't1')

  test.each(messages)('%s: of the form %s it is refused with %s', (_clause, form, refusal) => {
    expect(held.refusals(held.request('t1', 'p1', { form }))).toEqual([refusal])
  })

  test('TX-17: a request of another slot is refused', () => {
    expect(held.refusals(held.request('t1', 'p1', { slot: 1 }))).toEqual(['SlotNotCurrent'])
    expect(held.at(1).refusals(held.request('t1', 'p1'))).toEqual(['SlotNotCurrent'])
    expect(held.at(1).refusals(held.request('t1', 'p1', { slot: 1 }))).toEqual([])
  })

  test('TX-18: what is not stored is not answered', () => {
    expect(held.refusals(held.request('t2', 'p1'))).toEqual(['TransactionNotHeld'])
    expect(held.verifying('p1', 't2').refusals(held.request('t2', 'p1'))).toEqual(['TransactionNotHeld'])
    expect(held.refusals(held.request('t1', 'p1'))).toEqual([])
  })

  test('TX-7, TX-18: what is stashed is not answered before it is released', () => {
    const stashed = serving.holding('stash', 't1')
    expect(stashed.refusals(stashed.request('t1', 'p1'))).toEqual(['TransactionNotHeld'])
    expect(stashed.after(release('t1')).refusals(stashed.request('t1', 'p1'))).toEqual([])
  })

  test('TX-17: a peer is answered once a slot for each transaction', () => {
    const answered = held.holding('p2', 't2').after(held.request('t1', 'p1'))
    expect(answered.refusals(held.request('t1', 'p1'))).toEqual(['RequestAnswered'])
    expect(answered.refusals(held.request('t1', 'p2'))).toEqual([])
    expect(answered.refusals(held.request('t2', 'p1'))).toEqual([])
    expect(answered.at(1).refusals(answered.at(1).request('t1', 'p1'))).toEqual([])
  })

  test('MESSAGE-1, TX-17, TX-18: the refusals stand in the order of the page', () => {
    // Answered, then dropped: of this slot both are known.
    const dropped = held.after(held.request('t1', 'p1')).following({ root: ['t1'], final: ['t1'] })
    expect(dropped.refusals(dropped.request('t1', 'p1', { form: 'version', slot: 1 }))).toEqual([
      'VersionUnknown',
      'SlotNotCurrent',
      'TransactionNotHeld',
      'RequestAnswered',
    ])
  })

  test('TX-17, TX-18, MESSAGE-10: the answer is recorded and goes to who asked', () => {
    const later = held.at(1)
    const answered = later.after(later.request('t1', 'p2'))
    expect(answered.state).toEqual({ ...later.state, answered: [{ transaction: 't1', to: 'p2' }] })
    expect(answered.sent).toEqual([
      { kind: 'send', id: 'answer/t1/p2/1', body: { transaction: 't1', to: 'p2' }, expiresSlot: 1 },
    ])
  })

  test('TX-17: answers stand ascending by transaction, then by peer', () => {
    const both = held.holding('p1', 't2')
    const pairs = [
      ['t2', 'p1'],
      ['t1', 'p2'],
      ['t1', 'p1'],
    ] as const
    const answered = both.after(...pairs.map(([transaction, from]) => both.request(transaction, from)))
    expect(answered.state.answered).toEqual([
      { transaction: 't1', to: 'p1' },
      { transaction: 't1', to: 'p2' },
      { transaction: 't2', to: 'p1' },
    ])
  })
})

describe('follow', () => {
  test('TX-8: what is forced is stored and told, each once and ascending', () => {
    const queue = ['t3', 't1', 't3']
    const followed = started.holding('p1', 't2').following({ queue })
    expect(followed.state).toEqual({
      ...started.state,
      stored: ['t1', 't2', 't3'],
      view: { ...NO_POOL_VIEW, queue },
    })
    expect(followed.sent).toEqual([tell('t1'), tell('t3')])
    expect(followed.following({ queue }).sent).toEqual([])
  })

  test('TX-10: what is in the root is kept, what is final is dropped', () => {
    const held = started.holding('p1', 't1', 't2')
    const root = ['t2', 't1']
    expect(held.following({ root }).state.stored).toEqual(['t1', 't2'])
    expect(held.following({ root, final: ['t1'] }).state.stored).toEqual(['t2'])
  })

  test('TX-8, TX-10: what is forced again and final is not stored', () => {
    const followed = started.following({ root: ['t1'], final: ['t1'], queue: ['t1', 't2'] })
    expect(followed.state.stored).toEqual(['t2'])
    expect(followed.sent).toEqual([tell('t2')])
  })

  test('TX-7: what L1 shows, in a block or in the queue, is stashed no more, and sent', () => {
    const stashed = serving.holding('stash', 't1', 't2')
    for (const view of [{ root: ['t1'] }, { queue: ['t1'] }]) {
      const shown = stashed.following(view)
      expect([shown.state.stashed, shown.sent]).toEqual([['t2'], [toAll('t1')]])
    }
  })

  test('TX-2, TX-7: what is final by then is dropped, and not sent', () => {
    const shown = serving.holding('stash', 't1', 't2').following({ root: ['t1', 't2'], final: ['t1'] })
    expect([shown.state.stashed, shown.state.stored]).toEqual([[], ['t2']])
    expect(shown.sent).toEqual([toAll('t2')])
  })

  test('TX-13: what spends the same as what is final is over: it is not stored, told, sent, verified or asked for', () => {
    const view = { root: ['t1'], final: ['t1'] }
    const both = spending.verifying('stash', 't2').holding('p1', 't1').after(result('t2', 'stash'))
    expect(both.following({ root: ['t1'] }).state.stored).toEqual(['t1', 't2'])
    const forced = both.following({ ...view, queue: ['t2'] })
    expect([forced.state.stored, forced.state.stashed, forced.sent]).toEqual([[], [], []])
    const coming = spending.after(ask('t2')).verifying('p1', 't2').verifying('p1', 't3').following(view)
    expect(coming.state.asked).toEqual([])
    expect(coming.state.verifying).toEqual([copy('t3', 'p1')])
  })

  test('TX-7, TX-8: what is told stands before what is sent, each ascending', () => {
    const stashed = serving
      .holding('stash', 't1', 't3')
      .following({ root: ['t3', 't1'], queue: ['t4', 't2'] })
    expect(stashed.sent).toEqual([tell('t2'), tell('t4'), toAll('t1'), toAll('t3')])
  })

  test('TX-5, TX-15: what is final is neither verified nor asked for any more', () => {
    const before = serving.after(ask('t1'), ask('t2')).verifying('p1', 't1', 't2')
    const final = before.following({ root: ['t1', 't2'], final: ['t1'] })
    expect(final.state).toMatchObject({ stored: [], verifying: [copy('t2', 'p1')], asked: ['t2'] })
    expect(final.refusals(result('t1', 'p1'))).toEqual(['NothingVerifying'])
    expect(final.sent).toEqual([])
  })

  test('TX-8, TX-15, TX-16: what the queue brought is neither verified nor asked for any more', () => {
    const before = serving.after(ask('t1'), ask('t2')).verifying('p1', 't1', 't2').verifying('p2', 't1')
    const followed = before.following({ queue: ['t1'] })
    expect(followed.state).toMatchObject({ verifying: [copy('t2', 'p1')], asked: ['t2'] })
    expect(followed.refusals(result('t1', 'p1'))).toEqual(['NothingVerifying'])
  })

  test('FOLLOW-1: a report replaces the one before, and what it does not say stays', () => {
    const before = serving.holding('p1', 't1').after(serving.request('t1', 'p1'), ask('t2'))
    const view = { root: ['t2'], final: [], queue: [] }
    expect(before.following({ queue: ['t1'] }).after({ type: 'follow', view }).state).toEqual({
      ...before.state,
      view,
    })
  })
})

describe('tick and crash', () => {
  const busy = serving
    .holding('p1', 't1')
    .after(serving.request('t1', 'p1'), ask('t2'))
    .verifying('p2', 't2')
    .following({ root: ['t1'] })

  test('TX-16, TX-17: a new slot forgets what was asked for and answered, and nothing else', () => {
    expect(busy.at(1).state).toEqual({ ...busy.state, slot: 1, asked: [], answered: [] })
    expect(busy.at(1).sent).toEqual([])
  })

  test('TX-7, TX-10: a crash with a store that is kept forgets what is not stored', () => {
    const stashed = busy.holding('stash', 't2')
    expect(stashed.after(crash('kept')).state).toEqual({
      ...serving.state,
      stored: ['t1', 't2'],
      stashed: ['t2'],
    })
    expect(busy.after(crash('kept')).refusals(result('t2', 'p2'))).toEqual(['NothingVerifying'])
  })

  test('TX-10: one with a store that is lost forgets all but the time', () => {
    const lost = busy.holding('stash', 't2').at(1).after(crash('lost'))
    expect([lost.state, lost.sent]).toEqual([{ ...serving.state, slot: 1 }, []])
  })
})
