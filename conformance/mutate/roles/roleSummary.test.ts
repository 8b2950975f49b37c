import { describe, expect, it } from 'vitest'
import { mutantsByClause } from '../byClause.ts'
import type { Mutant, Verdict } from '../mutant.ts'
import { type CommittedSummary, committedSummary, type MutationRun } from '../results.ts'
import { clauseTable } from './roleSummary.ts'

const mutant = (name: string, side: 'tla' | 'statechart', clause: string, role = 'prover'): Mutant => ({
  name,
  side,
  clause,
  role,
  kind: 'check removed',
  file: 'A.tla',
  start: 0,
  original: 'x',
  replacement: 'y',
})
const caught: Verdict = { caughtBy: 'rung 2', detail: 'seen', on: 'prover', ran: [], seconds: 1 }
const survived: Verdict = { detail: '', ran: [], seconds: 2 }

const run: MutationRun = {
  mutants: [
    mutant('a', 'tla', 'TX-1'),
    mutant('b', 'tla', 'TX-1 TX-2'),
    mutant('c', 'statechart', 'TX-1'),
    mutant('d', 'statechart', 'TX-1'),
    mutant('e', 'statechart', '', 'follower'),
  ],
  verdicts: new Map([
    ['a', caught],
    ['b', { ...caught, on: 'follower' }],
    ['c', survived],
  ]),
  equivalents: { c: 'changes nothing, because nobody ever reads what it writes' },
  textOf: () => 'x',
  sources: { tla: 't', statechart: 's', contract: 'c', harness: 'h' },
  sourcesOfRoles: { prover: 'p', follower: 'f' },
}
const nothing = { sides: {}, clauses: {}, roles: {} } as unknown as CommittedSummary

describe('the numbers of the roles', () => {
  const { roles } = committedSummary(run, nothing)

  it('are by clause and form, and say what was not run', () => {
    expect(roles.prover!.clauses).toEqual({
      'TX-1': {
        tla: { made: 2, caughtBy: { 'rung 2': 2 }, equivalent: 0 },
        statechart: { made: 2, caughtBy: {}, equivalent: 1, notRun: 1 },
      },
      'TX-2': { tla: { made: 1, caughtBy: { 'rung 2': 1 }, equivalent: 0 } },
    })
    expect(roles.follower!.clauses).toEqual({})
  })

  it('are bound to the sources of each role that caught something', () => {
    expect(roles.prover!.sources).toEqual({ prover: 'p', follower: 'f' })
  })

  it('name a survivor that nothing explains', () => {
    const unexplained = committedSummary({ ...run, equivalents: {} }, nothing)
    expect(unexplained.roles.prover!.clauses['TX-1']!.statechart).toMatchObject({ survived: 1 })
  })

  it('of a role that was run whole stay until it is run whole again', () => {
    const whole = run.mutants.map(({ name }): [string, Verdict] => [name, caught])
    const before = committedSummary({ ...run, verdicts: new Map(whole), equivalents: {} }, nothing)
    expect(committedSummary(run, before).roles).toEqual(before.roles)
  })

  it('are in the table, a line for each clause and form', () => {
    expect(clauseTable(run).slice(4, -1)).toEqual([
      '| TX-1 | tla | 2 | rung 2: 2 | 0 | 0 | 0 |',
      '| TX-1 | statechart | 2 |  | 1 | 0 | 1 |',
      '| TX-2 | tla | 1 | rung 2: 1 | 0 | 0 | 0 |',
    ])
  })

  it('are summed up for the page of a clause, which says when they are of other sources', () => {
    const none = { sources: '' }
    const sides = { tla: none, statechart: none, contract: none, harness: none }
    const committed = { sides, clauses: {}, roles } as unknown as CommittedSummary
    const hashes = { tla: '', statechart: '', contract: '', harness: '' }
    const found = (follower: string) =>
      mutantsByClause(committed, hashes, (role) => ({ prover: 'p', follower })[role]!).get('TX-1')
    const forms = { tla: { made: 2, caught: 2 }, statechart: { made: 2, caught: 0 } }
    const numbers = { made: 4, caught: 2, equivalent: 1, notRun: 1, forms }
    expect(found('f')).toEqual({ ...numbers, olderSources: false })
    expect(found('changed')).toEqual({ ...numbers, olderSources: true })
  })
})
