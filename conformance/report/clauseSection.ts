import type { Clause } from '../../spec/clause.ts'
import { enforcedBy } from '../clauses/clauseIndex.ts'
import type { ClauseEvidence, Story, Summary } from '../evidence.ts'
import { evidenceLists, listsHtml, wordsHtml } from './clauseDetail.ts'
import { escapeText } from './escape.ts'
import { type Links, storyId } from './links.ts'
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
export function clauseSection(
  run: Summary,
  stories: readonly Story[],
  texts: readonly Clause[],
  links: Links,
): string {
  const { clauses } = run
  const told = new Set(stories.map(({ source }) => source))
  const story = (model: string) => (told.has(model) ? `#${storyId(model)}` : undefined)
  const byArea = new Map<string, string[]>()
  for (const evidence of clauses) {
    const text = texts.find(({ id }) => id === evidence.id)
    if (text === undefined) continue
    const area = text.id.replace(/-\d+$/, '')
    byArea.set(area, [...(byArea.get(area) ?? []), clauseRow(text, evidence, { run, links, story })])
  }
  const areas = [...byArea].map(([area, rows]) => `<div class="area"><h3>${area}</h3>${rows.join('')}</div>`)
  const titles = heads.map((head) => `<span>${head}</span>`)
  return `<section id="clauses"><h2>Clauses</h2>
<p class="lead">How many places cite the clause, which stand on its page, and how often bytecode accepted and refused an event because of it in this run: by its own check, or at its boundary by that of another clause. A dash: no place cites it, or nothing is counted; “not run”: no rung that counts it came to its end. <code>npx lockstep explain CLAIM-1</code> prints the lines.</p>
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

/** What all rows share. */
interface Shared {
  readonly run: Summary
  readonly links: Links
  /** Address of the story of a model. */
  readonly story: (model: string) => string | undefined
}

function clauseRow(clause: Clause, evidence: ClauseEvidence, { run, links, story }: Shared): string {
  const { tla, statechart, generated, contract, tests, basis, lastRun, passed, refused } = evidence
  const counted = (count: number): string =>
    basis === 'none' ? dash : !lastRun ? notRun : count === 0 ? '<span class="gap">0</span>' : grouped(count)
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
  const shown = heads.map((head) => `<span class="cell"><span>${head} </span>${cells[head]}</span>`)
  return `<details class="clause" id="${clause.id}" data-status="${clause.status}" data-refusal="${refusalOf(clause)}"><summary><span class="title"><b>${clause.id}</b> ${escapeText(clause.title)}</span>${shown.join('')}</summary><div class="under">${wordsHtml(clause, evidence, links)}${listsHtml(evidenceLists(evidence, run, links, story, false), 'h4')}<p><a href="clauses/${clause.id}.html">${clause.id} as a page to print</a>, with every place that cites it and the lines of its four forms</p></div></details>`
}

const notRun = '<span class="none">not run</span>'
const dash = '<span class="none">–</span>'
