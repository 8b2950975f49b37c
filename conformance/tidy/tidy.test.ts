import { describe, expect, test } from 'vitest'
import { loadClauses } from '../../spec/clause.ts'
import {
  actorViolations,
  clauseViolations,
  epochViolations,
  importViolations,
  linkViolations,
  machineViolations,
  nodeViolations,
  readTree,
  registryViolations,
  statechartViolations,
  type Violation,
} from './tidy.ts'

const tree = readTree()
const known = new Set(loadClauses().map(({ id }) => id))
const lines = (violations: readonly Violation[]) =>
  violations.map(({ file, line, message }) => `${file}:${line}: ${message}`)
const found = (violations: readonly Violation[]) =>
  violations.map(({ line, message }) => `${line} ${message}`)

/** Ids that no clause has on purpose: these tests ask for them. */
const madeUp = ['conformance/clauses/citations.test.ts', 'conformance/cli/cli.test.ts']

describe('the tree', () => {
  test('was read', () => {
    const files = tree.map(({ file }) => file)
    expect(files).toEqual(
      expect.arrayContaining([
        'package.json',
        'spec/actors/l1-rollup.md',
        'model/l1-rollup/l1-rollup.machine.ts',
        'README.md',
      ]),
    )
    expect(files.filter((file) => file.endsWith('.tla') || file.endsWith('.sol')).length).toBeGreaterThan(10)
  })

  test('imports go one way: spec, model, impl, conformance, with tla beside model', () => {
    expect(lines(tree.flatMap(importViolations))).toEqual([])
  })

  test('what a node runs loads no XState', () => {
    expect(tree.filter(({ file }) => /^impl\/node\/generated\/.*\.step\.ts$/.test(file))).not.toEqual([])
    expect(lines(nodeViolations(tree))).toEqual([])
  })

  test('code for every actor imports from the folder of none', () => {
    expect(lines(tree.flatMap(actorViolations))).toEqual([])
  })

  test('every clause id in code, models, contracts and prose is that of a clause', () => {
    const violations = tree.flatMap((file) => clauseViolations(file, known))
    expect(lines(violations.filter(({ file }) => !madeUp.includes(file)))).toEqual([])
    expect([...new Set(violations.map(({ file }) => file))].sort()).toEqual(madeUp)
  })

  test('relative links in Markdown lead somewhere', () => {
    expect(lines(tree.flatMap((file) => linkViolations(file)))).toEqual([])
  })

  test('statecharts act on events only, and name what they do', () => {
    expect(lines(tree.flatMap(statechartViolations))).toEqual([])
  })

  test('TIME-2: the epoch of a slot is that of the one rule', () => {
    expect(lines(tree.flatMap(epochViolations))).toEqual([])
  })

  test('no file names a path of one machine or a private registry', () => {
    expect(lines(tree.flatMap(machineViolations))).toEqual([])
    expect(lines(tree.flatMap(registryViolations))).toEqual([])
  })
})

describe('what tidy finds', () => {
  test.each([
    ['model/a.ts', "import { x } from '../impl/x.ts'", ['1 model may not import from impl']],
    ['spec/a.ts', "\nexport { x } from '../model/x.ts'", ['2 spec may not import from model']],
    ['tla/a.ts', "import type { X } from '../model/x.ts'", ['1 tla may not import from model']],
    ['impl/a/b.ts', "await import('../../conformance/x.ts')", ['1 impl may not import from conformance']],
    ['impl/a.ts', "import { setup } from 'xstate'", ['1 XState belongs to statecharts and the explorer']],
    [
      'model/a.ts',
      "import { and } from 'xstate/guards'",
      ['1 XState belongs to statecharts and the explorer'],
    ],
    ['model/a/a.machine.ts', "import { setup } from 'xstate'", []],
    ['conformance/a.ts', "import '../impl/x.ts'\nimport '../tla/x.ts'", []],
  ])('imports of %s: %s', (file, text, expected) => {
    expect(found(importViolations({ file, text }))).toEqual(expected)
  })

  test.each([
    [
      'model/core/a.ts',
      "import { x } from '../l1-rollup/x.ts'",
      ['1 code for every actor may not name l1-rollup'],
    ],
    [
      'tla/tlc/a.ts',
      "\nimport type { X } from '../prover/x.ts'",
      ['2 code for every actor may not name prover'],
    ],
    [
      'conformance/rungs/graph-parity/a.ts',
      "import '../../../tla/l1-rollup/x.ts'\nimport './fixtures/x.ts'",
      ['1 code for every actor may not name l1-rollup', '2 code for every actor may not name a fixture'],
    ],
    ['model/core/a.ts', "import '../shared/x.ts'\nimport './x.ts'\nimport '../../spec/x.ts'", []],
    ['model/core/a.test.ts', "import '../l1-rollup/x.ts'", []],
    ['conformance/rungs/graph-parity/fixtures/lamp/a.ts', "import './x.ts'", []],
    ['conformance/runs/a.ts', "import '../../model/l1-rollup/x.ts'", []],
  ])('actors that %s names: %s', (file, text, expected) => {
    expect(found(actorViolations({ file, text }))).toEqual(expected)
  })

  test('XState in what a node runs, however far away, but not its types', () => {
    const machine = { file: 'model/a/a.machine.ts', text: "import { setup } from 'xstate'" }
    const actor = { file: 'model/a/actor.ts', text: "export { a } from './a.machine.ts'" }
    const types = { file: 'model/a/types.ts', text: "import type { A } from 'xstate'" }
    const importing = (text: string) =>
      nodeViolations([machine, actor, types, { file: 'impl/node/a.ts', text }])
    expect(found(importing("import type { A } from '../../model/a/actor.ts'"))).toEqual([])
    expect(found(importing("import { a } from '../../model/a/types.ts'"))).toEqual([])
    const way = 'model/a/actor.ts, model/a/a.machine.ts, xstate'
    for (const text of [
      "import { a } from '../../model/a/actor.ts'",
      "import { type A } from '../../model/a/actor.ts'",
      "await import('../../model/a/actor.ts')",
    ])
      expect(found(importing(text))).toEqual([`1 a node would run XState: ${way}`])
  })

  test('a clause id that does not exist, in any kind of file', () => {
    const text = `one\n${'CLAIM'}-1 and ${'CLAIM'}-999`
    expect(found(clauseViolations({ file: 'a.sol', text }, new Set(['CLAIM-1'])))).toEqual([
      `2 there is no clause ${'CLAIM'}-999`,
    ])
  })

  test('dead links and anchors, but not those of code blocks and of the web', () => {
    const text = [
      '[a](absent.md) [b](https://example.org) [c](README.md)',
      '```',
      '[d](absent.md)',
      '```',
      '[e](actors/l1-rollup.md#state) [f](actors/l1-rollup.md#nowhere)',
    ].join('\n')
    expect(found(linkViolations({ file: 'spec/a.md', text }))).toEqual([
      '1 dead link absent.md',
      '1 dead link README.md',
      '5 dead link actors/l1-rollup.md#nowhere',
    ])
  })

  test('banned keys, calls and inline functions of a statechart', () => {
    const text = [
      'setup({ guards: { ok: () => true } }).createMachine({',
      "  always: { target: 'x' },",
      '  on: { go: { guard: ({ context }) => context.ok } },',
      "  states: { x: { entry: raise({ type: 'go' }) } },",
      '})',
    ].join('\n')
    expect(found(statechartViolations({ file: 'model/a.machine.ts', text }))).toEqual([
      '2 always hides behaviour from the explorer',
      '3 a function in the configuration: name it in setup',
      '4 entry hides behaviour from the explorer',
      '4 raise hides behaviour from the explorer',
    ])
  })

  test('a division by the slots of an epoch outside of the rule, however it is written', () => {
    const text = [
      'const a = Math.floor(slot / p.slotsPerEpoch)',
      'const b = slot / BigInt(this.p.slotsPerEpoch) - 1n',
      'const c = slot % (slotsPerEpoch)',
      'const d = floorMod(slot, slotsPerEpoch) + floorDiv(slot, p.slotsPerEpoch)',
      'const e = age * slotsPerEpoch + slotsPerEpoch / 2 + floorDiv(slotsPerEpoch, 3)',
      'slot %= slotsPerEpoch',
    ].join('\n')
    const by = (line: number) => `${line} an epoch or offset by hand: epochOf and offsetOf are the rule`
    expect(found(epochViolations({ file: 'conformance/a.ts', text }))).toEqual([1, 2, 3, 4, 4, 6].map(by))
    expect(epochViolations({ file: 'model/l1-rollup/rules/arithmetic.ts', text })).toEqual([])
  })

  test('paths of a machine, but not those of the web or of a repository', () => {
    const text = ['see /home/somebody/x', 'https://example.org/home/x', 'model/work/x', '"/Users/me"'].join(
      '\n',
    )
    expect(found(machineViolations({ file: 'a.md', text }))).toEqual([
      '1 /home/somebody is a path of one machine',
      '4 /Users/me is a path of one machine',
    ])
  })

  test('a registry that is not the public one', () => {
    const text = '"resolved": "https://registry.npmjs.org/a.tgz"\n"resolved": "http://mirror.example/a.tgz"'
    expect(found(registryViolations({ file: 'package-lock.json', text }))).toEqual([
      '2 http://mirror.example is not the public registry',
    ])
  })
})
