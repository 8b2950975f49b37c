import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import type { Piece, ScheduleTask } from '../system/schedules.ts'
import { readSeed } from './check.ts'
import { untilInterrupted } from './interrupt.ts'
import { TerminalProgress } from './progress.ts'
import { type Terminal, UsageError } from './usage.ts'

interface Options {
  readonly runs: string
  readonly seed: string
  readonly setup?: string[]
  readonly out: string
  readonly replay?: string
}

/** Processes that play, of which each keeps a core busy. */
const processes = 2

/** `lockstep schedules`. */
export function schedulesCommand(terminal: Terminal, exit: (code: number) => void): Command {
  return new Command('schedules')
    .description(
      'seeded runs of whole nodes and L1, with loss, repeats, crashes, reorganisations and lies; goes on where it was interrupted',
    )
    .usage('[--runs N] [--seed N] [--setup NAME…] [--out DIR] | --replay FILE')
    .option('--runs <n>', 'how many schedules, of all setups', '5000')
    .option('--seed <n>', 'of everything random', '1')
    .option('--setup <name...>', 'only these setups')
    .option(
      '--out <folder>',
      'of what was played, and of runs that violate a predicate',
      join('report', 'schedules'),
    )
    .option('--replay <file>', 'plays a written run again')
    .action(async (options: Options) =>
      exit(
        options.replay === undefined ? await run(options, terminal) : await again(options.replay, terminal),
      ),
    )
}

async function run(options: Options, terminal: Terminal): Promise<number> {
  const seed = readSeed(options.seed)
  const runs = Number(options.runs)
  if (!/^\d+$/.test(options.runs) || runs < 1 || runs > 1e8)
    throw new UsageError(`--runs ${options.runs}: expected a whole number from 1 to 100000000`)
  const [{ piecesOf }, { scheduled }, { hashOf }, { inSideProcesses }] = await Promise.all([
    import('../system/schedules.ts'),
    import('../../impl/system/scheduled.ts'),
    import('../mutate/sources.ts'),
    import('../rungs/sideProcess.ts'),
  ])
  const names = Object.keys(scheduled)
  const unknown = options.setup?.find((name) => !names.includes(name))
  if (unknown !== undefined) throw new UsageError(`--setup ${unknown}: expected some of ${names.join(', ')}`)
  const sources = hashOf([
    'impl/system',
    'impl/node/generated',
    'model',
    'spec/presets',
    'conformance/system',
  ])
  const kept = new Kept(resolve(terminal.folder, options.out), sources)
  const pieces = piecesOf(
    runs,
    seed,
    names.filter((name) => options.setup?.includes(name) ?? true),
  )
  const done = pieces.flatMap((task) => kept.find(task) ?? [])
  const left = pieces.filter((task) => !kept.find(task))
  const played = (some: readonly Piece[]) => some.reduce((sum, { answer }) => sum + answer.schedules, 0)
  if (done.length > 0) terminal.err.write(`${played(done)} of ${runs} schedules were played before\n`)
  const progress = new TerminalProgress(terminal.err)
  let made = played(done)
  const began = performance.now()
  return untilInterrupted(
    async (signal) => {
      try {
        const answers = await inSideProcesses<ScheduleTask, Piece, Piece>(
          new URL('../system/scheduleTask.ts', import.meta.url),
          left,
          {
            processes,
            signal,
            progress: () => {},
            did: () => progress.update('Schedules', `${++made} of ${runs}`),
            found: (piece) => kept.add(piece),
          },
        )
        progress.stop()
        return tell([...done, ...answers], answers, (performance.now() - began) / 1000, options, terminal)
      } finally {
        progress.stop()
      }
    },
    (text) => terminal.err.write(text),
  )
}

async function tell(
  pieces: readonly Piece[],
  fresh: readonly Piece[],
  seconds: number,
  { out }: Options,
  terminal: Terminal,
): Promise<number> {
  const { printRun } = await import('../system/runFile.ts')
  const sum = (some: readonly Piece[], of: (answer: Piece['answer']) => number) =>
    some.reduce((total, { answer }) => total + of(answer), 0)
  for (const setup of new Set(pieces.map(({ task }) => task.setup))) {
    const own = pieces.filter(({ task }) => task.setup === setup)
    const happened = Object.keys(own[0]!.answer.happened) as (keyof Piece['answer']['happened'])[]
    const counts = happened.flatMap((what) => {
      const times = sum(own, (answer) => answer.happened[what])
      return times === 0 ? [] : [`${what} ${times}`]
    })
    terminal.out(
      `${setup}: ${sum(own, ({ schedules }) => schedules)} schedules, ${sum(own, ({ steps }) => steps)} steps; ${counts.join(', ')}`,
    )
  }
  const violating = pieces.flatMap(({ task, answer }) =>
    answer.violated ? [{ task, ...answer.violated }] : [],
  )
  for (const { task, seed, predicate, choices } of violating) {
    const file = join(out, `${task.setup}-${seed}.json`)
    const of = `schedule with seed ${seed}`
    writeFileSync(resolve(terminal.folder, file), printRun({ setup: task.setup, predicate, of, choices }))
    terminal.out(`✗ ${task.setup}, seed ${seed}: violates ${predicate} in ${choices.length} choices`)
    terminal.out(`  lockstep schedules --replay ${file}`)
  }
  const steps = sum(fresh, (answer) => answer.steps)
  const pace = steps === 0 ? '' : `, ${Math.round(steps / seconds)} steps a second`
  terminal.out(
    `${sum(pieces, ({ schedules }) => schedules)} schedules, ${sum(pieces, (answer) => answer.choices)} choices, ${sum(pieces, (answer) => answer.steps)} steps${pace}: ${violating.length === 0 ? 'no predicate is violated' : `${violating.length} violate a predicate`}`,
  )
  return violating.length === 0 ? 0 : 1
}

async function again(file: string, terminal: Terminal): Promise<number> {
  const [{ readRun, RunFileError }, { replay }, { scheduled }, { systemOf }, { violationText }] =
    await Promise.all([
      import('../system/runFile.ts'),
      import('../../impl/system/run.ts'),
      import('../../impl/system/scheduled.ts'),
      import('../../impl/system/system.ts'),
      import('../../impl/system/predicates.ts'),
    ])
  const read = () => {
    try {
      return readRun(resolve(terminal.folder, file))
    } catch (error) {
      if (error instanceof RunFileError) throw new UsageError(error.message)
      throw error
    }
  }
  const { setup, predicate, choices } = read()
  const { violations } = replay(systemOf(scheduled[setup]!.setup), choices, {
    onChoice: (choice, made) => {
      terminal.out(JSON.stringify(choice))
      for (const { actor, event, refusal } of made)
        terminal.out(`  ${actor}: ${event}${refusal === undefined ? '' : `, refused with ${refusal}`}`)
    },
  })
  for (const violation of violations) terminal.out(`✗ ${violationText(violation)}`)
  if (violations.length === 0) terminal.out(`no predicate is violated, ${predicate} neither`)
  return violations.length === 0 ? 0 : 1
}

/** Pieces that were played, each on a line of a file, for the same sources. */
class Kept {
  readonly #file: string
  readonly #pieces = new Map<string, Piece>()

  constructor(folder: string, sources: string) {
    mkdirSync(folder, { recursive: true })
    this.#file = join(folder, 'schedules.jsonl')
    const [head, ...lines] = existsSync(this.#file) ? readFileSync(this.#file, 'utf8').split('\n') : []
    if (head === JSON.stringify({ sources })) for (const line of lines) this.#take(line)
    // Written anew: a line that was not finished is gone, and so is what other sources gave.
    const kept = [{ sources }, ...this.#pieces.values()].map((one) => `${JSON.stringify(one)}\n`)
    writeFileSync(this.#file, kept.join(''))
  }

  find(task: ScheduleTask): Piece | undefined {
    return this.#pieces.get(JSON.stringify(task))
  }

  add(piece: Piece): void {
    appendFileSync(this.#file, `${JSON.stringify(piece)}\n`)
  }

  /** The last line of a run that was killed may be a part of one: it is played again. */
  #take(line: string): void {
    try {
      const piece = JSON.parse(line) as Piece
      this.#pieces.set(JSON.stringify(piece.task), piece)
    } catch {}
  }
}
