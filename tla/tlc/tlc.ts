/** Runs TLC. The only place that knows its flags, its exit codes and the shape of its output. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseConfig, printConfig, type TlcConfig, unsoundForLiveness, withConstants } from './config.ts'
import { classPathOf, javaFailure, resolveTools, type Tools } from './jar.ts'
import { argumentsFor, type Machine, propertiesFor } from './machine.ts'
import { messageCode } from './messages.ts'
import { type Exit, RunReader, type TlcProgress, type TlcResult } from './result.ts'
import { ToolError } from './toolError.ts'

const tlaFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const maximalHeapMb = 4096
const configName = 'lockstep.cfg'

/** What to check, and how. */
export interface TlcRun {
  /** Path of the root module, `.tla` included. */
  module: string
  /** Path of the configuration, `.cfg` included. */
  config: string
  /** Folders searched for modules that the root module extends; its own and those of the actors always are. */
  libraries?: string[]
  /** Other values for constants that the configuration assigns, as TLA+ text by name. */
  constants?: Record<string, string>
  /** The run ends within seconds: the JVM then compiles quickly rather than well, which takes a third of the time. */
  brief?: boolean
  /** Java heap in MiB, at most 4096; 2048 if absent. */
  heapMb?: number
  /** Worker threads; 1 if absent. Several workers have missed violations of temporal properties. */
  workers?: number
  /** False: a state without successors is no error, whatever the configuration says. */
  checkDeadlock?: boolean
  /** The run must check a temporal property: refused if the configuration makes that unsound. */
  liveness?: boolean
  /** File for the labelled graph that LockstepDump.tla writes; it appears only after a pass. */
  dump?: string
  /**
   * Where a dump is written, every so-manieth state is probed as well, with one field or with two that differ from an
   * instance; none if absent or 0.
   */
  probes?: { readonly everyState: number; readonly pairsEveryState: number }
  /** File of pairs that Pointwise.tla reads; the answers appear beside it. */
  points?: string
  /** File for the names that Watch.tla notes; the run goes on after a violation. */
  watch?: string
  /** Called about once a second while TLC explores. */
  onProgress?: (progress: TlcProgress) => void
  /** Ends the run; the promise then rejects with the signal's reason. */
  signal?: AbortSignal
  /** Resolved tools, if the caller has them already. */
  tools?: Tools
  /** Runs it in place of a virtual machine of its own: no liveness there. */
  machine?: Machine | undefined
  /** Environment of the Java process. */
  env?: NodeJS.ProcessEnv
}

/**
 * Checks one model. What TLC says, violations included, is in the result; only what is wrong around it throws.
 *
 * Throws {@link ToolError} for missing tools or files, and for a liveness run whose configuration would make the
 * answer worthless; rejects with the signal's reason when aborted.
 */
export async function runTlc(run: TlcRun): Promise<TlcResult> {
  run.signal?.throwIfAborted()
  if (run.machine && run.liveness) throw new Error('a machine runs no liveness')
  const config = await readConfig(run)
  await readable(run.module, 'a TLA+ module')
  if (run.liveness) refuseUnsoundLiveness(run, config)
  const tools = run.tools ?? (await resolveTools(run.env === undefined ? {} : { env: run.env }))
  const result = await runOnce(run, config, tools)
  if (result.outcome !== 'liveness' || result.violated !== undefined) return result
  const violated = await violatedProperty(run, config, tools)
  return violated === undefined ? result : { ...result, violated }
}

async function readConfig(run: TlcRun): Promise<TlcConfig> {
  await readable(run.config, 'a configuration of TLC')
  const config = parseConfig(await readFile(run.config, 'utf8'), run.config)
  return withConstants(config, run.constants ?? {}, run.config)
}

async function readable(file: string, expected: string): Promise<void> {
  try {
    await access(file)
  } catch (cause) {
    throw new ToolError('FileMissing', file, expected, 'Check the path.', { cause })
  }
}

function refuseUnsoundLiveness(run: TlcRun, config: TlcConfig): void {
  const refuse = (expected: string) => {
    const remedy = 'Give temporal properties a small configuration of their own.'
    throw new ToolError('UnsoundLiveness', run.config, expected, remedy)
  }
  const unsound = unsoundForLiveness(config)
  if (unsound.length > 0) refuse(`no ${unsound.join(', ')} where temporal properties are checked`)
  if ((run.workers ?? 1) !== 1) refuse('one worker where temporal properties are checked')
  if (config.properties.length === 0) refuse('a PROPERTY to check')
}

/**
 * TLC has failed to read back a file of its own, once in some thousand runs: that says nothing about the model. It runs
 * once more, and the result says so.
 */
async function runOnce(run: TlcRun, config: TlcConfig, tools: Tools): Promise<TlcResult> {
  const result = await attempt(run, config, tools)
  const unread = result.errors.find(({ code, text }) => code === messageCode.general && text.includes(UNREAD))
  return unread ? { ...(await attempt(run, config, tools)), runAgainBecause: unread.text } : result
}
const UNREAD = 'java.io.IOException'

/** TLC does not say which temporal property failed: the first that fails alone is the one. */
async function violatedProperty(run: TlcRun, config: TlcConfig, tools: Tools): Promise<string | undefined> {
  if (config.properties.length === 1) return config.properties[0]
  for (const property of config.properties) {
    const { dump: _, ...rest } = run
    const alone = await runOnce(rest, { ...config, invariants: [], properties: [property] }, tools)
    if (alone.outcome === 'liveness') return property
  }
  return undefined
}

async function attempt(run: TlcRun, config: TlcConfig, tools: Tools): Promise<TlcResult> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'lockstep-tlc-'))
  const partialDump = run.dump === undefined ? undefined : `${path.resolve(run.dump)}.partial`
  try {
    await mkdir(path.join(scratch, 'tmp'))
    await writeFile(path.join(scratch, configName), printConfig(config))
    if (run.dump !== undefined) {
      await mkdir(path.dirname(path.resolve(run.dump)), { recursive: true })
      await rm(run.dump, { force: true })
    }
    const reading = new RunReader()
    const started = performance.now()
    const exit = await (run.machine
      ? runIn(run.machine, run, tools, scratch, partialDump, reading, started)
      : java(run, tools, scratch, partialDump, reading, started))
    run.signal?.throwIfAborted()
    const result = reading.result(exit, (performance.now() - started) / 1000, config, run)
    return partialDump === undefined ? result : await keepDump(result, partialDump, run.dump!)
  } finally {
    await rm(scratch, { recursive: true, force: true })
    if (partialDump !== undefined) await rm(partialDump, { force: true })
  }
}

/** A dump under its final name is one of a complete exploration. */
async function keepDump(result: TlcResult, partial: string, dump: string): Promise<TlcResult> {
  if (result.outcome !== 'pass') return result
  try {
    await rename(partial, dump)
    return result
  } catch {
    const text = 'The run wrote no graph: does the module extend LockstepDump and call its operators?'
    return { ...result, outcome: 'error', errors: [...result.errors, { code: 'DumpMissing', text }] }
  }
}

function java(
  run: TlcRun,
  tools: Tools,
  scratch: string,
  dump: string | undefined,
  reading: RunReader,
  started: number,
): Promise<Exit> {
  const args = [
    ...argumentsFor({
      heapMb: Math.min(run.heapMb ?? 2048, maximalHeapMb),
      isBrief: run.brief ?? false,
      folder: path.join(scratch, 'tmp'),
    }),
    `-DTLA-Library=${librariesOf(run).join(path.delimiter)}`,
    ...propertiesFor(propertiesOf(run, dump)),
    ...(run.onProgress === undefined ? [] : propertiesFor({ progressMillis: '1000' })),
    '-cp',
    classPathOf(tools),
    'tlc2.TLC',
    ...argumentsOf(run, tools, scratch),
  ]
  return new Promise((resolve, reject) => {
    const child = spawn(tools.java, args, {
      cwd: scratch,
      env: run.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const release = endWith(child, run.signal)
    child.stdout.setEncoding('utf8').on('data', (text: string) => reading.output(text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => complain(run, reading, text, started))
    child.on('error', (error: NodeJS.ErrnoException) => {
      release()
      reject(javaFailure(error))
    })
    child.on('close', (code, signal) => {
      release()
      resolve({ code, signal })
    })
  })
}

/** What the operators of `tla/dump/java` are told of a run. */
const propertiesOf = (run: TlcRun, dump: string | undefined): Record<string, string> => ({
  ...(dump !== undefined && { dump }),
  ...Object.fromEntries(Object.entries(run.probes ?? {}).map(([name, every]) => [name, String(every)])),
  ...(run.points !== undefined && { points: path.resolve(run.points) }),
  ...(run.watch !== undefined && { watch: path.resolve(run.watch) }),
})

async function runIn(
  machine: Machine,
  run: TlcRun,
  tools: Tools,
  scratch: string,
  dump: string | undefined,
  reading: RunReader,
  started: number,
): Promise<Exit> {
  const end = () => machine.close()
  run.signal?.addEventListener('abort', end, { once: true })
  try {
    return await machine.run(
      {
        folder: scratch,
        libraries: librariesOf(run),
        properties: propertiesOf(run, dump),
        arguments: argumentsOf(run, tools, scratch),
      },
      {
        output: (text) => reading.output(text),
        complaints: (text) => complain(run, reading, text, started),
      },
    )
  } finally {
    run.signal?.removeEventListener('abort', end)
  }
}

function complain(run: TlcRun, reading: RunReader, text: string, started: number): void {
  for (const progress of reading.complaints(text))
    run.onProgress?.({ ...progress, seconds: (performance.now() - started) / 1000 })
}

function librariesOf(run: TlcRun): string[] {
  const folders = [path.dirname(run.module), ...moduleFolders(), ...(run.libraries ?? [])]
  return [...new Set(folders.map((folder) => path.resolve(folder)))]
}

function argumentsOf(run: TlcRun, tools: Tools, scratch: string): string[] {
  return [
    '-tool',
    '-metadir',
    path.join(scratch, 'states'),
    '-checkpoint',
    '0',
    // A fixed fingerprint function: TLC draws one otherwise, and the same model may tell another lasso.
    '-fp',
    '0',
    // Once, at the end: checks on the way depend on the time, and so would the lasso.
    '-lncheck',
    'final',
    '-workers',
    String(run.workers ?? 1),
    ...(run.checkDeadlock === false ? ['-deadlock'] : []),
    // A watched model goes on after what it reports.
    ...(run.watch === undefined ? [] : ['-continue']),
    ...tools.extraArguments,
    '-config',
    configName,
    // By its bare name, from the scratch folder: else TLC looks for the configuration next to the module only.
    path.basename(run.module, '.tla'),
  ]
}

/** Those with modules of other kinds: of tests, and what belongs to one model. */
const ownModules = ['tlc', 'bug', 'live']

/** The folders of `tla/` in which modules are looked up by name: the dump, every actor, and every cut of the system. */
const moduleFolders = (folder = tlaFolder): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !ownModules.includes(entry.name))
    .map(({ name }) => path.join(folder, name))
    .flatMap((at) => [at, ...moduleFolders(at)])

/** Java ends with this process and with the caller's signal. */
function endWith(child: ChildProcess, signal: AbortSignal | undefined): () => void {
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  signal?.addEventListener('abort', kill, { once: true })
  if (signal?.aborted) kill()
  return () => {
    process.off('exit', kill)
    signal?.removeEventListener('abort', kill)
  }
}
