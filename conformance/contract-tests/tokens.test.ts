import { encodeErrorResult, encodeFunctionData, parseAbi } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keyOf } from '../evm/ecdsa.ts'
import type { Hex, Storage } from '../evm/word.ts'
import { type TokenFault as Fault, tokenFaults as faults } from './loaded.ts'
import { namedValidators, proofOf, smallParameters, World } from './world.ts'

const from = keyOf('p1').address
const sink = keyOf('sink').address
const options = { from }

let world: World
let initial: Storage

beforeAll(async () => {
  world = await World.start(namedValidators(1), {
    parameters: smallParameters,
    stand: { token: 'FaultyToken', verifier: 'MockEpochProofVerifier' },
  })
  // A prover with 10 wei of its own, 10 in the escrow and 4 of them withdrawing; a bond of 6 at stake; a reward pool.
  await world.deposit(20n)
  await world.accepted('token', 'mint', [from, 10n])
  await world.accepted('token', 'approve', [world.addresses.escrow, 10n], options)
  await world.accepted('token', 'mint', [world.addresses.rollup, 100n])
  await world.accepted('escrow', 'startWithdrawal', [4n], options)
  await world.propose()
  world.slot = 32n
  await world.claim({ bondAmount: 6n, basisPointFee: 10_000 })
  await world.propose()
  initial = world.storage
})
afterAll(() => world?.stop())
beforeEach(() => {
  world.storage = initial
  world.slot = 45n
})

const misbehave = (fault: Fault) => world.accepted('token', 'misbehave', [faults.indexOf(fault)])
const reenter = (contract: 'rollup' | 'escrow', data: Hex) =>
  world.accepted('token', 'reenter', [world.addresses[contract], data])
const calldata = (name: 'Rollup' | 'ProofEscrow', functionName: string, args: readonly unknown[] = []): Hex =>
  encodeFunctionData({ abi: world.artifact(name).abi, functionName, args } as never)
const failed = (payer: Hex, receiver: Hex, amountWei: bigint) => ({
  name: 'TokenTransferFailed',
  args: [payer, receiver, amountWei],
})
/** Prepares a slashed bond of 6 wei. */
const slash = async () => {
  world.slot = 64n
  await world.accepted('rollup', 'prune')
}
/** Prepares a credit of 7 wei. */
const earn = () => world.prove()

const refusing: Fault[] = ['ReturnsFalse', 'ReturnsTwo', 'Reverts']
const paying: Fault[] = ['None', 'ReturnsNothing', 'ReturnsMegabyte']

describe('a token that refuses to move', () => {
  test.each(refusing)('%s: a deposit is refused and the account is as before', async (fault) => {
    await misbehave(fault)
    expect(await world.refusal('escrow', 'deposit', [10n], options)).toEqual(
      failed(from, world.addresses.escrow, 10n),
    )
  })

  test.each(refusing)(
    '%s: what is owed stays owed, and is paid when the token comes round',
    async (fault) => {
      await earn()
      await misbehave(fault)
      expect(await world.refusal('escrow', 'executeWithdrawal', [from], options)).toEqual(
        failed(world.addresses.escrow, from, 4n),
      )
      expect(await world.refusal('rollup', 'collectReward', [], options)).toEqual(
        failed(world.addresses.rollup, from, 7n),
      )
      await misbehave('None')
      await world.accepted('escrow', 'executeWithdrawal', [from], options)
      await world.accepted('rollup', 'collectReward', [], options)
      expect(await world.view('token', 'balanceOf', [from])).toBe(10n + 4n + 7n)
    },
  )

  test.each(refusing)('%s: a slashed bond stays to be collected', async (fault) => {
    await slash()
    await misbehave(fault)
    expect(await world.refusal('escrow', 'collectSlashed')).toEqual(failed(world.addresses.escrow, sink, 6n))
    await misbehave('None')
    await world.accepted('escrow', 'collectSlashed')
    expect(await world.view('token', 'balanceOf', [sink])).toBe(6n)
  })
})

describe('a token that stops paying somebody', () => {
  test('ESCROW-14: a prover whose address is blocked keeps its funds, and has them paid to another', async () => {
    const other = keyOf('p2').address
    await world.accepted('token', 'blockHolder', [from])
    expect(await world.refusal('escrow', 'executeWithdrawal', [from], options)).toEqual(
      failed(world.addresses.escrow, from, 4n),
    )
    await world.accepted('escrow', 'executeWithdrawal', [other], options)
    const held = (holder: Hex) => world.view('token', 'balanceOf', [holder])
    expect(await Promise.all([from, other, world.addresses.escrow].map(held))).toEqual([10n, 4n, 16n])
    expect(await world.view('escrow', 'accountOf', [from])).toEqual({
      availableWei: 10n,
      stakedWei: 6n,
      withdrawingWei: 0n,
      unlockSlot: 0n,
    })
  })
})

describe('a token that answers in another form', () => {
  test.each(paying)('%s: deposit and withdrawal go through', async (fault) => {
    await misbehave(fault)
    await world.accepted('escrow', 'deposit', [10n], options)
    await world.accepted('escrow', 'executeWithdrawal', [from], options)
    expect(await world.view('token', 'balanceOf', [from])).toBe(4n)
    expect(await world.view('token', 'balanceOf', [world.addresses.escrow])).toBe(26n)
  })
})

describe('a token that moves another amount', () => {
  test.each([
    ['MovesNothing', 0],
    ['TakesFee', 9],
  ] as [Fault, number][])('%s: a deposit is refused, %i of 10 wei having come', async (fault, received) => {
    await misbehave(fault)
    expect(await world.refusal('escrow', 'deposit', [10n], options)).toEqual({
      name: 'TokenAmountMismatch',
      args: [BigInt(received), 10n],
    })
  })
})

describe('a token that does not say what somebody has', () => {
  test.each(['BalanceReverts', 'BalanceReturnsNothing'] as Fault[])('%s: no deposit', async (fault) => {
    await misbehave(fault)
    expect(await world.refusal('escrow', 'deposit', [10n], options)).toEqual({
      name: 'TokenBalanceUnavailable',
      args: [from],
    })
  })

  test.each(['BalanceReverts', 'BalanceReturnsNothing', 'BalanceBurnsGas'] as Fault[])(
    'REWARD-7: %s: while a credit is owed, a proof is accepted all the same, and the credit stays',
    async (fault) => {
      await earn()
      world.slot = 64n
      await world.claim({ bondAmount: 6n, basisPointFee: 10_000 })
      await misbehave(fault)
      await world.prove()
      expect(await world.view('rollup', 'creditOf', [from])).toBe(7n)
      expect(await world.view('escrow', 'accountOf', [from])).toMatchObject({ stakedWei: 0n })
    },
  )

  test.each(['BalanceReverts', 'BalanceReturnsNothing', 'BalanceBurnsGas'] as Fault[])(
    'REWARD-7: %s: a proof is accepted all the same, the bond returned, no reward credited',
    async (fault) => {
      // Tokens that are moved say nothing about balances; the views below would not answer before that.
      await misbehave(fault)
      const { gasUsed } = await earn()
      expect(gasUsed).toBeLessThan(500_000n)
      expect(await world.view('rollup', 'creditOf', [from])).toBe(0n)
      expect(await world.view('escrow', 'accountOf', [from])).toMatchObject({ stakedWei: 0n })
    },
  )

  test.each(faults)('%s: a prune goes through and slashes', async (fault) => {
    await misbehave(fault)
    await slash()
    expect(await world.view('escrow', 'slashedWei')).toBe(6n)
  })

  test('BalanceOverstates: a deposit that nothing changed for is refused, a proof credits the reward and no more', async () => {
    await misbehave('BalanceOverstates')
    expect(await world.refusal('escrow', 'deposit', [10n], options)).toEqual({
      name: 'TokenAmountMismatch',
      args: [0n, 10n],
    })
    await earn()
    expect(await world.view('rollup', 'creditOf', [from])).toBe(7n)
  })
})

describe('a token whose balances shrink', () => {
  test.each([
    [14n, 7n],
    [8n, 1n],
    [7n, 0n],
    [6n, 0n],
    [0n, 0n],
  ])(
    'REWARD-7: of %i wei that are left while 7 are owed, a proof credits %i and is accepted',
    async (left, credited) => {
      await earn()
      world.slot = 64n
      await world.claim({ bondAmount: 6n, basisPointFee: 10_000 })
      await world.accepted('token', 'transfer', [sink, 100n - left], { from: world.addresses.rollup })
      await world.prove()
      expect(await world.view('rollup', 'creditOf', [from])).toBe(7n + credited)
      expect(await world.view('escrow', 'accountOf', [from])).toMatchObject({ stakedWei: 0n })
    },
  )
})

describe('a token that calls back', () => {
  const reentered = encodeErrorResult({ abi: parseAbi(['error Reentered()']) })
  /** Whether the call within was accepted, and what it answered. */
  const within = () =>
    Promise.all([world.view<boolean>('token', 'accepted'), world.view<Hex>('token', 'answer')])

  test('collectSlashed within a withdrawal and within a deposit is refused, and collects afterwards', async () => {
    await slash()
    for (const [functionName, args] of [
      ['executeWithdrawal', [from]],
      ['deposit', [10n]],
    ] as const) {
      await reenter('escrow', calldata('ProofEscrow', 'collectSlashed'))
      await world.accepted('escrow', functionName, args, options)
      expect(await within()).toEqual([false, reentered])
    }
    await world.accepted('escrow', 'collectSlashed')
    expect(await world.view('token', 'balanceOf', [sink])).toBe(6n)
  })

  test('ESCROW-14: a withdrawal to another receiver within a withdrawal is refused, and the amount is paid once', async () => {
    const [first, second] = [keyOf('p2').address, keyOf('p3').address]
    await reenter('escrow', calldata('ProofEscrow', 'executeWithdrawal', [second]))
    await world.accepted('escrow', 'executeWithdrawal', [first], options)
    expect(await within()).toEqual([false, reentered])
    const held = (holder: Hex) => world.view('token', 'balanceOf', [holder])
    expect(await Promise.all([first, second, world.addresses.escrow].map(held))).toEqual([4n, 0n, 16n])
  })

  test.each(['deposit', 'startWithdrawal', 'executeWithdrawal'])(
    '%s within collectSlashed is refused by the lock, before anything else is looked at',
    async (functionName) => {
      await slash()
      await reenter(
        'escrow',
        calldata('ProofEscrow', functionName, functionName === 'executeWithdrawal' ? [from] : [1n]),
      )
      await world.accepted('escrow', 'collectSlashed')
      expect(await within()).toEqual([false, reentered])
    },
  )

  test('collectReward within collectReward is refused, and the credit is paid once', async () => {
    await earn()
    await reenter('rollup', calldata('Rollup', 'collectReward'))
    await world.accepted('rollup', 'collectReward', [], options)
    expect(await within()).toEqual([false, reentered])
    expect(await world.view('token', 'balanceOf', [from])).toBe(17n)
  })

  test('submitEpochProof within collectReward, when the pool looks larger than it is, is refused', async () => {
    await earn()
    world.slot = 64n
    await world.claim({ bondAmount: 5n, basisPointFee: 10_000 })
    const { blockHash: start } = await world.view<{ blockHash: Hex }>('rollup', 'provenTip')
    const { blockHash: end } = await world.view<{ blockHash: Hex }>('rollup', 'epochEnd')
    await reenter('rollup', calldata('Rollup', 'submitEpochProof', [start, end, proofOf(start, end)]))
    await world.accepted('rollup', 'collectReward', [], options)
    expect(await within()).toEqual([false, reentered])
    await world.prove()
  })

  test('prune within a withdrawal is accepted: no token can stand in its way', async () => {
    world.slot = 64n
    await reenter('rollup', calldata('Rollup', 'prune'))
    await world.accepted('escrow', 'executeWithdrawal', [from], options)
    expect(await within()).toEqual([true, '0x'])
    expect(await world.view('escrow', 'slashedWei')).toBe(6n)
    expect(await world.view('token', 'balanceOf', [world.addresses.escrow])).toBe(16n)
  })
})
