/** What nodes without a rule did, written down: nodes that have it do no such thing. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { replay } from '../../impl/system/run.ts'
import { scheduled } from '../../impl/system/scheduled.ts'
import { systemOf } from '../../impl/system/system.ts'
import { printRun, readRun } from './runFile.ts'

const corpus = fileURLToPath(new URL('./corpus', import.meta.url))
const files = readdirSync(corpus)

test.each(files)('%s violates nothing', (file) => {
  const { setup, choices } = readRun(join(corpus, file))
  const { violations, steps } = replay(systemOf(scheduled[setup]!.setup), choices)
  expect(violations).toEqual([])
  expect(steps).toBeGreaterThan(0)
})

describe('a file of a run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-corpus-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const written = (text: string): string => {
    const file = join(folder, 'run.json')
    writeFileSync(file, text)
    return file
  }
  const [some] = files
  const good = readFileSync(join(corpus, some!), 'utf8')

  test('is what is printed of it', () => {
    expect(printRun(readRun(join(corpus, some!)))).toBe(good)
  })

  test.each([
    ['no JSON', good.slice(0, 40), /run\.json: expected JSON: /],
    [
      'another setup',
      good.replace(/"setup": "\w+"/, '"setup": "none"'),
      /run\.json: [\s\S]*"calm"[\s\S]*setup/,
    ],
    [
      'another predicate',
      good.replace(/"predicate": "\w+"/, '"predicate": "none"'),
      /"oneQuorum"[\s\S]*predicate/,
    ],
    ['no choices', good.replace(/"choices": [\s\S]*\]/, '"choices": []'), /choices/],
    ['a choice of nothing', good.replace(/"do":"\w+"/, '"done":"tick"'), /choices\[0\]\.do/],
  ])('%s is refused, with the place', (_, text, message) => {
    expect(() => readRun(written(text))).toThrow(message)
  })
})
