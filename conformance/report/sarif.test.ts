import { expect, test } from 'vitest'
import { z } from 'zod'
import { loadClauses } from '../../spec/clause.ts'
import { loadPreset } from '../../spec/parameters.ts'
import type { Failure } from '../evidence.ts'
import { failure, sampleEvidence } from './fixtures/evidence.ts'
import { sarifLog } from './sarif.ts'

const text = z.object({ text: z.string().min(1) })
/** What SARIF 2.1.0 requires of what we use. */
const location = z.strictObject({
  physicalLocation: z.strictObject({
    artifactLocation: z.strictObject({ uri: z.string(), uriBaseId: z.string() }),
    region: z.strictObject({ startLine: z.number().int().positive() }),
  }),
})

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
            locations: z.array(location).length(1),
            relatedLocations: z.array(location),
          }),
        ),
      }),
    )
    .length(1),
})

const preset = loadPreset('tiny')
const clauses = loadClauses()
const run = (...failures: Failure[]) =>
  sarif.parse(sarifLog(sampleEvidence(preset, { failures }), clauses)).runs[0]!

test('nothing failed: an empty run', () => {
  expect(run()).toMatchObject({ results: [], tool: { driver: { rules: [] } } })
})

test('a failure that is about no clause is not a result', () => {
  expect(run(failure('anvil died', { rung: 'replay' })).results).toEqual([])
})

test('clause and place are rule and location', () => {
  const place = 'tla/l1-rollup/L1Rollup.tla:12'
  const { results, tool } = run(
    failure('differs', { rung: 'graphParity', clauses: ['CLAIM-1'], places: [place] }),
  )
  expect(tool.driver.rules.map(({ id }) => id)).toEqual(['CLAIM-1'])
  expect(results).toHaveLength(1)
  expect(results[0]).toMatchObject({ ruleId: 'CLAIM-1', ruleIndex: 0, level: 'error' })
  expect(results[0]!.message.text).toBe('Graph parity: differs')
  expect(results[0]!.locations[0]!.physicalLocation).toEqual({
    artifactLocation: { uri: 'tla/l1-rollup/L1Rollup.tla', uriBaseId: '%SRCROOT%' },
    region: { startLine: 12 },
  })
})

test('without a place, where people wrote the rule in each model', () => {
  const { results } = run(failure('differs', { rung: 'oneStep', clauses: ['CLAIM-1'] }))
  const [{ locations, relatedLocations }] = results as [(typeof results)[number]]
  const uris = [...locations, ...relatedLocations].map(
    ({ physicalLocation }) => physicalLocation.artifactLocation.uri,
  )
  const { tla, statechart, contract } = sampleEvidence(preset).summary.clauses.find(
    ({ id }) => id === 'CLAIM-1',
  )!
  const written = [tla[0], statechart[0], contract[0]].flatMap((own) => own?.split(':')[0] ?? [])
  expect(written.length).toBeGreaterThan(0)
  expect(uris).toEqual(written)
})

test('rules are listed once and referred to by index', () => {
  const first = failure('a', { clauses: ['CLAIM-5'] })
  const { results, tool } = run(first, failure('b', { clauses: ['CLAIM-5', 'CLAIM-1'] }))
  expect(tool.driver.rules.map(({ id }) => id)).toEqual(['CLAIM-1', 'CLAIM-5'])
  expect(results.map(({ ruleId, ruleIndex }) => `${ruleId} ${ruleIndex}`).sort()).toEqual([
    'CLAIM-1 0',
    'CLAIM-5 1',
    'CLAIM-5 1',
  ])
})
