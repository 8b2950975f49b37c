/** The declared models: what each must show, and whether it did. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { parseConfig } from './config.ts'
import { resolveTools, type Tools } from './jar.ts'
import type { TlcProgress, TlcResult } from './result.ts'
import { runTlc } from './tlc.ts'

/**
 * - `safety`: invariants and action properties; `liveness`: temporal properties.
 * - `bug`: a specification with a mistake, which must violate exactly the named invariant or property.
 * - `reach`: the invariant says that an interesting state is never reached, and must be violated.
 */
const kinds = ['safety', 'liveness', 'bug', 'reach'] as const

const modelSchema = z
  .strictObject({
    name: z.string().min(1),
    /** Path of the root module, relative to the list. */
    module: z.string().endsWith('.tla'),
    /** Path of the configuration, relative to the list. */
    config: z.string().endsWith('.cfg'),
    kind: z.enum(kinds),
    /** The profile of preset `tiny` whose constants it has, where it has those of one. */
    profile: z.string().optional(),
    /** `pass`, `deadlock`, or the name of the invariant or property that must be violated. */
    expected: z.string().min(1),
    /** Number of distinct states of a model that passes. */
    distinctStates: z.int().positive().optional(),
    workers: z.int().positive().optional(),
    /** Java heap in MiB. */
    heapMb: z.int().positive().max(4096).optional(),
  })
  .superRefine((model, context) => {
    const issue = (message: string) => context.addIssue({ code: 'custom', message })
    if ((model.kind === 'bug' || model.kind === 'reach') && model.expected === 'pass') {
      issue(`a ${model.kind} model names what it must violate`)
    }
    if (model.expected !== 'pass' && model.distinctStates !== undefined) {
      issue('a run that stops at a violation has no number of states to compare')
    }
  })

const listSchema = z.array(modelSchema).min(1)

export type DeclaredModel = z.infer<typeof modelSchema>

/** The list of models is not consistent with itself or with the files next to it. */
export class ModelListError extends Error {
  constructor(
    readonly file: string,
    readonly problems: string[],
  ) {
    super(`${file}:\n${problems.map((problem) => `- ${problem}`).join('\n')}`)
    this.name = 'ModelListError'
  }
}

export interface ModelResult {
  name: string
  kind: DeclaredModel['kind']
  expected: string
  /** `pass`, `deadlock`, `error`, or the name of what was violated. */
  result: string
  distinctStates: number
  seconds: number
  /** True if the result is the expected one, number of states included. */
  ok: boolean
  /** What differs. */
  problem?: string
  /** Everything that TLC said. */
  tlc: TlcResult
}

/**
 * Reads the list. Every model's files must exist, and every configuration next to the list must be declared: a
 * model that nobody runs is an error. Throws {@link ModelListError}.
 */
export async function readModels(file: string): Promise<DeclaredModel[]> {
  const models = await declaredModels(file)
  const problems = [...repeatedNames(models), ...(await undeclaredFiles(models, path.dirname(file)))]
  if (problems.length > 0) throw new ModelListError(file, problems)
  return models
}

/** The list alone, whose files may not exist yet. Throws {@link ModelListError}. */
export async function declaredModels(file: string): Promise<DeclaredModel[]> {
  let json: unknown
  try {
    json = JSON.parse(await readFile(file, 'utf8'))
  } catch (cause) {
    throw new ModelListError(file, [`expected a list of models as JSON: ${(cause as Error).message}`])
  }
  const parsed = listSchema.safeParse(json)
  if (!parsed.success) throw new ModelListError(file, z.prettifyError(parsed.error).split('\n'))
  return parsed.data
}

function repeatedNames(models: DeclaredModel[]): string[] {
  const names = models.map(({ name }) => name)
  const repeated = new Set(names.filter((name, i) => names.indexOf(name) !== i))
  return [...repeated].map((name) => `two models have the name ${name}`)
}

async function undeclaredFiles(models: DeclaredModel[], folder: string): Promise<string[]> {
  const present = await readdir(folder, { recursive: true })
  const missing = models
    .flatMap(({ name, module, config }) => [module, config].map((file) => ({ name, file })))
    .filter(({ file }) => !present.includes(path.normalize(file)))
    .map(({ name, file }) => `${name}: there is no file ${file}`)
  const declared = new Set(models.map(({ config }) => path.normalize(config)))
  const extra = present
    .filter((file) => file.endsWith('.cfg') && !file.startsWith('fixtures') && !declared.has(file))
    .map((file) => `${file} belongs to no declared model`)
  return [...missing, ...extra]
}

export interface RunModelsOptions {
  /** Path of the list, e.g. `tla/expected.json`. */
  file: string
  /** Names of the models to run; all if absent. */
  names?: string[]
  /** Other values for constants, as TLA+ text. Numbers of states are then not compared. */
  constants?: Record<string, string>
  /** How many models run at a time; 1 if absent. */
  parallel?: number
  onProgress?: (name: string, progress: TlcProgress) => void
  onResult?: (result: ModelResult) => void
  signal?: AbortSignal
  tools?: Tools
}

/**
 * Runs declared models and compares. Results are in the order of the list.
 *
 * Throws {@link ModelListError} for an inconsistent list, an unknown name, and a constant that no chosen model
 * assigns; `ToolError` for missing tools.
 */
export async function runModels(options: RunModelsOptions): Promise<ModelResult[]> {
  const { file } = options
  const models = chosen(await readModels(file), options.names, file)
  const constants = await constantsByModel(models, options.constants ?? {}, file)
  const tools = options.tools ?? (await resolveTools())
  const failed = new AbortController()
  const signals = options.signal === undefined ? [failed.signal] : [options.signal, failed.signal]
  const signal = AbortSignal.any(signals)
  const results: ModelResult[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < models.length) {
      const index = next++
      const model = models[index]!
      const result = await runModel(model, constants[index]!, { ...options, tools, signal })
      results[index] = result
      options.onResult?.(result)
    }
  }
  const workers = Array.from({ length: Math.min(options.parallel ?? 1, models.length) }, worker)
  try {
    await Promise.all(workers)
  } catch (cause) {
    failed.abort(cause)
    await Promise.allSettled(workers)
    throw cause
  }
  return results
}

function chosen(models: DeclaredModel[], names: string[] | undefined, file: string): DeclaredModel[] {
  if (names === undefined) return models
  const unknown = names.filter((name) => !models.some((model) => model.name === name))
  if (unknown.length > 0) {
    const known = models.map(({ name }) => name).join(', ')
    throw new ModelListError(file, [`unknown model ${unknown.join(', ')}: expected some of ${known}`])
  }
  return models.filter(({ name }) => names.includes(name))
}

/** A model takes the constants that its configuration assigns; each must be taken by one at least. */
async function constantsByModel(
  models: DeclaredModel[],
  values: Record<string, string>,
  file: string,
): Promise<Record<string, string>[]> {
  const taken = new Set<string>()
  const byModel: Record<string, string>[] = []
  for (const model of models) {
    const place = path.join(path.dirname(file), model.config)
    const config = parseConfig(await readFile(place, 'utf8'), place)
    const own = Object.entries(values).filter(([name]) => config.constants.has(name))
    for (const [name] of own) taken.add(name)
    byModel.push(Object.fromEntries(own))
  }
  const unknown = Object.keys(values).filter((name) => !taken.has(name))
  if (unknown.length > 0)
    throw new ModelListError(file, [`no model assigns the constant ${unknown.join(', ')}`])
  return byModel
}

async function runModel(
  model: DeclaredModel,
  constants: Record<string, string>,
  options: RunModelsOptions & { tools: Tools },
): Promise<ModelResult> {
  const folder = path.dirname(options.file)
  const { onProgress, signal } = options
  const tlc = await runTlc({
    module: path.join(folder, model.module),
    config: path.join(folder, model.config),
    constants,
    liveness: model.kind === 'liveness',
    // These stop at the violation that they look for.
    brief: model.kind !== 'safety',
    tools: options.tools,
    ...(model.workers === undefined ? {} : { workers: model.workers }),
    ...(model.heapMb === undefined ? {} : { heapMb: model.heapMb }),
    ...(onProgress === undefined ? {} : { onProgress: (progress) => onProgress(model.name, progress) }),
    ...(signal === undefined ? {} : { signal }),
  })
  return compareResult(model, tlc, Object.keys(constants).length > 0)
}

/** Compares what TLC said with what was declared. `otherConstants`: numbers of states are not comparable. */
export function compareResult(model: DeclaredModel, tlc: TlcResult, otherConstants = false): ModelResult {
  const result = resultOf(tlc)
  const problem = differenceOf(model, tlc, result, otherConstants)
  return {
    name: model.name,
    kind: model.kind,
    expected: model.expected,
    result,
    distinctStates: tlc.distinctStates,
    seconds: tlc.seconds,
    ok: problem === undefined,
    ...(problem === undefined ? {} : { problem }),
    tlc,
  }
}

function resultOf(tlc: TlcResult): string {
  if (tlc.outcome === 'safety' || tlc.outcome === 'liveness') return tlc.violated ?? tlc.outcome
  return tlc.outcome
}

function differenceOf(
  model: DeclaredModel,
  tlc: TlcResult,
  result: string,
  otherConstants: boolean,
): string | undefined {
  if (tlc.outcome === 'error') return `TLC failed: ${tlc.errors.map(({ text }) => text).join('\n')}`
  if (result !== model.expected) return `expected ${model.expected}, found ${result}`
  if (model.kind === 'reach' && tlc.outcome !== 'safety') return 'expected a violated invariant'
  if (model.expected !== 'pass' || otherConstants) return undefined
  if (model.distinctStates === undefined)
    return `no distinctStates recorded; this run found ${tlc.distinctStates}`
  if (model.distinctStates !== tlc.distinctStates) {
    return `expected ${model.distinctStates} distinct states, found ${tlc.distinctStates}`
  }
  return undefined
}
