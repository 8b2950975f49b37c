import { junitDocument, suite } from '../report/junit.ts'
import type { VectorResult } from './run.ts'

/** The results of vectors as JUnit XML: one suite per profile, one case per case. */
export function vectorsJunit({ runs, undeclared }: VectorResult): string {
  const suites = [...new Set([...runs, ...undeclared].map((one) => one.suite))].map((name) =>
    suite(`vectors.${name}`, [
      ...runs
        .filter((run) => run.suite === name)
        .map(({ case: path, seconds, failure }) => ({
          name: path,
          seconds,
          ...(failure && {
            failure: `step ${failure.step ?? 'none'}: expected ${failure.expected}, found ${failure.found}`,
          }),
        })),
      ...undeclared
        .filter(({ suite }) => suite === name)
        .map((one) => ({ name: one.case, skipped: `${one.function} is not declared` })),
    ]),
  )
  return junitDocument(
    suites,
    runs.reduce((sum, { seconds }) => sum + seconds, 0),
  )
}
