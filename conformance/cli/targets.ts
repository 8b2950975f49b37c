import { deploymentOf } from '../../model/l1-rollup/deployment.ts'
import { loadPreset, type Parameters, type Profile } from '../../spec/parameters.ts'
import { type Driver, DriverError } from '../drivers/driver.ts'
import type { Foreign } from '../kit/foreign/driver.ts'
import type { VectorCase } from '../kit/format.ts'
import { VectorError } from '../kit/vectorError.ts'
import { UsageError } from './usage.ts'

/** What vectors are put to, one driver per case; the same for cases that are deployed alike. */
export interface Target {
  /** For people: what `--on` says. */
  readonly name: string
  driverOf(vector: VectorCase): Promise<Driver>
  stop(): Promise<void>
}

export interface TargetOptions {
  /** Working folder of a command. */
  readonly folder: string
  /** For each answer of a command. */
  readonly timeoutMs: number
}

/** @param on `contracts`, `model`, or a command */
export async function targetNamed(on: string, options: TargetOptions): Promise<Target> {
  if (on.trim() === '') throw new UsageError('--on: expected contracts, model, or a command')
  if (on === 'contracts') return onContracts()
  if (on === 'model') return onModel()
  return onCommand(on, options)
}

async function onModel(): Promise<Target> {
  const { ModelDriver } = await import('../drivers/model-driver.ts')
  return {
    name: 'the statechart',
    driverOf: async (vector) => new ModelDriver(profileOf(vector)),
    stop: async () => {},
  }
}

/** One engine at a time: cases of a profile follow each other. */
async function onContracts(): Promise<Target> {
  const { Replayer } = await import('../runs/replayer.ts')
  let current: { profile: Profile; replayer: Awaited<ReturnType<typeof Replayer.start>> } | undefined
  const stop = async (): Promise<void> => {
    await current?.replayer.stop()
    current = undefined
  }
  return {
    name: 'the contracts',
    stop,
    driverOf: async (vector) => {
      const profile = profileOf(vector)
      if (current?.profile.name === profile.name) return current.replayer.contracts
      await stop()
      current = { profile, replayer: await Replayer.start(profile) }
      return current.replayer.contracts
    },
  }
}

async function onCommand(command: string, options: TargetOptions): Promise<Target> {
  const { foreign, name } = await startForeign(command, options)
  const { ForeignDriver } = await import('../kit/foreign/driver.ts')
  return {
    name,
    driverOf: async (vector) => {
      const { meta, pre } = vector
      const deployment = deploymentOf(profileOf(vector))
      return new ForeignDriver(foreign, { deployed: meta, pre, deployment })
    },
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
