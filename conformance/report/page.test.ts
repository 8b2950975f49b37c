import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadClauses } from '../../spec/clause.ts'
import { loadPreset } from '../../spec/parameters.ts'
import { summarySchema } from '../evidence.ts'
import { writeReport } from './files.ts'
import { failure, sampleEvidence } from './fixtures/evidence.ts'
import { elementsOf, parseXml, type XmlElement } from './fixtures/xml.ts'
import { reportPage } from './html.ts'
import { grouped, rungNumbers } from './rungNumbers.ts'
import { summaryTable, verdict } from './table.ts'

const preset = loadPreset('tiny')
const clauses = loadClauses()
const pageOf = (evidence: ReturnType<typeof sampleEvidence>): string =>
  reportPage(evidence, { preset, clauses, statechart: undefined, folder: 'report' })
const textOf = (element: XmlElement): string => element.text + element.children.map(textOf).join('')
const clauseRows = (evidence: ReturnType<typeof sampleEvidence>): Map<string, XmlElement> =>
  new Map(
    elementsOf(parseXml(pageOf(evidence)))
      .filter(({ attributes }) => attributes.class === 'clause')
      .map((row) => [row.attributes.id!, row]),
  )
const scriptsOf = (evidence: ReturnType<typeof sampleEvidence>): string[] =>
  elementsOf(parseXml(pageOf(evidence)))
    .filter(({ name }) => name === 'script')
    .map(({ text }) => text)
/** What a row says under a head. */
const cellOf = (row: XmlElement, head: string): string => {
  const cells = elementsOf(row).filter(({ attributes }) => attributes.class === 'cell')
  const cell = cells.find(({ children }) => children[0]!.text === `${head} `)!
  return cell.text + cell.children.slice(1).map(textOf).join('')
}

describe('index.html', () => {
  const passing = sampleEvidence(preset)
  const hostile = failure('<script>alert(1)</script> & "quotes"\nsecond line', { rung: 'oneStep' })
  const failing = sampleEvidence(preset, { complete: false, failures: [hostile, failure('not of a rung')] })

  test('is well-formed and has each id once', () => {
    const ids = elementsOf(parseXml(pageOf(passing))).flatMap(({ attributes }) => attributes.id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('needs nothing from anywhere: no script but its own, no link to a resource', () => {
    const elements = elementsOf(parseXml(pageOf(passing)))
    expect(
      elements.filter(({ name }) => ['link', 'img', 'iframe', 'object', 'video'].includes(name)),
    ).toEqual([])
    expect(scriptsOf(passing)).toEqual([readFileSync(new URL('./page.js', import.meta.url), 'utf8')])
    expect(elements.filter(({ attributes }) => 'src' in attributes || 'srcset' in attributes)).toEqual([])
    const style = elements.find(({ name }) => name === 'style')!.text
    expect(style).not.toMatch(/@import|url\(/)
  })

  test('every link inside of the page leads somewhere', () => {
    const elements = elementsOf(parseXml(pageOf(failing)))
    const ids = new Set(elements.map(({ attributes }) => attributes.id))
    const targets = elements.flatMap(({ attributes }) =>
      attributes.href?.startsWith('#') ? [attributes.href.slice(1)] : [],
    )
    expect(targets.length).toBeGreaterThan(4)
    expect(targets.filter((target) => target !== 'statechart' && !ids.has(target))).toEqual([])
  })

  test('failures stand first and in full, as text', () => {
    const root = parseXml(pageOf(failing))
    const main = elementsOf(root).find(({ name }) => name === 'main')!
    expect(main.children[0]!.attributes.id).toBe('failures')
    expect(textOf(main.children[0]!)).toContain('<script>alert(1)</script> & "quotes"\nsecond line')
    expect(textOf(main.children[0]!)).toContain('not of a rung')
    expect(scriptsOf(failing)).toEqual(scriptsOf(passing))
  })

  test('a rung that did not run says so', () => {
    const page = pageOf(sampleEvidence(preset, { rungs: {}, complete: false }))
    expect(page.match(/Was not asked for in this run\./g)).toHaveLength(4)
  })

  test('every clause has a row; a gap is a dash', () => {
    const rows = clauseRows(passing)
    expect([...rows.keys()]).toEqual(clauses.map(({ id }) => id))
    const bare = sampleEvidence(preset, {
      clauses: passing.summary.clauses.map((clause) => ({ ...clause, tla: [] })),
    })
    expect(cellOf(clauseRows(bare).values().next().value!, 'TLA+')).toBe('–')
  })

  test('what a row opens is beside its summary, not in a cell: the words, then every place', () => {
    const [summary, under] = clauseRows(passing).get('CLAIM-1')!.children
    expect([summary!.name, under!.attributes.class]).toEqual(['summary', 'under'])
    expect(elementsOf(summary!).some(({ name }) => name === 'details')).toBe(false)
    const { tla, tests } = passing.summary.clauses.find(({ id }) => id === 'CLAIM-1')!
    expect(textOf(under!)).toContain('Boundary (rfc): offset 12 passes, offset 13 is refused.')
    for (const place of [...tla, ...tests]) expect(textOf(under!)).toContain(place)
  })

  test('a clause that is not modelled, or refuses nothing, says so in place of a gap', () => {
    const rows = clauseRows(passing)
    expect(cellOf(rows.get('PRUNE-6')!, 'TLA+')).toBe('not modelled')
    expect(cellOf(rows.get('PRUNE-6')!, 'refused')).toBe('–')
    expect(textOf(rows.get('CLAIM-5')!)).toContain(
      'Refused by this check alone: 9, 5 of them beside an accepted event of the same state, from which the nearest differs in caller; the same event passes in another state.',
    )
    expect(cellOf(rows.get('PROOF-6')!, 'refused')).toBe('no refusing side')
    expect(cellOf(rows.get('PRUNE-1')!, 'refused')).toBe('20')
  })

  test('stories are grouped by kind of model, with the line that replays them', () => {
    const [first] = passing.stories
    const page = pageOf({ ...passing, stories: [{ ...first!, source: 'bug/Late' }, first!] })
    expect(page).toContain('<h3>Bug models · 1</h3>')
    expect(page).toContain('<h3>Others · 1</h3>')
    expect(page).toContain('npx lockstep replay report/traces/slashed.itf.json')
  })

  test('the ledger is grouped by kind', () => {
    const entry = { what: 'the verifier', why: 'no circuit', place: 'impl/x.sol' }
    const page = pageOf({ ...passing, ledger: [{ kind: 'mock', ...entry }] })
    expect(page).toContain('Mocks · 1')
    expect(page).not.toContain('Assumptions ·')
  })
})

describe('the table at the end of a check', () => {
  test('every rung with its numbers, then clauses, then the result', () => {
    const { summary } = sampleEvidence(preset)
    const lines = summaryTable(summary).split('\n')
    expect(lines[0]).toBe('preset tiny · 0123456789ab · 311.4 s')
    expect(lines[3]).toMatch(
      /^2 {2}Graph parity +93,114 states, 301,772 transitions, 301,772 lists of effects, 2,513,401 refusal sets, 100 probes, 200,000 pairs drawn, 0 differences$/,
    )
    expect(lines.at(-1)).toBe('Complete: every rung ran and nothing differs.')
  })

  test('states that were probed by request are told beside the preset, on the page too', () => {
    const evidence = sampleEvidence(preset, { probeEvery: 3 })
    expect(summaryTable(evidence.summary).split('\n')[0]).toBe(
      'preset tiny · probe-every=3 · 0123456789ab · 311.4 s',
    )
    expect(pageOf(evidence)).toContain('probes in every n-th state, n')
    expect(pageOf(sampleEvidence(preset))).not.toContain('probes in every n-th state, n')
  })

  test('failures are listed with their rung, a partial run is called one', () => {
    const missing = { clauses: ['CLAIM-1'], places: ['tla/A.tla:3'], text: 'java is missing\nfor ever' }
    const failures = [
      { rung: 'modelChecking' as const, ...missing },
      { rung: 'graphParity' as const, profile: 'chain', clauses: [], text: 'differs' },
      failure('odd'),
    ]
    const { summary } = sampleEvidence(preset, { complete: false, failures, rungs: {} })
    const text = summaryTable(summary)
    expect(text).toContain('✗ Model checking: java is missing (CLAIM-1: tla/A.tla:3)\nfor ever')
    expect(text).toContain('✗ Graph parity: profile chain: differs')
    expect(text).toContain('✗ odd')
    expect(text).toContain('3  One-step conformance   not asked for')
    expect(verdict({ ...summary, failures: [] })).toMatch(/^Incomplete/)
  })

  test('a failed rung is failed even if it published numbers', () => {
    const { summary } = sampleEvidence(preset, { failures: [failure('differs', { rung: 'graphParity' })] })
    expect(rungNumbers(summary).map(({ status }) => status)).toEqual(['passed', 'failed', 'passed', 'passed'])
  })

  test.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1,000'],
    [1_234_567, '1,234,567'],
    [0.125, '0.13'],
  ])('%d reads as %s', (value, words) => {
    expect(grouped(value)).toBe(words)
  })
})

describe('the report on disk', () => {
  let out: string
  beforeAll(async () => {
    out = join(await mkdtemp(join(tmpdir(), 'lockstep-report-')), 'new', 'folder')
  })
  afterAll(() => rm(join(out, '..', '..'), { recursive: true }))

  test('all files are there and whole', async () => {
    const evidence = sampleEvidence(preset)
    const files = await writeReport(evidence, preset, out)
    expect((await readdir(out)).sort()).toEqual([
      'index.html',
      'junit.xml',
      'lockstep.sarif',
      'stories.md',
      'summary.json',
    ])
    expect(summarySchema.parse(JSON.parse(await readFile(files.summary, 'utf8')))).toEqual(evidence.summary)
    const page = await readFile(files.page, 'utf8')
    const elements = elementsOf(parseXml(page))
    expect(elements.some(({ attributes }) => attributes.class === 'chart')).toBe(true)
    expect(elements.some(({ attributes }) => attributes.id === 'statechart')).toBe(true)
  })

  test('a failure is data in summary.json and told whole on the page', async () => {
    const own = failure('a\n  b', {
      rung: 'graphParity',
      profile: 'chain',
      clauses: ['CLAIM-1'],
      places: ['tla/A.tla:3'],
    })
    const files = await writeReport(sampleEvidence(preset, { failures: [own] }), preset, out)
    expect(JSON.parse(await readFile(files.summary, 'utf8')).failures).toEqual([own])
    const page = await readFile(files.page, 'utf8')
    expect(page).toContain('Graph parity · profile chain · CLAIM-1 · tla/A.tla:3')
    expect(page).toContain('a\n  b')
  })
})
