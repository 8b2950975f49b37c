import { type Derivation, row } from './derivation.ts'
import { rfc } from './inputs.ts'
import { Rational } from './rational.ts'

/**
 * Smallest withdrawal delay D (slots) that keeps a quote's bond in escrow until the last slot that may claim it,
 * for a quote seen `seenOffset` slots after the start of the epoch to prove (so epochSlots is the start of the
 * next one). A withdrawal asked for in the very slot in which the quote is seen can be executed from D slots
 * later on; the last claim is at offset C−1 of the next epoch. So D must exceed epochSlots + C − 1 − seenOffset.
 */
export const smallestDelay = (epochSlots: number, claimWindowSlots: number, seenOffset: number): number =>
  Math.max(0, epochSlots + claimWindowSlots - seenOffset)

export const withdrawalDelay: Derivation = {
  name: 'withdrawal-delay',
  title: 'Smallest withdrawal delay of the escrow that makes a quote reliable',
  clauses: ['ESCROW-7', 'ESCROW-11', 'ESCROW-12'],
  quotes: [
    {
      text: 'The escrow contract implements a withdrawal delay such that a proposer who receives a quote from the prover can be confident that the escrow contract will have the funds required to post the performance bond.',
      section: 'Section 2, Proving coordination',
    },
  ],
  run() {
    const { epochSlots: e, claimWindowSlots: c } = rfc
    const seen: readonly [string, number][] = [
      ['start of epoch N', 0],
      ['last slot of epoch N', e - 1],
      ['start of epoch N+1', e],
      ['last slot of the claim window', e + c - 1],
    ]
    return {
      rows: seen.map(([when, offset]) =>
        row(
          'smallest delay',
          { seen: when, E: e, C: c },
          Rational.whole(smallestDelay(e, c, offset)),
          'slots',
        ),
      ),
      conclusion:
        `A quote for epoch N can be claimed until offset ${c - 1} of N+1. Seen at the start of N it needs a delay of ` +
        `E + C = ${smallestDelay(e, c, 0)} slots, seen at the start of N+1, where quotes are first of use, C = ` +
        `${smallestDelay(e, c, e)}; one slot less and a withdrawal asked for in the slot of the quote can be executed ` +
        `before the claim in the last slot of the window. It covers withdrawals asked for after the quote was seen: ` +
        `what was asked for before, and other claims on the same funds, the proposer must read from the escrow.`,
    }
  },
}
