import type { Mutant, Verdict } from '../mutant.ts'

/**
 * Of every clause in every form of a role the first mutant whose verdict is not known, unless one of that clause in that
 * form is known to be caught: whoever asks again and again comes to know a catch of each, where there is one.
 */
export function firstOfClauses(
  mutants: readonly Mutant[],
  verdictOf: (mutant: Mutant) => Verdict | undefined,
): Mutant[] {
  const places = new Map<string, Mutant[]>()
  for (const mutant of mutants)
    for (const clause of mutant.clause.match(/[A-Z]+-\d+/g) ?? []) {
      const place = `${mutant.role}/${mutant.side}/${clause}`
      places.set(place, [...(places.get(place) ?? []), mutant])
    }
  const chosen = new Set<Mutant>()
  for (const own of places.values()) {
    if (own.some((mutant) => chosen.has(mutant) || verdictOf(mutant)?.caughtBy)) continue
    const first = own.find((mutant) => !verdictOf(mutant))
    if (first) chosen.add(first)
  }
  return mutants.filter((mutant) => chosen.has(mutant))
}
