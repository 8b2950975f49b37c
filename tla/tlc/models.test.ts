import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { type DeclaredModel, type ModelResult, readModels, runModels } from './models.ts'

const fixtures = path.join(path.dirname(fileURLToPath(import.meta.url)), 'fixtures')
const folders: string[] = []
let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lockstep-models-'))
  folders.push(folder)
  file = path.join(folder, 'expected.json')
})
afterAll(async () => {
  for (const each of folders) await rm(each, { recursive: true, force: true })
})

const model = (name: string, kind: DeclaredModel['kind'], expected: string, more: object = {}) => ({
  name,
  module: 'Counter.tla',
  config: `${name}.cfg`,
  kind,
  expected,
  ...more,
})

/** Writes a list, with the files that it names. */
async function declare(models: { module: string; config: string }[]): Promise<string> {
  const files = new Set(models.flatMap(({ module, config }) => [module, config]))
  for (const name of files) await cp(path.join(fixtures, name), path.join(folder, name))
  await writeFile(file, JSON.stringify(models))
  return file
}

const summary = (results: ModelResult[]) =>
  results.map(({ name, result, ok, problem }) => ({ name, result, ok, problem }))

describe('declared models', () => {
  test('that show what they should are all right, in the order of the list', async () => {
    await declare([
      model('Pass', 'safety', 'pass', { distinctStates: 11 }),
      model('Safety', 'reach', 'BelowThree'),
      model('Shrinks', 'bug', 'NeverShrinks'),
      model('Lasso', 'liveness', 'StaysPositive'),
      model('Deadlock', 'bug', 'deadlock'),
    ])
    const reported: string[] = []
    const results = await runModels({ file, parallel: 2, onResult: ({ name }) => reported.push(name) })
    expect(summary(results)).toEqual([
      { name: 'Pass', result: 'pass', ok: true, problem: undefined },
      { name: 'Safety', result: 'BelowThree', ok: true, problem: undefined },
      { name: 'Shrinks', result: 'NeverShrinks', ok: true, problem: undefined },
      { name: 'Lasso', result: 'StaysPositive', ok: true, problem: undefined },
      { name: 'Deadlock', result: 'deadlock', ok: true, problem: undefined },
    ])
    expect(reported.sort()).toEqual(['Deadlock', 'Lasso', 'Pass', 'Safety', 'Shrinks'])
  })

  test('that show something else say what', async () => {
    await declare([
      model('Pass', 'safety', 'pass', { distinctStates: 12 }),
      model('Liveness', 'liveness', 'pass'),
      model('Safety', 'bug', 'TypeOK'),
      model('Shrinks', 'safety', 'pass', { distinctStates: 12 }),
      { ...model('Broken', 'safety', 'pass', { distinctStates: 1 }), module: 'Broken.tla' },
    ])
    const results = await runModels({ file })
    expect(results.map(({ ok }) => ok)).toEqual([false, false, false, false, false])
    expect(results.map(({ result }) => result)).toEqual([
      'pass',
      'pass',
      'BelowThree',
      'NeverShrinks',
      'error',
    ])
    expect(results.map(({ problem }) => problem)).toEqual([
      'expected 12 distinct states, found 11',
      'no distinctStates recorded; this run found 12',
      'expected TypeOK, found BelowThree',
      'expected pass, found NeverShrinks',
      expect.stringMatching(/^TLC failed: [\s\S]*module Broken/),
    ])
  })

  test('run with other constants without comparing numbers of states', async () => {
    await declare([model('Pass', 'safety', 'pass', { distinctStates: 11 })])
    const [result] = await runModels({ file, constants: { Limit: '2' } })
    expect(result?.ok).toBe(true)
    expect(result?.distinctStates).not.toBe(11)
  })

  test('can be chosen by name', async () => {
    await declare([
      model('Pass', 'safety', 'pass', { distinctStates: 11 }),
      model('Safety', 'reach', 'BelowThree'),
    ])
    expect(summary(await runModels({ file, names: ['Safety'] })).map(({ name }) => name)).toEqual(['Safety'])
  })

  test('are refused when a name is unknown', async () => {
    await declare([model('Pass', 'safety', 'pass')])
    await expect(runModels({ file, names: ['Past'] })).rejects.toThrow(
      /unknown model Past: expected some of Pass/,
    )
  })

  test('are refused when no model assigns a constant', async () => {
    await declare([model('Pass', 'safety', 'pass')])
    await expect(runModels({ file, constants: { Limt: '2' } })).rejects.toThrow(
      /no model assigns the constant Limt/,
    )
  })
})

describe('a list of models', () => {
  test.each<[string, object[], RegExp]>([
    ['that is empty', [], /Too small/],
    ['with a kind that does not exist', [{ ...model('Pass', 'safety', 'pass'), kind: 'sanity' }], /kind/],
    ['with a key that does not exist', [model('Pass', 'safety', 'pass', { states: 11 })], /states/],
    [
      'with a bug model that passes',
      [model('Safety', 'bug', 'pass')],
      /a bug model names what it must violate/,
    ],
    [
      'with states for a violation',
      [model('Safety', 'reach', 'BelowThree', { distinctStates: 3 })],
      /no number of states/,
    ],
    [
      'with a name twice',
      [model('Pass', 'safety', 'pass'), model('Pass', 'safety', 'pass')],
      /two models have the name Pass/,
    ],
  ])('%s is refused', async (_, models, problem) => {
    await declare(models as { module: string; config: string }[])
    await expect(readModels(file)).rejects.toThrow(problem)
  })

  test('that is cut off is refused', async () => {
    await writeFile(file, '[{"name":')
    await expect(readModels(file)).rejects.toThrow(/a list of models as JSON/)
  })

  test('that names a file which is not there is refused', async () => {
    await declare([model('Pass', 'safety', 'pass')])
    await rm(path.join(folder, 'Pass.cfg'))
    await expect(readModels(file)).rejects.toThrow(/Pass: there is no file Pass\.cfg/)
  })

  test('that forgets a configuration is refused', async () => {
    await declare([model('Pass', 'safety', 'pass')])
    await cp(path.join(fixtures, 'Safety.cfg'), path.join(folder, 'Safety.cfg'))
    await expect(readModels(file)).rejects.toThrow(/Safety\.cfg belongs to no declared model/)
  })
})
