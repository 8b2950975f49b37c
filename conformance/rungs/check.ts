import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type CheckName, type RefusalName, underOtherReading } from '../../model/l1-rollup/refusals.ts'
import { implementedReadings, type Preset, STATE_LIMIT } from '../../spec/parameters.ts'
import { clauseEvidence, countClauses, type MutantsByClause } from '../clauses/clauseEvidence.ts'
import { enforcedBy, readIndex, treeRoot } from '../clauses/clauseIndex.ts'
import { readLedger } from '../clauses/ledger.ts'
import { describeError } from '../describeError.ts'
import {
  type ClauseEvidence,
  type Evidence,
  type Failure,
  onBytecode,
  type RungKey,
  rungKeys,
  rungTitles,
  type Summary,
} from '../evidence.ts'
import { differencesFolder } from './causes/story.ts'
import { sumOfCounts } from './counts.ts'
import { groupedCoverage } from './coverage.ts'
import { isOf } from './cuts.ts'
import { ExploredGraphs } from './graphs.ts'
import { type RungUnit, rungUnits } from './list.ts'
import { together } from './one-step/pairs.ts'
import { clauseSides } from './one-step/sides.ts'
import { readBytecode, readCommit, readSources, readVersions } from './provenance.ts'
import {
  type CoverageRecord,
  coverageProblems,
  readRecord,
  recordedStates,
  recordOf,
  restricted,
} from './record.ts'
import type { RungContext, RungOutcome } from './rung.ts'
import { Pace, workOf } from './work.ts'

/** What is to be checked. */
export interface CheckRequest {
  readonly preset: Preset
  readonly presetName: string
  readonly constants: Readonly<Record<string, string>>
  /** Every so-manieth state is probed, whatever the profiles say. */
  readonly probeEvery?: number
  /** The preset holds all of its profiles. */
  readonly allProfiles: boolean
  /** Only these actors, by name; all if absent. */
  readonly actors?: readonly string[]
  readonly rungs: readonly RungKey[]
  /** Absolute path of the report's folder. */
  readonly out: string
  readonly seed: number
}

/** Where what is being done is shown. */
export interface Progress {
  update(rung: string, text: string): void
  /** What stays to be read: a rung has found something wrong and goes on. */
  found(rung: string, text: string): void
  end(rung: string, text: string): void
  /** How far the check is as a whole, and what time is left. */
  overall?(text: string): void
}

/** What a check runs with, besides the request. */
export interface CheckSurroundings {
  readonly progress: Progress
  /** Ends the check: rungs stop, and what was established until then is returned, marked as incomplete. */
  readonly signal: AbortSignal
  readonly units?: readonly RungUnit[]
  /** What a complete run covers; the committed record if absent. */
  readonly record?: CoverageRecord
  /** Takes the record of this run instead of comparing it with the committed one. */
  readonly onRecord?: (record: CoverageRecord) => void
  /** What mutation testing says of each clause. */
  readonly mutants?: MutantsByClause
}

/** How long rungs may take to end after an abort, before they are given up, in milliseconds. */
const graceMs = 5_000

interface Published {
  readonly outcomes: readonly RungOutcome[]
  /** Rungs that did not come to their end, and why. */
  readonly failures: readonly Failure[]
}

/** Runs the requested rungs and gathers what they establish. A rung that throws is a failure of the check. */
export async function check(request: CheckRequest, surroundings: CheckSurroundings): Promise<Evidence> {
  const started = performance.now()
  const date = new Date().toISOString()
  // First, because a clause file that cannot be read must not cost a run.
  const index = readIndex()
  await mkdir(request.out, { recursive: true })
  if (request.rungs.includes('modelChecking')) await forgetTraces(request.out)
  await rm(join(request.out, differencesFolder), { recursive: true, force: true })
  const commit = await readCommit(treeRoot)
  const [versions, sources, bytecode] = await Promise.all([
    readVersions(treeRoot),
    readSources(treeRoot, commit),
    onBytecode.some((key) => request.rungs.includes(key)) ? readBytecode() : undefined,
  ])
  const published = await runStages(request, surroundings)
  const outcomes = published.flatMap((unit) => unit.outcomes)
  const executed = onBytecode.filter((key) => outcomes.some((outcome) => outcome.key === key))
  const sides = {
    passed: sumOfCounts(outcomes.map(({ passed }) => passed)),
    refused: sumOfCounts(outcomes.map(({ refused }) => refused)),
    decided: together(outcomes.flatMap(({ decided }) => decided ?? [])),
    clauses: {
      passed: sumOfCounts(outcomes.map(({ sides }) => sides?.passed)),
      refused: sumOfCounts(outcomes.map(({ sides }) => sides?.refused)),
    },
    ...(executed.length > 0 && { run: { date, rungs: executed } }),
  }
  const clauses = clauseEvidence(index, sides, surroundings.mutants)
  const failures = [
    ...published.flatMap((unit) => unit.failures),
    ...outcomes.flatMap(({ key, failures }) =>
      failures.map((failure): Failure => ({ rung: key, ...failure })),
    ),
    ...missingRungs(request, published, surroundings.units ?? rungUnits),
  ]
  failures.push(
    ...groupedCoverage(
      uncovered(request, surroundings, outcomes),
      missingSides(request, outcomes, clauses),
      failures.flatMap(({ rung }) => rung ?? []),
    ),
  )
  const all =
    request.allProfiles &&
    request.actors === undefined &&
    request.probeEvery === undefined &&
    rungKeys.every((key) => request.rungs.includes(key))
  const summary: Summary = {
    preset: request.presetName,
    constants: { ...request.constants },
    ...(request.probeEvery !== undefined && { probeEvery: request.probeEvery }),
    ...(request.actors && { actors: [...request.actors] }),
    complete: all && failures.length === 0 && !surroundings.signal.aborted,
    date,
    commit,
    versions,
    ...(sources !== undefined && { sources }),
    ...(bytecode !== undefined && { bytecode }),
    seeds: { check: request.seed },
    seconds: Math.round((performance.now() - started) / 100) / 10,
    rungs: Object.fromEntries(outcomes.map(({ key, summary }) => [key, summary])),
    coverage: countClauses(index, clauses),
    clauses,
    failures,
  }
  const profilesOf = (key: RungKey) => outcomes.find((outcome) => outcome.key === key)?.profiles ?? []
  return {
    summary,
    stories: outcomes.flatMap(({ stories }) => stories),
    profiles: {
      modelChecking: profilesOf('modelChecking'),
      graphParity: profilesOf('graphParity'),
      oneStep: profilesOf('oneStep'),
      replay: profilesOf('replay'),
    },
    ledger: readLedger(request.preset),
  }
}

/** What is complete follows from the record, not from what ran. */
function uncovered(
  { presetName, preset, allProfiles: whole, actors, constants, probeEvery, rungs, seed }: CheckRequest,
  { record, onRecord, signal }: CheckSurroundings,
  outcomes: readonly RungOutcome[],
): Failure[] {
  if (signal.aborted) return []
  if (onRecord) {
    onRecord(recordOf(outcomes, seed))
    return []
  }
  const profiles = preset.profiles.map(({ name }) => name).filter(actors ? isOf(actors) : () => true)
  const asked = { presetName, profiles, whole, constants, ownProbes: probeEvery === undefined, rungs, seed }
  return coverageProblems(knownOf(actors, record), asked, outcomes)
}

/** What is recorded of the actors of a check. */
const knownOf = (actors: readonly string[] | undefined, record = readRecord()): CoverageRecord =>
  actors ? restricted(record, isOf(actors)) : record

/** Traces of an earlier run would be replayed as if they were of this one. */
async function forgetTraces(out: string): Promise<void> {
  const folder = join(out, 'traces')
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  await Promise.all(names.filter((name) => name.endsWith('.itf.json')).map((name) => rm(join(folder, name))))
}

/** 0 only if every requested rung ran and nothing differs. */
export const exitCodeOf = ({ failures }: Summary, aborted: boolean): number =>
  aborted ? 130 : failures.length > 0 ? 1 : 0

async function runStages(request: CheckRequest, surroundings: CheckSurroundings): Promise<Published[]> {
  const { signal, units = rungUnits } = surroundings
  const requested = new Set(request.rungs)
  const wanted = units.filter(({ publishes }) => publishes.some((key) => requested.has(key)))
  const stages = [...new Set(wanted.map(({ stage }) => stage))].sort((a, b) => a - b)
  const published: Published[] = []
  const keysOf = (unit: RungUnit) => unit.publishes.filter((key) => requested.has(key))
  const known = knownOf(request.actors, surroundings.record)
  const pace = new Pace(wanted.map((unit) => workOf(keysOf(unit), request, known)))
  const paced = (unit: RungUnit): RungPace => {
    const part = wanted.indexOf(unit)
    const tell = () => surroundings.progress.overall?.(pace.text)
    return {
      did: (work) => {
        pace.did(part, work)
        tell()
      },
      ended: () => {
        pace.ended(part)
        tell()
      },
    }
  }
  const graphs = new ExploredGraphs()
  try {
    for (const stage of stages) {
      if (signal.aborted) break
      const together = wanted.filter((unit) => unit.stage === stage)
      published.push(
        ...(await Promise.all(
          together.map((unit) => runUnit(unit, request, surroundings, { known, graphs, pace: paced(unit) })),
        )),
      )
    }
  } finally {
    graphs.remove()
  }
  return published
}

interface RungPace {
  did(work: number): void
  ended(): void
}

async function runUnit(
  unit: RungUnit,
  request: CheckRequest,
  { progress, signal, onRecord }: CheckSurroundings,
  { known, graphs, pace }: { known: CoverageRecord; graphs: ExploredGraphs; pace: RungPace },
): Promise<Published> {
  const keys = unit.publishes.filter((key) => request.rungs.includes(key))
  const name = keys.map((key) => rungTitles[key]).join(' and ')
  const { preset, presetName, allProfiles, actors, constants, out, seed } = request
  const foundUntilThen: string[] = []
  const context: RungContext = {
    preset,
    presetName,
    allProfiles,
    constants,
    out,
    seed,
    graphs,
    signal,
    ...(actors && { actors }),
    requested: new Set(keys),
    stateLimit: (profile) => (onRecord ? undefined : recordedStates(known, request, profile)) ?? STATE_LIMIT,
    progress: (text) => progress.update(name, text),
    did: pace.did,
    found: (text) => {
      foundUntilThen.push(text)
      progress.found(name, text)
    },
  }
  const started = performance.now()
  const seconds = (): string => `${((performance.now() - started) / 1000).toFixed(1)} s`
  progress.update(name, 'starts')
  try {
    const running = unit.load().then((run) => run(context))
    const found = await endedBy(running, signal)
    const outcomes = [found].flat().filter(({ key }) => context.requested.has(key))
    const count = outcomes.reduce((sum, { failures }) => sum + failures.length, 0)
    progress.end(
      name,
      `${count === 0 ? 'done' : count === 1 ? '1 failure' : `${count} failures`}, ${seconds()}`,
    )
    return { outcomes, failures: [] }
  } catch (error) {
    const text = signal.aborted ? 'interrupted before its end' : describeError(error)
    progress.end(name, `${signal.aborted ? 'interrupted' : 'failed'}, ${seconds()}`)
    const failures = keys.map((rung): Failure => ({ rung, clauses: [], text }))
    const last = keys.at(-1)!
    // A rung that does not end makes no failures of what it has found.
    failures.push(...foundUntilThen.map((found): Failure => ({ rung: last, clauses: [], text: found })))
    return { outcomes: [], failures }
  } finally {
    pace.ended()
  }
}

/** The promise, or a rejection when it has not settled within the grace after an abort. */
async function endedBy<T>(running: Promise<T>, signal: AbortSignal): Promise<T> {
  const settled = new AbortController()
  const givenUp = new Promise<never>((_, reject) => {
    const giveUp = () =>
      delay(graceMs, undefined, { signal: settled.signal }).then(
        () => reject(signal.reason),
        () => undefined,
      )
    // Whoever calls has just seen that it is not aborted yet.
    signal.addEventListener('abort', giveUp, { once: true, signal: settled.signal })
  })
  try {
    return await Promise.race([running, givenUp])
  } finally {
    settled.abort()
  }
}

/** A rung that was asked for and published nothing, without having said why, has failed. */
function missingRungs(
  request: CheckRequest,
  published: readonly Published[],
  units: readonly RungUnit[],
): Failure[] {
  return request.rungs
    .filter((key) => !published.some(({ outcomes }) => outcomes.some((outcome) => outcome.key === key)))
    .filter((key) => !published.some(({ failures }) => failures.some(({ rung }) => rung === key)))
    .map((rung) => {
      const hasUnit = units.some(({ publishes }) => publishes.includes(rung))
      return { rung, clauses: [], text: hasUnit ? 'did not run' : 'has no file that runs it' }
    })
}

/**
 * Checks without such a pair, by what they refuse with, and the finding that says so: those that only ever fail with
 * another, and those that refuse alone, but whose events pass in no state.
 */
const exceptions: Partial<
  Record<RefusalName, { readonly is: 'neverAlone' | 'withoutNeighbour'; readonly finding: string }>
> = {
  CommitteeEmpty: { is: 'neverAlone', finding: 'F-16' },
  ClaimWindowClosed: { is: 'neverAlone', finding: 'F-16' },
  NothingToChallenge: { is: 'neverAlone', finding: 'F-16' },
  NothingToProve: { is: 'withoutNeighbour', finding: 'F-20' },
}

/**
 * In `tiny` every check has an event that it alone refuses, and in the same state one that passes, or the same event
 * passes in another state; every other clause has a step at each side that it has. Where the bytecode did not show them,
 * the clause was not checked.
 */
function missingSides(
  { presetName, allProfiles, constants }: CheckRequest,
  outcomes: readonly RungOutcome[],
  clauses: readonly ClauseEvidence[],
): Failure[] {
  const whole = presetName === 'tiny' && allProfiles && Object.keys(constants).length === 0
  if (!whole || !outcomes.some(({ key }) => key === 'oneStep')) return []
  const failure = (id: string, text: string): Failure => ({
    rung: 'oneStep',
    clauses: [id],
    text: `${id}: ${text}`,
  })
  return clauses.flatMap(({ id, passed, refused, decided }) => {
    const { check, refusal } = enforcedBy.get(id) ?? {}
    const own = clauseSides[id]
    if (refusal === undefined)
      return [passed === 0 && own?.passes, refused === 0 && own?.refuses].flatMap((side) =>
        side ? [failure(id, `no step of bytecode shows: ${side.says}`)] : [],
      )
    const reading = underOtherReading[check as CheckName]
    if (reading && refused > 0)
      return [
        failure(
          id,
          `bytecode refused an event by ${refusal}, though it implements ${reading} = ${implementedReadings[reading]}`,
        ),
      ]
    const missing = [...(passed === 0 ? ['accepted'] : []), ...(refused === 0 && !reading ? ['refused'] : [])]
    if (missing.length > 0)
      return [failure(id, `bytecode never ${missing.join(' nor ')} an event by ${refusal}`)]
    if (reading) return []
    const { is, finding } = exceptions[refusal as RefusalName] ?? {}
    if (!decided) return is === 'neverAlone' ? [] : [failure(id, `${refusal} never refused an event alone`)]
    if (is === 'neverAlone')
      return [failure(id, `${refusal} refused an event alone, which ${finding} says it never does`)]
    const hasNeighbour = decided.pairs > 0 || decided.acrossStates
    if (hasNeighbour)
      return is
        ? [failure(id, `${refusal} has an accepted neighbour, which ${finding} says it never has`)]
        : []
    const text = `${refusal} alone refused no event beside an accepted one, and none that passes in another state`
    return is ? [] : [failure(id, text)]
  })
}
