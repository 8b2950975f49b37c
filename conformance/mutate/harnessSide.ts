import type { Finding } from './finding.ts'
import { harness } from './harnessMutants.ts'
import { hashOf, modelHash } from './reference.ts'
import { firstFailure } from './testRun.ts'

/** Hash of everything that decides about mistakes in the harness. */
export const harnessHash = (): string =>
  `${modelHash()}-${hashOf([...Object.keys(harness), ...new Set(Object.values(harness).flat())])}`

/** The tests of what compares, up to the first failure. @param texts what differs, by path */
export async function tryHarnessTests(
  texts: ReadonlyMap<string, string>,
  files: readonly string[],
): Promise<Finding | undefined> {
  const failure = await firstFailure(texts, files)
  return failure === undefined ? undefined : { caughtBy: 'harness tests', detail: failure }
}
