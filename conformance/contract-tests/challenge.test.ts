import { concat, sliceHex, zeroHash } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { epochOf } from '../../model/l1-rollup/rules/arithmetic.ts'
import { type Key, keyOf } from '../evm/ecdsa.ts'
import { type Hex, type Storage, wordHex } from '../evm/word.ts'
import {
  type Attestations,
  commitmentTo,
  type Header,
  namedValidators,
  type Posting,
  proofOf,
  smallParameters,
  World,
} from './world.ts'

type Tip = { blockHash: Hex; nextSlot: bigint }
/** A block that was proposed, with what its proposal posted. */
type Posted = Posting & { slot: bigint }

const validators = namedValidators(4)
const [v1, v2, v3, v4] = validators as [Key, Key, Key, Key]
const stranger = keyOf('stranger')
const nobody: Hex = '0x0000000000000000000000000000000000000000'
const parameters = { ...smallParameters, challengeSlots: 8 }

let world: World
let initial: Storage
let genesis: Hex

beforeAll(async () => {
  world = await World.start(validators, { parameters })
  await world.deposit(10n)
  genesis = (await world.view<Tip>('rollup', 'provenTip')).blockHash
  initial = world.storage
})
afterAll(() => world?.stop())
beforeEach(() => {
  world.storage = initial
  world.slot = 0n
})

/** Proposes in a slot with these signers, one per seat; a quorum of which seat 2 is signed by the stranger where not given. */
const post = async (
  slot: bigint,
  signers: readonly (Key | undefined)[] = [v1, v2, stranger],
  changes: Partial<Header> = {},
): Promise<Posted> => {
  world.slot = slot
  const header = await world.header(changes)
  const posting = await world.posting(header, world.attest(header, signers))
  await world.proposeHeader(header, posting.attestations)
  return { ...posting, slot }
}
const postEach = async (...slots: bigint[]): Promise<Posted[]> => {
  const posted: Posted[] = []
  for (const slot of slots) posted.push(await post(slot))
  return posted
}
const challenge = ({ slot, ...posting }: Posted, seat: bigint | number = 2, from = stranger.address) =>
  world.accepted('rollup', 'challenge', [slot, posting, seat], { from })
const refused = ({ slot, ...posting }: Posted, seat: bigint | number = 2) =>
  world.refusal('rollup', 'challenge', [slot, posting, seat])
const ask = <T = unknown>(functionName: string, args: readonly unknown[] = []) =>
  world.view<T>('rollup', functionName, args)
const tipOf = ({ blockHash, slot }: Posted): Tip => ({ blockHash, nextSlot: slot + 1n })
const tips = async () => [await ask<Tip>('epochEnd'), await ask<Tip>('pendingTip')]
const account = () => world.view('escrow', 'accountOf', [world.prover.address])
const proofRefusal = (from: Hex, to: Hex) =>
  world.refusal('rollup', 'submitEpochProof', [from, to, proofOf(from, to)])

describe('propose where signatures are posted', () => {
  test('CHALLENGE-1: a false attestation is accepted and counts, a missing one does not', async () => {
    const header = await world.header()
    const propose = (attestations: Attestations) => world.proposal(header, attestations)
    const options = { from: await world.proposer(), blobs: header.blobHashes }
    const two = world.attest(header, [v1, undefined, stranger])
    expect(await world.refusal('rollup', 'propose', propose(two), options)).toEqual({
      name: 'QuorumNotReached',
      args: [2n, 4n],
    })
    const nobodys = { r: wordHex(0n), vs: wordHex(0n) }
    const three = { markedSeats: 0b1101n, signatures: [...two.signatures, nobodys] }
    await world.accepted('rollup', 'propose', propose(three), options)
  })

  test('PROPOSE-11: marks and signatures have to fit each other, and marks the committee', async () => {
    const header = await world.header()
    const options = { from: await world.proposer(), blobs: header.blobHashes }
    const { markedSeats, signatures } = world.attest(header, [v1, v2, v3])
    for (const attestations of [
      { markedSeats, signatures: signatures.slice(1) },
      { markedSeats: markedSeats | (1n << 3n), signatures },
      { markedSeats: 0b10011n, signatures },
    ]) {
      const { name } = await world.refusal('rollup', 'propose', world.proposal(header, attestations), options)
      expect(name).toBe('AttestationsMalformed')
    }
  })

  test('CHALLENGE-2: what is kept is the hash of seven words, for as long as the block is pending', async () => {
    const [first, { slot, ...second }] = (await postEach(5n, 7n)) as [Posted, Posted]
    expect(second).toMatchObject({ parentHash: first.blockHash, parentNextSlot: 6n, parentTaken: 0n })
    const commitment = commitmentTo(slot, second)
    expect(await ask('postingOf', [7n])).toBe(commitment)
    expect([await ask('postingOf', [6n]), await ask('postingOf', [8n])]).toEqual([zeroHash, zeroHash])
    world.slot = 44n
    expect(await ask('postingOf', [7n])).toBe(commitment)
    // Epoch 0 was not claimed.
    world.slot = 45n
    expect(await ask('postingOf', [7n])).toBe(zeroHash)
  })
})

describe('challenge, refused', () => {
  test('TIME-4: before genesis', async () => {
    const posted = await post(0n)
    const { name } = await world.refusal('rollup', 'challenge', [0n, posted, 2], {
      timestamp: world.startOf(0n) - 1n,
    })
    expect(name).toBe('NotStarted')
  })

  test('CHALLENGE-3: a slot without a block, before, between and after those with one', async () => {
    const [, posted] = (await postEach(5n, 7n)) as [Posted, Posted]
    for (const slot of [0n, 4n, 6n, 8n, 9n, 2n ** 32n, 2n ** 256n - 1n])
      expect(await refused({ ...posted, slot })).toEqual({ name: 'NothingToChallenge', args: [slot, 8n] })
    await challenge(posted)
  })

  test('CHALLENGE-3: the blocks of a cut do not come back with the block that takes their place', async () => {
    const [five, six, seven] = (await postEach(5n, 6n, 7n)) as [Posted, Posted, Posted]
    await challenge(six)
    const eight = await post(8n, [v1, v2, v3])
    expect(eight.parentHash).toBe(five.blockHash)
    for (world.slot = 8n; world.slot <= 9n; world.slot++) {
      for (const gone of [six, seven]) expect((await refused(gone)).name).toBe('NothingToChallenge')
      expect((await refused(eight)).name).toBe('ChallengeUnfounded')
    }
    await challenge(five)
    expect(await tips()).toEqual(Array(2).fill({ blockHash: genesis, nextSlot: 0n }))
  })

  test('CHALLENGE-3, PRUNE-8: a proven block, and a pruned one', async () => {
    const posted = await post(31n)
    world.slot = 40n
    await world.prove()
    world.slot = 39n
    expect((await refused(posted)).name).toBe('NothingToChallenge')
    // A block after it, so that its mark is told apart from that of a proven one.
    await post(41n)
    world.slot = 39n
    expect((await refused(posted)).name).toBe('NothingToChallenge')

    world.storage = initial
    const pruned = await post(1n)
    world.slot = 45n
    expect((await refused(pruned)).name).toBe('NothingToChallenge')
    await post(45n)
    expect((await refused(pruned)).name).toBe('NothingToChallenge')
  })

  test.each<[string, (posted: Posted) => Partial<Posted>]>([
    ['another block', ({ parentHash }) => ({ blockHash: parentHash })],
    ['another parent', ({ blockHash }) => ({ parentHash: blockHash })],
    ['another slot of the parent', ({ parentNextSlot }) => ({ parentNextSlot: parentNextSlot - 1n })],
    ['a slot of the parent beyond 32 bits', ({ parentNextSlot: at }) => ({ parentNextSlot: at + 2n ** 32n })],
    ['more taken', ({ parentTaken }) => ({ parentTaken: parentTaken + 1n })],
    ['taken beyond 32 bits', ({ parentTaken }) => ({ parentTaken: parentTaken + 2n ** 32n })],
    [
      'another member',
      ({ committee }) => ({ committee: concat([sliceHex(committee, 0, 60), stranger.address]) }),
    ],
    ['one member fewer', ({ committee }) => ({ committee: sliceHex(committee, 0, 60) })],
    ['a seat more', ({ committee }) => ({ committee: concat([committee, stranger.address]) })],
    [
      'another seat marked',
      ({ attestations }) => ({ attestations: { ...attestations, markedSeats: 0b1011n } }),
    ],
    ['a mark more', ({ attestations }) => ({ attestations: { ...attestations, markedSeats: 0b1111n } })],
    [
      'two signatures exchanged',
      ({ attestations: { markedSeats, signatures: all } }) => ({
        attestations: { markedSeats, signatures: [all[1]!, all[0]!, all[2]!] },
      }),
    ],
    [
      'a signature fewer',
      ({ attestations: { markedSeats, signatures } }) => ({
        attestations: { markedSeats, signatures: signatures.slice(0, -1) },
      }),
    ],
  ])('CHALLENGE-4: %s than was posted', async (_, other) => {
    const [, posted] = (await postEach(5n, 7n)) as [Posted, Posted]
    const given = { ...posted, ...other(posted) }
    expect(await refused(given)).toEqual({
      name: 'PostingMismatch',
      args: [commitmentTo(7n, given), commitmentTo(7n, posted)],
    })
    await challenge(posted)
  })

  test('CHALLENGE-4: the posting of another slot, and of a block that was in this one before', async () => {
    const [five, six] = (await postEach(5n, 6n)) as [Posted, Posted]
    expect((await refused({ ...five, slot: 6n })).name).toBe('PostingMismatch')
    await challenge(six)
    const again = await post(6n, [v1, v2, v3])
    expect(again.blockHash).toBe(six.blockHash)
    expect((await refused(six)).name).toBe('PostingMismatch')
  })

  test('CHALLENGE-5: the block of slot 31 is challenged in slot 39 and no longer in slot 40', async () => {
    const posted = await post(31n)
    world.slot = 40n
    expect(await ask('isChallengeable', [31n])).toBe(false)
    expect(await refused(posted)).toEqual({ name: 'ChallengeTooLate', args: [40n, 31n, 8n] })
    world.slot = 39n
    expect(await ask('isChallengeable', [31n])).toBe(true)
    await challenge(posted)
    expect(await ask('isChallengeable', [31n])).toBe(false)
  })

  test('CHALLENGE-6: true signatures, an empty seat, and seats beyond the committee', async () => {
    const posted = await post(5n, [v1, undefined, stranger, v4])
    const unfounded = (seat: bigint, signer: Hex, member: Hex) => ({
      name: 'ChallengeUnfounded',
      args: [seat, 4n, signer, member],
    })
    expect(await refused(posted, 0)).toEqual(unfounded(0n, v1.address, v1.address))
    expect(await refused(posted, 1)).toEqual(unfounded(1n, nobody, v2.address))
    // The third signature is that of the fourth seat.
    expect(await refused(posted, 3)).toEqual(unfounded(3n, v4.address, v4.address))
    for (const seat of [4n, 5n, 255n, 256n, 2n ** 256n - 1n])
      expect(await refused(posted, seat)).toEqual(unfounded(seat, nobody, nobody))
    await challenge(posted, 2)
  })
})

describe('challenge', () => {
  test.each<[string, (header: Header) => Attestations, number]>([
    ['of seat 0', (header) => world.attest(header, [stranger, v2, v3]), 0],
    ['of the last seat', (header) => world.attest(header, [v1, v2, undefined, stranger]), 3],
    ['by a member at the seat of another', (header) => world.attest(header, [v1, v1, v3]), 1],
    [
      'of zeroes',
      (header) => ({
        markedSeats: 0b111n,
        signatures: [
          { r: wordHex(0n), vs: wordHex(0n) },
          ...world.attest(header, [undefined, v2, v3]).signatures,
        ],
      }),
      0,
    ],
    [
      'over another block',
      (header) => world.attest({ ...header, stateRoot: header.transactionsHash }, [v1, v2, v3]),
      1,
    ],
  ])('CHALLENGE-6: a signature %s is false', async (_, attest, seat) => {
    const header = await world.header()
    const posting = await world.posting(header, attest(header))
    await world.proposeHeader(header, posting.attestations)
    await challenge({ ...posting, slot: 0n }, seat)
    expect(await ask<Tip>('pendingTip')).toEqual({ blockHash: genesis, nextSlot: 0n })
  })

  test('CHALLENGE-11, LOG-13: an address that was never registered, and what it announces', async () => {
    const [five, six] = (await postEach(5n, 6n)) as [Posted, Posted]
    const outcome = await challenge(six, 2, keyOf('nobody knows').address)
    expect(world.events(outcome)).toEqual([['PendingChainCut', five.blockHash, 6n, 2n]])
    expect(await tips()).toEqual([tipOf(five), tipOf(five)])
  })

  test('CHALLENGE-7: a challenge of slot 6 leaves slot 5, and slot 7 is free again in slot 7', async () => {
    const [five, six, seven] = (await postEach(5n, 6n, 7n)) as [Posted, Posted, Posted]
    await challenge(six)
    const another = await post(7n, [v1, v2, v3], { stateRoot: `0x${'52'.repeat(32)}` })
    expect(another.parentHash).toBe(five.blockHash)
    expect(another.blockHash).not.toBe(seven.blockHash)
    expect(await tips()).toEqual([tipOf(another), tipOf(another)])
  })

  test('CHALLENGE-7, PROOF-4: a cut in the next epoch leaves the end of the oldest where it is', async () => {
    const [, last, next] = (await postEach(30n, 31n, 33n, 34n)) as [Posted, Posted, Posted]
    await challenge(next)
    expect(await tips()).toEqual([tipOf(last), tipOf(last)])

    world.storage = initial
    const [, end, first, second] = (await postEach(30n, 31n, 33n, 34n)) as [Posted, Posted, Posted, Posted]
    await challenge(second)
    expect(await tips()).toEqual([tipOf(end), tipOf(first)])
  })

  test('CHALLENGE-7, PROOF-4: a cut in the oldest epoch across its end moves both', async () => {
    const [thirty, last] = (await postEach(30n, 31n, 33n)) as [Posted, Posted]
    await challenge(last)
    expect(await tips()).toEqual([tipOf(thirty), tipOf(thirty)])
    world.slot = 40n
    await world.prove()
    expect(await ask('provenTip')).toEqual(tipOf(thirty))
  })

  test('CHALLENGE-7, PROOF-4: after a cut to the proven tip the next block ends its own epoch', async () => {
    const only = await post(30n)
    world.slot = 33n
    await challenge(only)
    const next = await post(33n)
    expect(await tips()).toEqual([tipOf(next), tipOf(next)])
    expect(next).toMatchObject({ parentHash: genesis, parentNextSlot: 0n })
  })

  test('QUEUE-8: what the dropped blocks took waits again', async () => {
    for (const transaction of ['0x01', '0x02', '0x03'] as const) await world.force(transaction)
    const signers = [v1, v2, stranger]
    await post(1n, signers, { forcedCount: 1n })
    const second = await post(2n, signers, { forcedCount: 2n })
    expect(await ask('taken')).toEqual([3n, 0n])
    expect(second.parentTaken).toBe(1n)
    await challenge(second)
    expect(await ask('taken')).toEqual([1n, 0n])
    const again = await post(2n, signers, { forcedCount: 2n })
    expect(again.blockHash).toBe(second.blockHash)
  })

  test('CHALLENGE-8: a claim stays while its epoch has a block, and then ends with its bond back', async () => {
    const [thirty, last] = (await postEach(30n, 31n)) as [Posted, Posted]
    world.slot = 32n
    await world.claim({ bondAmount: 6n })
    world.slot = 33n
    const cut = await challenge(last)
    expect(world.events(cut)).toEqual([['PendingChainCut', thirty.blockHash, 31n, 2n]])
    expect(await ask('claim')).toMatchObject({ bondAmount: 6n, basisPointFee: 5_000n })
    expect(await account()).toMatchObject({ availableWei: 4n, stakedWei: 6n })

    const ended = await challenge(thirty)
    expect(world.events(ended)).toEqual([
      ['PendingChainCut', genesis, 30n, 2n],
      ['BondReturned', world.prover.address, 6n],
    ])
    expect(await ask('claim')).toMatchObject({ bondAmount: 0n, epochToProve: 0n, basisPointFee: 0n })
    expect(await account()).toMatchObject({ availableWei: 10n, stakedWei: 0n })
    // Nothing is left of it that could be slashed, and another epoch can be claimed.
    world.slot = 64n
    expect((await world.refusal('rollup', 'prune')).name).toBe('NothingToPrune')
    await post(64n)
    world.slot = 96n
    await world.claim({ bondAmount: 6n })
  })

  test('CHALLENGE-8: a cut of the whole chain at once returns the bond of its oldest epoch', async () => {
    const thirty = await post(31n)
    world.slot = 32n
    await world.claim()
    await post(32n)
    await post(33n)
    const ended = await challenge(thirty)
    expect(world.events(ended).map(([name]) => name)).toEqual(['PendingChainCut', 'BondReturned'])
    expect(await tips()).toEqual(Array(2).fill({ blockHash: genesis, nextSlot: 0n }))
    expect(await account()).toMatchObject({ availableWei: 10n, stakedWei: 0n })
  })
})

test('CHALLENGE-5: slots at the end of those that are stored', async () => {
  const last = 2n ** 32n - 3n
  const [before, posted] = (await postEach(last - 1n, last)) as [Posted, Posted]
  world.slot = last + 1n
  const options = [last, posted, 2]
  expect(await world.refusal('rollup', 'challenge', options)).toEqual({
    name: 'SlotBeyondRange',
    args: [last + 1n, last],
  })
  world.slot = last
  expect((await refused({ ...posted, slot: last - 64n })).name).toBe('NothingToChallenge')
  await challenge(posted)
  expect(await tips()).toEqual([tipOf(before), tipOf(before)])
})

describe('submitEpochProof where signatures are posted', () => {
  test('CHALLENGE-9: a proof of an epoch that ends in slot 31 is refused in slot 39, accepted in slot 40', async () => {
    const { blockHash } = await post(31n)
    // A later block is not of the epoch.
    await post(35n)
    world.slot = 39n
    expect(await proofRefusal(genesis, blockHash)).toEqual({ name: 'ChallengeOpen', args: [39n, 31n, 8n] })
    // It is refused before what the proof is about is looked at.
    expect((await proofRefusal(blockHash, genesis)).name).toBe('ChallengeOpen')
    world.slot = 40n
    await world.prove()
  })

  test('CHALLENGE-9: after a challenge the block before decides', async () => {
    const [, last] = (await postEach(25n, 31n)) as [Posted, Posted]
    world.slot = 34n
    expect((await proofRefusal(genesis, last.blockHash)).name).toBe('ChallengeOpen')
    await challenge(last)
    await world.prove()
  })

  test('PROOF-2: an epoch that runs is refused as such', async () => {
    const { blockHash } = await post(0n)
    world.slot = 31n
    expect((await proofRefusal(genesis, blockHash)).name).toBe('EpochNotEnded')
  })
})

describe('marks', () => {
  test('CHALLENGE-12: with 128 slots an epoch blocks of slot 0 and slot 255 are pending together', async () => {
    const long = { ...parameters, slotsPerEpoch: 128, withdrawalDelaySlots: 141 }
    const other = await World.start(validators, { parameters: long })
    try {
      await other.deposit(10n)
      await other.propose()
      other.slot = 128n
      await other.claim()
      other.slot = 255n
      await other.propose()
      const kept = await Promise.all(
        [0n, 1n, 254n, 255n].map(
          async (slot) => (await other.view('rollup', 'postingOf', [slot])) !== zeroHash,
        ),
      )
      expect(kept).toEqual([true, false, false, true])
    } finally {
      await other.stop()
    }
  })

  test('CHALLENGE-3: the pending blocks of 300 slots are those of a list, whatever cuts, proves and drops', async () => {
    const slotsPerEpoch = 4
    const short = {
      ...parameters,
      slotsPerEpoch,
      claimWindowSlots: 3,
      challengeSlots: 3,
      withdrawalDelaySlots: 7,
    }
    const other = await World.start(validators, { parameters: short })
    try {
      let pending: Posted[] = []
      const seen = { posted: 0, cut: 0, proven: 0, dropped: 0 }
      // Park and Miller's generator: any run will do, the same each time.
      let drawn = 7n
      const draw = (below: number) => {
        drawn = (drawn * 48_271n) % 2_147_483_647n
        return Number(drawn % BigInt(below))
      }
      const epochAt = (slot: bigint) => epochOf({ slot: Number(slot), slotsPerEpoch })
      for (let slot = 0n; slot < 300n; slot++) {
        other.slot = slot
        const epoch = epochAt(slot)
        // Nobody claims, so the last slot of the next epoch drops what is left.
        const deadline = pending[0] && BigInt((epochAt(pending[0].slot) + 2) * slotsPerEpoch - 1)
        if (deadline !== undefined && slot >= deadline) {
          pending = []
          seen.dropped++
        }
        const end = pending.findLast((block) => epochAt(block.slot) === epochAt(pending[0]!.slot))
        if (end && epoch > epochAt(end.slot) && slot > end.slot + 3n && draw(2) === 0) {
          await other.prove()
          pending = pending.filter((block) => block.slot > end.slot)
          seen.proven++
        }
        const cut = pending.findIndex((block) => slot <= block.slot + 3n && draw(6) === 0)
        if (cut >= 0) {
          const { slot: cutSlot, ...posting } = pending[cut]!
          await other.accepted('rollup', 'challenge', [cutSlot, posting, 2])
          pending = pending.slice(0, cut)
          seen.cut++
        }
        if (draw(3) > 0) {
          const header = await other.header()
          const posting = await other.posting(header, other.attest(header, [v1, v2, stranger]))
          await other.proposeHeader(header, posting.attestations)
          pending.push({ ...posting, slot })
          seen.posted++
        }
        const found: bigint[] = []
        for (let asked = slot > 12n ? slot - 12n : 0n; asked <= slot + 1n; asked++)
          if ((await other.view('rollup', 'postingOf', [asked])) !== zeroHash) found.push(asked)
        expect(found).toEqual(pending.map((block) => block.slot))
      }
      expect(Object.values(seen).every((count) => count > 10)).toBe(true)
    } finally {
      await other.stop()
    }
  })
})

describe('challenge where there is fallback', () => {
  let without: { world: World; initial: Storage }
  beforeAll(async () => {
    without = { world, initial }
    world = await World.start(validators, { parameters: { ...parameters, fallbackEnterSlots: 96 } })
    await world.deposit(10n)
    initial = world.storage
  })
  afterAll(async () => {
    await world.stop()
    ;({ world, initial } = without)
  })

  test.each([
    [101n, 101n],
    [102n, 102n],
    [103n, 103n],
  ])(
    'CHALLENGE-13: a claim that ends in slot %s leaves the committee slots up to %s',
    async (challengedIn, last) => {
      // Counted from slot 6, an entry is due in slot 102.
      await post(6n)
      const posted = await post(95n)
      world.slot = 96n
      await world.claim({ bondAmount: 6n })
      world.slot = 103n
      expect(await ask('inFallback')).toBe(false)
      world.slot = challengedIn
      await challenge(posted)
      const active = []
      for (world.slot = challengedIn; world.slot <= 104n; world.slot++) active.push(await ask('inFallback'))
      expect(active.indexOf(true)).toBe(Number(last + 1n - challengedIn))
      expect(active.lastIndexOf(false)).toBe(Number(last - challengedIn))
      world.slot = last + 1n
      expect(await ask('fallbackState')).toMatchObject({ enteredNext: last + 2n })
    },
  )
})

describe('where signatures are verified', () => {
  test('CHALLENGE-1, CHALLENGE-3: there is nothing to challenge, and nothing is kept', async () => {
    const verifying = await World.start(validators, { parameters: smallParameters })
    try {
      const header = await verifying.header()
      const posting = await verifying.posting(header)
      await verifying.proposeHeader(header)
      expect(await verifying.view('rollup', 'postingOf', [0n])).toBe(zeroHash)
      expect(await verifying.view('rollup', 'isChallengeable', [0n])).toBe(false)
      for (const seat of [0, 3, 4]) {
        const { name } = await verifying.refusal('rollup', 'challenge', [0n, posting, seat])
        expect(name).toBe('NothingToChallenge')
      }
      const { storage } = verifying.artifact('Rollup').storageLayout
      const marks = BigInt(storage.find(({ label }) => label === 'pendingSlots')!.slot)
      expect(verifying.storage.get(verifying.addresses.rollup)!.has(marks)).toBe(false)
    } finally {
      await verifying.stop()
    }
  })
})
