import { readFileSync } from 'node:fs'
import type { GasTable } from '../contract-tests/measureGas.ts'
import { type Curve, readGrowth } from '../gas/growth.ts'
import { chartsOf, type GrowthChart } from '../gas/picture.ts'
import { gasFile } from '../gas/table.ts'
import { chartSvg } from './chart.ts'
import { escapeText } from './escape.ts'
import { type Links, proseHtml } from './links.ts'
import { scrolled } from './scrolled.ts'

/** The curves with the terms that grow, their numbers, and the table of gas. */
export function costSection(links: Links): string {
  const table = JSON.parse(readFileSync(gasFile, 'utf8')) as GasTable
  const source = (file: string, text: string) => `<a href="${escapeText(links.source(file))}">${text}</a>`
  return `<section id="costs"><h2>What the calls cost, and what makes them grow</h2>
<p class="lead">Gas of whole transactions with their calldata, blob gas left out: the production bytecode with the parameters of preset <code>rfc</code>, cold. Not measured in this run, but committed as ${source('impl/contracts/gas.json', 'table')} and ${source('impl/contracts/growth.json', 'curves')}, which tests compare exactly. <code>npm run gas -- --profile prune</code> says where the gas of a row goes, line by line.</p>
${chartsOf(readGrowth())
  .map((chart) => chartHtml(chart, links))
  .join('\n')}
<details class="story"><summary><b>The gas table</b><span>${Object.keys(table).length} rows</span></summary><div class="under">${gasTable(table)}</div></details>
</section>`
}

function chartHtml({ against, chart, curves }: GrowthChart, links: Links): string {
  const terms = curves.map(
    ({ name, term }) => `<dt>${escapeText(name)}</dt><dd>${proseHtml(term, links)}</dd>`,
  )
  return `<h3>${escapeText(chart.title)}</h3>
<div class="figure" role="region" aria-label="${escapeText(`Curves: ${chart.title}`)}" tabindex="0">${chartSvg(chart, `growth-${against}`)}</div>
<dl class="terms">${terms.join('')}</dl>
<details class="story"><summary><b>Numbers</b><span>${escapeText(chart.title)}</span></summary><div class="under">${pointTable(chart.title, against, curves)}</div></details>`
}

const n = (value: number): string => value.toLocaleString('en')

function pointTable(title: string, against: string, curves: readonly Curve[]): string {
  const places = [...new Set(curves.flatMap(({ points }) => points.map(([x]) => x)))].sort((a, b) => a - b)
  const head = curves.map(({ name }) => `<th class="n">${escapeText(name)}</th>`).join('')
  const rows = places.map((place) => {
    const cells = curves.map(({ points }) => {
      const point = points.find(([x]) => x === place)
      return `<td class="n">${point === undefined ? '' : n(point[1])}</td>`
    })
    return `<tr><td class="n">${n(place)}</td>${cells.join('')}</tr>`
  })
  return scrolled(
    `Numbers: ${title}`,
    `<thead><tr><th class="n">${against}</th>${head}</tr></thead><tbody>${rows.join('')}</tbody>`,
  )
}

const gasTable = (table: GasTable): string => {
  const rows = Object.entries(table).map(
    ([row, gas]) => `<tr><td>${escapeText(row)}</td><td class="n">${n(gas)}</td></tr>`,
  )
  return scrolled(
    'Gas table',
    `<thead><tr><th>call</th><th class="n">gas</th></tr></thead><tbody>${rows.join('')}</tbody>`,
  )
}
