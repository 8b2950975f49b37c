import { assumed } from './assumed.ts'
import { floorDivide } from './counting.ts'
import { about, type Derivation, row } from './derivation.ts'
import { rfc } from './inputs.ts'
import { Rational } from './rational.ts'

/**
 * Entries that have to wait in front of an honest one so that none of `blocks` blocks reaches it when each takes
 * `minimum` and no more: the queue is taken in order, and all that wait are due.
 */
export const entriesInFront = (minimum: number, blocks: number): number => minimum * blocks

/** Gas of the calldata of so many entries of `bytes` bytes; what verifies their proofs comes on top. */
export const entryGas = (entries: number, bytes: number, gasPerByte: number): number =>
  entries * bytes * gasPerByte

/** The largest minimum: so many transactions of `bytes` bytes fit into one block (QUEUE-11). */
export const largestMinimum = (bytes: number): number => floorDivide(assumed.blockBytes, bytes)

export const forcedDelay: Derivation = {
  name: 'forced-delay',
  title: 'What keeps an honest forced transaction waiting for one epoch',
  clauses: ['QUEUE-5', 'QUEUE-7', 'QUEUE-11', 'FALLBACK-1'],
  quotes: [
    {
      text: 'a censoring committee can propose blocks containing only a small number of transactions from the forced queue and nothing else in order to progress the chain (albeit slowly) without triggering based fallback mode.',
      section: 'Section 3, Forced inclusion queue',
    },
    {
      text: 'the solution is to mandate a minimum number of transactions from the forced queue to be included for a block proposal to be deemed valid.',
      section: 'Section 3, Forced inclusion queue',
    },
  ],
  run() {
    const { epochSlots: e, proofBytes: bytes, compressedProofBytes: compressed } = rfc
    const { calldataGas: plain, calldataFloorGas: floor, fallbackEnterSlots: enter } = assumed
    const most = largestMinimum(bytes)
    const prices = [
      { bytes: compressed, gasPerByte: plain },
      { bytes, gasPerByte: plain },
      { bytes: compressed, gasPerByte: floor },
      { bytes, gasPerByte: floor },
    ]
    /** Who censors, by the smallest and the largest m: a block in every slot, one an epoch, one each T_enter. */
    const ways = [1, most].flatMap((m) => [
      { m, blocks: e, slots: e },
      { m, blocks: 1, slots: e },
      { m, blocks: 1, slots: enter },
    ])
    const gas = (m: number, blocks: number): number => entryGas(entriesInFront(m, blocks), bytes, floor)
    const perL1Block = (m: number, blocks: number, slots: number): Rational =>
      Rational.of(BigInt(gas(m, blocks)), BigInt(slots * rfc.l1SlotsPerSlot))
    const dearest = perL1Block(most, e, e)
    return {
      rows: [
        ...prices.map((price) =>
          row(
            'calldata of one entry',
            price,
            Rational.whole(entryGas(1, price.bytes, price.gasPerByte)),
            'gas',
            'its proof at least',
          ),
        ),
        row('largest m', { bytes }, Rational.whole(most), 'entries', 'fits into 6 blobs'),
        ...ways.flatMap(({ m, blocks, slots }) => [
          row(
            'entries in front of an honest one',
            { m, blocks, slots },
            Rational.whole(entriesInFront(m, blocks)),
            'entries',
          ),
          row(
            'their calldata',
            { m, blocks, slots, bytes, gasPerByte: floor },
            Rational.whole(gas(m, blocks)),
            'gas',
          ),
        ]),
        row(
          'their calldata for each L1 block',
          { m: most, blocks: e, slots: e },
          dearest,
          'gas',
          'on average',
        ),
      ],
      conclusion:
        `With m per block, b blocks and g gas an entry, b blocks of delay cost m·b entries and m·b·g gas. Full epochs of ` +
        `minimal blocks cost ${entriesInFront(1, e)} entries (${gas(1, e)} gas) for m = 1 and ${entriesInFront(most, e)} ` +
        `for m = ${most}, the largest that fits, about ${about(dearest)} gas in every L1 block. But the minimum counts ` +
        `blocks, and how many blocks there are is the censor's choice: members who can refuse every quorum can let one ` +
        `block an epoch pass, or one in T_enter = ${enter} slots, which is as often as fallback asks for an advance. ` +
        `Then ${entriesInFront(1, 1)} to ${entriesInFront(most, 1)} entries buy an epoch, or all of T_enter. So m bounds ` +
        `what a censor takes of a block, not how long a user waits: behind p others that is at most ⌈(p + 1)/m⌉ ` +
        `proven blocks, and the longest that one of these may stay out before anybody may build is T_enter, and E − 1 ` +
        `slots more for a bond.`,
    }
  },
}
