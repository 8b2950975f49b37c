import { assumed } from './assumed.ts'
import { floorDivide } from './counting.ts'
import { about, type Derivation, row } from './derivation.ts'
import { rfc } from './inputs.ts'
import { Rational } from './rational.ts'
import { attacks } from './stalling.ts'

const secondsPerDay = 86_400

/** Slots of the claim window in which L1 cannot change the quoted epoch any more. `depth`: slots that it goes back by, before the current one. */
export const safeWindow = (claimWindowSlots: number, depth: number): number =>
  Math.max(0, claimWindowSlots - depth)

/** Slots after the claim window in which a proof can land that L1 cannot take back when it is too late for another. */
export const safeProvingSlots = (epochSlots: number, claimWindowSlots: number, depth: number): number =>
  Math.max(0, epochSlots - claimWindowSlots - depth)

export const quoteMargin: Derivation = {
  name: 'quote-margin',
  title: 'What a quote is worth when L1 goes back, and what it costs to outbid and not prove',
  clauses: ['QUOTE-6', 'QUOTE-11', 'CLAIM-1', 'PRUNE-2', 'PRUNE-3'],
  quotes: [
    {
      text: 'cannot be re-orged (without an L1 reorg)',
      section: 'Section 2, Proving Workflow',
    },
    {
      text: 'Is there a mechanism in place to forcefully rotate the prover if it consistently puts up the highest bond bid and gets selected?',
      section: 'comments',
    },
  ],
  run() {
    const { epochSlots: e, claimWindowSlots: c, l1SlotsPerSlot, slotSeconds } = rfc
    const final = floorDivide(assumed.l1FinalSlots + l1SlotsPerSlot - 1, l1SlotsPerSlot)
    const depths = [1, 2, final]
    const { noProof } = attacks(e, c)
    const perDay = Rational.of(BigInt(secondsPerDay), BigInt(noProof.repeatedSlots * slotSeconds))
    return {
      rows: [
        row(
          'slots until L1 is final, at least',
          { 'L1 slots': assumed.l1FinalSlots },
          Rational.whole(final),
          'slots',
        ),
        ...depths.map((depth) =>
          row(
            'slots of the claim window that are safe to quote in',
            { C: c, depth },
            Rational.whole(safeWindow(c, depth)),
            'slots',
          ),
        ),
        ...depths.map((depth) =>
          row(
            'slots to prove in after the last claim, safe against L1 going back behind the proof',
            { E: e, C: c, depth },
            Rational.whole(safeProvingSlots(e, c, depth)),
            'slots',
          ),
        ),
        row('slots that a bond stalls', { E: e }, Rational.whole(noProof.repeatedSlots), 'slots'),
        row('bonds that stall a day', { E: e, 'seconds a slot': slotSeconds }, perDay, 'bonds'),
      ],
      conclusion:
        `A quote names an epoch and not its last block: a prover that quotes before L1 has left the epoch behind by d ` +
        `slots may be bound to prove a block that it has not seen. With d = 1 that leaves ${safeWindow(c, 1)} of ${c} ` +
        `slots; L1 is final after ${final} slots at the earliest, when the window is over, so that no prover can wait for that, and ` +
        `whoever keeps d slots before the deadline free as well has ${safeProvingSlots(e, c, 2)} slots to prove in at d = 2. ` +
        `Outbidding everybody and proving nothing takes one bond for ${noProof.repeatedSlots} slots, ${about(perDay)} a ` +
        `day. That a prover failed is known by its key: history costs the attacker a fresh key for each bond, and no more.`,
    }
  },
}
