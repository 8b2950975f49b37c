import type { ProverParameters } from '../../spec/proverParameters.ts'
import { epochOf, offsetOf } from '../l1-rollup/rules/arithmetic.ts'
import { blockText, missingOf } from '../node/lists.ts'
import { NOBODY } from '../node/vocabulary.ts'
import type { Wei } from '../shared/units.ts'
import { NO_QUOTE, NO_TARGET, type Quote, type State, type Target } from './vocabulary.ts'

/** What follows from a state: spec/actors/prover.md, Shapes. */
type Derive<Value> = (state: State, parameters: ProverParameters) => Value

/** `epoch` (TIME-2): the current one. */
export const epochNow: Derive<number> = ({ slot }, { slotsPerEpoch }) => epochOf({ slot, slotsPerEpoch })

/** `offset` (TIME-2), in slots. */
export const offsetNow: Derive<number> = ({ slot }, { slotsPerEpoch }) => offsetOf({ slot, slotsPerEpoch })

/** `ended`: the epoch before the current one, −1 in the first. */
export const endedEpoch: Derive<number> = (state, parameters) => epochNow(state, parameters) - 1

/** `target`: the oldest epoch that is not proven, as the view has it. */
export const targetOf = ({ view: { epoch, tip } }: State): State['proof'] => ({ epoch, tip })

export const sameTarget = (one: Target, other: Target): boolean =>
  one.epoch === other.epoch && blockText(one.tip) === blockText(other.tip)

/** Whether there is one: of the epoch before all others is none. */
export const isTarget = (target: Target): boolean => !sameTarget(target, NO_TARGET)

/** Whether it is one that somebody signed. */
export const isQuote = ({ prover }: Quote): boolean => prover !== NO_QUOTE.prover

/** `missing` (PROVE-1): what the epoch lists and the node does not hold. */
export const missingFrom = ({ view, held }: State): string[] => missingOf(view.transactions, held)

/** `promised` (PROVE-8): the bond of the own quote while it can still be claimed with, else 0. */
export const promisedBond: Derive<Wei> = (state, parameters) => {
  const { slot, quoted, view } = state
  const canBeClaimed =
    quoted.epoch === endedEpoch(state, parameters) && quoted.validUntilSlot >= slot && view.claim === NOBODY
  return canBeClaimed ? BigInt(quoted.bond) : 0n
}
