import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { mutantsFolder, repositoryRoot } from './reference.ts'
import { parts } from './sources.ts'

/**
 * Titles of tests that say nothing about a mistake: for some that change nothing, the compiler arranges two compilations
 * otherwise, one of two branches costs more, or the code outgrows an account that the original nearly fills.
 */
const besides = [
  'what profiles with bonds of 0 deploy is the production bytecode',
  'costs the same',
  'EIP-170: the code of',
].join('|')

/** Caches by content: what was compiled or downloaded already is not done again. */
const caches = ['contracts', 'tla-classes', 'tools', 'blobs']

/**
 * Runs tests up to the first failure, in a copy of the repository.
 * @param texts what differs there, by path
 * @param titles pattern of the titles of the tests to run; all if absent
 * @param needed folders that the tests read; all if absent
 * @returns the title of the first test that fails, `undefined` if all pass
 */
export async function firstFailure(
  texts: ReadonlyMap<string, string>,
  files: readonly string[],
  titles?: string,
  needed: readonly string[] = parts,
): Promise<string | undefined> {
  if (files.length === 0) return undefined
  const folder = path.join(mutantsFolder, `tests-${process.pid}`)
  rmSync(folder, { recursive: true, force: true })
  for (const part of [...needed, 'package.json', 'tsconfig.json'])
    cpSync(path.join(repositoryRoot, part), path.join(folder, part), { recursive: true })
  symlinkSync(path.join(repositoryRoot, 'node_modules'), path.join(folder, 'node_modules'))
  mkdirSync(path.join(folder, 'build'))
  for (const name of caches) {
    const cache = path.join(repositoryRoot, 'build', name)
    mkdirSync(cache, { recursive: true })
    symlinkSync(cache, path.join(folder, 'build', name))
  }
  for (const [file, text] of texts) writeFileSync(path.join(folder, file), text)
  try {
    return await failureOf(folder, files, titles)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The title of the first test that fails, `undefined` if all pass. */
async function failureOf(
  folder: string,
  files: readonly string[],
  titles: string | undefined,
): Promise<string | undefined> {
  const test = {
    include: files,
    bail: 1,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 1,
    testNamePattern: `^(?!.*(${besides})).*${titles ?? ''}`,
    reporters: [['json', { outputFile: 'result.json' }]],
  }
  writeFileSync(path.join(folder, 'vitest.config.ts'), `export default ${JSON.stringify({ test })}\n`)
  const result = path.join(folder, 'result.json')
  rmSync(result, { force: true })
  const vitest = path.join(folder, 'node_modules/vitest/vitest.mjs')
  const code = await run(process.execPath, [vitest, 'run'], folder)
  if (!existsSync(result)) throw new Error(`the tests did not run (exit code ${code})`)
  const [failed] = failedTests(JSON.parse(readFileSync(result, 'utf8')) as VitestResult)
  // A test that never ends takes its process along, and nothing is left to name it.
  return failed ?? (code === 0 ? undefined : `the tests ended with exit code ${code}`)
}

interface VitestResult {
  testResults: {
    name: string
    status: string
    message?: string
    assertionResults: { status: string; fullName: string }[]
  }[]
}

function failedTests({ testResults }: VitestResult): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((it) => it.status === 'failed').map(({ fullName }) => fullName)
    if (failed.length > 0 || status !== 'failed') return failed
    return [`${path.basename(name)}: ${message?.split('\n')[0] ?? 'failed'}`]
  })
}

function run(command: string, args: readonly string[], cwd: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: 'ignore' })
    child.on('error', reject)
    child.on('close', resolve)
  })
}
