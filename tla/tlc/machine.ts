/** A virtual machine that runs TLC many times, see `Machine.java`. */
import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { javaMissing, type Tools } from './jar.ts'
import type { Exit } from './result.ts'

/** One run, as the machine is asked for it. No part may have a tab or a line feed. */
export interface MachineRun {
  /** Where TLC finds the configuration by its bare name. */
  readonly folder: string
  readonly libraries: readonly string[]
  /** File for the names that Watch.tla notes. */
  readonly watch?: string
  readonly arguments: readonly string[]
}

/** Who hears what TLC says. */
export interface Listener {
  output(text: string): void
  complaints(text: string): void
}

interface Asked {
  readonly listener: Listener
  readonly ended: (exit: Exit) => void
  readonly failed: (cause: Error) => void
}

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
      run.watch === undefined ? '' : path.resolve(run.watch),
      ...run.arguments,
    ]
    const unwritable = parts.find((part) => /[\t\n\r]/.test(part))
    if (unwritable !== undefined)
      throw new Error(`${JSON.stringify(unwritable)}: expected no tab and no line feed`)
    return new Promise((resolve, reject) => {
      const settle = () => {
        this.#asked = undefined
      }
      this.#asked = {
        listener,
        ended: (exit) => {
          settle()
          resolve(exit)
        },
        failed: (cause) => {
          settle()
          reject(cause)
        },
      }
      this.#child ??= this.#start()
      this.#child.stdin!.write(`${parts.join('\t')}\n`)
    })
  }

  /** Ends it, and the run that is under way. */
  close(): void {
    this.#child?.kill('SIGKILL')
  }

  #start(): ChildProcess {
    const { java, jar, keccakJar, classes } = this.tools
    const classPath = [classes, jar, keccakJar].join(path.delimiter)
    const child = spawn(java, [...this.jvmArguments, '-cp', classPath, 'lockstep.Machine'], {
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const kill = () => child.kill('SIGKILL')
    process.once('exit', kill)
    const over = (settle: (asked: Asked) => void): void => {
      process.off('exit', kill)
      if (this.#child === child) this.#child = undefined
      if (this.#asked) settle(this.#asked)
    }
    // Both streams say that a run has ended: nothing of it is still on its way then.
    let exits: number[] = []
    const heard = (code: number): void => {
      exits.push(code)
      if (exits.length < 2) return
      exits = []
      this.#asked?.ended({ code, signal: null })
    }
    linesOf(child.stdout!, (text) => this.#asked?.listener.output(text), heard)
    linesOf(child.stderr!, (text) => this.#asked?.listener.complaints(text), heard)
    // Whoever writes to a machine that has just ended is told by `close`.
    child.stdin!.on('error', () => {})
    child.on('error', (error: NodeJS.ErrnoException) =>
      over(({ failed }) =>
        failed(error.code === 'ENOENT' || error.code === 'EACCES' ? javaMissing() : error),
      ),
    )
    child.on('close', (code, signal) => over(({ ended }) => ended({ code, signal })))
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
