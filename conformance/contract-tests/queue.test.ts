import { encodeFunctionData, keccak256, zeroHash } from 'viem'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { epochOf } from '../../model/l1-rollup/rules/arithmetic.ts'
import { keccakWords } from '../../model/shared/hash.ts'
import { type Hex, type Storage, wordHex } from '../evm/word.ts'
import { forcedProofOf, type Header, namedValidators, type Refusal, smallParameters, World } from './world.ts'

type Entry = { hash: Hex; includedByEpoch: bigint; included: boolean }

const validators = namedValidators(2)
const [tx1, tx2, tx3, tx4]: Hex[] = ['0x01', '0x02', '0x03', '0x04']
const MAXIMUM = smallParameters.forcedMaximumBytes

/** The commitment to a queue by its definition: transactions with their dates, from the front. */
const queueHash = (entries: readonly (readonly [Hex, bigint])[]): Hex =>
  entries.reduce<Hex>(
    (before, [transaction, date]) =>
      wordHex(keccakWords(BigInt(before), BigInt(keccak256(transaction)), date)),
    zeroHash,
  )

let world: World
/** A minimum of two. */
let pairs: World
let initial: ReadonlyMap<World, Storage>

beforeAll(async () => {
  world = await World.start(validators, { parameters: smallParameters })
  pairs = await World.start(validators, { parameters: { ...smallParameters, forcedMinimum: 2 } })
  initial = new Map([world, pairs].map((it) => [it, it.storage]))
})
afterAll(() => Promise.all([world?.stop(), pairs?.stop()]))
beforeEach(() => {
  for (const [it, storage] of initial) {
    it.storage = storage
    it.slot = 0n
  }
})

const taken = (of = world) => of.view<[effective: bigint, proven: bigint]>('rollup', 'taken')
const entry = (index: bigint) => world.view<Entry>('rollup', 'queueEntry', [index])
/** Enters transactions in the current slot. */
const force = async (transactions: readonly Hex[], into = world) => {
  for (const transaction of transactions) await into.force(transaction)
}
const refusedForce = (transaction: Hex, proof = forcedProofOf(transaction)) =>
  world.refusal('rollup', 'forceInclusion', [transaction, proof])

/** The refusal of a block that is good but for `changes`. */
const refusedBlock = async (changes: Partial<Header>, by = world): Promise<Refusal> => {
  const header = await by.header(changes)
  const options = { from: await by.proposer(), blobs: header.blobHashes }
  return by.refusal('rollup', 'propose', by.proposal(header), options)
}

describe('forceInclusion, refused', () => {
  test.each([0, MAXIMUM + 1])('QUEUE-1: data of %i bytes', async (bytes) => {
    expect(await refusedForce(`0x${'ab'.repeat(bytes)}`)).toEqual({
      name: 'ForcedDataUnfit',
      args: [BigInt(bytes), BigInt(MAXIMUM)],
    })
  })

  test('QUEUE-2: the proof of another transaction, and none at all', async () => {
    const invalid = { name: 'ForcedProofInvalid', args: [] }
    expect(await refusedForce(tx1!, forcedProofOf(tx2!))).toEqual(invalid)
    expect(await refusedForce(tx1!, '0x')).toEqual(invalid)
    expect(await refusedForce(tx1!, `${forcedProofOf(tx1!)}00`)).toEqual(invalid)
  })
})

describe('forceInclusion', () => {
  test.each([1, MAXIMUM])('QUEUE-1: data of %i bytes enters', async (bytes) => {
    await world.force(`0x${'ab'.repeat(bytes)}`)
    expect(await world.view('rollup', 'queueLength')).toBe(1n)
  })

  test('QUEUE-3, LOG-11, QUEUE-12: entered in slot 31, due in epoch 1, named by its data', async () => {
    world.slot = 31n
    const outcome = await world.force('0xaabb')
    expect(world.events(outcome)).toEqual([['TransactionForced', keccak256('0xaabb'), 0n, 1n]])
    expect(await entry(0n)).toEqual({
      hash: queueHash([['0xaabb', 1n]]),
      includedByEpoch: 1n,
      included: false,
    })
  })

  test('QUEUE-12: two transactions that differ in one byte have two hashes', async () => {
    const hashes = await Promise.all(
      ['0xaabb', '0xaabc'].map(async (data) => world.events(await world.force(data as Hex))[0]![1]),
    )
    expect(new Set(hashes).size).toBe(2)
  })

  test('QUEUE-3: the same twice stands there twice, at the end, with dates that never fall', async () => {
    world.slot = 31n
    await force([tx1!, tx2!])
    world.slot = 95n
    await force([tx1!])
    const entries = [[tx1!, 1n] as const, [tx2!, 1n] as const, [tx1!, 3n] as const]
    for (const [index, [, date]] of entries.entries())
      expect(await entry(BigInt(index))).toEqual({
        hash: queueHash(entries.slice(0, index + 1)),
        includedByEpoch: date,
        included: false,
      })
  })

  test('QUEUE-3: it changes the entry and the length, and nothing else', async () => {
    await world.force(tx1!)
    const entered = world.storage
    world.storage = initial.get(world)!
    world.store(
      [['queue', 1, 'hash'], queueHash([[tx1!, 1n]])],
      [['queue', 1, 'includedByEpoch'], 1n],
      [['tips', 'queueLength'], 1n],
    )
    expect(entered).toEqual(world.storage)
  })

  test('an entry that is not there is refused by its index', async () => {
    await force([tx1!])
    for (const index of [1n, 2n ** 256n - 1n])
      expect(await world.refusal('rollup', 'queueEntry', [index])).toEqual({
        name: 'QueueEntryAbsent',
        args: [index, 1n],
      })
  })
})

describe('a block takes from the queue', () => {
  test('QUEUE-4: with 3 waiting, 3 pass, and 4 and the greatest number are refused', async () => {
    await force([tx1!, tx2!, tx3!])
    for (const forcedCount of [4n, 2n ** 32n, 2n ** 256n - 1n])
      expect(await refusedBlock({ forcedCount })).toEqual({
        name: 'ForcedBeyondQueue',
        args: [forcedCount, 3n],
      })
    await world.propose({ forcedCount: 3n })
    expect(await taken()).toEqual([3n, 0n])
    world.slot = 1n
    expect(await refusedBlock({ forcedCount: 1n })).toEqual({ name: 'ForcedBeyondQueue', args: [1n, 0n] })
  })

  test('QUEUE-5: [tx2], [tx2, tx1], [tx1, tx3], and nothing under a name, are refused', async () => {
    await force([tx1!, tx2!, tx3!])
    const dated = (...transactions: (Hex | undefined)[]) => transactions.map((it) => [it!, 1n] as const)
    for (const [given, expected] of [
      [dated(tx2), dated(tx1)],
      [dated(tx2, tx1), dated(tx1, tx2)],
      [dated(tx1, tx3), dated(tx1, tx2)],
      [dated(tx1), []],
      [[], dated(tx1)],
      // The right transactions with another date.
      [[[tx1!, 2n] as const], dated(tx1)],
    ]) {
      const forcedHash = queueHash(given!)
      expect(await refusedBlock({ forcedCount: BigInt(expected!.length), forcedHash })).toEqual({
        name: 'ForcedHashMismatch',
        args: [forcedHash, queueHash(expected!)],
      })
    }
  })

  test('QUEUE-5: a block that takes nothing names what the chain has taken', async () => {
    await force([tx1!, tx2!])
    await world.propose({ forcedCount: 1n })
    world.slot = 1n
    expect(await refusedBlock({ forcedHash: zeroHash })).toEqual({
      name: 'ForcedHashMismatch',
      args: [zeroHash, queueHash([[tx1!, 1n]])],
    })
    await world.propose()
    expect(await taken()).toEqual([1n, 0n])
  })

  test('QUEUE-6: of tx1 to tx3 due and tx4 not, others need all three, and may take tx4 as well', async () => {
    await force([tx1!, tx2!, tx3!])
    world.slot = 32n
    await force([tx4!])
    const due = { name: 'ForcedTransactionsDue', args: [] }
    for (const forcedCount of [0n, 1n, 2n]) expect(await refusedBlock({ forcedCount })).toEqual(due)
    const before = world.storage
    for (const forcedCount of [3n, 4n]) {
      world.storage = before
      await world.propose({ forcedCount })
      expect(await taken()).toEqual([forcedCount, 0n])
    }
  })

  test('QUEUE-6, QUEUE-3: a transaction of slot 31 is due in slot 32 and not before', async () => {
    world.slot = 31n
    await force([tx1!])
    const before = world.storage
    await world.propose()
    world.storage = before
    world.slot = 32n
    expect((await refusedBlock({})).name).toBe('ForcedTransactionsDue')
    await world.propose({ forcedCount: 1n })
  })

  test('QUEUE-7: a block without others takes one of three that are due, and not none', async () => {
    await force([tx1!, tx2!, tx3!])
    world.slot = 32n
    expect(await refusedBlock({ hasOthers: false })).toEqual({ name: 'ForcedBelowMinimum', args: [0n, 1n] })
    await world.propose({ forcedCount: 1n, hasOthers: false })
    expect(await taken()).toEqual([1n, 0n])
  })

  test('QUEUE-7: with a minimum of 2, [tx1] is refused while more are due, and passes when it is the last', async () => {
    await force([tx1!, tx2!, tx3!], pairs)
    pairs.slot = 32n
    await force([tx4!], pairs)
    expect(await refusedBlock({ forcedCount: 1n, hasOthers: false }, pairs)).toEqual({
      name: 'ForcedBelowMinimum',
      args: [1n, 2n],
    })
    await pairs.propose({ forcedCount: 2n, hasOthers: false })
    pairs.slot = 33n
    // tx4 waits and is not due.
    await pairs.propose({ forcedCount: 1n, hasOthers: false })
    expect(await taken(pairs)).toEqual([3n, 0n])
  })

  test('QUEUE-7: while nothing is due, a block may be empty', async () => {
    await force([tx1!])
    await world.propose({ hasOthers: false })
  })

  test('QUEUE-9: the same transaction entered twice is taken twice', async () => {
    await force([tx1!, tx1!])
    await world.propose({ forcedCount: 2n })
    expect([(await entry(0n)).included, (await entry(1n)).included]).toEqual([true, true])
  })

  test('a word that is neither true nor false does not say whether there are others', async () => {
    const header = await world.header()
    const data = encodeFunctionData({
      abi: world.artifact('Rollup').abi,
      functionName: 'propose',
      args: world.proposal(header),
    } as never)
    const flag = `${header.forcedHash.slice(2)}${'1'.padStart(64, '0')}`
    expect(data).toContain(flag)
    const odd = data.replace(flag, `${header.forcedHash.slice(2)}${'2'.padStart(64, '0')}`) as Hex
    const outcome = await world.executeRaw('rollup', odd, {
      from: await world.proposer(),
      blobs: header.blobHashes,
    })
    expect(outcome.status).toBe('reverted')
  })
})

describe('what is included', () => {
  test('QUEUE-8: taken in slot 40 and dropped in slot 77, and the next block takes it again', async () => {
    world.slot = 31n
    await force([tx1!, tx2!])
    world.slot = 40n
    await world.propose({ forcedCount: 2n })
    world.slot = 76n
    expect(await taken()).toEqual([2n, 0n])
    expect((await entry(1n)).included).toBe(true)
    world.slot = 77n
    expect(await taken()).toEqual([0n, 0n])
    expect((await entry(0n)).included).toBe(false)
    expect((await refusedBlock({})).name).toBe('ForcedTransactionsDue')
    await world.propose({ forcedCount: 2n })
    expect(await taken()).toEqual([2n, 0n])
  })

  test('QUEUE-8: a prune leaves the storage as it was before the block, but for the entries', async () => {
    await force([tx1!])
    const before = world.storage
    await world.propose({ forcedCount: 1n })
    world.slot = 45n
    await world.accepted('rollup', 'prune')
    expect(world.storage).toEqual(before)
  })

  test('QUEUE-8: a proof makes final what its epoch took, and leaves what later blocks took', async () => {
    await force([tx1!, tx2!, tx3!])
    world.slot = 31n
    await world.propose({ forcedCount: 2n })
    world.slot = 32n
    await world.propose({ forcedCount: 1n })
    expect(await taken()).toEqual([3n, 0n])
    await world.prove()
    expect(await taken()).toEqual([3n, 2n])
    // The later block goes, and gives back the third.
    world.slot = 77n
    expect(await taken()).toEqual([2n, 2n])
    const included = await Promise.all([0n, 1n, 2n].map(async (index) => (await entry(index)).included))
    expect(included).toEqual([true, true, false])
    await world.propose({ forcedCount: 1n })
    expect(await taken()).toEqual([3n, 2n])
  })

  test('QUEUE-8: any run of blocks, prunes and proofs takes what the list of all entries says', async () => {
    /** By the plain definition: entries of the queue, and how many of them each block takes. */
    const dates: bigint[] = []
    let proven: bigint[] = []
    let pending: { slot: bigint; forced: bigint }[] = []
    const sum = (numbers: readonly bigint[]) => numbers.reduce((total, it) => total + it, 0n)
    const epoch = (slot: bigint) => epochOf({ slot: Number(slot), slotsPerEpoch: 32 })
    for (let step = 0n; step < 60n; step++) {
      const draw = (many: bigint, salt: bigint) => keccakWords(step, salt) % many
      world.slot += draw(12n, 1n) + 1n
      const [first] = pending
      const age = first ? epoch(world.slot) - epoch(first.slot) : 0
      if (age > 1 || (age === 1 && world.slot % 32n >= 13n)) pending = []
      if (draw(2n, 2n) === 0n) {
        await force([wordHex(step)])
        dates.push(BigInt(epoch(world.slot) + 1))
      }
      if (pending[0] && epoch(pending[0].slot) < epoch(world.slot) && draw(2n, 3n) === 0n) {
        await world.prove()
        const { slot } = pending[0]
        const whole = pending.filter((block) => epoch(block.slot) === epoch(slot))
        proven = [...proven, ...whole.map(({ forced }) => forced)]
        pending = pending.slice(whole.length)
      }
      const gone = sum([...proven, ...pending.map(({ forced }) => forced)])
      const due = BigInt(dates.filter((date) => date <= BigInt(epoch(world.slot))).length) - gone
      const forced = due > 0n ? due : draw(BigInt(dates.length) - gone + 1n, 4n)
      await world.propose({ forcedCount: forced })
      pending.push({ slot: world.slot, forced })
      expect(await taken()).toEqual([gone + forced, sum(proven)])
    }
    expect(proven.length).toBeGreaterThan(5)
    expect(sum(proven)).toBeGreaterThan(5n)
  })
})

describe('QUEUE-10: the cost does not grow with the queue', () => {
  const many = 10_000n
  let short: Storage
  let long: Storage

  beforeAll(async () => {
    world.storage = initial.get(world)!
    await force([tx1!, tx2!])
    short = world.storage
    // Whatever the commitments are: of the entries between these nothing is read.
    const places = [3, 9_000, 9_001, 9_999, 10_000]
    world.store(
      [['tips', 'queueLength'], many],
      ...places.flatMap((place) => [
        [['queue', place, 'hash'], wordHex(keccakWords(BigInt(place)))] as const,
        [['queue', place, 'includedByEpoch'], 1n] as const,
      ]),
    )
    long = world.storage
  })
  afterEach(() => {
    world.storage = short
  })

  /** What a call costs beyond its calldata, which differs by the zeroes in hashes and signatures. */
  const costOf = async (functionName: string, args: readonly unknown[], blobs: readonly Hex[] = []) => {
    const data = encodeFunctionData({ abi: world.artifact('Rollup').abi, functionName, args } as never)
    const outcome = await world.executeRaw('rollup', data, { from: await world.proposer(), blobs })
    if (outcome.status !== 'success') throw new Error(world.decode(outcome).name)
    const bytes = data.slice(2).match(/../g)!
    return outcome.gasUsed - bytes.reduce((sum, byte) => sum + (byte === '00' ? 4n : 16n), 0n)
  }
  const costOfBlock = async (storage: Storage, forcedCount: bigint, slot = 0n) => {
    world.storage = storage
    world.slot = slot
    const header = await world.header({ forcedCount, hasOthers: false })
    return costOf('propose', world.proposal(header), header.blobHashes)
  }

  test('a block that takes 1 of 2, 1 of 10,000 and 9,999 of 10,000 costs the same', async () => {
    const costs = [
      await costOfBlock(short, 1n),
      await costOfBlock(long, 1n),
      await costOfBlock(long, 9_999n),
      await costOfBlock(long, 1n, 31n),
    ]
    expect(new Set(costs).size).toBe(1)
  })

  test('entering as the third and as the 10,001st costs the same, and so does a prune', async () => {
    const entering: bigint[] = []
    const pruning: bigint[] = []
    for (const [storage, forcedCount] of [
      [short, 1n],
      [long, 9_000n],
    ] as const) {
      world.storage = storage
      world.slot = 0n
      entering.push(await costOf('forceInclusion', [tx3, forcedProofOf(tx3!)]))
      world.storage = storage
      await world.propose({ forcedCount })
      world.slot = 45n
      pruning.push(await costOf('prune', []))
    }
    expect([new Set(entering).size, new Set(pruning).size]).toEqual([1, 1])
  })
})
