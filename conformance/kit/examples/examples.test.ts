import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { keccak256, toHex } from 'viem'
import { expect, test } from 'vitest'
import { profileNamed } from '../../../spec/parameters.ts'
import { main } from '../../cli/main.ts'
import { Foreign, ForeignDriver, foreignComputer } from '../foreign/driver.ts'
import type { VectorCase } from '../format.ts'
import { runFunctions } from '../functions/run.ts'
import { runVectors } from '../run.ts'
import { sampleFolder } from '../sample.ts'

const joint = profileNamed('joint')
const at = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const MOST_LINES = 120

const passesSample = async (command: string): Promise<void> => {
  const foreign = new Foreign(command, { folder: at('../../../'), timeoutMs: 60_000 })
  try {
    const driver = ({ meta, pre }: VectorCase) =>
      new ForeignDriver(foreign, { deployed: meta, pre, profile: joint })
    const { failures, total } = await runVectors(sampleFolder, driver)
    expect({ failures, total }).toEqual({ failures: [], total: 3 })
    const functions = await runFunctions(sampleFolder, () => foreignComputer(foreign))
    expect(functions).toMatchObject({ failures: [], undeclared: [], total: 9 })
  } finally {
    foreign.stop()
  }
}

test('the runner in TypeScript, over the statechart, passes the sample', () =>
  passesSample(`'${process.execPath}' --import tsx '${at('runner.ts')}'`))

test('the runner in Python passes the sample', async ({ skip }) => {
  skip(spawnSync('python3', ['--version']).status !== 0, 'python3 is not installed')
  await passesSample(`python3 '${at('runner.py')}'`)
})

test.each(['runner.ts', 'runner.py'])('%s is short', (file) => {
  expect(readFileSync(at(file), 'utf8').split('\n').length).toBeLessThan(MOST_LINES)
})

test('keccak.py hashes as Ethereum does, around the length of a block of its sponge', ({ skip }) => {
  skip(spawnSync('python3', ['--version']).status !== 0, 'python3 is not installed')
  const lengths = [0, 32, 64, 134, 135, 136, 137, 271, 272, 1000]
  const script = `from keccak import keccak256\nfor n in ${JSON.stringify(lengths)}: print(keccak256(b"a" * n).hex())`
  const { stdout, stderr } = spawnSync('python3', ['-c', script], { cwd: at('.'), encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(stdout.trim().split('\n')).toEqual(lengths.map((n) => keccak256(toHex('a'.repeat(n))).slice(2)))
})

test('the end of a run on an adapter is what the README shows', async () => {
  const said = { out: '', err: '' }
  const args = ['run-vectors', sampleFolder, '--on', 'adapter:conformance/kit/examples/adapter/adapter.ts']
  const code = await main(args, {
    out: (text) => {
      said.out += `${text}\n`
    },
    err: { write: (text: string) => (said.err += text) },
    folder: at('../../../'),
  })
  expect(said.out).toMatch(/: none failed\b/m)
  expect(readFileSync(at('../README.md'), 'utf8')).toContain(said.out.trimEnd())
  expect(code).toBe(0)
})
