import { machineOf } from '../../model/core/deployed.ts'
import { checksOf, type Reading, readMachine } from '../../model/core/reading.ts'
import { l1Rollup } from '../../model/l1-rollup/actor.ts'
import { type RefusalName, refusals } from '../../model/l1-rollup/refusals.ts'
import type { L1RollupTypes } from '../../model/l1-rollup/types.ts'
import type { State } from '../../model/l1-rollup/vocabulary.ts'
import { loadClauses } from '../../spec/clause.ts'
import type { Profile } from '../../spec/parameters.ts'
import { clausesOf } from '../clauses/clauseIndex.ts'
import { SideCounter } from '../rungs/one-step/sides.ts'
import type { VectorStep } from './format.ts'

/** Vectors say nothing of logs and views. */
const notShown = /^(LOG|VIEW)-/
const orderOfClauses = new Map(loadClauses().map(({ id }, index) => [id, index]))

/**
 * What steps of a profile rest on: the clauses of the checks that refuse an event, those of the checks that an accepted
 * event has passed, and the clauses without a check of their own whose sides a step shows (`sides.ts` of rung 3), which
 * are those of the variables that it changes.
 */
export class ClausesOfSteps {
  readonly #reading: Reading<L1RollupTypes>

  constructor(readonly profile: Profile) {
    this.#reading = readMachine(l1Rollup, machineOf(l1Rollup, profile))
  }

  /** Ids in the order of the clauses. */
  of(pre: State, steps: readonly VectorStep[]): string[] {
    const sides = new SideCounter(this.profile.parameters)
    const refused = new Set<string>()
    const accepted = new Set<VectorStep['event']['type']>()
    let state = pre
    for (const step of steps) {
      // Vectors do not say which second of its slot a call is made in: the first.
      const moment = sides.momentOf(state, 0)
      if ('refused' in step) {
        for (const name of step.refused) refused.add(name)
        // A side shows where its check refuses first.
        sides.count(moment, step.event, step.refused[0] as RefusalName)
      } else {
        accepted.add(step.event.type)
        sides.count(moment, step.event)
        state = { ...state, ...(step.post as Partial<State>) }
      }
    }
    const passed = [...accepted].flatMap((type) => checksOf(this.#reading, type))
    return inOrder([
      ...clausesOf([...refused]),
      ...passed.map((check) => refusals[check].clause),
      ...[...sides.passed.keys(), ...sides.refused.keys()].filter((id) => !notShown.test(id)),
    ])
  }
}

/** Each id once, in the order of the clauses. */
export const inOrder = (ids: Iterable<string>): string[] =>
  [...new Set(ids)].sort((a, b) => orderOfClauses.get(a)! - orderOfClauses.get(b)!)
