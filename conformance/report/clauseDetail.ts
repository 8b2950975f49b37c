import type { Clause } from '../../spec/clause.ts'
import { type EvidenceLine, evidenceWords } from '../clauses/evidenceWords.ts'
import { reasonsOf } from '../clauses/explain.ts'
import type { ClauseEvidence, Summary } from '../evidence.ts'
import { escapeText } from './escape.ts'
import { type Links, linesHtml, placeHtml, proseHtml } from './links.ts'

/** What a clause says, in the RFC's words and in ours. */
export function wordsHtml(clause: Clause, { check, refusal }: ClauseEvidence, links: Links): string {
  const texts = [
    clause.rule,
    ...(clause.readings === undefined ? [] : [`Readings: ${clause.readings}`]),
    `Boundary (rfc): ${clause.boundary}`,
    ...reasonsOf(clause),
  ]
  const enforced =
    refusal === undefined ? '' : ` check <code>${check}</code>, refusal <code>${refusal}</code>`
  return `<blockquote>“${escapeText(clause.quote)}” (${escapeText(clause.place)})</blockquote>${texts.map((text) => `<p>${proseHtml(text, links)}</p>`).join('')}<p class="none">${placeHtml(`${clause.file}:${clause.line}`, links)}${enforced}</p>`
}

/** A title, and what stands below it, as HTML. */
interface List {
  readonly title: string
  readonly items: readonly string[]
  /** Whether its items are places and nothing else: the style sheet sets them as code. */
  readonly ofPlaces?: boolean
}

/** Every place that cites the clause, by form and file. */
export function placeLists(evidence: ClauseEvidence, links: Links): List[] {
  const { tla, statechart, generated, contract, tests } = evidence
  return Object.entries({ 'TLA+': tla, statechart, generated, contract, tests })
    .filter(([, places]) => places.length > 0)
    .map(([title, places]) => ({
      title,
      items: byFile(places).map((lines) => linesHtml(lines, links)),
      ofPlaces: true,
    }))
}

/** Places of a form, those of one file together. */
function byFile(places: readonly string[]): readonly string[][] {
  const files = new Map<string, string[]>()
  for (const place of places) {
    const file = place.slice(0, place.lastIndexOf(':'))
    files.set(file, [...(files.get(file) ?? []), place])
  }
  return [...files.values()]
}

/**
 * The evidence besides places, in the words of `lockstep explain`.
 * @param story address of the story of a model; undefined where the run told none
 * @param withRun whether to say which run it is of: needless where the page does
 */
export function evidenceLists(
  evidence: ClauseEvidence,
  run: Summary,
  links: Links,
  story: (model: string) => string | undefined,
  withRun: boolean,
): List[] {
  return evidenceWords(evidence, run).map(({ title, lines }) => ({
    title,
    items: lines
      .filter(({ namesRun }) => withRun || !namesRun)
      .map((line) => `${lineHtml(line, links)}${storyLink(line, story)}`),
  }))
}

/** A line with its place; a model is the link itself, since its file has its name. */
function lineHtml({ text, place, model }: EvidenceLine, links: Links): string {
  if (place === undefined) return proseHtml(text, links)
  if (model === undefined) return `${proseHtml(text, links)} ${placeHtml(place, links)}`
  const named = `<a href="${escapeText(links.source(place))}">${escapeText(model)}</a>`
  return `${named}${proseHtml(text.slice(model.length), links)}`
}

function storyLink({ model }: EvidenceLine, story: (model: string) => string | undefined): string {
  const told = model === undefined ? undefined : story(model)
  return told === undefined ? '' : ` · <a href="${told}">story</a>`
}

/** Lists beside each other. @param heading the level below that of what they stand in */
export const listsHtml = (lists: readonly List[], heading: 'h3' | 'h4'): string =>
  `<div class="places">${lists
    .map(
      ({ title, items, ofPlaces }) =>
        `<div><${heading}>${title}</${heading}><ul${ofPlaces ? ' class="code"' : ''}>${items.map((item) => `<li>${item}</li>`).join('')}</ul></div>`,
    )
    .join('')}</div>`
