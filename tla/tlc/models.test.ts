import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Model, type ModelResult, runModels } from './models.ts'

const fixtures = path.join(path.dirname(fileURLToPath(import.meta.url)), 'fixtures')
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lockstep-models-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const model = async (
  name: string,
  kind: Model['kind'],
  expected: string,
  module = 'Counter.tla',
): Promise<Model> => ({
  name,
  kind,
  expected,
  profile: 'some',
  words: '',
  files: new Map(),
  module: path.join(fixtures, module),
  config: await readFile(path.join(fixtures, `${name}.cfg`), 'utf8'),
})

const summary = (results: ModelResult[]) =>
  results.map(({ model: { name }, result, ok, problem }) => ({ name, result, ok, problem }))

describe('models', () => {
  test('that show what they should are all right, in their order', async () => {
    const models = await Promise.all([
      model('Liveness', 'liveness', 'pass'),
      model('Safety', 'reach', 'BelowThree'),
      model('Shrinks', 'bug', 'NeverShrinks'),
      model('Lasso', 'liveness', 'StaysPositive'),
      model('Deadlock', 'bug', 'deadlock'),
    ])
    const reported: string[] = []
    const onResult = ({ model: { name } }: ModelResult) => reported.push(name)
    const results = await runModels({ models, folder, parallel: 2, onResult })
    expect(summary(results)).toEqual([
      { name: 'Liveness', result: 'pass', ok: true, problem: undefined },
      { name: 'Safety', result: 'BelowThree', ok: true, problem: undefined },
      { name: 'Shrinks', result: 'NeverShrinks', ok: true, problem: undefined },
      { name: 'Lasso', result: 'StaysPositive', ok: true, problem: undefined },
      { name: 'Deadlock', result: 'deadlock', ok: true, problem: undefined },
    ])
    expect(reported.sort()).toEqual(['Deadlock', 'Lasso', 'Liveness', 'Safety', 'Shrinks'])
  })

  test('that show something else say what', async () => {
    const models = await Promise.all([
      model('Safety', 'bug', 'TypeOK'),
      model('Lasso', 'liveness', 'pass'),
      model('Shrinks', 'reach', 'BelowThree'),
      model('Broken', 'bug', 'TypeOK', 'Broken.tla'),
    ])
    expect(summary(await runModels({ models, folder }))).toEqual([
      { name: 'Safety', result: 'BelowThree', ok: false, problem: 'expected TypeOK, found BelowThree' },
      { name: 'Lasso', result: 'StaysPositive', ok: false, problem: 'expected pass, found StaysPositive' },
      {
        name: 'Shrinks',
        result: 'NeverShrinks',
        ok: false,
        problem: 'expected BelowThree, found NeverShrinks',
      },
      {
        name: 'Broken',
        result: 'error',
        ok: false,
        problem: expect.stringMatching(/^TLC failed: [\s\S]*module Broken/),
      },
    ])
  })

  test('bring modules of their own', async () => {
    const config = 'INIT Init\nNEXT Next\nINVARIANT Low\nCHECK_DEADLOCK FALSE\n'
    const text = '---- MODULE Own ----\nVARIABLE x\nInit == x = 1\nNext == UNCHANGED x\nLow == x = 0\n====\n'
    const own: Model = {
      name: 'bug/Own',
      kind: 'bug',
      expected: 'Low',
      profile: 'some',
      words: '',
      config,
      module: 'Own.tla',
      files: new Map([['Own.tla', text]]),
    }
    expect(summary(await runModels({ models: [own], folder }))).toEqual([
      { name: 'bug/Own', result: 'Low', ok: true, problem: undefined },
    ])
  })
})
