import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { ClauseError } from '../../spec/clause.ts'
import { PresetError } from '../../spec/parameters.ts'
import { ItfError } from '../../tla/tlc/itf.ts'
import { ExplainError } from '../clauses/explain.ts'
import { describeError } from '../describeError.ts'
import { VectorError } from '../kit/vectorError.ts'
import { checkCommand } from './check.ts'
import { deriveCommand } from './derive.ts'
import { explainCommand } from './explain.ts'
import { formsCommand } from './forms.ts'
import { fuzzCommand } from './fuzz.ts'
import { newCheckCommand } from './new-check/command.ts'
import { replayCommand } from './replay.ts'
import { runVectorsCommand } from './run-vectors.ts'
import { schedulesCommand } from './schedules.ts'
import { processTerminal, type Terminal, UsageError } from './usage.ts'
import { vectorsCommand } from './vectors.ts'

const faultsOfInput = [UsageError, PresetError, ExplainError, ItfError, VectorError]

/**
 * Runs one command.
 * @returns the exit code: 0 all is well, 1 evidence failed, 2 bad arguments or input, 130 interrupted
 */
export async function main(args: readonly string[], terminal: Terminal = processTerminal): Promise<number> {
  let exitCode = 0
  const program = new Command('lockstep')
    .description('clauses, TLA+, statechart, code and bytecode, kept in lockstep')
    .version(readVersion())
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text.trimEnd()), writeErr: () => {} })
    .showHelpAfterError(false)
  const commands = [
    checkCommand,
    explainCommand,
    replayCommand,
    deriveCommand,
    formsCommand,
    vectorsCommand,
    runVectorsCommand,
    fuzzCommand,
    schedulesCommand,
    newCheckCommand,
  ]
  for (const define of commands) {
    const command = define(terminal, (code) => {
      exitCode = code
    })
    program.addCommand(command.exitOverride().configureOutput(program.configureOutput()))
  }
  try {
    if (args.length === 0) throw new UsageError(`expected a command: ${namesOf(program).join(', ')}`)
    await program.parseAsync([...args], { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    terminal.err.write(`lockstep: ${inOneLine(error, program, args)}\n`)
    const isInput = error instanceof CommanderError || faultsOfInput.some((kind) => error instanceof kind)
    return isInput ? 2 : 1
  }
}

function inOneLine(error: unknown, program: Command, args: readonly string[]): string {
  if (error instanceof ClauseError) return describeError(error)
  if (!(error instanceof CommanderError)) return describeError(error)
  const text = error.message
    .replace(/^error: /, '')
    .split(/\s*\n\s*/)
    .join(' ')
  const command = program.commands.find((candidate) => candidate.name() === args[0])
  if (error.code === 'commander.unknownCommand')
    return `${text}; expected one of ${namesOf(program).join(', ')}`
  const options = command?.options.map(({ flags }) => flags).join(', ')
  if (error.code === 'commander.unknownOption' && options) return `${text}; expected one of ${options}`
  return command === undefined ? text : `${text}; expected: lockstep ${command.name()} ${command.usage()}`
}

const namesOf = (program: Command): string[] => program.commands.map((command) => command.name())

function readVersion(): string {
  const file = new URL('../../package.json', import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
