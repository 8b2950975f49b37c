import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keyOf } from '../evm/ecdsa.ts'
import type { Hex, Storage } from '../evm/word.ts'
import { namedValidators, proofOf, smallParameters, World } from './world.ts'

type Tip = { blockHash: Hex; nextSlot: bigint }

let world: World
let initial: Storage
/** Blocks of slots 30, 31 and 32, by slot. */
let blocks: Map<bigint, Hex>
let genesis: Hex

beforeAll(async () => {
  world = await World.start(namedValidators(4), { parameters: smallParameters })
  await world.deposit(10n)
  genesis = (await world.view<Tip>('rollup', 'provenTip')).blockHash
  blocks = new Map()
  for (world.slot = 30n; world.slot <= 32n; world.slot++) blocks.set(world.slot, await world.propose())
  initial = world.storage
})
afterAll(() => world?.stop())
beforeEach(() => {
  world.storage = initial
  world.slot = 32n
})

const submission = (from: Hex, to: Hex, proof = proofOf(from, to)) => [from, to, proof]
const refused = (from: Hex, to: Hex, proof?: Hex) =>
  world.refusal('rollup', 'submitEpochProof', submission(from, to, proof))
const creditOf = (address: Hex) => world.view<bigint>('rollup', 'creditOf', [address])
const fundPool = (amount: bigint) => world.accepted('token', 'mint', [world.addresses.rollup, amount])

describe('submitEpochProof, refused', () => {
  test('PROOF-1: an unclaimed epoch 0 can be proven in slot 44 and no longer in slot 45', async () => {
    world.slot = 45n
    expect(await refused(genesis, blocks.get(31n)!)).toEqual({ name: 'NothingToProve', args: [] })
    world.slot = 44n
    await world.prove()
  })

  test('PRUNE-2: a claimed epoch 0 can be proven in slot 63 and no longer in slot 64', async () => {
    await world.claim()
    world.slot = 64n
    expect(await refused(genesis, blocks.get(31n)!)).toEqual({ name: 'NothingToProve', args: [] })
    world.slot = 63n
    await world.prove()
  })

  test('PROOF-2: an epoch that is still running cannot be proven', async () => {
    await world.prove()
    expect(await refused(blocks.get(31n)!, blocks.get(32n)!)).toEqual({
      name: 'EpochNotEnded',
      args: [1n, 1n],
    })
  })

  test('PROOF-3: a proof that starts one block later is refused', async () => {
    const [first, last] = [blocks.get(30n)!, blocks.get(31n)!]
    expect(await refused(first, last)).toEqual({ name: 'ProofStartMismatch', args: [first, genesis] })
  })

  test('PROOF-4: one block fewer, one more, and a block that is not there are refused', async () => {
    const stale: Hex = `0x${'5a'.repeat(32)}`
    for (const to of [blocks.get(30n)!, blocks.get(32n)!, stale, genesis]) {
      expect(await refused(genesis, to)).toEqual({ name: 'ProofEndMismatch', args: [to, blocks.get(31n)] })
    }
  })

  test('PROOF-5: a proof that the verifier rejects is refused, whatever its length', async () => {
    const [from, to] = [genesis, blocks.get(31n)!]
    for (const proof of ['0x', proofOf(to, from), `${proofOf(from, to)}00`] as Hex[]) {
      expect(await refused(from, to, proof)).toEqual({ name: 'ProofInvalid', args: [] })
    }
  })
})

describe('submitEpochProof', () => {
  test('PROOF-6: a proof of epoch 0 leaves the block of slot 32 pending, which can be proven in its turn', async () => {
    const { logs } = await world.prove()
    expect(logs.map(({ topics }) => topics[2])).toEqual([blocks.get(31n)])
    expect(await world.view('rollup', 'provenTip')).toEqual({ blockHash: blocks.get(31n), nextSlot: 32n })
    const pending = { blockHash: blocks.get(32n), nextSlot: 33n }
    expect(await world.view('rollup', 'pendingTip')).toEqual(pending)
    expect(await world.view('rollup', 'epochEnd')).toEqual(pending)

    world.slot = 64n
    await world.prove()
    expect(await world.view('rollup', 'provenTip')).toEqual(pending)
    world.slot = 76n
    expect(await refused(blocks.get(32n)!, blocks.get(32n)!)).toEqual({ name: 'NothingToProve', args: [] })
  })

  test('PROOF-7: a proof in slot 63 returns the bond, whoever submits it', async () => {
    await world.claim({ bondAmount: 6n })
    world.slot = 63n
    await world.prove()
    expect(await world.view('escrow', 'accountOf', [world.prover.address])).toEqual({
      availableWei: 10n,
      stakedWei: 0n,
      withdrawingWei: 0n,
      unlockSlot: 0n,
    })
    expect(await world.view('rollup', 'claim')).toMatchObject({ bondAmount: 0n, epochToProve: 0n })
    // Of the block of slot 32 nothing is due yet, and the claim that ended is not slashed later.
    world.slot = 64n
    expect((await world.refusal('rollup', 'prune')).name).toBe('NothingToPrune')
  })

  test('PROOF-9: with blocks of epochs 0 and 2 only, epoch 2 can be proven in slot 96', async () => {
    world.slot = 45n
    await world.accepted('rollup', 'prune')
    world.slot = 70n
    const hash = await world.propose()
    world.slot = 96n
    await world.prove()
    expect(await world.view('rollup', 'provenTip')).toEqual({ blockHash: hash, nextSlot: 71n })
  })

  test('PRUNE-8: what is proven stays proven when the rest is pruned', async () => {
    await world.prove()
    world.slot = 77n
    await world.accepted('rollup', 'prune')
    expect(await world.view('rollup', 'pendingTip')).toEqual({ blockHash: blocks.get(31n), nextSlot: 32n })
  })
})

describe('rewards', () => {
  test('REWARD-2, REWARD-3: of 7 wei a fee of 5,000 pays 3 to the prover and 4 to the claiming proposer', async () => {
    await fundPool(100n)
    const claimant = await world.proposer()
    await world.claim({ basisPointFee: 5_000 })
    world.slot = 40n
    await world.prove()
    expect(await Promise.all([world.prover.address, claimant].map(creditOf))).toEqual([3n, 4n])
    expect(await world.view('rollup', 'rewardPool')).toBe(93n)
  })

  test.each([
    [0, [0, 7]],
    [10_000, [7, 0]],
  ])('REWARD-2: a fee of %i splits 7 wei into %j', async (basisPointFee, expected) => {
    await fundPool(7n)
    const claimant = await world.proposer()
    await world.claim({ basisPointFee })
    await world.prove()
    expect(await Promise.all([world.prover.address, claimant].map(creditOf))).toEqual(expected.map(BigInt))
  })

  test('REWARD-1: a pool one wei short pays what it has, and an empty one nothing', async () => {
    await fundPool(6n)
    await world.claim({ basisPointFee: 10_000 })
    await world.prove()
    expect(await creditOf(world.prover.address)).toBe(6n)
    expect(await world.view('rollup', 'rewardPool')).toBe(0n)

    world.slot = 64n
    await world.claim({ basisPointFee: 10_000 })
    await world.prove()
    expect(await creditOf(world.prover.address)).toBe(6n)
  })

  test('REWARD-4: an unclaimed proof in slot 44 leaves all credits as they were', async () => {
    await fundPool(7n)
    world.slot = 44n
    await world.prove(world.prover.address)
    expect(await Promise.all([world.prover.address, ...world.committee].map(creditOf))).toEqual([
      0n,
      0n,
      0n,
      0n,
      0n,
    ])
  })

  test('REWARD-5: a credit is paid once', async () => {
    await fundPool(7n)
    await world.claim({ basisPointFee: 10_000 })
    await world.prove()
    const from = world.prover.address
    await world.accepted('rollup', 'collectReward', [], { from })
    expect(await world.view('token', 'balanceOf', [from])).toBe(7n)
    expect(await world.refusal('rollup', 'collectReward', [], { from })).toEqual({
      name: 'NothingToCollect',
      args: [],
    })
    const stranger = keyOf('stranger').address
    expect((await world.refusal('rollup', 'collectReward', [], { from: stranger })).name).toBe(
      'NothingToCollect',
    )
  })
})
