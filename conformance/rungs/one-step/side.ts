import type { Draws } from '../../../model/l1-rollup/draws.ts'
import type { RefusalName } from '../../../model/l1-rollup/refusals.ts'
import type { Event, EventType, Sample, State } from '../../../model/l1-rollup/vocabulary.ts'
import type { Parameters } from '../../../spec/parameters.ts'

/** A state, and what the sides ask of it. */
export interface Moment {
  readonly state: State
  /** After everything that is due. */
  readonly eff: State
  readonly p: Parameters
  readonly draws: Draws
  /** How far into the current slot the block of the call is. */
  readonly seconds: number
  readonly epoch: number
  readonly offset: number
  /** Epoch of the oldest stored pending block. */
  readonly oldest: number | undefined
  readonly inForce: Sample
}

/** The passing side has no refusal, the refusing one names those that show it. */
export interface Side {
  readonly events: readonly EventType[]
  readonly refusals?: readonly RefusalName[]
  /** What the step shows, for people. */
  readonly says: string
  holds(moment: Moment, event: Event): boolean
}

export interface ClauseSides {
  readonly passes: Side
  /** Absent where the clause refuses nothing. */
  readonly refuses?: Side
}

const always = (): boolean => true

export const accepted = (
  events: readonly EventType[],
  says: string,
  holds: Side['holds'] = always,
): Side => ({
  events,
  says,
  holds,
})
export const refused = (
  events: readonly EventType[],
  refusals: readonly RefusalName[],
  says: string,
  holds: Side['holds'] = always,
): Side => ({ events, refusals, says, holds })

/** What the rollup holds beyond all credits. */
export function poolWei({ state: { tokens, credits } }: Moment): bigint {
  const owedWei = Object.values(credits).reduce((sum, credit) => sum + BigInt(credit), 0n)
  return BigInt(tokens.rollup ?? '0') - owedWei
}
