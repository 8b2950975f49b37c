import type { ClaimantParameters } from '../../spec/claimantParameters.ts'
import { epochOf } from '../l1-rollup/rules/arithmetic.ts'
import type { Wei } from '../shared/units.ts'
import type { ClaimView, Quote, State } from './vocabulary.ts'

/** What follows from the state: spec/actors/claimant.md, Shapes. */

/** `ended`: the epoch before that of a slot, −1 in the first. */
export const endedEpoch = (slot: number, { slotsPerEpoch }: ClaimantParameters): number =>
  epochOf({ slot, slotsPerEpoch }) - 1

/** `covered`: what the escrow of a prover covers. */
export const coveredWei = ({ coverage }: ClaimView, prover: string): Wei =>
  BigInt(coverage.find((entry) => entry.prover === prover)?.amount ?? 0)

/** Of the quotes, those that are for the epoch before that of a slot, valid in it or not. */
export const quotesOfEnded = (
  quotes: readonly Quote[],
  slot: number,
  parameters: ClaimantParameters,
): Quote[] => quotes.filter(({ epoch }) => epoch === endedEpoch(slot, parameters))

/** `usable`: what can be claimed with, as far as the view shows; ascending by prover. */
export const usableQuotes = ({ slot, view, quotes }: State, parameters: ClaimantParameters): Quote[] =>
  quotesOfEnded(quotes, slot, parameters).filter(
    ({ prover, validUntilSlot, bond }) => validUntilSlot >= slot && BigInt(bond) <= coveredWei(view, prover),
  )

/** `best` (QUOTE-6): the first of the usable in the order of the clause; undefined if there is none. */
export function bestQuote(state: State, parameters: ClaimantParameters): Quote | undefined {
  const isOther = ({ prover }: Quote): number => (prover === parameters.self ? 0 : 1)
  const hasFailed = ({ prover }: Quote): number => (state.view.failed.includes(prover) ? 1 : 0)
  // Rounded, the difference of two bonds keeps its sign.
  const compared = (a: Quote, b: Quote): number =>
    isOther(a) - isOther(b) ||
    hasFailed(a) - hasFailed(b) ||
    a.fee - b.fee ||
    Number(BigInt(b.bond) - BigInt(a.bond))
  // Of equal ones the order by prover remains.
  return usableQuotes(state, parameters).sort(compared)[0]
}
