import { deploymentOf } from '../../model/l1-rollup/deployment.ts'
import { loadPreset, type Parameters, type Profile } from '../../spec/parameters.ts'
import { type Driver, DriverError } from '../drivers/driver.ts'
import type { Foreign } from '../kit/foreign/driver.ts'
import type { VectorCase } from '../kit/format.ts'
import type { Computer } from '../kit/functions/computer.ts'
import { runVectors, type VectorOptions, type VectorResult } from '../kit/run.ts'
import { VectorError } from '../kit/vectorError.ts'
import { UsageError } from './usage.ts'

/** What vectors are put to. */
export interface Target {
  /** For people. */
  readonly name: string
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

/** @param on `contracts`, `blocks`, `model`, or a command */
export async function targetNamed(on: string, options: TargetOptions): Promise<Target> {
  if (on.trim() === '') throw new UsageError('--on: expected contracts, blocks, model, or a command')
  if (on === 'contracts') return onContracts()
  if (on === 'blocks') return onBlocks()
  if (on === 'model') return onModel()
  return onCommand(on, options)
}

async function onModel(): Promise<Target> {
  const { ModelDriver } = await import('../drivers/model-driver.ts')
  return {
    name: 'the statechart',
    run: (folder, options) => runVectors(folder, (vector) => new ModelDriver(profileOf(vector)), options),
    computer: async () => (await import('../kit/functions/reference.ts')).modelComputer,
    stop: async () => {},
  }
}

async function onContracts(): Promise<Target> {
  const { runInjected } = await import('../kit/injected.ts')
  return {
    name: 'the contracts',
    run: (folder, options) => runInjected(folder, profileOf, options),
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

async function onCommand(command: string, options: TargetOptions): Promise<Target> {
  const { foreign, name } = await startForeign(command, options)
  const { ForeignDriver, foreignComputer } = await import('../kit/foreign/driver.ts')
  return {
    name,
    computer: () => foreignComputer(foreign),
    run: (folder, options) =>
      runVectors(
        folder,
        (vector) => {
          const { meta, pre } = vector
          return new ForeignDriver(foreign, {
            deployed: meta,
            pre,
            deployment: deploymentOf(profileOf(vector)),
          })
        },
        options,
      ),
    stop: async () => foreign.stop(),
  }
}

/**
 * The first start is made at once: a command that cannot be talked to is no failure of a case.
 * @throws UsageError
 */
export async function startForeign(
  command: string,
  options: TargetOptions,
): Promise<{ foreign: Foreign; name: string }> {
  const { Foreign } = await import('../kit/foreign/driver.ts')
  const foreign = new Foreign(command, options)
  try {
    const { hello } = await foreign.running()
    return { foreign, name: hello.name ?? command }
  } catch (error) {
    throw error instanceof DriverError ? new UsageError(`--on ${command}: ${error.message}`) : error
  }
}

/** The profile that a case is of, which says who takes part. @throws VectorError */
function profileOf({ path, manifest, meta }: VectorCase): Profile {
  const { profiles } = loadPreset(manifest.preset)
  const found = profiles.find(({ name }) => name === manifest.suite)
  if (!found)
    throw new VectorError(
      `${path}/manifest.yaml: suite ${manifest.suite}: expected one of ${profiles.map(({ name }) => name).join(', ')}`,
    )
  const names = Object.keys(found.parameters) as (keyof Parameters)[]
  const other = names.find((name) => found.parameters[name] !== meta.parameters[name])
  if (other)
    throw new VectorError(
      `${path}/meta.yaml: ${other}=${meta.parameters[other]}: profile ${found.name} has ${found.parameters[other]}`,
    )
  return found
}
