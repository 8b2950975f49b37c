import type { Equivalents } from './equivalents.ts'
import { catchers, type Mutant, mutantsByClauses, placeOf, type Side, sides, type Verdict } from './mutant.ts'
import { clauseTable, type RoleSummary, roleSides, roleSummaries } from './roles/roleSummary.ts'

/** What a run established. */
export interface MutationRun {
  readonly mutants: readonly Mutant[]
  /** By name; mutants without one were not run. */
  readonly verdicts: ReadonlyMap<string, Verdict>
  readonly equivalents: Equivalents
  readonly textOf: (file: string) => string
  /** Hashes of what the results are about: they hold for these sources. */
  readonly sources: Readonly<Record<Side, string>>
  /** Of the roles of a node. */
  readonly sourcesOfRoles?: Readonly<Record<string, string>>
}

export interface Summary {
  readonly complete: boolean
  readonly mutants: number
  readonly run: number
  readonly caught: number
  readonly equivalent: number
  readonly survived: number
  readonly caughtBy: Readonly<Record<string, number>>
}

/** Numbers of a side of the contracts and their models, or of all. */
export const summaryOf = (run: MutationRun, side?: Side): Summary =>
  summaryOfSome(
    run,
    run.mutants.filter((mutant) => side === undefined || (mutant.side === side && mutant.role === undefined)),
  )

export function summaryOfSome({ verdicts, equivalents }: MutationRun, counted: readonly Mutant[]): Summary {
  const ran = counted.flatMap(({ name }) => {
    const verdict = verdicts.get(name)
    return verdict ? [{ name, ...verdict }] : []
  })
  const survivors = ran.filter(({ caughtBy }) => caughtBy === undefined)
  const equivalent = survivors.filter(({ name }) => name in equivalents).length
  return {
    complete: ran.length === counted.length,
    mutants: counted.length,
    run: ran.length,
    caught: ran.length - survivors.length,
    equivalent,
    survived: survivors.length - equivalent,
    caughtBy: Object.fromEntries(
      catchers.flatMap((catcher) => {
        const count = ran.filter(({ caughtBy }) => caughtBy === catcher).length
        return count > 0 ? [[catcher, count]] : []
      }),
    ),
  }
}

/** Numbers of the mutants of one clause. */
export interface ClauseSummary {
  readonly made: number
  readonly caught: number
  readonly equivalent: number
}

/** What is committed of runs: numbers by side, each bound to the sources that were run, and by clause. */
export interface CommittedSummary {
  readonly sides: Readonly<Record<Side, Summary & { readonly sources: string }>>
  readonly clauses: Readonly<Record<string, ClauseSummary>>
  /** Of the roles of a node, each bound to its own sources. */
  readonly roles: Readonly<Record<string, RoleSummary>>
}

/**
 * The summary after a run: a side that it did not run whole stays as it was, with the hash of what was run then. A mutant
 * counts for every clause that is written next to it.
 */
export function committedSummary(run: MutationRun, before: CommittedSummary): CommittedSummary {
  const summaries = Object.fromEntries(
    sides.map((side) => {
      const now = summaryOf(run, side)
      // Nothing was run of a side that has no mutants here.
      return [
        side,
        now.complete && now.mutants > 0 ? { sources: run.sources[side], ...now } : before.sides[side],
      ]
    }),
  ) as CommittedSummary['sides']
  const ofContracts = run.mutants.filter(({ role }) => role === undefined)
  const clauses =
    ofContracts.length > 0 && summaryOfSome(run, ofContracts).complete
      ? clauseSummaries(run, ofContracts)
      : before.clauses
  return { sides: summaries, clauses, roles: roleSummaries(run, before) }
}

function clauseSummaries(run: MutationRun, counted: readonly Mutant[]): CommittedSummary['clauses'] {
  return Object.fromEntries(
    mutantsByClauses(counted).map(([clause, mutants]) => {
      const { mutants: made, caught, equivalent } = summaryOfSome(run, mutants)
      return [clause, { made, caught, equivalent }]
    }),
  )
}

const languages: Readonly<Record<Side, string>> = {
  tla: 'tlaplus',
  statechart: 'typescript',
  contract: 'solidity',
  harness: 'typescript',
}
/** Where the catchers live, as the report calls tests. */
const testFile = 'conformance'

interface StrykerReport {
  readonly $schema: string
  readonly schemaVersion: string
  readonly thresholds: object
  readonly config: object
  readonly testFiles: object
  readonly files: Readonly<Record<string, { readonly mutants: readonly object[] }>>
}

/** The table in the schema of Stryker's mutation reports, version 2, our summary as its `config`. */
export function strykerReport(run: MutationRun): StrykerReport {
  const files: Record<string, { language: string; source: string; mutants: object[] }> = {}
  for (const mutant of run.mutants) {
    const { name, side, kind, file, start, original, replacement, clause } = mutant
    const source = run.textOf(file)
    files[file] ??= { language: languages[side], source, mutants: [] }
    files[file].mutants.push({
      id: name,
      mutatorName: kind,
      replacement,
      location: { start: placeOf(source, start), end: placeOf(source, start + original.length) },
      description: clause,
      ...statusOf(run, name),
    })
  }
  return {
    $schema: 'https://git.io/mutation-testing-report-schema',
    schemaVersion: '2',
    thresholds: { high: 100, low: 95 },
    config: {
      sources: run.sources,
      summary: summaryOf(run),
      sides: Object.fromEntries(sides.map((side) => [side, summaryOf(run, side)])),
      roles: Object.fromEntries(
        partsOf(run)
          .filter(({ role }) => role)
          .map((part) => [part.title, summaryOfSome(run, part.mutants)]),
      ),
    },
    testFiles: { [testFile]: { tests: catchers.map((name) => ({ id: name, name })) } },
    files,
  }
}

function statusOf({ verdicts, equivalents }: MutationRun, name: string): object {
  const verdict = verdicts.get(name)
  if (!verdict) return { status: 'Pending' }
  const duration = Math.round(verdict.seconds * 1000)
  if (
    verdict.caughtBy === 'type checker' ||
    verdict.caughtBy === 'generator' ||
    verdict.caughtBy === 'compiler'
  )
    return { status: 'CompileError', statusReason: verdict.detail, killedBy: [verdict.caughtBy], duration }
  if (verdict.caughtBy)
    return { status: 'Killed', statusReason: verdict.detail, killedBy: [verdict.caughtBy], duration }
  const reason = equivalents[name]
  return {
    status: 'Survived',
    statusReason: reason ? `equivalent: ${reason}` : verdict.detail,
    duration,
  }
}

/** The table for people. */
export function markdownReport(run: MutationRun): string {
  const total = summaryOf(run)
  const lines = [
    '# Mutants',
    '',
    'Written by `npm run mutate`. Do not edit.',
    '',
    total.complete
      ? 'Every mutant was run.'
      : `**Incomplete**: ${total.run} of ${total.mutants} mutants were run.`,
    '',
    `Hashes of the sources that were run: ${Object.entries(run.sources)
      .map(([what, hash]) => `${what} ${hash}`)
      .join(', ')}.`,
    '',
    'Each mutant is tried until somebody catches it, on profiles of `tiny` with a short horizon first: rung 1 means that an invariant, a property or the evaluation itself failed in TLC; rung 2 that the two graphs differ; rung 3 that the bytecode differs in a step. `contract tests` are those of `conformance/contract-tests` without the gas table, which every change of the bytecode breaks. That `generate:check` notices any changed rule is not counted.',
    '',
    `| side | mutants | run | ${catchers.join(' | ')} | equivalent | survived |`,
    `|---|--:|--:|${catchers.map(() => '--:').join('|')}|--:|--:|`,
    ...[...partsOf(run), { title: 'all', mutants: run.mutants }].map(({ title, mutants: counted }) => {
      const { mutants, run: ran, caughtBy, equivalent, survived } = summaryOfSome(run, counted)
      const counts = catchers.map((catcher) => caughtBy[catcher] ?? 0)
      return `| ${[title, mutants, ran, ...counts, equivalent, survived].join(' | ')} |`
    }),
    '',
  ]
  const survivors = run.mutants.filter(({ name }) => {
    const verdict = run.verdicts.get(name)
    return verdict && !verdict.caughtBy
  })
  if (survivors.length > 0) {
    lines.push('## Survivors', '', '| mutant | place | change | why |', '|---|---|---|---|')
    for (const mutant of survivors)
      lines.push(
        row([
          mutant.name,
          placeText(run, mutant),
          changeText(mutant),
          run.equivalents[mutant.name] ?? '**nothing catches it**',
        ]),
      )
    lines.push('')
  }
  lines.push(...clauseTable(run))
  for (const { title, mutants } of partsOf(run)) {
    lines.push(`## ${title}`, '', '| mutant | clause | place | change | caught by | seen | s |')
    lines.push('|---|---|---|---|---|---|--:|')
    for (const mutant of mutants) {
      const verdict = run.verdicts.get(mutant.name)
      const by = verdict ? (verdict.caughtBy ?? 'nobody') : 'not run'
      lines.push(
        row([
          mutant.name.slice(title.length + 1),
          mutant.clause,
          placeText(run, mutant),
          changeText(mutant),
          by,
          verdict?.detail ?? '',
          String(verdict?.seconds ?? ''),
        ]),
      )
    }
    lines.push('')
  }
  return lines.join('\n')
}

/** What the table counts together: a side of the contracts and their models, and of each role a side. */
function partsOf({ mutants }: MutationRun): { title: string; role?: string; mutants: readonly Mutant[] }[] {
  const roles = [...new Set(mutants.flatMap(({ role }) => role ?? []))]
  const of = (role: string | undefined, side: Side) =>
    mutants.filter((it) => it.role === role && it.side === side)
  return [
    ...sides.map((side) => ({ title: side, mutants: of(undefined, side) })),
    ...roles.flatMap((role) =>
      roleSides.map((side) => ({
        title: `${role}/${side}`,
        role,
        mutants: of(role, side),
      })),
    ),
  ]
}

const placeText = ({ textOf }: MutationRun, { file, start }: Mutant): string =>
  `${file}:${placeOf(textOf(file), start).line}`

const changeText = ({ original, replacement }: Mutant): string =>
  replacement === '' || replacement === '{}'
    ? 'removed'
    : `\`${short(original)}\` to \`${short(replacement)}\``

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 57)}…` : line
}

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`
