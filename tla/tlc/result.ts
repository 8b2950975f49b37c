/** What a run of TLC says, read from its output and its exit code. */
import { type TlcConfig, unsoundForLiveness } from './config.ts'
import { type Counterexample, CounterexampleReader, findPlace, type TlaPlace } from './counterexample.ts'
import { introductions, MessageReader, messageCode, type TlcMessage } from './messages.ts'

export interface TlcProgress {
  distinctStates: number
  generatedStates: number
  /** Wall time since the start. */
  seconds: number
}

/** An error of the specification, of the configuration or of the run. `code`: TLC's number, or a word of ours. */
export interface TlcError {
  code: number | 'Killed' | 'Incomplete' | 'Parse' | 'UnsoundLiveness' | 'NoTemporalProperty' | 'DumpMissing'
  text: string
  place?: TlaPlace
}

/**
 * What TLC found. `safety` is a violated invariant or action property, `liveness` a violated temporal property;
 * `error` means that nothing was decided.
 */
export interface TlcResult {
  outcome: 'pass' | 'safety' | 'liveness' | 'deadlock' | 'error'
  /** Name of the violated invariant or property. */
  violated?: string
  distinctStates: number
  generatedStates: number
  /** Length of the longest shortest path, counted in states. */
  depth: number
  seconds: number
  counterexample?: Counterexample
  /** Of a run that goes on: those of further violations, in their order. */
  further?: readonly (Counterexample | undefined)[]
  errors: TlcError[]
  warnings: string[]
  /** Why this is what a second run found. */
  runAgainBecause?: string
}

/** What TLC complains of, each on lines of its own. */
export const errorText = ({ errors }: Pick<TlcResult, 'errors'>): string =>
  errors.map(({ text }) => text).join('\n')

/** What of a run its answer depends on. */
export interface Asked {
  /** It must check a temporal property. */
  readonly liveness?: boolean
  /** It goes on after a violation, and then ends as if there were none. */
  readonly watch?: string
}

/** How a process ended. */
export interface Exit {
  code: number | null
  signal: NodeJS.Signals | null
}

/** What one run printed, as it comes. */
export class RunReader {
  private readonly messages = new MessageReader((message) => this.message(message))
  private trace = new CounterexampleReader()
  private readonly traces = [this.trace]
  private violations = 0
  private readonly errors: TlcError[] = []
  private readonly warnings: string[] = []
  private readonly seen = new Set<number>()
  private violation: { outcome: 'safety' | 'liveness' | 'deadlock'; violated?: string } | undefined
  private distinctStates = 0
  private generatedStates = 0
  private depth = 0
  private stderr = ''

  output(text: string): void {
    this.messages.push(text)
  }

  /** Takes standard error; returns the progress reports in it. */
  complaints(text: string): Omit<TlcProgress, 'seconds'>[] {
    const lines = (this.stderr + text).split('\n')
    this.stderr = lines.pop() ?? ''
    const progress: Omit<TlcProgress, 'seconds'>[] = []
    for (const line of lines) {
      const found = /^lockstep-progress (\d+) (\d+)$/.exec(line)
      if (found !== null)
        progress.push({ generatedStates: Number(found[1]), distinctStates: Number(found[2]) })
      else if (line.trim() !== '') this.warnings.push(line)
    }
    return progress
  }

  private message(message: TlcMessage): void {
    this.seen.add(message.code)
    if (this.known(message)) return
    const { code, severity, text } = message
    if (severity === 3) this.warnings.push(text)
    if ((severity === 1 || severity === 2) && !introductions.has(code)) this.error(code, text)
  }

  /** Takes the messages that are part of an answer; false for all others. */
  private known(message: TlcMessage): boolean {
    const { code, text } = message
    switch (code) {
      case messageCode.state:
      case messageCode.stuttering:
      case messageCode.backToState:
        this.state(message)
        return true
      case messageCode.invariantViolated:
      case messageCode.actionPropertyViolated:
        this.violated('safety', nameIn(text))
        return true
      case messageCode.invariantViolatedInitially:
      case messageCode.propertyViolatedInitially:
        this.violated('safety', nameIn(text))
        this.initial(text)
        return true
      case messageCode.temporalPropertyViolated:
        this.violated('liveness', undefined)
        return true
      case messageCode.deadlock:
        this.violated('deadlock', undefined)
        return true
      case messageCode.statistics:
        this.statistics(text)
        return true
      case messageCode.depth:
        this.depth = Number(/(\d+)\.?\s*$/.exec(text)?.[1] ?? 0)
        return true
      default:
        return false
    }
  }

  private state(message: TlcMessage): void {
    try {
      this.trace.push(message)
    } catch (cause) {
      this.error('Parse', `${(cause as Error).message}\n${message.text}`)
    }
  }

  /** A violation in an initial state is told in one message, the state after the first line. */
  private initial(text: string): void {
    try {
      this.trace.pushInitial(text.slice(text.indexOf('\n') + 1))
    } catch (cause) {
      this.error('Parse', `${(cause as Error).message}\n${text}`)
    }
  }

  private violated(outcome: 'safety' | 'liveness' | 'deadlock', violated: string | undefined): void {
    this.violation ??= { outcome, ...(violated === undefined ? {} : { violated }) }
    // The states that follow belong to this one.
    this.violations++
    if (this.violations === 1) return
    this.trace = new CounterexampleReader()
    this.traces.push(this.trace)
  }

  private statistics(text: string): void {
    const found = /([\d,]+) states generated, ([\d,]+) distinct states found/.exec(text)
    const count = (digits: string | undefined) => Number((digits ?? '0').replaceAll(',', ''))
    this.generatedStates = count(found?.[1])
    this.distinctStates = count(found?.[2])
  }

  private error(code: TlcError['code'], text: string): void {
    const place = findPlace(text, code === messageCode.nestedExpression ? 'last' : 'first')
    this.errors.push({ code, text: text.trim(), ...(place === undefined ? {} : { place }) })
  }

  result(exit: Exit, seconds: number, config: TlcConfig, { liveness = false, watch }: Asked): TlcResult {
    const cut = this.messages.finish()
    if (this.stderr.trim() !== '') this.warnings.push(this.stderr)
    this.judge(exit, cut, config, liveness, watch !== undefined)
    const outcome = this.errors.length > 0 ? 'error' : (this.violation?.outcome ?? 'pass')
    const [counterexample, ...further] = this.traces.map((trace) => trace.result())
    return {
      outcome,
      ...(this.violation?.violated === undefined ? {} : { violated: this.violation.violated }),
      distinctStates: this.distinctStates,
      generatedStates: this.generatedStates,
      depth: this.depth,
      seconds,
      ...(counterexample === undefined ? {} : { counterexample }),
      ...(further.length > 0 && { further }),
      errors: this.errors,
      warnings: this.warnings,
    }
  }

  /** Adds an error for everything that keeps the run from being an answer. */
  private judge(exit: Exit, cut: boolean, config: TlcConfig, liveness: boolean, watched: boolean): void {
    if (exit.signal !== null || killedExits.has(exit.code ?? -1)) {
      this.error('Killed', `TLC was ended by ${exit.signal ?? `exit code ${exit.code}`} before it was done.`)
    }
    if (this.seen.has(messageCode.parsingFailed)) {
      // The parser writes its complaints without a frame, around this message.
      const said = this.messages.loose.filter((line) => !/^(Parsing file|Semantic processing)/.test(line))
      this.errors.length = 0
      this.error(messageCode.parsingFailed, said.join('\n').trim())
    }
    const temporal = this.seen.has(messageCode.temporalChecking)
    const unsound = unsoundForLiveness(config)
    if (temporal && unsound.length > 0) {
      this.error('UnsoundLiveness', `Temporal properties were checked with ${unsound.join(', ')}.`)
    }
    if (liveness && !temporal && this.errors.length === 0) {
      this.error('NoTemporalProperty', `No property of the configuration is a temporal one.`)
    }
    if (this.errors.length > 0) return
    const whole = !cut && this.seen.has(messageCode.finished)
    const agreed =
      this.violation === undefined
        ? exit.code === 0 && this.seen.has(messageCode.success) && this.seen.has(messageCode.statistics)
        : watched
          ? exit.code === 0 && this.seen.has(messageCode.statistics)
          : violationExits.has(exit.code ?? -1)
    if (!whole || !agreed) {
      const said = [...this.messages.loose.slice(-20), ...this.warnings.slice(-20)].join('\n')
      this.error('Incomplete', `TLC ended with exit code ${exit.code} and no complete answer.\n${said}`)
    }
  }
}

/** Deadlock, safety, liveness (also used for action properties). */
const violationExits: ReadonlySet<number> = new Set([11, 12, 13])

/** 128 and the number of SIGINT, SIGKILL, SIGTERM: Java catches signals and ends by itself. */
const killedExits: ReadonlySet<number> = new Set([130, 137, 143])

const nameIn = (text: string): string | undefined =>
  /(?:Invariant|Action property|Property) (.+?) is violated/.exec(text)?.[1]
