/** What some use, directly and then farther, each once and without themselves. */
export function reachedFrom<Unit>(some: readonly Unit[], usedBy: (unit: Unit) => readonly Unit[]): Unit[] {
  const reached = new Set(some)
  for (const unit of reached) for (const used of usedBy(unit)) reached.add(used)
  return [...reached].slice(some.length)
}

/** The name as a word of its own. */
export const wordOf = (name: string): RegExp => new RegExp(`\\b${name}\\b`)
