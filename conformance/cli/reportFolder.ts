import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { UsageError } from './usage.ts'

/** Where a run writes while another report that is complete stands in its folder. */
const INCOMPLETE = 'incomplete'

/**
 * The folder of a report. A complete report is worth more than that of a partial or a failed run: it stays until another
 * complete one takes its place, and whatever else is in the folder is left alone.
 */
export class ReportFolder {
  /** Where the run writes, absolute; made, and empty of an earlier run that did not take its place. */
  readonly path: string
  /** Where its report belongs, absolute. */
  readonly out: string

  /**
   * @param out absolute
   * @param shown for errors, as it was given
   * @throws UsageError before anything ran, for a folder in which nothing can be written
   */
  constructor(out: string, shown: string) {
    this.out = out
    const isKept = isComplete(out)
    this.path = isKept ? join(out, INCOMPLETE) : out
    try {
      if (isKept) rmSync(this.path, { recursive: true, force: true })
      mkdirSync(this.path, { recursive: true })
      accessSync(this.path, constants.W_OK)
    } catch (cause) {
      const { code, path = out } = cause as NodeJS.ErrnoException
      throw new UsageError(`--out ${shown}: expected a folder that can be written (${code} at ${path})`)
    }
  }

  /** Whether a complete report stands where this run could not write. */
  get isBeside(): boolean {
    return this.path !== this.out
  }

  /** Puts a complete report in the place of the one before. */
  take(): void {
    if (!this.isBeside) return
    for (const name of readdirSync(this.path)) {
      const target = join(this.out, name)
      rmSync(target, { recursive: true, force: true })
      renameSync(join(this.path, name), target)
    }
    rmSync(this.path, { recursive: true })
  }
}

function isComplete(folder: string): boolean {
  const file = join(folder, 'summary.json')
  if (!existsSync(file)) return false
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { complete?: unknown } | null)?.complete === true
  } catch {
    return false
  }
}
