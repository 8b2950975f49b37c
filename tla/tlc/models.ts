/** The models of an actor beside its profiles: what each must show, and whether it did. */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Tools } from './jar.ts'
import { resolveTools } from './jar.ts'
import type { Machine } from './machine.ts'
import { Machines } from './machines.ts'
import type { Definition } from './module.ts'
import { errorText, type TlcProgress, type TlcResult } from './result.ts'
import { runTlc } from './tlc.ts'
import { readWatched, type Watched, watchedModel, watchedName } from './watch.ts'

/**
 * - `liveness`: temporal properties.
 * - `bug`: a specification with a mistake, which must violate exactly the named invariant or property.
 * - `reach`: the invariant says that an interesting state is never reached, and must be violated.
 */
export type ModelKind = 'liveness' | 'bug' | 'reach'

export interface Model {
  /** Unique, with slashes where it is one of a folder: `bug/QuorumOneShort`. */
  readonly name: string
  readonly kind: ModelKind
  /** The profile whose constants it has. */
  readonly profile: string
  /** `pass`, `deadlock`, or the name of the invariant or property that must be violated. */
  readonly expected: string
  /** Path of the root module, absolute; or the name of one of `files`. */
  readonly module: string
  /** The text of its configuration. */
  readonly config: string
  /** Modules that are written when it runs, by file name. */
  readonly files: ReadonlyMap<string, string>
  /** What people say that it shows, without a full stop; may be empty. */
  readonly words: string
  /** Of a liveness model: what is taken for granted, as written. */
  readonly assumes?: readonly string[]
}

export interface ModelResult {
  readonly model: Model
  /** `pass`, `deadlock`, `error`, or the name of what was violated. */
  readonly result: string
  readonly distinctStates: number
  readonly seconds: number
  readonly ok: boolean
  /** What is not as expected. */
  readonly problem?: string
  readonly tlc: TlcResult
  /** Of a Bug model, where properties were given: everything that its first wrong steps violate. */
  readonly watched?: Watched
}

export interface RunModelsOptions {
  readonly models: readonly Model[]
  /** Folder of this run alone, in which modules and configurations are written. */
  readonly folder: string
  /** Folders searched for modules that the root modules extend; their own and those of the actors always are. */
  readonly libraries?: readonly string[]
  /** Definitions of invariants and steps, of which Bug models tell what they violate. */
  readonly properties?: readonly Definition[]
  /** How many models run at a time; 1 if absent. */
  readonly parallel?: number
  /** Those that run models of safety; as many of their own as models run at a time if absent. */
  readonly machines?: Machines
  readonly onProgress?: (name: string, progress: TlcProgress) => void
  readonly onResult?: (result: ModelResult) => void
  readonly signal?: AbortSignal
  readonly tools?: Tools
}

/**
 * Runs models and compares what each shows with what it must. Results are in the order of the models.
 * @throws ToolError for missing tools or modules
 */
export async function runModels(options: RunModelsOptions): Promise<ModelResult[]> {
  const { models } = options
  const tools = options.tools ?? (await resolveTools())
  const failed = new AbortController()
  const signals = options.signal === undefined ? [failed.signal] : [options.signal, failed.signal]
  const signal = AbortSignal.any(signals)
  const results: ModelResult[] = []
  // Those of liveness take longest: nobody waits for one in the end.
  const isLong = ({ kind }: Model) => Number(kind === 'liveness')
  const waiting = [...models.entries()].sort(([, a], [, b]) => isLong(b) - isLong(a))
  const { parallel = 1 } = options
  const own = options.machines ? undefined : new Machines(tools, options.folder, parallel)
  const machines = options.machines ?? own!
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, model] = next
      const run = (machine?: Machine) => runModel(model, { ...options, tools, signal }, machine)
      // TLC keeps what a check of liveness found.
      const result = await (model.kind === 'liveness' ? run() : machines.use(run))
      results[index] = result
      options.onResult?.(result)
    }
  }
  const workers = Array.from({ length: Math.min(parallel, models.length) }, worker)
  try {
    await Promise.all(workers)
  } catch (cause) {
    failed.abort(cause)
    await Promise.allSettled(workers)
    throw cause
  } finally {
    own?.close()
  }
  return results
}

/** Writes what a model consists of beside its root module. */
export async function writeModel(model: Model, folder: string): Promise<{ module: string; config: string }> {
  const own = path.join(folder, model.name)
  const config = path.join(own, 'model.cfg')
  await mkdir(own, { recursive: true })
  await writeFile(config, model.config)
  for (const [name, text] of model.files) await writeFile(path.join(own, name), text)
  return { module: path.resolve(own, model.module), config }
}

async function runModel(
  model: Model,
  options: RunModelsOptions & { tools: Tools },
  machine: Machine | undefined,
): Promise<ModelResult> {
  const { folder, libraries = [], properties, onProgress, signal, tools } = options
  const isWatched = model.kind === 'bug' && properties !== undefined
  const { module, config } = await writeModel(isWatched ? watchedModel(model, properties) : model, folder)
  const notes = path.join(path.dirname(config), 'watched.txt')
  const tlc = await runTlc({
    module,
    config,
    libraries: [
      path.dirname(config),
      path.dirname(path.resolve(path.dirname(config), model.module)),
      ...libraries,
    ],
    liveness: model.kind === 'liveness',
    // These stop at the violation that they look for, or are small.
    brief: true,
    tools,
    machine,
    ...(isWatched && { watch: notes }),
    ...(onProgress && { onProgress: (progress: TlcProgress) => onProgress(model.name, progress) }),
    ...(signal && { signal }),
  })
  const result = resultOf(tlc)
  const problem = problemOf(model, tlc, result)
  const { distinctStates, seconds } = tlc
  return {
    ...{ model, result, distinctStates, seconds, tlc, ok: problem === undefined },
    ...(problem === undefined ? {} : { problem }),
    ...(isWatched && tlc.outcome !== 'error' && { watched: await readWatched(notes) }),
  }
}

function resultOf({ outcome, violated }: TlcResult): string {
  return outcome === 'safety' || outcome === 'liveness' ? watchedName(violated ?? outcome) : outcome
}

function problemOf({ kind, expected }: Model, tlc: TlcResult, result: string): string | undefined {
  if (tlc.outcome === 'error') return `TLC failed: ${errorText(tlc)}`
  if (result !== expected) return `expected ${expected}, found ${result}`
  if (kind === 'reach' && tlc.outcome !== 'safety') return 'expected a violated invariant'
  return undefined
}
