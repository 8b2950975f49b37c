import type { Derivation, Derived, Row } from '../../spec/derivations/derivation.ts'
import { derivations } from '../../spec/derivations/main.ts'
import { inputsText } from '../../spec/derivations/render.ts'
import { type Finding, loadFindings } from '../../spec/finding.ts'
import { escapeText } from './escape.ts'
import { type Links, proseHtml } from './links.ts'
import { scrolled } from './scrolled.ts'

/** Id of a derivation in the report. */
export const derivationId = (name: string): string => `derivation-${name}`

/** The same in every page, and some of them take a while. */
let computed: readonly Derived[] | undefined

/** Every derivation: what it computes, its numbers, and which clauses and findings rest on them. */
export function derivationSection(links: Links): string {
  computed ??= derivations.map((derivation) => derivation.run())
  const findings = loadFindings()
  const told = derivations.map((derivation, at) => {
    const uses = findings.filter((finding) => finding.derivations.includes(derivation.name))
    return derivationHtml(derivation, computed![at]!, uses, links)
  })
  return `<section id="derivations"><h2>Derivations</h2>
<p class="lead">Numbers of the RFC, recomputed exactly from the ones that it states; where it leaves one open, from an <a href="${escapeText(links.source('spec/derivations/assumed.ts'))}">example</a>. <code>npx lockstep derive committee-size</code> prints the whole fractions and the sentences of the RFC.</p>
${told.join('\n')}
</section>`
}

function derivationHtml(
  { name, title, clauses }: Derivation,
  { rows, conclusion }: Derived,
  findings: readonly Finding[],
  links: Links,
): string {
  const numbers = `${rows.length} numbers`
  const uses = [
    ...clauses.map((id) => proseHtml(id, links)),
    ...findings.map((finding) => findingHtml(finding, links)),
  ]
  const head = '<thead><tr><th>what</th><th>of</th><th>value</th><th>note</th></tr></thead>'
  const body = rows.map((row, at) => rowHtml(row, rows[at - 1]))
  return `<details class="story" id="${derivationId(name)}"><summary><b>${escapeText(title)}</b><span>${name} · ${numbers}</span></summary><div class="under"><p>${escapeText(conclusion)}</p><p>Used by ${uses.join(', ')}</p>${scrolled(`Numbers of ${name}`, `${head}<tbody>${body.join('')}</tbody>`)}</div></details>`
}

const findingHtml = ({ id, title, line }: Finding, links: Links): string =>
  `<a href="${escapeText(links.source(`spec/findings.md:${line}`))}" title="${escapeText(title)}">${id}</a>`

/** A quantity that stands above is not said again, nor is the note that it has there. */
function rowHtml(row: Row, above: Row | undefined): string {
  const { quantity, rounded, unit, note = '' } = row
  const isSame = quantity === above?.quantity
  const cells = [
    isSame ? '' : quantity,
    inputsText(row),
    `${rounded} ${unit}`,
    isSame && note === above?.note ? '' : note,
  ]
  return `<tr>${cells.map((cell) => `<td>${escapeText(cell)}</td>`).join('')}</tr>`
}
