import { junitDocument, suite } from '../report/junit.ts'
import type { VectorResult, VectorRun } from './run.ts'

/** The results of vectors as JUnit XML: one suite per profile, one case per case. */
export function vectorsJunit({ runs, undeclared, leftOut }: VectorResult): string {
  const suites = [...new Set([...runs, ...undeclared, ...leftOut].map((one) => one.suite))].map((name) =>
    suite(`vectors.${name}`, [
      ...runs
        .filter((run) => run.suite === name)
        .map(({ case: path, seconds, failure, steps, part }) => ({
          name: path,
          seconds,
          ...unjudged(part, steps === 0 && !failure),
          ...(failure && {
            failure: `step ${failure.step ?? 'none'}: expected ${failure.expected}, found ${failure.found}`,
          }),
        })),
      ...undeclared
        .filter(({ suite }) => suite === name)
        .map((one) => ({ name: one.case, skipped: `${one.function} is not declared` })),
      ...leftOut
        .filter(({ suite }) => suite === name)
        .map((one) => ({ name: one.case, skipped: `${one.variant} is declared as unsupported` })),
    ]),
  )
  return junitDocument(
    suites,
    runs.reduce((sum, { seconds }) => sum + seconds, 0),
  )
}

/** What of a case was left out, and that nothing was judged where all of it was. */
function unjudged(part: VectorRun['part'], isSkipped: boolean): { skipped?: string; output?: string } {
  const told = [
    ...[...(part?.notJudged ?? [])].map(([why, count]) => `${count} steps not judged: ${why}`),
    ...[...(part?.untold ?? [])].map(([name, count]) => `${name} not told in ${count} judged steps`),
  ]
  if (told.length === 0) return {}
  return isSkipped ? { skipped: told.join('\n') } : { output: told.join('\n') }
}
