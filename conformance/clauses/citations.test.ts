import { describe, expect, test } from 'vitest'
import { type Citation, idFinder } from './citation.ts'
import { solidityCitations } from './solidityCitations.ts'
import { textCitations } from './textCitations.ts'
import { modelCitations, tlaCitations } from './tlaCitations.ts'
import {
  listedCitations,
  machineCitations,
  moduleCitations,
  ruleCitations,
  testCitations,
} from './typescriptCitations.ts'

const findIds = idFinder(['CLAIM', 'PRUNE'])
const summary = (citations: readonly Citation[]) =>
  citations.map(({ clause, line, kind, within }) => `${clause} ${line} ${kind} ${within}`.trim())

describe('TLA+', () => {
  const refusals = new Map([['ClaimWindowClosed', 'CLAIM-1']])
  const module = [
    '---- MODULE Sample ----', //                                               1
    '(* Leaves out CLAIM-9. (* nested *) SHA-256 is no clause. *)', //          2
    'EXTENDS Integers', //                                                      3
    'ASSUME DelayCovers == TRUE \\* CLAIM-6', //                                4
    '', //                                                                      5
    'ClaimRefusals(e) == UNION {', //                                           6
    '    Require(Offset(slot) < 2, "ClaimWindowClosed"),', //                   7
    '    Require("\\\\* CLAIM-8" = e, "Other") } \\* CLAIM-2', //               8
    '', //                                                                      9
    '\\* CLAIM-10: the bond moves.', //                                        10
    'Claim(e) ==', //                                                          11
    '    /\\ slot = 1', //                                                     12
    '    \\* CLAIM-4', //                                                      13
    "    /\\ claim' = e", //                                                  14
    '====', //                                                                 15
  ].join('\n')
  const found = tlaCitations(module, 'tla/Sample.tla', findIds, refusals)

  test('comments and names of refusals are cited with their definition and its kind', () => {
    expect(summary(found)).toEqual([
      'CLAIM-6 4 assume DelayCovers',
      'CLAIM-1 7 refusals ClaimRefusals',
      'CLAIM-2 8 refusals ClaimRefusals',
      'CLAIM-10 10 action Claim',
      'CLAIM-4 13 action Claim',
    ])
  })

  test('a comment above a definition speaks for all of it, one inside for the lines below', () => {
    const spans = found.map(({ clause, from, to }) => [clause, from, to])
    expect(spans.slice(3)).toEqual([
      ['CLAIM-10', 10, 14],
      ['CLAIM-4', 13, 14],
    ])
  })

  test('a comment that stands alone shows the line that it speaks about', () => {
    expect(found.map(({ text }) => text).slice(3)).toEqual(['Claim(e) ==', "/\\ claim' = e"])
  })

  test('definitions in a module of properties are properties', () => {
    const text = '\\* PRUNE-8\nProvenOnlyGrows == TRUE\n'
    expect(summary(tlaCitations(text, 'tla/SampleProperties.tla', findIds, refusals))).toEqual([
      'PRUNE-8 1 property ProvenOnlyGrows',
    ])
  })
})

test('a Bug model is about the clauses that its comments name', () => {
  const text =
    '---- MODULE TwoClaims ----\n\\* Breaks OneClaim (CLAIM-4).\nBuggyRequire(c, r) == r # "ClaimWindowClosed"\n'
  const found = modelCitations(text, 'tla/l1-rollup/bug/TwoClaims.tla', findIds)
  expect(summary(found)).toEqual(['CLAIM-4 2 bug model TwoClaims'])
  expect(found[0]).toMatchObject({ form: 'model', from: 1, to: 3, text: 'Breaks OneClaim (CLAIM-4).' })
})

describe('Statechart', () => {
  const machine = [
    "const shared = and([and(['claimWindowOpen']), 'unknown'])", //  1
    '/** PRUNE-4 */', //                                              2
    'export const machine = setup({}).createMachine({', //           3
    '  states: {', //                                                4
    '    open: {', //                                                5
    '      on: {', //                                                6
    '        claim: {', //                                           7
    "          guard: and(['escrowCovers', shared]),", //            8
    "          meta: { clauses: ['CLAIM-10'] },", //                 9
    '        },', //                                                10
    '        prune: { actions: [] }, // PRUNE-5', //                11
    '      },', //                                                  12
    '    },', //                                                    13
    '  },', //                                                      14
    "  unrelated: 'escrowCovers',", //                              15
    '})', //                                                        16
  ].join('\n')
  const checks = new Map([
    ['claimWindowOpen', 'CLAIM-1'],
    ['escrowCovers', 'CLAIM-8'],
  ])

  test('guards by name, shared guards where they are used, lists of ids and comments', () => {
    expect(summary(machineCitations(machine, 'm.ts', findIds, checks))).toEqual([
      'CLAIM-1 1 guard shared',
      'PRUNE-4 2 constant machine',
      'CLAIM-8 8 guard open.claim',
      'CLAIM-1 8 guard open.claim',
      'CLAIM-10 9 transition open.claim',
      'PRUNE-5 11 transition open.prune',
    ])
  })
})

describe('TypeScript', () => {
  test('a docstring is cited with its function and speaks for all of it', () => {
    const text =
      '/** CLAIM-1. */\nexport const open = (): boolean =>\n  true\n\n/** PRUNE-1, PRUNE-2. */\nfunction due() {}\n'
    const found = moduleCitations(text, 'model/l1-rollup/rules/x.ts', findIds, 'rule')
    expect(summary(found)).toEqual([
      'CLAIM-1 1 function open',
      'PRUNE-1 5 function due',
      'PRUNE-2 5 function due',
    ])
    expect(found.map(({ from, to }) => [from, to])).toEqual([
      [1, 3],
      [5, 6],
      [5, 6],
    ])
  })

  test('a rule that is named like a check cites its clause, once', () => {
    const checks = new Map([
      ['open', 'CLAIM-1'],
      ['due', 'PRUNE-5'],
    ])
    const text =
      '/** CLAIM-1. */\nexport const open = () => true\n/** PRUNE-1. */\nexport const due = () => false\n'
    expect(summary(ruleCitations(text, 'model/l1-rollup/rules/x.ts', findIds, checks))).toEqual([
      'CLAIM-1 1 function open',
      'PRUNE-1 3 function due',
      'PRUNE-5 4 function due',
    ])
  })

  test('an id in code is not a citation', () => {
    expect(moduleCitations("const id = 'CLAIM-1'", 'model/x.ts', findIds, 'rule')).toEqual([])
  })

  test('titles of tests are cited, whatever they are called with', () => {
    const text = [
      "test('CLAIM-1: one', () => {})",
      "it.each([1])('PRUNE-1: %i', () => {",
      '  expect(1).toBe(1)',
      '})',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a test
      'describe(`CLAIM-2 ${x}`, () => {})',
      "other('CLAIM-3', 1)",
    ].join('\n')
    const found = testCitations(text, 'x.test.ts', findIds)
    expect(summary(found).map((line) => line.split(' test ')[0])).toEqual([
      'CLAIM-1 1',
      'PRUNE-1 2',
      'CLAIM-2 5',
    ])
    expect(found[1]).toMatchObject({ from: 2, to: 4, text: 'PRUNE-1: %i' })
  })

  test('lists of ids are cited, other strings with an id are not', () => {
    const text = "export const derivation = { clauses: ['CLAIM-1', 'PRUNE-2'], title: 'about CLAIM-3' }\n"
    expect(summary(listedCitations(text, 'd.ts', findIds, 'parameter'))).toEqual([
      'CLAIM-1 1 constant derivation',
      'PRUNE-2 1 constant derivation',
    ])
  })
})

describe('Solidity', () => {
  const contract = [
    'contract Sample {', //                                              1
    '    /// CLAIM-6: the least bond.', //                               2
    '    uint256 x; // PRUNE-6', //                                      3
    '    /**', //                                                        4
    '     * @notice PRUNE-5', //                                         5
    '     */', //                                                        6
    '    function prune() external {', //                                7
    '        // PRUNE-1', //                                             8
    '        if (x > 1) {', //                                           9
    '            revert("PRUNE-9 // in a string");', //                 10
    '        }', //                                                     11
    '        //= spec/clauses/PRUNE.md#prune-3', //                     12
    '        //# whatever CLAIM-9 says', //                             13
    '        x = 2;', //                                                14
    '    }', //                                                         15
    '}', //                                                             16
  ].join('\n')
  const found = solidityCitations(contract, 'impl/contracts/src/Sample.sol', 'contract', findIds)

  test('comments and Duvet targets are cited with their function; quotes and strings are not', () => {
    expect(summary(found)).toEqual([
      'CLAIM-6 2 contract Sample',
      'PRUNE-6 3 contract Sample',
      'PRUNE-5 5 function prune',
      'PRUNE-1 8 function prune',
      'PRUNE-3 12 function prune',
    ])
  })

  test('a comment speaks for what follows, up to the next', () => {
    expect(found.map(({ from, to }) => [from, to])).toEqual([
      [2, 2],
      [3, 3],
      [5, 7],
      [8, 11],
      [12, 15],
    ])
  })
})

test('a finding is cited with the heading that it stands under', () => {
  const found = textCitations('# F\n\n## F-1 · Words\n\nSee CLAIM-1.\n', 'spec/findings.md', findIds)
  expect(summary(found)).toEqual(['CLAIM-1 5 section F-1 · Words'])
})
