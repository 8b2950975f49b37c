import { type Derivation, row } from './derivation.ts'
import { rfc } from './inputs.ts'
import { Rational } from './rational.ts'

/**
 * Smallest T (slots) such that fallback, entered T slots after the slot in which the proven chain last advanced,
 * cannot come before a proof that is still in time. The worst case is a proof of epoch N−1 in slot 0 of N and
 * the next one in the last slot of its time. `emptyEpochs`: epochs without blocks right after N−1, which need
 * no proof; `missedProofs`, `missedClaims`: prunes to be survived.
 */
export const smallestFallbackEnter = (
  epochSlots: number,
  { emptyEpochs = 0, missedProofs = 0, missedClaims = 0 } = {},
): number => (2 + emptyEpochs + 2 * missedProofs + missedClaims) * epochSlots

/**
 * The same counted from the slot of the last proven block, which may be as early as slot 0 of N−1 when that
 * epoch holds no other block.
 */
export const smallestFallbackEnterFromBlock = (epochSlots: number): number => 3 * epochSlots

/**
 * The same where a live claim puts the entry off (FALLBACK-3), so that only claims need time before it: what begins to wait
 * in slot 0 of an epoch is included up to `delayEpochs` epochs later, in the last slot, and claimed in the last slot of the
 * window after it. Slots.
 */
export const smallestFallbackEnterForClaims = (
  epochSlots: number,
  claimWindowSlots: number,
  delayEpochs: number,
): number => (delayEpochs + 1) * epochSlots + claimWindowSlots

export const fallbackEnter: Derivation = {
  name: 'fallback-enter',
  title: 'Smallest T_(fallback, enter) that does not cut off a proof in time',
  clauses: ['FALLBACK-1', 'FALLBACK-2', 'FALLBACK-3', 'FALLBACK-17'],
  quotes: [
    {
      text: 'it must be at least twice greater than the Epoch length otherwise based fallback could be triggered before a valid proof could land on L1.',
      section: 'Section 3, Based fallback',
    },
    {
      text: 'L2 slots where the Proven Chain has not advanced, based fallback mode is activated.',
      section: 'Section 3, Based fallback',
    },
  ],
  run() {
    const e = rfc.epochSlots
    const bound = smallestFallbackEnter(e)
    const cases = [{ emptyEpochs: 1 }, { missedClaims: 1 }, { missedProofs: 1 }, { missedProofs: 2 }]
    return {
      rows: [
        row('smallest T, from the last advance', { E: e }, Rational.whole(bound), 'slots', '2E'),
        row(
          'smallest T, from the last proven block',
          { E: e },
          Rational.whole(smallestFallbackEnterFromBlock(e)),
          'slots',
          '3E: one block, in slot 0 of its epoch',
        ),
        ...cases.map((misses) =>
          row(
            'smallest T, from the last advance',
            { E: e, ...misses },
            Rational.whole(smallestFallbackEnter(e, misses)),
            'slots',
          ),
        ),
        // What is forced may be included in the last slot of the epoch after, as if one was empty.
        row(
          'smallest T, from the slot in which something is forced',
          { E: e, forcedDelayEpochs: 1 },
          Rational.whole(smallestFallbackEnter(e, { emptyEpochs: 1 })),
          'slots',
          '(delay + 2)E',
        ),
        ...[0, 1].map((forcedDelayEpochs) =>
          row(
            'smallest T, where a live claim puts the entry off',
            { E: e, C: rfc.claimWindowSlots, forcedDelayEpochs },
            Rational.whole(smallestFallbackEnterForClaims(e, rfc.claimWindowSlots, forcedDelayEpochs)),
            'slots',
            '(delay + 1)E + C',
          ),
        ),
      ],
      conclusion:
        `From an advance in slot 0 of epoch N to a proof in the last slot of N+1 pass ${bound - 1} slots, so fallback ` +
        `may be in force from ${bound} = 2E slots after the advance, not sooner: the RFC's bound is exact, with equality ` +
        `allowed, if the count runs from the slot of the last advance. Counted from the last proven block's slot it would have to be ` +
        `${smallestFallbackEnterFromBlock(e)} = 3E. An epoch without blocks needs no proof, yet the count runs on: ` +
        `each one adds E, so no fixed T is safe for a chain that may be idle, unless idleness resets the count. Every ` +
        `missed claim to be survived adds E, every missed proof 2E; with T = 2E the first of either enters fallback. What is forced has a delay to be included in, which adds as much. ` +
        `Where the entry waits for a live claim, an epoch needs no more than its claim window before it.`,
    }
  },
}
