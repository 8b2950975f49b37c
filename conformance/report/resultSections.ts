import type { Preset } from '../../spec/parameters.ts'
import type { Evidence, ModelResult, ProfileEvidence, PropertyEvidence, Summary } from '../evidence.ts'
import { escapeText } from './escape.ts'
import { grouped, isAsExpected, type RungNumbers, rungNumbers } from './rungNumbers.ts'
import { scrolled } from './scrolled.ts'

const aims: Readonly<Record<RungNumbers['key'], string>> = {
  modelChecking: 'The rules in TLA+ hold what they promise, and every promise can be broken by a bug.',
  graphParity: 'TLA+ and the statechart have the same states, transitions and refusals.',
  oneStep: 'The deployed bytecode does the same in every reachable state.',
  replay: 'And does so over many steps, with real signatures, tokens and blobs.',
}

const statusWords = { passed: 'passed', failed: 'failed', absent: 'not run' } as const

/** The ladder, then what each rung has to show in detail. */
export function resultSections(evidence: Evidence, preset: Preset): string {
  const rungs = rungNumbers(evidence.summary)
  return `<section id="results"><h2>Results</h2>
<div class="ladder">${rungs.map(rungCard).join('')}</div>
${coverage(evidence.summary)}
${rungs.map((rung) => rungDetails(rung, evidence)).join('\n')}
${bytecodeSection(evidence.summary)}
${profileSection(preset)}
</section>`
}

function rungCard({ key, number, title, status, numbers }: RungNumbers): string {
  const [first, ...rest] = numbers
  const rows = rest.map(({ label, value, bad }) => {
    const mark = bad ? ' class="bad"' : bad === false ? ' class="zero"' : ''
    return `<dt>${escapeText(label)}</dt><dd${mark}>${grouped(value)}</dd>`
  })
  const body =
    first === undefined
      ? `<p class="none">${status === 'absent' ? 'Was not asked for in this run.' : 'Did not come to its end.'}</p>`
      : `<p class="main-number">${grouped(first.value)}</p><p class="main-label">${escapeText(first.label)}</p><dl>${rows.join('')}</dl>`
  return `<article class="rung ${status}"><p class="place"><span>RUNG ${number}</span><span class="status ${status}">${statusWords[status]}</span></p><h3>${escapeText(title)}</h3><p class="aim">${aims[key]}</p>${body}</article>`
}

/** How many clauses each form covers. */
function coverage(summary: Summary): string {
  const { clauses } = summary
  const count = (holds: (clause: (typeof clauses)[number]) => boolean): number => clauses.filter(holds).length
  const { total, must, modelled, implemented } = summary.coverage
  const hasTwoSides = ({ basis }: (typeof clauses)[number]): boolean =>
    basis === 'check' || basis === 'boundary'
  const rows: [label: string, value: number, of?: number][] = [
    ['in TLA+', count(({ tla }) => tla.length > 0)],
    ['in the statechart', count(({ statechart }) => statechart.length > 0)],
    ['in generated Solidity', count(({ generated }) => generated.length > 0)],
    ['in the contract shell', count(({ contract }) => contract.length > 0)],
    ['named by a test', count(({ tests }) => tests.length > 0)],
    ['executed on both sides', summary.coverage.executed, count(hasTwoSides)],
    ['and both in one state', summary.coverage.paired, count(({ basis }) => basis === 'check')],
    ['executed, one side only', summary.coverage.oneSided, count((clause) => !hasTwoSides(clause))],
  ]
  const bars = rows.map(([label, value, of = total]) => {
    const share = of === 0 ? 0 : (100 * value) / of
    return `<span class="label">${label}</span><span class="bar"><i style="width:${share.toFixed(1)}%"></i></span><span class="count"><b>${value}</b> of ${of}</span>`
  })
  return `<h3>From clause to bytecode</h3>
<p class="lead">${total} clauses, ${must} of them MUST or MUST NOT; ${modelled} in both models, ${implemented} in Solidity. Executed on both sides: bytecode was seen to accept and to refuse an event because of the clause, by its own check or, of a definition, by another one's at its boundary. Both in one state: beside an accepted event stands one that its check alone refuses. One side only: the clause refuses nothing by nature, and its effect was seen and compared.</p>
<div class="coverage">${bars.join('')}</div>`
}

function rungDetails(rung: RungNumbers, { summary, profiles }: Evidence): string {
  const models = rung.key === 'modelChecking' ? (summary.rungs.modelChecking?.models ?? []) : []
  const own = profiles[rung.key]
  if (models.length === 0 && own.length === 0) return ''
  return [
    `<h3>${rung.number} · ${escapeText(rung.title)}</h3>`,
    models.length > 0 ? modelTable(models) : '',
    models.length > 0 ? propertyTable(models, summary.rungs.modelChecking!.properties) : '',
    own.length > 0 ? profileTable(rung.title, own) : '',
    ...own.filter(({ differences }) => differences.length > 0).map(differenceList),
  ].join('\n')
}

const kinds: Readonly<Record<ModelResult['kind'], string>> = {
  safety: 'safety: every invariant and action property holds in every state',
  liveness: 'liveness: what must happen in the end does, or a lasso shows which fairness is needed',
  bug: 'bug: each has one mistake and must violate exactly the named property',
  reach:
    'reach: each claims that an interesting state is never reached, and must be refuted; those of one profile are explored together, with states and seconds in equal parts',
}

function modelTable(models: readonly ModelResult[]): string {
  const groups = Object.entries(kinds).flatMap(([kind, words]) => {
    const own = models.filter((model) => model.kind === kind)
    if (own.length === 0) return []
    return [
      `<tr class="area"><th colspan="5" scope="rowgroup">${words} · ${own.length}</th></tr>`,
      ...own.map(modelRow),
    ]
  })
  return scrolled(
    'Models',
    `<thead><tr><th>model</th><th>expected</th><th>result</th><th class="n">distinct states</th><th class="n">seconds</th></tr></thead><tbody>${groups.join('')}</tbody>`,
  )
}

function modelRow(model: ModelResult): string {
  const { name, expected, result, distinctStates, seconds, assumes, profile, constants } = model
  const mark = isAsExpected(model) ? 'ok' : 'bad'
  const notes = [
    ...(profile === undefined ? [] : [`<br><small>constants of ${escapeText(profile)}</small>`]),
    ...(assumes ? [`<br><small>assumes ${assumes.map(escapeText).join('; ')}</small>`] : []),
    ...(constants
      ? [
          `<details><summary>constants</summary><small>${constants.map(escapeText).join('<br>')}</small></details>`,
        ]
      : []),
  ].join('')
  return `<tr><td class="name"><code>${escapeText(name)}</code>${notes}</td><td>${escapeText(expected)}</td><td class="${mark}">${escapeText(result)}</td><td class="n">${grouped(distinctStates)}</td><td class="n">${seconds.toFixed(1)}</td></tr>`
}

/** Which Bug models violate a property, and which of its conjuncts no Bug model asks for. */
function propertyTable(models: readonly ModelResult[], properties: readonly PropertyEvidence[]): string {
  const decisive = new Set(models.flatMap((model) => model.decisive ?? []))
  const rows = properties.map(({ name, kind, conjuncts }) => {
    const bugs = models.filter(({ violated }) => violated?.includes(name)).map((model) => model.name)
    const idle = Array.from({ length: conjuncts }, (_, i) => i + 1).filter(
      (i) => !decisive.has(`${name} ${i}`),
    )
    return `<tr><td class="name"><code>${escapeText(name)}</code></td><td>${kind}</td><td class="n">${conjuncts}</td><td>${idle.join(', ')}</td><td>${bugs.map(escapeText).join('<br>')}</td></tr>`
  })
  return scrolled(
    'Properties',
    `<thead><tr><th>property</th><th>of a</th><th class="n">conjuncts</th><th>not asked for</th><th>violated by</th></tr></thead><tbody>${rows.join('')}</tbody>`,
  )
}

function profileTable(title: string, profiles: readonly ProfileEvidence[]): string {
  const columns = [...new Set(profiles.flatMap(({ numbers }) => Object.keys(numbers)))]
  const head = columns.map((name) => `<th class="n">${escapeText(inWords(name))}</th>`).join('')
  const rows = profiles.map(({ profile, numbers, differences }) => {
    const cells = columns.map(
      (name) => `<td class="n">${numbers[name] === undefined ? '' : grouped(numbers[name])}</td>`,
    )
    const mark = differences.length > 0 ? 'bad' : 'ok'
    return `<tr><td>${escapeText(profile)}</td>${cells.join('')}<td class="n ${mark}">${differences.length}</td></tr>`
  })
  const sums = columns.map((name) => {
    const sum = profiles.reduce((total, { numbers }) => total + (numbers[name] ?? 0), 0)
    // Rates do not add up.
    return `<td class="n">${/second|rate|depth/i.test(name) ? '' : grouped(sum)}</td>`
  })
  const foot = profiles.length > 1 ? `<tfoot><tr><td>all</td>${sums.join('')}<td></td></tr></tfoot>` : ''
  return scrolled(
    `${title} by profile`,
    `<thead><tr><th>profile</th>${head}<th class="n">differences shown</th></tr></thead><tbody>${rows.join('')}</tbody>${foot}`,
  )
}

/** `distinctStates` as distinct states. */
const inWords = (name: string): string =>
  name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

const differenceList = ({ profile, differences }: ProfileEvidence): string =>
  `<h3 class="bad-text">Differences of profile ${escapeText(profile)}</h3>${differences.map((text) => `<pre class="difference">${escapeText(text)}</pre>`).join('')}`

/** What was executed, so that anybody can compile and compare. */
function bytecodeSection({ bytecode }: Summary): string {
  if (bytecode === undefined) return ''
  const { solc, optimizerRuns, evmVersion, contracts } = bytecode
  const rows = contracts.map(
    ({ file, name, bytes, creation, deployed }) =>
      `<tr><td>${escapeText(name)}<br><small>${escapeText(file)}</small></td><td class="n">${grouped(bytes)}</td><td><code>${escapeText(creation)}</code></td><td><code>${escapeText(deployed)}</code></td></tr>`,
  )
  return `<h3>Bytecode that was executed</h3>
<p class="lead">solc ${escapeText(solc)}, optimizer on with ${grouped(optimizerRuns)} runs, EVM version ${escapeText(evmVersion)}. Hashes are Keccak-256: of the creation code without arguments, and of the deployed code with immutables zero.</p>
${scrolled(
  'Bytecode',
  `<thead><tr><th>contract</th><th class="n">bytes</th><th>creation code</th><th>deployed code</th></tr></thead><tbody>${rows.join('')}</tbody>`,
)}`
}

/** What the profiles explore, so that the numbers above have a measure. */
function profileSection({ profiles }: Preset): string {
  const rows = profiles.map(({ name, horizon, parameters: p, validators, provers, contents }) => {
    const cells = [
      horizon,
      p.slotsPerEpoch,
      p.claimWindowSlots,
      p.targetCommitteeSize,
      p.withdrawalDelaySlots,
      validators.length,
      provers.length,
      contents.length,
    ]
    return `<tr><td>${escapeText(name)}</td>${cells.map((cell) => `<td class="n">${grouped(cell)}</td>`).join('')}</tr>`
  })
  const titles = [
    'horizon',
    'slots per epoch',
    'claim window',
    'committee size',
    'withdrawal delay',
    'validators',
    'provers',
    'contents',
  ]
  return `<h3>Profiles of the preset</h3>${scrolled(
    'Profiles',
    `<thead><tr><th>profile</th>${titles.map((title) => `<th class="n">${title}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody>`,
  )}`
}
