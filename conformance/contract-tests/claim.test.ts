import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keyOf, recover } from '../evm/ecdsa.ts'
import { writeVariable } from '../evm/storage.ts'
import { type Hex, type Storage, wordHex } from '../evm/word.ts'
import { namedValidators, signatureOf, smallParameters, World } from './world.ts'

const nobody = '0x0000000000000000000000000000000000000000'
const p1 = keyOf('p1')

let world: World
let initial: Storage

beforeAll(async () => {
  world = await World.start(namedValidators(4), { parameters: smallParameters })
  await world.deposit(10n)
  await world.propose()
  initial = world.storage
})
afterAll(() => world?.stop())
beforeEach(() => {
  world.storage = initial
  world.slot = 32n
})

const account = (prover = p1) => world.view('escrow', 'accountOf', [prover.address])

describe('claimEpochProofRight, refused', () => {
  test('CLAIM-1: offset 12 is the last that may claim', async () => {
    world.slot = 45n
    expect(await world.refusedClaim()).toEqual({ name: 'ClaimWindowClosed', args: [13n, 13n] })
    world.slot = 44n
    await world.claim()
  })

  test('CLAIM-2: a chain with blocks of the current epoch only has nothing to claim', async () => {
    world.slot = 0n
    expect(await world.refusedClaim({ epochToProve: 0n })).toEqual({
      name: 'NothingToClaim',
      args: [0n, 0n],
    })
  })

  test('CLAIM-3: a quote for this epoch, the next, or no epoch at all is refused', async () => {
    for (const epochToProve of [1n, 2n, 2n ** 256n - 1n]) {
      expect(await world.refusedClaim({ epochToProve })).toEqual({
        name: 'QuoteForOtherEpoch',
        args: [epochToProve, 1n],
      })
    }
  })

  test('CLAIM-4: a second claim in the same slot is refused', async () => {
    await world.claim()
    expect(await world.refusedClaim()).toEqual({ name: 'ClaimAlreadyMade', args: [p1.address] })
  })

  test('PROPOSE-7: another member of the committee cannot claim', async () => {
    const proposer = await world.proposer()
    const other = world.committee.find((member) => member !== proposer)!
    expect(await world.refusedClaim({}, { from: other })).toEqual({
      name: 'CallerNotProposer',
      args: [other, proposer],
    })
  })

  test('CLAIM-5: a quote passes in its last slot and is refused in the next', async () => {
    expect(await world.refusedClaim({ validUntilSlot: 31n })).toEqual({
      name: 'QuoteExpired',
      args: [32n, 31n],
    })
    await world.claim({ validUntilSlot: 32n })
  })

  test('CLAIM-5: a quote that is valid for ever is no overflow', async () => {
    await world.claim({ validUntilSlot: 2n ** 256n - 1n })
  })

  test('CLAIM-6: one wei below the minimum is refused', async () => {
    expect(await world.refusedClaim({ bondAmount: 4n })).toEqual({ name: 'BondBelowMinimum', args: [4n, 5n] })
  })

  test('CLAIM-7: 0 and 10,000 pass, 10,001 and the greatest that can be written are refused', async () => {
    for (const basisPointFee of [10_001, 2 ** 32 - 1]) {
      expect(await world.refusedClaim({ basisPointFee })).toEqual({
        name: 'FeeAboveMaximum',
        args: [BigInt(basisPointFee)],
      })
    }
    for (const basisPointFee of [0, 10_000]) {
      world.storage = initial
      await world.claim({ basisPointFee })
      expect(await world.view('rollup', 'claim')).toMatchObject({ basisPointFee: BigInt(basisPointFee) })
    }
  })

  test('ESCROW-11: what starts to leave in slot 0 is locked and backs a claim in slot 44', async () => {
    const options = { from: p1.address }
    world.slot = 0n
    await world.accepted('escrow', 'startWithdrawal', [10n], options)
    world.slot = 44n
    expect(await world.refusal('escrow', 'executeWithdrawal', [options.from], options)).toEqual({
      name: 'WithdrawalLocked',
      args: [44n, 45n],
    })
    await world.claim({ bondAmount: 10n })
    expect(await account()).toEqual({ availableWei: 0n, stakedWei: 10n, withdrawingWei: 0n, unlockSlot: 0n })
  })

  test('CLAIM-8, ESCROW-11: what is unlocked since slot 45 covers a bond in slot 64, until its owner executes it', async () => {
    const options = { from: p1.address }
    world.slot = 0n
    await world.accepted('escrow', 'startWithdrawal', [10n], options)
    world.slot = 45n
    await world.propose()
    world.slot = 64n
    const standing = world.storage
    await world.claim({ bondAmount: 10n })
    world.storage = standing
    await world.accepted('escrow', 'executeWithdrawal', [options.from], options)
    expect(await world.refusedClaim({ bondAmount: 10n })).toEqual({
      name: 'EscrowInsufficient',
      args: [0n, 0n, 10n],
    })
  })

  test('CLAIM-8: a bond of all funds passes, one wei more is refused, and so are 2^128 and 2^256 - 1', async () => {
    for (const bondAmount of [11n, 2n ** 128n, 2n ** 256n - 1n]) {
      expect(await world.refusedClaim({ bondAmount })).toEqual({
        name: 'EscrowInsufficient',
        args: [10n, 0n, bondAmount],
      })
    }
    await world.claim({ bondAmount: 10n })
  })

  test('CLAIM-9: a quote that somebody else signed is refused', async () => {
    const stranger = keyOf('stranger')
    const terms = world.terms()
    const quote = world.quote(terms, signatureOf(world.digest(terms), stranger))
    expect(await world.refusedClaim({}, { quote })).toEqual({
      name: 'QuoteSignatureInvalid',
      args: [stranger.address, p1.address],
    })
  })

  test('CLAIM-9: a quote for another chain or another rollup, and one that was changed, are refused', async () => {
    const terms = world.terms()
    const other: Hex = `0x${'ee'.repeat(20)}`
    const digests = [
      world.digest(terms, { chainId: 1 }),
      world.digest(terms, { rollup: other }),
      world.digest({ ...terms, bondAmount: 6n }),
    ]
    for (const digest of digests) {
      const quote = world.quote(terms, signatureOf(digest, p1))
      const { name, args } = await world.refusedClaim({}, { quote })
      expect([name, args[1]]).toEqual(['QuoteSignatureInvalid', p1.address])
      expect(args[0]).not.toBe(p1.address)
    }
  })

  test.each([
    [0n, 'recovers to somebody'],
    [1n, 'is nobody’s'],
  ])('CLAIM-9: s = n/2 + %i %s', async (beyond, _outcome) => {
    // The x of the generator: on the curve, so every s recovers to somebody.
    const r: Hex = '0x79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798'
    const s = wordHex(0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n + beyond)
    const terms = world.terms()
    const signer = recover(world.digest(terms), { r, s, recovery: 0 })
    const { name, args } = await world.refusedClaim({}, { quote: world.quote(terms, { r, vs: s }) })
    expect([name, ...args]).toEqual(['QuoteSignatureInvalid', beyond === 0n ? signer : nobody, p1.address])
  })

  test('CLAIM-9: a signature that recovers to nobody is not one of the zero address', async () => {
    const zeroes: Hex = `0x${'00'.repeat(32)}`
    const free = await World.start(namedValidators(1), { parameters: smallParameters })
    try {
      // Nobody's account covers the bond, so that nothing but the signature stands in the way.
      const slots = new Map(free.storage.get(free.addresses.escrow))
      const { storageLayout } = free.artifact('ProofEscrow')
      writeVariable(storageLayout, slots, ['accounts', nobody, 'available'], 5n)
      free.storage = new Map([...free.storage, [free.addresses.escrow, slots]])
      await free.propose()
      free.slot = 32n
      const terms = free.terms({ proverAddress: nobody })
      const quote = free.quote(terms, { r: zeroes, vs: zeroes })
      expect(await free.refusedClaim({}, { quote })).toEqual({
        name: 'QuoteSignatureInvalid',
        args: [nobody, nobody],
      })
    } finally {
      await free.stop()
    }
  })
})

describe('claimEpochProofRight', () => {
  test('CLAIM-10: the bond is staked and everything is recorded', async () => {
    await world.claim({ bondAmount: 6n, basisPointFee: 17 })
    const claim = await world.view<Record<string, unknown>>('rollup', 'claim')
    expect({ ...claim, proverAddress: undefined, claimant: undefined }).toEqual({
      epochToProve: 0n,
      proverAddress: undefined,
      bondAmount: 6n,
      basisPointFee: 17n,
      claimant: undefined,
    })
    expect([claim.proverAddress, claim.claimant].map((it) => String(it).toLowerCase())).toEqual([
      p1.address,
      await world.proposer(),
    ])
    expect(await account()).toEqual({ availableWei: 4n, stakedWei: 6n, withdrawingWei: 0n, unlockSlot: 0n })
  })

  test('CLAIM-10: a bond of 5 from 3 available and 4 withdrawing leaves 0 available and 2 withdrawing', async () => {
    await world.deposit(7n, keyOf('p2'))
    world.slot = 20n
    await world.accepted('escrow', 'startWithdrawal', [4n], { from: keyOf('p2').address })
    world.slot = 32n
    const terms = world.terms({ proverAddress: keyOf('p2').address })
    const quote = world.quote(terms, signatureOf(world.digest(terms), keyOf('p2')))
    await world.accepted('rollup', 'claimEpochProofRight', [quote, world.members], {
      from: await world.proposer(),
    })
    expect(await account(keyOf('p2'))).toEqual({
      availableWei: 0n,
      stakedWei: 5n,
      withdrawingWei: 2n,
      unlockSlot: 65n,
    })
  })

  test('CLAIM-10: a withdrawal that is wholly staked is over', async () => {
    await world.accepted('escrow', 'startWithdrawal', [10n], { from: p1.address })
    await world.claim({ bondAmount: 10n })
    expect(await account()).toEqual({ availableWei: 0n, stakedWei: 10n, withdrawingWei: 0n, unlockSlot: 0n })
  })

  test('PRUNE-3: a claim for epoch 0 is live in slot 63, its bond is slashed in slot 64', async () => {
    await world.claim({ bondAmount: 6n })
    world.slot = 63n
    expect(await world.view('rollup', 'claim')).toMatchObject({ bondAmount: 6n })
    expect((await world.refusal('rollup', 'prune')).name).toBe('NothingToPrune')

    world.slot = 64n
    expect(await world.view('rollup', 'claim')).toMatchObject({ bondAmount: 0n, proverAddress: nobody })
    const stored = { from: world.addresses.rollup }
    const storedStake = () => world.view('escrow', 'storedStakeOf', [world.prover.address], stored)
    expect(await storedStake()).toBe(6n)
    await world.accepted('rollup', 'prune')
    expect(await storedStake()).toBe(0n)
    expect(await account()).toEqual({ availableWei: 4n, stakedWei: 0n, withdrawingWei: 0n, unlockSlot: 0n })
    expect(await world.view('escrow', 'slashedWei')).toBe(6n)
  })

  test('PRUNE-3: what is slashed adds up until it is collected', async () => {
    await world.claim({ bondAmount: 6n })
    world.slot = 64n
    await world.propose()
    world.slot = 96n
    await world.deposit(5n)
    await world.claim({ bondAmount: 9n })
    world.slot = 128n
    await world.accepted('rollup', 'prune')
    expect(await world.view('escrow', 'slashedWei')).toBe(15n)
  })

  test('PRUNE-4: a proposal settles the slash that is due', async () => {
    await world.claim({ bondAmount: 6n })
    world.slot = 64n
    const hash = await world.propose()
    expect(await world.view('escrow', 'slashedWei')).toBe(6n)
    expect(await world.view('rollup', 'pendingTip')).toEqual({ blockHash: hash, nextSlot: 65n })
    world.slot = 96n
    await world.deposit(1n)
    await world.claim()
  })

  test('PRUNE-4: a claim in slot 64 finds nothing to claim, whatever the stored chain says', async () => {
    world.slot = 64n
    expect(await world.refusedClaim()).toEqual({ name: 'NothingToClaim', args: [0n, 2n] })
  })
})
