import { keccak_256 } from '@noble/hashes/sha3.js'
import type { Block } from '../../model/l1-rollup/vocabulary.ts'
import { type Address, bytesHex, type Hex, hexBytes, wordHex } from '../evm/word.ts'

/** What a block is on L1, in the order in which its hash takes it. Times in seconds, lists in the order of the blobs. */
export interface Header {
  readonly parentHash: Hex
  readonly slot: bigint
  readonly timestamp: bigint
  readonly stateRoot: Hex
  readonly transactionsHash: Hex
  /** Transactions that the block takes from the forced-inclusion queue. */
  readonly forcedCount: bigint
  /** The commitment to the queue up to the last of them. */
  readonly forcedHash: Hex
  /** Whether the block has other transactions. */
  readonly hasOthers: boolean
  readonly blobHashes: readonly Hex[]
}

/** What a prover signs, the amount in wei. */
export interface Quote {
  readonly proverAddress: Address
  readonly epochToProve: bigint
  readonly validUntilSlot: bigint
  readonly bondAmount: bigint
  readonly basisPointFee: number
}

/** The EIP-712 type of a header. */
export const headerType =
  'Header(bytes32 parentHash,uint256 slot,uint256 timestamp,bytes32 stateRoot,bytes32 transactionsHash,uint256 forcedCount,bytes32 forcedHash,bool hasOthers,bytes32[] blobHashes)'

const text = (value: string): Uint8Array => new TextEncoder().encode(value)
const headerTypeHash = bytesHex(keccak_256(text(headerType)))
const genesisTypeHash = bytesHex(keccak_256(text('Genesis(bytes32 stateRoot)')))
const quoteTypeHash = bytesHex(
  keccak_256(
    text(
      'EpochProofQuote(address proverAddress,uint256 epochToProve,uint256 validUntilSlot,uint256 bondAmount,uint32 basisPointFee)',
    ),
  ),
)
const domainTypeHash = bytesHex(
  keccak_256(text('EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)')),
)

/** Hashes of words that are kept: the same postings, members and blocks recur in thousands of states. */
const KEPT_HASHES = 20_000
const hashes = new Map<string, Hex>()

/** keccak256 of bytes. */
export const hashBytes = (bytes: Hex): Hex => bytesHex(keccak_256(hexBytes(bytes)))

/** keccak256 of 32-byte words one after the other. */
export function hashWords(words: readonly Hex[]): Hex {
  const joined: Hex = `0x${words.map((word) => word.slice(2)).join('')}`
  const known = hashes.get(joined)
  if (known) return known
  const hash = bytesHex(keccak_256(hexBytes(joined)))
  if (hashes.size >= KEPT_HASHES) hashes.clear()
  hashes.set(joined, hash)
  return hash
}

/** EIP-712 for one chain and one rollup: what is signed, and what blocks are known by. */
export class Domain {
  readonly separator: Hex

  constructor(chainId: bigint, rollup: Address) {
    this.separator = hashWords([
      domainTypeHash,
      labelHash('Lockstep Rollup'),
      labelHash('1'),
      wordHex(chainId),
      wordHex(BigInt(rollup)),
    ])
  }

  /** What is signed of a struct. */
  digest(structHash: Hex): Hex {
    return bytesHex(keccak_256(hexBytes(`0x1901${this.separator.slice(2)}${structHash.slice(2)}`)))
  }

  /** PROPOSE-13: hash of a block, which is what its attesters sign. */
  blockHash(header: Header): Hex {
    return this.digest(
      hashWords([
        headerTypeHash,
        header.parentHash,
        wordHex(header.slot),
        wordHex(header.timestamp),
        header.stateRoot,
        header.transactionsHash,
        wordHex(header.forcedCount),
        header.forcedHash,
        wordHex(header.hasOthers ? 1n : 0n),
        hashWords(header.blobHashes),
      ]),
    )
  }

  /** CLAIM-9: what is signed of a quote. */
  quoteDigest(quote: Quote): Hex {
    return this.digest(
      hashWords([
        quoteTypeHash,
        wordHex(BigInt(quote.proverAddress)),
        wordHex(quote.epochToProve),
        wordHex(quote.validUntilSlot),
        wordHex(quote.bondAmount),
        wordHex(BigInt(quote.basisPointFee)),
      ]),
    )
  }

  /** PROPOSE-14: hash of the block before the first. */
  genesisHash(stateRoot: Hex): Hex {
    return this.digest(hashWords([genesisTypeHash, stateRoot]))
  }
}

const labels = new Map<string, Hex>()

/** A bytes32 that stands for a name and nothing else. Each is computed once. */
export function labelHash(label: string): Hex {
  const hash = labels.get(label) ?? bytesHex(keccak_256(text(label)))
  labels.set(label, hash)
  return hash
}

/** The state that the rollups of the profiles start from. */
export const genesisStateRoot: Hex = labelHash('state root genesis')

/** The canonical text of a block of a run. */
export const blockText = ({ slot, content, beneficiary, forced }: Block): string =>
  `${slot} ${content} ${beneficiary} ${forced}`
