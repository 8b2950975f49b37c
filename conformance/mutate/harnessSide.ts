import type { Finding } from './finding.ts'
import { firstFailure } from './testRun.ts'

/** The tests of what compares, up to the first failure. @param texts what differs, by path */
export async function tryHarnessTests(
  texts: ReadonlyMap<string, string>,
  files: readonly string[],
): Promise<Finding | undefined> {
  const failure = await firstFailure(texts, files)
  return failure === undefined ? undefined : { caughtBy: 'harness tests', detail: failure }
}
