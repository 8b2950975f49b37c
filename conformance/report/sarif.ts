import type { Clause } from '../../spec/clause.ts'
import { type ClauseEvidence, type Evidence, type Failure, failureText } from '../evidence.ts'

interface Result {
  readonly clause: Clause
  readonly text: string
  /** `file:line`, the first one being where to look first. */
  readonly places: readonly string[]
}

/**
 * `report/lockstep.sarif` (SARIF 2.1.0), rule id = clause id. A failure becomes one result for every clause that it is
 * about, placed where it says, else where people wrote the clause's rule in both models. Others are in the report only.
 */
export function sarifLog({ summary }: Evidence, clauses: readonly Clause[]): unknown {
  const results = summary.failures.flatMap((failure) => locate(failure, clauses, summary.clauses))
  const ids = [...new Set(results.map(({ clause }) => clause.id))].sort()
  const named = ids.map((id) => clauses.find((clause) => clause.id === id)!)
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'lockstep',
            version: summary.versions.lockstep ?? 'unknown',
            rules: named.map(({ id, title, rule, file, line }) => ({
              id,
              name: id,
              shortDescription: { text: title },
              fullDescription: { text: rule },
              help: { text: `${file}:${line}` },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: results.map(({ clause, text, places }) => ({
          ruleId: clause.id,
          ruleIndex: ids.indexOf(clause.id),
          level: 'error',
          message: { text },
          locations: places.map(physical).slice(0, 1),
          relatedLocations: places.map(physical).slice(1),
        })),
      },
    ],
  }
}

function locate(failure: Failure, clauses: readonly Clause[], evidence: readonly ClauseEvidence[]): Result[] {
  return failure.clauses.flatMap((id) => {
    const clause = clauses.find((candidate) => candidate.id === id)
    if (!clause) return []
    const found = evidence.find((candidate) => candidate.id === id)
    const written = [found?.tla[0], found?.statechart[0], found?.contract[0]].flatMap((place) => place ?? [])
    const [first = `${clause.file}:${clause.line}`, ...rest] = written
    const places = failure.places ?? [first, ...rest]
    return [{ clause, text: failureText(failure), places }]
  })
}

function physical(place: string) {
  const [, uri, line] = /^(.*):(\d+)$/.exec(place)!
  const artifactLocation = { uri, uriBaseId: '%SRCROOT%' }
  return { physicalLocation: { artifactLocation, region: { startLine: Number(line) } } }
}
