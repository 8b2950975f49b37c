import { keccak256, zeroHash } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { epochOf } from '../../model/l1-rollup/rules/arithmetic.ts'
import { keccakWords } from '../../model/shared/hash.ts'
import { keyOf } from '../evm/ecdsa.ts'
import { applyChanges } from '../evm/trace.ts'
import { type Hex, type Storage, wordHex } from '../evm/word.ts'
import {
  blobHash,
  forcedProofOf,
  type Header,
  namedValidators,
  proofOf,
  type Refusal,
  smallParameters,
  World,
} from './world.ts'

type Tip = { blockHash: Hex; nextSlot: bigint }
type FallbackState = { countedFromNext: bigint; enteredNext: bigint; advancedNext: bigint }

const validators = namedValidators(4)
const stranger = keyOf('stranger').address
const nobody = '0x0000000000000000000000000000000000000000'
/** T_enter 96, T_exit 128, T_activity 64. */
const parameters = { ...smallParameters, fallbackEnterSlots: 96, fallbackRewardWei: '3' }
const IN_SESSION = 2n ** 32n - 1n
const idle: FallbackState = { countedFromNext: 0n, enteredNext: 0n, advancedNext: 0n }

let world: World
let initial: Storage
let genesis: Hex

beforeAll(async () => {
  world = await World.start(validators, { parameters })
  await world.deposit(20n)
  genesis = (await world.view<Tip>('rollup', 'provenTip')).blockHash
  initial = world.storage
})
afterAll(() => world?.stop())
beforeEach(() => {
  world.storage = initial
  world.slot = 0n
})

const at = (slot: bigint) => {
  world.slot = slot
}
const isActive = () => world.view<boolean>('rollup', 'inFallback')
const activeIn = async (...slots: bigint[]) => {
  const answers: boolean[] = []
  for (const slot of slots) {
    at(slot)
    answers.push(await isActive())
  }
  return answers
}
const stateNow = () => world.view<FallbackState>('rollup', 'fallbackState')
const tips = async () =>
  Promise.all(['provenTip', 'epochEnd', 'pendingTip'].map((name) => world.view<Tip>('rollup', name)))
const proposeIn = async (slot: bigint, changes: Partial<Header> = {}) => {
  at(slot)
  return world.propose(changes)
}
const forceIn = async (slot: bigint, transaction: Hex = '0x01') => {
  at(slot)
  return world.force(transaction)
}
/** The refusal of a fallback block that is good but for `changes`. */
const refused = async (
  changes: Partial<Header> = {},
  { blobs, proof }: { blobs?: readonly Hex[]; proof?: Hex } = {},
): Promise<Refusal> => {
  const header = await world.header(changes)
  const [, good] = world.provenProposal(header)
  return world.refusal('rollup', 'proposeWithProof', [header, proof ?? good], {
    blobs: blobs ?? header.blobHashes,
  })
}
const refusedProposal = async (): Promise<Refusal> => {
  const header = await world.header()
  const options = { from: await world.proposer(), blobs: header.blobHashes }
  return world.refusal('rollup', 'propose', world.proposal(header), options)
}
const active = { name: 'FallbackActive', args: [] }
const notActive = { name: 'FallbackNotActive', args: [] }

describe('entry', () => {
  test('FALLBACK-1, FALLBACK-5: counted from slot 7, slot 102 is the committee’s and slot 103 is not', async () => {
    await proposeIn(7n)
    expect(await stateNow()).toEqual({ ...idle, countedFromNext: 8n })
    expect(await activeIn(102n, 103n)).toEqual([false, true])
    at(103n)
    expect(await stateNow()).toEqual({ countedFromNext: 0n, enteredNext: 104n, advancedNext: 104n })
    expect(await refusedProposal()).toEqual(active)
    at(102n)
    await world.propose()
  })

  test('FALLBACK-2: an idle chain is not counted against, a first block in slot 1000 is', async () => {
    expect(await activeIn(0n, 96n, 10_000n)).toEqual([false, false, false])
    await proposeIn(1000n)
    expect(await activeIn(1095n, 1096n)).toEqual([false, true])
  })

  test('FALLBACK-2: a waiting transaction alone is counted from', async () => {
    await forceIn(5n)
    expect(await stateNow()).toEqual({ ...idle, countedFromNext: 6n })
    await forceIn(50n)
    expect(await stateNow()).toEqual({ ...idle, countedFromNext: 6n })
    expect(await activeIn(100n, 101n)).toEqual([false, true])
  })

  test('FALLBACK-2: neither a prune nor a later block stops the count', async () => {
    await proposeIn(0n)
    at(45n)
    await world.accepted('rollup', 'prune')
    expect(await stateNow()).toEqual({ ...idle, countedFromNext: 1n })
    await proposeIn(90n)
    expect(await activeIn(95n, 96n)).toEqual([false, true])
  })

  test('FALLBACK-2: a proof that leaves nothing waiting ends the count, and one that leaves a block starts it anew', async () => {
    await proposeIn(0n)
    at(40n)
    const before = world.storage
    await world.prove()
    expect(await stateNow()).toEqual(idle)
    world.storage = before
    await proposeIn(39n)
    at(40n)
    await world.prove()
    expect(await stateNow()).toEqual({ ...idle, countedFromNext: 41n })
  })

  test('FALLBACK-2: a proof that leaves a transaction in the queue starts the count anew', async () => {
    await forceIn(0n)
    await world.propose()
    at(40n)
    await world.prove()
    expect(await stateNow()).toEqual({ ...idle, countedFromNext: 41n })
    expect(await activeIn(135n, 136n)).toEqual([false, true])
  })

  test('FALLBACK-3: a claim that is made in slot 96 keeps the committee in force until slot 127', async () => {
    await proposeIn(1n)
    await proposeIn(95n)
    at(96n)
    const unclaimed = world.storage
    expect(await activeIn(96n, 97n)).toEqual([false, true])
    at(96n)
    world.storage = unclaimed
    await world.claim()
    expect(await activeIn(97n, 127n, 128n)).toEqual([false, false, true])
    at(127n)
    await world.propose()
    at(128n)
    expect(await refusedProposal()).toEqual(active)
    expect(world.events(await world.accepted('rollup', 'prune'))).toEqual([
      ['PendingChainPruned', genesis],
      ['BondSlashed', world.prover.address, 5n],
      ['FallbackChanged', true, 128n, 1n],
    ])
  })

  test('FALLBACK-4: with blocks in slots 90 and 95 and an entry in 96, the next block builds on the proven tip', async () => {
    await forceIn(0n)
    await proposeIn(90n, { forcedCount: 1n })
    const dropped = await proposeIn(95n)
    expect(await world.view('rollup', 'taken')).toEqual([1n, 0n])
    at(96n)
    expect(await world.view('rollup', 'taken')).toEqual([0n, 0n])
    expect(await refused({ parentHash: dropped, forcedCount: 1n })).toEqual({
      name: 'ParentNotTip',
      args: [dropped, genesis],
    })
    const header = await world.header({ forcedCount: 1n })
    expect(header.parentHash).toBe(genesis)
    expect(world.events(await world.proposeHeaderWithProof(header))).toEqual([
      ['PendingChainPruned', genesis],
      ['FallbackChanged', true, 96n, 1n],
      world.announced('L2ProvenBlockProcessed', header, stranger),
    ])
    expect(await world.view('rollup', 'taken')).toEqual([1n, 1n])
  })

  test('FALLBACK-5: a claim passes in the slot before the entry and is refused at it', async () => {
    await proposeIn(1n)
    await proposeIn(95n)
    at(97n)
    expect(await world.refusedClaim()).toEqual(active)
    at(96n)
    await world.claim()
  })

  test('PRUNE-5, FALLBACK-4: what the entry drops may be pruned, once', async () => {
    await proposeIn(95n)
    await proposeIn(184n)
    at(190n)
    expect((await world.refusal('rollup', 'prune')).name).toBe('NothingToPrune')
    at(191n)
    expect(await world.view('rollup', 'pruneIsDue')).toBe(true)
    const outcome = await world.accepted('rollup', 'prune')
    expect(world.events(outcome)).toEqual([
      ['PendingChainPruned', genesis],
      ['FallbackChanged', true, 191n, 1n],
    ])
    expect((await world.refusal('rollup', 'prune')).name).toBe('NothingToPrune')
  })

  test('PRUNE-5: an entry that drops nothing is nothing to prune', async () => {
    await forceIn(0n)
    at(96n)
    expect(await isActive()).toBe(true)
    expect(await world.refusal('rollup', 'prune')).toEqual({
      name: 'NothingToPrune',
      args: [0n, nobody, 3n, 0n, 13n],
    })
  })
})

describe('exit', () => {
  test('FALLBACK-6: advanced again and again, slot 223 is in fallback and slot 224 is not', async () => {
    await proposeIn(0n)
    for (const slot of [96n, 150n, 200n, 223n]) {
      at(slot)
      await world.proposeWithProof()
    }
    expect(await stateNow()).toEqual({ countedFromNext: 0n, enteredNext: 97n, advancedNext: 224n })
    expect(await activeIn(223n, 224n)).toEqual([true, false])
    at(224n)
    expect(await stateNow()).toEqual(idle)
  })

  test('FALLBACK-7, FALLBACK-9: unused it ends in slot 160, and with a block in slot 100 in slot 164', async () => {
    await proposeIn(0n)
    expect(await activeIn(95n, 96n, 159n, 160n)).toEqual([false, true, true, false])
    for (const slot of [95n, 160n]) {
      at(slot)
      expect(await refused()).toEqual(notActive)
    }
    at(159n)
    await world.proposeWithProof()
    world.storage = initial
    await proposeIn(0n)
    at(100n)
    await world.proposeWithProof()
    expect(await activeIn(163n, 164n)).toEqual([true, false])
  })

  test('FALLBACK-7: what counts as the last advance is when it came, not the slot of its header', async () => {
    await proposeIn(0n)
    at(100n)
    await world.proposeWithProof({ slot: 40n })
    expect(await stateNow()).toEqual({ countedFromNext: 0n, enteredNext: 97n, advancedNext: 101n })
  })

  test('FALLBACK-8: a waiting queue, and nobody acts: slots 96 to 159, 256 to 319, and so on', async () => {
    await forceIn(0n)
    const slots = [95n, 96n, 159n, 160n, 255n, 256n, 319n, 320n, 415n, 416n]
    expect(await activeIn(...slots)).toEqual(slots.map((slot) => (slot / 32n) % 5n >= 3n))
    at(160n)
    expect(await stateNow()).toEqual({ ...idle, countedFromNext: 161n })
    at(257n)
    expect(await stateNow()).toEqual({ countedFromNext: 0n, enteredNext: 257n, advancedNext: 257n })
  })

  test('FALLBACK-8: with an empty queue the exit leaves the chain idle, and the committee goes on', async () => {
    await proposeIn(0n)
    expect(await activeIn(256n, 10_000n)).toEqual([false, false])
    at(300n)
    const header = await world.header()
    const outcome = await world.proposeHeader(header)
    expect(world.events(outcome)).toEqual([
      ['PendingChainPruned', genesis],
      ['FallbackChanged', false, 160n, 1n],
      world.announced('L2PendingBlockProcessed', header, await world.proposer()),
    ])
    expect(await stateNow()).toEqual({ ...idle, countedFromNext: 301n })
  })

  test('FALLBACK-8: a stored session whose end has passed is left by the next proposal, and its word cleared', async () => {
    await proposeIn(0n)
    at(100n)
    const tip = await world.proposeWithProof()
    at(164n)
    const header = await world.header()
    expect(header.parentHash).toBe(tip)
    expect(world.events(await world.proposeHeader(header))).toEqual([
      ['FallbackChanged', false, 164n, 0n],
      world.announced('L2PendingBlockProcessed', header, await world.proposer()),
    ])
    const found = world.storage
    world.store([['session', 'enteredNext'], 0n], [['session', 'advancedNext'], 0n])
    expect(found).toEqual(world.storage)
  })

  test('LOG-10: two silent sessions are told by one log', async () => {
    await forceIn(0n)
    const waiting = world.storage
    at(300n)
    const header = await world.header({ forcedCount: 1n })
    expect(world.events(await world.proposeHeaderWithProof(header))).toEqual([
      ['FallbackChanged', true, 256n, 2n],
      world.announced('L2ProvenBlockProcessed', header, stranger),
    ])
    world.storage = waiting
    at(330n)
    expect(await refused({ forcedCount: 1n })).toEqual(notActive)
    expect(world.events(await world.force('0x02'))).toEqual([
      ['FallbackChanged', false, 320n, 2n],
      ['TransactionForced', keccak256('0x02'), 1n, 11n],
    ])
    expect(await stateNow()).toEqual({ ...idle, countedFromNext: 321n })
  })

  test('FALLBACK-16: samples go on in a session, and the committee of the exit is a fresh one', async () => {
    await proposeIn(0n)
    at(128n)
    expect(await isActive()).toBe(true)
    const outcome = await world.accepted('rollup', 'setupEpoch', [], { prevrandao: 9n })
    expect(world.events(outcome)[0]!.slice(0, 2)).toEqual(['EpochSetUp', 5n])
    at(160n)
    expect(await world.view('rollup', 'sampleInForce', [5n])).toMatchObject([{ epoch: 5n }, true])
    await world.propose()
  })
})

describe('proposeWithProof', () => {
  beforeEach(async () => {
    await proposeIn(31n)
    at(44n)
    await world.prove()
    await proposeIn(50n)
    at(146n)
  })

  test('FALLBACK-10, FALLBACK-14, LOG-12: a stranger’s block is proven when it appears', async () => {
    const header = await world.header()
    const outcome = await world.proposeHeaderWithProof(header)
    const blockHash = world.blockHash(header)
    expect(world.events(outcome).at(-1)).toEqual(world.announced('L2ProvenBlockProcessed', header, stranger))
    const tip = { blockHash, nextSlot: 147n }
    expect(await tips()).toEqual([tip, tip, tip])
  })

  test('LOG-12: whoever calls is named, and of the header the roots and every blob, in their order', async () => {
    const changes = { stateRoot: keccak256('0x01'), transactionsHash: keccak256('0x02') }
    const before = world.storage
    for (const blobs of [['one'], ['one', 'two', 'three'], ['three', 'one']])
      for (const { address: from } of [keyOf('somebody'), keyOf('admin')]) {
        world.storage = before
        const header = await world.header({ ...changes, blobHashes: blobs.map(blobHash) })
        const options = { from, blobs: header.blobHashes }
        const outcome = await world.accepted(
          'rollup',
          'proposeWithProof',
          world.provenProposal(header),
          options,
        )
        expect(world.events(outcome).at(-1)).toEqual(world.announced('L2ProvenBlockProcessed', header, from))
        const { topics } = outcome.logs.at(-1)!
        expect(topics.slice(1)).toEqual(
          [world.blockHash(header), 146n, from].map((it) => wordHex(BigInt(it))),
        )
      }
  })

  test('FALLBACK-11: a second block on the same parent is stale, and one on the first passes', async () => {
    const parentHash = (await world.view<Tip>('rollup', 'provenTip')).blockHash
    at(147n)
    const first = await world.proposeWithProof({ slot: 146n })
    expect(await refused({ parentHash })).toEqual({ name: 'ParentNotTip', args: [parentHash, first] })
    await world.proposeWithProof({ parentHash: first })
  })

  test('FALLBACK-12, PROPOSE-6: headers of slots 32 to 146 pass, those of slots 31 and 147 and of no slot do not', async () => {
    expect(await refused({ slot: 31n })).toEqual({ name: 'SlotTaken', args: [31n, 32n] })
    for (const slot of [147n, 2n ** 32n + 146n, 2n ** 256n - 1n])
      expect(await refused({ slot, timestamp: 0n })).toEqual({ name: 'SlotInFuture', args: [slot, 146n] })
    const before = world.storage
    for (const slot of [32n, 100n, 146n]) {
      world.storage = before
      const blockHash = await world.proposeWithProof({ slot })
      expect((await tips())[0]).toEqual({ blockHash, nextSlot: slot + 1n })
    }
  })

  test('PROPOSE-4: the timestamp is that of the header’s slot, and not of the current one', async () => {
    const timestamp = world.startOf(146n)
    expect(await refused({ slot: 100n, timestamp })).toEqual({
      name: 'TimestampMismatch',
      args: [timestamp, world.startOf(100n)],
    })
  })

  test('PROPOSE-8, PROPOSE-9: blobs that are missing, or others than the header’s, are refused', async () => {
    expect(await refused({ blobHashes: [] })).toEqual({ name: 'BlobsMissing', args: [] })
    const { name } = await refused({}, { blobs: [blobHash('another')] })
    expect(name).toBe('BlobHashesMismatch')
  })

  test('FALLBACK-13: the proof of another block on the same parent, of an epoch before it, and none are refused', async () => {
    const header = await world.header()
    const other = await world.header({ hasOthers: false })
    const invalid = { name: 'ProofInvalid', args: [] }
    for (const proof of [
      proofOf(other.parentHash, world.blockHash(other)),
      proofOf(genesis, world.blockHash(header)),
      proofOf(world.blockHash(header), header.parentHash),
      '0x' as const,
    ])
      expect(await refused({}, { proof })).toEqual(invalid)
  })

  test('FALLBACK-15, LOG-12: the caller is credited with the reward, or with what the pool holds', async () => {
    const before = world.storage
    for (const [poolWei, credit] of [
      [0n, 0n],
      [2n, 2n],
      [3n, 3n],
      [4n, 3n],
    ] as const) {
      world.storage = before
      await world.accepted('token', 'mint', [world.addresses.rollup, poolWei])
      const events = world.events(await world.proposeHeaderWithProof(await world.header()))
      const credited = credit > 0n ? [['RewardCredited', stranger, credit]] : []
      expect(events.slice(3)).toEqual(credited)
      expect(await world.view('rollup', 'creditOf', [stranger])).toBe(credit)
      expect(await world.view('rollup', 'rewardPool')).toBe(poolWei - credit)
    }
  })

  test('QUEUE-4 to QUEUE-7: a fallback block takes from the queue as any other', async () => {
    await world.force('0x01')
    await world.force('0x02')
    at(160n)
    expect(await isActive()).toBe(true)
    expect(await refused({ forcedCount: 3n })).toEqual({ name: 'ForcedBeyondQueue', args: [3n, 2n] })
    expect((await refused({ forcedCount: 1n, forcedHash: zeroHash })).name).toBe('ForcedHashMismatch')
    expect(await refused({ forcedCount: 1n })).toEqual({ name: 'ForcedTransactionsDue', args: [] })
    expect(await refused({ hasOthers: false })).toEqual({ name: 'ForcedBelowMinimum', args: [0n, 1n] })
    await world.proposeWithProof({ forcedCount: 1n, hasOthers: false })
    expect(await world.view('rollup', 'taken')).toEqual([1n, 1n])
    at(161n)
    await world.proposeWithProof({ forcedCount: 1n })
    expect(await world.view('rollup', 'taken')).toEqual([2n, 2n])
  })

  test('QUEUE-6: what is due is decided by the epoch of L1, and not by the header’s slot', async () => {
    await world.force('0x01')
    at(159n)
    const before = world.storage
    await world.proposeWithProof()
    world.storage = before
    at(160n)
    expect((await refused({ slot: 100n })).name).toBe('ForcedTransactionsDue')
    await world.proposeWithProof({ slot: 100n, forcedCount: 1n })
  })

  test('FALLBACK-14: what is stored is the tip, the takings and the session, and nothing else', async () => {
    await world.force('0x01')
    const header = await world.header({ forcedCount: 1n, slot: 140n })
    at(150n)
    const waiting = world.storage
    await world.proposeHeaderWithProof(header)
    const found = world.storage
    world.storage = waiting
    const blockHash = world.blockHash(header)
    world.store(
      ...(['proven', 'pending'] as const).map((name) => [['tips', `${name}Hash`], blockHash] as const),
      ...(['proven', 'epochEnd', 'pending'] as const).flatMap((name) => [
        [['tips', `${name}NextSlot`], 141n] as const,
        [['tips', `${name}Taken`], 1n] as const,
      ]),
      [['session', 'advancedNext'], 151n],
    )
    expect(found).toEqual(world.storage)
  })
})

describe('the other events in a session', () => {
  test('PRUNE-4: a forced transaction stores the session that it finds', async () => {
    await proposeIn(0n)
    at(100n)
    expect(world.events(await world.force('0x01'))).toEqual([
      ['PendingChainPruned', genesis],
      ['FallbackChanged', true, 96n, 1n],
      ['TransactionForced', keccak256('0x01'), 0n, 4n],
    ])
    const found = world.storage
    world.store(
      [['tips', 'countedFromNext'], IN_SESSION],
      [['session', 'enteredNext'], 97n],
      [['session', 'advancedNext'], 97n],
    )
    expect(found).toEqual(world.storage)
    // The second one finds it stored.
    at(101n)
    expect(world.events(await world.force('0x02')).map(([name]) => name)).toEqual(['TransactionForced'])
    expect(await activeIn(159n, 160n, 255n, 256n)).toEqual([true, false, false, true])
  })

  test('PROOF-1: there is nothing to prove', async () => {
    const block = await proposeIn(0n)
    at(100n)
    const args = [genesis, block, proofOf(genesis, block)]
    expect(await world.refusal('rollup', 'submitEpochProof', args)).toEqual({
      name: 'NothingToProve',
      args: [],
    })
  })

  test('PRUNE-4: a refused entry into the queue settles nothing', async () => {
    await proposeIn(0n)
    at(100n)
    const before = world.storage
    const outcome = await world.execute('rollup', 'forceInclusion', ['0x01', forcedProofOf('0x02')])
    expect(world.decode(outcome).name).toBe('ForcedProofInvalid')
    expect(applyChanges(before, outcome.changes!)).toEqual(before)
  })
})

describe('FALLBACK-8: in closed form as slot by slot', () => {
  const slotsPerEpoch = 2
  const [enter, exit, activity] = [5, 7, 3]
  let small: World

  beforeAll(async () => {
    small = await World.start(namedValidators(1), {
      parameters: {
        ...smallParameters,
        slotsPerEpoch,
        claimWindowSlots: 1,
        forcedDelayEpochs: 0,
        fallbackEnterSlots: enter,
        fallbackExitSlots: exit,
        fallbackExitActivitySlots: activity,
      },
    })
  })
  afterAll(() => small?.stop())

  interface Timing {
    countedFrom: number
    entered: number
    advanced: number
  }
  /** One slot of the controller as its clauses say: an entry, then an exit; −1 for none. */
  const step = (timing: Timing, slot: number, deadline: number, queueWaits: boolean): Timing => {
    let { countedFrom, entered, advanced } = timing
    if (entered < 0 && countedFrom >= 0 && slot >= countedFrom + enter && slot >= deadline)
      [countedFrom, entered, advanced] = [-1, slot, slot]
    if (entered >= 0 && (slot >= entered + exit || slot >= advanced + activity))
      [countedFrom, entered, advanced] = [queueWaits ? slot : -1, -1, -1]
    return { countedFrom, entered, advanced }
  }

  test.each(Array.from({ length: 40 }, (_, index) => index))('case %i', async (index) => {
    const draw = (many: number, salt: number) =>
      Number(keccakWords(BigInt(index), BigInt(salt)) % BigInt(many))
    const kept = small.storage
    const queueWaits = draw(3, 0) > 0
    const isSession = draw(3, 1) === 0
    const isClaimed = !isSession && draw(3, 2) === 0
    const start = draw(8, 3)
    const entered = isSession ? start : -1
    const advanced = isSession ? start + draw(activity, 4) : -1
    let timing: Timing = { countedFrom: isSession || draw(6, 5) === 0 ? -1 : start, entered, advanced }
    // A claim that is live when the slots are asked about, which have been counted for a while.
    const asked = isClaimed ? start + 2 + draw(4, 7) : Math.max(start, advanced)
    const claimedEpoch = epochOf({ slot: asked, slotsPerEpoch }) - 1
    const deadline = isClaimed ? (claimedEpoch + 2) * slotsPerEpoch : -1
    small.store(
      [['tips', 'queueLength'], queueWaits ? 1n : 0n],
      [['tips', 'countedFromNext'], isSession ? IN_SESSION : timing.countedFrom + 1],
      [['session', 'enteredNext'], entered + 1],
      [['session', 'advancedNext'], advanced + 1],
      ...(isClaimed
        ? ([
            // A claim is of blocks: it is looked at while one of its epoch is pending.
            [['tips', 'epochEndNextSlot'], claimedEpoch * slotsPerEpoch + 1],
            [['tips', 'pendingNextSlot'], claimedEpoch * slotsPerEpoch + 1],
            [['liveClaim', 'proverAddress'], stranger],
            [['liveClaim', 'epochToProve'], claimedEpoch],
            [['liveClaim', 'isLive'], true],
          ] as const)
        : []),
    )
    const first = Math.max(start, advanced)
    for (let slot = first; slot < first + 40; slot++) {
      timing = step(timing, slot, deadline, queueWaits)
      if (slot < asked) continue
      small.slot = BigInt(slot)
      expect(await small.view('rollup', 'fallbackState')).toEqual({
        countedFromNext: BigInt(timing.countedFrom + 1),
        enteredNext: BigInt(timing.entered + 1),
        advancedNext: BigInt(timing.advanced + 1),
      })
    }
    small.storage = kept
  })
})
