import type { RefusalName } from '../../model/refusals.ts'
import type { ClauseEvidence, Summary } from '../evidence.ts'
import { type ClauseIndex, enforcedBy, placesOf } from './clauseIndex.ts'

/** How often each check was seen to pass and to refuse, by the name of its refusal. */
export interface Sides {
  readonly passed: ReadonlyMap<RefusalName, number>
  readonly refused: ReadonlyMap<RefusalName, number>
}

/** What every clause rests on, in the order of the clauses. */
export function clauseEvidence(index: ClauseIndex, { passed, refused }: Sides): ClauseEvidence[] {
  return index.clauses.map(({ id }) => {
    const refusal = enforcedBy.get(id)?.refusal as RefusalName | undefined
    return {
      id,
      tla: placesOf(index, id, 'tla'),
      statechart: placesOf(index, id, 'statechart', 'rule'),
      generated: placesOf(index, id, 'generated'),
      contract: placesOf(index, id, 'contract'),
      tests: placesOf(index, id, 'test'),
      passed: refusal === undefined ? 0 : (passed.get(refusal) ?? 0),
      refused: refusal === undefined ? 0 : (refused.get(refusal) ?? 0),
    }
  })
}

/**
 * `modelled`: cited in TLA+ and on the side of the statechart; `implemented`: cited in generated or hand-written
 * Solidity; `executed`: its check was seen to pass and to refuse on bytecode.
 */
export function countClauses(index: ClauseIndex, evidence: readonly ClauseEvidence[]): Summary['clauses'] {
  const count = (holds: (clause: ClauseEvidence) => boolean): number => evidence.filter(holds).length
  return {
    total: evidence.length,
    must: index.clauses.filter(({ word }) => word.startsWith('MUST')).length,
    modelled: count(({ tla, statechart }) => tla.length > 0 && statechart.length > 0),
    implemented: count(({ generated, contract }) => generated.length + contract.length > 0),
    executed: count(({ passed, refused }) => passed > 0 && refused > 0),
  }
}
