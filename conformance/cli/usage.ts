/** Bad arguments or bad input: one line that names what was expected. Exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** Where a command writes, and where it runs. */
export interface Terminal {
  /** Results. Ends with a newline of its own. */
  out(text: string): void
  /** Progress and errors. */
  readonly err: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number }
  /** Working folder, absolute. */
  readonly folder: string
}

export const processTerminal: Terminal = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: process.stderr,
  folder: process.cwd(),
}
