import type { RefusalName } from '../../model/l1-rollup/refusals.ts'
import type { Preset } from '../../spec/parameters.ts'
import type { ProfileEvidence, RungFailure, RungKey, Story, Summary } from '../evidence.ts'
import type { ExploredGraphs } from './graphs.ts'
import type { DecidedByRefusal } from './one-step/pairs.ts'
import type { SideCounts } from './one-step/sides.ts'

/** What a rung is run with. */
export interface RungContext {
  /** Only the profiles that were asked for, with constants applied. */
  readonly preset: Preset
  readonly presetName: string
  /** The preset holds all of its profiles. */
  readonly allProfiles: boolean
  /** Only these actors; all if absent. */
  readonly actors?: readonly string[]
  /** Constants that were overridden, by name, as given. */
  readonly constants: Readonly<Record<string, string>>
  /** Absolute path of an existing folder for files that the report links, for example traces. */
  readonly out: string
  readonly seed: number
  /** The rungs that were asked for: a run that serves several publishes these only. */
  readonly requested: ReadonlySet<RungKey>
  /** What is being done now, in one line without the name of the rung; may be called often. */
  progress(text: string): void
  /** So much more of the work is done, in the seconds of work.ts. */
  did(work: number): void
  /** What is known already to be wrong, in one line without the name of the rung; each once. */
  found(text: string): void
  /** States that the graph of a profile has at most: those recorded, where they must be the same. */
  stateLimit(profile: string): number
  /** What rungs of this check have explored: none explores a profile again. */
  readonly graphs: ExploredGraphs
  /** Aborted by Ctrl-C: the rung ends its child processes and rejects. */
  readonly signal: AbortSignal
}

/** What one rung established. */
export type RungOutcome = {
  [Key in RungKey]: {
    readonly key: Key
    /** The rung's part of `report/summary.json`. */
    readonly summary: NonNullable<Summary['rungs'][Key]>
    readonly profiles: readonly ProfileEvidence[]
    readonly stories: readonly Story[]
    /** Times that bytecode accepted an event that the check behind this refusal guards. */
    readonly passed: ReadonlyMap<RefusalName, number>
    /** Times that bytecode refused an event with this refusal. */
    readonly refused: ReadonlyMap<RefusalName, number>
    /** What shows that a check decides by itself. */
    readonly decided?: DecidedByRefusal
    /** Times that bytecode showed a side of a clause that has no check of its own. */
    readonly sides?: SideCounts
    /** What differs or did not run. */
    readonly failures: readonly RungFailure[]
  }
}[RungKey]

/** What a file of this folder exports as `run`. Throws for what kept it from running. */
export type RunRung = (context: RungContext) => Promise<RungOutcome | readonly RungOutcome[]>
