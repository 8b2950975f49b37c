import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { canonicalText } from '../../model/core/codec.ts'
import {
  type Failure,
  type ModelResult,
  modelResultSchema,
  type ProfileEvidence,
  type RungKey,
  rungKeys,
  rungTitles,
} from '../evidence.ts'
import type { RungOutcome } from './rung.ts'

const numbers = z.record(z.string(), z.number())
const modelSchema = z.strictObject({
  result: z.string(),
  /** Of a model that passes. */
  distinctStates: z.number().optional(),
  ...modelResultSchema.pick({ steps: true, lastEvent: true, violated: true, decisive: true, assumes: true })
    .shape,
})
const recordSchema = z.strictObject({
  /** What is random depends on it. */
  seed: z.number(),
  /** By rung and profile, the numbers that a complete run of preset `tiny` gives. */
  rungs: z.record(z.enum(rungKeys), z.record(z.string(), numbers)),
  /** Conjuncts of every property, by its name. */
  properties: numbers,
  /** What every Bug, Reach and liveness model shows, by its name. */
  models: z.record(z.string(), modelSchema),
})

/** What a complete run of preset `tiny` covers, as `npm run record` wrote it down. */
export type CoverageRecord = z.infer<typeof recordSchema>

export const recordFile = new URL('./recorded.json', import.meta.url)

export const readRecord = (): CoverageRecord =>
  recordSchema.parse(JSON.parse(readFileSync(recordFile, 'utf8')))

/** What is recorded by names that hold. */
export const restricted = (record: CoverageRecord, holds: (name: string) => boolean): CoverageRecord => {
  const some = <Row>(rows: Readonly<Record<string, Row>>): Record<string, Row> =>
    Object.fromEntries(Object.entries(rows).filter(([name]) => holds(name)))
  const rungs = Object.entries(record.rungs).map(([key, rows]) => [key, some(rows)])
  return {
    ...record,
    rungs: Object.fromEntries(rungs),
    properties: some(record.properties),
    models: some(record.models),
  }
}

/**
 * A record with the rows of another by names that hold, in place of its own. What both have stays where it is, so that the
 * file tells what moved; what is new stands behind the last of its kind.
 */
export function withRows(
  record: CoverageRecord,
  taken: CoverageRecord,
  holds: (name: string) => boolean,
): CoverageRecord {
  const replaced = <Row>(own: Rows<Row> = {}, others: Rows<Row> = {}): Rows<Row> => {
    const names = Object.keys(own)
    const place = names.findLastIndex(holds) + 1 || names.length
    const added = Object.keys(others).filter((name) => holds(name) && !(name in own))
    const rows = names.toSpliced(place, 0, ...added).flatMap((name) => {
      const row = holds(name) ? others[name] : own[name]
      return row === undefined ? [] : [[name, row] as const]
    })
    return Object.fromEntries(rows)
  }
  const rungs = rungKeys.flatMap((key) =>
    key in record.rungs || key in taken.rungs
      ? [[key, replaced(record.rungs[key], taken.rungs[key])] as const]
      : [],
  )
  return {
    seed: record.seed,
    rungs: Object.fromEntries(rungs) as CoverageRecord['rungs'],
    properties: replaced(record.properties, taken.properties),
    models: replaced(record.models, taken.models),
  }
}

type Rows<Row> = Readonly<Record<string, Row>>

/** The numbers that say how much was compared; times and differences are not among them. */
const covering: Readonly<Record<RungKey, readonly string[]>> = {
  modelChecking: ['distinctStates'],
  graphParity: ['states', 'transitions', 'effects', 'refusalSets', 'steps', 'probes', 'pairs', 'accepted'],
  oneStep: ['states', 'enabled', 'disabled', 'probes'],
  replay: ['traces', 'steps'],
}

/** The record of a run. */
export function recordOf(outcomes: readonly RungOutcome[], seed: number): CoverageRecord {
  const rungs = Object.fromEntries(
    outcomes.map(({ key, profiles }) => [
      key,
      Object.fromEntries(profiles.map(({ profile, numbers }) => [profile, covered(key, numbers)])),
    ]),
  ) as CoverageRecord['rungs']
  return { seed, rungs, ...recordOfModels(outcomes) }
}

type ModelsRecord = Pick<CoverageRecord, 'properties' | 'models'>

function recordOfModels(outcomes: readonly RungOutcome[]): ModelsRecord {
  const found = outcomes.find((outcome) => outcome.key === 'modelChecking')?.summary
  const beside = found?.models.filter(({ kind }) => kind !== 'safety') ?? []
  return {
    properties: Object.fromEntries(found?.properties.map(({ name, conjuncts }) => [name, conjuncts]) ?? []),
    models: Object.fromEntries(beside.map((model) => [model.name, modelRecord(model)])),
  }
}

function modelRecord(model: ModelResult): CoverageRecord['models'][string] {
  const { result, distinctStates, steps, lastEvent, violated, decisive, assumes } = model
  return {
    result,
    steps,
    lastEvent,
    violated,
    decisive,
    assumes,
    ...(result === 'pass' && { distinctStates }),
  }
}

function covered(key: RungKey, numbers: ProfileEvidence['numbers']): Record<string, number> {
  return Object.fromEntries(Object.entries(numbers).filter(([name]) => covering[key].includes(name)))
}

/** What a run was asked for, as far as the record speaks of it. */
export interface Asked {
  readonly presetName: string
  readonly profiles: readonly string[]
  /** All profiles of the preset. */
  readonly whole: boolean
  readonly constants: Readonly<Record<string, string>>
  /** The states that the profiles say were probed, and no others. */
  readonly ownProbes: boolean
  readonly rungs: readonly RungKey[]
  readonly seed: number
}

/**
 * What is missing from a run, or differs from the record. A profile that a rung left out is missing
 * whatever was asked for; numbers are compared where they must be the same: in preset `tiny` with its own constants, what
 * is random only for the recorded seed, numbers of probes only where the profiles' own states were probed.
 */
export function coverageProblems(
  record: CoverageRecord,
  asked: Asked,
  outcomes: readonly RungOutcome[],
): Failure[] {
  const isRecorded = asked.presetName === 'tiny' && Object.keys(asked.constants).length === 0
  const problems: Failure[] = []
  for (const { key, profiles } of outcomes) {
    const rows = new Map(profiles.map(({ profile, numbers }) => [profile, covered(key, numbers)]))
    const recorded = record.rungs[key] ?? {}
    // Rows of no profile of the preset, as drawn pairs, belong to the whole of it.
    const expected =
      isRecorded && asked.whole ? new Set([...asked.profiles, ...Object.keys(recorded)]) : asked.profiles
    for (const profile of expected) {
      const found = rows.get(profile)
      if (!found) problems.push({ rung: key, profile, clauses: [], text: 'was not run' })
      else if (Object.keys(found).length === 0)
        problems.push({ rung: key, profile, clauses: [], text: 'says nothing of what was covered' })
      else if (isRecorded && isComparable(key, profile, asked, record))
        problems.push(...differences(key, profile, recorded[profile], found, asked))
    }
  }
  if (isRecorded && asked.whole && asked.rungs.includes('modelChecking'))
    problems.push(...modelProblems(record, recordOfModels(outcomes)))
  return [...problems, ...unequalStates(outcomes)]
}

/** Properties and models that are missing, new, or show something else than recorded. */
function modelProblems(record: ModelsRecord, found: ModelsRecord): Failure[] {
  return movedEntries(record, found).map((text) => ({
    rung: 'modelChecking',
    clauses: [],
    text: `${text}; if that is meant, npm run record`,
  }))
}

function movedEntries(before: ModelsRecord, after: ModelsRecord): string[] {
  const compared = (
    what: string,
    old: Readonly<Record<string, unknown>>,
    now: Readonly<Record<string, unknown>>,
  ) =>
    [...new Set([...Object.keys(old), ...Object.keys(now)])]
      .filter((name) => textOf(old[name]) !== textOf(now[name]))
      .map((name) => `${what} ${name}: ${textOf(old[name])} → ${textOf(now[name])}`)
  return [
    ...compared('conjuncts of property', before.properties, after.properties),
    ...compared('model', before.models, after.models),
  ]
}

/** What JSON keeps of it, whatever the order of its members. */
const textOf = (value: unknown): string =>
  value === undefined ? 'none' : canonicalText(JSON.parse(JSON.stringify(value)))

/** Numbers of states are the same in preset `tiny` with its own constants, and nowhere else. */
export function recordedStates(
  record: CoverageRecord,
  { presetName, constants }: Pick<Asked, 'presetName' | 'constants'>,
  profile: string,
): number | undefined {
  if (presetName !== 'tiny' || Object.keys(constants).length > 0) return undefined
  return record.rungs.modelChecking?.[profile]?.distinctStates
}

function isComparable(key: RungKey, profile: string, { seed, whole, rungs }: Asked, record: CoverageRecord) {
  // Counterexamples of rung 1 are among the traces of rung 4.
  if (key === 'replay') return seed === record.seed && whole && rungs.includes('modelChecking')
  return seed === record.seed || !profile.endsWith('(pairs)')
}

function differences(
  key: RungKey,
  profile: string,
  recorded: Readonly<Record<string, number>> | undefined,
  found: Readonly<Record<string, number>>,
  { ownProbes }: Asked,
): Failure[] {
  const failure = (text: string): Failure => ({ rung: key, profile, clauses: [], text })
  if (!recorded) return [failure('is not recorded: run npm run record')]
  const names = new Set([...Object.keys(recorded), ...Object.keys(found)])
  return [...names]
    .filter((name) => recorded[name] !== found[name] && (ownProbes || name !== 'probes'))
    .map((name) => ({
      ...failure(
        `${name} ${found[name] ?? 'missing'}, recorded ${recorded[name] ?? 'none'}; if that is meant, npm run record`,
      ),
      numbers: [{ rung: key, profile, name, found: found[name], expected: recorded[name] }],
    }))
}

/** Every rung that has all reachable states has the same number of them. */
function unequalStates(outcomes: readonly RungOutcome[]): Failure[] {
  const counts = outcomes.flatMap(({ key, profiles }) =>
    profiles.flatMap(({ profile, numbers }) => {
      const states = key === 'modelChecking' ? numbers.distinctStates : numbers.states
      return states === undefined || key === 'replay' || profile.endsWith('(pairs)')
        ? []
        : [{ rung: key, profile, states }]
    }),
  )
  return counts.flatMap(({ rung, profile, states }, index) => {
    const first = counts.find((other) => other.profile === profile)!
    if (counts.indexOf(first) === index || first.states === states) return []
    const number = { rung, profile, name: 'states', found: states, expected: first.states, as: first.rung }
    const text = `${states} states, ${rungTitles[first.rung]} ${first.states}`
    return [{ rung, profile, clauses: [], text, numbers: [number] }]
  })
}

/** What moved between two records, one line each. */
export function moved(before: CoverageRecord | undefined, after: CoverageRecord): string[] {
  const numbersMoved = rungKeys.flatMap((key) => {
    const [old, now] = [before?.rungs[key] ?? {}, after.rungs[key] ?? {}]
    return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((profile) => {
      const names = new Set([...Object.keys(old[profile] ?? {}), ...Object.keys(now[profile] ?? {})])
      return [...names]
        .filter((name) => old[profile]?.[name] !== now[profile]?.[name])
        .map(
          (name) =>
            `${rungTitles[key]}, ${profile}: ${name} ${old[profile]?.[name] ?? 'none'} → ${now[profile]?.[name] ?? 'none'}`,
        )
    })
  })
  return [...numbersMoved, ...movedEntries(before ?? { properties: {}, models: {} }, after)]
}
