import { readFileSync } from 'node:fs'
import type { Clause } from '../../spec/clause.ts'
import { type Citation, type Form, placeOf } from '../clauses/citation.ts'
import { type ClauseIndex, citationsOf, treeRoot } from '../clauses/clauseIndex.ts'
import type { ClauseEvidence, Story, Summary } from '../evidence.ts'
import { evidenceLists, listsHtml, placeLists, wordsHtml } from './clauseDetail.ts'
import { escapeText } from './escape.ts'
import { type Links, placeHtml, storyId } from './links.ts'
import { loopText, type StoryRow, storyRows } from './storyRows.ts'

/** The forms that stand side by side, each with where it is written. */
const columns: readonly { readonly title: string; readonly forms: readonly Form[] }[] = [
  { title: 'TLA+', forms: ['tla'] },
  { title: 'Statechart and rules', forms: ['statechart', 'rule'] },
  { title: 'Generated Solidity', forms: ['generated'] },
  { title: 'Contract', forms: ['contract'] },
]

/** More of one place is read in its file. */
const LINES_AT_MOST = 16

/** What the page of a clause is made of. */
export interface ClausePageParts {
  readonly clause: Clause
  readonly evidence: ClauseEvidence
  readonly index: ClauseIndex
  readonly summary: Summary
  readonly stories: readonly Story[]
  readonly links: Links
}

/** `report/clauses/CLAIM-1.html`: everything about one clause, to be printed. Its style sheet lies beside it. */
export function clausePage(parts: ClausePageParts): string {
  const { clause, evidence, index, summary, stories, links } = parts
  const citations = citationsOf(index, clause.id)
  const forms = columns.map(({ title, forms: shown }) => {
    const found = shown.flatMap((form) => citations.get(form)!)
    const body = found.length > 0 ? excerpts(found, links) : `<p class="none">${missing(clause)}</p>`
    return `<section><h3>${title}</h3>${body}</section>`
  })
  const own = stories.filter(({ source }) => evidence.models.some(({ name }) => name === source))
  const told = (model: string) =>
    own.some(({ source }) => source === model) ? `#${storyId(model)}` : undefined
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file: 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${clause.id} · ${escapeText(clause.title)}</title>
<link rel="stylesheet" href="clause.css">
</head>
<body>
<header><div><p class="brand"><a href="../index.html#${clause.id}">LOCKSTEP · CLAUSES</a></p>
<h1>${clause.id} · ${escapeText(clause.title)}</h1>
<span class="pill ${clause.status}">${clause.status}</span></div></header>
<main class="clause-page">
<section class="under">${wordsHtml(clause, evidence, links)}</section>
<section><h2>Four forms</h2><div class="forms">${forms.join('')}</div></section>
<section><h2>Evidence</h2>${listsHtml(evidenceLists(evidence, summary, links, told, true), 'h3')}</section>
<section><h2>Places</h2>${listsHtml(placeLists(evidence, links), 'h3')}</section>
<section><h2>Stories</h2>${own.length > 0 ? own.map(storyText).join('') : '<p class="none">This run told none.</p>'}</section>
</main>
</body>
</html>
`
}

const missing = ({ notModelled }: Clause): string =>
  notModelled === undefined ? 'Not cited here.' : `Not modelled: ${escapeText(notModelled)}`

/** What the citations speak for, with line numbers; of ranges of a file that touch, one. */
function excerpts(citations: readonly Citation[], links: Links): string {
  const spans: { file: string; within: string; from: number; to: number; line: number }[] = []
  for (const { file, within, from, to, line } of citations) {
    const last = spans.at(-1)
    if (last?.file === file && from <= last.to + 1) last.to = Math.max(last.to, to)
    else spans.push({ file, within, from, to, line })
  }
  return spans
    .map(({ file, within, from, to, line }) => {
      const shown = linesOf(file).slice(from - 1, Math.min(to, from + LINES_AT_MOST - 1))
      const rest = to - from + 1 - shown.length
      const text = shown.map(
        (content, i) => `<li value="${from + i}"><code>${escapeText(content)}</code></li>`,
      )
      const more = rest > 0 ? `<p class="none">${rest} more lines</p>` : ''
      return `<p class="excerpt">${placeHtml(placeOf({ file, line }), links)} ${escapeText(within)}</p><ol class="source">${text.join('')}</ol>${more}`
    })
    .join('')
}

const read = new Map<string, readonly string[]>()

function linesOf(file: string): readonly string[] {
  const known = read.get(file) ?? readFileSync(`${treeRoot}/${file}`, 'utf8').split('\n')
  read.set(file, known)
  return known
}

/** A story as a list, which prints in little space; it is drawn in the report. */
function storyText(story: Story): string {
  const rows = storyRows(story).map((row) => `<li value="${row.number}">${rowText(row)}</li>`)
  const loop = loopText(story)
  const id = storyId(story.source)
  return `<article id="${id}"><h3>${escapeText(story.title)}</h3><p class="none">${escapeText(story.source)} · <a href="../index.html#${id}">as a diagram</a></p><ol class="steps" start="0">${rows.join('')}</ol>${loop === undefined ? '' : `<p>${escapeText(loop)}</p>`}</article>`
}

function rowText({ kind, time, event, parameters, refusals, changes }: StoryRow): string {
  if (kind === 'initial') return `starts in ${escapeText(time)}`
  if (kind === 'time') return escapeText(time)
  const outcome =
    refusals.length > 0
      ? `refused: ${refusals.join(', ')}`
      : changes.map(({ path, from, to }) => `${path}: ${from} → ${to}`).join('; ')
  const about = parameters === '' ? '' : ` <span class="none">${escapeText(parameters)}</span>`
  return `<b>${escapeText(event)}</b>${about}${outcome === '' ? '' : `<br>${escapeText(outcome)}`}`
}
