import type { RungKey } from '../evidence.ts'
import type { RunRung } from './rung.ts'

/** A file that runs one rung, or several that share work. */
export interface RungUnit {
  readonly publishes: readonly RungKey[]
  /** Units of one stage run at the same time, stages one after the other. Mind that two cores are enough for two. */
  readonly stage: number
  /** Loads the file only when it is to run. */
  load(): Promise<RunRung>
}

/** Rungs 1 and 2 share the runs of TLC over the profiles; the rungs on the EVM follow. */
export const rungUnits: readonly RungUnit[] = [
  {
    publishes: ['modelChecking', 'graphParity'],
    stage: 1,
    load: async () => (await import('./model-checking/rung.ts')).run,
  },
  { publishes: ['oneStep'], stage: 2, load: async () => (await import('./one-step/rung.ts')).run },
  { publishes: ['replay'], stage: 3, load: async () => (await import('./replay/rung.ts')).run },
]
