import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Exit } from '../../tla/tlc/result.ts'
import { runDeep } from './run.ts'
import { type DeepStep, deepSteps } from './steps.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lockstep-deep-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const steps: DeepStep[] = ['one', 'two', 'three'].map((name) => ({ name, arguments: [] }))

/** Runs them, each ending as said; ends well if nothing is said. */
async function played(file: string, ends: Record<string, Partial<Exit>>, sources = 'a') {
  const [started, lines]: [string[], string[]] = [[], []]
  const code = await runDeep({
    steps,
    file: path.join(folder, file),
    now: () => 0,
    write: (line: string) => lines.push(line),
    sourcesOf: () => sources,
    start: async ({ name }) => {
      started.push(name)
      return { code: 0, signal: null, ...ends[name] }
    },
  })
  return { code, started, last: lines.at(-1) }
}

test('it goes on after the step that was interrupted, as long as the sources are the same', async () => {
  const file = 'interrupted'
  expect(await played(file, { two: { code: null, signal: 'SIGINT' } })).toEqual({
    code: 130,
    started: ['one', 'two'],
    last: 'interrupted after 0 s of two; the same command goes on from there',
  })
  expect(await played(file, { two: { code: 130 } })).toMatchObject({ code: 130, started: ['two'] })
  expect(await played(file, {})).toEqual({
    code: 0,
    started: ['two', 'three'],
    last: '3 of 3 steps passed, 1 of them before',
  })
  expect(await played(file, {})).toMatchObject({ code: 0, started: [] })
  expect(await played(file, {}, 'b')).toMatchObject({ started: ['one', 'two', 'three'] })
})

test('a step that fails does not keep the others, and is run again', async () => {
  expect(await played('failed', { one: { code: 1 } })).toEqual({
    code: 1,
    started: ['one', 'two', 'three'],
    last: 'failed: one',
  })
  expect(await played('failed', {})).toMatchObject({ code: 0, started: ['one'] })
})

test('tests that take a part of a list are steps, and every step has a name of its own', () => {
  const names = deepSteps().map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toContain('conformance/system/rules.test.ts')
})
