import { decodeErrorResult, encodeFunctionData } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Artifact, artifactOf } from '../../impl/contracts/artifact.ts'
import { compileContracts } from '../../impl/contracts/compile.ts'
import { EngineDied } from './anvil.ts'
import { numberedBlob } from './blobs.ts'
import { Chain, type Head, type Mined, type Snapshot, StorageDisagrees, type Transaction } from './blocks.ts'
import { keyOf } from './ecdsa.ts'
import { RpcError } from './rpc.ts'
import { readVariable } from './storage.ts'
import { type Hex, wordHex } from './word.ts'

const [alice, bob, carol] = ['alice', 'bob', 'carol'].map(keyOf) as [
  ReturnType<typeof keyOf>,
  ReturnType<typeof keyOf>,
  ReturnType<typeof keyOf>,
]
const START = 2_000_000_000n

let chain: Chain
let ledger: Artifact
let nested: Artifact
let at: Hex
let fresh: Snapshot

beforeAll(async () => {
  const compilation = await compileContracts(['conformance/evm/fixtures'])
  ledger = artifactOf(compilation, 'Ledger')
  nested = artifactOf(compilation, 'Nested')
  chain = await Chain.start({ genesisTimestamp: Number(START) })
  at = await chain.deploy(ledger, [3n], alice)
  fresh = await chain.snapshot()
})
beforeEach(() => chain.revert(fresh))
afterAll(() => chain.stop())

const enter = (from = alice, more: Partial<Transaction> = {}): Transaction => ({
  from,
  to: at,
  data: encodeFunctionData({ abi: ledger.abi, functionName: 'enter' }),
  ...more,
})

const senders = () => {
  const storage = chain.storage.get(at) ?? new Map<bigint, bigint>()
  const length = Number(readVariable(ledger.storageLayout, storage, ['entries', 'length']))
  return Array.from({ length }, (_, index) =>
    readVariable(ledger.storageLayout, storage, ['entries', index, 'sender']),
  )
}

const statuses = (mined: readonly Mined[]) => mined.map((it) => it.status)

describe('blocks', () => {
  test('a reverted transaction has its error and leaves storage as it was', async () => {
    await chain.mine([enter(), enter(), enter()], START + 12n)
    const before = chain.storage
    const [refused] = await chain.mine([enter(bob)], START + 24n)
    expect(refused).toMatchObject({ status: 'reverted' })
    const { returnData } = refused as Extract<Mined, { status: 'reverted' }>
    expect(decodeErrorResult({ abi: ledger.abi, data: returnData })).toMatchObject({
      errorName: 'Full',
      args: [3n],
    })
    expect(chain.storage).toBe(before)
  })

  test('a constructor that refuses is an error with what it returned', async () => {
    await expect(chain.deploy(ledger, [0n], alice)).rejects.toThrow(
      /Ledger refused its construction: 0x[0-9a-f]{72}/,
    )
  })

  test('a timestamp before the parent’s is refused, and nothing of that block comes later', async () => {
    await chain.mine([enter(alice)], START + 100n)
    await expect(chain.mine([enter(bob)], START + 99n)).rejects.toThrow(RpcError)
    await chain.mine([enter(carol)], START + 100n)
    expect(senders()).toEqual([alice.address, carol.address])
    expect((await chain.head()).timestamp).toBe(START + 100n)
  })

  test.each([
    ['alice first', [alice, bob, carol]],
    ['carol first', [carol, bob, alice]],
    ['one sender between another’s two', [bob, alice, bob]],
  ])('several transactions of one block run in the order given: %s', async (_, order) => {
    const { number } = await chain.head()
    const mined = await chain.mine(
      order.map((key) => enter(key)),
      START + 12n,
    )
    expect(statuses(mined)).toEqual(['success', 'success', 'success'])
    expect(senders()).toEqual(order.map((key) => key.address))
    expect(await chain.head()).toMatchObject({ number: number + 1n, timestamp: START + 12n })
  })

  test('the order decides who is refused', async () => {
    for (const [winner, loser] of [
      [alice, bob],
      [bob, alice],
    ] as const) {
      await chain.revert(fresh)
      await chain.mine([enter(carol), enter(carol)], START + 12n)
      const mined = await chain.mine([enter(winner), enter(loser)], START + 24n)
      expect(statuses(mined)).toEqual(['success', 'reverted'])
      expect(senders().at(-1)).toBe(winner.address)
    }
  })

  test('logs, gas and changes are those of the transaction, with its neighbours in the block left out', async () => {
    const mined = await chain.mine([enter(alice, { valueWei: 7n }), enter(bob)], START + 12n)
    for (const [index, it] of mined.entries()) {
      if (it.status !== 'success') throw new Error('refused')
      expect(it.logs.map((log) => [log.address, Number(log.data)])).toEqual([[at, index]])
      expect([...it.changes.storage.keys()]).toEqual([at])
      expect(it.changes.accounts).toEqual(index === 0 ? new Map([[at, { balanceWei: 7n }]]) : new Map())
      expect(it.gasUsed).toBeGreaterThan(21_000n)
    }
  })

  test('storage added up from the traces is what the engine has, in every slot of every contract', async () => {
    const other = await chain.deploy(nested, [], bob)
    const data = encodeFunctionData({ abi: nested.abi, functionName: 'outer', args: [other, carol.address] })
    await chain.mine([{ from: alice, to: other, data }, enter()], START + 12n)
    await chain.verifyStorage()
    expect(await chain.rawStorage()).toEqual(chain.storage)
    // Length and one packed word; the three words that `outer` leaves.
    expect([at, other].map((address) => chain.storage.get(address)?.size)).toEqual([2, 3])
    for (const address of [at, other]) {
      const expected = chain.storage.get(address)!
      expect(await chain.readStorage(address, [...expected.keys()])).toEqual(expected)
    }
  })

  test('a slot that no transaction wrote is found and named', async () => {
    await chain.mine([enter()], START + 12n)
    await chain.setSlot(at, 99n, 1n)
    await expect(chain.verifyStorage()).rejects.toThrow(StorageDisagrees)
    await expect(chain.verifyStorage()).rejects.toThrow(
      `${at} slot ${wordHex(99n)} is ${wordHex(1n)}, traced ${wordHex(0n)}`,
    )
  })

  test('a snapshot can be returned to again and again, nonces and storage with it', async () => {
    for (const key of [alice, bob, alice]) {
      await chain.revert(fresh)
      expect(senders()).toEqual([])
      await chain.mine([enter(key), enter(key)], START + 12n)
      expect(senders()).toEqual([key.address, key.address])
    }
  })

  test('empty blocks advance number and time, and each number has its own prevrandao', async () => {
    const heads: Head[] = []
    for (let index = 0; index < 3; index++) {
      await chain.mineEmpty(1, 12)
      heads.push(await chain.head())
    }
    expect(heads.map((head) => head.number - heads[0]!.number)).toEqual([0n, 1n, 2n])
    expect(new Set(heads.map((head) => head.prevrandao)).size).toBe(3)
  })
})

describe('blob transactions', () => {
  test('a proof of another blob, or a blob that was altered, is refused before any block', async () => {
    const [blob, other] = await Promise.all([numberedBlob(0), numberedBlob(1)])
    const altered = { ...blob, bytes: Uint8Array.from(blob.bytes) }
    altered.bytes[100]! ^= 1
    for (const wrong of [
      { ...blob, proof: other.proof },
      altered,
      { ...blob, versionedHash: other.versionedHash },
    ]) {
      await expect(chain.mine([enter(alice), enter(bob, { blobs: [wrong] })], START + 12n)).rejects.toThrow(
        RpcError,
      )
    }
    await chain.mine([enter(carol)], START + 12n)
    expect(senders()).toEqual([carol.address])
  })

  test('the contract sees the versioned hashes of exactly the blobs sent, in their order', async () => {
    const blobs = await Promise.all([2, 0].map(numberedBlob))
    const mined = await chain.mine(
      [enter(alice, { blobs }), enter(bob), enter(carol, { blobs: blobs.slice(1) })],
      START + 12n,
    )
    expect(statuses(mined)).toEqual(['success', 'success', 'success'])
    const storage = chain.storage.get(at)!
    const seen = [0, 1, 2].map((entry) =>
      [0, 1].map((index) => readVariable(ledger.storageLayout, storage, ['entries', entry, 'blobs', index])),
    )
    const [two, zero] = blobs.map((blob) => blob.versionedHash)
    expect(seen).toEqual([
      [two, zero],
      [wordHex(0n), wordHex(0n)],
      [zero, wordHex(0n)],
    ])
  })
})

test('an engine killed midway rejects the block with EngineDied', async () => {
  const doomed = await Chain.start()
  const mining = doomed.mine(
    Array.from({ length: 200 }, () => ({ from: alice, to: bob.address, data: '0x' as const })),
    3_000_000_000n,
  )
  setTimeout(() => process.kill(doomed.pid, 'SIGKILL'), 20)
  await expect(mining).rejects.toThrow(EngineDied)
  await doomed.stop()
})
