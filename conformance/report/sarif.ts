import { refusals } from '../../model/l1-rollup/refusals.ts'
import type { Clause } from '../../spec/clause.ts'
import { idFinder } from '../clauses/citation.ts'
import type { ClauseEvidence, Evidence } from '../evidence.ts'

interface Result {
  readonly clause: Clause
  readonly text: string
  readonly file: string
  readonly line: number
}

const place = /((?:spec|tla|model|impl|conformance)\/[\w./-]+\.(?:ts|tla|sol|md|json)):(\d+)/

/**
 * `report/lockstep.sarif` (SARIF 2.1.0), rule id = clause id. A failure becomes a result when it names a clause, by its id
 * or by its refusal; it is placed where it says, else where the clause is enforced. Others are in the report only.
 */
export function sarifLog(evidence: Evidence, clauses: readonly Clause[]): unknown {
  const results = evidence.summary.failures.flatMap((text) => locate(text, clauses, evidence.clauses))
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
            version: evidence.summary.versions.lockstep ?? 'unknown',
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
        results: results.map(({ clause, text, file, line }) => ({
          ruleId: clause.id,
          ruleIndex: ids.indexOf(clause.id),
          level: 'error',
          message: { text },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: file, uriBaseId: '%SRCROOT%' },
                region: { startLine: line },
              },
            },
          ],
        })),
      },
    ],
  }
}

function locate(text: string, clauses: readonly Clause[], evidence: readonly ClauseEvidence[]): Result[] {
  const findIds = idFinder(clauses.map(({ id }) => id.replace(/-\d+$/, '')))
  const byRefusal = Object.values(refusals)
    .filter(({ refusal }) => new RegExp(`\\b${refusal}\\b`).test(text))
    .map(({ clause }) => clause)
  const ids = [...new Set([...findIds(text), ...byRefusal])]
  const [, file, line] = place.exec(text) ?? []
  return ids.flatMap((id) => {
    const clause = clauses.find((candidate) => candidate.id === id)
    if (!clause) return []
    if (file !== undefined) return [{ clause, text, file, line: Number(line) }]
    const found = evidence.find((candidate) => candidate.id === id)
    const [nearest] = [...(found?.generated ?? []), ...(found?.contract ?? []), ...(found?.statechart ?? [])]
    const [, ownFile, ownLine] = /^(.*):(\d+)$/.exec(nearest ?? `${clause.file}:${clause.line}`)!
    return [{ clause, text, file: ownFile!, line: Number(ownLine) }]
  })
}
