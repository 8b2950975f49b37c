/** The places where a mistake is planted; `harness` is what compares the other three. */
export const sides = ['tla', 'statechart', 'contract', 'harness'] as const
export type Side = (typeof sides)[number]

export type MutationKind =
  | 'check removed'
  | 'rule made true'
  | 'comparison moved'
  | 'order made equality'
  | 'accumulation made assignment'
  | 'role exchanged'
  | 'parameter made constant'
  | 'equality shifted'
  | 'equality negated'
  | 'connective swapped'
  | 'literal shifted'
  | 'shell fault'
  | 'log changed'
  | 'comparison switched off'
  | 'arm dropped'
  | 'boundary moved'
  | 'condition decided'
  | 'conjunct dropped'
  | 'disjunct dropped'
  | 'effect dropped'
  | 'filter dropped'
  | 'negation dropped'
  | 'order exchanged'
  | 'part dropped'
  | 'update dropped'

/** One mistake: a text in one file that is replaced by another. */
export interface Mutant {
  /** Unique, and the same when lines move. */
  readonly name: string
  readonly side: Side
  readonly kind: MutationKind
  /** Path from the root of the repository. */
  readonly file: string
  /** Offset of the replaced text in characters, 0-based. */
  readonly start: number
  readonly original: string
  readonly replacement: string
  /** Clause ids that the text stands for, as far as they are written next to it. */
  readonly clause: string
  /** The event whose checks or step it is in, where it is in one alone. */
  readonly event?: string | undefined
  /** The refusal that the mutated check gives. */
  readonly refusal?: string | undefined
  /** Profiles to try first. */
  readonly profiles?: readonly string[] | undefined
  /** Why one-step conformance cannot see it: the dedicated tests are asked then. */
  readonly unseenByOneStep?: string | undefined
  /** The role of a node whose mistake it is; absent for those of the contracts and their models. */
  readonly role?: string | undefined
}

/** Who caught a mutant, in the order in which they are asked. */
export const catchers = [
  'type checker',
  'generator',
  'compiler',
  'rung 1',
  'rung 2',
  'rung 3',
  'contract tests',
  'role tests',
  'harness tests',
] as const
export type Catcher = (typeof catchers)[number]

export interface Verdict {
  /** Absent: it survived all of `ran`. */
  readonly caughtBy?: Catcher | undefined
  /** What was seen, in one line; the reason for which it was not tried further, if it survived. */
  readonly detail: string
  /** Of a mistake in a role of a node: whose rungs or tests caught it. */
  readonly on?: string | undefined
  /** What was run on it, in order: profiles with their horizon, test folders. */
  readonly ran: readonly string[]
  readonly seconds: number
}

/** A mistake does not apply to the text that it is meant for. */
export class MutantUnfit extends Error {
  override name = 'MutantUnfit'
}

/** The text with the mistake in it. @throws MutantUnfit when the original is not at its place */
export function mutated({ name, start, original, replacement }: Mutant, text: string): string {
  if (text.slice(start, start + original.length) !== original)
    throw new MutantUnfit(`${name}: expected ${JSON.stringify(original)} at offset ${start}`)
  if (original === replacement) throw new MutantUnfit(`${name}: the replacement changes nothing`)
  return text.slice(0, start) + replacement + text.slice(start + original.length)
}

/** Where the only occurrence of a text is. @throws MutantUnfit for none and for several */
export function onlyOccurrence(text: string, original: string, name: string): number {
  const start = text.indexOf(original)
  if (start < 0) throw new MutantUnfit(`${name}: its text does not occur`)
  if (text.indexOf(original, start + 1) >= 0) throw new MutantUnfit(`${name}: its text occurs more than once`)
  return start
}

/** Line and column of an offset, 1-based. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, column: lines.at(-1)!.length + 1 }
}

/** Numbers names that would be the same otherwise, in the order of the text. */
export function numbered<M extends Mutant>(mutants: readonly M[]): M[] {
  const total = new Map<string, number>()
  for (const { name } of mutants) total.set(name, (total.get(name) ?? 0) + 1)
  const seen = new Map<string, number>()
  return mutants.map((mutant) => {
    if (total.get(mutant.name) === 1) return mutant
    const count = (seen.get(mutant.name) ?? 0) + 1
    seen.set(mutant.name, count)
    return { ...mutant, name: `${mutant.name} #${count}` }
  })
}

/** What a moved comparison becomes, in TLA+, TypeScript and Solidity. */
export const movedComparison: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '\\leq': '<',
  '\\geq': '>',
}

/** Mutants by the clauses, in their order; one counts for every clause that is written next to it. */
export function mutantsByClauses(mutants: readonly Mutant[]): [clause: string, mutants: Mutant[]][] {
  const byClause = new Map<string, Mutant[]>()
  for (const mutant of mutants)
    for (const clause of mutant.clause.match(/[A-Z]+-\d+/g) ?? [])
      byClause.set(clause, [...(byClause.get(clause) ?? []), mutant])
  return [...byClause].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
}
