/**
 * How much of a long list a test goes through: `npm test` takes a part that shows every kind, `npm run check:deep`, which
 * sets LOCKSTEP_TIER, all of it.
 */
export const isDeep = process.env.LOCKSTEP_TIER === 'deep'

/** Every so-manieth of a list in its order, from the first on; all of them in the deep tier. */
export const everyNth = <T>(list: readonly T[], n: number, deep = isDeep): readonly T[] =>
  deep ? list : list.filter((_, index) => index % n === 0)

/**
 * The first of each kind, and every so-manieth beside them, in the order of the list; all of them in the deep tier.
 * @param kindOf what a test must not lose one of
 */
export function firstOfEach<T>(
  list: readonly T[],
  kindOf: (one: T) => string,
  n = Number.POSITIVE_INFINITY,
  deep = isDeep,
): readonly T[] {
  const seen = new Set<string>()
  return list.filter((one, index) => {
    const isFirst = !seen.has(kindOf(one))
    seen.add(kindOf(one))
    return deep || isFirst || index % n === 0
  })
}

/** The smallest of a list; all of it in the deep tier. */
export const smallestOf = <T>(list: readonly T[], sizeOf: (one: T) => number, deep = isDeep): readonly T[] =>
  deep ? list : [...list].sort((a, b) => sizeOf(a) - sizeOf(b)).slice(0, 1)
