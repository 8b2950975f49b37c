import { describe, expect, test } from 'vitest'
import { type ClaimantProfile, loadClaimantPreset } from '../../spec/claimantParameters.ts'
import { codecsOf } from '../core/codecs.ts'
import { claimant } from './actor.ts'
import { Scenario } from './scenario.ts'
import { type ClaimView, type Event, NO_CLAIM_VIEW } from './vocabulary.ts'

const profileOf = (wanted: string): ClaimantProfile =>
  loadClaimantPreset().profiles.find(({ name }) => name === wanted)!
const under = (profile: string, parameters: Partial<ClaimantProfile['parameters']> = {}) => {
  const found = profileOf(profile)
  return Scenario.deployed({ ...found, parameters: { ...found.parameters, ...parameters } })
}
/** What a profile reports first: level, epoch 0, nobody has claimed, the escrow covers every quote of the profile. */
const firstView = (profile: string): ClaimView => profileOf(profile).views[0]!

const claim: Event = { type: 'claim' }
const crash = (store: 'kept' | 'lost'): Event => ({ type: 'crash', store })

/** In this profile epochs have two slots, slot 2 is the window of epoch 0, and every slot is an own one. */
const started = under('window').at(2)
const ready = started.following(firstView('window'))
const quoted = ready.quoted('p1')
const claimed = quoted.after(claim)
/** Here epochs have three slots, slots 3 to 5 are the window, 3 and 4 are own ones; the escrow covers five provers. */
const choosing = (change: Partial<ClaimView> = {}) =>
  under('choice')
    .at(3)
    .following({ ...firstView('choice'), ...change })
const taken = (scenario: Scenario) => scenario.after(claim).sent.map(({ body }) => body.quote.prover)

describe('receiveQuote', () => {
  test.each([
    ['MESSAGE-1', 'oversized', 'MessageOversized'],
    ['MESSAGE-2', 'version', 'VersionUnknown'],
    ['MESSAGE-3', 'domain', 'DomainMismatch'],
    ['MESSAGE-4', 'malformed', 'MessageMalformed'],
    ['MESSAGE-17', 'signature', 'SignatureInvalid'],
  ] as const)('%s: of the form %s it is refused with %s', (_clause, form, refusal) => {
    expect(ready.refusals(ready.receiving('p1', {}, { form }))).toEqual([refusal])
    expect(ready.refusals(ready.receiving('p1'))).toEqual([])
  })

  test('QUOTE-1: a quote for the current epoch, or for the one before the last, is refused', () => {
    expect(ready.refusals(ready.receiving('p1', { epoch: 1 }))).toEqual(['QuoteForOtherEpoch'])
    const later = under('window', { slotsPerEpoch: 1 }).at(3).following(firstView('window'))
    const epochs = [0, 1, 2, 3].map((epoch) => later.refusals(later.receiving('p1', { epoch })))
    expect(epochs).toEqual([['QuoteForOtherEpoch'], ['QuoteForOtherEpoch'], [], ['QuoteForOtherEpoch']])
  })

  test('QUOTE-1: in epoch 0 there is no epoch to quote for', () => {
    const first = under('window').at(1).following(firstView('window'))
    expect(first.refusals(first.receiving('p1'))).toEqual(['QuoteForOtherEpoch'])
  })

  test('QUOTE-1: valid until the current slot passes, until the one before is refused', () => {
    expect(ready.refusals(ready.receiving('p1', { validUntilSlot: 2 }))).toEqual([])
    expect(ready.refusals(ready.receiving('p1', { validUntilSlot: 1 }))).toEqual(['QuoteExpired'])
  })

  test('QUOTE-1: the minimum bond passes, one wei less is refused', () => {
    expect(ready.refusals(ready.receiving('p1', { bond: '2' }))).toEqual([])
    expect(ready.refusals(ready.receiving('p1', { bond: '1' }))).toEqual(['BondBelowMinimum'])
  })

  test('QUOTE-1: fees of 0 and 10,000 pass, 10,001 is refused', () => {
    const refusals = [0, 10_000, 10_001].map((fee) => ready.refusals(ready.receiving('p1', { fee })))
    expect(refusals).toEqual([[], [], ['FeeAboveMaximum']])
  })

  test('QUOTE-1: only the prover that it names signs it, not even another prover', () => {
    for (const signer of ['stranger', 'p2'])
      expect(ready.refusals(ready.receiving('p1', {}, { signer }))).toEqual(['SignerNotProver'])
  })

  test('QUOTE-2: a bond that the escrow covers passes, one wei more is refused', () => {
    expect(ready.refusals(ready.receiving('p2', { bond: '3' }))).toEqual([])
    expect(ready.refusals(ready.receiving('p2', { bond: '4' }))).toEqual(['EscrowInsufficient'])
  })

  test('QUOTE-1, QUOTE-2, QUOTE-6: of amounts beyond 2^53 one wei counts', () => {
    const tokens = (amount: number, wei: bigint) => String(BigInt(amount) * 10n ** 18n + wei)
    const coverage = ['p1', 'p2'].map((prover) => ({ prover, amount: tokens(1_000, 1n) }))
    const real = under('window', { minimumBond: tokens(1_000, 0n) })
      .at(2)
      .following({ ...firstView('window'), coverage })
    const refusals = [-1n, 0n, 1n, 2n].map((wei) =>
      real.refusals(real.receiving('p1', { bond: tokens(1_000, wei) })),
    )
    expect(refusals).toEqual([['BondBelowMinimum'], [], [], ['EscrowInsufficient']])
    const both = real.quoted('p1').quoted('p2', { bond: tokens(1_000, 1n) })
    expect(taken(both)).toEqual(['p2'])
    const { state, effects } = codecsOf(claimant)
    expect(effects.text(both.after(claim).sent)).toContain('"bond":1000000000000000000001,')
    expect(state.parse(state.text(both.state))).toEqual(both.state)
  })

  test('QUOTE-2: who is not in the view, or without a view, has nothing in the escrow', () => {
    expect(ready.refusals(ready.receiving('stranger'))).toEqual(['EscrowInsufficient'])
    expect(started.refusals(started.receiving('p1'))).toEqual(['EscrowInsufficient'])
  })

  test('QUOTE-3: a second one of a prover is refused, be it better or the same; of another prover one is taken', () => {
    for (const change of [{}, { fee: 4_000 }])
      expect(quoted.refusals(quoted.receiving('p1', change))).toEqual(['QuoteKnown'])
    expect(quoted.refusals(quoted.receiving('p2'))).toEqual([])
  })

  test('QUOTE-3: one that is valid no more is the only one of its prover in the epoch', () => {
    const over = choosing().quoted('p1', { validUntilSlot: 3 }).at(4)
    expect(over.refusals(over.receiving('p1'))).toEqual(['QuoteKnown'])
    expect(over.refusals(over.receiving('p2'))).toEqual([])
  })

  test('QUOTE-3: for the next epoch a prover is heard again', () => {
    const each = under('window', { slotsPerEpoch: 1 }).at(1).following(firstView('window'))
    const next = each.quoted('p1', { validUntilSlot: 3 }).at(2)
    expect(next.refusals(next.receiving('p1'))).toEqual([])
    expect(next.quoted('p1').state.quotes.map(({ epoch }) => epoch)).toEqual([1])
  })

  test('QUOTE-3: what was refused is not one that a prover has made', () => {
    const expired = ready.receiving('p1', { validUntilSlot: 1 })
    expect(ready.refusals(expired)).toEqual(['QuoteExpired'])
    expect(ready.refusals(ready.receiving('p1'))).toEqual([])
  })

  test('QUOTE-1: taken whatever alarm, fallback and claims are, in the window or not and in slots of others', () => {
    for (const change of [
      { follows: 'behind' as const },
      { alarm: true },
      { fallback: true },
      { epoch: -1 },
      { claim: 'p2' },
    ])
      expect(ready.following(change).refusals(ready.receiving('p1'))).toEqual([])
    const outside = ready.at(3)
    expect(outside.refusals(outside.receiving('p1'))).toEqual([])
    const others = under('window', { proposers: ['m2', 'm2', 'm2', 'm2'] })
      .at(2)
      .following(firstView('window'))
    expect(others.refusals(others.receiving('p1'))).toEqual([])
  })

  test('QUOTE-3: quotes are kept in the order of their provers, and nothing is sent', () => {
    const both = ready.quoted('p2', { fee: 1 }).quoted('p1')
    expect(both.state).toEqual({
      ...ready.state,
      quotes: [
        { prover: 'p1', epoch: 0, validUntilSlot: 2, bond: '2', fee: 5_000 },
        { prover: 'p2', epoch: 0, validUntilSlot: 2, bond: '2', fee: 1 },
      ],
    })
    expect(both.sent).toEqual([])
  })
})

describe('claim', () => {
  test('FOLLOW-9, FOLLOW-1: without a view, or behind it, it is refused', () => {
    expect(quoted.following({ follows: 'behind' }).refusals(claim)).toEqual(['NotFollowing'])
    expect(started.refusals(claim)).toEqual(['NotFollowing', 'NothingToClaim', 'NoQuote'])
    expect(quoted.refusals(claim)).toEqual([])
  })

  test('FOLLOW-5: under the alarm it is refused', () => {
    expect(quoted.following({ alarm: true }).refusals(claim)).toEqual(['AlarmRaised'])
  })

  test('QUOTE-4: in fallback it is refused', () => {
    expect(quoted.following({ fallback: true }).refusals(claim)).toEqual(['FallbackActive'])
  })

  test('QUOTE-4: with nothing unproven, or nothing of the epoch before the current one, it is refused', () => {
    const refusals = [-1, 0, 1].map((epoch) => quoted.following({ epoch }).refusals(claim))
    expect(refusals).toEqual([['NothingToClaim'], [], ['NothingToClaim']])
    const first = under('window').following(firstView('window'))
    expect(first.following({ epoch: -1 }).refusals(claim)).toEqual(['NothingToClaim', 'NoQuote'])
  })

  test('QUOTE-4: in the last slot of the window it passes, in the next one it is refused', () => {
    const wide = choosing().quoted('p1', { validUntilSlot: 4 })
    expect(wide.at(4).refusals(claim)).toEqual([])
    const narrow = under('choice', { claimWindow: 1 })
      .at(3)
      .following(firstView('choice'))
      .quoted('p1', { validUntilSlot: 4 })
    expect(narrow.refusals(claim)).toEqual([])
    expect(narrow.at(4).refusals(claim)).toEqual(['ClaimWindowClosed'])
  })

  test('QUOTE-4: while a claim is live it is refused, whoever the prover is', () => {
    for (const prover of ['p1', 'p9'])
      expect(quoted.following({ claim: prover }).refusals(claim)).toEqual(['ClaimAlreadyMade'])
  })

  test('QUOTE-4: in the slot of somebody else it is refused, in the next, an own one, it passes', () => {
    const second = under('choice', { proposers: ['m2', 'm2', 'm2', 'm2', 'm1'] })
      .at(3)
      .following(firstView('choice'))
      .quoted('p1', { validUntilSlot: 4 })
    expect(second.refusals(claim)).toEqual(['NotProposer'])
    expect(second.at(4).refusals(claim)).toEqual([])
  })

  test('QUOTE-5: once a slot, across a crash with a store that is kept, and again in the next slot', () => {
    expect(claimed.refusals(claim)).toEqual(['AlreadyClaimed'])
    const again = claimed.after(crash('kept')).following(firstView('window')).quoted('p1')
    expect(again.refusals(claim)).toEqual(['AlreadyClaimed'])
    const next = choosing().quoted('p1', { validUntilSlot: 4 }).after(claim).at(4)
    expect(next.refusals(claim)).toEqual([])
  })

  test('QUOTE-6: without a quote it is refused', () => {
    expect(ready.refusals(claim)).toEqual(['NoQuote'])
  })

  test('QUOTE-6: with one that the escrow does not cover any more it is refused', () => {
    const coverage = [{ prover: 'p1', amount: '1' }]
    expect(quoted.following({ coverage }).refusals(claim)).toEqual(['NoQuote'])
    expect(quoted.following({ coverage: [] }).refusals(claim)).toEqual(['NoQuote'])
  })

  test('QUOTE-6: with one whose last slot is over it is refused', () => {
    const expiring = choosing().quoted('p1', { validUntilSlot: 3 })
    expect(expiring.refusals(claim)).toEqual([])
    expect(expiring.at(4).refusals(claim)).toEqual(['NoQuote'])
  })

  test('QUOTE-6: the own quote comes first, however dear it is and whoever failed', () => {
    const own = choosing({ failed: ['m1'] })
      .quoted('m1', { fee: 9_000 })
      .quoted('p1')
    expect(taken(own)).toEqual(['m1'])
  })

  test('QUOTE-6: a prover that failed comes after all others, and is taken when it is alone', () => {
    const cheap = { fee: 4_000 }
    expect(taken(choosing().quoted('p3', cheap).quoted('p4'))).toEqual(['p3'])
    expect(
      taken(
        choosing({ failed: ['p3'] })
          .quoted('p3', cheap)
          .quoted('p4'),
      ),
    ).toEqual(['p4'])
    expect(taken(choosing({ failed: ['p3'] }).quoted('p3', cheap))).toEqual(['p3'])
    expect(
      taken(
        choosing({ failed: ['p3', 'p4'] })
          .quoted('p3', cheap)
          .quoted('p4'),
      ),
    ).toEqual(['p3'])
  })

  test('QUOTE-6: a lower fee comes before a higher bond', () => {
    expect(taken(choosing().quoted('p2', { bond: '3' }).quoted('p4', { fee: 4_999 }))).toEqual(['p4'])
  })

  test('QUOTE-6: of equal fees the higher bond is taken, of equal bonds the first by name, in whatever order they came', () => {
    expect(taken(choosing().quoted('p1').quoted('p2', { bond: '3' }))).toEqual(['p2'])
    expect(taken(choosing().quoted('p4').quoted('p1'))).toEqual(['p1'])
    expect(taken(choosing().quoted('p1').quoted('p4'))).toEqual(['p1'])
  })

  test('QUOTE-6: one whose last slot is over is passed over, the own one too', () => {
    const best = choosing().quoted('m1', { validUntilSlot: 3 }).quoted('p4', { validUntilSlot: 4 })
    expect([best, best.at(4)].map(taken)).toEqual([['m1'], ['p4']])
  })

  test('QUOTE-6: what the escrow does not cover is passed over', () => {
    const best = choosing().quoted('p3', { fee: 4_000 }).quoted('p4')
    const uncovered = best.following({ coverage: [{ prover: 'p4', amount: '2' }] })
    expect(taken(uncovered)).toEqual(['p4'])
  })

  test('QUOTE-5, QUOTE-6: the slot is recorded and the claim handed to L1 in the same step', () => {
    expect(claimed.state).toEqual({ ...quoted.state, claimed: 2 })
    const quote = { prover: 'p1', epoch: 0, validUntilSlot: 2, bond: '2', fee: 5_000 }
    expect(claimed.sent).toEqual([{ kind: 'submit', id: 'claim/m1/2', body: { quote }, expiresSlot: 2 }])
  })
})

describe('tick, follow and crash', () => {
  test('QUOTE-3: within an epoch time drops no quote, be it valid or not', () => {
    const both = choosing().quoted('p1', { validUntilSlot: 3 }).quoted('p2', { validUntilSlot: 4 })
    expect(both.at(5).state).toEqual({ ...both.state, slot: 5 })
    expect(both.at(5).sent).toEqual([])
  })

  test('QUOTE-3: with the epoch after it ends every quote for an epoch', () => {
    const long = under('window', { slotsPerEpoch: 1, claimWindow: 1 })
      .at(1)
      .following(firstView('window'))
      .quoted('p1', { validUntilSlot: 3 })
    expect(long.state.quotes.length).toBe(1)
    expect(long.at(2).state.quotes).toEqual([])
  })

  test('FOLLOW-1: a report replaces the one before, and quotes stay', () => {
    const view = { ...NO_CLAIM_VIEW, follows: 'behind' as const, epoch: 1 }
    const reported = claimed.after({ type: 'follow', view })
    expect([reported.state, reported.sent]).toEqual([{ ...claimed.state, view }, []])
  })

  test('QUOTE-5: a crash with a store that is kept forgets the view and the quotes', () => {
    const again = claimed.after(crash('kept'))
    expect(again.state).toEqual({ slot: 2, claimed: 2, view: NO_CLAIM_VIEW, quotes: [] })
    expect(again.sent).toEqual([])
    const free = quoted.after(crash('kept'))
    expect(free.state).toEqual({ slot: 2, claimed: -1, view: NO_CLAIM_VIEW, quotes: [] })
  })

  test('QUOTE-5: one with a store that is lost forgets the claim as well', () => {
    const lost = claimed.after(crash('lost'))
    expect(lost.state).toEqual({ slot: 2, claimed: -1, view: NO_CLAIM_VIEW, quotes: [] })
    expect(lost.following(firstView('window')).quoted('p1').refusals(claim)).toEqual([])
    expect(quoted.after(crash('lost')).state).toEqual(lost.state)
  })
})
