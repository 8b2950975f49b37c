/** A virtual machine that runs TLC many times, see `Machine.java`. */
import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { classPathOf, javaFailure, type Tools } from './jar.ts'
import type { Exit } from './result.ts'

/** One run, as the machine is asked for it. No part may have a tab or a line feed. */
export interface MachineRun {
  /** Where TLC finds the configuration by its bare name. */
  readonly folder: string
  readonly libraries: readonly string[]
  /** What the operators of `tla/dump/java` are told, by name without `lockstep.`. */
  readonly properties?: Readonly<Record<string, string>>
  readonly arguments: readonly string[]
}

/** Who hears what TLC says. */
export interface Listener {
  output(text: string): void
  complaints(text: string): void
}

interface Asked {
  readonly listener: Listener
  readonly resolve: (exit: Exit) => void
  readonly reject: (cause: Error) => void
}

/** Arguments of a virtual machine, and of a run of one: what the operators of `tla/dump/java` are told. */
export const propertiesFor = (properties: Readonly<Record<string, string>>): string[] =>
  Object.entries(properties).map(([name, value]) => `-Dlockstep.${name}=${value}`)

/** What a virtual machine that runs TLC is to be. */
export interface Sizes {
  /** Java heap in MiB. */
  readonly heapMb: number
  /** Its runs end within seconds: it then compiles quickly rather than well. */
  readonly isBrief: boolean
  /** Where TLC unpacks its own modules. */
  readonly folder: string
}

/**
 * Arguments of a virtual machine that runs TLC.
 *
 * What TLC makes of a state is garbage with the next one, so a small place for new objects is enough. Left to itself the
 * collector lets it grow to a third of the heap, and the kernel has to find memory that is used once: a third of the time
 * of the checks of an actor.
 */
export const argumentsFor = ({ heapMb, isBrief, folder }: Sizes): string[] => [
  `-Xmx${heapMb}m`,
  '-Xmn128m',
  '-Xss16m',
  '-XX:+UseParallelGC',
  ...(isBrief ? ['-XX:TieredStopAtLevel=1'] : []),
  '-Dfile.encoding=UTF-8',
  `-Djava.io.tmpdir=${folder}`,
]

const END = /^lockstep-end (\d+)$/

/**
 * Starting a virtual machine, and TLC in it, takes longer than most models do. It runs one model at a time; what it says of
 * one does not depend on those before. If the machine ends, so does the run, with its exit code or signal, and the next run
 * has a new one.
 */
export class Machine {
  #child: ChildProcess | undefined
  #asked: Asked | undefined

  /** @param jvmArguments of the virtual machine, as `-Xmx2048m` */
  constructor(
    private readonly tools: Tools,
    private readonly jvmArguments: readonly string[],
  ) {}

  /** @throws ToolError without Java; Error when a run is under way, or a part cannot be written on a line */
  run(run: MachineRun, listener: Listener): Promise<Exit> {
    if (this.#asked) throw new Error('the machine is running a model')
    const parts = [
      run.folder,
      run.libraries.join(path.delimiter),
      ...propertiesFor(run.properties ?? {}),
      ...run.arguments,
    ]
    const unwritable = parts.find((part) => /[\t\n\r]/.test(part))
    if (unwritable !== undefined)
      throw new Error(`${JSON.stringify(unwritable)}: expected no tab and no line feed`)
    return new Promise((resolve, reject) => {
      this.#asked = { listener, resolve, reject }
      this.#child ??= this.#start()
      this.#child.stdin!.write(`${parts.join('\t')}\n`)
    })
  }

  /** Ends it, and the run that is under way. */
  close(): void {
    this.#child?.kill('SIGKILL')
  }

  /** The run that is under way, which ends now. */
  #taken(): Asked | undefined {
    const asked = this.#asked
    this.#asked = undefined
    return asked
  }

  #start(): ChildProcess {
    const args = [...this.jvmArguments, '-cp', classPathOf(this.tools), 'lockstep.Machine']
    const child = spawn(this.tools.java, args, { stdio: ['pipe', 'pipe', 'pipe'] })
    const kill = () => child.kill('SIGKILL')
    process.once('exit', kill)
    const over = (): Asked | undefined => {
      process.off('exit', kill)
      if (this.#child === child) this.#child = undefined
      return this.#taken()
    }
    // Both streams say that a run has ended: nothing of it is still on its way then.
    let heardOnOne = false
    const heard = (code: number): void => {
      if (heardOnOne) this.#taken()?.resolve({ code, signal: null })
      heardOnOne = !heardOnOne
    }
    linesOf(child.stdout!, (text) => this.#asked?.listener.output(text), heard)
    linesOf(child.stderr!, (text) => this.#asked?.listener.complaints(text), heard)
    // Whoever writes to a machine that has just ended is told by `close`.
    child.stdin!.on('error', () => {})
    child.on('error', (error: NodeJS.ErrnoException) => over()?.reject(javaFailure(error)))
    child.on('close', (code, signal) => over()?.resolve({ code, signal }))
    return child
  }
}

/** Hands on whole lines, and the numbers of those that say that a run has ended. */
function linesOf(
  stream: NodeJS.ReadableStream,
  text: (text: string) => void,
  ended: (code: number) => void,
): void {
  let rest = ''
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    let said = ''
    for (const line of lines) {
      const end = END.exec(line)
      if (!end) said += `${line}\n`
      else {
        // A line feed of its own comes before.
        text(said.slice(0, -1))
        said = ''
        ended(Number(end[1]))
      }
    }
    if (said !== '') text(said)
  })
}
