import { assumed } from './assumed.ts'
import { type Derivation, row } from './derivation.ts'
import { rfc } from './inputs.ts'
import { quorum } from './quorum.ts'
import { Rational } from './rational.ts'
import { attacks } from './stalling.ts'

/**
 * Slots whose blocks are lost to one block with a false signature that is challenged `after` so many slots, when every
 * proposer in between built on it: its own, and those of the slots up to the challenge. In the slot of the challenge
 * itself a block can stand again (CHALLENGE-7), unless that slot's proposer has built before it.
 */
export const slotsLost = (after: number, builtBefore: boolean): number =>
  after + (builtBefore || after === 0 ? 1 : 0)

/**
 * Slots of epoch N+1 in which epoch N, the last block of which stands in its last slot, can be proven after a claim in
 * the last slot of the claim window, that slot not counted (CHALLENGE-9).
 */
export const slotsAfterLatestClaim = (
  epochSlots: number,
  claimWindowSlots: number,
  challengeSlots: number,
): number => epochSlots - Math.max(claimWindowSlots, challengeSlots)

export const challengeStall: Derivation = {
  name: 'challenge-stall',
  title: 'What a false signature costs when signatures are posted',
  clauses: ['CHALLENGE-5', 'CHALLENGE-7', 'CHALLENGE-9', 'CHALLENGE-10', 'CHALLENGE-11'],
  quotes: [
    {
      text: 'we would be reliant on someone verifying the signatures in the short period of time between the block arriving to the Pending Chain and being added to the Proven Chain.',
      section: 'Optimisations, Optimistic signature verification',
    },
  ],
  run() {
    const { epochSlots: e, claimWindowSlots: c, committeeSize: k } = rfc
    const { challengeSlots: d, fallbackEnterSlots: enter } = assumed
    const unproven = attacks(e, c).noProof.onceSlots
    const unseen = slotsLost(d, true)
    return {
      rows: [
        row('who makes a block that nobody can prove: verified', { k }, Rational.whole(quorum(k)), 'members'),
        row(
          'who makes a block that nobody can prove: posted',
          { k },
          Rational.whole(1),
          'members',
          'its proposer',
        ),
        row(
          'slots lost: challenged at once',
          { d },
          Rational.whole(slotsLost(0, false)),
          'slots',
          'as by silence',
        ),
        row('slots lost: challenged in the next slot', { d }, Rational.whole(slotsLost(1, false)), 'slots'),
        row(
          'slots lost: challenged as late as can be',
          { d },
          Rational.whole(unseen),
          'slots',
          'nobody looked',
        ),
        row(
          'slots lost: not challenged',
          { E: e },
          Rational.whole(unproven),
          'slots',
          'both epochs are pruned',
        ),
        row(
          'not challenged: blocks until fallback is entered',
          { T_enter: enter, E: e },
          Rational.of(BigInt(enter), BigInt(e)),
          'blocks',
          'one proposer in each epoch, no bond',
        ),
        ...[0, d, c, c + 1].map((slots) =>
          row(
            'slots for a proof after the latest claim',
            { E: e, C: c, d: slots },
            Rational.whole(slotsAfterLatestClaim(e, c, slots)),
            'slots',
          ),
        ),
      ],
      conclusion:
        `With verified signatures it takes ${quorum(k)} of ${k} members to put a block on the chain that nobody can ` +
        `prove; with posted ones its proposer, without a bond. As long as the next proposer looks and challenges, a ` +
        `false signature costs the slot that its proposer had anyway. If nobody looks, ${unseen} slots are lost with ` +
        `d = ${d}, and if nobody challenges within them, both epochs, ${unproven} slots, so that a proposer in each of ` +
        `${enter / e} epochs brings fallback. A finished epoch waits up to ` +
        `d slots for its proof. Up to d = C that takes nothing from the slots after the claim window, which the ` +
        `latest claim has; from d = C + 1 on it does.`,
    }
  },
}
