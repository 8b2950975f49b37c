import { describe, expect, test } from 'vitest'
import { loadProposerPreset, type ProposerProfile } from '../../spec/nodeParameters.ts'
import { GENESIS, NO_PROPOSAL, NO_VIEW, type Proposal } from '../node/vocabulary.ts'
import { Scenario } from './scenario.ts'
import { type Event, type EventOf, NO_BUILDING } from './vocabulary.ts'

const profileOf = (wanted: string): ProposerProfile =>
  loadProposerPreset().profiles.find(({ name }) => name === wanted)!
const under = (profile: string, parameters: Partial<ProposerProfile['parameters']> = {}) => {
  const found = profileOf(profile)
  return Scenario.deployed({ ...found, parameters: { ...found.parameters, ...parameters } })
}

/** In this profile the node proposes in both slots, and holds t1 and t2 from the start. */
const started = under('collect')
const ready = started.following()
const build = (forced: number, ...transactions: string[]): EventOf<'build'> => ({
  type: 'build',
  transactions,
  forced,
})
const publish: Event = { type: 'publish' }
const crash = (store: 'kept' | 'lost'): Event => ({ type: 'crash', store })
const tip = { slot: 0, root: ['t1'] }

const building = ready.after(build(0, 't1'))
const proposed = ready.proposing(0, 't1')
const quorate = proposed.attestedBy('m1', 'm2', 'm3')
const published = quorate.after(publish)
const proposal: Proposal = {
  slot: 0,
  timestampSlot: 0,
  parent: GENESIS,
  transactions: ['t1'],
  forced: 0,
  root: ['t1'],
  blobs: 'match',
}
/** In the profile with a queue: level, and these wait. */
const queued = (...queue: string[]) => under('forced').following({ queue })

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
    const held = under('build').holding('t2', 't1')
    expect([held.state.held, held.sent]).toEqual([['t1', 't2'], []])
  })
})

describe('build', () => {
  test('FOLLOW-1, FOLLOW-9: without a view, or behind it, it is refused', () => {
    expect(started.refusals(build(0, 't1'))).toEqual(['NotFollowing'])
    expect(ready.following({ follows: 'behind' }).refusals(build(0, 't1'))).toEqual(['NotFollowing'])
    expect(ready.refusals(build(0, 't1'))).toEqual([])
  })

  test('FOLLOW-5: under the alarm it is refused', () => {
    expect(ready.following({ alarm: true }).refusals(build(0, 't1'))).toEqual(['AlarmRaised'])
  })

  test('BUILD-1: while fallback is in force it is refused', () => {
    expect(ready.following({ fallback: true }).refusals(build(0, 't1'))).toEqual(['FallbackActive'])
  })

  test('BUILD-2: the proposer of slot 1 does not build in slot 0', () => {
    const next = under('build').following().holding('t1')
    expect(next.refusals(build(0, 't1'))).toEqual(['NotProposer'])
    expect(next.at(1).refusals(build(0, 't1'))).toEqual([])
  })

  test('BUILD-4: in the phase build alone', () => {
    const refusals = (['build', 'attest', 'publish', 'closed'] as const).map((phase) =>
      ready.at(0, phase).refusals(build(0, 't1')),
    )
    expect(refusals).toEqual([[], ['BuildingClosed'], ['BuildingClosed'], ['BuildingClosed']])
  })

  test('BUILD-5: after a start with an empty store in slot 0, refused in slot 0 and not in slot 1', () => {
    const lost = ready.after(crash('lost')).following().holding('t1')
    expect(lost.refusals(build(0, 't1'))).toEqual(['StartTooRecent'])
    expect(lost.at(1).refusals(build(0, 't1'))).toEqual([])
  })

  test('BUILD-6: after one proposal no other is built in the slot, across a crash and another tip', () => {
    const moved = proposed.following({ tip: { slot: -1, root: ['other'] } })
    for (const later of [proposed, proposed.after(crash('kept')).following(), moved])
      expect(later.refusals(build(0, 't2'))).toEqual(['AlreadyProposed'])
    expect(proposed.at(1).refusals(build(0, 't2'))).toEqual([])
  })

  test('BUILD-7: while [t1] is executed nothing else is, unless the tip has moved', () => {
    expect(building.refusals(build(0, 't2'))).toEqual(['AlreadyBuilding'])
    const moved = building.following({ tip: { slot: -1, root: ['other'] } })
    expect(moved.refusals(build(0, 't2'))).toEqual([])
    expect(building.at(1).refusals(build(0, 't2'))).toEqual([])
  })

  test('BUILD-8: after the block of slot 0 landed no other is built on it in slot 0', () => {
    const landed = ready.following({ tip })
    expect(landed.refusals(build(0, 't2'))).toEqual(['SlotTaken'])
    expect(landed.at(1).refusals(build(0, 't2'))).toEqual([])
  })

  test('BUILD-9: with one waiting, one passes and two do not', () => {
    const one = queued('t1')
    expect(one.refusals(build(1, 't1', 't2'))).toEqual([])
    expect(one.refusals(build(2, 't1', 't2'))).toEqual(['ForcedBeyondQueue'])
  })

  test('BUILD-10: tx1 and tx2 wait, [tx2, tx1] is refused and [tx1, tx2] passes', () => {
    const two = queued('t1', 't2')
    expect(two.refusals(build(2, 't2', 't1'))).toEqual(['ForcedHashMismatch'])
    expect(two.refusals(build(2, 't1', 't2'))).toEqual([])
  })

  test('BUILD-11: tx1 and tx2 due, [tx1, other] is refused and [tx1, tx2, other] passes', () => {
    const two = queued('t1', 't2')
    expect(two.refusals(build(1, 't1', 't3'))).toEqual(['ForcedTransactionsDue', 'ForcedBelowMinimum'])
    expect(two.refusals(build(2, 't1', 't2', 't3'))).toEqual([])
    const three = queued('t1', 't2', 't1')
    expect(three.refusals(build(2, 't1', 't2', 't3'))).toEqual(['ForcedTransactionsDue'])
  })

  test('BUILD-12: with m = 2 and three due, [tx1] is refused and [tx1, tx2] passes', () => {
    const three = queued('t1', 't2', 't1')
    expect(three.refusals(build(1, 't1'))).toEqual(['ForcedBelowMinimum'])
    expect(three.refusals(build(2, 't1', 't2'))).toEqual([])
  })

  test('BUILD-13: with minTxPerBlock 1 [] is refused, with 2 [t1] is and a forced [tx1] is not', () => {
    expect(ready.refusals(build(0))).toEqual(['TooFewTransactions'])
    expect(queued().refusals(build(0, 't1'))).toEqual(['TooFewTransactions'])
    expect(queued('t1').refusals(build(1, 't1'))).toEqual([])
    expect(under('collect', { minTxPerBlock: 0 }).following().refusals(build(0))).toEqual([])
  })

  test('BUILD-14: what is not held is refused, unless it is forced (TX-8)', () => {
    expect(ready.refusals(build(0, 't1', 't9'))).toEqual(['TransactionNotHeld'])
    expect(queued('t9').refusals(build(1, 't9'))).toEqual([])
  })

  test('BUILD-15: [t1, t1] is refused, [tx1, tx1] with 2 forced passes', () => {
    expect(ready.refusals(build(0, 't1', 't1'))).toEqual(['TransactionTwice'])
    expect(queued('t1', 't1').refusals(build(2, 't1', 't1'))).toEqual([])
  })

  test('BUILD-16: t1, which the tip includes, is refused; after its prune it is not', () => {
    const second = ready.following({ tip }).at(1)
    expect(second.refusals(build(0, 't1'))).toEqual(['NullifierSpent'])
    expect(second.following({ tip: GENESIS }).refusals(build(0, 't1'))).toEqual([])
  })

  test('BUILD-17: what the tip includes need not be held', () => {
    const second = under('build').following({ tip }).holding('t2').at(1)
    expect(second.refusals(build(0, 't2'))).toEqual([])
  })

  test('BUILD-7: what is built is executed', () => {
    const list = { parent: GENESIS, transactions: ['t1'], forced: 0 }
    expect(building.state).toEqual({ ...ready.state, building: { slot: 0, ...list } })
    expect(building.sent).toEqual([{ kind: 'execute', id: 'execute/-1:-/t1/0', body: list, expiresSlot: 0 }])
  })
})

describe('executed', () => {
  test('BUILD-18: a result of anything else makes no proposal', () => {
    for (const change of [{ transactions: ['t2'] }, { transactions: [] }, { forced: 1 }])
      expect(building.refusals(building.result(change))).toEqual(['NothingExecuting'])
    const stale = building.result({ parent: { slot: -1, root: ['stale'] } })
    expect(building.refusals(stale)).toEqual(['NothingExecuting', 'ParentNotTip'])
    expect(building.at(1).refusals(building.result())).toEqual(['NothingExecuting'])
    expect(building.after(crash('kept')).following().refusals(building.result())).toEqual([
      'NothingExecuting',
    ])
  })

  test('FOLLOW-5, FOLLOW-9, BUILD-1: raised in between, alarm, lag and fallback keep it from being proposed', () => {
    expect(building.following({ alarm: true }).refusals(building.result())).toEqual(['AlarmRaised'])
    expect(building.following({ follows: 'behind' }).refusals(building.result())).toEqual(['NotFollowing'])
    expect(building.following({ fallback: true }).refusals(building.result())).toEqual(['FallbackActive'])
  })

  test('BUILD-3: on a parent that is not the tip any more it is not proposed', () => {
    expect(building.following({ tip }).refusals(building.result())).toEqual(['ParentNotTip'])
  })

  test('BUILD-4: proposed in the phase build and not in attest', () => {
    expect(building.at(0, 'attest').refusals(building.result())).toEqual(['BuildingClosed'])
    expect(building.refusals(building.result())).toEqual([])
  })

  test('BUILD-6, BUILD-18: the proposal is what was executed, recorded and sent in the same step', () => {
    expect(proposed.state).toEqual({ ...ready.state, proposed: proposal })
    expect(proposed.sent).toEqual([{ kind: 'send', id: 'proposal/m1/0', body: proposal, expiresSlot: 0 }])
  })

  test('BUILD-19: a second proposal begins without attestations and unpublished', () => {
    const second = published.following({ tip }).at(1).proposing(0, 't2')
    expect(second.state).toMatchObject({
      attestations: [],
      published: false,
      building: NO_BUILDING,
      proposed: { slot: 1, timestampSlot: 1, parent: tip, root: ['t1', 't2'] },
    })
  })
})

describe('receiveAttestation', () => {
  test.each([
    ['MESSAGE-1', 'oversized', 'MessageOversized'],
    ['MESSAGE-2', 'version', 'VersionUnknown'],
    ['MESSAGE-3', 'domain', 'DomainMismatch'],
    ['MESSAGE-4', 'malformed', 'MessageMalformed'],
    ['MESSAGE-8', 'signature', 'SignatureInvalid'],
  ] as const)('%s: of the form %s it is refused with %s', (_clause, form, refusal) => {
    expect(proposed.refusals(proposed.attestation('m2', { form }))).toEqual([refusal])
  })

  test('BUILD-19: an attestation of slot 0 that arrives in slot 1 is refused', () => {
    expect(proposed.at(1).refusals(proposed.attestation('m2'))).toEqual(['NothingProposed'])
    expect(ready.refusals(ready.attestation('m2'))).toEqual(['NothingProposed'])
  })

  test('BUILD-19: one for another proposal is refused, whatever it differs in', () => {
    for (const change of [
      { root: ['wrong'] },
      { blobs: 'other' as const },
      { parent: tip },
      { timestampSlot: 1 },
      { forced: 1 },
    ])
      expect(proposed.refusals(proposed.attestation('m2', { proposal: { ...proposal, ...change } }))).toEqual(
        ['OtherProposal'],
      )
  })

  test('BUILD-22: after the block is handed to L1 none is taken', () => {
    expect(published.refusals(published.attestation('m4'))).toEqual(['AlreadyPublished'])
  })

  test('BUILD-23: in the phase publish and not in closed', () => {
    expect(proposed.at(0, 'publish').refusals(proposed.attestation('m2'))).toEqual([])
    expect(proposed.at(0, 'closed').refusals(proposed.attestation('m2'))).toEqual(['PublishingClosed'])
  })

  test('BUILD-20: who is no member does not attest, a member once', () => {
    expect(proposed.refusals(proposed.attestation('stranger'))).toEqual(['SignerNotMember'])
    expect(proposed.attestedBy('m2').refusals(proposed.attestation('m2'))).toEqual(['AttestationKnown'])
    expect(proposed.attestedBy('m2').refusals(proposed.attestation('m3'))).toEqual([])
  })

  test('BUILD-20: attestations stand in the order of the committee, and nothing is sent', () => {
    const attested = proposed.attestedBy('m4', 'm1', 'm3')
    expect(attested.state).toEqual({ ...proposed.state, attestations: ['m1', 'm3', 'm4'] })
    expect(attested.sent).toEqual([])
  })

  test('BUILD-19: collected whatever the view says', () => {
    for (const later of [
      proposed.after(crash('kept')),
      proposed.following({ alarm: true }),
      proposed.following({ tip }),
    ])
      expect(later.refusals(proposed.attestation('m2'))).toEqual([])
  })
})

describe('publish', () => {
  test('FOLLOW-1, FOLLOW-9: without a level tip it is refused', () => {
    expect(quorate.after(crash('kept')).refusals(publish)).toEqual(['NotFollowing'])
    expect(quorate.following({ follows: 'behind' }).refusals(publish)).toEqual(['NotFollowing'])
  })

  test('FOLLOW-5: under the alarm it is refused', () => {
    expect(quorate.following({ alarm: true }).refusals(publish)).toEqual(['AlarmRaised'])
  })

  test('BUILD-1: in fallback it is refused', () => {
    expect(quorate.following({ fallback: true }).refusals(publish)).toEqual(['FallbackActive'])
  })

  test('BUILD-19: the proposal of slot 0 is not published in slot 1', () => {
    expect(quorate.at(1).refusals(publish)).toEqual(['NothingProposed'])
  })

  test('BUILD-22: published once, across a crash', () => {
    expect(published.refusals(publish)).toEqual(['AlreadyPublished'])
    expect(published.after(crash('kept')).following().refusals(publish)).toEqual(['AlreadyPublished'])
  })

  test('BUILD-23: in the phase publish and not in closed', () => {
    expect(quorate.at(0, 'publish').refusals(publish)).toEqual([])
    expect(quorate.at(0, 'closed').refusals(publish)).toEqual(['PublishingClosed'])
  })

  test('BUILD-3: on a parent that is not the tip any more it is refused', () => {
    expect(quorate.following({ tip }).refusals(publish)).toEqual(['ParentNotTip'])
  })

  test('BUILD-21: three of four are published, two are not', () => {
    expect(proposed.attestedBy('m1', 'm4').refusals(publish)).toEqual(['QuorumNotReached'])
    expect(quorate.refusals(publish)).toEqual([])
  })

  test('BUILD-21: 33 of 48 are published, 32 are not', () => {
    const members = Array.from({ length: 48 }, (_, index) => `m${index + 1}`)
    const large = under('collect', { committees: [members, members] })
      .following()
      .proposing(0, 't1')
    const short = large.attestedBy(...members.slice(0, 32))
    expect(short.refusals(publish)).toEqual(['QuorumNotReached'])
    expect(short.attestedBy('m33').refusals(publish)).toEqual([])
  })

  test('BUILD-21: attestations of members of a committee that L1 has taken back are not counted (F-62)', () => {
    const committee = ['m1', 'm2', 'm5', 'm6']
    const other = under('collect', { committees: [committee, committee] }).in(quorate.state)
    expect(other.refusals(publish)).toEqual(['QuorumNotReached'])
    expect(other.in({ ...quorate.state, attestations: ['m1', 'm2', 'm3', 'm4'] }).refusals(publish)).toEqual([
      'QuorumNotReached',
    ])
    const enough = other.in({ ...quorate.state, attestations: ['m3', 'm5', 'm2', 'm1'] }).after(publish)
    expect(enough.sent).toMatchObject([{ body: { attestations: ['m1', 'm2', 'm5'] } }])
    expect(other.attestedBy('m6').state.attestations).toEqual(['m1', 'm2', 'm6'])
  })

  test('BUILD-22: the block is recorded as published and handed to L1 in the same step', () => {
    expect(published.state).toEqual({ ...quorate.state, published: true })
    const body = { proposal, attestations: ['m1', 'm2', 'm3'] }
    expect(published.sent).toEqual([{ kind: 'submit', id: 'block/m1/0', body, expiresSlot: 0 }])
  })
})

describe('tick, follow and crash', () => {
  test('BUILD-6, BUILD-22: a crash with a store that is kept forgets the view and what is built', () => {
    const again = building.after(crash('kept'))
    expect(again.state).toEqual({ ...building.state, view: NO_VIEW, building: NO_BUILDING })
    expect(published.after(crash('kept')).state).toEqual({ ...published.state, view: NO_VIEW })
    expect(again.sent).toEqual([])
  })

  test('BUILD-5: one with a store that is lost forgets all, and proposes from the next slot on', () => {
    expect(published.after(crash('lost')).state).toEqual({
      ...started.state,
      held: [],
      proposed: NO_PROPOSAL,
      signsFrom: 1,
    })
  })

  test('TIME-3: time moves the phase and the slot, and nothing else', () => {
    expect(quorate.at(1, 'publish').state).toEqual({ ...quorate.state, slot: 1, phase: 'publish' })
  })

  test('FOLLOW-1: a report replaces the one before', () => {
    const view = { ...NO_VIEW, follows: 'behind' as const, queue: ['t1'] }
    const reported = building.after({ type: 'follow', view })
    expect([reported.state, reported.sent]).toEqual([{ ...building.state, view }, []])
  })
})
