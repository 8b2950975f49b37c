import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Model, type ModelResult, runModels } from './models.ts'
import { togetherOf } from './reached.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lockstep-reached-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const counts = [
  '---- MODULE Counts ----',
  'EXTENDS Integers',
  'VARIABLES x, last',
  'View == x',
  'Init == x = 0 /\\ last = "init"',
  'Next == \\/ x < 5 /\\ x\' = x + 1 /\\ last\' = "one"',
  '        \\/ x < 4 /\\ x\' = x + 2 /\\ last\' = "two"',
  'NeverThree == x # 3',
  'NeverStarted == x # 0',
  'NeverFour == x # 4',
  'NeverBeyondTwo == x < 3',
  'NeverNine == x # 9',
  '====',
  '',
].join('\n')
const reach = (never: string): Model => ({
  name: `reach/${never.slice('Never'.length)}`,
  kind: 'reach',
  profile: 'some',
  expected: never,
  words: '',
  module: 'Counts.tla',
  config: `INIT Init\nNEXT Next\nVIEW View\nINVARIANT ${never}\nCHECK_DEADLOCK FALSE\n`,
  files: new Map([['Counts.tla', counts]]),
})
const shown = (results: readonly ModelResult[]) =>
  results.map(({ model, result, ok, tlc }) => [
    model.expected,
    result,
    ok,
    tlc.counterexample?.states.map(({ variables }) => (variables.get('x') as { value: unknown }).value),
  ])

test('claims are refuted together as each is alone, by a shortest way; what is not decided runs alone', async () => {
  // x = 3 refutes two of them, and NeverNine is right.
  const models = ['NeverThree', 'NeverStarted', 'NeverFour', 'NeverBeyondTwo', 'NeverNine'].map(reach)
  const together = await runModels({ models, folder })
  const alone = await Promise.all(
    models.map(
      async (model) => (await runModels({ models: [model], folder: path.join(folder, model.name) }))[0]!,
    ),
  )
  const ways = (results: readonly ModelResult[]) =>
    shown(results).map(([name, result, ok]) => [name, result, ok])
  expect(ways(together)).toEqual(ways(alone))
  expect(ways(together).map(([, result]) => result)).toEqual([
    'NeverThree',
    'NeverStarted',
    'NeverFour',
    'NeverBeyondTwo',
    'pass',
  ])
  // Four of them share the states 0 to 5; NeverNine, which runs alone afterwards, has all of them again.
  expect(together.slice(0, 4).reduce((sum, { distinctStates }) => sum + distinctStates, 0)).toBe(6)
  expect(together.at(-1)!.problem).toBe('expected NeverNine, found pass')
  expect(shown(together)).toEqual([
    ['NeverThree', 'NeverThree', true, [0n, 1n, 3n]],
    ['NeverStarted', 'NeverStarted', true, [0n]],
    ['NeverFour', 'NeverFour', true, [0n, 2n, 4n]],
    ['NeverBeyondTwo', 'NeverBeyondTwo', true, [0n, 1n, 3n]],
    ['NeverNine', 'pass', false, undefined],
  ])
})

test('only Reach models that differ in nothing but their claim are explored together', () => {
  const [three, four] = [reach('NeverThree'), reach('NeverFour')]
  const bug: Model = { ...reach('NeverNine'), name: 'bug/Nine', kind: 'bug' }
  const other: Model = { ...reach('NeverNine'), config: `${reach('NeverNine').config}CONSTRAINT View\n` }
  expect(togetherOf([three, bug, four, other]).map((group) => group.map(({ expected }) => expected))).toEqual(
    [['NeverThree', 'NeverFour'], ['NeverNine'], ['NeverNine']],
  )
})
