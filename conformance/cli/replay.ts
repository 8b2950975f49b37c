import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { loadPreset } from '../../spec/parameters.ts'
import { parseItf } from '../../tla/tlc/itf.ts'
import type { replayTrace } from '../runs/file.ts'
import { untilInterrupted } from './interrupt.ts'
import { type Terminal, UsageError } from './usage.ts'

interface Options {
  profile?: string
  preset: string
}

/** `lockstep replay`. */
export function replayCommand(terminal: Terminal, exit: (code: number) => void): Command {
  return new Command('replay')
    .description('a trace on model and contracts: exit code 1 where they, or trace and model, part')
    .usage('TRACE.itf.json [--profile NAME] [--preset tiny|deep|rfc]')
    .argument('<trace>', 'a file in the Informal Trace Format')
    .option('--profile <name>', 'profile of the preset; the one that the trace names if absent')
    .option('--preset <name>', 'tiny, deep or rfc', 'tiny')
    .action(async (file: string, options: Options) => exit(await runReplay(file, options, terminal)))
}

/** @param play plays the trace; another one in tests */
export async function runReplay(
  file: string,
  options: Options,
  terminal: Terminal,
  play?: typeof replayTrace,
): Promise<number> {
  const { profiles } = loadPreset(options.preset)
  const trace = parseItf(await readTrace(resolve(terminal.folder, file), file), file)
  const { profileOf, replayTrace } = await import('../runs/file.ts')
  const profile = profileOf(trace, file, profiles, options.profile)
  return untilInterrupted(
    async (signal) => {
      const request = { trace, file, profile, signal, progress: terminal.out }
      const { steps, difference, departure, isBug } = await (play ?? replayTrace)(request)
      const about = `${file}, profile ${profile.name}`
      if (difference !== undefined) {
        terminal.out(`${about}: model and contracts differ\n${difference}`)
        return 1
      }
      terminal.out(`${about}: model and contracts agree in ${steps} steps`)
      if (departure === undefined) return 0
      terminal.out(
        isBug
          ? 'The trace is that of a Bug model and leaves the statechart, as it must, see above.'
          : 'Trace and statechart part, see above.',
      )
      return isBug ? 0 : 1
    },
    (text) => terminal.err.write(text),
  )
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
