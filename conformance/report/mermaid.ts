import type { Story } from '../evidence.ts'
import { type Arrow, loopText, storyRows, takingPart, titleOf } from './storyRows.ts'

/** A story as the text of a Mermaid sequence diagram. */
export function mermaidText(story: Story): string {
  const rows = storyRows(story)
  const shown = takingPart(rows)
  const span = shown.length > 1 ? `${shown[0]},${shown.at(-1)}` : shown[0]!
  const lines = [
    'sequenceDiagram',
    ...shown.map((line) => `  participant ${line} as ${clean(titleOf(line))}`),
  ]
  let indent = '  '
  for (const { number, kind, time, arrows, refusals, changes, inLoop } of rows) {
    if (inLoop && story.loop === number) {
      lines.push(`${indent}loop for ever`)
      indent = '    '
    }
    if (kind !== 'event')
      lines.push(`${indent}Note over ${span}: ${clean(kind === 'initial' ? `starts in ${time}` : time)}`)
    for (const arrow of arrows)
      lines.push(`${indent}${arrow.from}${head(arrow)}${arrow.to}: ${clean(arrow.label)}`)
    const [call] = arrows
    if (call && refusals.length > 0)
      lines.push(`${indent}${call.to}--x${call.from}: ${clean(refusals.join(', '))}`)
    if (call && changes.length > 0) {
      const text = changes.map(({ path, from, to }) => `${path}: ${from} → ${to}`)
      lines.push(`${indent}Note right of ${shown.at(-1)}: ${text.map(clean).join('<br/>')}`)
    }
  }
  if (indent !== '  ') lines.push('  end')
  else if (story.loop !== undefined) lines.push(`  Note over ${span}: ${loopText(story)}`)
  return lines.join('\n')
}

const head = ({ kind }: Arrow): string => (kind === 'refused' ? '--x' : kind === 'effect' ? '-->>' : '->>')

/** Mermaid ends a statement at a semicolon and starts a comment or an entity at a number sign. */
const clean = (text: string): string =>
  text.replace(
    /[;#<>\n]/g,
    (character) => ({ ';': ',', '#': '№', '<': '‹', '>': '›', '\n': ' ' })[character]!,
  )

/** All stories as one Markdown file. */
export function storiesMarkdown(stories: readonly Story[]): string {
  const sections = stories.map((story) => {
    const trace = story.itf === undefined ? [] : [`Trace: [${story.itf}](${story.itf})`, '']
    return [
      `## ${story.title}`,
      '',
      story.source,
      '',
      ...trace,
      '```mermaid',
      mermaidText(story),
      '```',
      '',
    ].join('\n')
  })
  return ['# Stories', '', ...(sections.length > 0 ? sections : ['This run told none.', ''])].join('\n')
}
