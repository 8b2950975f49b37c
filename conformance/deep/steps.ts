import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { treeRoot } from '../clauses/clauseIndex.ts'
import { parts } from '../mutate/sources.ts'

/** A part of the deep tier that runs by itself. */
export interface DeepStep {
  readonly name: string
  /** What Node runs, from the root of the repository. */
  readonly arguments: readonly string[]
  /** A test whose text decides what it runs; absent: the sources alone do. */
  readonly test?: string
}

/** Tests that go through all of a list where `npm test` takes a part of it, by their paths. */
const tieredTests = (): string[] =>
  parts
    .flatMap((part) =>
      readdirSync(path.join(treeRoot, part), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.test.ts') && !file.includes('node_modules'))
        .map((file) => path.posix.join(part, file.split(path.sep).join('/'))),
    )
    .filter((file) => /from '(\.\.\/)+spec\/tier\.ts'/.test(readFileSync(path.join(treeRoot, file), 'utf8')))
    .sort()

const lockstep = (name: string, command: string): DeepStep => ({
  name,
  arguments: ['--max-semi-space-size=128', 'conformance/cli/lockstep.mjs', ...command.split(' ')],
})

const SCHEDULES = 100_000

/** All of the deep tier, in the order in which it runs: what ends soon comes first. */
export const deepSteps = (): DeepStep[] => [
  ...tieredTests().map(
    (test): DeepStep => ({
      name: test,
      arguments: ['node_modules/vitest/vitest.mjs', 'run', test],
      test,
    }),
  ),
  lockstep(
    'the largest cuts',
    'check --preset deep --actor slot fallback lifecycle --rung 1 --out report/deep-cuts',
  ),
  // Goes on by itself where it was interrupted, too.
  lockstep(`${SCHEDULES} schedules`, `schedules --runs ${SCHEDULES}`),
  lockstep('preset rfc on contracts', 'check --preset rfc --rung 3 --out report/rfc'),
  lockstep('preset deep on contracts', 'check --preset deep --actor l1-rollup --rung 2 3 --out report/deep'),
  lockstep('probes in every state', 'check --rung 2 3 --probe-every 1 --out report/every-state'),
]
