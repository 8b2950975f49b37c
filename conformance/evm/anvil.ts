/**
 * The EVM as a child process: the platform package's own anvil binary, spoken to over a local socket. Never the npm
 * wrapper, which hides the process, its signals and its exit code.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { z } from 'zod'
import { EVM_VERSION } from '../../impl/contracts/compile.ts'
import { type Params, RpcClient } from './rpc.ts'

export type AnvilOptions = {
  hardfork?: string
  chainId?: number
  /** Seconds since 1970 of block 0. */
  genesisTimestamp?: number
  /** Order of a block's transactions: as they arrived, or by fee. */
  order?: 'fifo' | 'fees'
  blockGasLimit?: bigint
  baseFeePerGasWei?: bigint
  /** Unlocked accounts that anvil makes up by itself, and what each owns. */
  accounts?: number
  accountBalanceEther?: bigint
  threads?: number
  /** Calls that anvil works on at once; further ones wait in this process. */
  maxInFlight?: number
  /** Bytes that the code of an account may have; EIP-170 if absent. */
  codeSizeLimit?: number
  /** Instead of the installed one. */
  binary?: string
  startTimeoutMs?: number
}

/** No anvil binary for this machine. */
export class EngineMissing extends Error {
  override readonly name = 'EngineMissing'
}

/** The process ended, or never answered, while somebody still counted on it. */
export class EngineDied extends Error {
  override readonly name = 'EngineDied'
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  /** Last lines that it wrote. */
  readonly lastOutput: readonly string[]
  constructor(
    what: string,
    exitCode: number | null,
    signal: NodeJS.Signals | null,
    lastOutput: readonly string[],
  ) {
    const cause = exitCode === null ? `signal ${signal ?? 'unknown'}` : `exit code ${exitCode}`
    super([`anvil ${what} (${cause})`, ...lastOutput].join('\n  '))
    this.exitCode = exitCode
    this.signal = signal
    this.lastOutput = lastOutput
  }
}

const PLATFORMS: Record<string, string> = { linux: 'linux', darwin: 'darwin', win32: 'win32' }
const ARCHITECTURES: Record<string, string> = { x64: 'amd64', arm64: 'arm64' }
const OUTPUT_LINES_KEPT = 20
/** Blocks whose state can still be asked for; tracing a transaction asks for its parent's. */
const STATES_KEPT = 64

/**
 * Path of the binary that npm installed for this machine.
 * @throws EngineMissing saying what to install
 */
export const anvilBinary = (
  platform: string = process.platform,
  architecture: string = process.arch,
): string => {
  const system = PLATFORMS[platform]
  const processor = ARCHITECTURES[architecture]
  if (!system || !processor)
    throw new EngineMissing(`anvil is not published for ${platform} on ${architecture}`)
  const platformPackage = `@foundry-rs/anvil-${system}-${processor}`
  try {
    // From the wrapper, because npm may nest its optional dependency below it.
    const wrapper = createRequire(import.meta.url).resolve('@foundry-rs/anvil/package.json')
    return createRequire(wrapper).resolve(`${platformPackage}/bin/anvil${system === 'win32' ? '.exe' : ''}`)
  } catch (cause) {
    throw new EngineMissing(
      `anvil is missing: ${platformPackage} is not installed. Run "npm install" (without --omit=optional).`,
      { cause },
    )
  }
}

export type Anvil = {
  readonly pid: number
  /** See `RpcClient.request`. Rejects with EngineDied when the process ends first. */
  request<T>(method: string, params: Params, schema?: z.ZodType<T>): Promise<T>
  /** Ends the process and waits for it. Calls still under way reject with EngineDied. */
  stop(): Promise<void>
}

/** @throws EngineMissing, or EngineDied when it ends (or is silent) before it accepts a connection */
export const startAnvil = async (options: AnvilOptions = {}): Promise<Anvil> => {
  const path = socketPath()
  const child = launch(options.binary ?? anvilBinary(), commandLine(options, path))
  const lastOutput = keepLastLines(child)
  let lost = false
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
    child.once('error', (error) => {
      lost = true
      lastOutput.push(error.message)
      resolve({ code: null, signal: null })
    })
  })
  const killWithParent = () => child.kill('SIGKILL')
  process.once('exit', killWithParent)
  const release = async () => {
    process.off('exit', killWithParent)
    await rm(path, { force: true })
  }

  const socket = await Promise.race([
    connectPatiently(path, options.startTimeoutMs ?? 20_000, () => child.exitCode !== null || lost),
    ended.then(() => undefined),
  ])
  if (!socket) {
    child.kill('SIGKILL')
    const { code, signal } = await ended
    await release()
    throw new EngineDied('did not start', code, signal, lastOutput)
  }

  const client = new RpcClient(socket, options.maxInFlight ?? 8)
  let stopping = false
  // The socket may close before the exit code is known, and errors on it say less than the exit does.
  socket.on('error', () => {})
  socket.on('close', () => child.kill())
  const settled = ended.then(async ({ code, signal }) => {
    socket.destroy()
    const what = stopping ? 'was stopped' : 'died'
    client.fail(new EngineDied(`${what} with ${client.pending} calls under way`, code, signal, lastOutput))
    await release()
  })

  return {
    pid: child.pid!,
    request: (method, params, schema) => client.request(method, params, schema),
    stop: () => {
      stopping = true
      child.kill()
      return settled
    },
  }
}

const socketPath = () => {
  const name = `lockstep-${process.pid}-${randomBytes(6).toString('hex')}.ipc`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), name)
}

const launch = (binary: string, args: readonly string[]): ChildProcess =>
  spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'] })

const commandLine = (options: AnvilOptions, path: string): string[] => [
  // Port 0: anvil insists on HTTP as well, and several engines run side by side.
  '--port',
  '0',
  '--ipc',
  path,
  '--quiet',
  '--no-mining',
  // Without it anvil keeps the state of every block on disk for ever, below the home folder: gigabytes in an hour.
  '--prune-history',
  String(STATES_KEPT),
  '--hardfork',
  options.hardfork ?? EVM_VERSION,
  '--order',
  options.order ?? 'fifo',
  '--chain-id',
  String(options.chainId ?? 31_337),
  '--accounts',
  String(options.accounts ?? 1),
  '--balance',
  String(options.accountBalanceEther ?? 1_000_000n),
  ...(options.genesisTimestamp === undefined ? [] : ['--timestamp', String(options.genesisTimestamp)]),
  ...(options.blockGasLimit === undefined ? [] : ['--gas-limit', String(options.blockGasLimit)]),
  ...(options.baseFeePerGasWei === undefined
    ? []
    : ['--block-base-fee-per-gas', String(options.baseFeePerGasWei)]),
  ...codeSize(options.codeSizeLimit ?? process.env[CODE_SIZE_VARIABLE]),
  ...(options.threads === undefined ? [] : ['--threads', String(options.threads)]),
]

/** What is planted may need more code than EIP-170 leaves: processes that plant mistakes say so for all their engines. */
const codeSize = (limit: number | string | undefined): string[] =>
  limit === undefined ? [] : ['--code-size-limit', String(limit)]

/** Of the environment. */
export const CODE_SIZE_VARIABLE = 'LOCKSTEP_CODE_SIZE_LIMIT'
/** For contracts with a mistake in them. */
export const ROOMY_CODE_SIZE = 65_536

const keepLastLines = (child: ChildProcess): string[] => {
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      lines.push(...text.split('\n').filter((line) => line.trim() !== ''))
      lines.splice(0, lines.length - OUTPUT_LINES_KEPT)
    })
  }
  return lines
}

const connectPatiently = async (
  path: string,
  timeoutMs: number,
  hopeless: () => boolean,
): Promise<Socket | undefined> => {
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline && !hopeless(); await delay(10)) {
    const socket = await new Promise<Socket | undefined>((resolve) => {
      const attempt = connect(path, () => resolve(attempt))
      attempt.once('error', () => resolve(undefined))
    })
    if (socket) return socket
  }
  return undefined
}
