import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RefusalName } from '../../model/l1-rollup/refusals.ts'
import { parseClauses } from '../../spec/clause.ts'
import type { Decided, Summary } from '../evidence.ts'
import { mutantsByClause } from '../mutate/byClause.ts'
import { clauseEvidence, countClauses, type Sides } from './clauseEvidence.ts'
import { type ClauseIndex, readIndex, treeRoot } from './clauseIndex.ts'
import { duvetProblems } from './duvet.ts'
import { evidenceWords } from './evidenceWords.ts'
import { type Asked, clausesAt, explain, explainClause } from './explain.ts'

const clauseText = `## CLAIM-1
The claim window · normative
> "first C=13 slots" (Section 2)

A claim MUST be refused with ClaimWindowClosed after the window.
Boundary (rfc): 12 passes, 13 is refused.

## CLAIM-2
Nobody wrote this one down · open
> "silence" (Section 2)

A claim SHOULD NOT be silent.
Readings: (a) or (b). Choice: (b).
Boundary (rfc): none.
`

const tree: Record<string, string> = {
  'spec/clauses/CLAIM.md': clauseText,
  'tla/Rollup.tla': '\nRefusals(e) == UNION {\n  Require(TRUE, "ClaimWindowClosed"),\n  {} }\n',
  'tla/l1-rollup/bug/LateClaim.tla':
    '---- MODULE LateClaim ----\n\\* Violates ClaimsAreInTime.\n\\* Claims late (CLAIM-1).\n====\n',
  'tla/l1-rollup/L1RollupReach.tla': 'NeverLastOffset == ~Last \\* CLAIM-1\n',
  'tla/l1-rollup/L1RollupProperties.tla': '\\* CLAIM-1\nClaimsAreSettled ==\n    TRUE\n',
  'tla/tlc/fixtures/Other.tla': '\\* CLAIM-1\nX == 1\n',
  'model/l1-rollup/rules/claim.ts':
    '/** CLAIM-1. */\nexport const claimWindowOpen = () =>\n  true\nconst other = 1\n',
  'model/l1-rollup/l1-rollup.machine.ts':
    "export const m = { on: { claim: { guard: and(['claimWindowOpen']) } } }\n",
  'model/l1-rollup/claim.test.ts': "test('CLAIM-1: offset 12 passes', () => {})\n",
  'impl/contracts/src/generated/Rules.sol': '// CLAIM-1\nfunction claimWindowOpen() {}\n',
  'impl/contracts/src/Rollup.sol':
    'contract Rollup {\n  function f() {\n    //= spec/clauses/CLAIM.md#claim-1\n    //# after the window\n    x;\n  }\n  // CLAIM-7\n}\n',
  'impl/contracts/src/mock/Mock.sol': '// CLAIM-2\ncontract Mock {}\n',
  'conformance/report/page.test.ts': "test('CLAIM-2 is shown', () => {})\n",
}
const clauses = parseClauses(clauseText, 'spec/clauses/CLAIM.md')
let root: string
let index: ClauseIndex
let asked: Asked

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'lockstep-explain-'))
  for (const [file, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  index = readIndex(root, clauses)
  asked = { root, folder: join(root, 'model/l1-rollup/rules') }
})
afterAll(() => rmSync(root, { recursive: true }))

describe('the index', () => {
  test('every form is read, fixtures, mocks and tests of the report are not', () => {
    expect(
      index.citations.map(({ clause, form, file, line }) => `${clause} ${form} ${file}:${line}`),
    ).toEqual([
      'CLAIM-1 tla tla/Rollup.tla:3',
      'CLAIM-1 tla tla/l1-rollup/L1RollupProperties.tla:1',
      'CLAIM-1 model tla/l1-rollup/L1RollupReach.tla:1',
      'CLAIM-1 model tla/l1-rollup/bug/LateClaim.tla:3',
      'CLAIM-1 statechart model/l1-rollup/l1-rollup.machine.ts:1',
      'CLAIM-1 rule model/l1-rollup/rules/claim.ts:1',
      'CLAIM-1 generated impl/contracts/src/generated/Rules.sol:1',
      'CLAIM-1 contract impl/contracts/src/Rollup.sol:3',
      'CLAIM-1 test model/l1-rollup/claim.test.ts:1',
    ])
  })

  test('an id that no clause has is unknown, and counts for nothing', () => {
    expect(index.unknown.map(({ clause, file, line }) => `${clause} ${file}:${line}`)).toEqual([
      'CLAIM-7 impl/contracts/src/Rollup.sol:7',
    ])
  })

  test('a tree without models and contracts is read as one', () => {
    const bare = mkdtempSync(join(tmpdir(), 'lockstep-bare-'))
    expect(readIndex(bare, clauses).citations).toEqual([])
    rmSync(bare, { recursive: true })
  })
})

describe('the evidence of clauses', () => {
  const counted = (count: number) => new Map<RefusalName, number>([['ClaimWindowClosed', count]])
  const none = { passed: new Map<string, number>(), refused: new Map<string, number>() }
  const decided = new Map<RefusalName, Decided>([
    ['ClaimWindowClosed', { pairs: 1, fields: ['caller'], alone: 2, acrossStates: false }],
  ])
  const sides = { passed: counted(3), refused: counted(2), decided, clauses: none }

  test('a clause that nothing cites shows as such', () => {
    const [first, second] = clauseEvidence(index, sides)
    expect(first).toMatchObject({
      id: 'CLAIM-1',
      tla: ['tla/Rollup.tla:3', 'tla/l1-rollup/L1RollupProperties.tla:1'],
      passed: 3,
      refused: 2,
    })
    expect(first!.statechart).toEqual([
      'model/l1-rollup/l1-rollup.machine.ts:1',
      'model/l1-rollup/rules/claim.ts:1',
    ])
    const { boundaries: _, ...rest } = second!
    expect(rest).toEqual({
      id: 'CLAIM-2',
      title: 'Nobody wrote this one down',
      status: 'open',
      word: 'SHOULD NOT',
      place: 'spec/clauses/CLAIM.md:8',
      check: 'somethingToClaim',
      refusal: 'NothingToClaim',
      properties: [],
      models: [],
      tla: [],
      statechart: [],
      generated: [],
      contract: [],
      tests: [],
      basis: 'check',
      passed: 0,
      refused: 0,
    })
  })

  test('properties that cite it or that its Bug models violate, and its models as a run names them', () => {
    const [first] = clauseEvidence(index, sides)
    expect(first!.properties).toEqual(['ClaimsAreSettled', 'ClaimsAreInTime'])
    expect(first!.models).toEqual([
      { name: 'reach/LastOffset', place: 'tla/l1-rollup/L1RollupReach.tla:1' },
      { name: 'bug/LateClaim', place: 'tla/l1-rollup/bug/LateClaim.tla:3', violates: 'ClaimsAreInTime' },
    ])
  })

  test('mutants of other sources than now are said to be', () => {
    const summary = JSON.parse(readFileSync(new URL('../mutate/summary.json', import.meta.url), 'utf8'))
    // Roles of a node have mutants of their own in it.
    const committed = { ...summary, roles: {} }
    const hashes = Object.fromEntries(
      Object.entries<{ sources: string }>(committed.sides).map(([side, { sources }]) => [side, sources]),
    ) as Parameters<typeof mutantsByClause>[1]
    const text = (now: typeof hashes): string =>
      explain(index, 'CLAIM-1', asked, { mutants: mutantsByClause(committed, now), run: undefined })
    const { made, caught } = committed.clauses['CLAIM-1']
    expect(text(hashes)).toContain(`Mutants\n  ${caught} caught of ${made} made\n`)
    expect(text({ ...hashes!, tla: 'changed' })).toContain(`${made} made (of older sources)\n`)
  })

  test('executed needs both sides', () => {
    const both = countClauses(index, clauseEvidence(index, sides))
    expect(both).toEqual({
      total: 2,
      must: 1,
      modelled: 1,
      implemented: 1,
      executed: 1,
      paired: 1,
      oneSided: 0,
    })
    const onlyPassed = clauseEvidence(index, { ...sides, refused: new Map() })
    expect(countClauses(index, onlyPassed).executed).toBe(0)
    expect(countClauses(index, clauseEvidence(index, { ...sides, decided: new Map() })).paired).toBe(0)
  })

  test('a clause without a check counts by the steps at its boundary, one that refuses nothing by its effect', () => {
    const own = readIndex()
    const steps = {
      passed: new Map([
        ['PRUNE-1', 5],
        ['PROOF-6', 4],
      ]),
      refused: new Map([['PRUNE-1', 6]]),
    }
    const evidence = clauseEvidence(own, { ...sides, passed: new Map(), refused: new Map(), clauses: steps })
    const found = (id: string) => evidence.find((clause) => clause.id === id)
    expect(found('PRUNE-1')).toMatchObject({ basis: 'boundary', passed: 5, refused: 6 })
    expect(found('PROOF-6')).toMatchObject({ basis: 'effect', passed: 4, refused: 0 })
    expect(found('PRUNE-6')).toMatchObject({ basis: 'none', passed: 0, refused: 0 })
    expect(countClauses(own, evidence)).toMatchObject({ executed: 1, oneSided: 1 })
  })
})

describe('what the last run says of a clause', () => {
  const run = {
    date: '2026-02-03T04:05:06.789Z',
    commit: 'c',
    preset: 'tiny',
    complete: false,
    failures: [],
    rungs: {},
    bytecode: {},
  } as unknown as Summary
  const counted = new Map<RefusalName, number>([['ClaimWindowClosed', 3]])
  const nothing = { passed: new Map(), refused: new Map() }
  const said = (of: Pick<Sides, 'run'>, summary = run): string | undefined => {
    const sides = { passed: counted, refused: new Map(), decided: new Map(), clauses: nothing, ...of }
    const [evidence] = clauseEvidence(index, sides)
    return evidenceWords(evidence!, summary).at(-1)!.lines[1]!.text
  }
  const date = '2026-02-03T04:05:06.789Z'

  test.each([
    [
      'its counts',
      { run: { date, rungs: ['oneStep', 'replay'] } },
      'bytecode accepted 3 events that its check guards and refused 0',
    ],
    [
      'those of one rung, where the other did not come to its end',
      { run: { date, rungs: ['replay'] } },
      'bytecode accepted 3 events that its check guards and refused 0, in Replay on real blocks only',
    ],
    [
      'that there are none, which is not 0',
      {},
      'not counted in this run: no rung that counts it came to its end',
    ],
  ] as [string, Pick<Sides, 'run'>, string][])('%s', (_, of, text) => {
    expect(said(of)).toBe(text)
  })

  test('that no bytecode was asked for', () => {
    const { bytecode: _, ...without } = run
    expect(said({}, without)).toBe('no bytecode was executed')
  })
})

describe('explain CLAUSE', () => {
  test('the clause and its places in reading order', () => {
    const lines = explainClause(index, 'claim-1').split('\n')
    expect(lines[0]).toBe('CLAIM-1 · The claim window · normative')
    expect(lines[1]).toBe('spec/clauses/CLAIM.md:1')
    expect(lines).toContain('  Check claimWindowOpen, refusal ClaimWindowClosed')
    const titles = lines.filter((line) => /^[A-Z]\w+[+\w ]*( \(.*\))?$/.test(line))
    expect(titles.map((title) => title.replace(/ \(.*/, ''))).toEqual([
      'TLA+',
      'Statechart',
      'Rules and facts',
      'Generated Solidity',
      'Contract',
      'Tests',
      'Properties',
      'Bug and Reach models',
      'Boundary examples',
    ])
    expect(lines).toContain('  tla/Rollup.tla:3  refusals Refusals')
    expect(lines).toContain('      Require(TRUE, "ClaimWindowClosed"),')
  })

  test('what is missing is said', () => {
    const text = explainClause(index, 'CLAIM-2')
    expect(text).toContain(
      'Not cited in: TLA+, Statechart, Rules and facts, Generated Solidity, Contract, Tests',
    )
    expect(text).toContain('Readings: (a) or (b). Choice: (b).')
  })

  test('an unknown clause is an error that names the nearest', () => {
    expect(() => explainClause(index, 'CLIAM-2')).toThrow(
      'there is no clause CLIAM-2: expected an id as CLAIM-2',
    )
  })
})

describe('explain FILE:LINE', () => {
  const at = (place: string): string => explain(index, place, asked).split('\n')[0]!

  test.each([
    ['a cited line', 'tla/Rollup.tla:3', 'tla/Rollup.tla:3'],
    ['a line of the same operator', 'tla/Rollup.tla:4', 'tla/Rollup.tla:4'],
    ['a line of the rule, from the working folder', 'claim.ts:3', 'model/l1-rollup/rules/claim.ts:3'],
    ['the line below a Duvet comment', 'impl/contracts/src/Rollup.sol:5', 'impl/contracts/src/Rollup.sol:5'],
    ['a blank line, told by the nearest', 'tla/Rollup.tla:1', 'tla/Rollup.tla:1 is blank, line 2'],
    ['the clause itself, with a column', 'spec/clauses/CLAIM.md:5:3', 'spec/clauses/CLAIM.md:5'],
  ])('%s', (_, place, shown) => {
    expect(at(place)).toBe(`${shown} belongs to CLAIM-1`)
  })

  test('an absolute path', () => {
    expect(at(`${root}/model/l1-rollup/claim.test.ts:1`)).toBe(
      'model/l1-rollup/claim.test.ts:1 belongs to CLAIM-1',
    )
  })

  test('the last line of a clause file belongs to its last clause', () => {
    expect(clausesAt(index, 'spec/clauses/CLAIM.md', 13)).toEqual(['CLAIM-2'])
  })

  test.each([
    ['model/l1-rollup/rules/claim.ts:4', 'belongs to no clause; the nearest is CLAIM-1 at line 1'],
    ['model/l1-rollup/rules/claim.ts:6', 'has no line 6: expected a line from 1 to 4'],
    ['model/l1-rollup/rules/claim.ts:0', 'has no line 0: expected a line from 1 to 4'],
    ['l1-rollup.machine.ts:1', 'such as model/l1-rollup/l1-rollup.machine.ts'],
    ['nowhere.ts:1', 'nowhere.ts: expected a file of spec, tla, model, impl or conformance'],
  ])('%s is an error', (place, message) => {
    expect(() => at(place)).toThrow(message)
  })
})

describe('explain FILE', () => {
  test('what it cites, line by line, then the clauses', () => {
    expect(explain(index, 'claim.ts', asked).split('\n')).toEqual([
      'model/l1-rollup/rules/claim.ts',
      '',
      'Cites',
      '  CLAIM-1  line 1  function claimWindowOpen',
      '',
      'Clauses (1)',
      '  CLAIM-1  The claim window',
    ])
  })

  test('of a clause file, its clauses', () => {
    expect(explain(index, 'spec/clauses/CLAIM.md', asked)).toContain('Clauses (2)\n  CLAIM-1  ')
  })
})

describe('explain NAME', () => {
  const head = (name: string): string => explain(index, name, asked).split('\n')[0]!

  test.each([
    ['a refusal', 'claimwindowclosed', 'ClaimWindowClosed · refusal · CLAIM-1'],
    ['a check', 'claimWindowOpen', 'claimWindowOpen · check · CLAIM-1'],
    ['an event', 'claim', 'claim · statechart · CLAIM-1'],
    ['a property', 'ClaimsAreSettled', 'ClaimsAreSettled · property · CLAIM-1'],
    ['a Bug model', 'bug/LateClaim', 'bug/LateClaim · bug model · CLAIM-1'],
    ['a Reach model', 'reach/LastOffset', 'reach/LastOffset · operator · CLAIM-1'],
    ['a function of a contract', 'f', 'f · function · CLAIM-1'],
  ])('%s', (_, name, expected) => {
    expect(head(name)).toBe(expected)
  })

  test('a property that no clause cites is told with the Bug models that are written against it', () => {
    expect(explain(index, 'ClaimsAreInTime', asked)).toContain(
      'Violated by\n  tla/l1-rollup/bug/LateClaim.tla\n',
    )
  })

  test('of several clauses, where the name stands for them', () => {
    const text = explain(readIndex(), 'committeeMode.claimed', { root: treeRoot, folder: treeRoot })
    expect(text).toContain('guard committeeMode.claimed.submitEpochProof\n')
    expect(text).not.toContain('committeeMode.unclaimed')
    expect(text).toContain('  PROOF-5  ')
  })

  test('what is nothing is an error that names the nearest', () => {
    expect(() => head('ClaimWindowClose')).toThrow(
      'ClaimWindowClose: expected a clause, a name or a file; the nearest names are ClaimWindowClosed, ',
    )
  })
})

describe('Duvet comments', () => {
  const problems = (...lines: string[]) => duvetProblems(lines.join('\n'), 'R.sol', clauses)
  const target = '//= spec/clauses/CLAIM.md#claim-1'

  test('words of the clause over several lines are accepted, with a type between', () => {
    expect(
      problems(target, '//= type=implication', '//# refused with ClaimWindowClosed', '//# after the window.'),
    ).toEqual([])
  })

  test.each([
    [
      'other words',
      [target, '//# before the window'],
      'R.sol:1: "before the window" is not what CLAIM-1 says',
    ],
    [
      'words of two parts of the clause',
      [target, '//# after the window. 12 passes'],
      'is not what CLAIM-1 says',
    ],
    ['no words', [target], 'R.sol:1: CLAIM-1 is cited without words of it'],
    [
      'a clause that is not there',
      ['//= spec/clauses/CLAIM.md#claim-9', '//# x'],
      'R.sol:1: there is no clause',
    ],
    ['words without a target', ['x;', '//# after'], 'R.sol:2: "//# after" follows no target'],
  ])('%s', (_, lines, message) => {
    expect(problems(...lines)).toEqual([expect.stringContaining(message)])
  })
})

describe('this tree', () => {
  const own = readIndex()

  test('names no clause that does not exist', () => {
    expect(own.unknown.map(({ clause, file, line }) => `${file}:${line}: ${clause}`)).toEqual([])
  })

  test('every Duvet comment quotes its clause word for word', () => {
    expect(own.duvetProblems).toEqual([])
  })

  test('every check has a rule that cites its clause', () => {
    const cited = new Set(own.citations.filter(({ form }) => form === 'rule').map(({ clause }) => clause))
    const checked = own.clauses.filter(({ id }) => explainClause(own, id).includes('  Check '))
    expect(checked.length).toBeGreaterThan(0)
    expect(checked.filter(({ id }) => !cited.has(id)).map(({ id }) => id)).toEqual([])
  })
})
