import type { Unsupported, Variant } from '../kit/foreign/unsupported.ts'

/** What was not judged, in numbers, a line each; none where all was. */
export function tellUnjudged(
  { events, variables }: Unsupported,
  { notJudged, untold }: { notJudged: ReadonlyMap<string, number>; untold: ReadonlyMap<string, number> },
): string[] {
  const lines: string[] = []
  if (events.length > 0) {
    const total = [...notJudged.values()].reduce((sum, count) => sum + count, 0)
    const each = [...notJudged].map(([why, count]) => `${count} ${why}`)
    lines.push(
      `${events.length} kinds of events are declared as unsupported: ${total} steps not judged${total > 0 ? `, ${each.join(', ')}` : ''}`,
    )
  }
  if (variables.length > 0) {
    const each = variables.map((name) => `${name} in ${untold.get(name) ?? 0}`)
    lines.push(
      `${variables.length} variables are declared as not told: changed in judged steps ${each.join(', ')}`,
    )
  }
  return lines
}

/**
 * What no run had and what of them was not judged, a line each.
 * @param leftOut profiles that were not played, each because of a variant
 */
export function tellUndrawn(
  { events, variables }: Unsupported,
  leftOut: ReadonlyMap<string, Variant>,
): string[] {
  const kinds = events.map((pattern) => (typeof pattern === 'string' ? pattern : `some of ${pattern.type}`))
  return [
    ...(kinds.length > 0
      ? [`${kinds.length} kinds of events are declared as unsupported, no run has them: ${kinds.join(', ')}`]
      : []),
    ...(variables.length > 0
      ? [`${variables.length} variables are declared as not told: ${variables.join(', ')}`]
      : []),
    ...[...new Set(leftOut.values())].map((variant) => {
      const profiles = [...leftOut.keys()].filter((name) => leftOut.get(name) === variant)
      return `${variant} is declared as unsupported: profiles left out ${profiles.join(', ')}`
    }),
  ]
}
