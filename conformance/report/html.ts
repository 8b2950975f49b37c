import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Clause } from '../../spec/clause.ts'
import { derivations } from '../../spec/derivations/main.ts'
import type { Preset } from '../../spec/parameters.ts'
import { type Evidence, rungTitles, type Story, type StoryStep } from '../evidence.ts'
import { profilesIn, profileText } from '../rungs/coverage.ts'
import { clauseSection } from './clauseSection.ts'
import { costSection } from './costSection.ts'
import { derivationSection } from './derivationSection.ts'
import { escapeText } from './escape.ts'
import { ledgerSection } from './ledgerSection.ts'
import { type Links, placeHtml, proseHtml, storyId } from './links.ts'
import { resultSections } from './resultSections.ts'
import { otherFailures, rungNumbers } from './rungNumbers.ts'
import { type SameStart, sequenceDefinitions, sequenceHtml } from './sequence.ts'
import { verdict } from './table.ts'

/** What the page shows besides the evidence. */
export interface PageParts {
  readonly preset: Preset
  readonly clauses: readonly Clause[]
  /** Of the report, as a command in the tree names it: for lines to copy. */
  readonly folder: string
  readonly links: Links
  /** Of each actor. */
  readonly statecharts: readonly Statechart[]
}

/** SVG and table of the transitions of an actor. */
export interface Statechart {
  /** The actor, in words. */
  readonly title: string
  readonly svg: string
  readonly table: string
}

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8')
const css = ['page.css', 'clauses.css', 'pictures.css'].map(read).join('\n')
const script = read('page.js')
const scriptHash = createHash('sha256').update(script).digest('base64')

/**
 * `report/index.html`: one file that needs nothing else, neither network nor JavaScript. Its own script filters; the
 * policy keeps any other from running, whatever a failure or a trace may say.
 */
export function reportPage(
  evidence: Evidence,
  { preset, clauses, statecharts, folder, links }: PageParts,
): string {
  const { summary } = evidence
  const sections = [
    failureSection(evidence, links),
    resultSections(evidence, preset),
    statecharts.length === 0 ? '' : statechartSection(statecharts),
    storySection(evidence.stories, folder),
    clauseSection(summary, evidence.stories, clauses, links),
    derivationSection(links),
    costSection(links),
    ledgerSection(evidence.ledger, links),
  ]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'; base-uri 'none'; form-action 'none'">
<title>Lockstep · ${escapeText(summary.preset)} · ${escapeText(verdict(summary))}</title>
<style>
${css}
</style>
</head>
<body>
${headHtml(evidence)}
${navigation(evidence)}
<main>
${sections.join('\n')}
</main>
${footHtml(evidence)}
<script>${script}</script>
</body>
</html>
`
}

function headHtml({ summary }: Evidence): string {
  const constants = Object.entries(summary.constants).map(([name, value]) => `${name} = ${value}`)
  const facts: [string, string][] = [
    ['preset', summary.preset],
    ...(constants.length > 0 ? [['with', constants.join(', ')] as [string, string]] : []),
    ...(summary.probeEvery === undefined
      ? []
      : [['probes in every n-th state, n', String(summary.probeEvery)] as [string, string]]),
    ['began', `${summary.date.slice(0, 16).replace('T', ' ')} UTC`],
    ['commit', shortCommit(summary.commit)],
    ['took', duration(summary.seconds)],
    ...Object.entries(summary.seeds).map(([name, value]): [string, string] => [
      `seed (${name})`,
      String(value),
    ]),
  ]
  const status = summary.complete ? 'passed' : summary.failures.length > 0 ? 'failed' : 'absent'
  const word = { passed: 'complete', failed: 'failed', absent: 'incomplete' }[status]
  return `<header><div>
<p class="brand">LOCKSTEP · L1 ROLLUP</p>
<h1>${escapeText(verdict(summary))}</h1>
<span class="status ${status}">${word}</span>
<p class="facts">${facts.map(([name, value]) => `<span>${escapeText(name)} <b>${escapeText(value)}</b></span>`).join('')}</p>
</div></header>`
}

/** Stays in view. */
function navigation({ summary, stories, ledger }: Evidence): string {
  const links: [string, string][] = [
    ...(summary.failures.length > 0
      ? [['failures', `Failures (${summary.failures.length})`] as [string, string]]
      : []),
    ['results', 'Results'],
    ['statecharts', 'Statecharts'],
    ['stories', `Stories (${stories.length})`],
    ['clauses', `Clauses (${summary.clauses.length})`],
    ['derivations', `Derivations (${derivations.length})`],
    ['costs', 'Costs'],
    ['ledger', `Trust ledger (${ledger.length})`],
  ]
  const items = links.map(([id, text]) => `<a href="#${id}">${escapeText(text)}</a>`)
  return `<nav aria-label="Sections"><div>${items.join('')}</div></nav>`
}

function failureSection({ summary }: Evidence, links: Links): string {
  if (summary.failures.length === 0) return ''
  const ordered = [...rungNumbers(summary).flatMap(({ failures }) => failures), ...otherFailures(summary)]
  const items = ordered.map(({ rung, profile, clauses, places = [], text, numbers = [] }) => {
    const facts = [
      rung === undefined ? 'Check' : rungTitles[rung],
      ...(profile === undefined ? [] : [escapeText(`profile ${profile}`)]),
      ...clauses.map((id) => proseHtml(id, links)),
      ...places.map((place) => placeHtml(place, links)),
    ]
    // The text has those of the first profiles.
    const all = text.includes('\n')
      ? []
      : profilesIn(numbers).map((name) => `\n  ${profileText(name, numbers)}`)
    return `<li><b>${facts.join(' · ')}</b>\n${escapeText(text + (all.length > 1 ? all.join('') : ''))}</li>`
  })
  return `<section class="failures" id="failures"><h2>What differs, failed or did not run</h2><ol>${items.join('')}</ol></section>`
}

function statechartSection(statecharts: readonly Statechart[]): string {
  const charts = statecharts.map(
    ({ title, svg, table }) => `<h3>${escapeText(title)}</h3>
<div class="figure" role="region" aria-label="${escapeText(`Drawing of the statechart of the ${title}`)}" tabindex="0">${svg}</div>
<details class="story"><summary><b>${escapeText(`Transitions of the ${title}`)}</b><span>checks in their order, with the clauses that they enforce</span></summary>${table}</details>`,
  )
  return `<section id="statecharts"><h2>Statecharts</h2>
<p class="lead">Drawn from the machines that run. What keeps the state stands in its box, what leaves it is an arrow; square brackets hold what chooses among the transitions of one event.</p>
${charts.join('\n')}
</section>`
}

/** @param folder of the report, as a command line in the tree would name it */
function storySection(stories: readonly Story[], folder: string): string {
  // What differs is what a reader comes for.
  const groups = new Map<string, Story[]>(
    stories.some(({ source }) => source.startsWith('differences/')) ? [[storyGroups.differences!, []]] : [],
  )
  for (const story of stories) {
    const group = storyGroups[story.source.split('/')[0]!] ?? 'Others'
    groups.set(group, [...(groups.get(group) ?? []), story])
  }
  const starts = new Map<string, SameStart>()
  const shown = (story: Story): string => {
    const [{ state }] = story.steps as [StoryStep]
    const same = starts.get(state)
    if (same === undefined) starts.set(state, { id: storyId(story.source), source: story.source })
    return storyHtml(story, folder, { open: story === stories[0], same })
  }
  const sections = [...groups].map(
    ([title, own]) => `<h3>${title} · ${own.length}</h3>\n${own.map(shown).join('\n')}`,
  )
  return `<section id="stories"><h2>Stories</h2>
<p class="lead">Runs of the model worth reading: how each Bug model breaks its property, how each interesting state is reached, and lassos that show why a fairness assumption is needed. Solid arrows are accepted events, dashed ones are refused; beside each step stands what it changes. Bands tell slot, epoch and, by the clauses and whatever a mistake does, whose time it is and which blocks can be challenged until when.</p>
${sequenceDefinitions}
${sections.length > 0 ? sections.join('\n') : '<p class="none">This run told none.</p>'}
</section>`
}

/** By the folder that the model of a story is in. */
const storyGroups: Readonly<Record<string, string>> = {
  differences: 'Where forms differ',
  bug: 'Bug models',
  reach: 'Reach models',
  live: 'Liveness models, slots counted from the oldest epoch that still matters',
}

/** @param same a story above that starts in the same state */
function storyHtml(
  story: Story,
  folder: string,
  { open, same }: { readonly open: boolean; readonly same: SameStart | undefined },
): string {
  const { title, source, itf, loop, steps } = story
  const command = `npx lockstep replay ${folder}/${itf}`
  const trace =
    itf === undefined
      ? ''
      : `<p class="links">Trace: <a href="${escapeText(itf)}">${escapeText(itf)}</a> · <code>${escapeText(command)}</code></p>`
  const count = steps.length - 1
  const length = `${count} ${count === 1 ? 'step' : 'steps'}${loop === undefined ? '' : ', lasso'}`
  return `<details class="story" id="${storyId(source)}"${open ? ' open' : ''}><summary><b>${escapeText(title)}</b><span>${escapeText(source)} · ${length}</span></summary>${sequenceHtml(story, same)}${trace}</details>`
}

function footHtml({ summary }: Evidence): string {
  const versions = Object.entries(summary.versions).map(([name, value]) => `${name} ${value}`)
  return `<footer><div><p>${escapeText(versions.join(' · '))}</p><p>commit ${escapeText(summary.commit)}</p></div></footer>`
}

const shortCommit = (commit: string): string => commit.replace(/^([0-9a-f]{12})[0-9a-f]*/, '$1')

const duration = (seconds: number): string =>
  seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
