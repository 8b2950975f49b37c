import type { RefusalName } from '../../model/l1-rollup/refusals.ts'
import type { Clause } from '../../spec/clause.ts'
import type { ClauseEvidence, Mutants, Summary } from '../evidence.ts'
import { allBoundaries, elsewhere as boundariesElsewhere } from '../rungs/one-step/boundaries/all.ts'
import type { DecidedByRefusal } from '../rungs/one-step/pairs.ts'
import { clauseSides, type SideCounts } from '../rungs/one-step/sides.ts'
import { placeOf } from './citation.ts'
import { type ClauseIndex, enforcedBy, placesOf } from './clauseIndex.ts'
import { modelsOf, propertiesOf } from './clauseModels.ts'

/** How often each check was seen to pass and to refuse, by the name of its refusal. */
export interface Sides {
  readonly passed: ReadonlyMap<RefusalName, number>
  readonly refused: ReadonlyMap<RefusalName, number>
  readonly decided: DecidedByRefusal
  /** Of clauses without a check of their own. */
  readonly clauses: SideCounts
  /** The run that they are of; absent: no bytecode was executed. */
  readonly run?: NonNullable<ClauseEvidence['lastRun']>
}

/** Of a tree without a run. */
export const noSides: Sides = {
  passed: new Map(),
  refused: new Map(),
  decided: new Map(),
  clauses: { passed: new Map(), refused: new Map() },
}

/** Mutants by the id of the clause that they are planted in. */
export type MutantsByClause = ReadonlyMap<string, Mutants>

/** What every clause rests on, in the order of the clauses. */
export function clauseEvidence(
  index: ClauseIndex,
  sides: Sides,
  mutants: MutantsByClause = new Map(),
): ClauseEvidence[] {
  return index.clauses.map((clause) => evidenceOf(index, clause, sides, mutants))
}

/** What one clause rests on. */
export function evidenceOf(
  index: ClauseIndex,
  clause: Clause,
  { passed, refused, decided, clauses, run }: Sides,
  mutants: MutantsByClause,
): ClauseEvidence {
  const { id, title, status, word } = clause
  const enforced = enforcedBy.get(id)
  const refusal = enforced?.refusal as RefusalName | undefined
  const elsewhere = boundariesElsewhere[id]
  const basis = basisOf(id)
  const lastRun = countedIn(run, basis)
  return {
    id,
    title,
    status,
    word,
    place: placeOf(clause),
    ...enforced,
    tla: placesOf(index, id, 'tla'),
    statechart: placesOf(index, id, 'statechart', 'rule'),
    generated: placesOf(index, id, 'generated'),
    contract: placesOf(index, id, 'contract'),
    tests: placesOf(index, id, 'test'),
    properties: propertiesOf(index, id),
    models: modelsOf(index, id),
    boundaries: allBoundaries()
      .cases.filter((one) => one.clause === id)
      .map(({ says, refusal }) => ({ says, ...(refusal && { refusal }) })),
    ...(elsewhere && { boundaryTest: elsewhere }),
    ...(mutants.has(id) && { mutants: mutants.get(id)! }),
    basis,
    ...(lastRun && { lastRun }),
    passed: (refusal === undefined ? clauses.passed.get(id) : passed.get(refusal)) ?? 0,
    refused: (refusal === undefined ? clauses.refused.get(id) : refused.get(refusal)) ?? 0,
    ...(refusal !== undefined && decided.has(refusal) && { decided: decided.get(refusal)! }),
  }
}

/** Only one-step conformance counts the sides of clauses without a check of their own. */
function countedIn(run: Sides['run'], basis: ClauseEvidence['basis']): Sides['run'] {
  if (!run || basis === 'none') return undefined
  const rungs = basis === 'check' ? run.rungs : run.rungs.filter((key) => key === 'oneStep')
  return rungs.length > 0 ? { ...run, rungs } : undefined
}

function basisOf(id: string): ClauseEvidence['basis'] {
  if (enforcedBy.has(id)) return 'check'
  const sides = clauseSides[id]
  if (sides === undefined) return 'none'
  return sides.refuses === undefined ? 'effect' : 'boundary'
}

/**
 * `modelled`: cited in TLA+ and on the side of the statechart; `implemented`: cited in generated or hand-written
 * Solidity; `executed`: bytecode was seen to accept and to refuse an event because of it; `paired`: and did both in one
 * state, the refused event by its check alone; `oneSided`: it refuses nothing by
 * nature, and bytecode showed its effect.
 */
export function countClauses(index: ClauseIndex, evidence: readonly ClauseEvidence[]): Summary['coverage'] {
  const count = (holds: (clause: ClauseEvidence) => boolean): number => evidence.filter(holds).length
  return {
    total: evidence.length,
    must: index.clauses.filter(({ word }) => word.startsWith('MUST')).length,
    modelled: count(({ tla, statechart }) => tla.length > 0 && statechart.length > 0),
    implemented: count(({ generated, contract }) => generated.length + contract.length > 0),
    executed: count(({ passed, refused }) => passed > 0 && refused > 0),
    paired: count(({ decided }) => (decided?.pairs ?? 0) > 0),
    oneSided: count(({ basis, passed }) => basis === 'effect' && passed > 0),
  }
}
