import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { resolveTools } from '../../tla/tlc/jar.ts'
import { CODE_SIZE_VARIABLE, ROOMY_CODE_SIZE } from '../evm/anvil.ts'
import { disagreements, equivalentsSchema } from './equivalents.ts'
import { runLanes } from './lanes.ts'
import { type Mutant, type Side, sides, type Verdict } from './mutant.ts'
import {
  hasModelGraph,
  makeModelGraph,
  mutantsFolder,
  profileLabel,
  shortProfiles,
  variantProfiles,
} from './reference.ts'
import {
  type CommittedSummary,
  committedSummary,
  type MutationRun,
  markdownReport,
  strykerReport,
  summaryOf,
} from './results.ts'
import { firstOfClauses } from './roles/firstOfClauses.ts'
import { orderedRoles, type RoleMutant, roleMutants, textOfFile } from './roles/roleMutants.ts'
import { sourcesOfRole } from './roles/roleSources.ts'
import { runRoles } from './roles/runRoles.ts'
import { sourcesOfSides, testsHash } from './sources.ts'

const here = fileURLToPath(new URL('./', import.meta.url))
const summaryFile = `${here}summary.json`
const usage = `npm run mutate -- [--side ${sides.join('|')}] [--role ${orderedRoles.join('|')}] [--only PART-OF-A-NAME] [--every N] [--lanes N] [--short] [--clauses] [--minutes N] [--table]
  --every  a sample: the first of each N mutants
  --short  survivors of the short profiles are not tried on the full ones
  --table  runs nothing: writes what is known
  --role   the mutants of one role of a node
  --clauses  of every clause in every form of a role one that is not known yet, unless one is known to be caught
  --minutes  ends after so many; what is known is kept, and the same command goes on
What is committed of a side, or of a role, is written when every mutant of it has a result.`

/** Runs the mutants whose result is not known, and writes the table. Exit code 1 with anything left unexplained. */
async function main(): Promise<number> {
  process.env[CODE_SIZE_VARIABLE] ??= String(ROOMY_CODE_SIZE)
  const { values } = parseArgs({
    options: {
      side: { type: 'string' },
      role: { type: 'string' },
      only: { type: 'string' },
      every: { type: 'string', default: '1' },
      lanes: { type: 'string', default: '2' },
      short: { type: 'boolean', default: false },
      clauses: { type: 'boolean', default: false },
      minutes: { type: 'string' },
      table: { type: 'boolean', default: false },
    },
  })
  const { side, role, only, every, lanes, short, clauses, minutes, table } = values
  if (side !== undefined && !(sides as readonly string[]).includes(side)) throw new Error(usage)
  if (role !== undefined && !(orderedRoles as readonly string[]).includes(role)) throw new Error(usage)
  if (!/^[12]$/.test(lanes)) throw new Error(`expected one or two lanes\n${usage}`)
  if (!/^[1-9]\d*$/.test(every)) throw new Error(`expected a number of mutants, found ${every}\n${usage}`)
  if (minutes !== undefined && !/^[1-9]\d*$/.test(minutes))
    throw new Error(`expected a number of minutes, found ${minutes}\n${usage}`)
  // What roles are made of is read in a moment; contracts bring their compiler along.
  const mutants: readonly Mutant[] =
    role === undefined ? [...(await import('./allMutants.ts')).allMutants(), ...roleMutants()] : roleMutants()
  const isChosen = (mutant: Mutant) =>
    (side === undefined || mutant.side === side) && (role === undefined || mutant.role === role)
  const named = mutants.filter((mutant) => isChosen(mutant) && (!only || mutant.name.includes(only)))
  const chosen = (clauses ? firstOfClauses(named, known) : named).filter(
    (_, index) => index % Number(every) === 0,
  )
  if (named.length === 0) throw new Error(`no mutant is called ${only}\n${usage}`)
  const equivalents = equivalentsSchema.parse(JSON.parse(readFileSync(`${here}equivalent.json`, 'utf8')))
  // What is said to change nothing rests on its reason: the full profiles would add minutes, not knowledge.
  const goesOn = ({ name }: Mutant) => !short && !(name in equivalents)
  const todo = table ? [] : chosen.filter((mutant) => !isSettled(known(mutant), goesOn(mutant)))
  console.log(`${chosen.length} of ${mutants.length} mutants, ${chosen.length - todo.length} known`)

  const started = performance.now()
  const isOver = () => minutes !== undefined && performance.now() - started > Number(minutes) * 60_000
  const failures: string[] = []
  const sourcesOfRoles = Object.fromEntries(orderedRoles.map((it) => [it, sourcesOfRole(it)]))
  /** What is known by now, as tables and as what is committed. */
  const write = () => {
    const verdicts = new Map(
      mutants.flatMap((mutant): [string, Verdict][] => {
        const verdict = known(mutant)
        return verdict ? [[mutant.name, verdict]] : []
      }),
    )
    const run: MutationRun = {
      mutants,
      verdicts,
      equivalents,
      textOf: textOfFile,
      sources: sourcesOfSides(),
      sourcesOfRoles,
    }
    mkdirSync(mutantsFolder, { recursive: true })
    writeFileSync(
      path.join(mutantsFolder, 'mutation.json'),
      `${JSON.stringify(strykerReport(run), null, 1)}\n`,
    )
    writeFileSync(path.join(mutantsFolder, 'mutation.md'), markdownReport(run))
    console.log(`every mutant: ${path.relative(process.cwd(), mutantsFolder)}/mutation.md`)
    const before = JSON.parse(readFileSync(summaryFile, 'utf8')) as CommittedSummary
    if (failures.length === 0)
      writeFileSync(summaryFile, `${JSON.stringify(committedSummary(run, before), null, 2)}\n`)
    return { verdicts, run }
  }
  if (todo.length > 0) {
    const ofContracts = todo.filter((mutant) => mutant.role === undefined)
    await prepare(new Set(ofContracts.map((mutant) => mutant.side)))
    let done = 0
    const tell = (mutant: Mutant, text: string) => {
      const minutes = ((performance.now() - started) / 60_000).toFixed(1)
      console.log(`${++done}/${todo.length} ${minutes} min ${mutant.name}: ${text}`)
    }
    const told = {
      goesOn,
      isOver,
      wasAsked: (mutant: Mutant) => known(mutant) !== undefined,
      onVerdict: (mutant: Mutant, verdict: Verdict) => {
        keep(mutant, verdict)
        tell(mutant, `${verdict.caughtBy ?? 'SURVIVED'} ${verdict.detail} (${verdict.seconds} s)`)
      },
      onFailure: (mutant: Mutant, failure: string) => {
        failures.push(`${mutant.name}: ${failure}`)
        tell(mutant, `NOT RUN ${failure}`)
      },
    }
    await runLanes(ofContracts, { lanes: Number(lanes), ...told })
    await runRoles(
      todo.filter((mutant): mutant is RoleMutant => mutant.role !== undefined),
      { ...told, onRole: write, tell: (text) => console.log(text) },
    )
  }

  const { verdicts, run } = write()
  console.log(JSON.stringify(summaryOf(run)))
  const chosenNames = new Set(chosen.map(({ name }) => name))
  const missing = chosen.filter(({ name }) => !verdicts.has(name)).length
  const problems = [
    ...failures,
    ...(missing > 0 ? [`${missing} of ${chosen.length} mutants were not run`] : []),
    ...disagreements(
      Object.fromEntries(
        Object.entries(equivalents).filter(([name]) => role === undefined || chosenNames.has(name)),
      ),
      mutants,
      new Map([...verdicts].filter(([name]) => chosenNames.has(name))),
    ),
  ]
  for (const problem of problems) console.error(problem)
  return problems.length === 0 ? 0 : 1
}

/** Graphs without mistakes, and tests that pass without mistakes: else nothing can be said. */
async function prepare(wanted: ReadonlySet<Side>): Promise<void> {
  if (wanted.has('statechart')) {
    const tools = await resolveTools()
    for (const profile of [...shortProfiles, ...variantProfiles]) {
      if (hasModelGraph(profile)) continue
      console.log(`TLC on ${profileLabel(profile)}, without mistakes`)
      await makeModelGraph(profile, tools)
    }
  }
  if (wanted.has('contract')) {
    const file = path.join(mutantsFolder, 'reference', `tests-${testsHash()}`)
    if (readable(file) !== undefined) return
    console.log('the tests of the contracts, without mistakes')
    const { tryContractTests } = await import('./contractSide.ts')
    const finding = await tryContractTests(new Map())
    if (finding) throw new Error(`the tests of the contracts fail already: ${finding.detail}`)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, 'passed\n')
  }
}

/** A survivor of the short profiles is not settled when the full ones are asked for. */
const isSettled = (verdict: Verdict | undefined, full: boolean): boolean =>
  verdict !== undefined && (verdict.caughtBy !== undefined || !full || verdict.detail === '')

/** Results are kept by the mutant and by all that decides about it, so that a run that was ended goes on. */
function cacheFile({ name, original, replacement, start, side, profiles, role }: Mutant): string {
  const decides = role === undefined ? sourcesOfSides()[side] : sourcesOfRole(role)
  const key = createHash('sha256')
    .update(JSON.stringify([name, original, replacement, start, profiles, decides]))
    .digest('hex')
  return path.join(mutantsFolder, 'verdicts', `${key.slice(0, 32)}.json`)
}

function known(mutant: Mutant): Verdict | undefined {
  const text = readable(cacheFile(mutant))
  if (text === undefined) return undefined
  const { onSources, ...verdict } = JSON.parse(text) as Kept
  return verdict.on !== undefined && onSources !== sourcesOfRole(verdict.on) ? undefined : verdict
}

/** A verdict with the hash of the role that caught it. */
type Kept = Verdict & { readonly onSources?: string | undefined }

function keep(mutant: Mutant, verdict: Verdict): void {
  const file = cacheFile(mutant)
  mkdirSync(path.dirname(file), { recursive: true })
  const kept: Kept = { ...verdict, onSources: verdict.on && sourcesOfRole(verdict.on) }
  writeFileSync(file, JSON.stringify(kept))
}

function readable(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: Error) => {
    console.error(error.message)
    process.exitCode = 1
  },
)
