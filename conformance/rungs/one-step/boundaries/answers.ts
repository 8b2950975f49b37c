import { canonicalText } from '../../../../model/core/codec.ts'
import { stateText } from '../../../../model/l1-rollup/texts.ts'
import type { Profile } from '../../../../spec/parameters.ts'
import type { RungFailure } from '../../../evidence.ts'
import { type CaseState, createAnswers } from '../cases.ts'
import { allBoundaries } from './all.ts'
import type { BoundaryCase } from './cases.ts'

/** A block of a call lies in the first, the last or some other second of its slot, in turn. */
const MOMENTS = 3

/** The profiles that Boundary lines are executed in, each once. */
export function boundaryProfiles(): Profile[] {
  const byName = new Map(allBoundaries().cases.map(({ before: { profile } }) => [profile.name, profile]))
  return [...byName.values()]
}

/** The calls of one profile with the statechart's answers, each at every moment of its slot. */
export function casesOfBoundaries({ name }: Profile): CaseState[] {
  return casesIn(name).flatMap(({ before: { rollup, state }, event }) => {
    const one: CaseState = { state, text: stateText(state), cases: [createAnswers(rollup)(state, event)] }
    return Array.from({ length: MOMENTS }, () => one)
  })
}

/** Where the statechart answers otherwise than the clauses say. */
export const contradictions = ({ name }: Profile): RungFailure[] =>
  casesIn(name).flatMap((one) => contradiction(one) ?? [])

const casesIn = (name: string): BoundaryCase[] =>
  allBoundaries().cases.filter(({ before }) => before.profile.name === name)

/** `undefined` where the statechart says what the clause says. */
export function contradiction(one: BoundaryCase): RungFailure | undefined {
  const { clause, says, before, event, refusal, shows } = one
  const answer = before.rollup.step(before.state, event)
  const found = 'refusals' in answer ? answer.refusals[0]!.refusal : undefined
  const failure = (expected: string, instead: string): RungFailure => ({
    profile: before.profile.name,
    clauses: [clause],
    text: `${clause}, ${says}: the clause says ${expected}, the statechart ${instead}; ${event.type} in slot ${before.state.slot}`,
  })
  if (found !== refusal) return failure(refusal ?? 'accepted', found ?? 'accepted')
  if ('refusals' in answer || !shows) return undefined
  const [expected, shown] = [shows.expected, shows.found(answer.state, answer.effects)].map(canonicalText)
  return expected === shown ? undefined : failure(expected!, shown!)
}
