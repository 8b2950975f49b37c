import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../../model/node/roles.ts'
import { loadClauses } from '../../spec/clause.ts'
import { derivations } from '../../spec/derivations/main.ts'
import { loadPreset } from '../../spec/parameters.ts'
import { summarySchema } from '../evidence.ts'
import { readGrowth } from '../gas/growth.ts'
import { gasFile } from '../gas/table.ts'
import { writeReport } from './files.ts'
import { failure, sampleEvidence, sampleStories } from './fixtures/evidence.ts'
import { elementsOf, parseXml, type XmlElement } from './fixtures/xml.ts'
import { reportPage } from './html.ts'
import { linksOf } from './links.ts'
import { grouped, rungNumbers } from './rungNumbers.ts'
import { summaryTable, verdict } from './table.ts'

const preset = loadPreset('tiny')
const clauses = loadClauses()
const pageOf = (evidence: ReturnType<typeof sampleEvidence>): string =>
  reportPage(evidence, {
    preset,
    clauses,
    statecharts: [],
    folder: 'report',
    links: linksOf(evidence.summary, '..', (id) => `#${id}`),
  })
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

  test('says of every model with which constants it was checked', () => {
    const rows = elementsOf(parseXml(pageOf(passing)))
      .filter(({ name }) => name === 'tr')
      .map(textOf)
    const rowOf = (model: string) => rows.find((text) => text.startsWith(model))
    expect(rowOf('Safety chain')).toMatch(/^Safety chainconstantsSlotsPerEpoch = 3Provers = {"p1", "p2"}pass/)
    expect(rowOf('BugQuorum')).toMatch(/^BugQuorumconstants of chainQuorumOfCommittee/)
    expect(rowOf('Liveness')).toMatch(/^Livenessassumes Assumed = {"time"}; WF_vars\(Tick\)pass/)
  })

  test('needs nothing from anywhere: no script but its own, no link to a resource', () => {
    const elements = elementsOf(parseXml(pageOf(passing)))
    expect(
      elements.filter(({ name }) => ['link', 'img', 'iframe', 'object', 'video'].includes(name)),
    ).toEqual([])
    expect(scriptsOf(passing)).toEqual([readFileSync(new URL('./page.js', import.meta.url), 'utf8')])
    expect(elements.filter(({ attributes }) => 'src' in attributes || 'srcset' in attributes)).toEqual([])
    const style = elements.find(({ name }) => name === 'style')!.text
    expect(style).not.toMatch(/@import|url\((?!#)/)
  })

  test('every link inside of the page leads somewhere', () => {
    const elements = elementsOf(parseXml(pageOf(failing)))
    const ids = new Set(elements.map(({ attributes }) => attributes.id))
    const targets = elements.flatMap(({ attributes }) =>
      attributes.href?.startsWith('#') ? [attributes.href.slice(1)] : [],
    )
    expect(targets.length).toBeGreaterThan(4)
    expect(targets.filter((target) => target !== 'statecharts' && !ids.has(target))).toEqual([])
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

  test('what a row opens is beside its summary, not in a cell: the words, then the page with its places', () => {
    const evidence = sampleEvidence(preset, { sources: 'https://example.org/blob/0123' })
    const [summary, under] = clauseRows(evidence).get('CLAIM-1')!.children
    expect([summary!.name, under!.attributes.class]).toEqual(['summary', 'under'])
    expect(elementsOf(summary!).some(({ name }) => name === 'details')).toBe(false)
    expect(textOf(under!)).toContain('Boundary (rfc): offset 12 passes, offset 13 is refused.')
    const links = elementsOf(under!).flatMap(({ attributes }) => attributes.href ?? [])
    expect(links).toContain('clauses/CLAIM-1.html')
  })

  test('a clause that is not modelled, or refuses nothing, says so in place of a gap', () => {
    const rows = clauseRows(passing)
    expect(cellOf(rows.get('PRUNE-6')!, 'TLA+')).toBe('not modelled')
    expect(cellOf(rows.get('PRUNE-6')!, 'refused')).toBe('–')
    expect(textOf(rows.get('CLAIM-5')!)).toContain(
      'refused by this check alone: 9, 5 of them beside an accepted event of the same state, from which the nearest differs in caller; the same event passes in another state',
    )
    expect(cellOf(rows.get('PROOF-6')!, 'refused')).toBe('no refusing side')
    expect(cellOf(rows.get('PRUNE-1')!, 'refused')).toBe('20')
  })

  test('a clause that no rung counted is told so, and not as 0', () => {
    const { lastRun: _, ...uncounted } = passing.summary.clauses.find(({ id }) => id === 'CLAIM-5')!
    const summary = { ...passing.summary, clauses: [{ ...uncounted, passed: 0, refused: 0 }] }
    const row = clauseRows({ ...passing, summary }).get('CLAIM-5')!
    expect([cellOf(row, 'accepted'), cellOf(row, 'refused')]).toEqual(['not run', 'not run'])
    expect(textOf(row)).toContain('not counted in this run: no rung that counts it came to its end')
  })

  test('numbers that a failure does not tell are below it', () => {
    const numbers = ['chain', 'forks'].map((profile) => ({
      rung: 'oneStep' as const,
      profile,
      name: 'states',
      found: 2,
      expected: 1,
    }))
    const off = { ...failure('numbers that follow from this are off: chain …'), numbers }
    const page = pageOf(sampleEvidence(preset, { complete: false, failures: [off] }))
    for (const { profile } of numbers) expect(page).toContain(`${profile}: 2 states instead of 1`)
  })

  test('every derivation has its numbers, what follows, and the clauses and findings that rest on it', () => {
    const elements = elementsOf(parseXml(pageOf(passing)))
    for (const derivation of derivations) {
      const told = elements.find(({ attributes }) => attributes.id === `derivation-${derivation.name}`)!
      const { rows, conclusion } = derivation.run()
      const text = textOf(told)
      expect(text).toContain(derivation.title)
      expect(text).toContain(conclusion)
      const body = elementsOf(told).find(({ name }) => name === 'tbody')!
      expect(body.children.map(({ children }) => textOf(children[2]!))).toEqual(
        rows.map(({ rounded, unit }) => `${rounded} ${unit}`),
      )
      const uses = elementsOf(told).filter(({ name }) => name === 'a')
      expect(uses.map(textOf)).toEqual(expect.arrayContaining([...derivation.clauses]))
      expect(uses.some(({ text }) => /^F-\d+$/.test(text))).toBe(true)
    }
    const [stalling] = elements.filter(({ attributes }) => attributes.id === 'derivation-stalling')
    const uses = elementsOf(stalling!).filter(({ name }) => name === 'a')
    const clausesOfIt = ['PROPOSE-11', 'CLAIM-1', 'CLAIM-6', 'PRUNE-1', 'PRUNE-2', 'PRUNE-7']
    expect(uses.map(textOf)).toEqual([...clausesOfIt, 'F-14'])
  })

  test('the variables of an initial state are told once, and where, in every story that starts in it', () => {
    const [first] = passing.stories
    const page = pageOf({ ...passing, stories: [first!, { ...first!, source: 'bug/Late' }] })
    expect(page.match(/<details class="state">/g)).toHaveLength(1)
    expect(page).toContain(
      `all variables as in <a href="#story-ReachSlashed-profile-escrow">${first!.source}</a>`,
    )
  })

  test('stories are grouped by kind of model, with the line that replays them', () => {
    const [first] = passing.stories
    const page = pageOf({ ...passing, stories: [{ ...first!, source: 'bug/Late' }, first!] })
    expect(page).toContain('<h3>Bug models · 1</h3>')
    expect(page).toContain('<h3>Others · 1</h3>')
    const differing = { ...first!, source: 'differences/one-step/1, profile chain' }
    const titles = pageOf({ ...passing, stories: [first!, differing] }).match(/(?<=<h3>)[^<]*(?= · 1<\/h3>)/g)
    expect(titles).toEqual(['Where forms differ', 'Others'])
    expect(page).toContain('npx lockstep replay report/traces/slashed.itf.json')
  })

  test('places are links into the repository at the commit where its address is known', () => {
    const claim = loadClauses().find(({ id }) => id === 'CLAIM-1')!
    const hrefs = (sources?: string) => {
      const page = pageOf(sampleEvidence(preset, sources === undefined ? {} : { sources }))
      return elementsOf(parseXml(page)).flatMap(({ attributes }) => attributes.href ?? [])
    }
    expect(hrefs()).toContain('../spec/clauses/CLAIM.md')
    const known = hrefs('https://example.org/a/b/blob/0123')
    expect(known).toContain(`https://example.org/a/b/blob/0123/spec/clauses/CLAIM.md#L${claim.line}`)
    expect(known.filter((href) => href.startsWith('..'))).toEqual([])
    expect(hrefs(`https://example.org/a/b/blob/${'0123456789'.repeat(4)}`)).toContain(
      `https://example.org/a/b/blob/012345678901/spec/clauses/CLAIM.md#L${claim.line}`,
    )
  })

  test('what was compiled and executed is told with its hashes, if anything was', () => {
    const page = pageOf(passing)
    expect(page).toContain('optimizer on with 10,000 runs, EVM version prague')
    expect(page).toContain(`<code>0x${'cd'.repeat(32)}</code>`)
    const { bytecode: _, ...summary } = passing.summary
    expect(pageOf({ ...passing, summary })).not.toContain('Bytecode that was executed')
  })

  test('says what the calls cost, each curve with its term and its points', () => {
    const section = elementsOf(parseXml(pageOf(passing))).find(({ attributes }) => attributes.id === 'costs')!
    const terms = elementsOf(section).filter(({ name }) => name === 'dd')
    const curves = readGrowth()
    expect(terms.map(textOf)).toHaveLength(curves.length)
    const rows = elementsOf(section)
      .filter(({ name }) => name === 'tr')
      .map((row) => row.children.map(textOf).join(' '))
    const [first] = curves
    for (const [x, gas] of first!.points)
      expect(rows).toContain(`${x.toLocaleString('en')} ${gas.toLocaleString('en')}`)
    const table = Object.entries(JSON.parse(readFileSync(gasFile, 'utf8')) as Record<string, number>)
    for (const [row, gas] of table) expect(rows).toContain(`${row} ${gas.toLocaleString('en')}`)
  })

  // Preset tiny told 832 steps before queue and fallback, and some 2,240 in 295 stories with them: a story for each Bug
  // model is what the page is for, and a step of two arrows takes 1 kB. The clauses and where they stand take 1 MB of it,
  // more with every actor, the curves and the table of gas 38 kB.
  test.each([
    [832, 30, 1_770_000],
    [2_240, 80, 2_710_000],
  ])(
    'a run with %d steps of stories, told with addresses of a repository, stays in its size',
    (steps, times, bytes) => {
      const sources = `https://github.com/somebody/lockstep/blob/${'0'.repeat(40)}`
      const stories = Array.from({ length: times }, (_, i) =>
        sampleStories().map((story) => ({ ...story, source: `${story.source} ${i}` })),
      ).flat()
      expect(stories.flatMap((story) => story.steps).length).toBeGreaterThan(steps)
      const page = pageOf({ ...sampleEvidence(preset, { sources }), stories })
      expect(Buffer.byteLength(page)).toBeLessThan(bytes)
    },
  )

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
      /^2 {2}Graph parity +93,114 states, 301,772 transitions, 301,772 lists of effects, 2,513,401 refusal sets, 2,815,173 generated steps, 100 probes, 200,000 pairs drawn, 0 differences$/,
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
      'clauses',
      'duvet.json',
      'index.html',
      'junit.xml',
      'lockstep.sarif',
      'stories.md',
      'summary.json',
    ])
    expect(summarySchema.parse(JSON.parse(await readFile(files.summary, 'utf8')))).toEqual(evidence.summary)
    const page = await readFile(files.page, 'utf8')
    const elements = elementsOf(parseXml(page))
    expect(elements.filter(({ attributes }) => attributes.class === 'chart')).toHaveLength(2 + roles.length)
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? [])
    expect(ids).toContain('statecharts')
    expect(new Set(ids).size).toBe(ids.length)
    const regions = elements.filter(({ attributes }) => attributes.role === 'region')
    const names = regions.map(({ attributes }) => attributes['aria-label'])
    expect(new Set(names).size).toBe(names.length)
  })

  test('every link leads to a file of the report or of the tree, and every clause has its page', async () => {
    const { stories, ...evidence } = sampleEvidence(preset)
    const [first] = stories
    await writeReport(
      { ...evidence, stories: [{ ...first!, source: 'bug/ClaimOfTheDropped', itf: undefined }] },
      preset,
      out,
    )
    const pages = (await readdir(join(out, 'clauses'))).filter((name) => name.endsWith('.html'))
    expect(pages.sort()).toEqual(clauses.map(({ id }) => `${id}.html`).sort())
    const ids = new Map<string, Set<string>>()
    const links: { from: string; file: string; id: string | undefined }[] = []
    for (const page of ['index.html', ...pages.map((name) => join('clauses', name))]) {
      const elements = elementsOf(parseXml(await readFile(join(out, page), 'utf8')))
      ids.set(join(out, page), new Set(elements.flatMap(({ attributes }) => attributes.id ?? [])))
      for (const { attributes } of elements) {
        if (attributes.href === undefined) continue
        const [path, id] = attributes.href.split('#')
        links.push({ from: page, file: path === '' ? join(out, page) : join(out, page, '..', path!), id })
      }
    }
    const dead = links.filter(
      ({ file, id }) => !existsSync(file) || (id !== undefined && !ids.get(file)?.has(id)),
    )
    expect(links.length).toBeGreaterThan(3_000)
    expect(dead).toEqual([])
  })

  test('CLAIM-1 has its words, its four forms with their lines, its evidence and its story', async () => {
    const page = elementsOf(parseXml(await readFile(join(out, 'clauses', 'CLAIM-1.html'), 'utf8')))
    const sections = page.filter(({ name }) => name === 'section').map(textOf)
    const under = (title: string) => sections.find((text) => text.includes(title))!
    expect(sections[0]).toContain('Proposers in the first C=13 … slots of epoch=N+1 fetch quotes')
    const forms = under('Four forms')
    for (const line of [
      'Require(OffsetNow(s) < ClaimWindowSlots,',
      "'claimWindowOpen',",
      'if (!Rules.claimWindowOpen(offset, claimWindowSlots)) {',
      'function _requireClaimable(',
    ])
      expect(forms).toContain(line)
    expect(under('Evidence')).toContain('offset 13: refused with ClaimWindowClosed')
    expect(under('Evidence')).toContain('6 caught of 7 made, 1 changes nothing')
    expect(under('Stories')).toContain('A bond is slashed completely')
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
    expect(page).toContain('<b>Graph parity · profile chain · <a href="#CLAIM-1">CLAIM-1</a> · <a ')
    expect(page).toContain('<code>tla/A.tla:3</code></a></b>')
    expect(page).toContain('a\n  b')
  })
})
