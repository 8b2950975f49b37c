import { describe, expect, test } from 'vitest'
import { loadProverPreset, type ProverProfile } from '../../spec/proverParameters.ts'
import { GENESIS } from '../node/vocabulary.ts'
import { Scenario } from './scenario.ts'
import { type Event, type EventOf, NO_PROVE_VIEW, NO_QUOTE, NO_TARGET, type ProveView } from './vocabulary.ts'

const profileOf = (wanted: string): ProverProfile =>
  loadProverPreset().profiles.find(({ name }) => name === wanted)!
const under = (profile: string, parameters: Partial<ProverProfile['parameters']> = {}) => {
  const found = profileOf(profile)
  return Scenario.deployed({ ...found, parameters: { ...found.parameters, ...parameters } })
}
const crash = (store: 'kept' | 'lost'): Event => ({ type: 'crash', store })
const gather: Event = { type: 'gather' }
const prove: Event = { type: 'prove' }
const submitProof: Event = { type: 'submitProof' }
const executeWithdrawal: Event = { type: 'executeWithdrawal' }
const quote = (change: Partial<EventOf<'quote'>> = {}): EventOf<'quote'> => ({
  type: 'quote',
  validUntilSlot: 4,
  bond: '2',
  fee: 5000,
  ...change,
})
const deposit = (amount: number): Event => ({ type: 'deposit', amount: String(amount) })
const startWithdrawal = (amount: number): Event => ({ type: 'startWithdrawal', amount: String(amount) })

/** Epochs of 3 slots, the first 2 of them to claim in; in slot 3 epoch 0 has ended, and 3 wei are available. */
const epochZero: Partial<ProveView> = {
  epoch: 0,
  tip: { slot: 2, root: ['t1'] },
  transactions: ['t1'],
  available: '3',
}
const ready = under('quote').at(3).following(epochZero).holding('t1')
const quoted = ready.after(quote())

/** Epochs of 2 slots; in slot 2 self is claimed for. */
const tip = { slot: 1, root: ['t1', 't2'] }
const lacking = under('prove')
  .at(2)
  .following({ epoch: 0, tip, transactions: ['t1', 't2'], claim: 'p1' })
const claimed = lacking.holding('t1', 't2')
const proving = claimed.after(prove)
const proven = claimed.proven()
const shortened: Partial<ProveView> = { tip: { slot: 0, root: ['t1'] }, transactions: ['t1'] }

/** 3 wei available, t1 held. */
const escrow = under('escrow').following({ ...epochZero, tip: { slot: 1, root: ['t1'] } })
const withdrawing = escrow.following({ available: '2', withdrawing: '1', unlockSlot: 3 })

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
    expect(lacking.refusals(verified('t1', false))).toEqual(['TransactionProofInvalid'])
  })

  test('TX-1: with one it is, and nothing is sent', () => {
    const held = lacking.holding('t2', 't1')
    expect([held.state, held.sent]).toEqual([{ ...lacking.state, held: ['t1', 't2'] }, []])
  })
})

describe('gather', () => {
  test('FOLLOW-9: without a view, or behind it, it is refused', () => {
    expect(lacking.after(crash('kept')).refusals(gather)).toEqual(['NotFollowing', 'NothingMissing'])
    expect(lacking.following({ follows: 'behind' }).refusals(gather)).toEqual(['NotFollowing'])
    expect(lacking.refusals(gather)).toEqual([])
  })

  test('PROVE-1: what is held is not asked for', () => {
    expect(claimed.refusals(gather)).toEqual(['NothingMissing'])
    expect(lacking.holding('t2').refusals(gather)).toEqual([])
  })

  test('PROVE-1, MESSAGE-10: what is lacking is asked for, in order, and nothing changes', () => {
    const asked = lacking.after(gather)
    const request = (transaction: string) => ({
      kind: 'request',
      id: `request/${transaction}/2`,
      body: { transaction },
      expiresSlot: 2,
    })
    expect([asked.state, asked.sent]).toEqual([lacking.state, [request('t1'), request('t2')]])
    expect(lacking.holding('t1').after(gather).sent).toEqual([request('t2')])
    const reversed = lacking.following({ transactions: ['t2', 't1'] })
    expect(reversed.after(gather).sent).toEqual([request('t2'), request('t1')])
  })
})

describe('quote', () => {
  test('FOLLOW-9: behind the view it is refused', () => {
    expect(ready.following({ follows: 'behind' }).refusals(quote())).toEqual(['NotFollowing'])
  })

  test('FOLLOW-5: under the alarm it is refused', () => {
    expect(ready.following({ alarm: true }).refusals(quote())).toEqual(['AlarmRaised'])
  })

  test('QUOTE-7: while fallback is in force it is refused', () => {
    expect(ready.following({ fallback: true }).refusals(quote())).toEqual(['FallbackActive'])
  })

  test('QUOTE-7: with nothing unproven, or with another epoch than the one before this, it is refused', () => {
    const nothing = ready.following({ epoch: -1, tip: GENESIS, transactions: [] })
    expect(nothing.refusals(quote())).toEqual(['NothingToProve'])
    expect(ready.following({ epoch: 1 }).refusals(quote())).toEqual(['NothingToProve'])
    expect(ready.refusals(quote())).toEqual([])
  })

  test('QUOTE-7, QUOTE-8: in the first epoch nothing has ended, and where nothing was quoted nothing is quoted already', () => {
    const early = under('quote').following({ epoch: -1, available: '3' })
    expect(early.refusals(quote({ validUntilSlot: 1 }))).toEqual(['NothingToProve'])
  })

  test('QUOTE-7: in slot 4 the window is open, in slot 5 it is not', () => {
    expect(ready.at(4).refusals(quote())).toEqual([])
    expect(ready.at(5).refusals(quote())).toEqual(['ClaimWindowClosed', 'QuoteExpired'])
    expect(ready.at(5).refusals(quote({ validUntilSlot: 5 }))).toEqual([
      'ClaimWindowClosed',
      'QuoteBeyondWindow',
    ])
  })

  test('QUOTE-7: after somebody was claimed for it is refused', () => {
    expect(ready.following({ claim: 'p2' }).refusals(quote())).toEqual(['ClaimAlreadyMade'])
    expect(ready.following({ claim: 'p1' }).refusals(quote())).toEqual(['ClaimAlreadyMade'])
  })

  test('QUOTE-8: one epoch is quoted once, across a crash with a store that is kept', () => {
    expect(quoted.refusals(quote({ fee: 4000 }))).toEqual(['AlreadyQuoted'])
    const restarted = (store: 'kept' | 'lost') =>
      quoted.after(crash(store)).following(epochZero).refusals(quote())
    expect(restarted('kept')).toEqual(['AlreadyQuoted'])
    expect(restarted('lost')).toEqual(['StartTooRecent', 'TransactionNotHeld'])
  })

  test('QUOTE-12: after the loss of its store nothing is quoted for the epochs before the one of the start', () => {
    const lostAt = (slot: number) =>
      under('quote').at(slot).after(crash('lost')).at(Math.max(slot, 3)).following(epochZero).holding('t1')
    expect(lostAt(3).refusals(quote())).toEqual(['StartTooRecent'])
    expect(lostAt(3).at(4).refusals(quote())).toEqual(['StartTooRecent'])
    expect(lostAt(2).refusals(quote())).toEqual([])
  })

  test('QUOTE-12: with a store that is kept, it quotes for what it has not quoted for', () => {
    const restarted = ready.after(crash('kept')).following(epochZero)
    expect(restarted.refusals(quote())).toEqual([])
  })

  test('QUOTE-12: in the first epoch a start after a loss is no start before genesis', () => {
    const early = under('quote').after(crash('lost')).following({ epoch: -1, available: '3' })
    expect(early.refusals(quote({ validUntilSlot: 1 }))).toEqual(['NothingToProve', 'StartTooRecent'])
  })

  test('QUOTE-12: a second loss counts from the second start', () => {
    const twice = under('quote').after(crash('lost')).at(3).after(crash('lost'))
    expect(twice.state.quotesFrom).toBe(1)
    expect(twice.following(epochZero).holding('t1').refusals(quote())).toEqual(['StartTooRecent'])
  })

  test('QUOTE-8: the next epoch is quoted anew', () => {
    const later = Scenario.deployed({ ...profileOf('quote'), horizon: 7 })
      .at(3)
      .following(epochZero)
      .holding('t1')
      .after(quote())
      .at(6)
      .following({ epoch: 1, tip: { slot: 5, root: ['t1'] } })
    expect(later.refusals(quote({ validUntilSlot: 7 }))).toEqual([])
  })

  test('QUOTE-7: valid until slot 3 it can be made in slot 3 and not in slot 4', () => {
    expect(ready.refusals(quote({ validUntilSlot: 3 }))).toEqual([])
    expect(ready.at(4).refusals(quote({ validUntilSlot: 3 }))).toEqual(['QuoteExpired'])
  })

  test('QUOTE-9: valid until slot 4, the last of the window, and not until slot 5; nor until one of the epoch before', () => {
    expect(ready.refusals(quote({ validUntilSlot: 4 }))).toEqual([])
    expect(ready.refusals(quote({ validUntilSlot: 5 }))).toEqual(['QuoteBeyondWindow'])
    expect(ready.refusals(quote({ validUntilSlot: 2 }))).toEqual(['QuoteExpired', 'QuoteBeyondWindow'])
  })

  test('QUOTE-7: the minimum bond passes, one wei less does not', () => {
    expect(ready.refusals(quote({ bond: '2' }))).toEqual([])
    expect(ready.refusals(quote({ bond: '1' }))).toEqual(['BondBelowMinimum'])
  })

  test('QUOTE-7: the greatest fee passes, one basis point more does not', () => {
    expect(ready.refusals(quote({ fee: 10_000 }))).toEqual([])
    expect(ready.refusals(quote({ fee: 10_001 }))).toEqual(['FeeAboveMaximum'])
    expect(
      under('quote', { feeMaximum: 5000 }).at(3).following(epochZero).holding('t1').refusals(quote()),
    ).toEqual([])
  })

  test('QUOTE-10: what is available passes, one wei more does not, whatever is withdrawing', () => {
    const leaving = ready.following({ withdrawing: '2', unlockSlot: 5 })
    expect(leaving.refusals(quote({ bond: '3' }))).toEqual([])
    expect(leaving.refusals(quote({ bond: '4' }))).toEqual(['EscrowInsufficient'])
  })

  test('QUOTE-11: while a transaction of the epoch is lacking it is refused', () => {
    expect(ready.following({ transactions: ['t1', 't2'] }).refusals(quote())).toEqual(['TransactionNotHeld'])
  })

  test('QUOTE-7, QUOTE-10: amounts beyond 2^53 are told apart by one wei', () => {
    const ether = 10n ** 18n
    const rich = under('quote', { minimumBond: String(2n * ether) })
      .at(3)
      .following({ ...epochZero, available: String(3n * ether) })
      .holding('t1')
    const refused = (bond: bigint) => rich.refusals(quote({ bond: String(bond) }))
    expect(refused(2n * ether)).toEqual([])
    expect(refused(2n * ether - 1n)).toEqual(['BondBelowMinimum'])
    expect(refused(3n * ether)).toEqual([])
    expect(refused(3n * ether + 1n)).toEqual(['EscrowInsufficient'])
    expect(rich.after(quote({ bond: '2000000000000000001' })).state.quoted.bond).toBe('2000000000000000001')
  })

  test('QUOTE-8, MESSAGE-10: the quote is recorded and sent in the same step', () => {
    const body = { prover: 'p1', epoch: 0, validUntilSlot: 4, bond: '2', fee: 5000 }
    expect(quoted.state).toEqual({ ...ready.state, quoted: body })
    expect(quoted.sent).toEqual([{ kind: 'send', id: 'quote/p1/0', body, expiresSlot: 4 }])
  })
})

describe('prove', () => {
  test('FOLLOW-9: behind the view it is refused', () => {
    expect(claimed.following({ follows: 'behind' }).refusals(prove)).toEqual(['NotFollowing'])
  })

  test('PROVE-2: with a claim for another prover or for nobody it is refused', () => {
    for (const claim of ['p2', 'nobody'])
      expect(claimed.following({ claim }).refusals(prove)).toEqual(['NothingClaimed'])
  })

  test('PROVE-2: an epoch that is not the one before this is not proven', () => {
    expect(claimed.following({ epoch: 1 }).refusals(prove)).toEqual(['NothingClaimed'])
    expect(claimed.at(4).refusals(prove)).toEqual(['NothingClaimed'])
    expect(claimed.at(3).refusals(prove)).toEqual([])
  })

  test('PROVE-2, PROVE-3: in the first epoch nothing has ended; nothing is neither being proven nor proven', () => {
    const early = under('prove').following({ claim: 'p1' })
    expect(early.refusals(prove)).toEqual(['NothingClaimed'])
  })

  test('PROVE-1: while a transaction is lacking it is refused', () => {
    expect(lacking.holding('t1').refusals(prove)).toEqual(['TransactionNotHeld'])
    expect(claimed.refusals(prove)).toEqual([])
  })

  test('PROVE-3: what is being proven or is proven is not proven again, also in the next slot', () => {
    expect(proving.refusals(prove)).toEqual(['AlreadyProving'])
    expect(proven.refusals(prove)).toEqual(['AlreadyProven'])
    expect(proven.at(3).refusals(prove)).toEqual(['AlreadyProven'])
  })

  test('PROVE-3: with another last block it is', () => {
    for (const before of [proving, proven]) {
      const moved = before.following(shortened)
      expect(moved.refusals(prove)).toEqual([])
      expect(moved.after(prove).state).toEqual({
        ...moved.state,
        proving: { epoch: 0, tip: { slot: 0, root: ['t1'] } },
      })
    }
  })

  test('PROVE-3: blocks of one slot with another root are different ones', () => {
    const other = proven.following({ tip: { slot: 1, root: ['t2', 't1'] } })
    expect(other.refusals(prove)).toEqual([])
  })

  test('PROVE-3, PROVE-5: what is proven is asked for with its transactions, until the epoch that follows is over', () => {
    expect(proving.state).toEqual({ ...claimed.state, proving: { epoch: 0, tip } })
    expect(proving.sent).toEqual([
      {
        kind: 'prove',
        id: 'prove/0/1:t1+t2',
        body: { epoch: 0, tip, transactions: ['t1', 't2'] },
        expiresSlot: 3,
      },
    ])
  })
})

describe('proved', () => {
  test('PROVE-3: the result of anything else, or of nothing, is refused', () => {
    for (const change of [
      { epoch: 1 },
      { tip: { slot: 1, root: ['stale'] } },
      { tip: { slot: 0, root: tip.root } },
    ])
      expect(proving.refusals(proving.result(change))).toEqual(['NothingProving'])
    expect(claimed.refusals(claimed.result())).toEqual(['NothingProving'])
    expect(proven.refusals(proving.result())).toEqual(['NothingProving'])
  })

  test('PROVE-3: a crash ends what is being proven', () => {
    expect(proving.after(crash('kept')).refusals(proving.result())).toEqual(['NothingProving'])
  })

  test('PROVE-3: after the epoch got another end the first result is refused', () => {
    const anew = proving.following(shortened).after(prove)
    expect(anew.refusals(proving.result())).toEqual(['NothingProving'])
    expect(anew.refusals(anew.result())).toEqual([])
  })

  test('PROVE-3: the proof is kept, whatever the view says, and nothing is sent', () => {
    const later = proving.following({ follows: 'behind', claim: 'nobody' })
    const kept = later.after(later.result())
    expect(kept.state).toEqual({ ...later.state, proof: { epoch: 0, tip }, proving: NO_TARGET })
    expect(kept.sent).toEqual([])
  })
})

describe('submitProof', () => {
  test('FOLLOW-9: behind the view it is refused', () => {
    expect(proven.following({ follows: 'behind' }).refusals(submitProof)).toEqual(['NotFollowing'])
  })

  test('PROVE-4: without a proof, or with one up to another block, it is refused', () => {
    expect(proving.refusals(submitProof)).toEqual(['NothingProven'])
    expect(proven.following(shortened).refusals(submitProof)).toEqual(['NothingProven'])
    expect(proven.following({ epoch: 1 }).refusals(submitProof)).toEqual(['NothingProven'])
    expect(proven.refusals(submitProof)).toEqual([])
  })

  test('PROVE-4: with nothing proven and nothing to prove it is refused', () => {
    expect(under('prove').following().refusals(submitProof)).toEqual(['NothingProven'])
  })

  test('PROVE-4: it needs no claim', () => {
    expect(proven.following({ claim: 'p2' }).refusals(submitProof)).toEqual([])
  })

  test('PROVE-5: in the epoch that follows and not after it', () => {
    expect(proven.at(3).refusals(submitProof)).toEqual([])
    expect(proven.at(4).refusals(submitProof)).toEqual(['ProofTooLate'])
  })

  test('PROVE-6: once a slot, across a crash with a store that is kept', () => {
    const submitted = proven.after(submitProof)
    expect(submitted.refusals(submitProof)).toEqual(['AlreadySubmitted'])
    const restarted = submitted.after(crash('kept')).following(proven.state.view)
    expect(restarted.refusals(submitProof)).toEqual(['AlreadySubmitted'])
    expect(restarted.at(3).refusals(submitProof)).toEqual([])
  })

  test('PROVE-6: the proof is recorded as submitted and handed to L1 in the same step', () => {
    const submitted = proven.after(submitProof)
    expect(submitted.state).toEqual({ ...proven.state, submitted: 2 })
    const body = { call: 'submitEpochProof', epoch: 0, tip }
    expect(submitted.sent).toEqual([{ kind: 'submit', id: 'proof/0/1:t1+t2/2', body, expiresSlot: 2 }])
  })
})

describe('deposit', () => {
  test('PROVE-7: 1 wei passes, 0 does not', () => {
    expect(escrow.refusals(deposit(0))).toEqual(['AmountZero'])
    expect(escrow.refusals(deposit(1))).toEqual([])
  })

  test('PROVE-7: nothing of the view is asked', () => {
    expect(under('escrow').refusals(deposit(1))).toEqual([])
  })

  test('PROVE-6: one call of the escrow a slot, and a proof beside it', () => {
    const moved = escrow.after(deposit(1))
    for (const event of [deposit(1), startWithdrawal(1)])
      expect(moved.refusals(event)).toEqual(['AlreadySubmitted'])
    expect(moved.at(1).refusals(deposit(1))).toEqual([])
    expect(proven.after(deposit(1)).refusals(submitProof)).toEqual([])
    expect(proven.after(submitProof).refusals(deposit(1))).toEqual([])
  })

  test('PROVE-6: the call is recorded and handed to L1 in the same step', () => {
    const moved = escrow.at(1).after(deposit(2))
    expect(moved.state).toEqual({ ...escrow.state, slot: 1, moved: 1 })
    const body = { call: 'deposit', amount: '2' }
    expect(moved.sent).toEqual([{ kind: 'submit', id: 'deposit/p1/1', body, expiresSlot: 1 }])
  })
})

describe('startWithdrawal', () => {
  test('FOLLOW-9: behind the view it is refused', () => {
    expect(escrow.following({ follows: 'behind' }).refusals(startWithdrawal(1))).toEqual(['NotFollowing'])
  })

  test('PROVE-7: 1 wei passes, 0 does not', () => {
    expect(escrow.refusals(startWithdrawal(0))).toEqual(['AmountZero'])
    expect(escrow.refusals(startWithdrawal(1))).toEqual([])
  })

  test('PROVE-7: all that is available passes, one wei more does not', () => {
    expect(escrow.refusals(startWithdrawal(3))).toEqual([])
    expect(escrow.refusals(startWithdrawal(4))).toEqual(['AvailableInsufficient'])
  })

  test('PROVE-7: while something is withdrawing nothing else is', () => {
    expect(withdrawing.refusals(startWithdrawal(1))).toEqual(['WithdrawalPending'])
    expect(withdrawing.following({ withdrawing: '0' }).refusals(startWithdrawal(1))).toEqual([])
  })

  test('PROVE-6: once a slot, across a crash with a store that is kept', () => {
    const moved = escrow.after(startWithdrawal(1), crash('kept')).following(escrow.state.view)
    expect(moved.refusals(startWithdrawal(1))).toEqual(['AlreadySubmitted'])
    expect(moved.at(1).refusals(startWithdrawal(1))).toEqual([])
  })

  test('PROVE-8: of 3 wei with 2 promised 1 can be withdrawn and 2 cannot', () => {
    expect(quoted.refusals(startWithdrawal(1))).toEqual([])
    expect(quoted.refusals(startWithdrawal(2))).toEqual(['QuotePromised'])
    expect(ready.refusals(startWithdrawal(2))).toEqual([])
  })

  test('PROVE-8: promised through the last slot of the quote, and no longer than nobody is claimed for', () => {
    const short = ready.after(quote({ validUntilSlot: 3 }))
    expect(short.refusals(startWithdrawal(2))).toEqual(['QuotePromised'])
    expect(short.at(4).refusals(startWithdrawal(2))).toEqual([])
    expect(quoted.at(4).refusals(startWithdrawal(2))).toEqual(['QuotePromised'])
    for (const claim of ['p1', 'p2'])
      expect(quoted.following({ claim }).refusals(startWithdrawal(2))).toEqual([])
  })

  test('PROVE-8: while a quote may have been lost with the store nothing is withdrawn', () => {
    const lostAt = (slot: number) =>
      under('escrow')
        .at(slot)
        .after(crash('lost'))
        .following({ epoch: 0, tip: escrow.state.view.tip, available: '3' })
    expect(lostAt(2).refusals(startWithdrawal(1))).toEqual(['StartTooRecent'])
    expect(lostAt(2).at(3).refusals(startWithdrawal(1))).toEqual(['StartTooRecent'])
    expect(lostAt(2).refusals(startWithdrawal(4))).toEqual(['AvailableInsufficient', 'StartTooRecent'])
    expect(lostAt(1).refusals(startWithdrawal(1))).toEqual(['StartTooRecent'])
    expect(lostAt(1).at(2).refusals(startWithdrawal(1))).toEqual([])
    expect(lostAt(2).refusals(deposit(1))).toEqual([])
  })

  test('PROVE-8: amounts beyond 2^53 are told apart by one wei', () => {
    const ether = 10n ** 18n
    const rich = ready.following({ available: String(5n * ether) }).after(quote({ bond: String(3n * ether) }))
    const refused = (amount: bigint) => rich.refusals({ type: 'startWithdrawal', amount: String(amount) })
    expect(refused(2n * ether)).toEqual([])
    expect(refused(2n * ether + 1n)).toEqual(['QuotePromised'])
    const body = { call: 'startWithdrawal', amount: '1999999999999999999' }
    const { sent } = rich.after({ type: 'startWithdrawal', amount: body.amount })
    expect(sent.map((effect) => effect.body)).toEqual([body])
  })

  test('PROVE-8: in a later epoch the quote binds nothing', () => {
    const long = Scenario.deployed({ ...profileOf('quote'), horizon: 6 })
    const later = long.at(3).following(epochZero).holding('t1').after(quote()).at(6)
    expect(later.refusals(startWithdrawal(3))).toEqual([])
  })

  test('PROVE-6: the call is recorded and handed to L1 in the same step', () => {
    const moved = escrow.at(1).after(startWithdrawal(2))
    expect(moved.state).toEqual({ ...escrow.state, slot: 1, moved: 1 })
    const body = { call: 'startWithdrawal', amount: '2' }
    expect(moved.sent).toEqual([{ kind: 'submit', id: 'withdrawal/p1/1', body, expiresSlot: 1 }])
  })
})

describe('executeWithdrawal', () => {
  test('FOLLOW-9: behind the view it is refused', () => {
    const behind = withdrawing.at(3).following({ follows: 'behind' })
    expect(behind.refusals(executeWithdrawal)).toEqual(['NotFollowing'])
  })

  test('PROVE-7: with nothing withdrawing it is refused', () => {
    expect(escrow.refusals(executeWithdrawal)).toEqual(['NoWithdrawal'])
  })

  test('PROVE-7: in the slot in which it unlocks, and not in the one before', () => {
    expect(withdrawing.at(2).refusals(executeWithdrawal)).toEqual(['WithdrawalLocked'])
    expect(withdrawing.at(3).refusals(executeWithdrawal)).toEqual([])
  })

  test('PROVE-6: once a slot', () => {
    const moved = withdrawing.at(3).after(executeWithdrawal)
    expect(moved.refusals(executeWithdrawal)).toEqual(['AlreadySubmitted'])
  })

  test('PROVE-6: the call is recorded and handed to L1 in the same step', () => {
    const unlocked = withdrawing.at(3)
    const moved = unlocked.after(executeWithdrawal)
    expect(moved.state).toEqual({ ...unlocked.state, moved: 3 })
    const body = { call: 'executeWithdrawal' }
    expect(moved.sent).toEqual([{ kind: 'submit', id: 'payout/p1/3', body, expiresSlot: 3 }])
  })
})

describe('tick, follow and crash', () => {
  test('TIME-3: time moves the slot and nothing else', () => {
    expect(proving.at(4).state).toEqual({ ...proving.state, slot: 4 })
  })

  test('FOLLOW-9: a report replaces the one before', () => {
    const view = { ...NO_PROVE_VIEW, follows: 'behind' as const, available: '1' }
    const reported = proving.after({ type: 'follow', view })
    expect([reported.state, reported.sent]).toEqual([{ ...proving.state, view }, []])
  })

  test('QUOTE-8, PROVE-6: a crash with a store that is kept forgets the view and what is being proven', () => {
    const busy = proven.after(submitProof, deposit(1)).following(shortened).after(prove)
    const restarted = busy.after(crash('kept'))
    expect(restarted.state).toEqual({ ...busy.state, view: NO_PROVE_VIEW, proving: NO_TARGET })
    expect(restarted.sent).toEqual([])
    expect(quoted.after(crash('kept')).state).toEqual({ ...quoted.state, view: NO_PROVE_VIEW })
  })

  test('QUOTE-12: one with a store that is lost forgets all but the slot, and notes the epoch', () => {
    const { state, sent } = proven.after(submitProof, deposit(1), crash('lost'))
    expect(state).toEqual({ ...under('prove').state, slot: 2, quotesFrom: 1 })
    expect(sent).toEqual([])
    expect(quoted.after(crash('lost')).state.quoted).toEqual(NO_QUOTE)
    expect(escrow.after(crash('lost')).state.held).toEqual([])
  })
})
