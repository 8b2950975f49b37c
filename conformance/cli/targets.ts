import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Deployed } from '../../model/core/deployed.ts'
import type { L1RollupTypes } from '../../model/l1-rollup/types.ts'
import type { Profile } from '../../spec/parameters.ts'
import { type Driver, DriverError } from '../drivers/driver.ts'
import type { Foreign } from '../kit/foreign/driver.ts'
import type { Hello } from '../kit/foreign/protocol.ts'
import type { Unsupported } from '../kit/foreign/unsupported.ts'
import type { VectorCase } from '../kit/format.ts'
import type { Computer } from '../kit/functions/computer.ts'
import { profileOf } from '../kit/profileOf.ts'
import { runVectors, type VectorOptions, type VectorResult } from '../kit/run.ts'
import { UsageError } from './usage.ts'

/** Before the path of a module that exports an adapter. */
const ADAPTER = 'adapter:'

/** What vectors are put to. */
export interface Target {
  /** For people. */
  readonly name: string
  /** What it declares; nothing if absent. */
  readonly unsupported?: Unsupported
  run(folder: string, options: VectorOptions): Promise<VectorResult>
  /** What vectors of functions are put to, as it is now. */
  computer(): Promise<Computer>
  stop(): Promise<void>
}

export interface TargetOptions {
  /** Working folder of a command. */
  readonly folder: string
  /** For each answer of a command. */
  readonly timeoutMs: number
}

/** @param on `contracts`, `blocks`, `model`, `adapter:` and a path, or a command */
export async function targetNamed(on: string, options: TargetOptions): Promise<Target> {
  if (on.trim() === '')
    throw new UsageError('--on: expected contracts, blocks, model, adapter:PATH, or a command')
  if (on === 'contracts') return onContracts()
  if (on === 'blocks') return onBlocks()
  if (on === 'model') return onModel()
  return onForeign(on, options)
}

async function onModel(): Promise<Target> {
  const { ModelDriver } = await import('../drivers/model-driver.ts')
  const drivers = new Map<string, Driver>()
  const driverOf = (vector: VectorCase): Driver => {
    const profile = profileOf(vector)
    const known = drivers.get(profile.name) ?? new ModelDriver(profile)
    drivers.set(profile.name, known)
    return known
  }
  return {
    name: 'the statechart',
    run: (folder, options) => runVectors(folder, driverOf, options),
    computer: async () => (await import('../kit/functions/reference.ts')).modelComputer,
    stop: async () => {},
  }
}

async function onContracts(): Promise<Target> {
  const { runInjected } = await import('../kit/injected.ts')
  return {
    name: 'the contracts',
    run: (folder, options) => runInjected(folder, options),
    ...(await bytecode()),
  }
}

/** Their functions, on an engine of their own. */
async function bytecode(): Promise<Pick<Target, 'computer' | 'stop'>> {
  const { Bytecode } = await import('../kit/functions/bytecode.ts')
  const functions = new Bytecode()
  return { computer: async () => functions, stop: () => functions.stop() }
}

/** One engine at a time: cases of a profile follow each other. */
async function onBlocks(): Promise<Target> {
  const { Replayer } = await import('../runs/replayer.ts')
  let current: { profile: Profile; replayer: Awaited<ReturnType<typeof Replayer.start>> } | undefined
  const stop = async (): Promise<void> => {
    await current?.replayer.stop()
    current = undefined
  }
  const functions = await bytecode()
  const driverOf = async (vector: VectorCase): Promise<Driver> => {
    const profile = profileOf(vector)
    if (current?.profile.name === profile.name) return current.replayer.contracts
    await stop()
    current = { profile, replayer: await Replayer.start(profile) }
    return current.replayer.contracts
  }
  return {
    name: 'the contracts on real blocks',
    computer: functions.computer,
    stop: async () => {
      await stop()
      await functions.stop()
    },
    run: (folder, options) => runVectors(folder, driverOf, options),
  }
}

async function onForeign(on: string, options: TargetOptions): Promise<Target> {
  const { foreign, hello, name } = await startForeign(on, options)
  const [{ ForeignDriver, foreignComputer }, { supportedPart, variantLeftOut }, { deploy }, { l1Rollup }] =
    await Promise.all([
      import('../kit/foreign/driver.ts'),
      import('../kit/foreign/unsupported.ts'),
      import('../../model/core/deployed.ts'),
      import('../../model/l1-rollup/actor.ts'),
    ])
  const statecharts = new Map<string, Deployed<L1RollupTypes>>()
  const statechartOf = (profile: Profile) => {
    const known = statecharts.get(profile.name) ?? deploy(l1Rollup, profile)
    statecharts.set(profile.name, known)
    return known
  }
  return {
    name,
    unsupported: hello.unsupported,
    computer: () => foreignComputer(foreign),
    run: (folder, options) =>
      runVectors(
        folder,
        (vector) =>
          new ForeignDriver(foreign, {
            deployed: vector.meta,
            pre: vector.pre,
            profile: profileOf(vector),
          }),
        { ...options, leavesOut: ({ meta }) => variantLeftOut(meta.parameters, hello.unsupported) },
        (vector) => supportedPart(vector, hello.unsupported, statechartOf(profileOf(vector))),
      ),
    stop: async () => foreign.stop(),
  }
}

/**
 * The first start is made at once: a command that cannot be talked to is no failure of a case.
 * @param on a command, or `adapter:` and a path
 * @throws UsageError
 */
export async function startForeign(
  on: string,
  options: TargetOptions,
): Promise<{ foreign: Foreign; hello: Hello; name: string }> {
  const { Foreign } = await import('../kit/foreign/driver.ts')
  const foreign = new Foreign(await commandOf(on, options), options)
  try {
    const { hello } = await foreign.running()
    return { foreign, hello, name: hello.name ?? on }
  } catch (error) {
    throw error instanceof DriverError ? new UsageError(`--on ${on}: ${error.message}`) : error
  }
}

async function commandOf(on: string, { folder }: TargetOptions): Promise<string> {
  if (!on.startsWith(ADAPTER)) return on
  const file = resolve(folder, on.slice(ADAPTER.length))
  if (!existsSync(file)) throw new UsageError(`--on ${on}: expected a TypeScript module that exports adapter`)
  const { hostCommand } = await import('../kit/adapter/command.ts')
  return hostCommand(file)
}
