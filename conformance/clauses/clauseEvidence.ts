import type { RefusalName } from '../../model/l1-rollup/refusals.ts'
import type { ClauseEvidence, Summary } from '../evidence.ts'
import type { DecidedByRefusal } from '../rungs/one-step/pairs.ts'
import { clauseSides, type SideCounts } from '../rungs/one-step/sides.ts'
import { type ClauseIndex, enforcedBy, placesOf } from './clauseIndex.ts'

/** How often each check was seen to pass and to refuse, by the name of its refusal. */
export interface Sides {
  readonly passed: ReadonlyMap<RefusalName, number>
  readonly refused: ReadonlyMap<RefusalName, number>
  readonly decided: DecidedByRefusal
  /** Of clauses without a check of their own. */
  readonly clauses: SideCounts
}

/** What every clause rests on, in the order of the clauses. */
export function clauseEvidence(
  index: ClauseIndex,
  { passed, refused, decided, clauses }: Sides,
): ClauseEvidence[] {
  return index.clauses.map(({ id }) => {
    const refusal = enforcedBy.get(id)?.refusal as RefusalName | undefined
    return {
      id,
      tla: placesOf(index, id, 'tla'),
      statechart: placesOf(index, id, 'statechart', 'rule'),
      generated: placesOf(index, id, 'generated'),
      contract: placesOf(index, id, 'contract'),
      tests: placesOf(index, id, 'test'),
      basis: basisOf(id),
      passed: (refusal === undefined ? clauses.passed.get(id) : passed.get(refusal)) ?? 0,
      refused: (refusal === undefined ? clauses.refused.get(id) : refused.get(refusal)) ?? 0,
      ...(refusal !== undefined && decided.has(refusal) && { decided: decided.get(refusal)! }),
    }
  })
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
export function countClauses(index: ClauseIndex, evidence: readonly ClauseEvidence[]): Summary['clauses'] {
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
