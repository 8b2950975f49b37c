import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { Command } from 'commander'
import { initialState } from '../../model/l1-rollup/initial.ts'
import { eventText } from '../../model/l1-rollup/texts.ts'
import { loadPreset, type Profile } from '../../spec/parameters.ts'
import { printItf } from '../../tla/tlc/itf.ts'
import { withClauses } from '../clauses/refusalNames.ts'
import type { FuzzResult, FuzzStep } from '../kit/fuzz.ts'
import { readSeed } from './check.ts'
import { clausesOfDifference } from './clausesOfDifference.ts'
import { untilInterrupted } from './interrupt.ts'
import { chosenProfiles } from './profiles.ts'
import { TerminalProgress } from './progress.ts'
import { readTimeout } from './run-vectors.ts'
import { startForeign } from './targets.ts'
import { tellUndrawn } from './unjudged.ts'
import { type Terminal, UsageError } from './usage.ts'

interface Options {
  on?: string
  seed: string
  runs: string
  profile?: string[]
  timeout: string
  out: string
}

/** `lockstep fuzz`. */
export function fuzzCommand(terminal: Terminal, exit: (code: number) => void): Command {
  return new Command('fuzz')
    .description(
      'random runs on the statechart and on an implementation, the smallest one that differs shown',
    )
    .usage('--on "COMMAND"|adapter:PATH [--profile NAME…] [--runs N] [--seed N] [--timeout S] [--out DIR]')
    .option(
      '--on <command>',
      'a command that speaks the protocol of conformance/kit/README.md, or adapter: and a module for contracts of yours',
    )
    .option('--profile <name...>', 'only these profiles of preset tiny')
    .option('--runs <n>', 'how many runs of each profile', '200')
    .option('--seed <n>', 'of everything random', '1')
    .option('--timeout <seconds>', 'how long the command may take for an answer', '10')
    .option('--out <folder>', 'of the traces of runs that differ', join('report', 'fuzz'))
    .action(async (options: Options) => exit(await run(options, terminal)))
}

async function run(options: Options, terminal: Terminal): Promise<number> {
  if (options.on === undefined) throw new UsageError('fuzz: expected --on "COMMAND" or --on adapter:PATH')
  const profiles = chosenProfiles(loadPreset('tiny'), options.profile)
  const [seed, runs, timeoutMs] = [
    readSeed(options.seed),
    readRuns(options.runs),
    readTimeout(options.timeout),
  ]
  const { foreign, hello, name } = await startForeign(options.on, { folder: terminal.folder, timeoutMs })
  const { unsupported } = hello
  const { fuzz } = await import('../kit/fuzz.ts')
  const { variantLeftOut } = await import('../kit/foreign/unsupported.ts')
  const leftOut = new Map(
    profiles.flatMap(({ name, parameters }) => {
      const variant = variantLeftOut(parameters, unsupported)
      return variant ? [[name, variant] as const] : []
    }),
  )
  const played = profiles.filter(({ name }) => !leftOut.has(name))
  const { ForeignDriver } = await import('../kit/foreign/driver.ts')
  const { deployedOf } = await import('../kit/foreign/protocol.ts')
  const progress = new TerminalProgress(terminal.err)
  const results: FuzzResult[] = []
  try {
    return await untilInterrupted(
      async (signal) => {
        for (const profile of played) {
          const as = {
            deployed: deployedOf(profile),
            pre: initialState(profile),
            profile,
          }
          const result = await fuzz(profile, new ForeignDriver(foreign, as), {
            seed,
            runs,
            unsupported,
            signal,
            progress: (made, steps) =>
              progress.update('Fuzz', `${profile.name}, ${made} runs, ${steps} steps`),
          })
          progress.stop()
          results.push(result)
          if (result.difference) await tell(result, profile, options, terminal)
        }
        const total = (of: (result: FuzzResult) => number) => results.reduce((sum, it) => sum + of(it), 0)
        const differing = results.filter(({ difference }) => difference).length
        terminal.out(
          `${results.length} profiles, ${total((it) => it.runs)} runs, ${total((it) => it.steps)} steps on ${name}, seed ${seed}: ${differing === 0 ? 'none' : differing} of the profiles differ`,
        )
        for (const line of tellUndrawn(unsupported, leftOut)) terminal.out(`  ${line}`)
        if (differing === 0 && total((it) => it.calls) > 0) return 0
        if (differing === 0) terminal.out('nothing was judged but the passing of time: not passed')
        return 1
      },
      (text) => terminal.err.write(text),
    )
  } finally {
    progress.stop()
    foreign.stop()
  }
}

async function tell(
  { difference, failure, runs }: FuzzResult,
  profile: Profile,
  { seed, out }: Options,
  terminal: Terminal,
): Promise<void> {
  terminal.out(`profile ${profile.name}, seed ${seed}: differs, found and shrunk in ${runs} runs`)
  const last = failure?.at(-1)
  if (!failure || !last || !isDifferent(last)) {
    const { expected, found } = difference!
    terminal.out(`  expected: ${withClauses(expected)}\n  found: ${withClauses(found)}`)
    if (difference!.block >= 0)
      terminal.out('  the same run once more showed nothing: the answers are not always the same')
    return
  }
  for (const [index, step] of failure.entries()) terminal.out(await describeStep(step, index + 1))
  const { itfOfRun } = await import('../runs/itf-of-run.ts')
  const file = join(resolve(terminal.folder, out), `${profile.name}-${seed}.itf.json`)
  await mkdir(resolve(terminal.folder, out), { recursive: true })
  await writeFile(file, printItf(itfOfRun(profile.name, initialState(profile), failure)))
  terminal.out(`  lockstep replay ${relative(terminal.folder, file)}\n`)
}

const isDifferent = ({ expected, found, states }: FuzzStep): boolean =>
  states !== undefined || expected !== found

async function describeStep(step: FuzzStep, number: number): Promise<string> {
  const { event, expected, found, states, paths = [] } = step
  const head = `  ${number}. ${eventText(event)}`
  if (!isDifferent(step)) return `${head}: ${withClauses(expected)}`
  const clauses = await clausesOfDifference(event, paths)
  return [
    head,
    ...(expected === found ? [`${expected} by both`] : [`expected: ${expected}`, `found: ${found}`]),
    ...(states ? [`expected afterwards: ${states[0]}`, `found afterwards: ${states[1]}`] : []),
    ...(clauses.length > 0 ? [`by ${clauses.join(', ')}`] : []),
  ]
    .map(withClauses)
    .join('\n     ')
}

function readRuns(text: string): number {
  const runs = Number(text)
  if (!/^\d+$/.test(text) || runs < 1 || runs > 1_000_000)
    throw new UsageError(`--runs ${text}: expected a whole number from 1 to 1000000`)
  return runs
}
