/** Boundary lines, each the title of its test, in the numbers of preset `rfc`: epochs of 32 slots, a window of 13. */
import { expect, test } from 'vitest'
import { type ClaimantProfile, loadClaimantPreset } from '../../spec/claimantParameters.ts'
import { everySlot, slotsPerEpoch } from '../node/rfc.ts'
import { Scenario } from './scenario.ts'
import type { Event, Quote } from './vocabulary.ts'

const [window] = loadClaimantPreset().profiles as [ClaimantProfile]
const rfc: ClaimantProfile['parameters'] = {
  self: 'm1',
  proposers: everySlot('m1'),
  slotsPerEpoch,
  claimWindow: 13,
  minimumBond: '2',
  feeMaximum: 10_000,
}
const under = (parameters: Partial<ClaimantProfile['parameters']> = {}) =>
  Scenario.deployed({ ...window, horizon: 97, parameters: { ...rfc, ...parameters } })
const coverage = ['p1', 'p2', 'p3'].map((prover) => ({ prover, amount: '3' }))
/** Level, with blocks of epoch 0 and three provers. */
const following = (scenario: Scenario) => scenario.following({ epoch: 0, coverage })
const claim: Event = { type: 'claim' }
const crash: Event = { type: 'crash', store: 'kept' }
/** A quote that is valid as long as the window is open. */
const long: Partial<Quote> = { validUntilSlot: 44 }
const started = following(under())

test('QUOTE-1: in slot 31 a quote for epoch 0 is refused, in slot 32 it passes; one valid until slot 40 passes in slot 40 and is refused in slot 41.', () => {
  const receiving = (slot: number, change: Partial<Quote>) => {
    const then = started.at(slot)
    return then.refusals(then.receiving('p1', { epoch: 0, ...change }))
  }
  expect(receiving(31, long)).toEqual(['QuoteForOtherEpoch'])
  expect(receiving(32, long)).toEqual([])
  expect(receiving(40, { validUntilSlot: 40 })).toEqual([])
  expect(receiving(41, { validUntilSlot: 40 })).toEqual(['QuoteExpired'])
})

test('QUOTE-2: who deposited nothing cannot make a proposer keep anything, or recover a signature.', () => {
  const then = started.at(32)
  expect(then.refusals(then.receiving('stranger'))).toEqual(['EscrowInsufficient'])
  // What is looked at first refuses it, whatever its signature is.
  const unsigned = then.receiving('stranger', {}, { form: 'signature', signer: 'p1' })
  expect(then.refusals(unsigned)).toEqual(['EscrowInsufficient', 'SignatureInvalid', 'SignerNotProver'])
})

test('QUOTE-3: p1 offers epoch 0 for 5,000 and then for 4,000: the second is refused.', () => {
  const offered = started.at(32).quoted('p1', { fee: 5_000 })
  expect(offered.refusals(offered.receiving('p1', { fee: 4_000 }))).toEqual(['QuoteKnown'])
  expect(offered.state.quotes.map(({ fee }) => fee)).toEqual([5_000])
})

test('QUOTE-4: the proposer of slot 44 claims for epoch 0, that of slot 45 does not.', () => {
  const claiming = (slot: number) => {
    const proposers = rfc.proposers.map((_, at) => (at === slot ? 'm1' : 'm2'))
    const quoted = following(under({ proposers })).at(32).quoted('p1', { validUntilSlot: 45 })
    return quoted.at(slot).refusals(claim)
  }
  expect(claiming(44)).toEqual([])
  expect(claiming(45)).toEqual(['ClaimWindowClosed'])
})

test('QUOTE-5: after a restart in slot 32 no other claim is made in slot 32; who has slot 33 too may claim again if the first did not land.', () => {
  const restarted = following(started.at(32).quoted('p1', long).after(claim, crash)).quoted('p2', long)
  expect(restarted.refusals(claim)).toEqual(['AlreadyClaimed'])
  expect(restarted.at(33).refusals(claim)).toEqual([])
  expect(restarted.at(33).following({ claim: 'p1' }).refusals(claim)).toEqual(['ClaimAlreadyMade'])
})

test("QUOTE-6: of 5,000 by p1, 4,000 by p2, who failed last, and 5,000 by p3 with a higher bond p3's is taken; alone p2's is.", () => {
  const failed = started.at(32).following({ failed: ['p2'] })
  const cheap = failed.quoted('p2', { fee: 4_000 })
  const taken = (scenario: Scenario) => scenario.after(claim).sent[0]!.body.quote.prover
  expect(taken(cheap.quoted('p1').quoted('p3', { bond: '3' }))).toBe('p3')
  expect(taken(cheap)).toBe('p2')
})

test('MESSAGE-17: a quote whose signature has s in the upper half of its range is refused, as on L1.', () => {
  const order = 0xffff_ffff_ffff_ffff_ffff_ffff_ffff_fffe_baae_dce6_af48_a03b_bfd2_5e8c_d036_4141n
  const formOf = (s: bigint) => (s > order / 2n ? 'signature' : 'fits')
  const then = started.at(32)
  const refusals = (s: bigint) => then.refusals(then.receiving('p1', {}, { form: formOf(s) }))
  expect(refusals(order / 2n)).toEqual([])
  expect(refusals(order / 2n + 1n)).toEqual(['SignatureInvalid'])
})
