/** The framed messages of TLC's `-tool` mode: `@!@!@STARTMSG code:severity @!@!@ … @!@!@ENDMSG code @!@!@`. */

/** `severity`: 0 information, 1 error, 2 bug in TLC, 3 warning, 4 state of a counterexample. */
export interface TlcMessage {
  code: number
  severity: number
  text: string
}

/** TLC's message numbers that mean something here (tlc2.output.EC). */
export const messageCode = {
  general: 1000,
  assumptionFalse: 2104,
  invariantViolatedInitially: 2107,
  propertyViolatedInitially: 2108,
  invariantViolated: 2110,
  actionPropertyViolated: 2112,
  deadlock: 2114,
  temporalPropertyViolated: 2116,
  behaviourUpToHere: 2121,
  backToState: 2122,
  temporalChecking: 2212,
  success: 2193,
  depth: 2194,
  statistics: 2199,
  state: 2217,
  stuttering: 2218,
  counterexample: 2264,
  livenessWithConstraint: 2284,
  finished: 2186,
  nestedExpression: 2103,
  parsingFailed: 3002,
} as const

/** Error messages that only introduce what comes after them. */
export const introductions: ReadonlySet<number> = new Set([
  messageCode.behaviourUpToHere,
  messageCode.counterexample,
])

const start = /@!@!@STARTMSG (\d+):(\d+) @!@!@/
const end = /@!@!@ENDMSG (\d+) @!@!@/

/**
 * Splits TLC's output into messages. Messages nest: an inner one counts on its own and its text is part of the
 * outer one's as well. Text outside of all frames (the parser's complaints) is kept in `loose`.
 */
export class MessageReader {
  readonly loose: string[] = []
  private readonly open: { code: number; severity: number; lines: string[] }[] = []
  private rest = ''

  constructor(private readonly onMessage: (message: TlcMessage) => void) {}

  /** Takes the next piece of output, cut anywhere. */
  push(chunk: string): void {
    this.rest += chunk
    const lines = this.rest.split('\n')
    this.rest = lines.pop() ?? ''
    for (const line of lines) this.line(line.endsWith('\r') ? line.slice(0, -1) : line)
  }

  /** True if a message was begun and not ended: the output was cut off. */
  finish(): boolean {
    if (this.rest !== '') this.line(this.rest)
    this.rest = ''
    return this.open.length > 0
  }

  private line(line: string): void {
    const begun = start.exec(line)
    if (begun !== null) {
      const before = line.slice(0, begun.index)
      if (before !== '') this.text(before)
      this.open.push({ code: Number(begun[1]), severity: Number(begun[2]), lines: [] })
      return
    }
    if (!end.test(line)) {
      this.text(line)
      return
    }
    const ended = this.open.pop()
    if (ended === undefined) return
    const text = ended.lines.join('\n')
    this.open.at(-1)?.lines.push(text)
    this.onMessage({ code: ended.code, severity: ended.severity, text })
  }

  private text(line: string): void {
    const inner = this.open.at(-1)
    if (inner !== undefined) inner.lines.push(line)
    else if (this.loose.length < 500) this.loose.push(line)
  }
}
