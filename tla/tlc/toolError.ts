/** What can be wrong with the tools around the model checker, or with how it is asked. */
export type ToolErrorCode =
  | 'JavaMissing'
  | 'JavacMissing'
  | 'JavacFailed'
  | 'MavenMissing'
  | 'MavenFailed'
  | 'WrongHash'
  | 'NotATlcJar'
  | 'FileMissing'
  | 'BadConfiguration'
  | 'UnsoundLiveness'
  | 'WatchFailed'

/** Something outside is not as the model checker needs it: where, what was expected, and what to do. */
export class ToolError extends Error {
  constructor(
    readonly code: ToolErrorCode,
    readonly place: string,
    readonly expected: string,
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${place}: expected ${expected}. ${remedy}`, options)
    this.name = 'ToolError'
  }
}
