import type { Clause } from '../../spec/clause.ts'
import { enforcedBy } from '../clauses/clauseIndex.ts'
import { reasonsOf } from '../clauses/explain.ts'
import type { ClauseEvidence, Summary } from '../evidence.ts'
import { escapeText } from './escape.ts'
import { grouped } from './rungNumbers.ts'

/** Columns beside the clause itself. */
const heads = [
  'status',
  'word',
  'TLA+',
  'statechart',
  'generated',
  'contract',
  'tests',
  'accepted',
  'refused',
] as const

/**
 * Every clause, with what it rests on. A row is a disclosure, not a row of a table: what it opens is as wide as the
 * page, and it opens by keyboard and without a script.
 */
export function clauseSection({ clauses }: Summary, texts: readonly Clause[]): string {
  const byArea = new Map<string, string[]>()
  for (const evidence of clauses) {
    const text = texts.find(({ id }) => id === evidence.id)
    if (text === undefined) continue
    const area = text.id.replace(/-\d+$/, '')
    byArea.set(area, [...(byArea.get(area) ?? []), clauseRow(text, evidence)])
  }
  const areas = [...byArea].map(([area, rows]) => `<div class="area"><h3>${area}</h3>${rows.join('')}</div>`)
  const titles = heads.map((head) => `<span>${head}</span>`)
  return `<section id="clauses"><h2>Clauses</h2>
<p class="lead">Places that cite the clause, and how often bytecode accepted and refused an event because of it in this run: by its own check, or at its boundary by that of another clause. A dash: no place cites it, or nothing is counted. <code>npx lockstep explain CLAIM-1</code> prints the lines.</p>
${filters(clauses, texts)}
<div class="clauses"><div class="clause-heads" aria-hidden="true"><span>clause</span>${titles.join('')}</div>${areas.join('')}</div>
</section>`
}

/** Shown by the script that makes it work. */
function filters(clauses: readonly ClauseEvidence[], texts: readonly Clause[]): string {
  const shown = texts.filter((text) => clauses.some(({ id }) => id === text.id))
  const choice = (name: string, values: readonly string[]): string =>
    `<label>${name} <select name="${name}"><option value="">all</option>${[...new Set(values)]
      .sort()
      .map((value) => `<option>${value}</option>`)
      .join('')}</select></label>`
  const statuses = shown.map(({ status }) => status)
  const refusals = shown.map(refusalOf).filter((name) => name !== none)
  return `<form class="filters" aria-label="Filter clauses" hidden><label>search <input type="search" name="words" autocomplete="off"></label>${choice('status', statuses)}${choice('refusal', [...refusals, none])}<button type="reset">all clauses</button><span role="status"></span></form>`
}

const none = 'none'
const refusalOf = ({ id }: Clause): string => enforcedBy.get(id)?.refusal ?? none

function clauseRow(clause: Clause, evidence: ClauseEvidence): string {
  const { tla, statechart, generated, contract, tests, basis, passed, refused } = evidence
  const counted = (count: number): string =>
    basis === 'none' ? dash : count === 0 ? '<span class="gap">0</span>' : grouped(count)
  const cited = (places: readonly string[], why?: string): string =>
    places.length > 0
      ? String(places.length)
      : why === undefined
        ? dash
        : '<span class="none">not modelled</span>'
  const cells: Readonly<Record<(typeof heads)[number], string>> = {
    status: `<span class="pill ${clause.status}">${clause.status}</span>`,
    word: clause.word,
    'TLA+': cited(tla, clause.notModelled),
    statechart: cited(statechart, clause.notModelled),
    generated: cited(generated),
    contract: cited(contract),
    tests: cited(tests),
    accepted: counted(passed),
    refused: basis === 'effect' ? '<span class="none">no refusing side</span>' : counted(refused),
  }
  const shown = heads.map(
    (head) => `<span class="cell"><span class="label">${head} </span>${cells[head]}</span>`,
  )
  return `<details class="clause" id="${clause.id}" data-status="${clause.status}" data-refusal="${refusalOf(clause)}"><summary><span class="title"><b>${clause.id}</b> ${escapeText(clause.title)}</span>${shown.join('')}</summary><div class="under">${words(clause)}${decidedHtml(evidence)}${placeLists(evidence)}</div></details>`
}

/** What the clause says, in the RFC's words and in ours. */
function words(clause: Clause): string {
  const refusal = enforcedBy.get(clause.id)?.refusal
  const texts = [
    clause.rule,
    ...(clause.readings === undefined ? [] : [`Readings: ${clause.readings}`]),
    `Boundary (rfc): ${clause.boundary}`,
    ...reasonsOf(clause),
  ]
  return `<blockquote>“${escapeText(clause.quote)}” (${escapeText(clause.place)})</blockquote>${texts.map((text) => `<p>${escapeText(text)}</p>`).join('')}<p class="none">${escapeText(clause.file)}:${clause.line}${refusal === undefined ? '' : ` <code>${refusal}</code>`}</p>`
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

/** Every place that cites the clause, by form. */
function placeLists({ tla, statechart, generated, contract, tests }: ClauseEvidence): string {
  const lists = Object.entries({ 'TLA+': tla, statechart, generated, contract, tests })
    .filter(([, places]) => places.length > 0)
    .map(([form, places]) => {
      const items = places.map((place) => `<li><code>${escapeText(place)}</code></li>`)
      return `<div><h4>${form}</h4><ul>${items.join('')}</ul></div>`
    })
  return `<div class="places">${lists.join('')}</div>`
}

const dash = '<span class="none">–</span>'
