import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { stateText } from '../../model/l1-rollup/texts.ts'
import type { State } from '../../model/l1-rollup/vocabulary.ts'
import { type Driver, DriverError } from '../drivers/driver.ts'
import {
  manifestSchema,
  metaSchema,
  preSchema,
  stepsSchema,
  type VectorCase,
  type VectorStep,
} from './format.ts'
import { VectorError } from './vectorError.ts'

/** The first step of a case at which a driver does something else. */
export interface VectorFailure {
  readonly case: string
  /** 0-based; −1: the state after `reset`. */
  readonly step: number
  readonly expected: string
  readonly found: string
}

export interface VectorResult {
  readonly cases: number
  readonly steps: number
  readonly failures: readonly VectorFailure[]
}

/** Cases below a folder in the order of their paths. @throws VectorError */
export async function* readVectors(folder: string): AsyncGenerator<VectorCase> {
  for (const path of await casesBelow(folder)) {
    const read = async <Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.infer<Schema>> =>
      parse(await text(join(path, file)), join(relative(folder, path), file), schema)
    const manifest = await read('manifest.yaml', manifestSchema)
    const { preset, version, runner, handler, suite } = manifest
    const place = join(preset, version, runner, handler, suite, manifest.case)
    if (!path.endsWith(place))
      throw new VectorError(`${relative(folder, path)}/manifest.yaml: expected the path to end with ${place}`)
    yield {
      path: relative(folder, path),
      manifest,
      meta: await read('meta.yaml', metaSchema),
      pre: await read('pre.yaml', preSchema),
      steps: await read('steps.yaml', stepsSchema),
    }
  }
}

/**
 * Puts every case below a folder to a driver that is deployed as the cases say.
 * @param driverFor gives the driver of a case; the same one for cases that are deployed alike
 * @param progress called after each case
 * @throws VectorError, and what the driver throws beside DriverError
 */
export async function runVectors(
  folder: string,
  driverFor: (vector: VectorCase) => Driver | Promise<Driver>,
  progress: (result: VectorResult) => void = () => {},
): Promise<VectorResult> {
  const failures: VectorFailure[] = []
  let [cases, steps] = [0, 0]
  for await (const vector of readVectors(folder)) {
    const failure = await runCase(vector, await driverFor(vector))
    if (failure) failures.push(failure)
    cases++
    steps += vector.steps.length
    progress({ cases, steps, failures })
  }
  if (cases === 0) throw new VectorError(`${folder}: expected at least one case`)
  return { cases, steps, failures }
}

/** @returns where the driver first does something else */
export async function runCase(
  { path, pre, steps }: VectorCase,
  driver: Driver,
): Promise<VectorFailure | undefined> {
  await driver.reset()
  let state: State = pre
  const fail = (step: number, expected: string, found: string) => ({ case: path, step, expected, found })
  const stored = async (step: number) => {
    const found = stateText((await driver.observe()).stored)
    return found === stateText(state) ? undefined : fail(step, stateText(state), found)
  }
  const start = await stored(-1)
  if (start) return start
  for (const [index, step] of steps.entries()) {
    try {
      const [outcome] = await driver.apply([step.event])
      if ('refused' in step) {
        const found = outcome!.accepted ? 'accepted' : (outcome!.all ?? [outcome!.refusal]).join(', ')
        const expected = (!outcome!.accepted && outcome!.all ? step.refused : step.refused.slice(0, 1)).join(
          ', ',
        )
        if (found !== expected) return fail(index, `refused with ${expected}`, found)
      } else {
        if (!outcome!.accepted) return fail(index, 'accepted', `refused with ${outcome!.refusal}`)
        state = { ...state, ...(step.post as Partial<State>) }
      }
      const after = await stored(index)
      if (after) return after
    } catch (error) {
      if (!(error instanceof DriverError)) throw error
      return fail(index, describeStep(step), error.message)
    }
  }
  return undefined
}

function describeStep(step: VectorStep): string {
  return 'refused' in step ? `refused with ${step.refused[0]}` : 'accepted'
}

async function casesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause) => {
    throw new VectorError(`${folder}: expected a folder of vectors`, { cause })
  })
  return entries
    .filter((entry) => entry.isFile() && entry.name === 'manifest.yaml')
    .map((entry) => entry.parentPath)
    .sort()
}

async function text(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause) => {
    throw new VectorError(`${file}: expected a file of the case`, { cause })
  })
}

/** The files are JSON, which is YAML as well: no other YAML is read here. */
function parse<Schema extends z.ZodType>(content: string, file: string, schema: Schema): z.infer<Schema> {
  let json: unknown
  try {
    json = JSON.parse(content)
  } catch (cause) {
    throw new VectorError(`${file}: expected JSON: ${(cause as Error).message}`, { cause })
  }
  const parsed = schema.safeParse(json)
  if (!parsed.success) throw new VectorError(`${file}: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}
