import { z } from 'zod'

/**
 * What a run of `lockstep check` established. Every rung returns its part; `summarise` makes `report/summary.json` of it
 * and the report shows it. A rung that was not requested is absent; a rung that was requested and did not come to its end
 * has failures.
 */
/** The rungs of the ladder in their order. */
export const rungKeys = ['modelChecking', 'graphParity', 'oneStep', 'replay'] as const
export type RungKey = (typeof rungKeys)[number]
/** The rungs that execute bytecode. */
export const onBytecode: readonly RungKey[] = ['oneStep', 'replay']

/** What the command line and the report call them. */
export const rungTitles = {
  modelChecking: 'Model checking',
  graphParity: 'Graph parity',
  oneStep: 'One-step conformance',
  replay: 'Replay on real blocks',
} as const satisfies Record<RungKey, string>

/** What differs, failed or did not run. */
export const failureSchema = z.strictObject({
  /** Absent: of the check as a whole. */
  rung: z.enum(rungKeys).optional(),
  /** The profile in which it shows. */
  profile: z.string().optional(),
  /** Ids of the clauses on which the forms do not agree, as far as that is known. */
  clauses: z.array(z.string()),
  /** Where to look, `file:line`, most useful first; absent: where the clauses are enforced. */
  places: z.array(z.string().regex(/^[^:]+:\d+$/)).optional(),
  /** For people; may have several lines. */
  text: z.string(),
  /** Of a failure about how much was covered: every number that is not what it must be. */
  numbers: z
    .array(
      z.strictObject({
        rung: z.enum(rungKeys),
        profile: z.string(),
        name: z.string(),
        /** Absent: there is none. */
        found: z.number().optional(),
        expected: z.number().optional(),
        /** The rung that has the number that is expected; absent: the record. */
        as: z.enum(rungKeys).optional(),
      }),
    )
    .optional(),
})
export type Failure = z.infer<typeof failureSchema>

/** A failure of a rung, which adds which one it is. */
export type RungFailure = Omit<Failure, 'rung'>

/** A failure in one text. */
export function failureText({ rung, profile, text }: Failure): string {
  return [rung && rungTitles[rung], profile && `profile ${profile}`, text].filter(Boolean).join(': ')
}

/** A line with its clauses and places at its end: `… (CLAIM-1: tla/… against model/…)`. */
export function headline(
  text: string,
  { clauses, places = [] }: Pick<Failure, 'clauses' | 'places'>,
): string {
  const about = [clauses.join(', '), places.join(' against ')].filter(Boolean).join(': ')
  return about === '' ? text : `${text} (${about})`
}

const count = z.number().int().nonnegative()

export const modelResultSchema = z.strictObject({
  name: z.string(),
  kind: z.enum(['safety', 'liveness', 'bug', 'reach']),
  expected: z.string(),
  result: z.string(),
  distinctStates: count,
  seconds: z.number(),
  /** Of a Bug, Reach or liveness model: the profile whose constants it has. */
  profile: z.string().optional(),
  /** Of a profile: its constants as `Name = value`, in TLA+. */
  constants: z.array(z.string()).optional(),
  /** What people say that it shows; may be empty. */
  words: z.string().optional(),
  /** Of a liveness model: what is taken for granted, as its files say it. */
  assumes: z.array(z.string()).optional(),
  /** Events of the counterexample, and the name of the last one. */
  steps: count.optional(),
  lastEvent: z.string().optional(),
  /** Of a Bug model: the properties that its first wrong steps violate. */
  violated: z.array(z.string()).optional(),
  /** Of a Bug model: `P 2` for every conjunct without which P would miss a violation. */
  decisive: z.array(z.string()).optional(),
  /** TLC could not read back a file of its own and ran once more; what it said. */
  runAgainBecause: z.string().optional(),
})
export type ModelResult = z.infer<typeof modelResultSchema>

/** What a property consists of. */
export const propertySchema = z.strictObject({
  name: z.string(),
  kind: z.enum(['invariant', 'step']),
  /** Conjuncts of the lists in its definition, numbered from 1 in the order of the text. */
  conjuncts: count,
})
export type PropertyEvidence = z.infer<typeof propertySchema>

/** What shows that a check decides by itself. */
export const decidedSchema = z.strictObject({
  /** Events that this check alone refused, in states in which another event of their type was accepted. */
  pairs: count,
  /** The fields in which the two differ, where they are fewest; empty without pairs. */
  fields: z.array(z.string()).readonly(),
  /** Events that this check alone refused. */
  alone: count,
  /** Some event was accepted in one state, and refused by this check alone in another. */
  acrossStates: z.boolean(),
})
export type Decided = Readonly<z.infer<typeof decidedSchema>>

/** Mutants that are planted in what a clause says, as last committed. */
export const mutantsSchema = z.strictObject({
  made: count,
  caught: count,
  /** Those that change nothing, with a reason each; not among the caught ones. */
  equivalent: count,
  /** Of roles of a node whose mutants were not all run. */
  notRun: count.default(0),
  /** Of a clause of roles of a node: what was caught of what was made in each form. */
  forms: z
    .partialRecord(z.enum(['tla', 'statechart']), z.strictObject({ made: count, caught: count }))
    .optional(),
  /** The sources have changed since. */
  olderSources: z.boolean(),
})
export type Mutants = z.infer<typeof mutantsSchema>

const places = z.array(z.string())

/** What a clause rests on. Places are `file:line`. */
export const clauseEvidenceSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  status: z.enum(['normative', 'derived', 'open']),
  word: z.string(),
  place: z.string(),
  /** Of a clause that a check enforces: the guard of the statechart, and what it refuses with. */
  check: z.string().optional(),
  refusal: z.string().optional(),
  tla: places,
  statechart: places,
  generated: places,
  contract: places,
  tests: places,
  /** Properties that cite it, or that a Bug model which cites it violates. */
  properties: z.array(z.string()),
  /** Bug and Reach models that cite it. */
  models: z.array(
    z.strictObject({
      /** As a run names it, for example `bug/LateClaim`. */
      name: z.string(),
      place: z.string(),
      /** Of a Bug model: the property that it is written against. */
      violates: z.string().optional(),
    }),
  ),
  /** Its Boundary line as calls, in the words of the clause; without a refusal, accepted. */
  boundaries: z.array(z.strictObject({ says: z.string(), refusal: z.string().optional() })),
  /** The test that executes its Boundary line, or a part of it, where that is no call of a profile, and why. */
  boundaryTest: z.strictObject({ file: z.string(), why: z.string() }).optional(),
  mutants: mutantsSchema.optional(),
  /**
   * What the counts are of: the clause's own check; the checks of other clauses, at this clause's boundary; its effect
   * alone, because it refuses nothing; nothing.
   */
  basis: z.enum(['check', 'boundary', 'effect', 'none']),
  /**
   * The run that the counts are of: when it began, and its rungs that came to their end and count for this clause. Absent:
   * none did, and the counts say nothing.
   */
  lastRun: z.strictObject({ date: z.iso.datetime(), rungs: z.array(z.enum(rungKeys)).min(1) }).optional(),
  /** Times that bytecode accepted and refused an event because of this clause, in that run. */
  passed: count,
  refused: count,
  /** Of a clause with a check, what shows in this run that it decides by itself. */
  decided: decidedSchema.optional(),
})
export type ClauseEvidence = z.infer<typeof clauseEvidenceSchema>

/** `report/summary.json`; other programs read it. */
export const summarySchema = z.strictObject({
  preset: z.string(),
  /** Constants that were overridden, by name. */
  constants: z.record(z.string(), z.string()),
  /** Every so-manieth state was probed, whatever the profiles say; absent: those of the profiles. */
  probeEvery: count.optional(),
  /** Absent: all. */
  actors: z.array(z.string()).optional(),
  /** All rungs were requested, ran, and found nothing. */
  complete: z.boolean(),
  /** When the run began, as ISO 8601 in UTC. */
  date: z.iso.datetime(),
  commit: z.string(),
  /** Where the files of a commit can be read, as `https://…/blob/COMMIT`; absent: not known. */
  sources: z.string().optional(),
  versions: z.record(z.string(), z.string()),
  /** What was executed, and how it was compiled; absent: no bytecode was asked for. */
  bytecode: z
    .strictObject({
      solc: z.string(),
      optimizerRuns: count,
      evmVersion: z.string(),
      contracts: z.array(
        z.strictObject({
          file: z.string(),
          name: z.string(),
          /** Of the deployed code. */
          bytes: count,
          /** Keccak-256 of the creation code without arguments, and of the deployed code with immutables zero. */
          creation: z.string(),
          deployed: z.string(),
        }),
      ),
    })
    .optional(),
  seeds: z.record(z.string(), z.number()),
  seconds: z.number(),
  rungs: z.strictObject({
    modelChecking: z
      .strictObject({ models: z.array(modelResultSchema), properties: z.array(propertySchema) })
      .optional(),
    graphParity: z
      .strictObject({
        states: count,
        transitions: count,
        effects: count,
        refusalSets: count,
        /** Instances that the generated step was asked about, in every state of the statechart's graph. */
        steps: count,
        /** Events beside the instances that all forms were asked about in reachable states. */
        probes: count,
        /** Pairs of a state and an event that were drawn and put to both, reachable or not. */
        pairs: count,
        differences: count,
      })
      .optional(),
    oneStep: z
      .strictObject({
        states: count,
        enabled: count,
        disabled: count,
        /** Calls beside the instances of a state. */
        probes: count,
        /** Calls in states that were drawn, reachable or not; not among the others. */
        pairs: count,
        /** Calls that Boundary lines of the clauses name; not among the others. */
        boundaries: count,
        mismatches: count,
        callsPerSecond: z.number(),
      })
      .optional(),
    replay: z.strictObject({ traces: count, steps: count, mismatches: count }).optional(),
  }),
  /** How many clauses each form covers. */
  coverage: z.strictObject({
    total: count,
    must: count,
    modelled: count,
    implemented: count,
    /** Both sides ran on bytecode. */
    executed: count,
    /** In one state, an event was accepted and another refused by the clause's own check alone. */
    paired: count,
    /** Has no refusing side by nature, and its effect ran on bytecode; not among `executed`. */
    oneSided: count,
  }),
  clauses: z.array(clauseEvidenceSchema),
  /** Empty: exit code 0. */
  failures: z.array(failureSchema),
})
export type Summary = z.infer<typeof summarySchema>

/** Whose time the slot of a state is by the clauses, whatever the model does. */
export interface StoryPhase {
  /** Slot in which the session of based fallback was entered; null: the committee's time. Absent: there is no fallback. */
  readonly session?: number | null
  /** Slots of blocks that can be challenged, each with the last in which it can. Absent: signatures are verified. */
  readonly challenges?: readonly { readonly slot: number; readonly until: number }[]
}

export interface StoryStep {
  readonly event: string | undefined
  readonly state: string
  /** Names of the refusals, if the event was refused; the state is then that of the step before. */
  readonly refusals?: readonly string[]
  readonly phase?: StoryPhase | undefined
}

/** A run of a model: states as canonical JSON, events by their position before the state that they lead to. */
export interface Story {
  readonly title: string
  /** Names the model, the profile or the seed that it comes from. */
  readonly source: string
  readonly steps: readonly StoryStep[]
  /** Of the model it comes from, so that times can be told as epoch and offset; absent: only slots are told. */
  readonly time?: { readonly slotsPerEpoch: number; readonly claimWindowSlots: number }
  /** For a lasso: the step that the last one goes back to; the same as the last for stuttering. */
  readonly loop: number | undefined
  /** File beside the report, to be replayed with `lockstep replay`. */
  readonly itf: string | undefined
}

/** One entry of a table by profile. */
export interface ProfileEvidence {
  readonly profile: string
  readonly numbers: Readonly<Record<string, number>>
  /** Differences, described for people: place, expected, found, shortest path. */
  readonly differences: readonly string[]
}

/** One line of the trust ledger: what a reader has to believe without a check in this run. */
export interface LedgerEntry {
  readonly kind: 'abstraction' | 'mock' | 'bound' | 'assumption' | 'power'
  readonly what: string
  readonly why: string
  readonly place: string
}

export interface Evidence {
  readonly summary: Summary
  readonly stories: readonly Story[]
  readonly profiles: Readonly<Record<RungKey, readonly ProfileEvidence[]>>
  readonly ledger: readonly LedgerEntry[]
}
