import { type Mutant, mutantsByClauses, type Side } from '../mutant.ts'
import { type CommittedSummary, type MutationRun, type Summary, summaryOfSome } from '../results.ts'

/** The forms of a role that mistakes are planted in. */
export const roleSides = ['tla', 'statechart'] as const satisfies readonly Side[]
export type RoleSide = (typeof roleSides)[number]

/** Numbers of the mutants of a clause in one form of a role. */
export interface ClauseOfRole {
  readonly made: number
  /** By who caught them. */
  readonly caughtBy: Readonly<Record<string, number>>
  readonly equivalent: number
  /** Absent where none did. */
  readonly survived?: number
  /** Absent where every one was run. */
  readonly notRun?: number
}

/** Numbers of a role. Those that are not complete are said not to be. */
export interface RoleSummary {
  /** Hashes by role: its own, and those of others that caught what stands in text that they share. */
  readonly sources: Readonly<Record<string, string>>
  readonly tla: Summary
  readonly statechart: Summary
  readonly clauses: Readonly<Record<string, Readonly<Partial<Record<RoleSide, ClauseOfRole>>>>>
}

export const isComplete = ({ tla, statechart }: RoleSummary): boolean => tla.complete && statechart.complete

export const caughtOf = ({ caughtBy }: ClauseOfRole): number =>
  Object.values(caughtBy).reduce((sum, count) => sum + count, 0)

/** A role that was run whole before stays as it was until it is run whole again. */
export function roleSummaries(run: MutationRun, before: CommittedSummary): CommittedSummary['roles'] {
  const names = [...new Set(run.mutants.flatMap(({ role }) => role ?? []))]
  return Object.fromEntries(
    names.map((role) => {
      const now = roleSummary(run, role)
      const earlier = before.roles[role]
      return [role, !isComplete(now) && earlier && isComplete(earlier) ? earlier : now]
    }),
  )
}

function roleSummary(run: MutationRun, role: string): RoleSummary {
  const own = run.mutants.filter((mutant) => mutant.role === role)
  const caughtOn = own.flatMap(({ name }) => run.verdicts.get(name)?.on ?? [])
  const sources = [...new Set([role, ...caughtOn])].map((it) => [it, run.sourcesOfRoles?.[it] ?? ''])
  const of = (side: RoleSide) =>
    summaryOfSome(
      run,
      own.filter((mutant) => mutant.side === side),
    )
  return {
    sources: Object.fromEntries(sources),
    tla: of('tla'),
    statechart: of('statechart'),
    clauses: clausesOfRoles(run, own),
  }
}

/** A mutant counts for every clause that is written next to it. */
export function clausesOfRoles(run: MutationRun, counted: readonly Mutant[]): RoleSummary['clauses'] {
  return Object.fromEntries(
    mutantsByClauses(counted).map(([clause, mutants]) => [
      clause,
      Object.fromEntries(
        roleSides.flatMap((side) => {
          const own = mutants.filter((mutant) => mutant.side === side)
          return own.length === 0 ? [] : [[side, clauseOfRole(summaryOfSome(run, own))]]
        }),
      ),
    ]),
  )
}

function clauseOfRole({ mutants, run, caughtBy, equivalent, survived }: Summary): ClauseOfRole {
  return {
    made: mutants,
    caughtBy,
    equivalent,
    ...(survived > 0 && { survived }),
    ...(run < mutants && { notRun: mutants - run }),
  }
}

/** The table of clauses, with what was planted in each form and who caught it. */
export function clauseTable(run: MutationRun): string[] {
  const clauses = clausesOfRoles(
    run,
    run.mutants.filter(({ role }) => role !== undefined),
  )
  if (Object.keys(clauses).length === 0) return []
  return [
    '## Clauses of the roles of a node',
    '',
    '| clause | form | planted | caught by | equivalent | survived | not run |',
    '|---|---|--:|---|--:|--:|--:|',
    ...Object.entries(clauses).flatMap(([clause, forms]) =>
      Object.entries(forms).map(([side, { made, caughtBy, equivalent, survived = 0, notRun = 0 }]) => {
        const who = Object.entries(caughtBy).map(([catcher, count]) => `${catcher}: ${count}`)
        return `| ${[clause, side, made, who.join(', '), equivalent, survived, notRun].join(' | ')} |`
      }),
    ),
    '',
  ]
}
