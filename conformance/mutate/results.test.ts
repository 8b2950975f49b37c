import { Ajv } from 'ajv'
import schema from 'mutation-testing-report-schema/mutation-testing-report-schema.json' with { type: 'json' }
import { describe, expect, it } from 'vitest'
import { allMutants, textOf } from './allMutants.ts'
import { disagreements, equivalentsSchema } from './equivalents.ts'
import { type Mutant, sides, type Verdict } from './mutant.ts'
import { type CommittedSummary, markdownReport, strykerReport, summaryOf } from './results.ts'
import { roleMutants } from './roles/roleMutants.ts'
import { sourcesOfSides } from './sources.ts'

const here = 'conformance/mutate'
const mutant = (name: string): Mutant => ({
  name,
  side: 'contract',
  kind: 'shell fault',
  file: 'A.sol',
  start: 2,
  original: 'x',
  replacement: 'y',
  clause: 'ESCROW-1',
})
const caught: Verdict = { caughtBy: 'rung 3', detail: 'seen', ran: [], seconds: 1 }
const survived: Verdict = { detail: '', ran: [], seconds: 2 }
const reason = 'changes nothing, because nobody ever reads what it writes'

describe('the list of equivalent mutants', () => {
  const mutants = ['a', 'b'].map(mutant)

  it('agrees with a survivor that it justifies and a caught one that it leaves out', () => {
    const verdicts = new Map([
      ['a', survived],
      ['b', caught],
    ])
    expect(disagreements({ a: reason }, mutants, verdicts)).toEqual([])
  })

  it('disagrees with a survivor that nothing justifies', () => {
    expect(disagreements({}, mutants, new Map([['a', survived]]))).toEqual([
      'a survived, and nothing says why',
    ])
  })

  it('disagrees with a justified one that is caught, and with one that does not exist', () => {
    expect(disagreements({ a: reason, c: reason }, mutants, new Map([['a', caught]]))).toEqual([
      'a is listed as equivalent, but rung 3 caught it: seen',
      'c is listed as equivalent, but there is no such mutant',
    ])
  })

  it('wants a reason', () => {
    expect(() => equivalentsSchema.parse({ a: 'because' })).toThrow()
  })
})

describe('the table', () => {
  const run = {
    mutants: ['a', 'b', 'c'].map(mutant),
    verdicts: new Map([
      ['a', caught],
      ['b', survived],
    ]),
    equivalents: {},
    textOf: () => '\n x\n',
    sources: { tla: 't', statechart: 's', contract: 'c', harness: 'h' },
  }

  it('counts what was run, and says what was not', () => {
    expect(summaryOf(run)).toEqual({
      complete: false,
      mutants: 3,
      run: 2,
      caught: 1,
      equivalent: 0,
      survived: 1,
      caughtBy: { 'rung 3': 1 },
    })
    expect(markdownReport(run)).toContain('**Incomplete**: 2 of 3 mutants were run.')
  })

  it('has a place and a status for every mutant', () => {
    expect(strykerReport(run)).toMatchObject({
      schemaVersion: '2',
      files: {
        'A.sol': {
          mutants: [
            {
              id: 'a',
              status: 'Killed',
              killedBy: ['rung 3'],
              location: { start: { line: 2, column: 2 }, end: { line: 2, column: 3 } },
            },
            { id: 'b', status: 'Survived' },
            { id: 'c', status: 'Pending' },
          ],
        },
      },
    })
  })
})

describe('the report for programs', () => {
  const mutants = allMutants()
  const verdicts = mutants.map(({ name }, i): [string, Verdict] => [name, [caught, survived][i % 2]!])
  // Some of every status.
  const run = {
    mutants,
    verdicts: new Map(verdicts.slice(5)),
    equivalents: {},
    textOf,
    sources: sourcesOfSides(),
  }
  const isValid = new Ajv({ strict: false }).compile(schema)

  it('is what the schema of Stryker says', () => {
    const report = strykerReport(run)
    isValid(report)
    expect(isValid.errors).toBeNull()
    expect(Object.values(report.files).flatMap((file) => file.mutants).length).toBe(mutants.length)
  })

  it('would not be with a status that nobody knows', () => {
    const report = strykerReport({ ...run, mutants: mutants.slice(0, 1) })
    const [file] = Object.values(report.files)
    expect(
      isValid({ ...report, files: { a: { ...file, mutants: [{ ...file!.mutants[0], status: 'Maybe' }] } } }),
    ).toBe(false)
  })
})

describe('what is committed', () => {
  const made = allMutants()
  const names = made.map(({ name }) => name)

  it('is a summary of every mutant of its sources', () => {
    const { sides: bySide, clauses } = JSON.parse(textOf(`${here}/summary.json`)) as CommittedSummary
    const now = sourcesOfSides()
    for (const side of sides) {
      expect(bySide[side]).toMatchObject({ complete: true, survived: 0 })
      // Of other sources the numbers may differ: the hash says so.
      if (bySide[side].sources === now[side])
        expect(bySide[side].mutants).toBe(made.filter((it) => it.side === side).length)
    }
    for (const clause of Object.values(clauses)) expect(clause.caught + clause.equivalent).toBe(clause.made)
  })

  it('lists as equivalent only mutants that there are', () => {
    const listed = Object.keys(equivalentsSchema.parse(JSON.parse(textOf(`${here}/equivalent.json`))))
    const known = new Set([...names, ...roleMutants().map(({ name }) => name)])
    expect(listed.filter((name) => !known.has(name))).toEqual([])
  })
})
