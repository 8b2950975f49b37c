import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Model, type ModelResult, runModels } from './models.ts'
import { readModule } from './module.ts'
import { conjunctsOf } from './watch.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lockstep-watch-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const module = [
  '---- MODULE Counts ----',
  'EXTENDS Integers, Sequences',
  'VARIABLE x',
  'vars == x',
  'Init == x = 0',
  "Next == x' = x + 1",
  'Low ==',
  '    /\\ x < 3',
  '    /\\ x >= 0',
  "Grows == [][x' > x]_vars",
  'Jumps ==',
  "    [][/\\ x' # x",
  "       /\\ x' # 2 \\/ x' # x + 1]_vars",
  "Undefined == [][x' = 2 => <<>>[1] = x]_vars",
  "Far == [][x' < 6]_vars",
  '====',
  '',
].join('\n')
const model: Model = {
  name: 'bug/Counts',
  kind: 'bug',
  profile: 'some',
  expected: 'Low',
  words: '',
  module: 'Counts.tla',
  config: 'INIT Init\nNEXT Next\nINVARIANT Low\nCHECK_DEADLOCK FALSE\n',
  files: new Map([['Counts.tla', module]]),
}
const stated = ['Low', 'Grows', 'Jumps', 'Undefined', 'Far']
const properties = readModule(module).definitions.filter(({ name }) => stated.includes(name))

const run = async (own: Model): Promise<ModelResult> => {
  const [result] = await runModels({ models: [own], folder, properties })
  if (result?.problem) throw new Error(result.problem)
  return result!
}

test('what steps violate is noted up to those that end a path, with the conjuncts that it takes', async () => {
  expect(properties.map(conjunctsOf)).toEqual([2, 0, 2, 0, 0])
  // x = 3 violates Low, which the configuration checks: nobody sees how far it would count.
  const { ok, result, tlc, watched } = await run(model)
  expect([ok, result, tlc.counterexample?.states.length]).toEqual([true, 'Low', 4])
  expect(watched).toEqual({ violated: ['Jumps', 'Low', 'Undefined'], decisive: ['Jumps 2', 'Low 1'] })
})

test('all steps as near as the first violation are looked at, and none beyond', async () => {
  const text = module.replace("x' = x + 1\n", "x' \\in {x + 10, x + 1, x - 1}\n")
  const { result, watched } = await run({ ...model, files: new Map([['Counts.tla', text]]) })
  expect(result).toBe('Low')
  // 1, from where Jumps is violated, is reached after one step: that is a level too far.
  expect(watched).toEqual({ violated: ['Far', 'Grows', 'Low'], decisive: ['Low 1', 'Low 2'] })
})

test('a property of the configuration that is a step ends paths too', async () => {
  const config = 'INIT Init\nNEXT Next\nPROPERTY Jumps\nCHECK_DEADLOCK FALSE\n'
  const { ok, result, watched } = await run({ ...model, expected: 'Jumps', config })
  expect([ok, result]).toEqual([true, 'Jumps'])
  expect(watched).toEqual({ violated: ['Jumps', 'Undefined'], decisive: ['Jumps 2'] })
})

test('a Bug model whose module stands in a folder of its own is found there', async () => {
  const own = path.join(folder, 'own')
  mkdirSync(own)
  const module = path.join(own, 'Late.tla')
  writeFileSync(module, '---- MODULE Late ----\nEXTENDS Counts\n====\n')
  const { ok, watched } = await run({ ...model, name: 'bug/Late', module })
  expect(ok).toBe(true)
  expect(watched).toEqual({ violated: ['Jumps', 'Low', 'Undefined'], decisive: ['Jumps 2', 'Low 1'] })
})
