/** What the page of an actor says of its events, as far as tests of its two writings ask. */
import { readFileSync } from 'node:fs'

/** A row of a table of refusals: a name and the clauses that it rests on. */
export type RefusalRow = readonly [refusal: string, clauses: readonly string[]]

/** The text of `spec/actors/<actor>.md`. */
export const readActorPage = (actor: string): string =>
  readFileSync(new URL(`actors/${actor}.md`, import.meta.url), 'utf8')

/** The events that have a paragraph of their own on a page, in its order. */
export function eventsOn(page: string): string[] {
  const [, events = ''] = page.split('\n## Events\n')
  return [...events.split('\n## ')[0]!.matchAll(/^\*\*(\w+)\*\*/gm)].map(([, event]) => event!)
}

/** The refusals of an event as its page lists them, in a table or in a sentence. */
export function refusalsOn(page: string, event: string): RefusalRow[] {
  const from = page.indexOf(`\n**${event}**`)
  const [section = ''] = page.slice(from + 1).split(/\n(?=\*\*|## )/)
  const sentence = section.split('Accepted')[0]!.matchAll(/\b([A-Z][A-Za-z]+) \(([A-Z]+-\d+)\)/g)
  const table = section.matchAll(/^\| ([A-Z][A-Za-z, ]+) \|.*\| ([^|]+) \|$/gm)
  return [
    ...[...sentence].map(([, refusal, clause]): RefusalRow => [refusal!, [clause!]]),
    ...[...table].flatMap(([, names, cited]): RefusalRow[] => {
      const clauses = cited!.match(/[A-Z]+-\d+/g)!
      const [area, first] = clauses[0]!.split('-')
      return names!
        .split(', ')
        .map((name, index) => [
          name,
          cited!.includes(' to ') ? [`${area}-${Number(first) + index}`] : clauses,
        ])
    }),
  ]
}
