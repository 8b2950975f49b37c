import type { Summary } from '../evidence.ts'
import { escapeText } from './escape.ts'

/** Where a page finds sources and clauses. */
export interface Links {
  /** Address of `file:line`, or of a file. */
  source(place: string): string
  /** Address of a clause; undefined for an id that none has. */
  clause(id: string): string | undefined
}

/**
 * Links of a page.
 * @param toTree path from the page to the root of the tree, for where the address of the sources is not known
 * @param clause address of a clause from the page
 */
export function linksOf(summary: Summary, toTree: string, clause: (id: string) => string): Links {
  const ids = new Set(summary.clauses.map(({ id }) => id))
  // Twelve digits name the commit as well as forty, three thousand times in a page.
  const sources = summary.sources?.replace(/(?<=\/[0-9a-f]{12})[0-9a-f]{28}$/, '')
  return {
    source: (place) => {
      const [, file, line] = /^(.*?)(?::(\d+))?$/.exec(place)!
      const path = file!.split('/').map(encodeURIComponent).join('/')
      return sources === undefined
        ? `${toTree}/${path}`
        : `${sources}/${path}${line === undefined ? '' : `#L${line}`}`
    },
    clause: (id) => (ids.has(id) ? clause(id) : undefined),
  }
}

/** `file:line` as a link. */
export const placeHtml = (place: string, links: Links): string =>
  `<a href="${escapeText(links.source(place))}"><code>${escapeText(place)}</code></a>`

/**
 * Lines of one file, the first with the name of the file.
 * @param places `file:line`
 */
export const linesHtml = (places: readonly string[], links: Links): string =>
  places
    .map((place, at) => {
      const shown = at === 0 ? escapeText(place) : place.slice(place.lastIndexOf(':'))
      return `<a href="${escapeText(links.source(place))}">${shown}</a>`
    })
    .join(' ')

/** Text in which ids of clauses are links and what stands between backticks is code. */
export const proseHtml = (text: string, links: Links): string =>
  escapeText(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\b[A-Z]+-[1-9]\d*\b/g, (id) => {
      const href = links.clause(id)
      return href === undefined ? id : `<a href="${href}">${id}</a>`
    })

/** Words that may be a place of the tree. */
export const whereHtml = (text: string, links: Links): string =>
  /^(spec|tla|model|impl|conformance)\/[\w./-]+\.\w+(:\d+)?$/.test(text)
    ? placeHtml(text, links)
    : `<code>${escapeText(text).replaceAll('/', '/<wbr>')}</code>`

/** Id of a story in the report, by the model that it comes from. */
export const storyId = (source: string): string => `story-${source.replace(/[^\w-]+/g, '-')}`
