import fc from 'fast-check'
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

const account = () =>
  world.view<{ availableWei: bigint; withdrawingWei: bigint }>('escrow', 'accountOf', [from])
const ofRollup = () => ({ from: world.addresses.rollup })
const stored = async () => {
  const { availableWei, withdrawingWei } = await account()
  return {
    availableWei,
    withdrawingWei,
    stakedWei: await world.view('escrow', 'storedStakeOf', [from], ofRollup()),
  }
}
const nothing = { availableWei: 0n, withdrawingWei: 0n, stakedWei: 0n }
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
      args: [],
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

  describe('while a bond of 8 is at stake, of 10 deposited', () => {
    beforeEach(async () => {
      await mintAndApprove(2n ** 256n - 1n)
      await world.accepted('escrow', 'deposit', [10n], options)
      await world.propose()
      world.slot = 32n
      await world.claim({ bondAmount: 8n })
    })

    test('ESCROW-3: it counts in slot 63 and no longer in slot 64, whether or not anybody has pruned', async () => {
      world.slot = 63n
      expect(await world.refusal('escrow', 'deposit', [CAP - 9n], options)).toEqual({
        name: 'EscrowCapExceeded',
        args: [10n, CAP - 9n, CAP],
      })
      world.slot = 64n
      const due = world.storage
      for (const isPruned of [false, true]) {
        world.storage = due
        if (isPruned) await world.accepted('rollup', 'prune')
        expect(await world.refusal('escrow', 'deposit', [CAP - 1n], options)).toEqual({
          name: 'EscrowCapExceeded',
          args: [2n, CAP - 1n, CAP],
        })
        await world.accepted('escrow', 'deposit', [CAP - 2n], options)
        expect(await stored()).toEqual({ ...nothing, availableWei: CAP })
      }
    })

    test('PRUNE-4, LOG-2: a deposit carries out what is due and announces it first; while nothing is due it settles nothing', async () => {
      world.slot = 63n
      const early = await world.accepted('escrow', 'deposit', [1n], options)
      expect(world.events(early).map(([name]) => name)).toEqual(['Deposited', 'Transfer'])
      world.slot = 64n
      const { blockHash } = await world.view<{ blockHash: string }>('rollup', 'provenTip')
      const late = await world.accepted('escrow', 'deposit', [1n], options)
      expect(world.events(late)).toEqual([
        ['PendingChainPruned', blockHash],
        ['BondSlashed', from, 8n],
        ['Deposited', from, 1n],
        ['Transfer', from, world.addresses.escrow, 1n],
      ])
      expect((await world.refusal('rollup', 'prune')).name).toBe('NothingToPrune')
    })

    test('PRUNE-4: a deposit that is refused settles nothing', async () => {
      world.slot = 64n
      const before = world.storage
      expect((await world.refusal('escrow', 'deposit', [0n], options)).name).toBe('AmountZero')
      expect(world.storage).toEqual(before)
      await world.accepted('rollup', 'prune')
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
      args: [],
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

  test.each([false, true])(
    'ESCROW-9: a bond of 8 goes to the sink in slot 64, once, and not in slot 63 (pruned: %s)',
    async (isPruned) => {
      await world.propose()
      world.slot = 32n
      await world.claim({ bondAmount: 8n })
      world.slot = 63n
      const nothing = { name: 'NothingSlashed', args: [] }
      expect(await world.refusal('escrow', 'collectSlashed')).toEqual(nothing)
      world.slot = 64n
      if (isPruned) await world.accepted('rollup', 'prune')
      const { blockHash } = await world.view<{ blockHash: string }>('rollup', 'provenTip')
      const sink = keyOf('sink').address
      expect(world.events(await world.accepted('escrow', 'collectSlashed'))).toEqual([
        ...(isPruned
          ? []
          : [
              ['PendingChainPruned', blockHash],
              ['BondSlashed', from, 8n],
            ]),
        ['SlashedCollected', 8n],
        ['Transfer', world.addresses.escrow, sink, 8n],
      ])
      expect([await tokens(sink), await tokens(world.addresses.escrow)]).toEqual([8n, 2n])
      expect(await stored()).toEqual({ availableWei: 2n, withdrawingWei: 0n, stakedWei: 0n })
      expect(await world.refusal('escrow', 'collectSlashed')).toEqual(nothing)
      expect((await world.refusal('rollup', 'prune')).name).toBe('NothingToPrune')
    },
  )

  test('ESCROW-9: what was slashed before and what is due are paid together', async () => {
    await world.propose()
    world.slot = 32n
    await world.claim({ bondAmount: 5n })
    world.slot = 64n
    await world.propose()
    world.slot = 96n
    await world.claim({ bondAmount: 5n })
    world.slot = 128n
    await world.accepted('escrow', 'collectSlashed')
    expect([await tokens(keyOf('sink').address), await tokens(world.addresses.escrow)]).toEqual([10n, 0n])
    expect(await world.view('escrow', 'slashedWei')).toBe(0n)
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
    const nothing = { name: 'NothingSlashed', args: [] }
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
  beforeEach(async () => {
    await mintAndApprove(10n)
    await world.accepted('escrow', 'deposit', [10n], options)
  })
  const slashedWei = () => world.view('escrow', 'slashedWei')

  test('VIEW-2: a bond for epoch 0 is at stake in slot 63 and slashed in slot 64, whether or not anybody has pruned', async () => {
    await world.propose()
    world.slot = 32n
    await world.claim({ bondAmount: 8n })
    world.slot = 63n
    expect([await account(), await slashedWei()]).toEqual([{ ...empty, availableWei: 2n, stakedWei: 8n }, 0n])
    world.slot = 64n
    const settled = [{ ...empty, availableWei: 2n }, 8n]
    expect([await account(), await slashedWei()]).toEqual(settled)
    await world.accepted('rollup', 'prune')
    expect([await account(), await slashedWei()]).toEqual(settled)
  })

  test('VIEW-2: while the bond of one prover is due, the account of another one shows what it is', async () => {
    const other = keyOf('p2')
    await world.deposit(7n, other)
    await world.propose()
    world.slot = 32n
    await world.claim({ bondAmount: 8n })
    world.slot = 64n
    expect(await world.view('escrow', 'accountOf', [other.address])).toEqual({ ...empty, availableWei: 7n })
  })

  describe('of coverage', () => {
    const covered = (bondAmount: bigint) => world.view('escrow', 'coveredNextSlot', [from, bondAmount])
    const withdraw = () => world.accepted('escrow', 'executeWithdrawal', [from], options)

    test('VIEW-4: in slot 10 what is available covers a bond through slot 54, one wei more is not covered', async () => {
      world.slot = 10n
      expect([await covered(10n), await covered(11n), await covered(2n ** 256n - 1n)]).toEqual([55n, 0n, 0n])
      // Whoever starts to leave at once is there until then, and gone in the slot that is told.
      await world.accepted('escrow', 'startWithdrawal', [10n], options)
      expect(await covered(10n)).toBe(55n)
      world.slot = 54n
      expect(await covered(10n)).toBe(55n)
      expect((await world.refusal('escrow', 'executeWithdrawal', [from], options)).name).toBe(
        'WithdrawalLocked',
      )
      world.slot = 55n
      expect(await covered(10n)).toBe(0n)
      await withdraw()
    })

    test('VIEW-4: while 2 withdraw until slot 55, a bond of 8 is covered through slot 99, one of 9 and of 10 through slot 54', async () => {
      world.slot = 10n
      await world.accepted('escrow', 'startWithdrawal', [2n], options)
      const told = async () => [await covered(8n), await covered(9n), await covered(10n), await covered(11n)]
      expect(await told()).toEqual([100n, 55n, 55n, 0n])
      // Nothing else can start to leave before: what is told is told until then.
      world.slot = 54n
      expect(await told()).toEqual([100n, 55n, 55n, 0n])
      expect((await world.refusal('escrow', 'startWithdrawal', [8n], options)).name).toBe('WithdrawalPending')
      world.slot = 55n
      expect(await told()).toEqual([100n, 0n, 0n, 0n])
      await withdraw()
      await world.accepted('escrow', 'startWithdrawal', [8n], options)
      expect(await told()).toEqual([100n, 0n, 0n, 0n])
      world.slot = 99n
      expect(await told()).toEqual([100n, 0n, 0n, 0n])
      world.slot = 100n
      expect(await told()).toEqual([0n, 0n, 0n, 0n])
      await withdraw()
    })

    test('VIEW-4: after the unlock slot what is available is there for the delay from now on', async () => {
      await world.accepted('escrow', 'startWithdrawal', [2n], options)
      world.slot = 60n
      expect([await covered(8n), await covered(9n)]).toEqual([105n, 0n])
    })

    test('VIEW-4, CLAIM-8: what is unlocked is not relied on, and still covers a claim', async () => {
      await world.accepted('escrow', 'startWithdrawal', [10n], options)
      world.slot = 40n
      await world.propose()
      world.slot = 64n
      expect(await covered(10n)).toBe(0n)
      await world.claim({ bondAmount: 10n })
      expect(await account()).toEqual({ ...empty, stakedWei: 10n })
    })

    test('VIEW-4: of any account any bond is covered for as long as what is there amounts to it, whoever leaves at once', async () => {
      const amount = fc.bigInt({ min: 0n, max: 6n })
      const slots = fc.nat({ max: 60 })
      const delay = 45
      let [none, some] = [0, 0]
      await fc.assert(
        fc.asyncProperty(
          amount,
          amount,
          slots,
          slots,
          fc.bigInt({ min: 1n, max: 14n }),
          async (available, withdrawing, unlockSlot, now, bond) => {
            world.slot = BigInt(now)
            const unlocks = withdrawing > 0n ? unlockSlot : 0
            for (const [name, value] of Object.entries({
              available,
              withdrawing,
              unlockSlot: BigInt(unlocks),
            }))
              world.storeIn('escrow', [['accounts', from, name], value])
            // Nothing else can start to leave before what is leaving may go.
            const gone = Math.max(now, unlocks) + delay
            const there = (slot: number) =>
              (slot < unlocks ? withdrawing : 0n) + (slot < gone ? available : 0n)
            let slot = now
            while (there(slot) >= bond) slot++
            const expected = slot === now ? 0n : BigInt(slot)
            expect(await covered(bond)).toBe(expected)
            if (expected === 0n) none++
            else some++
          },
        ),
        { numRuns: 400, seed: 4 },
      )
      expect(Math.min(none, some)).toBeGreaterThan(80)
    })

    test('VIEW-4: of a prover that never deposited nothing is covered', async () => {
      expect(await world.view('escrow', 'coveredNextSlot', [keyOf('p3').address, 1n])).toBe(0n)
    })
  })
})

describe('what is stored and what is due', () => {
  const anybody = () => [from, keyOf('admin').address, keyOf('sink').address, keyOf('stranger').address]

  test.each(['storedStakeOf'])('ESCROW-15: %s is for the rollup alone', async (functionName) => {
    for (const caller of [...anybody(), world.addresses.escrow])
      expect(await world.refusal('escrow', functionName, [from], { from: caller })).toEqual({
        name: 'CallerNotRollup',
        args: [caller],
      })
    expect(await stored()).toEqual(nothing)
  })

  test.each(['settle', 'slashDue'])(
    'ESCROW-15: %s is for the escrow alone, whether or not anything is due',
    async (functionName) => {
      await mintAndApprove(10n)
      await world.accepted('escrow', 'deposit', [10n], options)
      await world.propose()
      world.slot = 32n
      await world.claim({ bondAmount: 8n })
      for (world.slot of [63n, 64n])
        for (const caller of [...anybody(), world.addresses.rollup])
          expect(await world.refusal('rollup', functionName, [], { from: caller })).toEqual({
            name: 'CallerNotEscrow',
            args: [caller],
          })
      await world.accepted('rollup', functionName, [], { from: world.addresses.escrow })
    },
  )
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
