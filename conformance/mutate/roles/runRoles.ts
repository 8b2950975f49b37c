import { existsSync, readdirSync } from 'node:fs'
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
  /** Whether some questions were asked in an earlier run, and did not see it. */
  readonly wasAsked: (mutant: RoleMutant) => boolean
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
  try {
    const full = goesOn(mutant)
    const caught = await catchOf(mutant, full, ran)
    const seconds = Math.round((performance.now() - began) / 100) / 10
    onVerdict(mutant, { ...(caught ?? { detail: full ? '' : unasked }), ran, seconds })
  } catch (error) {
    onFailure(mutant, (error as Error).message)
  }
}

const unasked = 'not every question was asked'

/** The first catch: what is asked is the dearer the later it is asked. */
async function catchOf(
  mutant: RoleMutant,
  full: boolean,
  ran: string[],
): Promise<(Finding & { on: string }) | undefined> {
  const text = mutated(mutant, textOfFile(mutant.file))
  const isRule = /^model\/[\w-]+\/rules\//.test(mutant.file)
  const [first, ...others] = mutant.restOnIt
  const onRoles = async (extent: 'some' | 'every', asked = mutant.restOnIt) => {
    for (const role of asked) {
      ran.push(`${extent === 'some' ? 'questions' : 'every question'} to ${role}`)
      const finding = await tryRoleStatechart(mutant, role, extent)
      if (finding) return { ...finding, on: role }
    }
    return undefined
  }
  const onTests = async (files: readonly string[], needed?: readonly string[]) => {
    ran.push(...files)
    const failed = await firstFailure(new Map([[mutant.file, text]]), files, undefined, needed)
    return failed === undefined
      ? undefined
      : { caughtBy: 'role tests' as const, detail: failed, on: mutant.role }
  }
  const own = testsOf(mutant.file)
  const onRules = async () => {
    const problem = isRule ? ruleProblems(mutant.file, text) : undefined
    return problem && { ...problem, on: mutant.role }
  }
  const few = [() => onRoles('some', [first!]), () => onRoles('some', others)]
  const every = [
    few[0]!,
    () => onTests(own, ['model', 'spec']),
    onRules,
    few[1]!,
    () => onRoles('every'),
    () => onTests([mutant.role, 'node'].flatMap(testsIn).filter((file) => !own.includes(file))),
  ]
  for (const attempt of full ? every : few) {
    const caught = await attempt()
    if (caught) return caught
  }
  return undefined
}

/** Tests that stand beside a file, under its name. */
function testsOf(file: string): string[] {
  const beside = file.replace(/\.ts$/, '.test.ts')
  return existsSync(path.join(repositoryRoot, beside)) ? [beside] : []
}

const testsIn = (folder: string): string[] =>
  readdirSync(path.join(repositoryRoot, 'model', folder))
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => `model/${folder}/${name}`)

async function onTla(mutants: readonly RoleMutant[], run: RoleRun): Promise<void> {
  const { goesOn, wasAsked, isOver, onVerdict, onFailure, tell } = run
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
        goesOn,
        wasAsked,
        isOver,
        tell,
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
