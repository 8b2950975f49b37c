import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { treeRoot } from '../clauses/clauseIndex.ts'
import { harness } from './harnessMutants.ts'
import type { Side } from './mutant.ts'

/** The folders that hold what the repository is made of. */
export const parts: readonly string[] = ['conformance', 'impl', 'model', 'spec', 'tla']

/** Hashes of what decides about the mutants of each side: their results hold for these sources. */
export const sourcesOfSides = (): Readonly<Record<Side, string>> => ({
  tla: modelHash(),
  statechart: `${modelHash()}-${contractHash()}`,
  contract: testsHash(),
  harness: `${modelHash()}-${hashOf([...Object.keys(harness), ...new Set(Object.values(harness).flat())])}`,
})

const testFolder = 'conformance/contract-tests'

/** Hash of everything that decides the tests of the contracts. */
export const testsHash = (): string => `${contractHash()}-${hashOf(contractTests())}`

/** Of what the bytecode costs, exactly: any change of it breaks them. */
const costTests: readonly string[] = ['gas.test.ts', 'growth.test.ts']

/** The dedicated tests that are asked: without those of costs. */
export function contractTests(): string[] {
  return readdirSync(path.join(treeRoot, testFolder))
    .filter((name) => name.endsWith('.test.ts') && !costTests.includes(name))
    .sort()
    .map((name) => `${testFolder}/${name}`)
}

/** What the contracts and their models are made of. The roles of a node are made of it too, and decide nothing of it. */
const models = ['core', 'shared', 'fallback-controller', 'l1-rollup'].map((folder) => `model/${folder}`)
const presets = ['tiny', 'rfc', 'pointwise', 'fallback-controller'].map((name) => `spec/presets/${name}.json`)

/**
 * Hash of everything that decides the graphs and their comparison. Models beside the profiles, and what only reads
 * them, say nothing about a mutant.
 */
export const modelHash = (): string =>
  hashOf(
    [
      ...['dump', 'tlc', 'fallback-controller', 'l1-rollup'].map((folder) => `tla/${folder}`),
      ...models,
      ...presets,
      'spec/parameters.ts',
      'conformance/rungs/graph-parity',
    ],
    /^tla\/[\w-]+\/(bug|live)\/|^tla\/tlc\/(twinModels|models|written|watch|weakened)\.ts$|\/fixtures\//,
  )
/** Hash of everything that decides one-step conformance and the tests of the contracts. */
export const contractHash = (): string =>
  hashOf([
    ...models,
    ...presets,
    'impl/contracts',
    'impl/generate',
    'conformance/rungs/one-step',
    'conformance/translation',
    'conformance/evm',
  ])

const hashes = new Map<string, string>()

/** Hash of files and folders of the repository, tests left out, and what an expression finds. */
export function hashOf(places: readonly string[], except = /^$/): string {
  const key = `${places.join()} ${except}`
  const known = hashes.get(key)
  if (known) return known
  const hash = createHash('sha256')
  for (const place of places) {
    const files = place.includes('.')
      ? [place]
      : readdirSync(path.join(treeRoot, place), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && !/\.test\.ts$|\.md$/.test(entry.name))
          .map((entry) => path.relative(treeRoot, path.join(entry.parentPath, entry.name)))
          .filter((file) => !except.test(file))
          .sort()
    for (const file of files) hash.update(file).update(readFileSync(path.join(treeRoot, file)))
  }
  const digest = hash.digest('hex').slice(0, 16)
  hashes.set(key, digest)
  return digest
}
