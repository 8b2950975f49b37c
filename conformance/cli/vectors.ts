import { join, relative, resolve } from 'node:path'
import { Command } from 'commander'
import { loadPreset, type Parameters, type Profile } from '../../spec/parameters.ts'
import type { Driver } from '../drivers/driver.ts'
import type { VectorCase } from '../kit/format.ts'
import { VectorError } from '../kit/vectorError.ts'
import { chosenProfiles } from './profiles.ts'
import { TerminalProgress } from './progress.ts'
import { type Terminal, UsageError } from './usage.ts'

const DESCRIBED = 5

interface WriteOptions {
  profile?: string[]
  transitions: string
}

/** `lockstep vectors`. */
export function vectorsCommand(terminal: Terminal): Command {
  return new Command('vectors')
    .description('write conformance vectors: every transition and every refusal, as files for any language')
    .usage('[FOLDER] [--profile NAME…] [--transitions N|all]')
    .argument('[folder]', 'where to', join('report', 'vectors'))
    .option('--profile <name...>', 'only these profiles of preset tiny')
    .option('--transitions <n>', 'cut each profile to the last slot with at most so many', '3000')
    .action(async (folder: string, options: WriteOptions) => {
      const most = options.transitions === 'all' ? Number.POSITIVE_INFINITY : Number(options.transitions)
      if (!(most >= 1) || (Number.isFinite(most) && !Number.isSafeInteger(most)))
        throw new UsageError(`--transitions ${options.transitions}: expected a whole number from 1 or all`)
      const profiles = chosenProfiles(loadPreset('tiny'), options.profile)
      const { withinReach, writeVectors } = await import('../kit/write.ts')
      const target = resolve(terminal.folder, folder)
      for (const whole of profiles) {
        const { profile, graph } = withinReach(whole, most)
        const { cases, steps, refusals, bytes } = await writeVectors(profile, graph, target)
        const cut = profile.horizon < whole.horizon ? ` of ${whole.horizon}` : ''
        terminal.out(
          `${profile.name}, slots 0 to ${profile.horizon}${cut}: ${cases} cases, ${steps} steps, ${refusals} of them refused, ${(bytes / 1e6).toFixed(1)} MB`,
        )
      }
      terminal.out(`\n${relative(terminal.folder, target) || '.'}`)
    })
}

/** `lockstep run-vectors`. */
export function runVectorsCommand(terminal: Terminal, exit: (code: number) => void): Command {
  return new Command('run-vectors')
    .description('put vectors to the contracts or to the statechart, the first difference of each case shown')
    .usage('FOLDER [--on contracts|model]')
    .argument('<folder>', 'that holds the vectors')
    .option('--on <what>', 'contracts, on real blocks, or model', 'contracts')
    .action(async (folder: string, { on }: { on: string }) => {
      if (on !== 'contracts' && on !== 'model')
        throw new UsageError(`--on ${on}: expected contracts or model`)
      exit(await run(folder, on, terminal))
    })
}

async function run(folder: string, on: 'contracts' | 'model', terminal: Terminal): Promise<number> {
  const { runVectors } = await import('../kit/run.ts')
  const drivers = on === 'contracts' ? await onContracts() : await onModel()
  const progress = new TerminalProgress(terminal.err)
  try {
    const { cases, steps, failures } = await runVectors(
      resolve(terminal.folder, folder),
      (vector) => drivers.of(profileOf(vector)),
      (so) =>
        progress.update('Vectors', `${so.cases} cases, ${so.steps} steps, ${so.failures.length} differ`),
    )
    progress.stop()
    for (const failure of failures.slice(0, DESCRIBED))
      terminal.out(
        `${failure.case}, step ${failure.step}\n  expected: ${failure.expected}\n  found: ${failure.found}`,
      )
    terminal.out(`${cases} cases, ${steps} steps on the ${on}: ${failures.length} cases differ`)
    return failures.length === 0 ? 0 : 1
  } finally {
    progress.stop()
    await drivers.stop()
  }
}

interface Drivers {
  of(profile: Profile): Promise<Driver>
  stop(): Promise<void>
}

async function onModel(): Promise<Drivers> {
  const { ModelDriver } = await import('../drivers/model-driver.ts')
  return { of: async (profile) => new ModelDriver(profile), stop: async () => {} }
}

/** One engine at a time: cases of a profile follow each other. */
async function onContracts(): Promise<Drivers> {
  const { Replayer } = await import('../runs/replayer.ts')
  let current: { profile: Profile; replayer: Awaited<ReturnType<typeof Replayer.start>> } | undefined
  const stop = async (): Promise<void> => {
    await current?.replayer.stop()
    current = undefined
  }
  return {
    stop,
    of: async (profile) => {
      if (current?.profile.name === profile.name) return current.replayer.contracts
      await stop()
      current = { profile, replayer: await Replayer.start(profile) }
      return current.replayer.contracts
    },
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
