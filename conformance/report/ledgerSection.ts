import type { LedgerEntry } from '../evidence.ts'
import { type Links, proseHtml, whereHtml } from './links.ts'
import { scrolled } from './scrolled.ts'

const kinds: readonly {
  readonly kind: LedgerEntry['kind']
  readonly title: string
  readonly lead: string
}[] = [
  { kind: 'mock', title: 'Mocks', lead: 'Stand in for something that is not there.' },
  {
    kind: 'abstraction',
    title: 'Abstractions',
    lead: 'Replace something by less than it is, on the way from bytes to model.',
  },
  { kind: 'bound', title: 'Bounds', lead: 'Beyond these nothing was looked at.' },
  { kind: 'assumption', title: 'Assumptions', lead: 'Must hold outside of what is checked here.' },
  { kind: 'power', title: 'Powers', lead: 'What somebody may do by design.' },
]

/** What a reader has to believe without a check in this run, by kind. */
export function ledgerSection(ledger: readonly LedgerEntry[], links: Links): string {
  const groups = kinds.flatMap(({ kind, title, lead }) => {
    const entries = ledger.filter((entry) => entry.kind === kind)
    if (entries.length === 0) return []
    // A reason and a place that stand above are not said again.
    const rows = entries.map(({ what, why, place }, at) => {
      const above = entries[at - 1]
      const said = [
        why === above?.why ? '' : proseHtml(why, links),
        place === above?.place ? '' : whereHtml(place, links),
      ]
      return `<tr><td class="wide">${proseHtml(what, links)}</td><td class="wide why">${said[0]}</td><td class="wide">${said[1]}</td></tr>`
    })
    return [
      `<h3>${title} · ${entries.length}</h3><p class="lead">${lead}</p>${scrolled(title, `<thead><tr><th>what</th><th>why</th><th>where</th></tr></thead><tbody>${rows.join('')}</tbody>`, { table: 'cards ledger' })}`,
    ]
  })
  return `<section id="ledger"><h2>Trust ledger</h2>
<p class="lead">What a reader has to believe without a check in this run.</p>
${groups.join('\n')}
</section>`
}
