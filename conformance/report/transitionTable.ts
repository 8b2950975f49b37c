import { escapeText } from './escape.ts'
import { type Links, proseHtml } from './links.ts'
import { type MachineState, type MachineTransition, statesOf } from './machineTree.ts'
import { scrolled } from './scrolled.ts'

/**
 * Every transition of a machine with its checks in their order, as an HTML table.
 * @param name of the table, read aloud: another for each in a page
 */
export function transitionTable(name: string, root: MachineState, links: Links): string {
  const all = statesOf(root)
  const key = (id: string): string => all.find((state) => state.id === id)?.key ?? id
  const rows = all.flatMap((state) =>
    state.transitions.map((transition) => row(state, transition, key, links)),
  )
  return scrolled(
    name,
    `<thead><tr><th>in</th><th>event</th><th>to</th><th>checks</th><th>does</th><th>clauses</th></tr></thead><tbody>${rows.join('')}</tbody>`,
    { table: 'cards', frame: 'flat' },
  )
}

function row(
  state: MachineState,
  transition: MachineTransition,
  key: (id: string) => string,
  links: Links,
): string {
  const { event, conditions, stages, actions, targets, clauses } = transition
  const chosen = conditions.length > 0 ? ` [${conditions.map(({ name }) => name).join(', ')}]` : ''
  const checks = stages.map(({ title, checks: names }) => {
    const list = names.map(
      ({ name, clause }) =>
        `<li><code>${escapeText(name)}</code> <span class="none">${proseHtml(clause ?? '', links)}</span></li>`,
    )
    return `${title === '' ? '' : `<span class="stage">${escapeText(title)}</span>`}<ol>${list.join('')}</ol>`
  })
  const to = targets.length === 0 ? 'stays' : targets.map(key).join(', ')
  const cells: [string, string][] = [
    ['in', escapeText(state.key)],
    ['event', `<b>${escapeText(event)}</b>${escapeText(chosen)}`],
    ['to', escapeText(to)],
    ['checks', checks.join('')],
    ['does', actions.map((name) => `<code>${escapeText(name)}</code>`).join(', ')],
    ['clauses', proseHtml(clauses.join(', '), links)],
  ]
  const wide = new Set(['checks', 'does', 'clauses'])
  const html = cells.map(
    ([label, content]) =>
      `<td${wide.has(label) ? ' class="wide"' : ''} data-label="${label}">${content}</td>`,
  )
  return `<tr>${html.join('')}</tr>`
}
