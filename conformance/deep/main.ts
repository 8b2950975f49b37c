/**
 * The deep tier, step by step; goes on where it was interrupted, as long as nothing changes.
 *
 *     npm run check:deep [-- --list]
 */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Exit } from '../../tla/tlc/result.ts'
import { treeRoot } from '../clauses/clauseIndex.ts'
import { hashOf, parts } from '../mutate/sources.ts'
import { passedIn, runDeep } from './run.ts'
import { type DeepStep, deepSteps } from './steps.ts'

const { values } = parseArgs({ options: { list: { type: 'boolean' } } })

const start = ({ arguments: given }: DeepStep): Promise<Exit> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, LOCKSTEP_TIER: 'deep' }
    const child = spawn(process.execPath, given, { cwd: treeRoot, env, stdio: 'inherit' })
    child.on('error', reject).on('exit', (code, signal) => resolve({ code, signal }))
  })

const run = {
  steps: deepSteps(),
  file: path.join(treeRoot, 'build', 'deep.ndjson'),
  sourcesOf: ({ test }: DeepStep) => hashOf([...parts, 'package-lock.json', ...(test ? [test] : [])]),
}
// An interrupt from the keyboard reaches the step as well: how that ends is told first.
process.on('SIGINT', () => {})
if (values.list) {
  const passed = passedIn(run)
  for (const { name } of run.steps) console.log(`${passed.has(name) ? 'passed' : 'to do '}  ${name}`)
} else
  process.exitCode = await runDeep({ ...run, start, write: (line) => console.log(`check:deep  ${line}`) })
