import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { type Anvil, anvilBinary, EngineDied, EngineMissing, startAnvil } from './anvil.ts'
import { RpcError, UnexpectedAnswer } from './rpc.ts'
import type { Hex } from './word.ts'

const caught = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )

/** `JUMPDEST, PUSH0, JUMP`: runs until its gas is gone, which takes the engine a while. */
const endlessLoop: Hex = '0x5b5f56'
const busyCall = (engine: Anvil) => {
  const to: Hex = `0x${'cc'.repeat(20)}`
  const call = { from: to, to, gas: '0xffffffffff' }
  const blockStateCalls = [
    {
      blockOverrides: { gasLimit: '0xffffffffffff' },
      stateOverrides: { [to]: { code: endlessLoop } },
      calls: [call],
    },
  ]
  return engine.request('eth_simulateV1', [{ blockStateCalls }, 'latest'])
}

describe('anvil that cannot be had', () => {
  test('a machine without a published binary is named', () => {
    expect(() => anvilBinary('sunos', 'x64')).toThrow(EngineMissing)
    expect(() => anvilBinary('sunos', 'x64')).toThrow('sunos on x64')
  })

  test('a package that is not installed says what to run', () => {
    const foreign = process.platform === 'win32' ? 'darwin' : 'win32'
    expect(() => anvilBinary(foreign, 'x64')).toThrow(EngineMissing)
    expect(() => anvilBinary(foreign, 'x64')).toThrow(/npm install/)
  })

  test('a binary that is not there, or ends at once, is an EngineDied with what it wrote', async () => {
    const absent = await caught(startAnvil({ binary: '/nowhere/anvil' }))
    expect(absent).toBeInstanceOf(EngineDied)
    expect((absent as EngineDied).message).toContain('ENOENT')

    const refused = await caught(startAnvil({ hardfork: 'no-such-fork' }))
    expect(refused).toBeInstanceOf(EngineDied)
    expect((refused as EngineDied).exitCode).not.toBe(0)
    expect((refused as EngineDied).lastOutput.join('\n')).toContain('no-such-fork')
  })
})

describe('anvil that ends midway', () => {
  test('killed: every call under way rejects with EngineDied, and so does every later one', async () => {
    const engine = await startAnvil({ maxInFlight: 2 })
    const pending = Array.from({ length: 5 }, () => caught(busyCall(engine)))
    process.kill(engine.pid, 'SIGKILL')
    const reasons = await Promise.all(pending)
    for (const reason of reasons) {
      expect(reason).toBeInstanceOf(EngineDied)
      expect((reason as EngineDied).signal).toBe('SIGKILL')
    }
    expect((reasons[0] as EngineDied).message).toContain('calls under way')
    expect(await caught(engine.request('eth_chainId', []))).toBeInstanceOf(EngineDied)
    await engine.stop()
  })

  test('stopped: the process is gone, and stopping again is harmless', async () => {
    const engine = await startAnvil()
    await engine.stop()
    await engine.stop()
    expect(() => process.kill(engine.pid, 0)).toThrow('ESRCH')
  })
})

describe('anvil', () => {
  let engine: Anvil
  beforeAll(async () => {
    engine = await startAnvil({ chainId: 4242, genesisTimestamp: 1_700_000_000, maxInFlight: 4 })
  })
  afterAll(() => engine.stop())

  test('a refused request is an RpcError with the method', async () => {
    const reason = await caught(engine.request('eth_noSuchMethod', []))
    expect(reason).toBeInstanceOf(RpcError)
    expect((reason as RpcError).message).toContain('eth_noSuchMethod')
  })

  test('parameters that JSON cannot carry reject their own call only, even from the queue', async () => {
    const calls = Array.from({ length: 20 }, (_, index) =>
      engine.request('eth_chainId', index === 10 ? [1n] : []),
    )
    const results = await Promise.allSettled(calls)
    expect(results.map((it) => it.status)).toEqual(
      calls.map((_, index) => (index === 10 ? 'rejected' : 'fulfilled')),
    )
    await expect(calls[10]).rejects.toThrow('eth_chainId: parameters that JSON cannot carry')
  })

  test('an answer of another shape than the schema is an UnexpectedAnswer', async () => {
    const reason = await caught(engine.request('eth_chainId', [], z.number()))
    expect(reason).toBeInstanceOf(UnexpectedAnswer)
  })

  test('chain id and genesis time are those asked for', async () => {
    expect(await engine.request('eth_chainId', [], z.string())).toBe('0x1092')
    const block = await engine.request(
      'eth_getBlockByNumber',
      ['0x0', false],
      z.looseObject({ timestamp: z.string() }),
    )
    expect(Number(block.timestamp)).toBe(1_700_000_000)
  })

  test('a thousand pipelined calls are each answered with their own result', async () => {
    const numbers = Array.from(
      { length: 1_000 },
      (_, index) => `0x${(index + 1).toString(16).padStart(40, '0')}`,
    )
    await Promise.all(
      numbers.map((address, index) =>
        engine.request('anvil_setBalance', [address, `0x${index.toString(16)}`]),
      ),
    )
    const balances = await Promise.all(
      numbers.map((address) => engine.request<Hex>('eth_getBalance', [address, 'latest'])),
    )
    expect(balances.map(Number)).toEqual(numbers.map((_, index) => index))
  })

  test('eight megabytes go there and come back', async () => {
    const code = `0x${'5b'.repeat(4 * 1024 * 1024)}`
    const address = `0x${'0d'.repeat(20)}`
    await engine.request('anvil_setCode', [address, code])
    expect((await engine.request<string>('eth_getCode', [address, 'latest'])) === code).toBe(true)
  })

  test('code above the size limit of mainnet is refused at deployment', async () => {
    const [from] = await engine.request<Hex[]>('eth_accounts', [])
    // Init code that returns as many zero bytes as it is told: PUSH2 size, PUSH0, RETURN.
    const deploy = async (size: string) => {
      const hash = await engine.request<Hex>('eth_sendTransaction', [
        { from, data: `0x61${size}5ff3`, gas: '0x989680' },
      ])
      await engine.request('evm_mine', [])
      return engine.request('eth_getTransactionReceipt', [hash], z.looseObject({ status: z.string() }))
    }
    expect((await deploy('6000')).status).toBe('0x1')
    expect((await deploy('6001')).status).toBe('0x0')
  })
})

describe('what anvil leaves behind', () => {
  test('nothing on disk, after more blocks than it would keep in memory by itself', async () => {
    const home = await mkdtemp(join(tmpdir(), 'lockstep-home-'))
    vi.stubEnv('HOME', home)
    vi.stubEnv('USERPROFILE', home)
    vi.stubEnv('FOUNDRY_HOME', home)
    const engine = await startAnvil()
    try {
      await engine.request('anvil_mine', ['0x400'])
      expect(await engine.request('eth_blockNumber', [])).toBe('0x400')
      expect(await readdir(home, { recursive: true })).toEqual([])
    } finally {
      await engine.stop()
      vi.unstubAllEnvs()
      await rm(home, { recursive: true })
    }
  })
})
