import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { eventText } from '../../model/l1-rollup/texts.ts'
import { enforcedBy } from '../clauses/clauseIndex.ts'
import { withClauses } from '../clauses/refusalNames.ts'
import { nothingUnsupported } from '../kit/foreign/unsupported.ts'
import type { VectorFailure, VectorFilter } from '../kit/run.ts'
import { clausesOfDifference } from './clausesOfDifference.ts'
import { untilInterrupted } from './interrupt.ts'
import { TerminalProgress } from './progress.ts'
import { targetNamed } from './targets.ts'
import { tellUnjudged } from './unjudged.ts'
import { type Terminal, UsageError } from './usage.ts'

const DESCRIBED = 5

interface Options {
  on: string
  profile?: string[]
  case?: string
  clause?: string
  timeout: string
  junit?: string
}

/** `lockstep run-vectors`. */
export function runVectorsCommand(terminal: Terminal, exit: (code: number) => void): Command {
  return new Command('run-vectors')
    .description('put vectors to an implementation, the first difference of each case shown')
    .usage(
      'FOLDER [--on contracts|blocks|model|adapter:PATH|"COMMAND"] [--profile NAME…] [--case TEXT] [--clause ID] [--timeout S] [--junit FILE]',
    )
    .argument('<folder>', 'that holds the vectors')
    .option(
      '--on <what>',
      'contracts, call by call; blocks, the contracts on real blocks; model; adapter: and a module for contracts of yours; or a command that speaks the protocol of conformance/kit/README.md',
      'contracts',
    )
    .option('--profile <name...>', 'only the vectors of these profiles')
    .option('--case <text>', 'only cases with this text in their path')
    .option('--clause <id>', 'only cases in which something is refused because of this clause')
    .option('--timeout <seconds>', 'how long a command may take for an answer', '10')
    .option('--junit <file>', 'writes the results as JUnit XML as well')
    .action(async (folder: string, options: Options) => exit(await run(folder, options, terminal)))
}

async function run(folder: string, options: Options, terminal: Terminal): Promise<number> {
  const filter = filterOf(options)
  const timeoutMs = readTimeout(options.timeout)
  const { caseFolders } = await import('../kit/read.ts')
  const place = resolve(terminal.folder, folder)
  // Before a command is started, or an engine.
  await caseFolders(place)
  const target = await targetNamed(options.on, { folder: terminal.folder, timeoutMs })
  const progress = new TerminalProgress(terminal.err)
  try {
    return await untilInterrupted(
      async (signal) => {
        const result = await target.run(place, {
          filter,
          signal,
          progress: ({ runs, total, steps, failures }) =>
            progress.update('Vectors', `${runs} of ${total} cases, ${steps} steps, ${failures} failed`),
        })
        progress.stop()
        const { runs, steps, calls, failures } = result
        for (const failure of failures.slice(0, DESCRIBED)) terminal.out(await describeFailure(failure))
        if (failures.length > DESCRIBED) terminal.out(`and ${failures.length - DESCRIBED} more`)
        if (options.junit !== undefined) {
          const { vectorsJunit } = await import('../kit/junit.ts')
          await writeFile(resolve(terminal.folder, options.junit), vectorsJunit(result))
        }
        terminal.out(
          `${runs.length} cases, ${steps} steps on ${target.name}: ${failures.length === 0 ? 'none' : failures.length} failed`,
        )
        for (const line of tellUnjudged(target.unsupported ?? nothingUnsupported, result))
          terminal.out(`  ${line}`)
        if (failures.length === 0 && calls > 0) return 0
        if (failures.length === 0) terminal.out('nothing was judged but the passing of time: not passed')
        return 1
      },
      (text) => terminal.err.write(text),
    )
  } finally {
    progress.stop()
    await target.stop()
  }
}

/** Place, event, expected, found; refusals with their clauses, and those of the variables that differ. */
async function describeFailure(failure: VectorFailure): Promise<string> {
  const { case: name, step, event, expected, found, paths = [] } = failure
  const clauses = await clausesOfDifference(event, paths)
  const where = step === undefined ? name : `${name}, ${step === 0 ? 'after reset' : `step ${step}`}`
  return [
    where,
    ...(event ? [`event: ${eventText(event)}`] : []),
    `expected: ${withClauses(expected)}`,
    `found: ${withClauses(found)}`,
    ...(clauses.length > 0 ? [`by ${clauses.join(', ')}`] : []),
  ].join('\n  ')
}

function filterOf({ profile, case: text, clause }: Options): VectorFilter {
  const id = clause?.toUpperCase()
  const refusal = id === undefined ? undefined : enforcedBy.get(id)?.refusal
  if (id !== undefined && refusal === undefined)
    throw new UsageError(
      `--clause ${clause}: expected a clause that refuses something, one of ${[...enforcedBy.keys()].join(', ')}`,
    )
  return {
    ...(profile && { profiles: profile }),
    ...(text !== undefined && { text }),
    ...(refusal !== undefined && { refusal }),
  }
}

/** @returns milliseconds */
export function readTimeout(text: string): number {
  const seconds = Number(text)
  if (!(seconds > 0 && seconds <= 3600))
    throw new UsageError(`--timeout ${text}: expected a number of seconds, at most 3600`)
  return seconds * 1000
}
