import { type Block, GENESIS, type State } from '../../model/l1-rollup/vocabulary.ts'
import type { Hex } from '../evm/word.ts'
import { blockText, type Domain, genesisStateRoot, type Header, labelHash } from './headers.ts'

/** When slots start on L1: seconds since 1970, and seconds. */
export interface Clock {
  readonly genesisTimestamp: bigint
  readonly slotDurationSeconds: bigint
}

/** The versioned hashes that carry a content, in order, and one that carries something else. */
export interface BodyHashes {
  of(content: string): readonly Hex[]
  readonly another: Hex
}

/** A hash on L1 that no header in the tables has. */
export class UnknownBlock extends Error {
  override name = 'UnknownBlock'
}

/**
 * Headers and hashes of the blocks of the models, and the way back. A block of a model is known by slot and content;
 * on L1 its hash commits to its parent as well, so a name belongs to one chain: see `Chain`. It commits to the chain id
 * and the rollup, too: every deployment has blocks of its own.
 */
export class Blocks {
  readonly #preimages = new Map<Hex, { readonly block: Block; readonly parentHash: Hex }>()
  readonly #headers = new Map<string, { header: Header; hash: Hex }>()
  /** Hash of the block before the first. */
  readonly genesisHash: Hex

  constructor(
    readonly clock: Clock,
    readonly bodies: BodyHashes,
    readonly domain: Domain,
  ) {
    this.genesisHash = domain.genesisHash(genesisStateRoot)
  }

  /** When a slot starts. */
  startOf(slot: number): bigint {
    return this.clock.genesisTimestamp + BigInt(slot) * this.clock.slotDurationSeconds
  }

  /** The header of a block on a parent; its hash is known from now on. */
  on(parentHash: Hex, block: Block): { header: Header; hash: Hex } {
    const key = `${parentHash} ${blockText(block)}`
    const known = this.#headers.get(key)
    if (known) return known
    const header: Header = {
      parentHash,
      slot: BigInt(block.slot),
      timestamp: this.startOf(block.slot),
      stateRoot: labelHash(`state root ${block.content} ${block.slot}`),
      transactionsHash: labelHash(`transactions ${block.content}`),
      blobHashes: this.bodies.of(block.content),
    }
    const made = { header, hash: this.domain.blockHash(header) }
    this.#headers.set(key, made)
    this.#preimages.set(made.hash, { block, parentHash })
    return made
  }

  /** The block and the parent that a hash commits to. @throws UnknownBlock */
  preimage(hash: Hex): { readonly block: Block; readonly parentHash: Hex } {
    const found = this.#preimages.get(hash)
    if (!found) throw new UnknownBlock(`no header is known for block hash ${hash}`)
    return found
  }
}

/**
 * Hashes of the blocks of one run. A state of the models does not tell what the proven tip was built on, so a state that
 * is injected gets a chain of its own; a run on real blocks keeps one chain throughout.
 */
export class Chain {
  readonly #hashes: Map<string, Hex>

  /** @param before a chain to go on from */
  constructor(
    readonly blocks: Blocks,
    before?: Chain,
  ) {
    this.#hashes = new Map(before ? before.#hashes : [[blockText(GENESIS), blocks.genesisHash]])
  }

  /** A chain whose proven tip stands on genesis. */
  static of(state: State, blocks: Blocks): Chain {
    const chain = new Chain(blocks)
    let parent = blocks.genesisHash
    if (state.proven.slot !== GENESIS.slot) parent = chain.add(parent, state.proven)
    for (const block of state.pending) parent = chain.add(parent, block)
    return chain
  }

  /** Names a block of this run. @returns its hash */
  add(parentHash: Hex, block: Block): Hex {
    const { hash } = this.blocks.on(parentHash, block)
    this.#hashes.set(blockText(block), hash)
    return hash
  }

  /** Hash of a block of this run; a block that was never there gets a hash on a parent that was never there. */
  hashOf(block: Block): Hex {
    return this.#hashes.get(blockText(block)) ?? this.blocks.on(labelHash('no parent'), block).hash
  }
}
