import type { Story } from '../evidence.ts'
import { escapeContent, escapeText } from './escape.ts'
import {
  type Arrow,
  type Lifeline,
  loopText,
  type StoryRow,
  storyRows,
  takingPart,
  titleOf,
} from './storyRows.ts'

/** Pixels; the height of one arrow is in the style sheet too. Across, everything is in percent, so that a diagram fills whatever width there is. */
const arrowPitch = 34
const firstArrow = 28

/** Arrow heads, once per page; the strips of all stories refer to them. */
export const sequenceDefinitions = `<svg class="definitions" width="0" height="0" aria-hidden="true"><defs>${[
  'call',
  'refused',
  'effect',
]
  .map(
    (kind) =>
      `<marker id="head-${kind}" class="head ${kind}" viewBox="0 0 10 10" refX="9.5" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0 10 5 0 10z"/></marker>`,
  )
  .join('')}</defs></svg>`

/** A story of the same page that starts in the same state. */
export interface SameStart {
  readonly id: string
  readonly source: string
}

/**
 * A story as a sequence diagram: one strip per step, of SVG where it has arrows, and beside it what the step changed. It
 * is cut into strips so that text can stand beside its step at every width, and below it on a phone.
 * @param same where the initial state is told with all its variables; undefined: here
 */
export function sequenceHtml(story: Story, same?: SameStart): string {
  const rows = storyRows(story)
  const shown = takingPart(rows)
  const steps = rows.map((row) => stepHtml(row, story, shown, same))
  const loop = loopText(story)
  const repeats = rows.some(({ inLoop }) => inLoop)
  const end =
    loop === undefined
      ? ''
      : `<li class="step back${repeats ? ' in-loop' : ''}"><p>${repeats ? '↻' : '■'} ${escapeText(loop)}</p></li>`
  // Lifelines are drawn by the style sheet, which needs to know how many.
  return `<ol class="sequence" style="--lifelines:${shown.length}"><li class="step heads">${headsSvg(shown)}</li>${steps.join('')}${end}</ol>`
}

/** @param shown who takes part in the story, from left to right */
function stepHtml(
  row: StoryRow,
  story: Story,
  shown: readonly Lifeline[],
  same: SameStart | undefined,
): string {
  const startsLoop = row.inLoop && story.loop === row.number
  const classes = [
    'step',
    `is-${row.kind}`,
    row.inLoop ? 'in-loop' : '',
    row.kind === 'time' && row.changes.length === 0 && !startsLoop ? 'is-bare' : '',
    row.refusals.length > 0 ? 'was-refused' : '',
  ]
  const starts = startsLoop ? '<p class="loop-mark">↻ the loop starts here</p>' : ''
  const what = row.kind === 'initial' ? '<p class="event">initial state</p>' : eventHtml(row)
  const state = row.kind === 'initial' ? stateHtml(story.steps[row.number]!.state, same) : ''
  const changes = row.changes.map(
    ({ path, from, to }) =>
      `<li><code>${escapeText(path)}</code> <del>${escapeText(from)}</del> → <ins>${escapeText(to)}</ins></li>`,
  )
  const list = changes.length > 0 ? `<ul class="changes">${changes.join('')}</ul>` : ''
  const nothing =
    row.kind === 'event' && changes.length === 0 ? '<p class="unchanged">changes nothing</p>' : ''
  const drawn = row.kind === 'event' ? stripSvg(row, shown) : bandHtml(row)
  return `<li class="${classes.filter(Boolean).join(' ')}">${drawn}<div class="beside">${starts}${what}${list}${nothing}${state}</div></li>`
}

function eventHtml({ number, event, parameters, refusals }: StoryRow): string {
  const refused =
    refusals.length > 0 ? `<p class="refusals">refused: ${escapeText(refusals.join(', '))}</p>` : ''
  const about = parameters === '' ? '' : `<p class="parameters">${escapeText(parameters)}</p>`
  return `<p class="event"><span class="number">${number}</span> ${escapeText(event)}</p>${about}${refused}`
}

const stateHtml = (state: string, same: SameStart | undefined): string =>
  same
    ? `<p class="state">all variables as in <a href="#${same.id}">${escapeText(same.source)}</a></p>`
    : `<details class="state"><summary>all variables</summary><code>${escapeContent(state)}</code></details>`

/** Where a lifeline is, in percent of the width. */
const across = (line: Lifeline, shown: readonly Lifeline[]): number =>
  Math.round((1_000 * (shown.indexOf(line) + 0.5)) / shown.length) / 10

function headsSvg(shown: readonly Lifeline[]): string {
  const width = Math.min(24, 90 / shown.length)
  const heads = shown.map((line) => {
    const x = across(line, shown)
    const words = titleOf(line).split(', ')
    const lines = words.map(
      (word, i) => `<text x="${x}%" y="${28 - (words.length - 1) * 7 + i * 14}">${escapeText(word)}</text>`,
    )
    return `<rect x="${x - width / 2}%" y="6" width="${width}%" height="34" rx="6"/>${lines.join('')}`
  })
  return `<div class="drawn"><svg class="strip" role="img" aria-label="participants">${heads.join('')}</svg></div>`
}

function stripSvg(row: StoryRow, shown: readonly Lifeline[]): string {
  const drawn = [...row.arrows, ...answers(row)]
  const more = arrowPitch * (drawn.length - 1)
  const height = more === 0 ? '' : ` style="min-height:${firstArrow + more + 14}px"`
  const content = drawn.map((arrow, i) => arrowSvg(arrow, firstArrow + i * arrowPitch, shown)).join('')
  const spoken = drawn.map(({ from, to, label }) => `${titleOf(from)} to ${titleOf(to)}: ${label}`).join('; ')
  return `<div class="drawn"${height}><svg class="strip" role="img" aria-label="${escapeText(spoken)}">${content}</svg></div>`
}

/** What comes back to somebody whose event was refused. */
function answers({ arrows: [call], refusals }: StoryRow): Arrow[] {
  if (call === undefined || refusals.length === 0) return []
  const [first] = refusals
  const more = refusals.length > 1 ? ` and ${refusals.length - 1} more` : ''
  return [{ from: call.to, to: call.from, label: `${first}${more}`, kind: 'refused' }]
}

/** Across all lifelines; the style sheet draws it, for it is the same wherever it stands. */
function bandHtml({ kind, time }: StoryRow): string {
  const text = kind === 'initial' ? `starts in ${time}` : time
  return `<div class="drawn"><p class="band">${escapeText(text)}</p></div>`
}

function arrowSvg({ from, to, label, kind }: Arrow, y: number, shown: readonly Lifeline[]): string {
  const [start, end] = [across(from, shown), across(to, shown)]
  if (from === to) return ownArrowSvg({ label, kind }, start, y)
  const middle = (start + end) / 2
  const tip = start < end ? -0.6 : 0.6
  const line = `<line class="arrow ${kind}" x1="${start}%" x2="${end + tip}%" y1="${y}" y2="${y}"/>`
  return `${line}<text class="arrow-text ${kind}" x="${middle}%" y="${y - 7}">${escapeText(label)}</text>`
}

/** Out of a lifeline and back to it. */
function ownArrowSvg({ label, kind }: Pick<Arrow, 'label' | 'kind'>, x: number, y: number): string {
  const [right, back] = [x + 4, y + 10]
  const away = `<line class="arrow own ${kind}" x1="${x}%" x2="${right}%" y1="${y}" y2="${y}"/><line class="arrow own ${kind}" x1="${right}%" x2="${right}%" y1="${y}" y2="${back}"/>`
  const home = `<line class="arrow ${kind}" x1="${right}%" x2="${x + 0.6}%" y1="${back}" y2="${back}"/>`
  return `${away}${home}<text class="arrow-text ${kind}" x="${x}%" y="${y - 7}">${escapeText(label)}</text>`
}
