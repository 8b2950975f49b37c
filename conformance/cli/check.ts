import { existsSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { Command } from 'commander'
import {
  implementedReadings,
  loadPreset,
  type Parameters,
  type Preset,
  STATE_LIMIT,
} from '../../spec/parameters.ts'
import { onBytecode, type RungKey, rungKeys, rungTitles } from '../evidence.ts'
import type { RungUnit } from '../rungs/list.ts'
import { type CoverageRecord, moved, readRecord, recordFile, withRows } from '../rungs/record.ts'
import { untilInterrupted } from './interrupt.ts'
import { chosenProfiles } from './profiles.ts'
import { TerminalProgress } from './progress.ts'
import { ReportFolder } from './reportFolder.ts'
import { type Terminal, UsageError } from './usage.ts'

interface Options {
  actor?: string[]
  rung?: string[]
  preset: string
  constant?: string[]
  profile?: string[]
  out?: string
  seed: string
  probeEvery?: string
  record?: boolean
  watch?: boolean
}

/** Where `--watch` reports unless told otherwise: the report of a whole run is of more use. */
const watchFolder = join('report', 'watch')

/** `lockstep check`. */
export function checkCommand(terminal: Terminal, exit: (code: number) => void): Command {
  return new Command('check')
    .description('run the ladder of evidence, or a part of it, and write the report')
    .usage(
      '[--rung 1-4…] [--actor NAME…] [--preset tiny|deep|rfc] [--constant NAME=VALUE…] [--profile NAME…] [--probe-every N] [--out DIR] [--seed N] [--watch]',
    )
    .option('--rung <rung...>', `1 to 4, or ${rungKeys.join(', ')}; all if absent`)
    .option(
      '--actor <name...>',
      'only these actors, or cuts of the system; what has no contracts goes through rungs 1 and 2',
    )
    .option('--preset <name>', 'tiny, deep or rfc; of cuts tiny or deep', 'tiny')
    .option('--constant <name=value...>', 'another value for a protocol parameter')
    .option('--profile <name...>', 'only these profiles of the preset')
    .option(
      '--probe-every <n>',
      'probe every n-th state, 1 for all; how much is probed is then not compared with the record',
    )
    .option('--out <folder>', `folder of the report; report if absent, ${watchFolder} with --watch`)
    .option('--seed <n>', 'seed of everything random', '1')
    .option('--record', 'take the numbers of this run as those that a complete run covers')
    .option(
      '--watch',
      'check what the changes since the last commit can reach (events, profiles, rungs), again at each save',
    )
    .action(async ({ watch, ...options }: Options) =>
      exit(await (watch ? watchCheck(options, terminal) : runCheck(options, terminal))),
    )
}

/** Another list of rungs, or another look at what is generated, in tests. */
export interface CheckParts {
  readonly units?: readonly RungUnit[]
  readonly stale?: () => Promise<readonly string[]>
}

export async function runCheck(
  options: Options,
  terminal: Terminal,
  { units, stale = staleFiles }: CheckParts = {},
): Promise<number> {
  const constants = readConstants(options.constant ?? [])
  const actors = await chosenActors(options)
  const whole = loadPreset(options.preset, constants)
  const probeEvery = readProbeEvery(options.probeEvery)
  const preset = { ...whole, profiles: probing(chosenProfiles(whole, options.profile), probeEvery) }
  const rungs = chosenRungs(options.rung, preset, terminal, actors)
  const seed = readSeed(options.seed)
  const isWhole = preset.profiles.length === whole.profiles.length
  if (
    options.record &&
    !(
      options.preset === 'tiny' &&
      isWhole &&
      rungs.length === (hasContracts(actors) ? rungKeys : modelRungs).length &&
      Object.keys(constants).length === 0 &&
      probeEvery === undefined &&
      (actors === undefined || seed === readRecord().seed)
    )
  )
    throw new UsageError(
      '--record: expected the whole preset tiny, all rungs, no other constants and no --probe-every',
    )
  // First of all: with old generated code every call would differ, thousands of times, for this one reason. The rungs of
  // the models do not look at it, so that rules can be compared before they are generated from.
  const old = rungs.some((key) => onBytecode.includes(key)) ? await stale() : []
  if (old.length > 0) {
    for (const line of old) terminal.err.write(`${line}\n`)
    terminal.err.write('nothing was checked: run npm run generate\n')
    return 1
  }
  // Only now, because the other commands and bad arguments need none of it.
  const [{ mutantsByClause }, { check, exitCodeOf }, { writeReport }, { summaryTable }] = await Promise.all([
    import('../mutate/byClause.ts'),
    import('../rungs/check.ts'),
    import('../report/files.ts'),
    import('../report/table.ts'),
  ])
  const out = options.out ?? 'report'
  const folder = new ReportFolder(resolve(terminal.folder, out), out)
  const progress = new TerminalProgress(terminal.err)
  const interrupt = new AbortController()
  const onSignal = (): void => {
    // The second time somebody means it: children end with this process.
    if (interrupt.signal.aborted) process.exit(130)
    interrupt.abort(new Error('interrupted'))
    progress.note('interrupted: stopping, then writing what there is')
  }
  // Whoever asked has gone: children end, and nothing is written that nobody reads.
  let isUnwanted = false
  const onHangUp = (): void => {
    isUnwanted = true
    interrupt.abort(new Error('nobody waits for it any more'))
  }
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal).on('SIGHUP', onHangUp)
  try {
    let record: CoverageRecord | undefined
    const evidence = await check(
      {
        preset,
        presetName: options.preset,
        constants,
        rungs,
        out: folder.path,
        seed,
        allProfiles: isWhole,
        ...(actors && { actors }),
        ...(probeEvery !== undefined && { probeEvery }),
      },
      {
        progress,
        signal: interrupt.signal,
        mutants: mutantsByClause(),
        ...(units && { units }),
        ...(options.record && {
          onRecord: (taken: CoverageRecord) => {
            record = taken
          },
        }),
      },
    )
    if (isUnwanted) return 129
    progress.update('Report', 'writing')
    const { complete } = evidence.summary
    const place = complete ? folder.out : folder.path
    const { page } = await writeReport(evidence, preset, folder.path, place)
    if (complete) folder.take()
    progress.stop()
    terminal.out(summaryTable(evidence.summary))
    terminal.out(`\n${join(place, basename(page))}`)
    if (folder.isBeside && !complete) terminal.out(`The complete report in ${out} stays.`)
    if (record && evidence.summary.failures.length === 0) await writeRecord(record, actors, terminal)
    return exitCodeOf(evidence.summary, interrupt.signal.aborted)
  } finally {
    progress.stop()
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal).off('SIGHUP', onHangUp)
  }
}

/** `lockstep check --watch`: until it is interrupted. */
async function watchCheck(options: Options, terminal: Terminal): Promise<number> {
  if (options.record) throw new UsageError('--record: expected one whole run, found --watch')
  if (options.actor)
    throw new UsageError('--actor: expected one run, found --watch, which knows whom a change reaches')
  const whole = loadPreset(options.preset, readConstants(options.constant ?? []))
  const preset = { ...whole, profiles: chosenProfiles(whole, options.profile) }
  const rungs = chosenRungs(options.rung, preset, terminal)
  readProbeEvery(options.probeEvery)
  readSeed(options.seed)
  const { out = watchFolder, constant, probeEvery, seed } = options
  const others = [
    '--preset',
    options.preset,
    '--seed',
    seed,
    '--out',
    resolve(terminal.folder, out),
    ...(constant ? ['--constant', ...constant] : []),
    ...(probeEvery === undefined ? [] : ['--probe-every', probeEvery]),
  ]
  const { watchChecks } = await import('./watch/command.ts')
  const stopped = (text: string) => terminal.err.write(text)
  return untilInterrupted(async (signal) => {
    await watchChecks({ preset, rungs, arguments: others }, terminal, signal)
    return 130
  }, stopped)
}

/** Everything generated that is committed, where it is not current. */
async function staleFiles(): Promise<readonly string[]> {
  const { staleContracts, staleSteps } = await import('../../impl/generate/current.ts')
  return [...staleContracts(), ...(await staleSteps())]
}

/** Of some actors alone, what is recorded of the others stays. */
async function writeRecord(
  taken: CoverageRecord,
  actors: readonly string[] | undefined,
  terminal: Terminal,
): Promise<void> {
  const before = existsSync(recordFile) ? readRecord() : undefined
  const { isOf } = await import('../rungs/cuts.ts')
  const record = before && actors ? withRows(before, taken, isOf(actors)) : taken
  const lines = moved(before, record)
  writeFileSync(recordFile, `${JSON.stringify(record, null, 2)}\n`)
  terminal.out(lines.length === 0 ? 'recorded: nothing moved' : ['recorded:', ...lines].join('\n'))
}

function readConstants(given: readonly string[]): Record<string, string> {
  const constants: Record<string, string> = {}
  for (const text of given) {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? []
    if (name === undefined || value === undefined)
      throw new UsageError(`--constant ${text}: expected NAME=VALUE, as seedLookaheadEpochs=2`)
    if (name in constants) throw new UsageError(`--constant ${name}: expected one value, found two`)
    constants[name] = value
  }
  return constants
}

const withContracts = 'l1-rollup'
const modelRungs = rungKeys.filter((key) => !onBytecode.includes(key))
const hasContracts = (actors: readonly string[] | undefined): boolean =>
  actors?.includes(withContracts) ?? true

/** The actors that were named; `undefined`: all. Only the rollup has another preset, constants and profiles to choose. */
async function chosenActors(options: Options): Promise<readonly string[] | undefined> {
  const { actor: given, preset, constant, profile, probeEvery } = options
  if (given === undefined) return undefined
  const { checkedNames: known } = await import('../rungs/cuts.ts')
  const unknown = given.find((name) => !known.includes(name))
  if (unknown !== undefined) throw new UsageError(`--actor ${unknown}: expected some of ${known.join(', ')}`)
  // Of a cut there may be larger profiles.
  const { largeCuts } = await import('../rungs/cuts.ts')
  const isLarge = preset === 'deep' && given.every((name) => largeCuts.includes(name))
  const other = [
    ...(preset === 'tiny' || isLarge ? [] : ['--preset']),
    ...(constant ? ['--constant'] : []),
    ...(profile ? ['--profile'] : []),
    ...(probeEvery === undefined ? [] : ['--probe-every']),
  ][0]
  if (other && !hasContracts(given))
    throw new UsageError(`${other}: expected --actor ${withContracts}, found ${given.join(', ')}`)
  return known.filter((name) => given.includes(name))
}

/** Rungs that run: those that were asked for, else all that actors and constants admit. */
function chosenRungs(
  given: readonly string[] | undefined,
  preset: Preset,
  terminal: Terminal,
  actors?: readonly string[],
): RungKey[] {
  if (!hasContracts(actors)) {
    const asked = given?.map(readRung) ?? modelRungs
    const refused = asked.find((key) => onBytecode.includes(key))
    if (refused)
      throw new UsageError(
        `--rung ${rungKeys.indexOf(refused) + 1}: ${actors!.join(', ')} ${actors!.length === 1 ? 'has' : 'have'} no contracts; expected rungs 1 and 2, or --actor ${withContracts}`,
      )
    return modelRungs.filter((key) => asked.includes(key))
  }
  const foreign = Object.entries(implementedReadings).find(([name, value]) =>
    preset.profiles.some(({ parameters }) => parameters[name as keyof Parameters] !== value),
  )
  if (given === undefined) {
    if (foreign === undefined) return [...rungKeys]
    terminal.err.write(`rungs 3 and 4 are left out: the contracts implement ${foreign.join('=')} only\n`)
    return rungKeys.filter((key) => !onBytecode.includes(key))
  }
  const asked = new Set(given.map(readRung))
  const refused = foreign && onBytecode.find((key) => asked.has(key))
  if (foreign && refused)
    throw new UsageError(
      `--rung ${rungKeys.indexOf(refused) + 1}: the contracts implement ${foreign.join('=')} only; expected rungs 1 and 2`,
    )
  return rungKeys.filter((key) => asked.has(key))
}

function readRung(text: string): RungKey {
  const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '')
  const byName = rungKeys.find((key) => plain(key) === plain(text) || plain(rungTitles[key]) === plain(text))
  const found = /^[1-4]$/.test(text) ? rungKeys[Number(text) - 1] : byName
  if (found === undefined) throw new UsageError(`--rung ${text}: expected 1 to 4, or ${rungKeys.join(', ')}`)
  return found
}

function readProbeEvery(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const every = Number(text)
  if (!/^\d+$/.test(text) || every < 1 || every > STATE_LIMIT)
    throw new UsageError(`--probe-every ${text}: expected a whole number from 1 to ${STATE_LIMIT}`)
  return every
}

/** Profiles with another number of states that are probed; pairs of fields are asked about where they were. */
const probing = (profiles: Preset['profiles'], everyState: number | undefined): Preset['profiles'] =>
  everyState === undefined
    ? profiles
    : profiles.map((profile) => ({ ...profile, probes: { ...profile.probes, everyState } }))

export function readSeed(text: string): number {
  const seed = Number(text)
  if (!/^\d+$/.test(text) || seed > 0xffff_ffff)
    throw new UsageError(`--seed ${text}: expected a number from 0 to ${0xffff_ffff}`)
  return seed
}
