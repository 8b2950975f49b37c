import type { Event } from '../../model/l1-rollup/vocabulary.ts'
import { loadPreset } from '../../spec/parameters.ts'
import type { Locator } from '../rungs/causes/locate.ts'

let locator: Locator | undefined

/** The clauses by which an event gives variables their values, for states that differ after it. */
export async function clausesOfDifference(
  event: Event | undefined,
  paths: readonly (readonly string[])[],
): Promise<string[]> {
  if (!event) return []
  const { type } = event
  // All clauses are read for it: only a difference asks for them.
  locator ??= await loadLocator()
  const sides = { left: undefined, right: undefined }
  const located = paths.map((path) => locator!.locate({ kind: 'successor', event: type, path, ...sides }))
  return [...new Set(located.flatMap(({ clauses }) => clauses))]
}

async function loadLocator(): Promise<Locator> {
  const [{ locatorOfModels }, { anySubject, l1RollupSubject }, { readIndex }] = await Promise.all([
    import('../rungs/causes/locate.ts'),
    import('../rungs/subjects.ts'),
    import('../clauses/clauseIndex.ts'),
  ])
  const [profile] = loadPreset('tiny').profiles
  return locatorOfModels(anySubject(l1RollupSubject), profile!, readIndex())
}
