import type { Parameters, Profile } from '../../spec/parameters.ts'
import type { Habits } from '../core/actor.ts'
import { inSession } from '../fallback-controller/timing.ts'
import { floorDiv } from '../shared/arithmetic.ts'
import type { SlotOffset } from '../shared/units.ts'
import { epochNow, hasFallback, offsetNow, tipOf } from './chain.ts'
import { effective } from './due.ts'
import { lastChallengeSlot, signaturesAreChallenged } from './rules/arithmetic.ts'
import type { L1RollupTypes } from './types.ts'
import type { EventType, State } from './vocabulary.ts'

/** How often an event is drawn against the others that are enabled: in a slot where a rule changes, and elsewhere. */
interface Weight {
  readonly atBoundary: number
  readonly elsewhere: number
}

const DEFAULT_WEIGHT: Weight = { atBoundary: 2, elsewhere: 1 }
/** Between the boundaries time passes quickly. */
const weights: Partial<Record<EventType, Weight>> = {
  advanceSlot: { atBoundary: 6, elsewhere: 24 },
  propose: { atBoundary: 12, elsewhere: 4 },
  challenge: { atBoundary: 12, elsewhere: 4 },
  claimEpochProofRight: { atBoundary: 12, elsewhere: 1 },
  submitEpochProof: { atBoundary: 12, elsewhere: 1 },
  proposeWithProof: { atBoundary: 12, elsewhere: 4 },
}

/** What waits in an epoch, and for which offsets: else every epoch would be claimed and proven at once. */
const patient: Partial<Record<EventType, (p: Parameters) => SlotOffset[]>> = {
  claimEpochProofRight: (p) => [0, p.claimWindowSlots - 1, p.claimWindowSlots - 1, p.slotsPerEpoch],
  submitEpochProof: (p) => [0, p.claimWindowSlots - 1, p.slotsPerEpoch - 1, p.slotsPerEpoch],
  prune: (p) => [0, p.claimWindowSlots, p.slotsPerEpoch],
  forceInclusion: (p) => [0, p.slotsPerEpoch - 1, p.slotsPerEpoch, p.slotsPerEpoch],
}

/**
 * The rollup acts in the slots around which the rules change: the first of an epoch, the last of the claim window and the
 * one after it, the last of an epoch, the last in which the tip can be challenged and the one after it, and around entries
 * and exits of fallback. In each epoch a patient event waits for one of its offsets, the last being never.
 */
export const habits: Habits<L1RollupTypes> = {
  weight(type, state, profile) {
    const { atBoundary, elsewhere } = weights[type] ?? DEFAULT_WEIGHT
    return isBoundary(state, profile) ? atBoundary : elsewhere
  },
  waits(type, state, { parameters }, draw) {
    const offsets = patient[type]?.(parameters)
    if (!offsets) return false
    if (type === 'submitEpochProof' && isStandstill(state, parameters, draw)) return true
    const word = draw(epochNow(state, parameters))
    return offsetNow(state, parameters) < offsets[Number(word % BigInt(offsets.length))]!
  },
}

/** In every third stretch nobody proves for so long that fallback comes. */
function isStandstill({ slot }: State, p: Parameters, draw: (counter: number) => bigint): boolean {
  if (!hasFallback(p)) return false
  const stretch = floorDiv(Math.max(0, slot), 2 * p.fallbackEnterSlots)
  return draw(FIRST_STRETCH + stretch) % 3n === 0n
}

/** Counters beyond those of epochs. */
const FIRST_STRETCH = 2 ** 32

/** Whether some rule answers differently in this slot than in the one before it or after it. */
function isBoundary(state: State, { parameters }: Profile): boolean {
  const { slot } = state
  const inFallback = [Math.max(0, slot - 1), slot, slot + 1].map((at) =>
    inSession(effective({ ...state, slot: at }, parameters).fallback),
  )
  if (inFallback.includes(true) && inFallback.includes(false)) return true
  const { slotsPerEpoch, claimWindowSlots, challengeSlots } = parameters
  const lastOfTip = lastChallengeSlot({ blockSlot: tipOf(state).slot, challengeSlots })
  if (signaturesAreChallenged({ challengeSlots }) && [lastOfTip, lastOfTip + 1].includes(slot)) return true
  const offset = offsetNow(state, parameters)
  return [0, claimWindowSlots - 1, claimWindowSlots, slotsPerEpoch - 1].includes(offset)
}
