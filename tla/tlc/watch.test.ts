import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Model } from './models.ts'
import { readModule } from './module.ts'
import { conjunctsOf, watch } from './watch.ts'

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
  ...{ name: 'bug/Counts', kind: 'bug', profile: 'some', expected: 'Low', words: '' },
  module: 'Counts.tla',
  config: 'INIT Init\nNEXT Next\nINVARIANT Low\nCHECK_DEADLOCK FALSE\n',
  files: new Map([['Counts.tla', module]]),
}
const stated = ['Low', 'Grows', 'Jumps', 'Undefined', 'Far']
const properties = readModule(module).definitions.filter(({ name }) => stated.includes(name))

test('what steps violate is noted up to those that end a path, with the conjuncts that it takes', async () => {
  expect(properties.map(conjunctsOf)).toEqual([2, 0, 2, 0, 0])
  // x = 3 violates Low, which the configuration checks: nobody sees how far it would count.
  expect(await watch(model, { folder, properties })).toEqual({
    violated: ['Jumps', 'Low', 'Undefined'],
    decisive: ['Jumps 2', 'Low 1'],
  })
})

test('no further than asked', async () => {
  expect(await watch(model, { folder, properties, steps: 2 })).toEqual({
    violated: ['Jumps', 'Undefined'],
    decisive: ['Jumps 2'],
  })
})
