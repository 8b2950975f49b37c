import { type Failure, failureText, headline, type Summary } from '../evidence.ts'
import { grouped, otherFailures, rungNumbers } from './rungNumbers.ts'

/** The end of a check on a terminal: what was covered, in numbers, then what failed. */
export function summaryTable(summary: Summary): string {
  const rungs = rungNumbers(summary)
  const width = Math.max(...rungs.map(({ title }) => title.length))
  const rows = rungs.map(({ number, title, status, numbers, failures }) => {
    const words = numbers.map(({ label, value }) => `${grouped(value)} ${label}`).join(', ')
    const what = status === 'absent' ? 'not asked for' : words || 'did not come to its end'
    const suffix = failures.length > 0 ? `  ✗ ${failures.length}` : ''
    return `${number}  ${title.padEnd(width)}  ${what}${suffix}`
  })
  const { total, must, modelled, implemented, executed, paired, oneSided } = summary.coverage
  const constants = Object.entries(summary.constants).map(([name, value]) => ` · ${name}=${value}`)
  const probing = summary.probeEvery === undefined ? '' : ` · probe-every=${summary.probeEvery}`
  const actors = summary.actors ? ` · ${summary.actors.join(', ')} alone` : ''
  return [
    `preset ${summary.preset}${constants.join('')}${probing}${actors} · ${summary.commit.slice(0, 12)}${summary.commit.endsWith('-dirty') ? ' (dirty)' : ''} · ${summary.seconds} s`,
    '',
    ...rows,
    `   ${'Clauses'.padEnd(width)}  ${total}, ${must} of them MUST: ${modelled} modelled, ${implemented} implemented, ${executed} executed on both sides, ${paired} of them in one state, ${oneSided} that have one`,
    '',
    ...[...rungs.flatMap(({ failures }) => failures), ...otherFailures(summary)].map(failureLines),
    ...(summary.failures.length > 0 ? [''] : []),
    verdict(summary),
  ].join('\n')
}

/** Its clauses and places stand where its first line ends. */
function failureLines(failure: Failure): string {
  const [first, ...more] = failureText(failure).split('\n')
  return [`✗ ${headline(first!, failure)}`, ...more].join('\n')
}

/** The result in one sentence. */
export function verdict({ complete, failures }: Summary): string {
  if (complete) return 'Complete: every rung ran and nothing differs.'
  if (failures.length > 0)
    return failures.length === 1 ? 'Failed: 1 failure.' : `Failed: ${failures.length} failures.`
  return 'Incomplete: nothing differs in what ran, but not everything was asked for.'
}
