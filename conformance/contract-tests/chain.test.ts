import { keccak256 } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keyOf } from '../evm/ecdsa.ts'
import { type Address, type Hex, type Storage, wordHex } from '../evm/word.ts'
import {
  blobHash,
  type Header,
  namedValidators,
  newDeployer,
  packed,
  proofOf,
  type Refusal,
  smallParameters,
  World,
  type WorldOptions,
} from './world.ts'

const validators = namedValidators(4)
let genesis: { blockHash: Hex; nextSlot: bigint }

let world: World
let initial: Storage

beforeAll(async () => {
  world = await World.start(validators, { parameters: smallParameters })
  genesis = { blockHash: world.genesisHash(), nextSlot: 0n }
  initial = world.storage
})
afterAll(() => world?.stop())
beforeEach(() => {
  world.storage = initial
  world.slot = 0n
})

/** The refusal of a proposal that is good but for `changes`; it must also change nothing. */
const refusedProposal = async (
  changes: Partial<Header> = {},
  {
    from,
    blobs,
    args,
  }: { from?: Address; blobs?: readonly Hex[]; args?: (header: Header) => unknown[] } = {},
): Promise<Refusal> => {
  const header = await world.header(changes)
  return world.refusal('rollup', 'propose', (args ?? ((it) => world.proposal(it)))(header), {
    from: from ?? (await world.proposer()),
    blobs: blobs ?? [blobHash('body')],
  })
}

describe('time', () => {
  test('TIME-1: 35 s after genesis is slot 0, 36 s after genesis is slot 1', async () => {
    const at = (seconds: bigint) =>
      world.view('rollup', 'currentSlot', [], { timestamp: world.startOf(0n) + seconds })
    expect(await Promise.all([0n, 35n, 36n].map(at))).toEqual([0n, 0n, 1n])
  })

  test('TIME-2: slot 31 is in epoch 0, slot 32 in epoch 1', async () => {
    const at = (slot: bigint) => world.view('rollup', 'currentEpoch', [], { timestamp: world.startOf(slot) })
    expect(await Promise.all([31n, 32n].map(at))).toEqual([0n, 1n])
  })
})

describe('propose, refused', () => {
  test('PROPOSE-2: the same members in another order are refused', async () => {
    const { name } = await refusedProposal(
      {},
      { args: (it) => [it, packed([...world.committee].reverse()), world.attest(it, [])] },
    )
    expect(name).toBe('CommitteeMismatch')
  })

  test('PROPOSE-3: in slot 7 headers of slots 6 and 8, and of no slot at all, are refused', async () => {
    world.slot = 7n
    for (const slot of [6n, 8n, 2n ** 256n - 1n]) {
      expect(await refusedProposal({ slot, timestamp: 0n })).toEqual({
        name: 'SlotNotCurrent',
        args: [slot, 7n],
      })
    }
  })

  test('PROPOSE-4: slot 1 has timestamp genesis + 36, not genesis + 37', async () => {
    world.slot = 1n
    const timestamp = world.startOf(0n) + 37n
    expect(await refusedProposal({ timestamp })).toEqual({
      name: 'TimestampMismatch',
      args: [timestamp, world.startOf(0n) + 36n],
    })
  })

  test('PROPOSE-5: another parent than the tip is refused', async () => {
    const tip = await world.propose()
    world.slot = 1n
    expect(await refusedProposal({ parentHash: genesis.blockHash })).toEqual({
      name: 'ParentNotTip',
      args: [genesis.blockHash, tip],
    })
  })

  test('PROPOSE-6: a second block in slot 7 is refused', async () => {
    world.slot = 7n
    await world.propose()
    expect(await refusedProposal()).toEqual({ name: 'SlotTaken', args: [7n, 8n] })
  })

  test('PROPOSE-7: another member of the committee is refused', async () => {
    const proposer = await world.proposer()
    const other = world.committee.find((member) => member !== proposer)!
    expect(await refusedProposal({}, { from: other })).toEqual({
      name: 'CallerNotProposer',
      args: [other, proposer],
    })
  })

  test('PROPOSE-8: no blobs at all are refused', async () => {
    expect(await refusedProposal({ blobHashes: [] }, { blobs: [] })).toEqual({
      name: 'BlobsMissing',
      args: [],
    })
  })

  test('PROPOSE-9: one hash fewer, one more, another one and another order are refused', async () => {
    const [first, second] = [blobHash('first'), blobHash('second')]
    const cases: [Hex[], Hex[]][] = [
      [[first], [first, second]],
      [[first, second], [first]],
      [[first], [second]],
      [
        [first, second],
        [second, first],
      ],
    ]
    for (const [blobHashes, blobs] of cases) {
      expect(await refusedProposal({ blobHashes }, { blobs })).toEqual({
        name: 'BlobHashesMismatch',
        args: [blobHashes, blobs].map((list) => keccak256(`0x${list.map((hash) => hash.slice(2)).join('')}`)),
      })
    }
  })

  test("PROPOSE-10: a foreign signature, and a member's signature at another seat, are refused", async () => {
    const [v1, , v3] = validators
    for (const second of [keyOf('stranger'), v1!]) {
      expect(
        await refusedProposal({}, { args: (it) => world.proposal(it, world.attest(it, [v1, second, v3])) }),
      ).toEqual({
        name: 'AttestationInvalid',
        args: [1n, 4n],
      })
    }
  })

  test('PROPOSE-11: three of four are a quorum, two are not', async () => {
    const [, v2, , v4] = validators
    expect(
      await refusedProposal(
        {},
        { args: (it) => world.proposal(it, world.attest(it, [undefined, v2, undefined, v4])) },
      ),
    ).toEqual({ name: 'QuorumNotReached', args: [2n, 4n] })
    await world.propose()
  })
})

describe('propose', () => {
  test('PROPOSE-12: a block becomes the pending tip and is announced', async () => {
    world.slot = 7n
    const header = await world.header()
    const hash = await world.propose()
    expect(hash).toBe(world.blockHash(header))
    expect(await world.view('rollup', 'pendingTip')).toEqual({ blockHash: hash, nextSlot: 8n })
    expect(await world.view('rollup', 'provenTip')).toEqual(genesis)
  })

  test('PROPOSE-12: who proposes is announced with the block, and of its header the roots and every blob, in their order', async () => {
    const changes = { stateRoot: keccak256('0x01'), transactionsHash: keccak256('0x02') }
    const seen = new Set<string>()
    const before = world.storage
    for (const slot of [1n, 2n, 3n, 4n, 5n, 6n])
      for (const blobs of [['one'], ['one', 'two', 'three'], ['three', 'one']]) {
        world.storage = before
        world.slot = slot
        const proposer = await world.proposer()
        const header = await world.header({ ...changes, blobHashes: blobs.map(blobHash) })
        const outcome = await world.proposeHeader(header)
        expect(world.events(outcome)).toEqual([world.announced('L2PendingBlockProcessed', header, proposer)])
        const { topics } = outcome.logs[0]!
        expect(topics.slice(1)).toEqual(
          [world.blockHash(header), slot, proposer].map((it) => wordHex(BigInt(it))),
        )
        seen.add(proposer)
      }
    expect(seen.size).toBeGreaterThan(1)
  })

  test('PROPOSE-6: slot 0 may hold a block', async () => {
    await world.propose()
    expect(await world.view('rollup', 'pendingTip')).toMatchObject({ nextSlot: 1n })
  })

  test('PROPOSE-9: two blobs in the order of the header are accepted', async () => {
    await world.propose({ blobHashes: [blobHash('first'), blobHash('second')] })
  })
})

/** Another rollup, that differs from the world in what is given. */
const another = async (
  changes: Omit<WorldOptions, 'parameters'>,
  compare: (other: World) => Promise<void>,
): Promise<void> => {
  const other = await World.start(validators, { parameters: smallParameters, ...changes })
  try {
    await compare(other)
  } finally {
    await other.stop()
  }
}

describe('two rollups', () => {
  test('PROPOSE-13, PROPOSE-14: on one chain and from one state neither takes blocks or proofs of the other', async () => {
    await another({ deployer: newDeployer() }, async (other) => {
      const sides = []
      for (const rollup of [world, other]) {
        const header = await rollup.header()
        sides.push({ rollup, header, from: rollup.genesisHash(), to: await rollup.propose() })
      }
      const [mine, theirs] = sides as [(typeof sides)[0], (typeof sides)[0]]
      expect(theirs.to).not.toBe(mine.to)
      const ways = [
        [mine, theirs],
        [theirs, mine],
      ] as const
      for (const [at, of] of ways) {
        const { rollup } = at
        rollup.slot = 1n
        const onTheirs = await rollup.header({ parentHash: of.to })
        const proposal = { from: await rollup.proposer(), blobs: onTheirs.blobHashes }
        expect(await rollup.refusal('rollup', 'propose', rollup.proposal(onTheirs), proposal)).toEqual({
          name: 'ParentNotTip',
          args: [of.to, at.to],
        })
        rollup.slot = 32n
        const proof = [of.from, of.to, proofOf(of.from, of.to)]
        expect(await rollup.refusal('rollup', 'submitEpochProof', proof)).toEqual({
          name: 'ProofStartMismatch',
          args: [of.from, at.from],
        })
        await rollup.prove()
      }
    })
  })

  test('PROPOSE-14: from another state, and on another chain, at the same address they have another genesis', async () => {
    const changes = [
      { genesisStateRoot: `0x${'00'.repeat(32)}` },
      { genesisStateRoot: `0x${'ff'.repeat(32)}` },
      { chainId: 5 },
    ] as const
    const seen = new Set([genesis.blockHash])
    for (const change of changes)
      await another(change, async (other) => {
        expect(other.addresses).toEqual(world.addresses)
        expect(await other.view('rollup', 'pendingTip')).toEqual({
          blockHash: other.genesisHash(),
          nextSlot: 0n,
        })
        seen.add(other.genesisHash())
      })
    expect(seen.size).toBe(changes.length + 1)
  })
})

describe('prune', () => {
  test('PRUNE-5: refused at offset 12, accepted at offset 13, refused again right after it', async () => {
    await world.propose()
    const refusal = (offset: bigint, oldest: bigint) => ({
      name: 'NothingToPrune',
      args: [oldest, '0x0000000000000000000000000000000000000000', 1n, offset, 13n],
    })
    world.slot = 44n
    expect(await world.refusal('rollup', 'prune')).toEqual(refusal(12n, 0n))
    world.slot = 45n
    await world.accepted('rollup', 'prune')
    expect(await world.view('rollup', 'pendingTip')).toEqual(genesis)
    expect(await world.refusal('rollup', 'prune')).toEqual(refusal(13n, 0n))
  })

  test('PRUNE-4: in slot 45 with epoch 0 unclaimed, a proposal names the proven tip as its parent', async () => {
    const pruned = await world.propose()
    world.slot = 45n
    expect(await refusedProposal({ parentHash: pruned })).toEqual({
      name: 'ParentNotTip',
      args: [pruned, genesis.blockHash],
    })
    const hash = await world.propose()
    expect(await world.view('rollup', 'epochEnd')).toEqual({ blockHash: hash, nextSlot: 46n })
  })

  test('VIEW-1: with epoch 0 unclaimed, the pending tip is the block in slot 44 and genesis in slot 45', async () => {
    const blockHash = await world.propose()
    world.slot = 44n
    expect(await world.view('rollup', 'pendingTip')).toEqual({ blockHash, nextSlot: 1n })
    world.slot = 45n
    expect(await world.view('rollup', 'pendingTip')).toEqual(genesis)
    await world.accepted('rollup', 'prune')
    expect(await world.view('rollup', 'pendingTip')).toEqual(genesis)
  })

  test('PRUNE-4: in slot 45 with epoch 0 unclaimed, the tips are those of the proven chain before anybody prunes', async () => {
    await world.propose()
    world.slot = 45n
    const tips = ['pendingTip', 'epochEnd', 'provenTip'].map((name) => world.view('rollup', name))
    expect(await Promise.all(tips)).toEqual([genesis, genesis, genesis])
  })

  test('PRUNE-6: the storage after a prune is what it was before the first block', async () => {
    await world.propose()
    world.slot = 40n
    await world.propose()
    world.slot = 45n
    await world.accepted('rollup', 'prune')
    // What ended the epoch of the first block stays where it was kept, and means nothing.
    world.store([['tips', 'epochEndHash'], wordHex(1n)])
    expect(world.storage).toEqual(initial)
  })
})
