import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Finding } from '../finding.ts'
import { mutated, type Verdict } from '../mutant.ts'
import { repositoryRoot } from '../reference.ts'
import { ruleProblems } from '../ruleProblems.ts'
import { firstFailure } from '../testRun.ts'
import { orderedRoles, type RoleMutant, textOfFile } from './roleMutants.ts'
import { tryRoleStatechart } from './roleStatechartSide.ts'
import { endTla, tryRoleTla } from './roleTlaSide.ts'

export interface RoleRun {
  /** Whether every question is asked, and of a statechart the tests of its role, where some questions do not see it. */
  readonly goesOn: (mutant: RoleMutant) => boolean
  /** Whether nothing is begun any more. */
  readonly isOver: () => boolean
  readonly onVerdict: (mutant: RoleMutant, verdict: Verdict) => void
  readonly onFailure: (mutant: RoleMutant, failure: string) => void
  /** Everything of a role was tried. */
  readonly onRole: (role: string) => void
  readonly tell: (text: string) => void
}

/** Tries mutants of roles: a role at a time, statecharts one by one and modules of TLA+ many in a run. */
export async function runRoles(mutants: readonly RoleMutant[], run: RoleRun): Promise<void> {
  try {
    for (const role of orderedRoles) {
      const own = mutants.filter((mutant) => mutant.role === role)
      for (const mutant of own.filter(({ side }) => side === 'statechart'))
        if (!run.isOver()) await onStatechart(mutant, run)
      if (!run.isOver())
        await onTla(
          own.filter(({ side }) => side === 'tla'),
          run,
        )
      if (own.length > 0) run.onRole(role)
    }
  } finally {
    await endTla()
  }
}

async function onStatechart(mutant: RoleMutant, { goesOn, onVerdict, onFailure }: RoleRun): Promise<void> {
  const began = performance.now()
  const ran: string[] = []
  const verdict = (finding?: Finding & { on?: string }, detail = ''): Verdict => ({
    ...(finding ?? { detail }),
    ran,
    seconds: Math.round((performance.now() - began) / 100) / 10,
  })
  try {
    for (const role of mutant.restOnIt) {
      const full = goesOn(mutant)
      ran.push(`${full ? 'every question' : 'questions'} to ${role}`)
      const finding = await tryRoleStatechart(mutant, role, full)
      if (finding) return onVerdict(mutant, verdict({ ...finding, on: role }))
    }
    if (!goesOn(mutant)) return onVerdict(mutant, verdict(undefined, unasked))
    const text = mutated(mutant, textOfFile(mutant.file))
    if (/^model\/[\w-]+\/rules\//.test(mutant.file)) {
      const problem = ruleProblems(mutant.file, text)
      if (problem) return onVerdict(mutant, verdict({ ...problem, on: mutant.role }))
    }
    const files = [mutant.role, 'node'].flatMap(testsIn)
    ran.push(...files)
    const failed = await firstFailure(new Map([[mutant.file, text]]), files)
    onVerdict(
      mutant,
      verdict(failed === undefined ? undefined : { caughtBy: 'role tests', detail: failed, on: mutant.role }),
    )
  } catch (error) {
    onFailure(mutant, (error as Error).message)
  }
}

const unasked = 'not every question was asked'

const testsIn = (folder: string): string[] =>
  readdirSync(path.join(repositoryRoot, 'model', folder))
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => `model/${folder}/${name}`)

async function onTla(mutants: readonly RoleMutant[], run: RoleRun): Promise<void> {
  const { goesOn, isOver, onVerdict, onFailure, tell } = run
  const ran = new Map(mutants.map(({ name }): [string, string[]] => [name, []]))
  let left = [...mutants]
  const began = performance.now()
  const share = () => Math.round((performance.now() - began) / Math.max(1, mutants.length) / 100) / 10
  for (const role of orderedRoles) {
    const asked = left.filter((mutant) => mutant.restOnIt.includes(role))
    if (asked.length === 0) continue
    for (const { name } of asked) ran.get(name)!.push(`questions to ${role}`)
    try {
      const survivors = await tryRoleTla(asked, role, {
        ...{ goesOn, isOver, tell },
        onRefused: onFailure,
        onFinding: (mutant, finding) =>
          onVerdict(mutant, { ...finding, on: role, ran: ran.get(mutant.name)!, seconds: share() }),
      })
      if (isOver()) return
      left = left.filter((mutant) => !asked.includes(mutant) || survivors.includes(mutant))
    } catch (error) {
      for (const mutant of asked) onFailure(mutant, (error as Error).message)
      return
    }
  }
  for (const mutant of left) {
    const detail = goesOn(mutant) ? '' : unasked
    onVerdict(mutant, { detail, ran: ran.get(mutant.name)!, seconds: share() })
  }
}
