import { z } from 'zod'
import type { Mutant, Verdict } from './mutant.ts'

/** Survivors that change nothing, by name, each with the reason. */
export const equivalentsSchema = z.record(z.string(), z.string().min(40))
export type Equivalents = z.infer<typeof equivalentsSchema>

/**
 * What is wrong between the list of equivalent mutants and what happened, both ways.
 * @param mutants all that there are, run or not
 * @param verdicts of those that were run
 */
export function disagreements(
  equivalents: Equivalents,
  mutants: readonly Mutant[],
  verdicts: ReadonlyMap<string, Verdict>,
): string[] {
  const names = new Set(mutants.map(({ name }) => name))
  const listed = Object.keys(equivalents).flatMap((name) => {
    if (!names.has(name)) return [`${name} is listed as equivalent, but there is no such mutant`]
    const verdict = verdicts.get(name)
    if (!verdict?.caughtBy) return []
    return [`${name} is listed as equivalent, but ${verdict.caughtBy} caught it: ${verdict.detail}`]
  })
  const survivors = [...verdicts].flatMap(([name, { caughtBy }]) =>
    caughtBy || name in equivalents ? [] : [`${name} survived, and nothing says why`],
  )
  return [...listed, ...survivors]
}
