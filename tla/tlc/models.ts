/** The models of an actor beside its profiles: what each must show, and whether it did. */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Counterexample } from './counterexample.ts'
import type { Tools } from './jar.ts'
import { resolveTools } from './jar.ts'
import type { Machine } from './machine.ts'
import { Machines } from './machines.ts'
import type { Definition } from './module.ts'
import { reachedModel, refutedIn, togetherOf } from './reached.ts'
import { errorText, type TlcProgress, type TlcResult } from './result.ts'
import { runTlc } from './tlc.ts'
import { readNotes, type Watched, watchedIn, watchedModel, watchedName } from './watch.ts'

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
  /** Of the run, in equal parts where several Reach models share it: sums are those of runs. */
  readonly distinctStates: number
  /** Of the run, as states. */
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
  const results = new Map<Model, ModelResult>()
  // Those of liveness take longest: nobody waits for one in the end.
  const isLong = ([model]: readonly Model[]) => Number(model!.kind === 'liveness')
  const waiting = togetherOf(models).sort((a, b) => isLong(b) - isLong(a))
  const { parallel = 1 } = options
  const own = options.machines ? undefined : new Machines(tools, options.folder, parallel)
  const machines = options.machines ?? own!
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const group = next
      const run = (machine?: Machine) => runGroup(group, { ...options, tools, signal }, machine)
      // TLC keeps what a check of liveness found.
      for (const result of await (isLong(group) ? run() : machines.use(run))) {
        results.set(result.model, result)
        options.onResult?.(result)
      }
    }
  }
  const workers = Array.from({ length: Math.min(parallel, waiting.length) }, worker)
  try {
    await Promise.all(workers)
  } catch (cause) {
    failed.abort(cause)
    await Promise.allSettled(workers)
    throw cause
  } finally {
    own?.close()
  }
  return models.map((model) => results.get(model)!)
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

type Running = RunModelsOptions & { readonly tools: Tools }

/** Reach models together, and then by itself whatever that did not decide. */
async function runGroup(
  group: readonly Model[],
  options: Running,
  machine: Machine | undefined,
): Promise<ModelResult[]> {
  const decided = group.length > 1 ? await runTogether(group, options, machine) : []
  const results: ModelResult[] = []
  for (const [place, model] of group.entries())
    results.push(decided[place] ?? (await runModel(model, options, machine)))
  return results
}

/** @returns in the order of the models; undefined where a model has to run alone */
async function runTogether(
  group: readonly Model[],
  options: Running,
  machine: Machine | undefined,
): Promise<(ModelResult | undefined)[]> {
  const { tlc, notes } = await runWritten(reachedModel(group), options, machine, 'notes')
  if (tlc.outcome !== 'safety') return []
  const { further = [], ...shared } = tlc
  const places = refutedIn(await readNotes(notes!))
  const all = [tlc.counterexample, ...further]
  const own = (model: Model): Counterexample | undefined => {
    const place = places.get(model.expected)
    return place === undefined ? undefined : all[place]
  }
  const count = group.filter((model) => own(model) !== undefined).length
  const [share, seconds] = [Math.floor(tlc.distinctStates / count), tlc.seconds / count]
  let left = tlc.distinctStates - share * count
  return group.map((model) => {
    const counterexample = own(model)
    if (!counterexample) return undefined
    const distinctStates = share + left
    left = 0
    const { expected: violated } = model
    const alone: TlcResult = { ...shared, distinctStates, seconds, violated, counterexample }
    return { model, result: violated, distinctStates, seconds, tlc: alone, ok: true }
  })
}

/** A watched model extends the module of the model. */
const withFolderOf = ({ module }: Model, options: Running): Running => ({
  ...options,
  libraries: [path.dirname(module), ...(options.libraries ?? [])],
})

async function runModel(model: Model, options: Running, machine: Machine | undefined): Promise<ModelResult> {
  const isWatched = model.kind === 'bug' && options.properties !== undefined
  const { tlc, notes } = await (isWatched
    ? runWritten(watchedModel(model, options.properties), withFolderOf(model, options), machine, 'notes')
    : runWritten(model, options, machine))
  const result = resultOf(tlc)
  const problem = problemOf(model, tlc, result)
  const { distinctStates, seconds } = tlc
  return {
    model,
    result,
    distinctStates,
    seconds,
    tlc,
    ok: problem === undefined,
    ...(problem === undefined ? {} : { problem }),
    ...(notes && tlc.outcome !== 'error' && { watched: watchedIn(await readNotes(notes)) }),
  }
}

/** @returns with `notes`, the file that has them: the run then goes on after a violation */
async function runWritten(
  model: Model,
  { folder, libraries = [], onProgress, signal, tools }: Running,
  machine: Machine | undefined,
  mode?: 'notes',
): Promise<{ tlc: TlcResult; notes: string | undefined }> {
  const { module, config } = await writeModel(model, folder)
  const at = path.dirname(config)
  const notes = mode && path.join(at, 'notes.txt')
  const tlc = await runTlc({
    module,
    config,
    libraries: [at, path.dirname(path.resolve(at, model.module)), ...libraries],
    liveness: model.kind === 'liveness',
    // These stop at the violation that they look for, or are small.
    brief: true,
    tools,
    machine,
    ...(notes && { watch: notes }),
    ...(onProgress && { onProgress: (progress: TlcProgress) => onProgress(model.name, progress) }),
    ...(signal && { signal }),
  })
  return { tlc, notes }
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
