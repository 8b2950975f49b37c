import { escapeText } from './escape.ts'

/**
 * A table in a frame that scrolls where it is too wide, by keyboard too.
 * @param name of the frame, read aloud
 * @param content of the table element
 * @param classes of the table and of the frame, beside their own
 */
export const scrolled = (name: string, content: string, { table = '', frame = '' } = {}): string =>
  `<div class="${`scroll ${frame}`.trim()}" role="region" aria-label="${escapeText(name)}" tabindex="0"><table${table && ` class="${table}"`}>${content}</table></div>`
