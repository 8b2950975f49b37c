import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Exit } from '../../tla/tlc/result.ts'
import type { DeepStep } from './steps.ts'

export interface DeepRun {
  readonly steps: readonly DeepStep[]
  /** What passed, a line each; kept between runs. */
  readonly file: string
  /** Hash of what decides what a step does: with others it counts as not run. */
  readonly sourcesOf: (step: DeepStep) => string
  /** A signal is that of whoever interrupted it. */
  readonly start: (step: DeepStep) => Promise<Exit>
  readonly write: (line: string) => void
  /** In milliseconds. */
  readonly now?: () => number
}

interface Passed {
  readonly step: string
  readonly sources: string
  readonly seconds: number
}

/** What passed on the present sources, by the names of the steps. */
export function passedIn({
  file,
  steps,
  sourcesOf,
}: Pick<DeepRun, 'file' | 'steps' | 'sourcesOf'>): Map<string, Passed> {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
  const kept = new Map(
    lines.map((line) => JSON.parse(line) as Passed).map((it) => [`${it.step} ${it.sources}`, it]),
  )
  return new Map(
    steps.flatMap((step) => {
      const found = kept.get(`${step.name} ${sourcesOf(step)}`)
      return found ? [[step.name, found] as const] : []
    }),
  )
}

const INTERRUPTED: readonly number[] = [130, 143]

/**
 * Runs every step that did not pass on these sources before, one after the other; one that fails does not keep the others.
 * @returns 0 if all passed, now or before; 1 if one failed; 130 if somebody interrupted it
 */
export async function runDeep(run: DeepRun): Promise<number> {
  const { steps, file, sourcesOf, start, write, now = () => performance.now() } = run
  const passed = passedIn(run)
  const failed: string[] = []
  mkdirSync(path.dirname(file), { recursive: true })
  for (const [index, step] of steps.entries()) {
    const place = `${index + 1} of ${steps.length}`
    const before = passed.get(step.name)
    if (before) {
      write(`${place}, ${step.name}: passed before, in ${before.seconds} s`)
      continue
    }
    write(`${place}, ${step.name}: starts`)
    const began = now()
    const { code, signal } = await start(step)
    const seconds = Math.round((now() - began) / 1000)
    if (signal !== null || (code !== null && INTERRUPTED.includes(code))) {
      write(`interrupted after ${seconds} s of ${step.name}; the same command goes on from there`)
      return 130
    }
    if (code === 0)
      appendFileSync(file, `${JSON.stringify({ step: step.name, sources: sourcesOf(step), seconds })}\n`)
    else failed.push(step.name)
    write(`${place}, ${step.name}: ${code === 0 ? 'passed' : `failed with ${code}`}, ${seconds} s`)
  }
  write(`${steps.length - failed.length} of ${steps.length} steps passed, ${passed.size} of them before`)
  for (const name of failed) write(`failed: ${name}`)
  return failed.length === 0 ? 0 : 1
}
