import { floorDivide } from './counting.ts'
import { type Derivation, row } from './derivation.ts'
import { rfc } from './inputs.ts'
import { Rational } from './rational.ts'

/** Attestations that a block needs: the smallest whole number above two thirds. `size`: members, at least 1. */
export const quorum = (size: number): number => floorDivide(2 * size, 3) + 1

/** Members that any two quorums of one committee have in common, at least: 2q − k. */
export const intersection = (size: number): number => 2 * quorum(size) - size

/** Members whose refusal leaves no quorum: k − q + 1 = ⌈k/3⌉. */
export const blockingMembers = (size: number): number => size - quorum(size) + 1

/** Largest f with 3f < k: the faults that a quorum of more than two thirds is meant to tolerate. */
export const toleratedFaults = (size: number): number => floorDivide(size - 1, 3)

/** Committee size that the RFC's comments name in passing. */
const sizeInComments = 128

export const quorumSize: Derivation = {
  name: 'quorum',
  title: 'Quorum ⌊2k/3⌋ + 1 and the intersection of two quorums',
  clauses: ['PROPOSE-11'],
  quotes: [
    { text: 'If they’re able to get the required quorum', section: 'Section 1, Sequencer publishes a block' },
    {
      text: 'a supermajority of the committee should execute the proposal',
      section: 'comments, on unavailable TxObject data',
    },
  ],
  run() {
    const k = rfc.committeeSize
    const rows = [k, sizeInComments].flatMap((size) => [
      row('quorum ⌊2k/3⌋ + 1', { k: size }, Rational.whole(quorum(size)), 'members'),
      row('common to any two quorums, at least', { k: size }, Rational.whole(intersection(size)), 'members'),
      row('faults tolerated ⌊(k−1)/3⌋', { k: size }, Rational.whole(toleratedFaults(size)), 'members'),
      row('fewest that can refuse a quorum', { k: size }, Rational.whole(blockingMembers(size)), 'members'),
    ])
    return {
      rows: [
        ...rows,
        row(
          'common to any two sets of ⌈2k/3⌉',
          { k },
          Rational.whole(2 * floorDivide(2 * k + 2, 3) - k),
          'members',
          '"at least two thirds", not chosen',
        ),
      ],
      conclusion:
        `The RFC requires a quorum and never gives its size. More than two thirds is ${quorum(k)} of ${k}: two ` +
        `quorums share at least 2q − k = ${intersection(k)} members, so two blocks of one slot with a quorum each ` +
        `need ${intersection(k)} members to sign both, which is more than the ${toleratedFaults(k)} that are ` +
        `tolerated and more than the third (16) of the FAQ. In general q > 2k/3 gives 2q − k > k/3. A committee ` +
        `with exactly a third malicious is safe but not live: ${k - floorDivide(k, 3)} honest members are one short of ` +
        `${quorum(k)}, and ${blockingMembers(k)} = ⌈k/3⌉ refusals are enough.`,
    }
  },
}
