import type { Clause } from '../../spec/clause.ts'
import { enforcedBy } from '../clauses/clauseIndex.ts'
import { reasonsOf } from '../clauses/explain.ts'
import type { ClauseEvidence, Evidence } from '../evidence.ts'
import { escapeText } from './escape.ts'
import { grouped } from './rungNumbers.ts'

/** Every clause, with what it rests on. */
export function clauseSection({ clauses }: Evidence, texts: readonly Clause[]): string {
  const rows: string[] = []
  let area = ''
  for (const evidence of clauses) {
    const text = texts.find(({ id }) => id === evidence.id)
    if (text === undefined) continue
    const own = text.id.replace(/-\d+$/, '')
    if (own !== area) rows.push(`<tr class="area"><th colspan="10" scope="rowgroup">${own}</th></tr>`)
    area = own
    rows.push(clauseRow(text, evidence))
  }
  const heads = [
    'clause',
    'status',
    'word',
    'TLA+',
    'statechart',
    'generated',
    'contract',
    'tests',
    'accepted',
    'refused',
  ]
  const titles = heads.map((head, i) => `<th${i > 2 ? ' class="n"' : ''} scope="col">${head}</th>`)
  return `<section id="clauses"><h2>Clauses</h2>
<p class="lead">Places that cite the clause, and how often bytecode accepted and refused an event because of it in this run: by its own check, or at its boundary by that of another clause. A dash: no place cites it, or nothing is counted. <code>npx lockstep explain CLAIM-1</code> prints the lines.</p>
<div class="scroll"><table class="cards"><thead><tr>${titles.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>
</section>`
}

function clauseRow(clause: Clause, evidence: ClauseEvidence): string {
  const { tla, statechart, generated, contract, tests, basis, passed, refused } = evidence
  const enforced = enforcedBy.get(clause.id)
  const refusal = enforced === undefined ? '' : ` <code>${enforced.refusal}</code>`
  const reasons = reasonsOf(clause)
    .map((text) => `<p>${escapeText(text)}</p>`)
    .join('')
  const counted = (label: string, count: number): string =>
    `<td class="n" data-label="${label}">${basis === 'none' ? dash : count === 0 ? '<span class="gap">0</span>' : grouped(count)}</td>`
  return `<tr id="${clause.id}"><td class="wide"><details class="clause"><summary><b>${clause.id}</b> ${escapeText(clause.title)}</summary><blockquote>“${escapeText(clause.quote)}” (${escapeText(clause.place)})</blockquote><p>${escapeText(clause.rule)}</p>${clause.readings === undefined ? '' : `<p>Readings: ${escapeText(clause.readings)}</p>`}<p>Boundary (rfc): ${escapeText(clause.boundary)}</p>${reasons}${decidedHtml(evidence)}<p class="none">${escapeText(clause.file)}:${clause.line}${refusal}</p></details></td><td data-label="status"><span class="pill ${clause.status}">${clause.status}</span></td><td data-label="word">${clause.word}</td>${places('TLA+', tla, clause.notModelled)}${places('statechart', statechart, clause.notModelled)}${places('generated', generated)}${places('contract', contract)}${places('tests', tests)}${counted('accepted', passed)}${basis === 'effect' ? `<td class="n none" data-label="refused">no refusing side</td>` : counted('refused', refused)}</tr>`
}

/** What shows that the clause's check decides by itself. */
function decidedHtml({ decided }: ClauseEvidence): string {
  if (!decided) return ''
  const { alone, pairs, fields, acrossStates } = decided
  const beside = `${grouped(pairs)} of them beside an accepted event of the same state`
  const differing = fields.length > 0 ? `, from which the nearest differs in ${fields.join(', ')}` : ''
  const across = acrossStates ? '; the same event passes in another state' : ''
  return `<p>Refused by this check alone: ${grouped(alone)}, ${escapeText(beside + differing + across)}.</p>`
}

const dash = '<span class="none">–</span>'

/** @param why nothing is there, where a clause says so */
function places(label: string, found: readonly string[], why?: string): string {
  if (found.length === 0 && why !== undefined)
    return `<td class="n none" data-label="${label}" title="${escapeText(why)}">not modelled</td>`
  if (found.length === 0) return `<td class="n" data-label="${label}">${dash}</td>`
  const list = found.map((place) => `<code>${escapeText(place)}</code>`).join('')
  return `<td class="n" data-label="${label}"><details><summary>${found.length}</summary>${list}</details></td>`
}
