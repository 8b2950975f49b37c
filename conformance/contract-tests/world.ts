/**
 * A deployed rollup that tests act on call by call, at any slot, as anybody: every call runs on the production
 * bytecode from the storage that the calls before left. Headers, quotes and signatures are made here by viem and the
 * native secp256k1, not by the contract.
 */
import {
  type Abi,
  decodeErrorResult,
  decodeEventLog,
  decodeFunctionResult,
  encodeFunctionData,
  encodePacked,
  getContractAddress,
  hashTypedData,
  keccak256,
  numberToHex,
  zeroHash,
} from 'viem'
import { type Artifact, artifactOf, type Compilation } from '../../impl/contracts/artifact.ts'
import { compileContracts } from '../../impl/contracts/compile.ts'
import {
  type DeployedAddresses,
  type Deployment,
  planDeployment,
  type Stand,
} from '../../impl/contracts/deploy.ts'
import { typedDataDomain, typedDataTypes } from '../../impl/contracts/typedData.ts'
import { epochOf } from '../../model/l1-rollup/rules/arithmetic.ts'
import { implementedReadings, type Parameters } from '../../spec/parameters.ts'
import { type Anvil, startAnvil } from '../evm/anvil.ts'
import { compactVs, type Key, keyOf, sign } from '../evm/ecdsa.ts'
import { Injector, type Job } from '../evm/inject.ts'
import { type FieldValue, type StoragePath, writeVariable } from '../evm/storage.ts'
import { applyChanges, type Outcome } from '../evm/trace.ts'
import type { Address, Hex, Storage } from '../evm/word.ts'
import { deployOn } from './deployed.ts'

const CHAIN_ID = 31_337
const DEPLOYER: Address = `0x${'de'.repeat(20)}`
const GAS_LIMIT = 1n << 41n

export type Header = {
  parentHash: Hex
  slot: bigint
  timestamp: bigint
  stateRoot: Hex
  transactionsHash: Hex
  forcedCount: bigint
  forcedHash: Hex
  hasOthers: boolean
  blobHashes: readonly Hex[]
}
export type CompactSignature = { r: Hex; vs: Hex }
export type Attestations = { markedSeats: bigint; signatures: readonly CompactSignature[] }
export type Posting = {
  blockHash: Hex
  parentHash: Hex
  parentNextSlot: bigint
  parentTaken: bigint
  committee: Hex
  attestations: Attestations
}
export type QuoteTerms = {
  proverAddress: Address
  epochToProve: bigint
  validUntilSlot: bigint
  bondAmount: bigint
  basisPointFee: number
}
export type Quote = QuoteTerms & { signature: CompactSignature }

export type Success = Extract<Outcome, { status: 'success' }>

/** A refusal by name, with its arguments. */
export type Refusal = { readonly name: string; readonly args: readonly unknown[] }

export type CallOptions = {
  readonly from?: Address
  readonly blobs?: readonly Hex[]
  readonly prevrandao?: bigint
  /** Instead of the start of the world's slot, seconds since 1970. */
  readonly timestamp?: bigint
}

export type WorldOptions = Partial<Omit<Deployment, 'parameters'>> & {
  readonly parameters: Parameters
  readonly stand?: Partial<Stand>
  /** 31,337 when not given. */
  readonly chainId?: number
  /** Who sends the creations, which decides the addresses. */
  readonly deployer?: Address
  /** Source folders beyond the production contracts. */
  readonly sources?: readonly string[]
}

/** A call did not end as the test said it would. */
export class UnexpectedOutcome extends Error {
  override readonly name = 'UnexpectedOutcome'
}

export const genesisTimestamp = 1_800_000_000n
/** Stands for a blob's versioned hash: version 1, then anything. */
export const blobHash = (name: string): Hex => `0x01${keyOf(name).address.slice(2).padEnd(62, 'b')}`
/** The numbers of preset `rfc`. */
export const fallbackParameters = {
  fallbackEnterSlots: 96,
  fallbackExitSlots: 128,
  fallbackExitActivitySlots: 64,
  fallbackRewardWei: '0',
  forcedDelayEpochs: 1,
  forcedMinimum: 1,
  forcedMaximumBytes: 80_000,
} as const satisfies Partial<Parameters>

/** The numbers of preset `rfc`, but for a committee of four and small amounts, and without fallback. */
export const smallParameters: Parameters = {
  slotDurationSeconds: 36,
  slotsPerEpoch: 32,
  claimWindowSlots: 13,
  targetCommitteeSize: 4,
  shuffleRounds: [24],
  ...implementedReadings,
  withdrawalDelaySlots: 45,
  minimumBondWei: '5',
  escrowCapWei: String(2n ** 128n - 1n),
  epochRewardWei: '7',
  challengeSlots: 0,
  ...fallbackParameters,
  fallbackEnterSlots: 0,
}

export const namedValidators = (count: number): Key[] =>
  Array.from({ length: count }, (_, index) => keyOf(`v${index + 1}`))

/** Of two validators, with the small parameters, but for what changes. */
export const smallDeployment = (changes: Partial<Deployment> = {}): Deployment => ({
  parameters: smallParameters,
  genesisTimestamp,
  genesisStateRoot: `0x${'6e'.repeat(32)}`,
  prevrandao: 1n,
  validators: namedValidators(2).map((key) => key.address),
  administrator: keyOf('admin').address,
  sink: keyOf('sink').address,
  ...changes,
})

let deployers = 0
/** Another account at each call, because the nonces of a deployment start at 0. */
export const newDeployer = (): Address => `0xde${(++deployers).toString(16).padStart(38, '0')}`

export const signatureOf = (digest: Hex, key: Key): CompactSignature => {
  const made = sign(digest, key)
  return { r: made.r, vs: compactVs(made) }
}

/** EPOCH-13: members as calls give them. */
export const packed = (members: readonly Address[]): Hex =>
  `0x${members.map((member) => member.slice(2)).join('')}`

/** What is kept of a posting, by its definition. */
export const commitmentTo = (slot: bigint, posting: Posting): Hex => {
  const { markedSeats, signatures } = posting.attestations
  const words = signatures.flatMap(({ r, vs }) => [r, vs])
  const types = ['uint256', 'bytes32', 'bytes32', 'uint256', 'uint256', 'bytes32', 'bytes32'] as const
  return keccak256(
    encodePacked(types, [
      slot,
      posting.blockHash,
      posting.parentHash,
      posting.parentNextSlot,
      posting.parentTaken,
      keccak256(posting.committee),
      keccak256(encodePacked(['uint256', 'bytes32[]'], [markedSeats, words])),
    ]),
  )
}

/** What the mock verifier of transactions accepts. */
export const forcedProofOf = (transaction: Hex): Hex => keccak256(keccak256(transaction))

/** What the mock verifier accepts. */
export const proofOf = (fromHash: Hex, toHash: Hex): Hex => keccak256(`${fromHash}${toHash.slice(2)}` as Hex)

/** How an outcome came about, for whoever wants to know more of it. */
export interface Execution {
  /** Of that one call. */
  readonly job: Job
  readonly world: World
}
const executions = new WeakMap<Outcome, Execution>()
/** @param outcome of a call of a world */
export const executionOf = (outcome: Outcome): Execution => executions.get(outcome)!

export class World {
  readonly prover = keyOf('p1')
  /** Slot of the next call. */
  slot = 0n
  storage: Storage

  private constructor(
    readonly engine: Anvil,
    readonly injector: Injector,
    readonly compilation: Compilation,
    readonly addresses: DeployedAddresses,
    readonly deployment: Deployment,
    readonly chainId: number,
    readonly validators: readonly Key[],
    /** Runtime bytecode of the contracts. */
    readonly code: ReadonlyMap<Address, Hex>,
    initial: Storage,
    private readonly abis: ReadonlyMap<Address, Abi>,
  ) {
    this.storage = initial
  }

  /** @param validators who serve, in order */
  static async start(validators: readonly Key[], options: WorldOptions): Promise<World> {
    const { chainId = CHAIN_ID, deployer = DEPLOYER } = options
    const compilation = await compileContracts(['impl/contracts/src', ...(options.sources ?? [])])
    const deployment = smallDeployment({ validators: validators.map((key) => key.address), ...options })
    const plan = planDeployment(compilation, deployment, deployer, 0n, options.stand)
    const engine = await startAnvil({ chainId, blockGasLimit: GAS_LIMIT })
    try {
      const deployed = await deployOn(engine, deployer, plan.creations)
      const injector = await Injector.over([engine], { contracts: deployed.code, crossCheckEvery: 0 })
      const abis = new Map(
        plan.creations.map(({ contract, artifact }) => [plan.addresses[contract], artifact.abi as Abi]),
      )
      const storage = deployed.storage
      return new World(
        engine,
        injector,
        compilation,
        plan.addresses,
        deployment,
        chainId,
        validators,
        deployed.code,
        storage,
        abis,
      )
    } catch (error) {
      await engine.stop()
      throw error
    }
  }

  async stop(): Promise<void> {
    await this.injector.stop()
  }

  artifact(name: string): Artifact {
    return artifactOf(this.compilation, name)
  }

  get committee(): Address[] {
    return this.validators.map((key) => key.address)
  }

  /** The same as calls give it (EPOCH-13). */
  get members(): Hex {
    return packed(this.committee)
  }

  startOf(slot: bigint): bigint {
    return genesisTimestamp + slot * BigInt(this.deployment.parameters.slotDurationSeconds)
  }

  /** Executes a call and keeps what it changed. */
  async execute(
    contract: keyof DeployedAddresses,
    functionName: string,
    args: readonly unknown[] = [],
    options: CallOptions = {},
  ): Promise<Outcome> {
    const to = this.addresses[contract]
    const data = encodeFunctionData({ abi: this.abis.get(to)!, functionName, args })
    return this.executeRaw(contract, data, options)
  }

  async executeRaw(
    contract: keyof DeployedAddresses,
    data: Hex,
    options: CallOptions = {},
  ): Promise<Outcome> {
    const job: Job = {
      storage: this.storage,
      block: {
        timestamp: options.timestamp ?? this.startOf(this.slot),
        prevrandao: options.prevrandao ?? 0n,
      },
      calls: [
        {
          from: options.from ?? keyOf('stranger').address,
          to: this.addresses[contract],
          data,
          gas: 200_000_000n,
          expected: 'success',
          ...(options.blobs?.length ? { blobVersionedHashes: options.blobs } : {}),
        },
      ],
    }
    const [outcome] = await this.injector.inject(job)
    executions.set(outcome!, { job, world: this })
    if (outcome!.status === 'success') this.storage = applyChanges(this.storage, outcome!.changes)
    return outcome!
  }

  /** A call that must be accepted. @throws UnexpectedOutcome with the refusal */
  async accepted(
    contract: keyof DeployedAddresses,
    functionName: string,
    args: readonly unknown[] = [],
    options: CallOptions = {},
  ): Promise<Success> {
    const outcome = await this.execute(contract, functionName, args, options)
    if (outcome.status === 'success') return outcome
    throw new UnexpectedOutcome(`${functionName} was refused: ${describeRefusal(this.decode(outcome))}`)
  }

  /** A call that must be refused. @throws UnexpectedOutcome when it is accepted */
  async refusal(
    contract: keyof DeployedAddresses,
    functionName: string,
    args: readonly unknown[] = [],
    options: CallOptions = {},
  ): Promise<Refusal> {
    const outcome = await this.execute(contract, functionName, args, options)
    if (outcome.status === 'success') throw new UnexpectedOutcome(`${functionName} was accepted`)
    return this.decode(outcome)
  }

  /** What a view answers at the world's slot. */
  async view<T>(
    contract: keyof DeployedAddresses,
    functionName: string,
    args: readonly unknown[] = [],
    options: CallOptions = {},
  ): Promise<T> {
    const { returnData } = await this.accepted(contract, functionName, args, options)
    return decodeFunctionResult({
      abi: this.abis.get(this.addresses[contract])!,
      functionName,
      data: returnData,
    }) as T
  }

  decode({ returnData }: Outcome): Refusal {
    if (returnData === '0x') return { name: 'no reason', args: [] }
    const errors = [...this.abis.values()].flatMap((abi) => abi.filter((item) => item.type === 'error'))
    const { errorName, args } = decodeErrorResult({ abi: errors, data: returnData })
    return { name: errorName, args: (args ?? []).map(lowerCase) }
  }

  /** Logs of rollup and escrow by name, with their parameters in the order of the declaration. */
  events({ logs }: Success): unknown[][] {
    const abi = [...this.abis.values()].flatMap((items) => items.filter(({ type }) => type === 'event'))
    return logs.map(({ data, topics }) => {
      const { eventName, args = {} } = decodeEventLog({ abi, data, topics: topics as [Hex] })
      return [eventName, ...Object.values(args).map(lowerCase)]
    })
  }

  /** Puts values into the storage of the rollup, whatever led there. */
  store(...writes: readonly (readonly [StoragePath, FieldValue | number])[]): void {
    this.storeAll('rollup', writes)
  }

  /** The same of a contract. */
  storeIn(
    contract: 'rollup' | 'escrow',
    ...writes: readonly (readonly [StoragePath, FieldValue | number])[]
  ): void {
    this.storeAll(contract, writes)
  }

  /** The same of as many values as one call cannot be given one by one. */
  storeAll(
    contract: 'rollup' | 'escrow',
    writes: readonly (readonly [StoragePath, FieldValue | number])[],
  ): void {
    const address = this.addresses[contract]
    const slots = new Map(this.storage.get(address))
    const { storageLayout } = this.artifact(contract === 'rollup' ? 'Rollup' : 'ProofEscrow')
    for (const [path, value] of writes) writeVariable(storageLayout, slots, path, value)
    this.storage = new Map([...this.storage, [address, slots]])
  }

  /** A header that the current state accepts, but for what `changes` says. */
  async header(changes: Partial<Header> = {}): Promise<Header> {
    const slot = changes.slot ?? this.slot
    const { forcedCount = 0n } = changes
    const { blockHash } = await this.view<{ blockHash: Hex }>('rollup', 'pendingTip')
    const [taken] = await this.view<[bigint, bigint]>('rollup', 'taken')
    return {
      parentHash: blockHash,
      slot,
      timestamp: this.startOf(slot),
      stateRoot: `0x${'51'.repeat(32)}`,
      transactionsHash: `0x${'7a'.repeat(32)}`,
      forcedCount,
      forcedHash: await this.queueHash(taken + forcedCount),
      hasOthers: true,
      blobHashes: [blobHash('body')],
      ...changes,
    }
  }

  /** The commitment to the first so many entries of the queue: of none, and of more than there are, 0. */
  async queueHash(count: bigint): Promise<Hex> {
    const length = await this.view<bigint>('rollup', 'queueLength')
    if (count === 0n || count > length) return zeroHash
    return (await this.view<{ hash: Hex }>('rollup', 'queueEntry', [count - 1n])).hash
  }

  /** PROPOSE-13: what attesters sign. */
  blockHash(header: Header): Hex {
    return this.digest(header)
  }

  /** PROPOSE-14. */
  genesisHash(): Hex {
    const domain = typedDataDomain(this.chainId, this.addresses.rollup)
    const message = { stateRoot: this.deployment.genesisStateRoot }
    return hashTypedData({ domain, types: typedDataTypes, primaryType: 'Genesis', message })
  }

  digest(
    message: Header | QuoteTerms,
    { chainId = this.chainId, rollup = this.addresses.rollup }: { chainId?: number; rollup?: Hex } = {},
  ): Hex {
    const domain = typedDataDomain(chainId, rollup)
    return 'parentHash' in message
      ? hashTypedData({ domain, types: typedDataTypes, primaryType: 'Header', message })
      : hashTypedData({ domain, types: typedDataTypes, primaryType: 'EpochProofQuote', message })
  }

  /** The terms with the prover's signature, or somebody else's. */
  quote(terms: QuoteTerms, signature = signatureOf(this.digest(terms), this.prover)): Quote {
    return { ...terms, signature }
  }

  /** A quote of the world's prover that the current state accepts, but for what `changes` says. */
  terms(changes: Partial<QuoteTerms> = {}): QuoteTerms {
    const { slotsPerEpoch } = this.deployment.parameters
    return {
      proverAddress: this.prover.address,
      epochToProve: BigInt(epochOf({ slot: Number(this.slot), slotsPerEpoch }) - 1),
      validUntilSlot: this.slot,
      bondAmount: BigInt(this.deployment.parameters.minimumBondWei),
      basisPointFee: 5_000,
      ...changes,
    }
  }

  /** Attestations by one signer per seat; `undefined` leaves a seat empty. */
  attest(header: Header, signers: readonly (Key | undefined)[]): Attestations {
    const digest = this.digest(header)
    let markedSeats = 0n
    const signatures: CompactSignature[] = []
    signers.forEach((key, seat) => {
      if (!key) return
      markedSeats |= 1n << BigInt(seat)
      signatures.push(signatureOf(digest, key))
    })
    return { markedSeats, signatures }
  }

  /** The first seats up to the quorum, signed by their members. */
  quorumOf(keys: readonly Key[] = this.validators): Key[] {
    return keys.slice(0, Math.floor((2 * keys.length) / 3) + 1)
  }

  /** The proposer of the current slot, under the world's validators if no others are given. */
  async proposer(members = this.members): Promise<Address> {
    const [proposer] = await this.view<[Address, boolean]>('rollup', 'proposerOf', [this.slot, members])
    return proposer.toLowerCase() as Hex
  }

  /** What `events` says of the log of a block (PROPOSE-12, LOG-12). */
  announced(name: 'L2PendingBlockProcessed' | 'L2ProvenBlockProcessed', header: Header, proposer: Address) {
    const { slot, parentHash, stateRoot, transactionsHash, blobHashes } = header
    return [name, this.blockHash(header), slot, proposer, parentHash, stateRoot, transactionsHash, blobHashes]
  }

  /** Proposes a good block in the current slot, and gives its hash. */
  async propose(changes: Partial<Header> = {}): Promise<Hex> {
    const header = await this.header(changes)
    await this.proposeHeader(header)
    return (await this.view<{ blockHash: Hex }>('rollup', 'pendingTip')).blockHash
  }

  async proposeHeader(header: Header, attestations?: Attestations): Promise<Success> {
    return this.accepted('rollup', 'propose', this.proposal(header, attestations), {
      from: await this.proposer(),
      blobs: header.blobHashes,
    })
  }

  async proposeHeaderByPublished(header: Header): Promise<Success> {
    const attestations = this.attest(header, this.quorumOf())
    return this.accepted('rollup', 'proposeByPublished', [header, attestations], {
      from: await this.proposer(),
      blobs: header.blobHashes,
    })
  }

  /** Of the account that the rollup would create next. */
  async nextCreation(): Promise<Address> {
    const created = getContractAddress({ from: this.addresses.rollup, nonce: await this.#nonce() })
    return created.toLowerCase() as Address
  }

  async #nonce(): Promise<bigint> {
    return BigInt(
      await this.engine.request<Hex>('eth_getTransactionCount', [this.addresses.rollup, 'latest']),
    )
  }

  /**
   * Publishes members. What calls change here is storage alone: the code of the account that holds them comes after, and
   * the nonce that the next such account has its address from.
   */
  async publish(members = this.members): Promise<Success> {
    const { rollup } = this.addresses
    const outcome = await this.accepted('rollup', 'publishCommittee', [members])
    const holder = await this.view<Address>('rollup', 'holderOf', [keccak256(members)])
    await this.engine.request('anvil_setCode', [holder, `0x00${members.slice(2)}`])
    await this.engine.request('anvil_setNonce', [rollup, numberToHex((await this.#nonce()) + 1n)])
    return outcome
  }

  /** What a proposal of a header on the current tip posts. */
  async posting(header: Header, attestations = this.attest(header, this.quorumOf())): Promise<Posting> {
    const tip = await this.view<{ blockHash: Hex; nextSlot: bigint }>('rollup', 'pendingTip')
    const [parentTaken] = await this.view<[bigint, bigint]>('rollup', 'taken')
    return {
      blockHash: this.blockHash(header),
      parentHash: tip.blockHash,
      parentNextSlot: tip.nextSlot,
      parentTaken,
      committee: this.members,
      attestations,
    }
  }

  /** Makes tokens for a prover and deposits them. */
  async deposit(amountWei: bigint, prover = this.prover): Promise<Success> {
    const from = prover.address
    await this.accepted('token', 'mint', [from, amountWei])
    await this.accepted('token', 'approve', [this.addresses.escrow, amountWei], { from })
    return this.accepted('escrow', 'deposit', [amountWei], { from })
  }

  /** The refusal of the slot's proposer's claim of a quote that is good but for `changes`. */
  async refusedClaim(
    changes: Partial<QuoteTerms> = {},
    { from, quote = this.quote(this.terms(changes)) }: { from?: Address; quote?: Quote } = {},
  ): Promise<Refusal> {
    const caller = from ?? (await this.proposer())
    return this.refusal('rollup', 'claimEpochProofRight', [quote, this.members], { from: caller })
  }

  /** Claims the preceding epoch for the world's prover. */
  async claim(changes: Partial<QuoteTerms> = {}): Promise<Success> {
    const quote = this.quote(this.terms(changes))
    return this.accepted('rollup', 'claimEpochProofRight', [quote, this.members], {
      from: await this.proposer(),
    })
  }

  /** Submits a good proof of the oldest unproven epoch. */
  async prove(from = keyOf('stranger').address): Promise<Success> {
    const { blockHash: fromHash } = await this.view<{ blockHash: Hex }>('rollup', 'provenTip')
    const { blockHash: toHash } = await this.view<{ blockHash: Hex }>('rollup', 'epochEnd')
    return this.accepted('rollup', 'submitEpochProof', [fromHash, toHash, proofOf(fromHash, toHash)], {
      from,
    })
  }

  /** Publishes a good block with its proof, and gives its hash. Fallback is in force. */
  async proposeWithProof(changes: Partial<Header> = {}): Promise<Hex> {
    const header = await this.header(changes)
    await this.proposeHeaderWithProof(header)
    return this.blockHash(header)
  }

  async proposeHeaderWithProof(header: Header): Promise<Success> {
    return this.accepted('rollup', 'proposeWithProof', this.provenProposal(header), {
      blobs: header.blobHashes,
    })
  }

  /** Enters a transaction into the queue. */
  async force(transaction: Hex): Promise<Success> {
    return this.accepted('rollup', 'forceInclusion', [transaction, forcedProofOf(transaction)])
  }

  /** Arguments of `proposeWithProof` with a good proof. */
  provenProposal(header: Header): unknown[] {
    return [header, proofOf(header.parentHash, this.blockHash(header))]
  }

  /** Arguments of `propose` with a quorum. */
  proposal(header: Header, attestations = this.attest(header, this.quorumOf())): unknown[] {
    return [header, this.members, attestations]
  }
}

/** Addresses have one spelling here; viem's has capitals. */
const lowerCase = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value)

export const describeRefusal = ({ name, args }: Refusal): string => `${name}(${args.join(', ')})`
