/**
 * A whole story, far from slot 0: nothing that stores, compares or tells a slot or an epoch may see fewer bits of it than
 * it has. The stories cross the ends of 8, 16 and 32 bits, or lie beyond them. Chain and fallback store slots in 32 bits
 * and end with them; all else goes on.
 */
import { keccak256 } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keccakWords, shuffledIndex } from '../../model/shared/hash.ts'
import { keyOf } from '../evm/ecdsa.ts'
import { type Hex, type Storage, wordHex } from '../evm/word.ts'
import { forcedProofOf, namedValidators, packed, proofOf, smallParameters, World } from './world.ts'

const from = keyOf('p1').address
const admin = { from: keyOf('admin').address }
const newcomer = keyOf('v5').address
const nobody = '0x0000000000000000000000000000000000000000'
const withdrawing = { from }
const E = BigInt(smallParameters.slotsPerEpoch)
/** The slot after it still fits into 32 bits beside the mark of a session. */
const GREATEST_SLOT = 2n ** 32n - 3n

let world: World
let initial: Storage
let genesis: Hex

beforeAll(async () => {
  world = await World.start(namedValidators(4), { parameters: smallParameters })
  await world.deposit(40n)
  await world.accepted('token', 'mint', [world.addresses.rollup, 7n])
  genesis = (await world.view<{ blockHash: Hex }>('rollup', 'provenTip')).blockHash
  initial = world.storage
})
afterAll(() => world?.stop())
beforeEach(() => {
  world.storage = initial
})

const ask = <T = unknown>(functionName: string, args: readonly unknown[] = []) =>
  world.view<T>('rollup', functionName, args)
const tips = () => Promise.all(['pendingTip', 'epochEnd'].map((name) => ask(name)))
const lower = (accounts: readonly Hex[]) => accounts.map((account) => account.toLowerCase())
const account = () => world.view('escrow', 'accountOf', [from])
/** As a log's topic. */
const topic = (number: bigint) => wordHex(number)
/** Numbers with the same low bits as one, before and after it. */
const alike = (number: bigint): bigint[] =>
  [8n, 16n, 32n, 64n].flatMap((bits) => [number - 2n ** bits, number + 2n ** bits]).filter((it) => it >= 0n)

describe.each([
  ['slots beyond 70,000', 70_000n / E + 1n],
  ['from an epoch below 2^8 to one beyond', 2n ** 8n - 1n],
  ['from a slot below 2^16 to one beyond', 2n ** 16n / E - 1n],
  ['from an epoch below 2^16 to one beyond', 2n ** 16n - 1n],
  ['the last epochs of the chain', GREATEST_SLOT / E - 4n],
  ['from a slot below 2^32 to one beyond', 2n ** 32n / E - 1n],
  ['slots beyond 2^32', 2n ** 32n / E + 1_000n],
  ['from an epoch below 2^32 to one beyond', 2n ** 32n - 1n],
  ['epochs beyond 2^32', 2n ** 32n + 70_000n],
])('%s', (_, epoch) => {
  /** Whether the chain still has slots. */
  const hasChain = (epoch + 5n) * E <= 2n ** 32n
  /** A test that proposes. Where there are no slots left it does not exist: a skipped one would count as not run. */
  const onChain = (name: string, run: () => Promise<void>) => {
    if (hasChain) test(name, run)
  }
  /** Slot at an offset within the first, the second… epoch of the story. */
  const slotAt = (later: bigint, offset: bigint) => (epoch + later) * E + offset
  const at = (later: bigint, offset: bigint) => {
    world.slot = slotAt(later, offset)
  }

  /** In the first slots of an epoch, each on its own, the proposer under a seed claims what is there, and proposes. */
  const actUnder = async (later: bigint, seed: Hex) => {
    const claimable = world.storage
    for (let offset = 0n; offset < 6n; offset++) {
      at(later, offset)
      const seat = keccakWords(epoch + later, world.slot, BigInt(seed)) % 4n
      world.storage = claimable
      expect(await world.proposer()).toBe(world.committee[Number(seat)])
      if (!hasChain) continue
      await world.claim()
      await world.propose()
    }
    world.storage = claimable
  }

  test('EPOCH-1, EPOCH-2, EPOCH-5, EPOCH-8: the sample of the next epoch is recorded once, and in force from then on', async () => {
    at(0n, 31n)
    expect(await ask('currentSlot')).toBe(slotAt(0n, 31n))
    expect(await ask('currentEpoch')).toBe(epoch)
    const prevrandao = 77n
    const { logs } = await world.accepted('rollup', 'setupEpoch', [], { prevrandao })
    expect(logs[0]!.topics[1]).toBe(topic(epoch + 1n))
    expect(await world.refusal('rollup', 'setupEpoch')).toEqual({
      name: 'EpochAlreadySampled',
      args: [epoch + 1n, epoch + 1n],
    })
    const seed = wordHex(keccakWords(epoch + 1n, prevrandao))
    const committee = keccak256(world.members)
    const sample = { epoch: epoch + 1n, seed, committee, size: 4n }
    expect(await ask('sampleInForce', [epoch + 1n])).toEqual([sample, true])
    expect(await ask('sampleInForce', [epoch])).toMatchObject([{ epoch: 0n }, true])
    for (const later of [2n, 2n ** 8n, 2n ** 16n, 2n ** 32n, 2n ** 40n, 2n ** 64n])
      expect(await ask('sampleInForce', [epoch + later])).toEqual([sample, false])

    if (hasChain) await world.propose()
    await actUnder(1n, seed)
    const later = wordHex(keccakWords(epoch + 2n, prevrandao))
    at(1n, 0n)
    await world.accepted('rollup', 'setupEpoch', [], { prevrandao })
    expect(await ask('sampleInForce', [epoch + 1n])).toEqual([sample, true])
    expect(await ask('sampleInForce', [epoch + 2n])).toMatchObject([{ epoch: epoch + 2n, seed: later }, true])
    await actUnder(1n, seed)
    at(1n, 31n)
    if (hasChain) await world.propose()
    await actUnder(2n, later)
  })

  test('VALIDATOR-5, EPOCH-3: the frozen set is that before the first change in two epochs, and is drawn from', async () => {
    const sets = async () =>
      Promise.all(
        ['validators', 'frozenValidators'].map(async (name) => lower(await ask<Hex[]>(name, [0n, 9n]))),
      )
    /** What the view says of the next epoch, and `setupEpoch` records. */
    const drawn = async (next: bigint) => {
      const [members, isFinal] = await ask<[Hex[], boolean]>('committeeFor', [next, 77n])
      expect(isFinal).toBe(true)
      for (const other of alike(next))
        expect((await ask<[Hex[], boolean]>('committeeFor', [other, 77n]))[1]).toBe(false)
      await world.accepted('rollup', 'setupEpoch', [], { prevrandao: 77n })
      expect(await ask('sampleInForce', [next])).toMatchObject([
        { epoch: next, committee: keccak256(packed(members)) },
        true,
      ])
      return lower(members)
    }
    const four = world.committee
    const five = [...four, newcomer]
    at(0n, 5n)
    await world.accepted('rollup', 'addValidator', [newcomer], admin)
    at(0n, 31n)
    expect(await sets()).toEqual([five, four])
    expect(await drawn(epoch + 1n)).toEqual(four)
    at(1n, 0n)
    expect(await sets()).toEqual([five, four])
    await world.accepted('rollup', 'removeValidator', [newcomer], admin)
    expect(await sets()).toEqual([four, four])
    expect(await drawn(epoch + 2n)).toEqual(four)
    at(2n, 0n)
    expect(await sets()).toEqual([four, five])
    const seed = keccakWords(epoch + 3n, 77n)
    const positions = [0, 1, 2, 3].map((seat) =>
      shuffledIndex(seat, 5, seed, smallParameters.shuffleRounds[0]!),
    )
    expect(await drawn(epoch + 3n)).toEqual(positions.map((position) => five[position]))
    at(3n, 0n)
    expect(await sets()).toEqual([four, four])
    expect(await drawn(epoch + 4n)).toEqual(four)
    // Of two changes at one index the first says what was there.
    await world.accepted('rollup', 'removeValidator', [four[3]], admin)
    await world.accepted('rollup', 'addValidator', [newcomer], admin)
    const other = [...four.slice(0, 3), newcomer]
    expect(await sets()).toEqual([other, four])
    at(4n, 0n)
    expect(await sets()).toEqual([other, four])
    at(5n, 0n)
    expect(await sets()).toEqual([other, other])
  })

  onChain(
    'PROPOSE-3, PROPOSE-6: a header of a slot with the same low bits is refused, and so is a second block',
    async () => {
      at(0n, 9n)
      for (const slot of alike(world.slot)) {
        const header = await world.header({ slot, timestamp: world.startOf(world.slot) })
        const options = { from: await world.proposer(), blobs: header.blobHashes }
        expect(await world.refusal('rollup', 'propose', world.proposal(header), options)).toEqual({
          name: 'SlotNotCurrent',
          args: [slot, world.slot],
        })
      }
      const hash = await world.propose()
      const tip = { blockHash: hash, nextSlot: world.slot + 1n }
      expect(await tips()).toEqual([tip, tip])
      const second = await world.header()
      const options = { from: await world.proposer(), blobs: second.blobHashes }
      expect(await world.refusal('rollup', 'propose', world.proposal(second), options)).toEqual({
        name: 'SlotTaken',
        args: [world.slot, world.slot + 1n],
      })
      at(0n, 10n)
      const next = { blockHash: await world.propose(), nextSlot: world.slot + 1n }
      expect(await tips()).toEqual([next, next])
    },
  )

  onChain(
    'CLAIM-1, CLAIM-3, CLAIM-5: a claim is of the preceding epoch, within its window, by a quote that is valid',
    async () => {
      at(0n, 31n)
      await world.propose()
      at(1n, 12n)
      for (const epochToProve of alike(epoch))
        expect(await world.refusedClaim({ epochToProve })).toEqual({
          name: 'QuoteForOtherEpoch',
          args: [epochToProve, epoch + 1n],
        })
      for (const validUntilSlot of [world.slot - 1n, ...alike(world.slot).filter((it) => it < world.slot)])
        expect(await world.refusedClaim({ validUntilSlot })).toEqual({
          name: 'QuoteExpired',
          args: [world.slot, validUntilSlot],
        })
      const stored = world.storage
      for (const validUntilSlot of [world.slot, ...alike(world.slot).filter((it) => it > world.slot)]) {
        world.storage = stored
        const { logs } = await world.claim({ validUntilSlot })
        expect(logs[0]!.topics[1]).toBe(topic(epoch))
        expect(await ask('claim')).toMatchObject({ epochToProve: epoch, bondAmount: 5n })
      }
      world.storage = stored
      at(1n, 13n)
      expect(await world.refusedClaim({ validUntilSlot: world.slot })).toEqual({
        name: 'ClaimWindowClosed',
        args: [13n, 13n],
      })
    },
  )

  onChain(
    'PROOF-6, PROOF-7, PRUNE-3, PRUNE-5, REWARD-5: one epoch is proven and paid, the next one pruned and slashed',
    async () => {
      at(0n, 3n)
      const first = await world.propose()
      at(1n, 0n)
      await world.claim({ basisPointFee: 10_000 })
      at(1n, 1n)
      const second = await world.propose()
      expect(await ask('epochEnd')).toEqual({ blockHash: first, nextSlot: slotAt(0n, 4n) })
      expect(await ask('pendingTip')).toEqual({ blockHash: second, nextSlot: slotAt(1n, 2n) })

      at(1n, 31n)
      const { logs } = await world.prove()
      expect(logs[0]!.topics.slice(1, 3)).toEqual([topic(epoch), first])
      const proven = { blockHash: first, nextSlot: slotAt(0n, 4n) }
      expect(await ask('provenTip')).toEqual(proven)
      expect(await ask('epochEnd')).toEqual({ blockHash: second, nextSlot: slotAt(1n, 2n) })
      expect(await account()).toMatchObject({ availableWei: 40n, stakedWei: 0n })
      expect(await world.refusal('rollup', 'submitEpochProof', [first, second, '0x'], { from })).toEqual({
        name: 'EpochNotEnded',
        args: [epoch + 1n, epoch + 1n],
      })

      at(2n, 12n)
      await world.claim({ bondAmount: 9n })
      expect(await ask('claim')).toMatchObject({ epochToProve: epoch + 1n, bondAmount: 9n })
      at(2n, 31n)
      expect(await ask('pruneIsDue')).toBe(false)
      expect((await world.refusal('rollup', 'prune')).name).toBe('NothingToPrune')
      at(3n, 0n)
      expect(await ask('pruneIsDue')).toBe(true)
      expect(await tips()).toEqual([proven, proven])
      await world.accepted('rollup', 'prune')
      expect(await tips()).toEqual([proven, proven])
      // Nothing is left to prune, to claim or to prove.
      expect(await ask('pruneIsDue')).toBe(false)
      expect(await world.refusal('rollup', 'prune')).toEqual({
        name: 'NothingToPrune',
        args: [0n, nobody, epoch + 3n, 0n, 13n],
      })
      expect(await world.refusedClaim()).toMatchObject({ name: 'NothingToClaim' })
      expect(await world.refusal('rollup', 'submitEpochProof', [first, first, '0x'])).toEqual({
        name: 'NothingToProve',
        args: [],
      })
      expect(await world.view('escrow', 'slashedWei')).toBe(9n)
      expect(await account()).toMatchObject({ availableWei: 31n, stakedWei: 0n })

      await world.accepted('escrow', 'collectSlashed')
      await world.accepted('rollup', 'collectReward', [], { from })
      const held = (holder: Hex) => world.view('token', 'balanceOf', [holder])
      expect(await Promise.all([from, keyOf('sink').address, world.addresses.escrow].map(held))).toEqual([
        7n,
        9n,
        31n,
      ])

      // After the prune the chain goes on from what is proven, and an unclaimed epoch dies with its claim window.
      at(3n, 31n)
      await world.propose()
      at(4n, 12n)
      expect(await ask('pruneIsDue')).toBe(false)
      at(4n, 13n)
      expect(await ask('pruneIsDue')).toBe(true)
      expect(await tips()).toEqual([proven, proven])
    },
  )

  onChain('PROOF-8: of a chain that starts here an unclaimed epoch is proven from genesis', async () => {
    at(0n, 0n)
    expect(await ask('provenTip')).toEqual({ blockHash: genesis, nextSlot: 0n })
    const hash = await world.propose()
    at(1n, 12n)
    await world.prove()
    expect(await ask('provenTip')).toEqual({ blockHash: hash, nextSlot: slotAt(0n, 1n) })
  })

  test('ESCROW-7, ESCROW-12: a withdrawal is locked for 45 slots, and paid in the next', async () => {
    at(0n, 30n)
    const { logs } = await world.accepted('escrow', 'startWithdrawal', [4n], withdrawing)
    const unlockSlot = slotAt(0n, 75n)
    expect(logs[0]!.data.endsWith(topic(unlockSlot).slice(2))).toBe(true)
    expect(await account()).toMatchObject({ withdrawingWei: 4n, unlockSlot })
    world.slot = unlockSlot - 1n
    expect(await world.refusal('escrow', 'executeWithdrawal', [withdrawing.from], withdrawing)).toEqual({
      name: 'WithdrawalLocked',
      args: [unlockSlot - 1n, unlockSlot],
    })
    world.slot = unlockSlot
    await world.accepted('escrow', 'executeWithdrawal', [withdrawing.from], withdrawing)
    expect(await account()).toMatchObject({ availableWei: 36n, withdrawingWei: 0n, unlockSlot: 0n })
  })
})

describe('the end of the 32 bits', () => {
  const slotBeyond = { name: 'SlotBeyondRange', args: [GREATEST_SLOT + 1n, GREATEST_SLOT] }
  const refusedProposal = async () => {
    const header = await world.header()
    const options = { from: await world.proposer(), blobs: header.blobHashes }
    return world.refusal('rollup', 'propose', world.proposal(header), options)
  }

  test('PROPOSE-12: the last slot has a block, and the next one is refused', async () => {
    world.slot = GREATEST_SLOT
    const hash = await world.propose()
    const tip = { blockHash: hash, nextSlot: GREATEST_SLOT + 1n }
    expect(await tips()).toEqual([tip, tip])
    world.slot++
    expect(await refusedProposal()).toEqual(slotBeyond)
    expect(await tips()).toEqual([tip, tip])
  })

  test('QUEUE-3: the last slot takes a forced transaction, and the next one is refused', async () => {
    world.slot = GREATEST_SLOT
    await world.force('0x01')
    expect(await ask('queueLength')).toBe(1n)
    world.slot++
    expect(await world.refusal('rollup', 'forceInclusion', ['0x01', forcedProofOf('0x01')])).toEqual(
      slotBeyond,
    )
  })

  test('PROOF-6, PRUNE-5: beyond it nothing is proven or pruned', async () => {
    world.slot = GREATEST_SLOT - 32n
    const hash = await world.propose()
    world.slot = GREATEST_SLOT + 1n
    expect(await world.refusal('rollup', 'prune')).toEqual(slotBeyond)
    expect(
      await world.refusal('rollup', 'submitEpochProof', [genesis, hash, proofOf(genesis, hash)]),
    ).toEqual({
      name: 'NothingToProve',
      args: [],
    })
  })

  test('QUEUE-3: a queue of 2^32 - 1 entries is full', async () => {
    world.slot = 0n
    world.store([['tips', 'queueLength'], 2n ** 32n - 1n])
    expect(await world.refusal('rollup', 'forceInclusion', ['0x01', forcedProofOf('0x01')])).toEqual({
      name: 'QueueFull',
      args: [2n ** 32n - 1n],
    })
  })
})
