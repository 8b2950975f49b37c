import { epochOf } from '../../model/l1-rollup/rules/arithmetic.ts'
import { keccakWords, randaoValue, seedOf, shuffledIndex, shuffleRoundsFor } from '../../model/shared/hash.ts'
import type { Parameters } from '../../spec/parameters.ts'
import type { Chain, Head } from '../evm/blocks.ts'
import { DriverError } from './driver.ts'

/** What a sample draws: from how many validators, and until which slot somebody may ask who proposes. */
export interface Drawing {
  readonly epoch: number
  readonly setSize: number
  readonly lastSlot: number
}

/** Blocks that are tried first; twice as many each time after that. */
const FIRST_CHUNK = 8
const MOST_BLOCKS = 8_192

/**
 * What names of prevrandao values stand for on real blocks. No engine that mines blob transactions lets the value be
 * set, so a name of the models stands for some mined value under which everything is drawn that is drawn under the name:
 * the same committee and the same proposers. Empty blocks are mined before the call until the next block has such a value.
 * The constructor's value is the name's own.
 */
export class MinedRandaos {
  readonly #values = new Map<string, bigint>()

  constructor(readonly parameters: Parameters) {}

  reset(): void {
    this.#values.clear()
  }

  /** For `StorageMap`. */
  randaoOf = (randao: string, epoch: number): bigint =>
    this.#values.get(`${epoch} ${randao}`) ?? randaoValue(randao)

  /**
   * Mines empty blocks until the next one has a value for the name, which stands for it from now on.
   * @param timestamp of the empty blocks
   * @returns the value that the next block will have
   * @throws DriverError when thousands of blocks have none
   */
  async settle(
    chain: Chain,
    randao: string,
    drawing: Drawing,
    timestamp: bigint,
  ): Promise<Head['prevrandao']> {
    const wanted = this.#draws(randaoValue(randao), drawing)
    const start = await chain.snapshot()
    let chunk = FIRST_CHUNK
    for (let before = 0; before < MOST_BLOCKS; ) {
      const values = await chain.fill(chunk, timestamp)
      const found = values.findIndex((value) => this.#draws(value, drawing) === wanted)
      if (found < 0) {
        before += chunk
        chunk *= 2
        continue
      }
      await chain.revert(start)
      // Not the block itself: the transaction is still to come into it.
      await chain.fill(before + found, timestamp)
      this.#values.set(`${drawing.epoch} ${randao}`, values[found]!)
      return values[found]!
    }
    throw new DriverError(
      `none of ${MOST_BLOCKS} blocks draws for epoch ${drawing.epoch} what ${randao} draws up to slot ${drawing.lastSlot}`,
    )
  }

  /** Everything that the models ask of a value, as a text. */
  #draws(value: bigint, { epoch, setSize, lastSlot }: Drawing): string {
    const { targetCommitteeSize, slotsPerEpoch } = this.parameters
    const rounds = shuffleRoundsFor(setSize, this.parameters)
    const seed = seedOf(epoch, value)
    const seats = Math.min(setSize, targetCommitteeSize)
    const committee =
      setSize <= targetCommitteeSize
        ? []
        : Array.from({ length: seats }, (_, seat) => shuffledIndex(seat, setSize, seed, rounds))
    const proposers: bigint[] = []
    for (let slot = epoch * slotsPerEpoch; seats > 0 && slot <= lastSlot; slot++) {
      const slotEpoch = BigInt(epochOf({ slot, slotsPerEpoch }))
      proposers.push(keccakWords(slotEpoch, BigInt(slot), seed) % BigInt(seats))
    }
    return `${committee} ${proposers}`
  }
}
