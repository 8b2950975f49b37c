import { expect, test } from 'vitest'
import { z } from 'zod'
import { loadClauses } from '../../spec/clause.ts'
import { loadPreset } from '../../spec/parameters.ts'
import { sampleEvidence } from './fixtures/evidence.ts'
import { sarifLog } from './sarif.ts'

const text = z.object({ text: z.string().min(1) })
/** What SARIF 2.1.0 requires of what we use. */
const sarif = z.strictObject({
  $schema: z.string(),
  version: z.literal('2.1.0'),
  runs: z
    .array(
      z.strictObject({
        tool: z.strictObject({
          driver: z.strictObject({
            name: z.string(),
            version: z.string(),
            rules: z.array(
              z.strictObject({
                id: z.string(),
                name: z.string(),
                shortDescription: text,
                fullDescription: text,
                help: text,
              }),
            ),
          }),
        }),
        columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
        results: z.array(
          z.strictObject({
            ruleId: z.string(),
            ruleIndex: z.number().int().nonnegative(),
            level: z.enum(['none', 'note', 'warning', 'error']),
            message: text,
            locations: z.array(
              z.strictObject({
                physicalLocation: z.strictObject({
                  artifactLocation: z.strictObject({ uri: z.string(), uriBaseId: z.string() }),
                  region: z.strictObject({ startLine: z.number().int().positive() }),
                }),
              }),
            ),
          }),
        ),
      }),
    )
    .length(1),
})

const preset = loadPreset('tiny')
const clauses = loadClauses()
const run = (...failures: string[]) =>
  sarif.parse(sarifLog(sampleEvidence(preset, { failures }), clauses)).runs[0]!

test('nothing failed: an empty run', () => {
  expect(run()).toMatchObject({ results: [], tool: { driver: { rules: [] } } })
})

test('a failure that names no clause is not a result', () => {
  expect(run('Replay on real blocks: anvil died').results).toEqual([])
})

test('a clause and a place in the text are rule and location', () => {
  const { results, tool } = run('Graph parity: CLAIM-1 differs at tla/l1-rollup/L1Rollup.tla:12')
  expect(tool.driver.rules.map(({ id }) => id)).toEqual(['CLAIM-1'])
  expect(results).toHaveLength(1)
  expect(results[0]).toMatchObject({ ruleId: 'CLAIM-1', ruleIndex: 0, level: 'error' })
  expect(results[0]!.locations[0]!.physicalLocation).toEqual({
    artifactLocation: { uri: 'tla/l1-rollup/L1Rollup.tla', uriBaseId: '%SRCROOT%' },
    region: { startLine: 12 },
  })
})

test('the name of a refusal stands for its clause, placed where the clause is enforced', () => {
  const { results } = run('One-step conformance: expected ClaimWindowClosed, found acceptance')
  expect(results.map(({ ruleId }) => ruleId)).toEqual(['CLAIM-1'])
  const { uri } = results[0]!.locations[0]!.physicalLocation.artifactLocation
  expect(uri).toMatch(/^(impl\/contracts\/src|model|spec\/clauses)\//)
})

test('rules are listed once and referred to by index', () => {
  const { results, tool } = run('a: QuoteExpired', 'b: QuoteExpired and ClaimWindowClosed')
  expect(tool.driver.rules.map(({ id }) => id)).toEqual(['CLAIM-1', 'CLAIM-5'])
  expect(results.map(({ ruleId, ruleIndex }) => `${ruleId} ${ruleIndex}`).sort()).toEqual([
    'CLAIM-1 0',
    'CLAIM-5 1',
    'CLAIM-5 1',
  ])
})
