import { junitDocument, suite } from '../report/junit.ts'
import type { VectorResult } from './run.ts'

/** The results of vectors as JUnit XML: one suite per profile, one case per case. */
export function vectorsJunit({ runs }: VectorResult): string {
  const suites = [...new Set(runs.map((run) => run.suite))].map((name) =>
    suite(
      `vectors.${name}`,
      runs
        .filter((run) => run.suite === name)
        .map(({ case: path, seconds, failure }) => ({
          name: path,
          seconds,
          ...(failure && {
            failure: `step ${failure.step ?? 'none'}: expected ${failure.expected}, found ${failure.found}`,
          }),
        })),
    ),
  )
  return junitDocument(
    suites,
    runs.reduce((sum, { seconds }) => sum + seconds, 0),
  )
}
