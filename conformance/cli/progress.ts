import type { Progress } from '../rungs/check.ts'
import type { Terminal } from './usage.ts'

/** Without a terminal, how long a rung must have been silent before it is told about again, in milliseconds. */
const quietMs = 10_000

/** One line that is written over on a terminal; plain lines, and fewer of them, elsewhere. */
export class TerminalProgress implements Progress {
  private readonly current = new Map<string, string>()
  private readonly toldAt = new Map<string, number>()
  private drawn = false
  private whole = ''

  constructor(
    private readonly err: Terminal['err'],
    private readonly now: () => number = () => performance.now(),
  ) {}

  update(rung: string, text: string): void {
    this.current.set(rung, text)
    if (this.err.isTTY) {
      this.draw()
      return
    }
    const last = this.toldAt.get(rung)
    if (last !== undefined && this.now() - last < quietMs) return
    this.toldAt.set(rung, this.now())
    this.err.write(`${rung}: ${text}${this.whole === '' ? '' : ` (${this.whole})`}\n`)
  }

  overall(text: string): void {
    this.whole = text
  }

  found(rung: string, text: string): void {
    this.note(`${rung}: ✗ ${text}`)
  }

  end(rung: string, text: string): void {
    this.current.delete(rung)
    this.note(`${rung}: ${text}`)
  }

  /** A line that stays. */
  note(text: string): void {
    this.erase()
    this.err.write(`${text}\n`)
    if (this.err.isTTY && this.current.size > 0) this.draw()
  }

  stop(): void {
    this.current.clear()
    this.erase()
  }

  private draw(): void {
    const doing = [...this.current].map(([rung, text]) => `${rung}: ${text}`)
    const text = [...(this.whole === '' ? [] : [this.whole]), ...doing].join('  ·  ')
    const width = Math.max(20, (this.err.columns ?? 80) - 1)
    this.err.write(`\r\x1b[K${text.length > width ? `${text.slice(0, width - 1)}…` : text}`)
    this.drawn = true
  }

  private erase(): void {
    if (this.drawn) this.err.write('\r\x1b[K')
    this.drawn = false
  }
}
