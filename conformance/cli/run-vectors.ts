import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { eventText } from '../../model/l1-rollup/texts.ts'
import { loadClauses } from '../../spec/clause.ts'
import { enforcedBy, isOfNode } from '../clauses/clauseIndex.ts'
import { withClauses } from '../clauses/refusalNames.ts'
import { nothingUnsupported } from '../kit/foreign/unsupported.ts'
import type {
  LeftOutCase,
  UndeclaredCase,
  VectorFailure,
  VectorFilter,
  VectorOptions,
  VectorResult,
} from '../kit/run.ts'
import type { Source } from '../kit/source.ts'
import { clausesOfDifference } from './clausesOfDifference.ts'
import { untilInterrupted } from './interrupt.ts'
import { TerminalProgress } from './progress.ts'
import { type Target, targetNamed } from './targets.ts'
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
      'FOLDER|ARCHIVE [--on contracts|blocks|model|adapter:PATH|"COMMAND"] [--profile NAME…] [--case TEXT] [--clause ID] [--timeout S] [--junit FILE]',
    )
    .argument('<vectors>', 'the folder that holds them, or an archive of it (.tar.gz)')
    .option(
      '--on <what>',
      'contracts, call by call; blocks, the contracts on real blocks; model; adapter: and a module for contracts of yours; or a command that speaks the protocol of conformance/kit/README.md',
      'contracts',
    )
    .option('--profile <name...>', 'only the vectors of these profiles')
    .option('--case <text>', 'only cases with this text in their path')
    .option(
      '--clause <id>',
      'only cases in which something is refused because of this clause, or, where it refuses nothing, that rest on it; and functions that do',
    )
    .option('--timeout <seconds>', 'how long a command may take for an answer', '10')
    .option('--junit <file>', 'writes the results as JUnit XML as well')
    .action(async (vectors: string, options: Options) => exit(await run(vectors, options, terminal)))
}

async function run(vectors: string, options: Options, terminal: Terminal): Promise<number> {
  const filter = filterOf(options)
  const timeoutMs = readTimeout(options.timeout)
  const { openVectors } = await import('../kit/source.ts')
  const source = await openVectors(resolve(terminal.folder, vectors))
  try {
    return await runFrom(source, filter, { ...options, timeoutMs }, terminal)
  } catch (error) {
    throw source.named(error)
  } finally {
    await source.close()
  }
}

async function runFrom(
  { folder }: Source,
  filter: VectorFilter,
  { on, timeoutMs, junit }: Options & { timeoutMs: number },
  terminal: Terminal,
): Promise<number> {
  const { caseFolders } = await import('../kit/read.ts')
  // Before a command is started, or an engine.
  await caseFolders(folder)
  const target = await targetNamed(on, { folder: terminal.folder, timeoutMs })
  const progress = new TerminalProgress(terminal.err)
  try {
    return await untilInterrupted(
      async (signal) => {
        const result = await putTo(target, folder, {
          filter,
          signal,
          progress: ({ runs, total, steps, failures }) =>
            progress.update('Vectors', `${runs} of ${total} cases, ${steps} steps, ${failures} failed`),
        })
        progress.stop()
        const { runs, steps, calls, failures, undeclared, leftOut } = result
        for (const failure of failures.slice(0, DESCRIBED)) terminal.out(await describeFailure(failure))
        if (failures.length > DESCRIBED) terminal.out(`and ${failures.length - DESCRIBED} more`)
        if (junit !== undefined) {
          const { vectorsJunit } = await import('../kit/junit.ts')
          await writeFile(resolve(terminal.folder, junit), vectorsJunit(result))
        }
        const failed = failures.length === 0 ? 'none' : failures.length
        terminal.out(
          `${runs.length} cases, ${steps} steps on ${target.name}: ${failed} failed${describeUndeclared(undeclared)}${describeLeftOut(leftOut)}`,
        )
        for (const line of tellUnjudged(target.unsupported ?? nothingUnsupported, result))
          terminal.out(`  ${line}`)
        if (failures.length > 0) return 1
        // Of nothing that ran nothing was shown.
        if (calls > 0) return 0
        if (runs.length > 0) terminal.out('nothing was judged but the passing of time: not passed')
        return 1
      },
      (text) => terminal.err.write(text),
    )
  } finally {
    progress.stop()
    await target.stop()
  }
}

/** Runs of the rollup first, then functions. @throws VectorError where no case is asked for */
async function putTo(target: Target, folder: string, options: VectorOptions): Promise<VectorResult> {
  const { requireSome, Tally } = await import('../kit/run.ts')
  const { runFunctions } = await import('../kit/functions/run.ts')
  const result = new Tally(0)
  const part = { ...options, mayBeNone: true }
  result.include(await target.run(folder, part))
  result.include(await runFunctions(folder, () => target.computer(), part))
  requireSome(folder, result)
  return result
}

/** The functions that were left out, with their cases. */
function describeUndeclared(cases: readonly UndeclaredCase[]): string {
  if (cases.length === 0) return ''
  const names = [...new Set(cases.map((one) => one.function))]
  const counts = names.map((name) => `${name} (${cases.filter((one) => one.function === name).length})`)
  return `; not declared, and not run: ${cases.length} cases of ${counts.join(', ')}`
}

/** Cases of deployments that the implementation does not have, with their profiles. */
function describeLeftOut(cases: readonly LeftOutCase[]): string {
  const variants = [...new Set(cases.map(({ variant }) => variant))]
  return variants
    .map((variant) => {
      const own = cases.filter((one) => one.variant === variant)
      const suites = [...new Set(own.map(({ suite }) => suite))]
      return `; ${variant} is declared as unsupported: left out ${own.length} cases of ${suites.join(', ')}`
    })
    .join('')
}

/** Place, event, expected, found; refusals with their clauses, and those of the variables that differ. */
async function describeFailure(failure: VectorFailure): Promise<string> {
  const { case: name, step, event, call, expected, found, paths = [] } = failure
  const clauses = await clausesOfDifference(event, paths)
  const place = step === 0 ? 'after reset' : `${call === undefined ? 'step' : 'call'} ${step}`
  const where = step === undefined ? name : `${name}, ${place}`
  return [
    where,
    ...(event ? [`event: ${eventText(event)}`] : []),
    ...(call ? [`call: ${call}`] : []),
    `expected: ${withClauses(expected)}`,
    `found: ${withClauses(found)}`,
    ...(clauses.length > 0 ? [`by ${clauses.join(', ')}`] : []),
  ].join('\n  ')
}

function filterOf({ profile, case: text, clause }: Options): VectorFilter {
  const id = clause?.toUpperCase()
  // Of a node there are no vectors.
  const clauses = loadClauses().filter((one) => !isOfNode(one.id))
  if (id !== undefined && !clauses.some((one) => one.id === id))
    throw new UsageError(`--clause ${clause}: expected the id of a clause, as ${clauses[0]!.id}`)
  const refusal = id === undefined ? undefined : enforcedBy.get(id)?.refusal
  return {
    ...(profile && { profiles: profile }),
    ...(text !== undefined && { text }),
    ...(refusal !== undefined && { refusal }),
    ...(id !== undefined && { clause: id }),
  }
}

/** @returns milliseconds */
export function readTimeout(text: string): number {
  const seconds = Number(text)
  if (!(seconds > 0 && seconds <= 3600))
    throw new UsageError(`--timeout ${text}: expected a number of seconds, at most 3600`)
  return seconds * 1000
}
