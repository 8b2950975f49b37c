import { about, type Derivation, row } from './derivation.ts'
import { rfc } from './inputs.ts'
import { Rational } from './rational.ts'

const secondsPerMinute = 60

/** Minutes that `slots` slots take. */
export const minutes = (slots: number): Rational =>
  Rational.of(BigInt(slots * rfc.slotSeconds), BigInt(secondsPerMinute))

/**
 * Slots from the start of slot 0 of epoch N to the end of the last slot in which the transaction can still become
 * final, if it is put back into a block in the first slot after each prune. A missed proof prunes when epoch N+2
 * begins and costs two epochs; a missed claim prunes at offset C of N+1, whose remaining slots take the
 * transaction again, and costs one. The order of the misses makes no difference.
 */
export const worstSlots = (missedProofs: number, missedClaims: number): number =>
  (2 + 2 * missedProofs + missedClaims) * rfc.epochSlots

export const timeToFinality: Derivation = {
  name: 'time-to-finality',
  title: 'Longest time to finality, without and with prunes, and the time that is left to prove',
  clauses: ['TIME-1', 'TIME-2', 'PRUNE-1', 'PRUNE-2'],
  quotes: [
    {
      text: 'The longest time to finality in the happy path is a transaction landing in block 1 of epoch N and then a proof for epoch N landing in the last block (i.e. slot 32) of epoch N+1. This is approximately 38 mins which is quite long.',
      section: 'FAQ, Does the proving mechanism encourage faster proving?',
    },
    {
      text: 'the proving time window remains constant and very tight (~11-18 minutes, depending on which sequencer accepts a bid).',
      section: 'comments, from Gevulot',
    },
  ],
  run() {
    const span = worstSlots(0, 0)
    const lastClaim = rfc.claimWindowSlots - 1
    return {
      rows: [
        row('soft finality: one slot', { slots: 1 }, Rational.whole(rfc.slotSeconds), 'seconds'),
        row('start of slot 0 of N to end of the last slot of N+1', { slots: span }, minutes(span), 'minutes'),
        row(
          'start of slot 0 of N to start of the last slot of N+1',
          { slots: span - 1 },
          minutes(span - 1),
          'minutes',
          'also "approximately 38"',
        ),
        row(
          'end of the last slot of N to start of slot 0 of N+1',
          { slots: 0 },
          minutes(0),
          'minutes',
          'shortest: block and proof in adjoining slots',
        ),
        ...[
          [0, 1],
          [1, 0],
          [1, 1],
          [2, 0],
        ].map(([proofs, claims]) =>
          row(
            'start of slot 0 of N to finality, with prunes',
            { 'missed proofs': proofs!, 'missed claims': claims!, slots: worstSlots(proofs!, claims!) },
            minutes(worstSlots(proofs!, claims!)),
            'minutes',
          ),
        ),
        ...[0, lastClaim].flatMap((offset) => [
          row(
            'left to prove, from the end of the claim’s slot',
            { offset, slots: rfc.epochSlots - offset - 1 },
            minutes(rfc.epochSlots - offset - 1),
            'minutes',
          ),
          row(
            'left to prove, from the start of the claim’s slot',
            { offset, slots: rfc.epochSlots - offset },
            minutes(rfc.epochSlots - offset),
            'minutes',
          ),
        ]),
      ],
      conclusion:
        `${span} slots of ${rfc.slotSeconds} s are ${about(minutes(span))} minutes: the RFC's "approximately 38". The ` +
        `bound holds only without a prune; every missed proof adds two epochs (${about(minutes(2 * rfc.epochSlots))} ` +
        `minutes), every missed claim one (${about(minutes(rfc.epochSlots))}), and a transaction is only back in a ` +
        `block if somebody includes it again. A prover whose quote is claimed at offset 0 has ` +
        `${about(minutes(rfc.epochSlots - 1))} to ${about(minutes(rfc.epochSlots))} minutes, at offset ${lastClaim} ` +
        `${about(minutes(rfc.epochSlots - lastClaim - 1))} to ${about(minutes(rfc.epochSlots - lastClaim))}: the ` +
        `"~11-18 minutes" of the comments. "Slot 32" counts from 1.`,
    }
  },
}
