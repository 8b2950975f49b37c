import { enforcedBy } from '../clauses/clauseIndex.ts'
import { type ClauseEvidence, type Evidence, failureText, type Summary } from '../evidence.ts'
import { escapeText } from './escape.ts'
import { isAsExpected, otherFailures, type RungNumbers, rungNumbers } from './rungNumbers.ts'

/** One `testcase`. */
export interface Case {
  readonly name: string
  readonly seconds?: number
  readonly failure?: string
  readonly skipped?: string
  /** What else is to be known of it. */
  readonly output?: string
}

/** `report/junit.xml`: one suite per rung, one case per model or profile; then one suite of clauses. */
export function junitXml(evidence: Evidence): string {
  const { summary } = evidence
  const suites = [
    ...rungNumbers(summary).map((rung) => suite(rung.key, casesOf(rung, evidence))),
    suite(
      'clauses',
      summary.clauses.map((clause) => clauseCase(clause, summary)),
    ),
    ...(otherFailures(summary).length > 0
      ? [
          suite(
            'check',
            otherFailures(summary).map((failure): Case => ({ name: 'check', failure: failureText(failure) })),
          ),
        ]
      : []),
  ]
  return junitDocument(suites, summary.seconds)
}

/** Suites as a file. */
export function junitDocument(suites: readonly Suite[], seconds: number): string {
  const total = (of: (counts: Counts) => number): number =>
    suites.reduce((sum, { counts }) => sum + of(counts), 0)
  const counts = { tests: total(({ tests }) => tests), failures: total(({ failures }) => failures) }
  const head = `<testsuites name="lockstep" tests="${counts.tests}" failures="${counts.failures}" errors="0" time="${round(seconds)}">`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    head,
    ...suites.map(({ xml }) => xml),
    '</testsuites>',
    '',
  ].join('\n')
}

function casesOf(rung: RungNumbers, { summary, profiles }: Evidence): Case[] {
  if (rung.status === 'absent') return [{ name: rung.title, skipped: 'not asked for' }]
  const models = rung.key === 'modelChecking' ? (summary.rungs.modelChecking?.models ?? []) : []
  return [
    {
      name: `${rung.title}: everything that was asked for ran, nothing differs`,
      ...(rung.failures.length > 0 && { failure: rung.failures.map(failureText).join('\n') }),
    },
    ...models.map((model): Case => {
      const { name, kind, expected, result, seconds } = model
      const failure = `expected ${expected}, found ${result}`
      return { name: `${name} (${kind})`, seconds, ...(!isAsExpected(model) && { failure }) }
    }),
    ...profiles[rung.key].map(({ profile, differences }): Case => {
      return {
        name: `profile ${profile}`,
        ...(differences.length > 0 && { failure: differences.join('\n') }),
      }
    }),
  ]
}

/**
 * A clause on which no rung found a difference passes when bytecode was seen to accept and to refuse because of it.
 */
function clauseCase({ id, lastRun, passed, refused }: ClauseEvidence, summary: Summary): Case {
  const refusal = enforcedBy.get(id)?.refusal
  const name = refusal === undefined ? id : `${id} ${refusal}`
  const failures = summary.failures.filter(({ clauses }) => clauses.includes(id))
  if (failures.length > 0) return { name, failure: failures.map(failureText).join('\n') }
  if (refusal === undefined) return { name, skipped: 'has no check of its own' }
  if (!lastRun) return { name, skipped: 'not counted in this run' }
  if (passed > 0 && refused > 0) return { name }
  return { name, skipped: 'not seen on both sides in the part that ran' }
}

interface Counts {
  readonly tests: number
  readonly failures: number
  readonly skipped: number
}

interface Suite {
  readonly xml: string
  readonly counts: Counts
}

export function suite(name: string, cases: readonly Case[]): Suite {
  const counts = {
    tests: cases.length,
    failures: cases.filter(({ failure }) => failure !== undefined).length,
    skipped: cases.filter(({ skipped }) => skipped !== undefined).length,
  }
  const seconds = cases.reduce((sum, { seconds = 0 }) => sum + seconds, 0)
  const head = `  <testsuite name="${name}" ${attributes(counts)} errors="0" time="${round(seconds)}">`
  const lines = cases.map((one) => {
    const open = `    <testcase classname="lockstep.${name}" name="${escapeText(one.name)}" time="${round(one.seconds ?? 0)}"`
    const inside = [
      ...(one.failure === undefined
        ? []
        : [
            `<failure message="${escapeText(one.failure.split('\n')[0]!)}">${escapeText(one.failure)}</failure>`,
          ]),
      ...(one.skipped === undefined ? [] : [`<skipped message="${escapeText(one.skipped)}"/>`]),
      ...(one.output === undefined ? [] : [`<system-out>${escapeText(one.output)}</system-out>`]),
    ].join('')
    return inside === '' ? `${open}/>` : `${open}>${inside}</testcase>`
  })
  return { counts, xml: [head, ...lines, '  </testsuite>'].join('\n') }
}

const attributes = (counts: Counts): string =>
  `tests="${counts.tests}" failures="${counts.failures}" skipped="${counts.skipped}"`

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000
