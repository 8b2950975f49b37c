import { type Abi, encodeFunctionData, prepareEncodeFunctionData } from 'viem'
import type { Event, EventOf } from '../../model/l1-rollup/vocabulary.ts'
import { randaoValue } from '../../model/shared/hash.ts'
import type { Address, Hex } from '../evm/word.ts'
import type { Blocks, Chain } from './blocks.ts'
import { addressOf, holderAddressOf, packedMembers } from './cast.ts'
import { Domain, type Header, hashWords } from './headers.ts'
import { attestedBy, givenPosting, signatureBy } from './postings.ts'
import { anotherQueue, forcedData, hashOfData } from './queue.ts'

/** Where the contracts of a deployment are, and what they understand. */
export interface Contracts {
  readonly chainId: bigint
  /** QUEUE-1. */
  readonly forcedMaximumBytes: number
  readonly rollup: { readonly address: Address; readonly abi: Abi }
  readonly escrow: { readonly address: Address; readonly abi: Abi }
}

/** One L1 transaction; `bodies` are the versioned hashes of its blobs. */
export interface Call {
  readonly from: Address
  readonly to: Address
  readonly data: Hex
  readonly bodies: readonly Hex[]
  /** The randomness that the block must have, if it matters. */
  readonly prevrandao: bigint | undefined
}

/** Turns events of the models into transactions with real signatures. */
export class Caller {
  readonly #domain: Domain
  readonly #functions = new Map<string, { abi: Abi; functionName: Hex }>()

  constructor(readonly contracts: Contracts) {
    this.#domain = new Domain(contracts.chainId, contracts.rollup.address)
  }

  /**
   * @param chain names the blocks of the run
   * @returns `undefined` for the passing of time, which is no transaction
   */
  call(event: Event, chain: Chain): Call | undefined {
    switch (event.type) {
      case 'advanceSlot':
        return undefined
      case 'propose':
        return this.#propose(event, chain)
      case 'challenge': {
        const { slot, seat, preimage } = event
        const posting = givenPosting(chain.postedIn(slot), preimage)
        return this.#rollup(event.caller, event.type, [BigInt(slot), posting, BigInt(seat)])
      }
      case 'claimEpochProofRight':
        return this.#rollup(event.caller, event.type, [this.#quote(event), packedMembers(event.committee)])
      case 'submitEpochProof': {
        const [from, to] = [chain.hashOf(event.from), chain.hashOf(event.to)]
        return this.#rollup(event.caller, event.type, [from, to, proofOf(from, to, event)])
      }
      case 'proposeWithProof': {
        const { header, hash } = proposed(event, chain)
        const args = [header, proofOf(header.parentHash, hash, event)]
        return { ...this.#rollup(event.caller, event.type, args), bodies: publishedBodies(event, chain) }
      }
      case 'forceInclusion': {
        const data = forcedData(event, this.contracts.forcedMaximumBytes)
        const proof = event.valid ? hashWords([hashOfData(data)]) : '0x'
        return this.#rollup(event.caller, event.type, [data, proof])
      }
      case 'setupEpoch':
        return { ...this.#rollup(event.caller, event.type, []), prevrandao: randaoValue(event.randao) }
      case 'addValidator':
      case 'removeValidator':
        return this.#rollup(event.caller, event.type, [addressOf(event.validator)])
      case 'prune':
      case 'collectReward':
        return this.#rollup(event.caller, event.type, [])
      case 'deposit':
      case 'startWithdrawal':
        return this.#escrow(event.caller, event.type, [BigInt(event.amount)])
      case 'executeWithdrawal':
        return this.#escrow(event.caller, event.type, [
          holderAddressOf(event.receiver, chain.blocks.contracts),
        ])
      case 'collectSlashed':
        return this.#escrow(event.caller, event.type, [])
    }
  }

  /** The block that a proposal would append, by hash. */
  proposedHash(event: EventOf<'propose'>, chain: Chain): Hex {
    return proposed(event, chain).hash
  }

  #propose(event: EventOf<'propose'>, chain: Chain): Call {
    const { header, hash } = proposed(event, chain)
    const attestations = attestedBy(event.attestations, hash)
    return {
      ...this.#rollup(event.caller, event.type, [header, packedMembers(event.committee), attestations]),
      bodies: publishedBodies(event, chain),
    }
  }

  #quote({ quote: { proverAddress, signer, basisPointFee, ...numbers } }: EventOf<'claimEpochProofRight'>) {
    const quote = {
      proverAddress: addressOf(proverAddress),
      epochToProve: BigInt(numbers.epochToProve),
      validUntilSlot: BigInt(numbers.validUntilSlot),
      bondAmount: BigInt(numbers.bondAmount),
      basisPointFee,
    }
    return { signature: signatureBy(signer, this.#domain.quoteDigest(quote)), ...quote }
  }

  #rollup(caller: string, functionName: string, args: readonly unknown[]): Call {
    return this.#call(this.contracts.rollup, caller, functionName, args)
  }

  #escrow(caller: string, functionName: string, args: readonly unknown[]): Call {
    return this.#call(this.contracts.escrow, caller, functionName, args)
  }

  /** Selectors are hashes: viem looks for one in each call that it is not given. */
  #prepared({ address, abi }: Contracts['rollup'], functionName: string): { abi: Abi; functionName: Hex } {
    const key = `${address} ${functionName}`
    const known = this.#functions.get(key)
    if (known) return known
    const made = prepareEncodeFunctionData({ abi, functionName }) as { abi: Abi; functionName: Hex }
    this.#functions.set(key, made)
    return made
  }

  #call(contract: Contracts['rollup'], caller: string, name: string, args: readonly unknown[]): Call {
    const { address } = contract
    const data = encodeFunctionData({ ...this.#prepared(contract, name), args })
    return { from: addressOf(caller), to: address, data, bodies: [], prevrandao: undefined }
  }
}

/** An event that carries a header, with a committee or with a proof. */
type Proposal = EventOf<'propose'> | EventOf<'proposeWithProof'>

/** What the mock verifier accepts: the hash of its public inputs. */
const proofOf = (from: Hex, to: Hex, { valid }: { readonly valid: boolean }): Hex =>
  valid ? hashWords([from, to]) : '0x'

const proposals = new WeakMap<Blocks, Map<string, { header: Header; hash: Hex }>>()

/** Header and hash of a proposal. Many events carry the same one, so each is hashed once. */
function proposed(event: Proposal, chain: Chain): { header: Header; hash: Hex } {
  const { slot, timestampSlot, content, blobs, forced } = event
  const known = proposals.get(chain.blocks) ?? new Map<string, { header: Header; hash: Hex }>()
  proposals.set(chain.blocks, known)
  const commitments = [chain.hashOf(event.parent), forcedHashOf(event, chain)]
  const key = JSON.stringify([...commitments, slot, timestampSlot, content, blobs, forced])
  const found = known.get(key)
  if (found) return found
  const header = proposedHeader(event, chain)
  const made = { header, hash: chain.blocks.domain.blockHash(header) }
  known.set(key, made)
  return made
}

/** The header that an event carries; what its blobs are is in `publishedBodies`. */
export function proposedHeader(event: Proposal, chain: Chain): Header {
  const { blocks } = chain
  const { slot, content, forced } = event
  const block = { slot, content, beneficiary: 'none', forced }
  const parentHash = chain.hashOf(event.parent)
  return {
    ...blocks.on({ parentHash, forcedHash: forcedHashOf(event, chain), block }).header,
    timestamp: blocks.startOf(event.timestampSlot),
    blobHashes: namedBodies(event, chain),
  }
}

/** The commitment to the queue that the header has. */
export const forcedHashOf = ({ parent, forced, forcedHash }: Proposal, chain: Chain): Hex =>
  forcedHash === 'match' ? chain.forcedHash(parent, forced) : anotherQueue

/** Versioned hashes that the header names. */
export function namedBodies({ blobs, content }: Proposal, { blocks }: Chain): readonly Hex[] {
  const { bodies } = blocks
  switch (blobs) {
    case 'match':
      return bodies.of(content)
    case 'fewer':
      return bodies.of(content).slice(0, -1)
    case 'more':
      return [...bodies.of(content), bodies.another]
    case 'other':
      return [...bodies.of(content).slice(0, -1), bodies.another]
    case 'missing':
      return []
  }
}

/** Versioned hashes of the blobs that the transaction carries. */
export function publishedBodies({ blobs, content }: Proposal, { blocks }: Chain): readonly Hex[] {
  return blobs === 'missing' ? [] : blocks.bodies.of(content)
}
