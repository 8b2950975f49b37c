import { access } from 'node:fs/promises'
import type { RungKey, RunRung } from './rung.ts'

/** A file that runs one rung, or several that share work. */
export interface RungUnit {
  readonly publishes: readonly RungKey[]
  /** Units of one stage run at the same time, stages one after the other. Mind that two cores are enough for two. */
  readonly stage: number
  load(): Promise<RunRung>
}

/** Rungs 1 and 2 share the runs of TLC over the presets; the EVM rungs follow. */
export const rungUnits: readonly RungUnit[] = [
  { publishes: ['modelChecking', 'graphParity'], stage: 1, load: () => load('modelChecking.ts') },
  { publishes: ['oneStep'], stage: 2, load: () => load('oneStep.ts') },
  { publishes: ['replay'], stage: 3, load: () => load('replay.ts') },
]

async function load(file: string): Promise<RunRung> {
  const url = new URL(`./${file}`, import.meta.url)
  try {
    await access(url)
  } catch {
    throw new Error(`conformance/rungs/${file} does not exist`)
  }
  const module: { run?: unknown } = await import(url.href)
  if (typeof module.run !== 'function') throw new Error(`conformance/rungs/${file} exports no function run`)
  return module.run as RunRung
}
