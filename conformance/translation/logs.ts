import { type AbiEvent, keccak256, parseAbiItem, toHex } from 'viem'
import type { Log as ModelLog } from '../../model/l1-rollup/vocabulary.ts'
import type { Log } from '../evm/trace.ts'
import { type Address, type Hex, wordHex } from '../evm/word.ts'
import type { Chain } from './blocks.ts'
import { addressOf, holderAddressOf, packedMembers } from './cast.ts'
import { transactionHash } from './queue.ts'
import { committeeHash } from './storage.ts'

/**
 * The logs of the contracts as they are declared, by emitter: written down here as well, and held to the compiled
 * contracts by a test, so that a changed topic is a difference and not a new expectation.
 */
export const logSignatures = {
  rollup: [
    'event L2PendingBlockProcessed(bytes32 indexed blockHash, uint256 indexed slot, address indexed proposer, bytes32 parentHash, bytes32 stateRoot, bytes32 transactionsHash, bytes32[] blobHashes)',
    'event L2ProvenBlockProcessed(bytes32 indexed blockHash, uint256 indexed slot, address indexed proposer, bytes32 parentHash, bytes32 stateRoot, bytes32 transactionsHash, bytes32[] blobHashes)',
    'event EpochProofRightClaimed(uint256 indexed epochToProve, address indexed proverAddress, address indexed claimant, uint256 bondAmount, uint256 basisPointFee)',
    'event EpochProven(uint256 indexed epoch, bytes32 indexed blockHash, address indexed prover)',
    'event RewardCredited(address indexed receiver, uint256 amountWei)',
    'event RewardCollected(address indexed receiver, uint256 amountWei)',
    'event PendingChainPruned(bytes32 indexed tipHash)',
    'event PendingChainCut(bytes32 indexed tipHash, uint256 indexed slot, uint256 seat)',
    'event BondReturned(address indexed prover, uint256 bondAmount)',
    'event FallbackChanged(bool active, uint256 since, uint256 entries)',
    'event TransactionForced(bytes32 indexed transactionHash, uint256 indexed index, uint256 includedByEpoch)',
    'event EpochSetUp(uint256 indexed epoch, bytes32 seed, bytes32 committee)',
    'event CommitteeDrawn(bytes32 indexed committee, bytes members)',
    'event ValidatorAdded(address indexed validator)',
    'event ValidatorRemoved(address indexed validator)',
    // By no event of the models (VALIDATOR-6, VALIDATOR-7).
    'event AdministrationOffered(address indexed administrator, address indexed pendingAdministrator)',
    'event AdministrationTransferred(address indexed previousAdministrator, address indexed administrator)',
  ],
  escrow: [
    'event Deposited(address indexed prover, uint256 amountWei)',
    'event WithdrawalStarted(address indexed prover, uint256 amountWei, uint256 unlockSlot)',
    'event WithdrawalExecuted(address indexed prover, address indexed receiver, uint256 amountWei)',
    'event BondSlashed(address indexed prover, uint256 bondAmount)',
    'event SlashedCollected(uint256 amountWei)',
  ],
  token: ['event Transfer(address indexed from, address indexed to, uint256 amount)'],
} as const

type Emitter = keyof typeof logSignatures

/** An accepted event did not announce exactly what its clauses say (LOG-1). */
export class NotAnnounced extends Error {
  override name = 'NotAnnounced'
}

interface Declared {
  readonly emitter: Emitter
  readonly event: AbiEvent
  readonly topic: Hex
}

const declared: ReadonlyMap<string, Declared> = new Map(
  Object.entries(logSignatures).flatMap(([emitter, signatures]) =>
    signatures.map((signature): [string, Declared] => {
      const event = parseAbiItem(signature) as AbiEvent
      const types = event.inputs.map(({ type }) => type).join()
      const topic = keccak256(toHex(`${event.name}(${types})`))
      return [event.name, { emitter: emitter as Emitter, event, topic }]
    }),
  ),
)

const nameOfTopic: ReadonlyMap<string, string> = new Map(
  [...declared].map(([name, { topic }]) => [topic as string, name]),
)

/** A word, a list of words, or bytes of any length. */
type Word = Hex | bigint | readonly Hex[] | { readonly bytes: Hex }

/** Gives the seed that the name of a prevrandao value stands for in an epoch, as `StorageMap` does. */
interface Seeds {
  seedOf(randao: string, epoch: number): Hex
}

/** γ for logs: turns those of the models into what the contracts must emit. */
export class LogEncoder {
  /** @param addresses who emits */
  constructor(
    private readonly addresses: Readonly<Record<Emitter, Address>>,
    private readonly seeds: Seeds,
  ) {}

  /** Tokens are held by contracts as well. */
  readonly #holder = (name: string): Address => holderAddressOf(name, this.addresses)

  /** @param chain names the blocks, that of a proposal included */
  encode(logs: readonly ModelLog[], chain: Chain): Log[] {
    return logs.map((log) => {
      const { emitter, event, topic } = declared.get(log.type)!
      const words = wordsOf(log, chain, this.seeds, this.#holder)
      const value = (name: string | undefined): Word => {
        const word = words[name!]
        if (word === undefined) throw new TypeError(`${log.type} has no parameter ${name} in the models`)
        return word
      }
      const topics = event.inputs.filter(({ indexed }) => indexed).map(({ name }) => hexOf(value(name)))
      const rest = event.inputs.filter(({ indexed }) => !indexed)
      return {
        address: this.addresses[emitter],
        topics: [topic, ...topics],
        data: dataOf(rest.map(({ name }) => value(name))),
      }
    })
  }
}

/**
 * LOG-1: the logs are those expected, in their order, and no others.
 * @throws NotAnnounced
 */
export function requireLogs(expected: readonly Log[], found: readonly Log[]): void {
  const [want, have] = [expected, found].map((logs) => logs.map(textOf))
  const at = want!.findIndex((text, index) => text !== have![index])
  if (at < 0 && want!.length === have!.length) return
  const place = at < 0 ? want!.length : at
  throw new NotAnnounced(
    `log ${place + 1}: expected ${want![place] ?? 'no more'}, found ${have![place] ?? 'no more'} (${want!.length} expected, ${have!.length} found)`,
  )
}

function textOf({ address, topics, data }: Log): string {
  const [first, ...others] = topics
  return `${nameOfTopic.get(first ?? '') ?? first} by ${address} [${others.join(', ')}] ${data}`
}

const hexOf = (word: Word): Hex => {
  if (typeof word === 'bigint') return wordHex(word)
  if (typeof word !== 'string') throw new TypeError('what has any length cannot be a topic')
  return word.length === 66 ? word : wordHex(BigInt(word))
}

/** The unindexed parameters as the ABI lays them out: a word each, or the offset of what follows and has any length. */
function dataOf(fields: readonly Word[]): Hex {
  let head = ''
  let tail = ''
  for (const field of fields) {
    if (typeof field === 'bigint' || typeof field === 'string') {
      head += hexOf(field).slice(2)
      continue
    }
    const offset = fields.length * 32 + tail.length / 2
    head += wordHex(BigInt(offset)).slice(2)
    tail += 'bytes' in field ? bytesOf(field.bytes) : listOf(field)
  }
  return `0x${head}${tail}`
}

const listOf = (words: readonly Hex[]): string =>
  [wordHex(BigInt(words.length)), ...words.map(hexOf)].map((word) => word.slice(2)).join('')

/** Filled up with zeroes to whole words. */
const bytesOf = (bytes: Hex): string => {
  const digits = bytes.slice(2)
  const words = Math.ceil(digits.length / 64)
  return wordHex(BigInt(digits.length / 2)).slice(2) + digits.padEnd(64 * words, '0')
}

/** The parameters of a log by the names of the Solidity event. */
function wordsOf(
  log: ModelLog,
  chain: Chain,
  seeds: Seeds,
  holder: (name: string) => Address,
): Readonly<Record<string, Word>> {
  switch (log.type) {
    case 'L2PendingBlockProcessed':
    case 'L2ProvenBlockProcessed': {
      const blockHash = chain.hashOf(log.block)
      const { stateRoot, transactionsHash, blobHashes } = chain.blocks.headerOf(blockHash)
      return {
        blockHash,
        slot: BigInt(log.block.slot),
        proposer: addressOf(log.proposer),
        parentHash: chain.hashOf(log.parent),
        stateRoot,
        transactionsHash,
        blobHashes,
      }
    }
    case 'EpochProofRightClaimed':
      return {
        epochToProve: BigInt(log.epochToProve),
        proverAddress: addressOf(log.proverAddress),
        claimant: addressOf(log.claimant),
        bondAmount: BigInt(log.bondAmount),
        basisPointFee: BigInt(log.basisPointFee),
      }
    case 'EpochProven':
      return {
        epoch: BigInt(log.epoch),
        blockHash: chain.hashOf(log.block),
        prover: addressOf(log.prover),
      }
    case 'PendingChainPruned':
      return { tipHash: chain.hashOf(log.tip) }
    case 'PendingChainCut':
      return { tipHash: chain.hashOf(log.tip), slot: BigInt(log.slot), seat: BigInt(log.seat) }
    case 'FallbackChanged':
      return { active: log.active ? 1n : 0n, since: BigInt(log.since), entries: BigInt(log.entries) }
    case 'TransactionForced':
      return {
        transactionHash: transactionHash(log.transaction),
        index: BigInt(log.index),
        includedByEpoch: BigInt(log.includedByEpoch),
      }
    case 'EpochSetUp':
      return {
        epoch: BigInt(log.epoch),
        seed: seeds.seedOf(log.randao, log.epoch),
        committee: committeeHash(log.committee),
      }
    case 'CommitteeDrawn':
      return { committee: committeeHash(log.committee), members: { bytes: packedMembers(log.committee) } }
    case 'ValidatorAdded':
    case 'ValidatorRemoved':
      return { validator: addressOf(log.validator) }
    case 'RewardCredited':
    case 'RewardCollected':
      return { receiver: addressOf(log.receiver), amountWei: BigInt(log.amount) }
    case 'Deposited':
      return { prover: addressOf(log.prover), amountWei: BigInt(log.amount) }
    case 'WithdrawalStarted':
      return {
        prover: addressOf(log.prover),
        amountWei: BigInt(log.amount),
        unlockSlot: BigInt(log.unlockSlot),
      }
    case 'WithdrawalExecuted':
      return {
        prover: addressOf(log.prover),
        receiver: holder(log.receiver),
        amountWei: BigInt(log.amount),
      }
    case 'BondReturned':
    case 'BondSlashed':
      return { prover: addressOf(log.prover), bondAmount: BigInt(log.bondAmount) }
    case 'SlashedCollected':
      return { amountWei: BigInt(log.amount) }
    case 'Transfer':
      return { from: holder(log.from), to: holder(log.to), amount: BigInt(log.amount) }
  }
}
