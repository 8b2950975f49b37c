import { describe, expect, test } from 'vitest'
import { loadPreset } from '../../spec/parameters.ts'
import { frozenValidators } from './chain.ts'
import { coveredNextSlotOf } from './rules/arithmetic.ts'
import { Scenario } from './scenario.ts'

const [rfc] = loadPreset('rfc').profiles
const small = Scenario.deployed({
  ...rfc!,
  parameters: { ...rfc!.parameters, minimumBondWei: '1', escrowCapWei: '9' },
  tokens: { p1: '4', p2: '9' },
  deposits: { p1: '5' },
  quotes: [{ proverAddress: 'p1', bondAmount: '3', basisPointFee: 0 }],
})
const deposit = (amount: string, caller = 'p1') => ({ type: 'deposit', caller, amount }) as const
const startWithdrawal = (amount: string) => ({ type: 'startWithdrawal', caller: 'p1', amount }) as const
const payingTo = (receiver: string) => ({ type: 'executeWithdrawal', caller: 'p1', receiver }) as const
const executeWithdrawal = payingTo('p1')
const prune = { type: 'prune', caller: 'stranger' } as const
const collectSlashed = { type: 'collectSlashed', caller: 'stranger' } as const
const p1 = ({ state }: Scenario) => ({ ...state.accounts.p1, tokens: state.tokens.p1 })

describe('escrow', () => {
  test('ESCROW-1: an amount of 0 is refused, 1 wei passes', () => {
    expect([deposit('0'), deposit('1')].map((it) => small.revert(it))).toEqual([
      ['AmountZero', 0n],
      undefined,
    ])
    expect([startWithdrawal('0'), startWithdrawal('1')].map((it) => small.revert(it))).toEqual([
      ['AmountZero', 0n],
      undefined,
    ])
  })

  test('ESCROW-2: the whole balance passes, one wei more is refused', () => {
    expect(small.refusals(deposit('4'))).toEqual([])
    expect(small.revert(deposit('5'))).toEqual(['TokenBalanceInsufficient', 4n, 5n])
  })

  test('ESCROW-3: the cap passes in total, one wei more is refused', () => {
    expect(small.refusals(deposit('9', 'p2'))).toEqual([])
    const held = small.after(deposit('8', 'p2'))
    const full = held.having({ tokens: { ...held.state.tokens, p2: '2' } })
    expect([deposit('1', 'p2'), deposit('2', 'p2')].map((it) => full.revert(it))).toEqual([
      undefined,
      ['EscrowCapExceeded', 8n, 2n, 9n],
    ])
  })

  test('ESCROW-3: a bond counts in slot 63 and no longer in slot 64, pruned or not', () => {
    const claimed = small.propose().at(32).claim()
    const rich = claimed.having({ tokens: { ...claimed.state.tokens, p1: '9' } })
    expect(rich.at(63).revert(deposit('5'))).toEqual(['EscrowCapExceeded', 5n, 5n, 9n])
    const late = rich.at(64)
    for (const scenario of [late, late.after(prune)]) {
      expect(scenario.revert(deposit('8'))).toEqual(['EscrowCapExceeded', 2n, 8n, 9n])
      const { state } = scenario.after(deposit('7'))
      expect([state.accounts.p1, state.slashed, state.claim, state.pending]).toEqual([
        { available: '9', withdrawing: '0', unlockSlot: 0, staked: '0' },
        '3',
        null,
        [],
      ])
    }
  })

  test('ESCROW-4: a deposit is available at once and backs a claim in the same slot', () => {
    const deposited = small.propose().at(32).after(deposit('4'))
    expect(p1(deposited)).toEqual({
      available: '9',
      withdrawing: '0',
      unlockSlot: 0,
      staked: '0',
      tokens: '0',
    })
    expect(deposited.refusals(deposited.claiming({ bondAmount: '9' }))).toEqual([])
  })

  test('ESCROW-5: the whole available amount passes, one wei more is refused', () => {
    expect(small.refusals(startWithdrawal('5'))).toEqual([])
    expect(small.revert(startWithdrawal('6'))).toEqual(['AvailableInsufficient', 5n, 6n])
  })

  test('ESCROW-6: a second withdrawal waits until the first was executed or wholly staked', () => {
    const started = small.propose().at(32).after(startWithdrawal('3'))
    expect(started.revert(startWithdrawal('1'))).toEqual(['WithdrawalPending', 3n])
    expect(started.at(77).after(executeWithdrawal).refusals(startWithdrawal('1'))).toEqual([])
    const staked = started.claim({ bondAmount: '5' })
    expect(p1(staked)).toMatchObject({ withdrawing: '0', unlockSlot: 0 })
  })

  test('ESCROW-7: started in slot 10 it is locked in slot 54 and paid in slot 55', () => {
    const started = small.at(10).after(startWithdrawal('5'))
    expect(started.at(54).revert(executeWithdrawal)).toEqual(['WithdrawalLocked', 54, 55])
    expect(p1(started.at(55).after(executeWithdrawal)).tokens).toBe('9')
  })

  test('ESCROW-8: 5 withdrawing of which a claim staked 3 pays 2, a second call is refused', () => {
    const staked = small.propose().at(32).after(startWithdrawal('5')).claim().at(77)
    const paid = staked.after(executeWithdrawal)
    expect(p1(paid)).toEqual({ available: '0', withdrawing: '0', unlockSlot: 0, staked: '3', tokens: '6' })
    expect(paid.revert(executeWithdrawal)).toEqual(['NoWithdrawal', 0n])
  })

  test('ESCROW-9: a bond cannot be collected in slot 63, in slot 64 it goes to the sink, pruned or not', () => {
    const claimed = small.propose().at(32).claim()
    expect(claimed.at(63).revert(collectSlashed)).toEqual(['NothingSlashed', 0n])
    const late = claimed.at(64)
    const settled = late.after(prune)
    for (const scenario of [late, settled])
      expect(scenario.after(collectSlashed).state).toEqual({
        ...settled.state,
        slashed: '0',
        tokens: { ...settled.state.tokens, escrow: '2', sink: '3' },
      })
    expect(late.rollup.step(late.state, collectSlashed)).toMatchObject({
      effects: [
        { type: 'PendingChainPruned', tip: late.state.proven },
        { type: 'BondSlashed', prover: 'p1', bondAmount: '3' },
        { type: 'SlashedCollected', amount: '3' },
        { type: 'Transfer', from: 'escrow', to: 'sink', amount: '3' },
      ],
    })
  })

  test('ESCROW-11: a quote seen in slot 0 is covered in slot 44 with a delay of 45, with 44 it is not', () => {
    const leaving = (withdrawalDelaySlots: number) => {
      const parameters = { ...small.profile.parameters, withdrawalDelaySlots }
      const scenario = Scenario.deployed({ ...small.profile, parameters })
      return scenario.after(startWithdrawal('5')).propose().at(44)
    }
    const guaranteed = leaving(45)
    expect(guaranteed.refusals(executeWithdrawal)).toEqual(['WithdrawalLocked'])
    expect(guaranteed.refusals(guaranteed.claiming({ bondAmount: '5' }))).toEqual([])
    const gone = leaving(44).after(executeWithdrawal)
    expect(gone.revert(gone.claiming({ bondAmount: '5' }))).toEqual(['EscrowInsufficient', 0n, 0n, 5n])
  })

  test('VIEW-4: with 3 available and 2 withdrawing until slot 55, and with 5 available', () => {
    const covered = (bondAmount: bigint, slot: number, [availableWei, withdrawingWei, unlockSlot]: Account) =>
      coveredNextSlotOf({
        availableWei,
        withdrawingWei,
        unlockSlot,
        bondAmount,
        slot,
        withdrawalDelaySlots: 45,
      })
    type Account = readonly [availableWei: bigint, withdrawingWei: bigint, unlockSlot: number]
    const leaving: Account = [3n, 2n, 55]
    expect([5n, 4n, 3n, 6n].map((bond) => covered(bond, 10, leaving))).toEqual([55, 55, 100, 0])
    expect([5n, 4n, 3n].map((bond) => covered(bond, 54, leaving))).toEqual([55, 55, 100])
    expect([5n, 4n, 3n].map((bond) => covered(bond, 55, leaving))).toEqual([0, 0, 100])
    expect(covered(3n, 56, leaving)).toBe(101)
    expect([5n, 6n].map((bond) => covered(bond, 10, [5n, 0n, 0]))).toEqual([55, 0])
  })

  test('ESCROW-12: started in slot 10, the unlock slot is 55', () => {
    expect(p1(small.at(10).after(startWithdrawal('2')))).toEqual({
      available: '3',
      withdrawing: '2',
      unlockSlot: 55,
      staked: '0',
      tokens: '4',
    })
  })

  test('ESCROW-14: the zero address and the escrow are refused', () => {
    const unlocked = small.after(startWithdrawal('5')).at(45)
    expect(['none', 'escrow'].map((receiver) => unlocked.revert(payingTo(receiver)))).toEqual([
      ['ReceiverInvalid', 'none', 'escrow'],
      ['ReceiverInvalid', 'escrow', 'escrow'],
    ])
  })

  test('ESCROW-14: without a withdrawal that is refused first', () => {
    expect(small.refusals(payingTo('escrow'))).toEqual(['NoWithdrawal', 'ReceiverInvalid'])
  })

  test('ESCROW-14: the caller, another prover and an address that was never registered receive', () => {
    const unlocked = small.after(startWithdrawal('5')).at(45)
    const { accounts, tokens } = unlocked.state
    const paid = { available: '0', withdrawing: '0', unlockSlot: 0, staked: '0' }
    for (const [receiver, held] of [
      ['p1', '9'],
      ['p2', '14'],
      ['stranger', '5'],
      ['sink', '5'],
    ] as const) {
      const made = unlocked.rollup.step(unlocked.state, payingTo(receiver))
      const state = {
        ...unlocked.state,
        accounts: { ...accounts, p1: paid },
        tokens: { ...tokens, escrow: '0', [receiver]: held },
      }
      const effects = [
        { type: 'WithdrawalExecuted', prover: 'p1', receiver, amount: '5' },
        { type: 'Transfer', from: 'escrow', to: receiver, amount: '5' },
      ]
      expect(made).toEqual({ state, effects })
    }
  })

  test('ESCROW-14: the rollup as receiver enlarges the reward pool', () => {
    const unlocked = small.after(startWithdrawal('5')).at(45)
    const { tokens, credits } = unlocked.after(payingTo('rollup')).state
    expect(BigInt(tokens.rollup!) - BigInt(unlocked.state.tokens.rollup!)).toBe(5n)
    expect(credits).toEqual(unlocked.state.credits)
  })

  test('ESCROW-10: of 3 wei transferred without a deposit nothing is paid', () => {
    const given = small.having({ tokens: { ...small.state.tokens, escrow: '8' } })
    const paid = given.after(startWithdrawal('5')).at(45).after(executeWithdrawal)
    expect(paid.state.tokens.escrow).toBe('3')
    expect(
      [startWithdrawal('1'), executeWithdrawal, collectSlashed].flatMap((it) => paid.refusals(it)),
    ).toEqual(['AvailableInsufficient', 'NoWithdrawal', 'NothingSlashed'])
  })
})

describe('validators', () => {
  const three = Scenario.deployed({ ...rfc!, validators: ['v1', 'v2', 'v3'] })
  const add = (validator: string, caller = 'admin') => ({ type: 'addValidator', caller, validator }) as const
  const remove = (validator: string, caller = 'admin') =>
    ({ type: 'removeValidator', caller, validator }) as const

  test('VALIDATOR-1: only the administrator adds and removes, a validator cannot remove itself', () => {
    expect(three.revert(add('v4', 'v1'))).toEqual(['CallerNotAdministrator', 'v1', 'admin'])
    expect(three.revert(remove('v1', 'v1'))).toEqual(['CallerNotAdministrator', 'v1', 'admin'])
    expect([add('v4'), remove('v1')].flatMap((it) => three.refusals(it))).toEqual([])
  })

  test('VALIDATOR-2: the zero address is refused', () => {
    expect(three.revert(add('none'))).toEqual(['ValidatorZero', 'none'])
  })

  test('VALIDATOR-3: a registered validator is refused; removed and added again in one epoch it is last', () => {
    expect(three.revert(add('v2'))).toEqual(['ValidatorAlreadyRegistered', 'v2'])
    const again = three.after(remove('v2')).after(add('v2'))
    expect(again.state.validators.current).toEqual(['v1', 'v3', 'v2'])
  })

  test('VALIDATOR-4: removing the first of three puts the last in its place; a stranger is refused', () => {
    expect(three.after(remove('v1')).state.validators.current).toEqual(['v3', 'v2'])
    expect(three.after(remove('v3')).state.validators.current).toEqual(['v1', 'v2'])
    expect(three.revert(remove('stranger'))).toEqual(['ValidatorNotRegistered', 'stranger'])
  })

  const frozen = ({ state }: Scenario) => frozenValidators(state, rfc!.parameters)
  const initial = ['v1', 'v2', 'v3']
  const withFour = [...initial, 'v4']

  test('VALIDATOR-5: added in slot 31 it can be drawn by a call in slot 64 and not before, added in slot 32 in slot 96', () => {
    const early = three.at(31).after(add('v4'))
    const late = three.at(32).after(add('v4'))
    expect([early, early.at(32), early.at(63), early.at(64)].map(frozen)).toEqual([
      initial,
      initial,
      initial,
      withFour,
    ])
    expect([late, late.at(64), late.at(95), late.at(96)].map(frozen)).toEqual([
      initial,
      initial,
      initial,
      withFour,
    ])
  })

  test('VALIDATOR-5: changes of two epochs in a row are drawn from one after the other', () => {
    const changed = three.at(31).after(add('v4')).at(32).after(remove('v1'))
    const both = ['v4', 'v2', 'v3']
    expect(changed.state.validators).toEqual({
      current: both,
      previous: withFour,
      earlier: initial,
      changedEpoch: 1,
    })
    expect([changed, changed.at(64), changed.at(96)].map(frozen)).toEqual([initial, withFour, both])
  })

  test('VALIDATOR-5: an epoch between two changes leaves nothing earlier than the last set', () => {
    const changed = three.at(32).after(add('v4')).at(96).after(remove('v4'))
    expect(changed.state.validators).toEqual({
      current: initial,
      previous: withFour,
      earlier: withFour,
      changedEpoch: 3,
    })
  })

  test('VALIDATOR-5: the set stays frozen through several changes of one epoch', () => {
    const changed = three.at(32).after(add('v4')).after(remove('v1'))
    expect(changed.state.validators).toEqual({
      current: ['v4', 'v2', 'v3'],
      previous: initial,
      earlier: initial,
      changedEpoch: 1,
    })
  })
})
