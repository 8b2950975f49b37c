import type { StorageLayout } from '../../impl/contracts/artifact.ts'
import { offsetOf } from '../../model/l1-rollup/rules/arithmetic.ts'
import type { Block, State } from '../../model/l1-rollup/vocabulary.ts'
import { readVariable, type StoragePath, type Write, writeVariable } from '../evm/storage.ts'
import { type Hex, type SlotValues, wordHex } from '../evm/word.ts'
import type { Chain } from './blocks.ts'
import { labelHash } from './headers.ts'
import { commitmentTo, givenPosting, type Posted } from './postings.ts'
import { StorageUnexplained } from './storageUnexplained.ts'

type Posting = State['posted'][number]

/**
 * Where signatures are challenged: the part of γ and α for what was posted. The rollup marks in one word which slots back
 * from the tip have a pending block, and keeps what was posted in a ring over two epochs. It clears neither: marks of
 * slots that are not beyond the proven tip, and postings of slots without a pending block, mean nothing.
 */
export class PostingStorage {
  readonly #layout: StorageLayout
  readonly #slotsPerEpoch: number
  /** What was posted by the commitment that stands for it in storage. */
  readonly #known = new Map<Hex, Posting>()

  constructor(layout: StorageLayout, slotsPerEpoch: number) {
    this.#layout = layout
    this.#slotsPerEpoch = slotsPerEpoch
  }

  /** From now on the commitment is read as this. @returns the commitment */
  know(posted: Posted): Hex {
    const commitment = commitmentTo(posted.slot, givenPosting(posted))
    this.#known.set(commitment, posted.posting)
    return commitment
  }

  /** γ of CHALLENGE-2. */
  write(write: Write, state: State, chain: Chain): void {
    const tip = state.pending.at(-1)
    let pendingSlots = 0n
    for (const [place, { slot }] of state.pending.entries()) {
      pendingSlots |= 1n << BigInt(tip!.slot - slot)
      const posting = state.posted[place]
      if (posting) write(this.know({ ...chain.postedIn(slot), posting }), 'postings', this.#placeOf(slot))
    }
    write(pendingSlots, 'pendingSlots')
  }

  /** α. @throws StorageUnexplained */
  read(words: SlotValues, pending: readonly Block[]): Posting[] {
    return pending.map(({ slot }) => {
      const commitment = this.commitmentIn(words, slot)
      const posted = this.#known.get(commitment)
      if (!posted)
        throw new StorageUnexplained(`posting ${commitment} of slot ${slot} is that of nothing known`)
      return posted
    })
  }

  /** The commitment to what was posted in a slot, whether or not it means anything. */
  commitmentIn(words: SlotValues, slot: number): Hex {
    return readVariable(this.#layout, words, ['postings', this.#placeOf(slot)]) as Hex
  }

  /** With every mark and every posting that means nothing. */
  worn(words: SlotValues): SlotValues {
    const { pendingSlots, slotsBeyondProven, unusedPlaces } = this.#meaningOf(words)
    const meaningless = BigInt.asUintN(256, -1n << BigInt(Math.min(slotsBeyondProven, 256)))
    return this.#with(words, pendingSlots | meaningless, unusedPlaces, labelHash('an old posting'))
  }

  /** Without any of them. */
  unworn(words: SlotValues): SlotValues {
    const { pendingSlots, unusedPlaces } = this.#meaningOf(words)
    return this.#with(words, pendingSlots, unusedPlaces, wordHex(0n))
  }

  #with(words: SlotValues, pendingSlots: bigint, places: Iterable<number>, posting: Hex): SlotValues {
    const copy = new Map(words)
    writeVariable(this.#layout, copy, ['pendingSlots'], pendingSlots)
    for (const place of places) writeVariable(this.#layout, copy, ['postings', place], posting)
    return copy
  }

  /** The marks that mean something, and the places of postings that mean nothing. */
  #meaningOf(words: SlotValues) {
    const number = (...path: StoragePath): bigint => readVariable(this.#layout, words, path) as bigint
    const provenNextSlot = number('tips', 'provenNextSlot')
    const pendingNextSlot = number('tips', 'pendingNextSlot')
    const slotsBeyondProven = Math.max(0, Number(pendingNextSlot - provenNextSlot))
    const pendingSlots = BigInt.asUintN(slotsBeyondProven, number('pendingSlots'))
    const unusedPlaces = new Set(Array(2 * this.#slotsPerEpoch).keys())
    for (let before = 0; pendingSlots >> BigInt(before) > 0n; before++)
      if ((pendingSlots >> BigInt(before)) & 1n)
        unusedPlaces.delete(this.#placeOf(Number(pendingNextSlot) - 1 - before))
    return { pendingSlots, slotsBeyondProven, unusedPlaces }
  }

  #placeOf(slot: number): number {
    return offsetOf({ slot, slotsPerEpoch: 2 * this.#slotsPerEpoch })
  }
}
