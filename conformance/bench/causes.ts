/**
 * How long a check takes to say why two forms differ, and whether it says it well: rules are changed in TLA+ and in the
 * statechart (rung 2), or lines of the contracts (rung 3), one at a time, in a copy of the tree.
 *
 *     npm run bench:causes [-- SEED [RUNG]]
 */
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { treeRoot } from '../clauses/clauseIndex.ts'
import { allMutants } from '../mutate/allMutants.ts'
import { equivalentsSchema } from '../mutate/equivalents.ts'
import { type Mutant, mutated, type Side } from '../mutate/mutant.ts'

const CHANGES_PER_SIDE = 5
const TOO_LONG_MS = 120_000

const [seedText = '1', rung = '2'] = process.argv.slice(2)
const seed = Number(seedText)
const equivalents = equivalentsSchema.parse(
  JSON.parse(readFileSync(path.join(treeRoot, 'conformance/mutate/equivalent.json'), 'utf8')),
)

/** Rules of the rollup: what else is mutated is no rule that an author changes. */
const files =
  /L1RollupRules\.tla$|model\/l1-rollup\/(rules\/\w+|updates)\.ts$|impl\/contracts\/src\/[A-Z]\w+\.sol$/
const changesOf = (side: Side): Mutant[] => {
  const known = allMutants().filter(
    (it) => it.side === side && files.test(it.file) && !(it.name in equivalents) && !it.unseenByOneStep,
  )
  return fc.sample(fc.shuffledSubarray(known, { minLength: CHANGES_PER_SIDE, maxLength: CHANGES_PER_SIDE }), {
    seed,
    numRuns: 1,
  })[0]!
}

const folder = mkdtempSync(path.join(tmpdir(), 'lockstep-causes-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
for (const part of ['conformance', 'impl', 'model', 'spec', 'tla', 'package.json', 'tsconfig.json'])
  cpSync(path.join(treeRoot, part), path.join(folder, part), { recursive: true })
symlinkSync(path.join(treeRoot, 'node_modules'), path.join(folder, 'node_modules'))
mkdirSync(path.join(folder, 'build'))
for (const cache of ['contracts', 'tla-classes', 'tools']) {
  mkdirSync(path.join(treeRoot, 'build', cache), { recursive: true })
  symlinkSync(path.join(treeRoot, 'build', cache), path.join(folder, 'build', cache))
}

/** The first line that a process writes and that fits, and after how long, since it came to its rung too. */
function firstLine(
  args: readonly string[],
  wanted: RegExp,
): Promise<{ line: string; seconds: number; inRung: number } | undefined> {
  return new Promise((resolve) => {
    const started = performance.now()
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
    const timer = setTimeout(() => child.kill('SIGKILL'), TOO_LONG_MS)
    let text = ''
    let rungStarted = started
    const read = (chunk: Buffer): void => {
      if (/: starts$/m.test(`${chunk}`)) rungStarted = performance.now()
      text += chunk
      const line = text
        .split('\n')
        .slice(0, -1)
        .find((it) => wanted.test(it))
      if (line === undefined) return
      const since = (moment: number): number => (performance.now() - moment) / 1000
      resolve({ line, seconds: since(started), inRung: since(rungStarted) })
      // The first signal lets it end its own children.
      child.kill('SIGTERM')
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('exit', () => {
      clearTimeout(timer)
      resolve(undefined)
    })
  })
}

let [named, slowest, slowestInRung] = [0, 0, 0]
const sides: readonly Side[] = rung === '2' ? ['tla', 'statechart'] : ['contract']
const naming =
  rung === '2'
    ? /\(\w+-\d+.*: tla\/\S+:\d+ against model\/\S+:\d+\)/
    : /\(\w+-\d+.*: model\/\S+:\d+ against impl\/\S+:\d+\)/
const changes = sides.flatMap(changesOf)
for (const change of changes) {
  const file = path.join(folder, change.file)
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, mutated(change, text))
  // What is generated must be current, or a check does not begin.
  if (change.side === 'statechart')
    await firstLine(['node_modules/tsx/dist/cli.mjs', 'impl/generate/main.ts'], /^never$/)
  const found = await firstLine(
    ['conformance/cli/lockstep.mjs', 'check', '--rung', rung, '--out', 'report'],
    /✗/,
  )
  writeFileSync(file, text)
  cpSync(path.join(treeRoot, 'impl/contracts/src'), path.join(folder, 'impl/contracts/src'), {
    recursive: true,
  })
  const isNamed = naming.test(found?.line ?? '')
  if (isNamed) named++
  slowest = Math.max(slowest, found?.seconds ?? Number.POSITIVE_INFINITY)
  slowestInRung = Math.max(slowestInRung, found?.inRung ?? Number.POSITIVE_INFINITY)
  console.log(
    `${found ? `${found.seconds.toFixed(1)} s, ${found.inRung.toFixed(1)} s after the rung began` : 'not found'}  ${change.name}\n    ${found?.line.replace(/^.*✗ /, '') ?? ''}`,
  )
}
console.log(
  `${changes.length} changes, seed ${seed}: ${named} first lines name the clause and both places, the slowest after ${slowest.toFixed(1)} s, ${slowestInRung.toFixed(1)} s of them in the rung`,
)
