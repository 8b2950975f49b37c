/** The forms that a clause takes in the tree, in reading order. */
export const forms = [
  'tla',
  'model',
  'statechart',
  'rule',
  'generated',
  'contract',
  'test',
  'parameter',
  'finding',
] as const
export type Form = (typeof forms)[number]

/** One place that names a clause. */
export interface Citation {
  readonly clause: string
  readonly form: Form
  /** Path from the root of the tree, with `/`. */
  readonly file: string
  /** 1-based. */
  readonly line: number
  /** The operator, transition, function, test or section that it stands in; empty at the top of a file. */
  readonly within: string
  /** What `within` is: action, refusals, property, guard, function, test … */
  readonly kind: string
  /** First and last line that this citation speaks for, 1-based. */
  readonly from: number
  readonly to: number
  /** First and last line of what `within` names, 1-based. */
  readonly unit: { readonly from: number; readonly to: number }
  /** The cited line, trimmed; for a comment that stands alone, the line that it speaks about. */
  readonly text: string
}

/** `file:line`, as editors and terminals open it. */
export const placeOf = ({ file, line }: { readonly file: string; readonly line: number }): string =>
  `${file}:${line}`

/** Finds clause ids in text. Only known areas count, or `SHA-256` would be a clause. */
export type FindIds = (text: string) => string[]

/** @param areas for example `CLAIM`, `ESCROW` */
export function idFinder(areas: readonly string[]): FindIds {
  if (areas.length === 0) return () => []
  const pattern = new RegExp(`\\b(?:${[...new Set(areas)].join('|')})-[1-9][0-9]*\\b`, 'g')
  return (text) => [...new Set(text.match(pattern) ?? [])]
}
