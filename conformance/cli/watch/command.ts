import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { l1Rollup } from '../../../model/l1-rollup/actor.ts'
import { eventTypes } from '../../../model/l1-rollup/vocabulary.ts'
import type { Preset } from '../../../spec/parameters.ts'
import { readIndex, treeRoot } from '../../clauses/clauseIndex.ts'
import { type RungKey, rungKeys } from '../../evidence.ts'
import type { Terminal } from '../usage.ts'
import { profilesWith } from './profiles.ts'
import { reachOf } from './scope.ts'
import { changesBetween, committedTexts, readTexts } from './texts.ts'
import { type Part, watch } from './watch.ts'

const lockstep = fileURLToPath(new URL('../lockstep.mjs', import.meta.url))
/** How long a run that is not wanted any more may take to end, in milliseconds. */
const GRACE_MS = 6_000

export interface WatchRequest {
  /** What is left of a preset by the profiles that were asked for. */
  readonly preset: Preset
  readonly rungs: readonly RungKey[]
  /** Arguments of `lockstep check` besides rungs and profiles. */
  readonly arguments: readonly string[]
}

/**
 * `lockstep check --watch`: begins with what differs from the last commit. Every run is a process of its own, because
 * modules that were loaded stay as they were.
 */
export async function watchChecks(
  { preset, rungs, arguments: others }: WatchRequest,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  let looked = readTexts(treeRoot)
  let agreed = await committedTexts(treeRoot, looked)
  const watched = {
    root: treeRoot,
    rungs,
    profileCount: preset.profiles.length,
    look() {
      looked = readTexts(treeRoot)
      const surroundings = { actor: l1Rollup.name, events: eventTypes, texts: looked, index: readIndex() }
      const reach = reachOf(changesBetween(agreed, looked), surroundings)
      return reach && { reach, profiles: profilesWith(preset, reach.events).map(({ name }) => name) }
    },
    agreed: () => {
      agreed = looked
    },
    run: ({ rungs: some, profiles }: Part, stop: AbortSignal) =>
      inProcess(
        [
          'check',
          '--rung',
          ...some.map((key) => String(rungKeys.indexOf(key) + 1)),
          '--profile',
          ...profiles,
          ...others,
        ],
        stop,
      ),
    say: (text: string) => terminal.out(text),
  }
  await watch(watched, signal)
}

/** @returns the exit code, 1 where a signal ended it */
function inProcess(args: readonly string[], stop: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [lockstep, ...args], { stdio: ['ignore', 'inherit', 'inherit'] })
    const end = (): void => {
      child.kill('SIGHUP')
      const kill = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
      child.once('exit', () => clearTimeout(kill))
    }
    stop.addEventListener('abort', end, { once: true })
    child.once('error', reject)
    child.once('exit', (code) => {
      stop.removeEventListener('abort', end)
      resolve(code ?? 1)
    })
  })
}
