import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scheduled } from '../../impl/system/scheduled.ts'
import { main } from '../cli/main.ts'
import { piecesOf, seedOf } from './schedules.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lockstep-schedules-'))
})
afterAll(() => rm(folder, { recursive: true }))

const run = async (...args: string[]) => {
  const written = { out: '', err: '' }
  const code = await main(['schedules', ...args], {
    out: (text) => {
      written.out += `${text}\n`
    },
    err: { write: (text: string) => (written.err += text) },
    folder,
  })
  return { code, ...written }
}

test('pieces are as many schedules as were asked for, of every setup its share, none twice', () => {
  const pieces = piecesOf(5_001, 7)
  const of = (setup: string) =>
    pieces.filter((piece) => piece.setup === setup).reduce((sum, { count }) => sum + count, 0)
  expect(pieces.reduce((sum, { count }) => sum + count, 0)).toBe(5_001)
  const whole = Object.values(scheduled).reduce((sum, { weight }) => sum + weight, 0)
  for (const [setup, { weight }] of Object.entries(scheduled))
    expect(Math.abs(of(setup) - (5_001 * weight) / whole)).toBeLessThan(1)
  const seeds = pieces
    .filter(({ setup }) => setup === 'calm')
    .flatMap(({ seed, first, count }) => Array.from({ length: count }, (_, at) => seedOf(seed, first + at)))
  expect(new Set(seeds).size).toBe(seeds.length)
})

describe('lockstep schedules', () => {
  const args = ['--runs', '3', '--setup', 'calm', 'provers', '--out', 'played']

  test('tells what was played, and what it came to', async () => {
    const { code, out, err } = await run(...args)
    expect(out).toMatch(/^calm: 3 schedules, \d+ steps; /m)
    expect(out).toMatch(
      /^3 schedules, \d+ choices, \d+ steps, \d+ steps a second: no predicate is violated$/m,
    )
    expect(err).not.toContain('before')
    expect(code).toBe(0)
  })

  test('goes on where it was, also behind a line that was not finished, and comes to the same', async () => {
    const file = join(folder, 'played', 'schedules.jsonl')
    const whole = await readFile(file, 'utf8')
    const first = await run(...args)
    expect(first.err).toBe('3 of 3 schedules were played before\n')
    await writeFile(file, whole.slice(0, -20))
    const again = await run(...args)
    const numbers = (text: string) => text.replace(/, \d+ steps a second/, '')
    expect(numbers(again.out)).toBe(numbers(first.out))
    expect(await readFile(file, 'utf8')).toBe(whole)
    await writeFile(file, whole.replace(/"sources":"\w/, '"sources":"x'))
    expect((await run(...args)).err).not.toContain('before')
  })

  test('plays a written run again, step by step', async () => {
    const corpus = new URL('./corpus/proposesTwice.json', import.meta.url).pathname
    const { code, out } = await run('--replay', corpus)
    expect(out).toMatch(/^ {2}m3 proposer: /m)
    expect(out).toMatch(/^no predicate is violated, proposesOnce neither$/m)
    expect(code).toBe(0)
  })

  test.each([
    [['--runs', '0'], '--runs 0: expected a whole number from 1 to 100000000'],
    [['--setup', 'none'], '--setup none: expected some of calm, '],
    [['--replay', 'none.json'], 'none.json: expected JSON: '],
  ])('%j is refused', async (given, message) => {
    const { code, err } = await run(...given)
    expect(err).toContain(message)
    expect(code).toBe(2)
  })
})
