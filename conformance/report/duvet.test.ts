import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { loadClauses } from '../../spec/clause.ts'
import { loadPreset } from '../../spec/parameters.ts'
import { duvetReport } from './duvet.ts'
import schema from './fixtures/duvet-report.schema.json' with { type: 'json' }
import { sampleEvidence } from './fixtures/evidence.ts'

interface Report {
  blob_link?: string
  specifications: Record<
    string,
    { requirements: number[]; sections: { id: string; lines: (string | [number[], number, string][])[] }[] }
  >
  annotations: { source: string; line: number; type?: string; level?: string; target_section: string }[]
  statuses: Record<
    string,
    { spec: number; incomplete?: number; citation?: number; test?: number; related?: number[] }
  >
  refs: object[]
}

const clauses = loadClauses()
const preset = loadPreset('tiny')
const reportOf = (changed: Parameters<typeof sampleEvidence>[1] = {}): Report =>
  duvetReport(sampleEvidence(preset, changed).summary, clauses) as Report
const report = reportOf()
const isValid = new Ajv({ allowUnionTypes: true, strictTuples: false }).compile(schema)
const idOf = (clause: string): number =>
  report.annotations.findIndex(
    ({ type, target_section }) => type === 'SPEC' && target_section === clause.toLowerCase(),
  )

test('has the shape of what Duvet writes', () => {
  isValid(report)
  expect(isValid.errors).toBeNull()
  expect(isValid({ ...report, annotations: [{ ...report.annotations[0], type: 'PROOF' }] })).toBe(false)
  expect(isValid({ ...report, refs: report.refs.slice(1) })).toBe(false)
})

test('every clause is a requirement of its file, with the level of its word', () => {
  const listed = Object.values(report.specifications).flatMap(({ requirements }) => requirements)
  expect(listed.map((id) => report.annotations[id]!.target_section)).toEqual(
    clauses.map(({ id }) => id.toLowerCase()),
  )
  for (const { id, word } of clauses) expect(word.startsWith(report.annotations[idOf(id)]!.level!)).toBe(true)
})

test('CLAIM-1: implemented by Solidity and tested, on the line of its sentence', () => {
  const { spec, incomplete, citation, related } = report.statuses[idOf('CLAIM-1')]!
  expect([citation, incomplete]).toEqual([spec, undefined])
  const sources = related!.map((id) => report.annotations[id]!)
  expect(sources.some(({ source, type }) => source.endsWith('Checks.sol') && type === undefined)).toBe(true)
  expect(sources.some(({ source, type }) => source.endsWith('claim.test.ts') && type === 'TEST')).toBe(true)
  expect(sources.some(({ source }) => source.endsWith('.tla'))).toBe(false)
  const section = report.specifications['spec/clauses/CLAIM.md']!.sections.find(({ id }) => id === 'claim-1')!
  const [region] = section.lines.find((line) => typeof line !== 'string') as [[number[], number, string]]
  expect(region[2]).toBe(clauses.find(({ id }) => id === 'CLAIM-1')!.rule)
  expect(report.refs[region[1]]).toEqual({ spec: true, citation: true, test: true, level: 'MUST' })
})

test('a clause without a test is incomplete, and links lead to the commit where it is known', () => {
  const { summary } = sampleEvidence(preset)
  const untested = summary.clauses.map((clause) => ({ ...clause, tests: [] }))
  const { statuses, blob_link } = reportOf({ clauses: untested, sources: 'https://example.org/blob/0' })
  const all = Object.values(statuses)
  expect(all.length).toBe(clauses.length)
  expect(all.filter(({ spec, incomplete }) => spec !== incomplete)).toEqual([])
  expect(blob_link).toBe('https://example.org/blob/0')
})
