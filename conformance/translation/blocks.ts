import { type Block, type Event, GENESIS, NO_OTHERS, type State } from '../../model/l1-rollup/vocabulary.ts'
import type { Hex } from '../evm/word.ts'
import type { HoldingContracts } from './cast.ts'
import { blockText, type Domain, genesisStateRoot, type Header, labelHash } from './headers.ts'
import { nothingPosted, type Posted } from './postings.ts'
import { EMPTY_QUEUE, queueHashes } from './queue.ts'

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

/** What the hash of a block commits to. */
export interface Preimage {
  readonly block: Block
  readonly parentHash: Hex
  /** The commitment to the forced-inclusion queue up to what the chain has taken with this block. */
  readonly forcedHash: Hex
}

/**
 * Headers and hashes of the blocks of the models, and the way back. A block of a model is known by slot, content and how
 * much it takes from the queue; on L1 its hash commits to its parent and to the queue as well, so a name belongs to one
 * chain: see `Chain`. It commits to the chain id and the rollup, too: every deployment has blocks of its own.
 */
export class Blocks {
  readonly #preimages = new Map<Hex, Preimage>()
  readonly #headers = new Map<string, { header: Header; hash: Hex }>()
  /** Hash of the block before the first. */
  readonly genesisHash: Hex

  constructor(
    readonly clock: Clock,
    readonly bodies: BodyHashes,
    readonly domain: Domain,
    readonly contracts: HoldingContracts,
  ) {
    this.genesisHash = domain.genesisHash(genesisStateRoot)
  }

  /** When a slot starts. */
  startOf(slot: number): bigint {
    return this.clock.genesisTimestamp + BigInt(slot) * this.clock.slotDurationSeconds
  }

  /** The header of a block with these commitments; its hash is known from now on. */
  on({ parentHash, forcedHash, block }: Preimage): { header: Header; hash: Hex } {
    const key = `${parentHash} ${forcedHash} ${blockText(block)}`
    const known = this.#headers.get(key)
    if (known) return known
    const header: Header = {
      parentHash,
      slot: BigInt(block.slot),
      timestamp: this.startOf(block.slot),
      stateRoot: labelHash(`state root ${block.content} ${block.slot}`),
      transactionsHash: labelHash(`transactions ${block.content}`),
      forcedCount: BigInt(block.forced),
      forcedHash,
      hasOthers: block.content !== NO_OTHERS,
      blobHashes: this.bodies.of(block.content),
    }
    const made = { header, hash: this.domain.blockHash(header) }
    this.#headers.set(key, made)
    this.#preimages.set(made.hash, { block, parentHash, forcedHash })
    return made
  }

  /** The header that a hash is of. @throws UnknownBlock */
  headerOf(hash: Hex): Header {
    return this.on(this.preimage(hash)).header
  }

  /** What a hash commits to. @throws UnknownBlock */
  preimage(hash: Hex): Preimage {
    const found = this.#preimages.get(hash)
    if (!found) throw new UnknownBlock(`no header is known for block hash ${hash}`)
    return found
  }
}

/** A block as a chain of one run has it. */
interface Named {
  readonly hash: Hex
  /** Entries of the queue that the chain has taken with it. */
  readonly taken: number
}

const genesisOf = ({ genesisHash }: Blocks): Named => ({ hash: genesisHash, taken: 0 })

/**
 * Hashes of the blocks of one run, and the commitments to its queue. A state of the models does not tell what the proven
 * tip was built on, so a state that is injected gets a chain of its own; a run on real blocks keeps one chain throughout.
 * In such a run a fallback block may take the slot of a block that was dropped, and any block that of one that was
 * challenged, and be the same but for its parent: a name is that of the block which got it last, because nobody can name
 * the other one any more.
 */
export class Chain {
  readonly #named: Map<string, Named>
  /** The commitments to the queue up to each of its entries. */
  readonly #queue: readonly Hex[]
  /** What was posted last in each slot, whether or not the block is still there. */
  readonly #posted: Map<number, Posted>

  private constructor(
    readonly blocks: Blocks,
    named: Iterable<readonly [string, Named]>,
    queue: readonly Hex[],
    posted: Iterable<readonly [number, Posted]> = [],
  ) {
    this.#named = new Map(named)
    this.#queue = queue
    this.#posted = new Map(posted)
  }

  /** Nothing but genesis, and an empty queue. */
  static empty(blocks: Blocks): Chain {
    return new Chain(blocks, [[blockText(GENESIS), genesisOf(blocks)]], queueHashes([]))
  }

  /** The blocks of a state as they were found. @param hashes that of the proven tip, then those of the pending blocks */
  static found({ proven, pending, posted, taken }: State, hashes: readonly Hex[], blocks: Blocks): Chain {
    const chain = new Chain(blocks, [[blockText(proven), { hash: hashes[0]!, taken }]], queueHashes([]))
    let parent = proven
    for (const [place, block] of pending.entries()) {
      const takenWith = chain.#takenWith(parent) + block.forced
      chain.#named.set(blockText(block), { hash: hashes[place + 1]!, taken: takenWith })
      chain.#post(parent, block, posted[place])
      parent = block
    }
    return chain
  }

  /** A chain whose proven tip stands on genesis. */
  static of({ proven, pending, posted, queue, taken }: State, blocks: Blocks): Chain {
    const isGenesis = proven.slot === GENESIS.slot
    const first = { ...genesisOf(blocks), taken: isGenesis ? taken : 0 }
    const chain = new Chain(blocks, [[blockText(GENESIS), first]], queueHashes(queue))
    let parent = GENESIS
    if (proven.slot !== GENESIS.slot) {
      chain.#add(blocks.genesisHash, proven, taken)
      parent = proven
    }
    for (const [place, block] of pending.entries()) {
      chain.#append(parent, block)
      chain.#post(parent, block, posted[place])
      parent = block
    }
    return chain
  }

  /**
   * The chain after an event that was accepted.
   * @param next the state that it led to
   */
  after(event: Event, next: State): Chain {
    const block = appended(event, next)
    if (block) {
      const chain = new Chain(this.blocks, this.#named, this.#queue, this.#posted)
      chain.#append(block.parent, block.block)
      if (event.type === 'propose') chain.#post(block.parent, block.block, event)
      return chain
    }
    if (event.type !== 'forceInclusion') return this
    return new Chain(this.blocks, this.#named, queueHashes(next.queue), this.#posted)
  }

  /** Hash of a block of this run; a block that was never there gets a hash on a parent that was never there. */
  hashOf(block: Block): Hex {
    const named = this.#named.get(blockText(block))
    if (named) return named.hash
    return this.blocks.on({ parentHash: labelHash('no parent'), forcedHash: EMPTY_QUEUE, block }).hash
  }

  /** What was posted with the last block of this run in a slot, made up if there never was one. */
  postedIn(slot: number): Posted {
    return this.#posted.get(slot) ?? nothingPosted(slot)
  }

  /**
   * The commitment to the queue up to the last of so many entries that a block on this parent takes; that to none where
   * the queue has not so many.
   */
  forcedHash(parent: Block, forced: number): Hex {
    if (this.#queue.length === 1) return EMPTY_QUEUE
    return this.#queue[this.#takenWith(parent) + forced] ?? EMPTY_QUEUE
  }

  #takenWith(block: Block): number {
    return this.#named.get(blockText(block))?.taken ?? 0
  }

  #append(parent: Block, block: Block): void {
    this.#add(this.hashOf(parent), block, this.#takenWith(parent) + block.forced)
  }

  #post(parent: Block, block: Block, posting: State['posted'][number] | undefined): void {
    if (!posting) return
    const { committee, attestations } = posting
    this.#posted.set(block.slot, {
      slot: block.slot,
      blockHash: this.hashOf(block),
      parentHash: this.hashOf(parent),
      parentNextSlot: parent.slot + 1,
      parentTaken: this.#takenWith(parent),
      posting: { committee, attestations },
    })
  }

  #add(parentHash: Hex, block: Block, taken: number): void {
    const forcedHash = this.#queue[taken] ?? EMPTY_QUEUE
    const { hash } = this.blocks.on({ parentHash, forcedHash, block })
    this.#named.set(blockText(block), { hash, taken })
  }
}

/** The block that an accepted event has added to a chain. Who benefits from it is what the state says. */
function appended(event: Event, { pending }: State): { block: Block; parent: Block } | undefined {
  if (event.type !== 'propose' && event.type !== 'proposeWithProof') return undefined
  const { slot, content, forced, parent } = event
  const beneficiary = event.type === 'propose' ? (pending.at(-1)?.beneficiary ?? 'none') : 'none'
  return { block: { slot, content, beneficiary, forced }, parent }
}
