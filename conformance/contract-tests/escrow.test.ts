import { zeroAddress } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keyOf } from '../evm/ecdsa.ts'
import type { Storage } from '../evm/word.ts'
import { namedValidators, smallParameters, World } from './world.ts'

const from = keyOf('p1').address
const options = { from }
const CAP = 2n ** 128n - 1n

let world: World
let initial: Storage

beforeAll(async () => {
  world = await World.start(namedValidators(1), { parameters: smallParameters })
  initial = world.storage
})
afterAll(() => world?.stop())
beforeEach(() => {
  world.storage = initial
  world.slot = 0n
})

const account = () => world.view('escrow', 'accountOf', [from])
const tokens = (holder = from) => world.view<bigint>('token', 'balanceOf', [holder])
const mintAndApprove = async (amount: bigint) => {
  await world.accepted('token', 'mint', [from, amount])
  await world.accepted('token', 'approve', [world.addresses.escrow, 2n ** 256n - 1n], options)
}
const empty = { availableWei: 0n, stakedWei: 0n, withdrawingWei: 0n, unlockSlot: 0n }

describe('deposit', () => {
  test('ESCROW-1: nothing is refused, 1 wei passes', async () => {
    await mintAndApprove(1n)
    expect(await world.refusal('escrow', 'deposit', [0n], options)).toEqual({
      name: 'AmountZero',
      args: [0n],
    })
    await world.accepted('escrow', 'deposit', [1n], options)
  })

  test('ESCROW-2: one wei more than the balance is refused, the whole balance passes', async () => {
    await mintAndApprove(5n)
    for (const amount of [6n, 2n ** 128n, 2n ** 256n - 1n]) {
      expect(await world.refusal('escrow', 'deposit', [amount], options)).toEqual({
        name: 'TokenBalanceInsufficient',
        args: [5n, amount],
      })
    }
    await world.accepted('escrow', 'deposit', [5n], options)
    expect([await tokens(), await tokens(world.addresses.escrow)]).toEqual([0n, 5n])
  })

  test('ESCROW-3: 2^128 - 1 wei in total pass, one more is refused, and so is the greatest that can be held', async () => {
    await mintAndApprove(2n ** 256n - 1n)
    expect(await world.refusal('escrow', 'deposit', [2n ** 256n - 1n], options)).toEqual({
      name: 'EscrowCapExceeded',
      args: [0n, 2n ** 256n - 1n, CAP],
    })
    await world.accepted('escrow', 'deposit', [CAP - 1n], options)
    await world.accepted('escrow', 'startWithdrawal', [CAP - 1n], options)
    expect(await world.refusal('escrow', 'deposit', [2n], options)).toEqual({
      name: 'EscrowCapExceeded',
      args: [CAP - 1n, 2n, CAP],
    })
    await world.accepted('escrow', 'deposit', [1n], options)
    expect(await account()).toEqual({
      availableWei: 1n,
      stakedWei: 0n,
      withdrawingWei: CAP - 1n,
      unlockSlot: 45n,
    })
  })

  test('ESCROW-4: without an allowance nothing moves', async () => {
    await world.accepted('token', 'mint', [from, 5n])
    expect(await world.refusal('escrow', 'deposit', [5n], options)).toEqual({
      name: 'TokenTransferFailed',
      args: [from, world.addresses.escrow, 5n],
    })
    expect(await account()).toEqual(empty)
  })
})

describe('withdrawal', () => {
  beforeEach(async () => {
    await mintAndApprove(10n)
    await world.accepted('escrow', 'deposit', [10n], options)
  })

  test('ESCROW-1: of nothing is refused', async () => {
    expect((await world.refusal('escrow', 'startWithdrawal', [0n], options)).name).toBe('AmountZero')
  })

  test('ESCROW-5: one wei more than what is available is refused', async () => {
    for (const amount of [11n, 2n ** 128n + 1n, 2n ** 256n - 1n]) {
      expect(await world.refusal('escrow', 'startWithdrawal', [amount], options)).toEqual({
        name: 'AvailableInsufficient',
        args: [10n, amount],
      })
    }
    await world.accepted('escrow', 'startWithdrawal', [10n], options)
  })

  test('ESCROW-6: a second one is refused until the first was executed', async () => {
    await world.accepted('escrow', 'startWithdrawal', [4n], options)
    expect(await world.refusal('escrow', 'startWithdrawal', [1n], options)).toEqual({
      name: 'WithdrawalPending',
      args: [4n],
    })
    world.slot = 45n
    await world.accepted('escrow', 'executeWithdrawal', [from], options)
    await world.accepted('escrow', 'startWithdrawal', [1n], options)
  })

  test('ESCROW-7, ESCROW-12: started in slot 10, it is locked in slot 54 and paid in slot 55', async () => {
    world.slot = 10n
    await world.accepted('escrow', 'startWithdrawal', [4n], options)
    expect(await account()).toEqual({
      availableWei: 6n,
      stakedWei: 0n,
      withdrawingWei: 4n,
      unlockSlot: 55n,
    })
    world.slot = 54n
    expect(await world.refusal('escrow', 'executeWithdrawal', [from], options)).toEqual({
      name: 'WithdrawalLocked',
      args: [54n, 55n],
    })
    world.slot = 55n
    await world.accepted('escrow', 'executeWithdrawal', [from], options)
    expect(await account()).toEqual({ ...empty, availableWei: 6n })
    expect([await tokens(), await tokens(world.addresses.escrow)]).toEqual([4n, 6n])
  })

  test('ESCROW-8: with none under way there is nothing to pay', async () => {
    expect(await world.refusal('escrow', 'executeWithdrawal', [from], options)).toEqual({
      name: 'NoWithdrawal',
      args: [0n],
    })
  })

  test('ESCROW-8: 5 withdrawing of which a claim staked 3 pays 2', async () => {
    await world.accepted('escrow', 'startWithdrawal', [5n], options)
    await world.propose()
    world.slot = 32n
    await world.claim({ bondAmount: 8n })
    world.slot = 45n
    await world.accepted('escrow', 'executeWithdrawal', [from], options)
    expect(await account()).toEqual({ ...empty, stakedWei: 8n })
    expect(await tokens()).toBe(2n)
  })

  describe('to a receiver', () => {
    beforeEach(async () => {
      await world.accepted('escrow', 'startWithdrawal', [4n], options)
      world.slot = 45n
    })

    test.each(['p1', 'p2', 'stranger', 'sink'])(
      'ESCROW-14: %s receives, and the log says so',
      async (name) => {
        const receiver = keyOf(name).address
        const paid = await world.accepted('escrow', 'executeWithdrawal', [receiver], options)
        expect(world.events(paid)).toEqual([
          ['WithdrawalExecuted', from, receiver, 4n],
          ['Transfer', world.addresses.escrow, receiver, 4n],
        ])
        expect([await tokens(receiver), await tokens(world.addresses.escrow)]).toEqual([4n, 6n])
        expect(await account()).toEqual({ ...empty, availableWei: 6n })
      },
    )

    test('ESCROW-14: the zero address and the escrow are refused', async () => {
      const { escrow } = world.addresses
      for (const receiver of [zeroAddress, escrow]) {
        expect(await world.refusal('escrow', 'executeWithdrawal', [receiver], options)).toEqual({
          name: 'ReceiverInvalid',
          args: [receiver, escrow],
        })
      }
    })

    test('ESCROW-14: once it is paid, a bad receiver is refused because there is no withdrawal', async () => {
      await world.accepted('escrow', 'executeWithdrawal', [from], options)
      expect((await world.refusal('escrow', 'executeWithdrawal', [zeroAddress], options)).name).toBe(
        'NoWithdrawal',
      )
    })

    test('ESCROW-14: the rollup receives into its reward pool, and nothing else of it changes', async () => {
      const { rollup } = world.addresses
      const before = world.storage.get(rollup)
      expect(await world.view('rollup', 'rewardPool')).toBe(0n)
      await world.accepted('escrow', 'executeWithdrawal', [rollup], options)
      expect(await world.view('rollup', 'rewardPool')).toBe(4n)
      expect(world.storage.get(rollup)).toEqual(before)
    })
  })

  test('ESCROW-10: 3 wei transferred without a deposit are in no account and are never paid', async () => {
    const { escrow } = world.addresses
    await world.accepted('token', 'mint', [from, 3n])
    const before = world.storage.get(escrow)
    await world.accepted('token', 'transfer', [escrow, 3n], options)
    expect(world.storage.get(escrow)).toEqual(before)

    await world.accepted('escrow', 'startWithdrawal', [10n], options)
    world.slot = 45n
    await world.accepted('escrow', 'executeWithdrawal', [from], options)
    expect(await account()).toEqual(empty)
    const refused = async (functionName: string, args: unknown[]) =>
      (await world.refusal('escrow', functionName, args, options)).name
    expect(await refused('startWithdrawal', [1n])).toBe('AvailableInsufficient')
    expect(await refused('executeWithdrawal', [from])).toBe('NoWithdrawal')
    expect(await refused('collectSlashed', [])).toBe('NothingSlashed')
    await world.accepted('escrow', 'deposit', [5n], options)
    expect(await account()).toEqual({ ...empty, availableWei: 5n })
    expect(await tokens(escrow)).toBe(8n)
  })

  test('ESCROW-9: a slashed bond goes to the sink, once, and only after it was settled', async () => {
    await world.propose()
    world.slot = 32n
    await world.claim({ bondAmount: 8n })
    world.slot = 64n
    const nothing = { name: 'NothingSlashed', args: [0n] }
    expect(await world.refusal('escrow', 'collectSlashed')).toEqual(nothing)
    await world.accepted('rollup', 'prune')
    await world.accepted('escrow', 'collectSlashed')
    const sink = keyOf('sink').address
    expect([await tokens(sink), await tokens(world.addresses.escrow)]).toEqual([8n, 2n])
    expect(await world.refusal('escrow', 'collectSlashed')).toEqual(nothing)
  })
})

describe('tokens that nobody deposited', () => {
  test('ESCROW-10: 3 wei that were transferred are in no account, and neither prover nor sink gets them', async () => {
    const stranger = keyOf('stranger').address
    await mintAndApprove(10n)
    await world.accepted('escrow', 'deposit', [10n], options)
    await world.accepted('token', 'mint', [stranger, 3n])
    await world.accepted('token', 'transfer', [world.addresses.escrow, 3n], { from: stranger })
    expect(await world.view('escrow', 'accountOf', [stranger])).toEqual(empty)
    for (const [caller, available] of [
      [stranger, 0n],
      [from, 10n],
    ] as const) {
      const amount = available + 3n
      expect(await world.refusal('escrow', 'startWithdrawal', [amount], { from: caller })).toEqual({
        name: 'AvailableInsufficient',
        args: [available, amount],
      })
    }
    const nothing = { name: 'NothingSlashed', args: [0n] }
    expect(await world.refusal('escrow', 'collectSlashed')).toEqual(nothing)

    await world.propose()
    world.slot = 32n
    await world.claim({ bondAmount: 8n })
    world.slot = 64n
    await world.accepted('rollup', 'prune')
    await world.accepted('escrow', 'collectSlashed')
    expect(await account()).toEqual({ ...empty, availableWei: 2n })
    expect([await tokens(keyOf('sink').address), await tokens(world.addresses.escrow)]).toEqual([8n, 5n])
    expect(await world.refusal('escrow', 'collectSlashed')).toEqual(nothing)
  })
})

describe('views', () => {
  test('VIEW-2: in slot 64 the bond of a claim for epoch 0 is still at stake, and no longer after a prune', async () => {
    await mintAndApprove(10n)
    await world.accepted('escrow', 'deposit', [10n], options)
    await world.propose()
    world.slot = 32n
    await world.claim({ bondAmount: 8n })
    world.slot = 64n
    expect(await account()).toMatchObject({ stakedWei: 8n })
    await world.accepted('rollup', 'prune')
    expect(await account()).toMatchObject({ stakedWei: 0n })
  })
})

describe('stakes', () => {
  test.each([
    ['stake', [from, 1]],
    ['unstake', [from]],
    ['slash', [from]],
  ] as [string, unknown[]][])(
    'ESCROW-13: %s is refused to everybody but the rollup',
    async (functionName, args) => {
      for (const caller of [from, keyOf('admin').address, keyOf('sink').address, world.addresses.escrow]) {
        expect(await world.refusal('escrow', functionName, args, { from: caller })).toEqual({
          name: 'CallerNotRollup',
          args: [caller],
        })
      }
    },
  )
})
