/** Boundary lines, each the title of its test, in the numbers of preset `rfc`: epochs of 32 slots, 13 of them to claim in. */
import { expect, test } from 'vitest'
import { loadProverPreset, type ProverProfile } from '../../spec/proverParameters.ts'
import { slotsPerEpoch } from '../node/rfc.ts'
import { Scenario } from './scenario.ts'
import { type Event, type EventOf, NO_PROVE_VIEW, type ProveView } from './vocabulary.ts'

const [profile] = loadProverPreset().profiles as [ProverProfile]
const parameters: ProverProfile['parameters'] = {
  self: 'p1',
  slotsPerEpoch,
  claimWindow: 13,
  minimumBond: '1',
  feeMaximum: 10_000,
}
const holding = (initialHeld: string[]) =>
  Scenario.deployed({ ...profile, initialHeld, horizon: 97, parameters })
const crash = (store: 'kept' | 'lost'): Event => ({ type: 'crash', store })
const prove: Event = { type: 'prove' }
const submitProof: Event = { type: 'submitProof' }
const startWithdrawal = (amount: number): Event => ({ type: 'startWithdrawal', amount: String(amount) })
const quote = (change: Partial<EventOf<'quote'>> = {}): EventOf<'quote'> => ({
  type: 'quote',
  validUntilSlot: 44,
  bond: '1',
  fee: 5000,
  ...change,
})

/** Epoch 0 as a view shows it: its last block is that of slot 31, with 5 available. */
const epochZero: ProveView = {
  ...NO_PROVE_VIEW,
  follows: 'level',
  epoch: 0,
  tip: { slot: 31, root: ['t1', 't2'] },
  transactions: ['t1', 't2'],
  available: '5',
}
/** Level, with all of epoch 0 held. */
const ready = holding(['t1', 't2']).following(epochZero)
const claimed = ready.at(33).following({ claim: 'p1' })
/** The epoch without its last block. */
const slot30 = { tip: { slot: 30, root: ['t1'] }, transactions: ['t1'] }

test('QUOTE-7: nothing is quoted for epoch 0 in slot 31, nor in slot 45.', () => {
  expect(ready.at(31).refusals(quote())[0]).toBe('NothingToProve')
  expect(ready.at(32).refusals(quote())).toEqual([])
  expect(ready.at(44).refusals(quote())).toEqual([])
  expect(ready.at(45).refusals(quote())).toEqual(['ClaimWindowClosed', 'QuoteExpired'])
})

test('QUOTE-8: quoted in slot 32 for 5,000: nothing else is quoted for epoch 0.', () => {
  const quoted = ready.at(32).after(quote({ fee: 5000 }))
  for (const slot of [32, 44])
    expect(quoted.at(slot).refusals(quote({ fee: 4000 }))).toEqual(['AlreadyQuoted'])
})

test('QUOTE-9: for epoch 0, valid until slot 44 passes and until slot 45 is refused; what is promised longer is what ESCROW-11 does not cover.', () => {
  expect(ready.at(32).refusals(quote({ validUntilSlot: 44 }))).toEqual([])
  expect(ready.at(32).refusals(quote({ validUntilSlot: 45 }))).toEqual(['QuoteBeyondWindow'])
})

test('QUOTE-10: 3 available and 2 withdrawing: a bond of 3 is quoted, one of 4 is not, although L1 would take the claim today.', () => {
  const leaving = ready.at(32).following({ available: '3', withdrawing: '2', unlockSlot: 77 })
  expect(leaving.refusals(quote({ bond: '3' }))).toEqual([])
  expect(leaving.refusals(quote({ bond: '4' }))).toEqual(['EscrowInsufficient'])
})

test('QUOTE-11: one of 11,520 transactions is lacking: no quote.', () => {
  const transactions = Array.from({ length: 11_520 }, (_, index) => `t${index}`)
  const lacking = holding(transactions.slice(0, -1).sort())
    .at(32)
    .following({ ...epochZero, transactions })
  expect(lacking.refusals(quote())).toEqual(['TransactionNotHeld'])
  expect(lacking.holding('t11519').refusals(quote())).toEqual([])
})

test('QUOTE-12: started in slot 40 with an empty store: nothing is quoted for epoch 0, and for epoch 1 in slot 64 it may.', () => {
  const started = ready.at(40).after(crash('lost')).following(epochZero).holding('t1', 't2')
  expect(started.refusals(quote())).toEqual(['StartTooRecent'])
  const later = started.at(64).following({ epoch: 1, tip: { slot: 63, root: ['t1', 't2'] } })
  expect(later.refusals(quote({ validUntilSlot: 76 }))).toEqual([])
})

test('PROVE-1: a transaction that was lost with the store is asked for again, and proving begins when it came.', () => {
  const restarted = claimed.after(crash('lost')).following(claimed.state.view).holding('t1')
  expect(restarted.refusals(prove)).toEqual(['TransactionNotHeld'])
  const asked = restarted.after({ type: 'gather' })
  expect(asked.sent.map(({ id }) => id)).toEqual(['request/t2/33'])
  const came = asked.holding('t2')
  expect(came.refusals({ type: 'gather' })).toEqual(['NothingMissing'])
  expect(came.refusals(prove)).toEqual([])
})

test('PROVE-2: with a claim for p2 in slot 33, p1 does not prove epoch 0.', () => {
  expect(claimed.following({ claim: 'p2' }).refusals(prove)).toEqual(['NothingClaimed'])
  expect(claimed.refusals(prove)).toEqual([])
})

test('PROVE-3: after a challenge took the last block of epoch 0 the epoch ends with another block, and is proven anew.', () => {
  const proven = claimed.proven()
  expect(proven.refusals(prove)).toEqual(['AlreadyProven'])
  const challenged = proven.following(slot30)
  const anew = challenged.proven()
  expect(anew.state.proof).toEqual({ epoch: 0, tip: slot30.tip })
})

test('PROVE-4: a proof up to the block of slot 31 is not submitted while the view shows slot 30 as the last of epoch 0; L1 would refuse it with ProofEndMismatch.', () => {
  const proven = claimed.proven()
  expect(proven.following(slot30).refusals(submitProof)).toEqual(['NothingProven'])
  expect(proven.refusals(submitProof)).toEqual([])
})

test('PROVE-5: for epoch 0, submitted in slot 63 and not in slot 64.', () => {
  const proven = claimed.proven()
  expect(proven.at(63).refusals(submitProof)).toEqual([])
  expect(proven.at(64).refusals(submitProof)).toEqual(['ProofTooLate'])
})

test('PROVE-6: submitted in slot 40 and not on L1 in slot 41: submitted again in slot 41.', () => {
  const submitted = claimed.proven().at(40).after(submitProof)
  expect(submitted.refusals(submitProof)).toEqual(['AlreadySubmitted'])
  const again = submitted.at(41).after(submitProof)
  expect(again.sent.map(({ expiresSlot }) => expiresSlot)).toEqual([41])
})

test('PROVE-7: a withdrawal that unlocks in slot 55 is executed in slot 55 and not in slot 54.', () => {
  const leaving = ready.following({ withdrawing: '2', unlockSlot: 55 })
  expect(leaving.at(54).refusals({ type: 'executeWithdrawal' })).toEqual(['WithdrawalLocked'])
  expect(leaving.at(55).refusals({ type: 'executeWithdrawal' })).toEqual([])
})

test('PROVE-8: 5 available, a bond of 3 quoted for epoch 0: 2 can be withdrawn and 3 cannot, until somebody is claimed for or the quote has ended.', () => {
  const quoted = ready.at(32).after(quote({ validUntilSlot: 40, bond: '3' }))
  expect(quoted.refusals(startWithdrawal(2))).toEqual([])
  expect(quoted.refusals(startWithdrawal(3))).toEqual(['QuotePromised'])
  expect(quoted.following({ claim: 'p2' }).refusals(startWithdrawal(3))).toEqual([])
  expect(quoted.at(40).refusals(startWithdrawal(3))).toEqual(['QuotePromised'])
  expect(quoted.at(41).refusals(startWithdrawal(3))).toEqual([])
})
