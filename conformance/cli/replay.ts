import { access, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { loadPreset, type Profile } from '../../spec/parameters.ts'
import { type ItfTrace, parseItf } from '../../tla/itf.ts'
import { TerminalProgress } from './progress.ts'
import { type Terminal, UsageError } from './usage.ts'

/** What `conformance/rungs/replay.ts` exports as `replayTrace`: one trace on model and contracts. */
export type ReplayTrace = (request: {
  readonly trace: ItfTrace
  /** Path of the trace, for errors. */
  readonly file: string
  readonly profile: Profile
  progress(text: string): void
  readonly signal: AbortSignal
}) => Promise<{ readonly steps: number; readonly difference: string | undefined }>

interface Options {
  profile?: string
  preset: string
}

/** `lockstep replay`. */
export function replayCommand(terminal: Terminal, exit: (code: number) => void): Command {
  return new Command('replay')
    .description('a trace on model and contracts, the first difference shown')
    .usage('TRACE.itf.json [--profile NAME] [--preset tiny|rfc]')
    .argument('<trace>', 'a file in the Informal Trace Format')
    .option('--profile <name>', 'profile of the preset; the one that the trace names if absent')
    .option('--preset <name>', 'tiny or rfc', 'tiny')
    .action(async (file: string, options: Options) => exit(await runReplay(file, options, terminal)))
}

export async function runReplay(
  file: string,
  options: Options,
  terminal: Terminal,
  load: () => Promise<ReplayTrace> = loadReplay,
): Promise<number> {
  const trace = parseItf(await readTrace(resolve(terminal.folder, file), file), file)
  const profile = profileFor(trace, file, options)
  const replayTrace = await load()
  const progress = new TerminalProgress(terminal.err)
  const interrupt = new AbortController()
  const onSignal = (): void => {
    if (interrupt.signal.aborted) process.exit(130)
    interrupt.abort(new Error('interrupted'))
  }
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
  try {
    const { signal } = interrupt
    const { steps, difference } = await replayTrace({
      ...{ trace, file, profile, signal },
      progress: (text) => progress.update('Replay', text),
    })
    progress.stop()
    if (difference === undefined) {
      terminal.out(`${file}: ${steps} steps under profile ${profile.name}, model and contracts agree`)
      return 0
    }
    terminal.out(`${file}: differs under profile ${profile.name}\n${difference}`)
    return 1
  } catch (error) {
    if (!interrupt.signal.aborted) throw error
    progress.note('interrupted')
    return 130
  } finally {
    progress.stop()
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
  }
}

async function readTrace(path: string, shown: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new UsageError(
      `${shown}: expected a readable trace file (${(cause as NodeJS.ErrnoException).code})`,
    )
  }
}

/** The named profile, else the one in the trace's `#meta`, else the only one of the preset. */
function profileFor(trace: ItfTrace, file: string, options: Options): Profile {
  const { profiles } = loadPreset(options.preset)
  const named = options.profile ?? trace['#meta']?.profile
  const names = profiles.map(({ name }) => name).join(', ')
  if (named === undefined && profiles.length === 1) return profiles[0]!
  if (named === undefined)
    throw new UsageError(`${file} names no profile in #meta: expected --profile with one of ${names}`)
  const profile = profiles.find(({ name }) => name === named)
  if (profile === undefined) throw new UsageError(`profile ${String(named)}: expected one of ${names}`)
  return profile
}

async function loadReplay(): Promise<ReplayTrace> {
  const url = new URL('../rungs/replay.ts', import.meta.url)
  try {
    await access(url)
  } catch {
    throw new Error('conformance/rungs/replay.ts does not exist: traces cannot be replayed')
  }
  const module: { replayTrace?: ReplayTrace } = await import(url.href)
  if (typeof module.replayTrace !== 'function')
    throw new Error('conformance/rungs/replay.ts exports no function replayTrace')
  return module.replayTrace
}
