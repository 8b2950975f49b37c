import { spawn, spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mistakes } from '../kit/fixtures/mistakes.ts'

const lockstep = fileURLToPath(new URL('./lockstep.mjs', import.meta.url))
const examples = fileURLToPath(new URL('../kit/examples/', import.meta.url))
const python = spawnSync('python3', ['--version']).status === 0
const NO_PYTHON = 'python3 is not installed'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lockstep-fuzz-'))
  await cp(examples, join(folder, 'rollup'), { recursive: true })
})
afterEach(() => rm(folder, { recursive: true }))

/** The program itself, in a process of its own. */
const program = (...args: string[]): Promise<{ code: number | null; out: string; err: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [lockstep, ...args], { cwd: folder })
    const said = { out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.err += text
    })
    child.on('error', reject).on('close', (code) => resolve({ code, ...said }))
  })
const fuzz = (...args: string[]) =>
  program('fuzz', '--on', 'python3 rollup/runner.py', '--out', 'traces', ...args)

async function plant(clause: string, what: string): Promise<void> {
  const { from, to } = mistakes.find((one) => one.clause === clause && one.what === what)!
  const file = join(folder, 'rollup', 'rollup.py')
  const text = await readFile(file, 'utf8')
  expect(text.split(from)).toHaveLength(2)
  await writeFile(
    file,
    text.replace(from, () => to),
  )
}

describe('lockstep fuzz, from the command line', () => {
  test('the example in Python does not differ', async ({ skip }) => {
    skip(!python, NO_PYTHON)
    const { code, out, err } = await fuzz('--profile', 'chain', 'slashes', '--runs', '10', '--seed', '7')
    expect(out).toMatch(
      /^2 profiles, 20 runs, \d+ steps on rollup\.py, seed 7: none of the profiles differ\n$/,
    )
    expect({ code, errors: err.match(/error/i) }).toEqual({ code: 0, errors: null })
  })

  test.for([
    {
      clause: 'PRUNE-5',
      what: 'always',
      profile: 'chain',
      steps: [
        /^ {2}1\. .*"type":"prune".*\n {5}expected: refused with NothingToPrune \(PRUNE-5\)\n {5}found: accepted$/m,
      ],
      parts: 'the statechart refuses prune with NothingToPrune (PRUNE-5)',
    },
    {
      clause: 'PRUNE-3',
      what: 'the claim stays',
      profile: 'slashes',
      steps: [
        /"type":"propose".*: accepted$/m,
        /"type":"claimEpochProofRight".*: accepted$/m,
        /^ {5}found afterwards: .*claim \{.*\n {5}by .*PRUNE-3/m,
      ],
      parts: 'claim',
    },
  ])('$clause $what: the smallest run is shown, and its trace replayed', async (planted, { skip }) => {
    skip(!python, NO_PYTHON)
    const { clause, what, profile, steps, parts } = planted
    await plant(clause, what)
    const { code, out } = await fuzz('--profile', profile, '--runs', '60', '--seed', '3')
    expect(out).toMatch(
      new RegExp(`^profile ${profile}, seed 3: differs, found and shrunk in \\d+ runs$`, 'm'),
    )
    for (const step of steps) expect(out).toMatch(step)
    expect(out).toMatch(/^1 profiles, \d+ runs, \d+ steps on rollup\.py, seed 3: 1 of the profiles differ$/m)
    expect(code).toBe(1)

    const [, file] = /^ {2}lockstep replay (traces\/\S+\.itf\.json)$/m.exec(out)!
    const replayed = await program('replay', file!)
    expect(replayed.out).toContain(parts)
    expect(replayed.out).toMatch(/: model and contracts agree in \d+ steps$/m)
    expect(replayed.out).toContain('Trace and statechart part, see above.')
    expect(replayed).toMatchObject({ code: 1, err: '' })
  })

  test('an implementation that ends is a difference, with its last words', async ({ skip }) => {
    skip(!python, NO_PYTHON)
    const file = join(folder, 'rollup', 'rollup.py')
    const text = await readFile(file, 'utf8')
    await writeFile(
      file,
      text.replace('    def prune(self, s, e):\n', '$&        __import__("os")._exit(4)\n'),
    )
    const { code, out } = await fuzz('--profile', 'chain', '--runs', '20')
    expect(out).toMatch(/found: the command ended with code 4, asked for apply/)
    expect(code).toBe(1)
  })
})
