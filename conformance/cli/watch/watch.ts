import { watch as watchFiles } from 'chokidar'
import { ClauseError } from '../../../spec/clause.ts'
import { describeError } from '../../describeError.ts'
import { onBytecode, type RungKey, rungKeys, rungTitles } from '../../evidence.ts'
import type { Reach } from './scope.ts'
import { isWatched, watchedFolders } from './texts.ts'

/** Files that are saved together, by an editor or a checkout, are one save. In milliseconds. */
const QUIET_MS = 150

/** A part of the ladder that is run in one go. */
export interface Part {
  readonly rungs: readonly RungKey[]
  readonly profiles: readonly string[]
}

export interface Watched {
  /** Absolute. */
  readonly root: string
  /** What changed since everything agreed, and what that can make different; `undefined`: nothing. */
  look(): { readonly reach: Reach; readonly profiles: readonly string[] } | undefined
  /** From here on, what was last looked at agrees. */
  agreed(): void
  /** Rungs that may run at all. */
  readonly rungs: readonly RungKey[]
  /** Profiles that there are. */
  readonly profileCount: number
  /** Runs a part. @returns an exit code; any, once aborted */
  run(part: Part, signal: AbortSignal): Promise<number>
  say(text: string): void
}

/** Runs what a change can reach, again at each save, until aborted. */
export async function watch(watched: Watched, signal: AbortSignal): Promise<void> {
  const saves = await Saves.of(watched.root, signal)
  try {
    watched.say(`watching ${watchedFolders.join(', ')}; Ctrl-C ends`)
    while (!signal.aborted) {
      const save = saves.next()
      const found = lookedAt(watched)
      if (found === 'unreadable') {
        await save
        continue
      }
      if (!found) {
        watched.agreed()
        watched.say('nothing to check: waiting for a save')
        await save
        continue
      }
      const parts = partsOf(found.reach, found.profiles, watched.rungs)
      for (const line of tell(found.reach, found.profiles, parts, watched.profileCount)) watched.say(line)
      const verdict = await untilSaved(parts, watched, save, signal)
      if (signal.aborted) return
      if (verdict === 'saved') {
        watched.say('saved: beginning anew')
        continue
      }
      if (verdict === 'agrees') watched.agreed()
      watched.say(verdict === 'agrees' ? 'agrees: waiting for a save' : 'differs: waiting for a save')
      await save
    }
  } finally {
    await saves.close()
  }
}

/** A file in the middle of being written may not be readable: the next save will tell. */
function lookedAt({ look, say }: Watched): ReturnType<Watched['look']> | 'unreadable' {
  try {
    return look()
  } catch (error) {
    if (!(error instanceof ClauseError)) throw error
    say(describeError(error))
    return 'unreadable'
  }
}

/** Graphs first: what differs there differs on bytecode too, and is found sooner. */
function partsOf(reach: Reach, profiles: readonly string[], allowed: readonly RungKey[]): Part[] {
  const rungs = rungKeys.filter((key) => reach.rungs.includes(key) && allowed.includes(key))
  const bytecode = rungs.filter((key) => onBytecode.includes(key))
  const models = rungs.filter((key) => !bytecode.includes(key))
  return [models, bytecode].filter((some) => some.length > 0).map((some) => ({ rungs: some, profiles }))
}

function tell({ says }: Reach, profiles: readonly string[], parts: readonly Part[], count: number): string[] {
  const rungs = parts.flatMap((part) => part.rungs.map((key) => rungTitles[key]))
  const what =
    parts.length === 0
      ? 'no rung that was asked for'
      : `${rungs.join(', ')} in ${profiles.length} of ${count} profiles: ${profiles.join(', ')}`
  return [...says, `→ ${what}`]
}

async function untilSaved(
  parts: readonly Part[],
  { run }: Watched,
  save: Promise<void>,
  signal: AbortSignal,
): Promise<'agrees' | 'differs' | 'saved'> {
  const stopped = new AbortController()
  const running = (async () => {
    for (const part of parts) {
      if (stopped.signal.aborted) break
      if ((await run(part, stopped.signal)) !== 0) return 'differs' as const
    }
    return 'agrees' as const
  })()
  const saved = save.then(() => 'saved' as const)
  const first = await Promise.race([running, saved])
  if (first !== 'saved' && !signal.aborted) return first
  stopped.abort()
  await running
  return 'saved'
}

/** Saves of watched files. */
class Saves {
  #waiting: (() => void) | undefined
  /** A save that nobody waited for. */
  #isMissed = false
  #timer: NodeJS.Timeout | undefined

  private constructor(private readonly watcher: ReturnType<typeof watchFiles>) {}

  /** An abort ends the waiting. */
  static async of(root: string, signal: AbortSignal): Promise<Saves> {
    const watcher = watchFiles([...watchedFolders], {
      cwd: root,
      ignoreInitial: true,
      ignored: (path, stats) =>
        path.includes('node_modules') || (stats?.isFile() === true && !isWatched(path)),
    })
    const saves = new Saves(watcher)
    signal.addEventListener('abort', () => saves.#saved(), { once: true })
    watcher.on('all', () => {
      clearTimeout(saves.#timer)
      saves.#timer = setTimeout(() => saves.#saved(), QUIET_MS)
    })
    await new Promise<void>((resolve, reject) => {
      watcher.once('ready', resolve)
      watcher.once('error', reject)
    })
    return saves
  }

  /** Resolves at the next save since the last call. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      if (!this.#isMissed) {
        this.#waiting = resolve
        return
      }
      this.#isMissed = false
      resolve()
    })
  }

  #saved(): void {
    const waiting = this.#waiting
    this.#waiting = undefined
    if (waiting) waiting()
    else this.#isMissed = true
  }

  close(): Promise<void> {
    clearTimeout(this.#timer)
    return this.watcher.close()
  }
}
