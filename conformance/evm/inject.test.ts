import { decodeErrorResult, encodeAbiParameters, encodeFunctionData, keccak256 } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Artifact, artifactOf } from '../../impl/contracts/artifact.ts'
import { compileContracts } from '../../impl/contracts/compile.ts'
import { type Anvil, EngineDied, startAnvil } from './anvil.ts'
import { compactVs, keyOf, sign } from './ecdsa.ts'
import { EngineDisagrees, type InjectedCall, Injector, type Job } from './inject.ts'
import { readVariable, slotOf, writeVariable } from './storage.ts'
import { applyChanges, type Diff, type Outcome } from './trace.ts'
import { type Hex, wordHex } from './word.ts'

const sender: Hex = `0x${'aa'.repeat(20)}`
const first: Hex = `0x${'c1'.repeat(20)}`
const second: Hex = `0x${'c2'.repeat(20)}`
const weightAt: Hex = `0x${'c3'.repeat(20)}`
const payee: Hex = `0x${'ee'.repeat(20)}`
const blobHash: Hex = `0x01${'ab'.repeat(31)}`

let nested: Artifact
let weight: Artifact
let contracts: Map<Hex, Hex>
let injector: Injector

beforeAll(async () => {
  const compilation = await compileContracts(['conformance/evm/fixtures'])
  nested = artifactOf(compilation, 'Nested')
  weight = artifactOf(compilation, 'Weight')
  contracts = new Map([
    [first, nested.deployedBytecode],
    [second, nested.deployedBytecode],
    [weightAt, weight.deployedBytecode],
  ])
  injector = await Injector.start({ contracts, engines: 1, crossCheckEvery: 1 })
})
afterAll(() => injector.stop())

const call = (
  functionName: string,
  args: readonly unknown[] = [],
  more: Partial<InjectedCall> = {},
): InjectedCall => ({
  from: sender,
  to: first,
  data: encodeFunctionData({ abi: nested.abi, functionName, args }),
  expected: 'refusal',
  ...more,
})

/** A state of the first contract, by what `kept` is. */
const kept = (value: bigint) => {
  const slots = new Map<bigint, bigint>()
  writeVariable(nested.storageLayout, slots, ['kept'], value)
  return new Map([[first, slots]])
}

const job = (calls: readonly InjectedCall[], more: Partial<Job> = {}): Job => ({
  storage: kept(1n),
  block: { timestamp: 1_000n },
  calls,
  ...more,
})

const refusalArgument = (outcome: Outcome): unknown => {
  expect(outcome.status).toBe('reverted')
  return decodeErrorResult({ abi: nested.abi, data: outcome.returnData }).args?.[0]
}

const succeeded = (outcome: Outcome | undefined) => {
  if (outcome?.status !== 'success')
    throw new Error(`expected a success, got ${JSON.stringify(outcome?.returnData)}`)
  return outcome
}

describe('refused calls', () => {
  test('each gives its own error with its arguments', async () => {
    const outcomes = await injector.inject(
      job([3n, 2n ** 255n, 0n].map((reason) => call('refuse', [reason]))),
    )
    expect(outcomes.map(refusalArgument)).toEqual([3n, 2n ** 255n, 0n])
  })

  test('one that succeeds after all changes nothing for those behind it, in its state or the next', async () => {
    const states = [1n, 1n, 5n].map((value) =>
      job([call('once'), call('refuse', [7n]), call('once')], { storage: kept(value) }),
    )
    const reported: Outcome[][] = []
    const totals = await injector.run(states, (_, outcomes) => reported.push([...outcomes]))
    expect(reported.map((outcomes) => outcomes.map((it) => it.status))).toEqual([
      ['success', 'reverted', 'success'],
      ['success', 'reverted', 'success'],
      ['reverted', 'reverted', 'reverted'],
    ])
    expect(reported[2]!.map(refusalArgument)).toEqual([5n, 7n, 5n])
    expect(totals).toMatchObject({ jobs: 3, calls: 9, succeeded: 4, crossChecked: 4 })
  })

  test('a call expected to succeed that does not is reported as reverted, with its error', async () => {
    const [outcome] = await injector.inject(job([call('refuse', [9n], { expected: 'success' })]))
    expect(refusalArgument(outcome!)).toBe(9n)
  })

  test('a call that runs out of gas is reverted without data, and a trace says that nothing changed', async () => {
    const outcomes = await injector.inject(
      job([call('once', [], { gas: 22_000n }), call('once', [], { gas: 22_000n, expected: 'success' })]),
    )
    const changes = { storage: new Map(), accounts: new Map() }
    expect(outcomes).toEqual([
      { status: 'reverted', returnData: '0x', gasUsed: 22_000n },
      { status: 'reverted', returnData: '0x', gasUsed: 22_000n, changes },
    ])
  })
})

describe('where and when a call runs', () => {
  const seen = (timestamp: bigint, number: bigint, prevrandao: bigint, blob: Hex) =>
    BigInt(
      keccak256(
        encodeAbiParameters(
          ['uint256', 'uint256', 'uint256', 'bytes32'].map((type) => ({ type })),
          [timestamp, number, prevrandao, blob],
        ),
      ),
    )

  test('number, time and prevrandao are the job’s or the call’s own, in any order, and blob hashes are seen', async () => {
    const blobVersionedHashes = [wordHex(1n << 248n), blobHash]
    const later = { timestamp: 9_000n, prevrandao: 6n }
    const calls = [
      call('whereAndWhen'),
      call('whereAndWhen', [], { block: later }),
      call('whereAndWhen', [], { blobVersionedHashes }),
    ]
    // Decreasing on purpose.
    const blocks = [3n, 2n, 1n].map((n) => ({ timestamp: 1_000n * n, number: 10n * n, prevrandao: n }))
    const outcomes: Outcome[] = []
    await injector.run(
      blocks.map((block) => job(calls, { block })),
      (_, it) => outcomes.push(...it),
    )
    const zero = wordHex(0n)
    expect(outcomes.map(refusalArgument)).toEqual(
      blocks.flatMap(({ timestamp, number, prevrandao }) => [
        seen(timestamp, number, prevrandao, zero),
        seen(9_000n, number, 6n, zero),
        seen(timestamp, number, prevrandao, blobHash),
      ]),
    )
  })

  test('a contract that the state does not name has no storage, whatever ran before', async () => {
    await injector.inject(job([call('once', [], { expected: 'success' })]))
    const [outcome] = await injector.inject(job([call('once')], { storage: new Map() }))
    expect(refusalArgument(outcome!)).toBe(0n)
  })

  test('storage for an address without code is refused', async () => {
    const nowhere = job([call('once')], { storage: new Map([[payee, new Map([[0n, 1n]])]]) })
    await expect(injector.inject(nowhere)).rejects.toThrow(`storage for ${payee}`)
  })
})

test('a state without calls has no outcomes', async () => {
  expect(await injector.inject(job([]))).toEqual([])
})

describe('successful calls', () => {
  const outer = () => call('outer', [second, payee], { expected: 'success', valueWei: 5n })

  test('every change of every contract is reported, cleared and unlisted slots, payments and creations included', async () => {
    const before = kept(1n)
    const outcome = succeeded((await injector.inject(job([outer()], { storage: before })))[0])
    const at = (path: [string, ...number[]]) => slotOf(nested.storageLayout, path).slot
    expect(outcome.changes.storage).toEqual(
      new Map([
        [
          first,
          new Map([
            [at(['kept']), 0n],
            [at(['hidden', 7]), 8n],
          ]),
        ],
        [
          second,
          new Map([
            [at(['hidden', 2]), 2n],
            [at(['hidden', 5]), 5n],
          ]),
        ],
      ]),
    )
    const accounts = [...outcome.changes.accounts]
    expect(accounts).toContainEqual([payee, { balanceWei: 5n }])
    expect(accounts).toContainEqual([first, { nonce: 1n }])
    const created = accounts.filter(([address]) => ![payee, first].includes(address))
    expect(created).toEqual([[expect.any(String), { nonce: 1n }]])
    const after = applyChanges(before, outcome.changes)
    expect(after.get(first)).toEqual(new Map([[at(['hidden', 7]), 8n]]))
    expect(before).toEqual(kept(1n))
  })

  test('logs come in the order of emission, without those of calls that reverted', async () => {
    const outcome = succeeded((await injector.inject(job([outer()])))[0])
    expect(outcome.logs.map((log) => [log.address, BigInt(log.topics[1]!)])).toEqual([
      [first, 1n],
      [second, 2n],
      [second, 20n],
      [first, 3n],
      [second, 5n],
      [second, 50n],
      [first, 6n],
    ])
  })

  test('production weight: signatures, blob hash and packed words give exactly the expected storage', async () => {
    const digest = wordHex(77n)
    const signers = ['alice', 'bob', 'carol'].map(keyOf)
    const signatures = signers.map((key) => ({ r: sign(digest, key).r, vs: compactVs(sign(digest, key)) }))
    const body = Array.from({ length: 20 }, (_, index) => wordHex(BigInt(index)))
    const data = encodeFunctionData({
      abi: weight.abi,
      functionName: 'record',
      args: [digest, blobHash, signatures, body],
    })
    const layout = weight.storageLayout
    const slots = new Map<bigint, bigint>()
    writeVariable(layout, slots, ['count'], 41)
    writeVariable(layout, slots, ['earliest'], 1_000)
    writeVariable(layout, slots, ['total'], 2n ** 100n)
    for (const [index, key] of signers.entries())
      writeVariable(layout, slots, ['signers', index], key.address)
    const record: InjectedCall = {
      from: sender,
      to: weightAt,
      data,
      blobVersionedHashes: [blobHash],
      expected: 'success',
    }
    const storage = new Map([[weightAt, slots]])
    const early = { timestamp: 999n }
    const outcomes = await injector.inject({
      storage,
      block: { timestamp: 1_000n, prevrandao: 3n },
      calls: [
        record,
        { ...record, block: early },
        { ...record, blobVersionedHashes: [wordHex(1n << 248n)] },
        record,
      ],
    })
    expect(outcomes.map((it) => it.status)).toEqual(['success', 'reverted', 'reverted', 'success'])
    // Each from the same state: gas included.
    expect(outcomes[3]).toEqual(outcomes[0])
    const after = applyChanges(storage, succeeded(outcomes[0]).changes).get(weightAt)!
    expect(readVariable(layout, after, ['count'])).toBe(42n)
    expect(readVariable(layout, after, ['earliest'])).toBe(1_000n)
    expect(readVariable(layout, after, ['total'])).toBe(2n ** 100n + 1_000n)
    expect(readVariable(layout, after, ['credits', sender])).toBe(1n)
    const words = [0, 11].map((index) =>
      keccak256(`0x${[0n, index, index + 8, 3n].map((word) => wordHex(BigInt(word)).slice(2)).join('')}`),
    )
    expect([0, 11].map((index) => readVariable(layout, after, ['words', index]))).toEqual(words)
    expect(after.size).toBe(slots.size + 12 + 1)
  })
})

describe('an engine that fails', () => {
  test('killed midway: run rejects with EngineDied, and what was reported before is an unbroken beginning', async () => {
    const doomed = await Injector.start({ contracts, engines: 2, callsPerRequest: 10 })
    const seen: number[] = []
    function* endless() {
      for (;;) yield job([call('refuse', [1n]), call('once', [], { expected: 'success' })])
    }
    const run = doomed.run(endless(), (_, __, index) => {
      seen.push(index)
      if (index === 200) process.kill(doomed.pids[0]!, 'SIGKILL')
    })
    await expect(run).rejects.toThrow(EngineDied)
    expect(seen.length).toBeGreaterThan(200)
    expect(seen).toEqual(seen.map((_, index) => index))
    await doomed.stop()
  })

  test('a trace that leaves out a write is found by the second way', async () => {
    const honest = await startAnvil()
    const hide = (answer: Diff): Diff => {
      delete answer.post[first]?.storage
      return answer
    }
    const lying: Anvil = {
      ...honest,
      request: async (method, params, schema) => {
        const answer = await honest.request(method, params, schema)
        return method === 'debug_traceCall' && 'post' in (answer as object)
          ? (hide(answer as Diff) as never)
          : answer
      },
    }
    const sceptic = await Injector.over([lying], { contracts, crossCheckEvery: 1 })
    const clearing = job([call('once', [], { expected: 'success' })])
    await expect(sceptic.inject(clearing)).rejects.toThrow(EngineDisagrees)
    await expect(sceptic.inject(clearing)).rejects.toThrow(`storage of ${first}`)
    await sceptic.stop()
  })
})
