import { Graphviz } from '@hpcc-js/wasm-graphviz'
import { escapeText } from './escape.ts'
import { type MachineState, type MachineTransition, statesOf } from './machineTree.ts'

/** Colours that the style sheet replaces, so that the picture follows light and dark. */
const paint = { body: '#010101', rule: '#020202' } as const

/** The statechart as an SVG element without colours of its own; its style is in `style.ts`. */
export async function statechartSvg(root: MachineState, title: string): Promise<string> {
  const graphviz = await Graphviz.load()
  const svg = graphviz.dot(statechartDot(root))
  const [, width] = /<svg width="(\d+)pt"/.exec(svg) ?? []
  return (
    svg
      .slice(svg.indexOf('<svg'))
      .replace(/<!--[\s\S]*?-->\n?/g, '')
      .replace(/<title>[^<]*<\/title>\n?/g, '')
      // Graphviz counts from 1 in every drawing, and a page has several.
      .replace(/ id="[^"]*"/g, '')
      .replace(
        /<svg [^>]*?viewBox="([^"]*)"[^>]*>/,
        `<svg class="chart" viewBox="$1" style="max-width:${width ?? 900}pt" role="img" aria-label="${escapeText(title)}">`,
      )
  )
}

/** The statechart in Graphviz' language. What keeps the state is listed in its box, what leaves it is an edge. */
export function statechartDot(root: MachineState): string {
  const all = statesOf(root)
  return [
    'digraph statechart {',
    '  graph [rankdir=LR, compound=true, fontname="Helvetica", fontsize=13, bgcolor="transparent", nodesep=0.35, ranksep=0.9, pad=0.15]',
    '  node [fontname="Helvetica", fontsize=12, shape=plain, class="state"]',
    '  edge [fontname="Helvetica", fontsize=11, class="transition", arrowsize=0.8]',
    ...stateLines(root, '  '),
    ...edgeLines(all),
    '}',
    '',
  ].join('\n')
}

function stateLines(state: MachineState, indent: string): string[] {
  const id = quote(state.id)
  if (state.type === 'final')
    return [`${indent}${id} [shape=doublecircle, class="final", label=${quote(state.key)}, fontsize=10]`]
  if (state.children.length === 0) return [`${indent}${id} [label=<${boxLabel(state)}>]`]
  const inner = `${indent}  `
  const staying = state.transitions.filter((transition) => staysIn(state, transition))
  return [
    `${indent}subgraph ${quote(`cluster_${state.id}`)} {`,
    `${inner}label=${quote(state.key)}; labeljust=l; style=rounded; margin=18; class=${quote(state.type === 'parallel' ? 'region parallel' : 'region')}`,
    ...(state.initial === undefined
      ? []
      : [
          `${inner}${quote(`${state.id} initial`)} [shape=circle, class="initial", label="", width=0.16, fixedsize=true, style=filled]`,
        ]),
    ...state.children.flatMap((child) => stateLines(child, inner)),
    ...(staying.length > 0
      ? [`${inner}${quote(`${state.id} always`)} [label=<${listLabel('in every state', staying)}>]`]
      : []),
    `${indent}}`,
  ]
}

function edgeLines(all: readonly MachineState[]): string[] {
  const lines: string[] = []
  const merged = new Map<string, { from: MachineState; to: MachineState; labels: string[] }>()
  for (const state of all) {
    const initial = all.find(({ id }) => id === state.initial)
    if (initial)
      lines.push(`  ${quote(`${state.id} initial`)} -> ${anchor(initial)} [${clusterHead(initial)}]`)
    for (const transition of state.transitions)
      for (const target of transition.targets) {
        const to = all.find(({ id }) => id === target)
        if (!to || target === state.id) continue
        const key = `${state.id} ${target}`
        const edge = merged.get(key) ?? { from: state, to, labels: [] }
        edge.labels.push(caption(transition))
        merged.set(key, edge)
      }
  }
  for (const { from, to, labels } of merged.values()) {
    const tail = from.children.length > 0 ? `ltail=${quote(`cluster_${from.id}`)}, ` : ''
    const text = labels.map((label) => ` ${label} `).join('\\n')
    lines.push(`  ${anchor(from)} -> ${anchor(to)} [${tail}${clusterHead(to)}label=${quote(text, true)}]`)
  }
  return lines
}

const staysIn = ({ id }: MachineState, { targets }: MachineTransition): boolean =>
  targets.length === 0 || (targets.length === 1 && targets[0] === id)

/** A node to draw an edge to: of a state with children the first that has none. */
const anchor = (state: MachineState): string =>
  quote((statesOf(state).find(({ children }) => children.length === 0) ?? state).id)

const clusterHead = (state: MachineState): string =>
  state.children.length > 0 ? `lhead=${quote(`cluster_${state.id}`)}, ` : ''

const boxLabel = (state: MachineState): string =>
  listLabel(
    state.key,
    state.transitions.filter((transition) => staysIn(state, transition)),
  )

function listLabel(title: string, transitions: readonly MachineTransition[]): string {
  const rows = transitions.map(
    (transition) => `<TR><TD ALIGN="LEFT">${escapeText(caption(transition))}</TD></TR>`,
  )
  const head = `<TR><TD ALIGN="LEFT"><B>${escapeText(title)}</B></TD></TR>`
  const table = `BORDER="1" STYLE="ROUNDED" BGCOLOR="${paint.body}" COLOR="${paint.rule}"`
  return `<TABLE ${table} CELLBORDER="0" CELLSPACING="0" CELLPADDING="3">${head}${rows.length > 0 ? '<HR/>' : ''}${rows.join('')}</TABLE>`
}

/** Event, what chooses the transition, and how many checks it must pass. */
function caption({ event, conditions, stages }: MachineTransition): string {
  const checks = stages.reduce((sum, stage) => sum + stage.checks.length, 0)
  const chosen = conditions.length > 0 ? ` [${conditions.map(({ name }) => name).join(', ')}]` : ''
  const counted = checks === 0 ? '' : checks === 1 ? ' · 1 check' : ` · ${checks} checks`
  return `${event}${chosen}${counted}`
}

function quote(text: string, keepBreaks = false): string {
  const escaped = text.replace(/"/g, '\\"')
  return `"${keepBreaks ? escaped : escaped.replace(/\\(?!")/g, '\\\\')}"`
}
