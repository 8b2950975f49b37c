import { type Derivation, row } from './derivation.ts'
import { rfc } from './inputs.ts'
import { Rational } from './rational.ts'

/**
 * Slots between the slot in which a seed is sampled and the first slot it decides. `sampledOffset`: slot within
 * epoch N, 0-based; `epochsAhead`: 1 when the seed of N decides N+1, 2 when it decides N+2. In slots.
 */
export const lookaheadSlots = (epochSlots: number, sampledOffset: number, epochsAhead: number): number =>
  epochsAhead * epochSlots - sampledOffset

export const lookahead: Derivation = {
  name: 'lookahead',
  title: 'How far ahead proposers and attesters are known',
  clauses: ['EPOCH-2', 'VALIDATOR-5'],
  quotes: [
    {
      text: 'In the beginning of epoch N+1, we use the seed computed in a previous epoch (typically epoch N)',
      section: 'Section 1, Epoch initialization',
    },
    {
      text: 'at least a full epoch (i.e. 32 slots) of proposer and attester lookahead.',
      section: 'Section 1, Proposer Lookahead',
    },
  ],
  run() {
    const e = rfc.epochSlots
    const cases = [1, 2].flatMap((ahead) => [0, e - 1].map((offset) => ({ ahead, offset })))
    return {
      rows: cases.map(({ ahead, offset }) =>
        row(
          'lookahead of slot 0 of the epoch decided',
          { 'sampled in': 'N', offset, decides: `N+${ahead}` },
          Rational.whole(lookaheadSlots(e, offset, ahead)),
          'slots',
        ),
      ),
      conclusion:
        `A seed sampled in epoch N for N+1 gives the full epoch only if it is sampled in slot 0 of N; sampled in the ` +
        `last slot it gives ${lookaheadSlots(e, e - 1, 1)}. "At least a full epoch", whenever somebody samples, needs ` +
        `the seed of N to decide N+2: then it is ${lookaheadSlots(e, e - 1, 2)} slots or more. Either way the ` +
        `validator set must be frozen before the sampling, or whoever joins last chooses the committee.`,
    }
  },
}
