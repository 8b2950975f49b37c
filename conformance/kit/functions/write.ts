import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { inOrder } from '../clauses.ts'
import {
  type Call,
  FUNCTIONS_RUNNER,
  type FunctionManifest,
  type FunctionMeta,
  VECTORS_VERSION,
} from '../format.ts'
import { line, lines, writeFiles } from '../write.ts'
import { functionInputs } from './inputs.ts'
import { functionProfile, referenceComputer } from './reference.ts'
import { type FunctionName, functionNames, functions } from './table.ts'

const PRESET = 'rfc'

/** What was written. */
export interface WrittenFunctions {
  readonly functions: number
  readonly cases: number
  readonly calls: number
  readonly refusals: number
  readonly bytes: number
}

async function callsOf(name: FunctionName, inputs: readonly unknown[]): Promise<Call[]> {
  const calls: Call[] = []
  for (const input of inputs)
    calls.push({ input, ...(await referenceComputer.compute(name, functionProfile.parameters, input)) })
  return calls
}

/**
 * Writes vectors of the pure functions. What was in their folders is replaced.
 * @param folder that holds `tests`
 * @param names of all if absent
 */
export async function writeFunctionVectors(
  folder: string,
  names: readonly FunctionName[] = functionNames,
): Promise<WrittenFunctions> {
  const written = { functions: names.length, cases: 0, calls: 0, refusals: 0, bytes: 0 }
  const runner = join(folder, 'tests', PRESET, VECTORS_VERSION, FUNCTIONS_RUNNER)
  await rm(runner, { recursive: true, force: true })
  const inputs = await functionInputs()
  for (const name of names) {
    const { clauses, says } = functions[name]
    const meta: FunctionMeta = { description: says, parameters: functionProfile.parameters }
    for (const [key, given] of Object.entries(inputs[name])) {
      const calls = await callsOf(name, given)
      const manifest: FunctionManifest = {
        preset: PRESET,
        version: VECTORS_VERSION,
        runner: FUNCTIONS_RUNNER,
        handler: name,
        suite: functionProfile.name,
        case: key,
        clauses: inOrder(clauses),
      }
      const files = { 'manifest.yaml': line(manifest), 'meta.yaml': line(meta), 'calls.yaml': lines(calls) }
      written.bytes += await writeFiles(join(runner, name, functionProfile.name, key), files)
      written.cases++
      written.calls += calls.length
      written.refusals += calls.filter((call) => 'refused' in call).length
    }
  }
  return written
}
