import { canonicalText } from '../model/core/codec.ts'

/** A place in two values at which they differ; `undefined`: nothing there. */
export interface Leaf {
  readonly path: readonly string[]
  readonly left: unknown
  readonly right: unknown
}

/** Where two values of plain JSON differ, in the order of the names. Lists of different length differ as a whole. */
export function leavesThatDiffer(left: unknown, right: unknown, path: readonly string[] = []): Leaf[] {
  if (Object.is(left, right)) return []
  const isList = Array.isArray(left)
  if (isList !== Array.isArray(right) || (isList && left.length !== (right as unknown[]).length))
    return [{ path, left, right }]
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
    return [{ path, left, right }]
  const [ours, theirs] = [left, right] as Record<string, unknown>[]
  const names = [...new Set([...Object.keys(ours!), ...Object.keys(theirs!)])].sort()
  return names.flatMap((name) => leavesThatDiffer(ours![name], theirs![name], [...path, name]))
}

/** A value as people read it. */
export const tellValue = (value: unknown): string =>
  value === undefined ? 'nothing' : typeof value === 'string' ? value : canonicalText(value)

/** What differs, field by field: `tokens.p1: trace 7, model 0`. */
export const tellLeaves = (leaves: readonly Leaf[], left: string, right: string): string =>
  leaves
    .map(
      ({ path, left: ours, right: theirs }) =>
        `${path.join('.')}: ${left} ${tellValue(ours)}, ${right} ${tellValue(theirs)}`,
    )
    .join('\n')
