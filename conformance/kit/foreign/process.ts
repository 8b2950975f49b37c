import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { z } from 'zod'
import { DriverError } from '../../drivers/driver.ts'
import {
  type Answer,
  answers,
  errorIn,
  type Hello,
  isNewInProtocol,
  NEW_IN_PROTOCOL,
  observeSchemaWithout,
  PROTOCOL,
  type Question,
} from './protocol.ts'

/** The implementation ended, was silent for too long, or said what is no answer: it is of no use any more. */
export class ForeignFault extends DriverError {}

export interface ForeignOptions {
  /** Working folder of the command. */
  readonly folder: string
  /** For each answer; the first one may take ten times as long, for what has to be compiled or loaded. */
  readonly timeoutMs: number
}

interface Waiting {
  readonly ask: Question['ask']
  answered(line: string): void
  failed(fault: ForeignFault): void
}

const START_FACTOR = 10
const LAST_WORDS = 400
const SHOWN = 120

/** One run of somebody's command. After a fault it is dead. */
export class ForeignProcess {
  readonly #child: ChildProcessWithoutNullStreams
  /** One question at a time: an answer belongs to the question before it. */
  #waiting: Waiting | undefined
  #fault: ForeignFault | undefined
  #words = ''
  #observeSchema: z.ZodType = answers.observe.schema

  private constructor(
    command: string,
    readonly options: ForeignOptions,
  ) {
    // A group of its own, so that what the shell starts ends with it.
    this.#child = spawn(command, { shell: true, cwd: options.folder, detached: true })
    this.#child.stdin.on('error', () => {})
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#words = (this.#words + text).slice(-LAST_WORDS)
    })
    createInterface({ input: this.#child.stdout }).on('line', (line) => this.#heard(line))
    this.#child.on('error', (error) => this.#fail(`cannot be started: ${error.message}`))
    this.#child.on('close', (code, signal) => this.#fail(`ended with ${signal ?? `code ${code}`}`))
  }

  /** Starts the command and shakes hands. @throws ForeignFault */
  static async start(
    command: string,
    options: ForeignOptions,
  ): Promise<{ process: ForeignProcess; hello: Hello }> {
    const started = new ForeignProcess(command, options)
    const hello = await started.ask({ ask: 'hello', protocol: PROTOCOL }).catch((error) => {
      started.stop()
      throw error
    })
    if (hello.protocol !== PROTOCOL)
      throw started.#fail(
        `speaks protocol ${hello.protocol}, expected protocol ${PROTOCOL}${hello.protocol < PROTOCOL ? `; ${NEW_IN_PROTOCOL}` : ''}`,
      )
    const { variables } = hello.unsupported
    if (variables.length > 0) started.#observeSchema = observeSchemaWithout(variables)
    return { process: started, hello }
  }

  get isAlive(): boolean {
    return this.#fault === undefined
  }

  /**
   * The next question waits for the answer.
   * @throws ForeignFault, and DriverError where it answers that it cannot
   */
  async ask<Ask extends Question['ask']>(question: Question & { ask: Ask }): Promise<Answer<Ask>> {
    const line = await this.#exchange(question)
    const { schema, expected } = answers[question.ask]
    let json: unknown
    try {
      json = JSON.parse(line)
    } catch {
      throw this.#fail(`answered ${question.ask} with ${shown(line)}, expected one line of JSON`)
    }
    const error = errorIn(json)
    if (error !== undefined) throw new DriverError(`${question.ask}: ${error}`)
    const parsed = (question.ask === 'observe' ? this.#observeSchema : (schema as z.ZodType)).safeParse(json)
    if (parsed.success) return parsed.data as Answer<Ask>
    const [issue] = parsed.error.issues
    const place = issue!.path.length > 0 ? `: ${issue!.path.join('.')}: ${issue!.message}` : ''
    const hint = parsed.error.issues.some(({ path }) => isNewInProtocol(path)) ? `; ${NEW_IN_PROTOCOL}` : ''
    throw this.#fail(`answered ${question.ask} with ${shown(line)}, expected ${expected}${place}${hint}`)
  }

  stop(): void {
    this.#fail('was stopped')
  }

  #exchange(question: Question): Promise<string> {
    const { ask } = question
    if (this.#fault) return Promise.reject(this.#fault)
    const limit = this.options.timeoutMs * (ask === 'hello' ? START_FACTOR : 1)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#fail(`did not answer within ${limit / 1000} s`), limit)
      this.#waiting = {
        ask,
        answered: (line) => {
          clearTimeout(timer)
          resolve(line)
        },
        failed: (fault) => {
          clearTimeout(timer)
          reject(fault)
        },
      }
      this.#child.stdin.write(`${JSON.stringify(question)}\n`)
    })
  }

  #heard(line: string): void {
    const waiting = this.#waiting
    this.#waiting = undefined
    if (waiting) waiting.answered(line)
    else this.#fail(`said ${shown(line)}, which nobody had asked for`)
  }

  /** The first fault stays; whoever waits is told, and the processes end. */
  #fail(what: string): ForeignFault {
    if (this.#fault) return this.#fault
    const waiting = this.#waiting
    this.#waiting = undefined
    const asked = waiting && `, asked for ${waiting.ask}`
    const words = this.#words.trim().split('\n').at(-1)
    const fault = new ForeignFault(`the command ${what}${asked ?? ''}${words ? `; it said: ${words}` : ''}`)
    this.#fault = fault
    this.#kill()
    waiting?.failed(fault)
    return fault
  }

  #kill(): void {
    const { pid } = this.#child
    if (pid === undefined) return
    try {
      process.kill(-pid, 'SIGKILL')
    } catch {
      // It has ended already.
    }
  }
}

/** What it said, cut, without what would spoil a terminal. */
const shown = (line: string): string =>
  (line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line).replace(/\p{Cc}/gu, '?') || 'an empty line'
