import type { ProverParameters } from '../../spec/proverParameters.ts'
import { blockText, missingOf } from '../node/lists.ts'
import { floorDiv, floorMod } from '../shared/arithmetic.ts'
import { NOBODY, type State, type Target } from './vocabulary.ts'

/** What follows from a state: spec/actors/prover.md, Shapes. */
type Derive<Value> = (state: State, parameters: ProverParameters) => Value

/** `epoch` (TIME-2): the current one. */
export const epochNow: Derive<number> = ({ slot }, { slotsPerEpoch }) => floorDiv(slot, slotsPerEpoch)

/** `offset` (TIME-2), in slots. */
export const offsetNow: Derive<number> = ({ slot }, { slotsPerEpoch }) => floorMod(slot, slotsPerEpoch)

/** `ended`: the epoch before the current one, −1 in the first. */
export const endedEpoch: Derive<number> = (state, parameters) => epochNow(state, parameters) - 1

/** `target`: the oldest epoch that is not proven, as the view has it. */
export const targetOf = ({ view: { epoch, tip } }: State): State['proof'] => ({ epoch, tip })

export const sameTarget = (one: Target, other: Target): boolean =>
  one.epoch === other.epoch && blockText(one.tip) === blockText(other.tip)

/** `missing` (PROVE-1): what the epoch lists and the node does not hold. */
export const missingFrom = ({ view, held }: State): string[] => missingOf(view.transactions, held)

/** `promised` (PROVE-8): the bond of the own quote while it can still be claimed with, else 0. In wei. */
export const promisedBond: Derive<number> = (state, parameters) => {
  const { slot, quoted, view } = state
  const canBeClaimed =
    quoted.epoch === endedEpoch(state, parameters) && quoted.validUntilSlot >= slot && view.claim === NOBODY
  return canBeClaimed ? quoted.bond : 0
}
