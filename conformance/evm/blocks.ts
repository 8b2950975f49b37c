/**
 * The real engine: signed transactions in mined blocks, several to a block in a chosen order, type 3 with real blobs.
 * Slower than injection by an order of magnitude; it is here for what injection cannot show: blocks, receipts,
 * sidecars, nonces, and storage that the contracts reached by themselves.
 */
import { gunzipSync } from 'node:zlib'
import {
  type Abi,
  encodeDeployData,
  keccak256,
  serializeTransaction,
  type TransactionSerializableEIP1559,
  type TransactionSerializableEIP4844,
} from 'viem'
import { z } from 'zod'
import type { Artifact } from '../../impl/contracts/artifact.ts'
import { type Anvil, type AnvilOptions, startAnvil } from './anvil.ts'
import type { Blob } from './blobs.ts'
import { type Key, signUncached } from './ecdsa.ts'
import {
  applyChanges,
  CALL_TRACER,
  type CallFrame,
  type Changes,
  changesOf,
  DIFF_TRACER,
  type Diff,
  type Log,
} from './trace.ts'
import {
  type Address,
  bytesHex,
  type Hex,
  hexBytes,
  quantityHex,
  type SlotValues,
  type Storage,
  wordHex,
} from './word.ts'

export type Transaction = {
  readonly from: Key
  /** Absent to create a contract. */
  readonly to?: Address
  readonly data: Hex
  readonly valueWei?: bigint
  /** Makes it a type-3 transaction. */
  readonly blobs?: readonly Blob[]
  readonly gas?: bigint
}

export type Mined = { readonly hash: Hex; readonly gasUsed: bigint } & (
  | { readonly status: 'reverted'; readonly returnData: Hex }
  | {
      readonly status: 'success'
      readonly logs: readonly Log[]
      readonly changes: Changes
      readonly contractAddress?: Address
    }
)

/** `timestamp` in seconds since 1970. */
export type Head = { readonly number: bigint; readonly timestamp: bigint; readonly prevrandao: bigint }

/** The block does not hold the transactions that were sent, in the order in which they were sent. */
export class OrderLost extends Error {
  override readonly name = 'OrderLost'
}

/** Storage that the traces add up to is not the storage that the chain has. */
export class StorageDisagrees extends Error {
  override readonly name = 'StorageDisagrees'
}

/** A view call reverted. */
export class ViewRefused extends Error {
  override readonly name = 'ViewRefused'
}

type SimulatedView = { readonly status: Hex; readonly returnData: Hex }

type Memory = {
  nonces: Map<Address, number>
  funded: Set<Address>
  storage: ReadonlyMap<Address, SlotValues>
}

/** A point to return to, any number of times. */
export type Snapshot = { id: Hex; readonly memory: Memory }

const DEFAULT_GAS = 10_000_000n
const FUNDS = quantityHex(10n ** 30n)
const MAX_FEE_WEI = 10n ** 12n
/** The protocol's own contracts, written in every block: parent hashes (EIP-2935) and beacon roots (EIP-4788). */
const SYSTEM_CONTRACTS: ReadonlySet<string> = new Set([
  '0x0000f90827f1c53a10cb7a02335b175320002935',
  '0x000f3df6d732807ef1319fb7b8bb8522d0beac02',
])

const dumpSchema = z.object({
  accounts: z.record(z.string(), z.object({ storage: z.record(z.string(), z.string()) })),
})

type Block = { number: Hex; timestamp: Hex; mixHash: Hex; miner: Address; transactions: Hex[] }
type Receipt = { status: Hex; gasUsed: Hex; logs: Log[]; contractAddress: Address | null }

export class Chain {
  readonly #anvil: Anvil
  readonly #chainId: number
  #memory: Memory = { nonces: new Map(), funded: new Set(), storage: new Map() }

  private constructor(anvil: Anvil, chainId: number) {
    this.#anvil = anvil
    this.#chainId = chainId
  }

  /** @throws EngineMissing, EngineDied */
  static async start(options: Omit<AnvilOptions, 'order'> = {}): Promise<Chain> {
    const chainId = options.chainId ?? 31_337
    // Roomy, because a block's gas limits are summed up, not what is used of them.
    const anvil = await startAnvil({ blockGasLimit: 1_000_000_000n, ...options, chainId, order: 'fifo' })
    return new Chain(anvil, chainId)
  }

  get pid(): number {
    return this.#anvil.pid
  }

  stop(): Promise<void> {
    return this.#anvil.stop()
  }

  /**
   * Everything that the contracts wrote since the chain began, as their transactions' traces add up; see
   * `verifyStorage`.
   */
  get storage(): Storage {
    return this.#memory.storage
  }

  async head(): Promise<Head> {
    const { number, timestamp, mixHash } = await this.#block('latest')
    return { number: BigInt(number), timestamp: BigInt(timestamp), prevrandao: BigInt(mixHash) }
  }

  /**
   * Mines one block with exactly these transactions in this order.
   * @param timestamp of the block; not before its parent's
   * @throws RpcError when one is not even accepted (a wrong blob proof); then none is mined
   */
  async mine(transactions: readonly Transaction[], timestamp: bigint): Promise<Mined[]> {
    const before = copy(this.#memory)
    try {
      const sent: Hex[] = []
      // One after the other: anvil works on pipelined calls concurrently, and fifo is the order of arrival.
      for (const transaction of transactions) sent.push(await this.#send(transaction))
      await this.#anvil.request('evm_mine', [{ timestamp: quantityHex(timestamp) }])
      const block = await this.#block('latest')
      if (block.transactions.join() !== sent.join()) {
        throw new OrderLost(`block ${block.number} holds [${block.transactions}], not [${sent}]`)
      }
      const mined = await Promise.all(
        sent.map((hash, index) => this.#read(hash, transactions[index]!, block.miner)),
      )
      for (const it of mined) {
        if (it.status === 'success') this.#memory.storage = applyChanges(this.#memory.storage, it.changes)
      }
      return mined
    } catch (error) {
      // What was sent before the failure must not appear in a later block.
      await this.#anvil.request('anvil_dropAllTransactions', []).catch(() => {})
      this.#memory = before
      throw error
    }
  }

  /** Empty blocks, the only way to another prevrandao on a real chain; anvil gives each block number its own. */
  async mineEmpty(count: number, secondsBetween: number): Promise<void> {
    if (count === 0) return
    await this.#anvil.request('anvil_mine', [quantityHex(count), quantityHex(secondsBetween)])
  }

  /**
   * Empty blocks of one moment, the same hashes every time from the same head.
   * @param timestamp seconds since 1970; not before the head's
   * @returns prevrandao of each
   */
  async fill(count: number, timestamp: bigint): Promise<bigint[]> {
    for (let mined = 0; mined < count; mined++)
      await this.#anvil.request('evm_mine', [{ timestamp: quantityHex(timestamp) }])
    return this.#prevrandaos(count)
  }

  /** @throws Error when the constructor reverts, with what it returned */
  async deploy(artifact: Artifact, constructorArguments: readonly unknown[], from: Key): Promise<Address> {
    const abi: Abi = artifact.abi
    const data = encodeDeployData({ abi, bytecode: artifact.bytecode, args: constructorArguments })
    const { timestamp } = await this.head()
    const [mined] = await this.mine([{ from, data, gas: 30_000_000n }], timestamp)
    if (mined!.status === 'reverted')
      throw new Error(`${artifact.name} refused its construction: ${mined!.returnData}`)
    return mined!.contractAddress!
  }

  /** Runtime code, immutables filled in: what the injection engine needs. */
  code(address: Address): Promise<Hex> {
    return this.#anvil.request<Hex>('eth_getCode', [address, 'latest'])
  }

  /** A view call on the newest block. */
  call(to: Address, data: Hex): Promise<Hex> {
    return this.#anvil.request<Hex>('eth_call', [{ to, data }, 'latest'])
  }

  /**
   * View calls on the newest state, as a block of another time would answer them.
   * @param timestamp seconds since 1970
   * @throws ViewRefused when one reverts
   */
  async views(
    calls: readonly { readonly to: Address; readonly data: Hex }[],
    timestamp: bigint,
  ): Promise<Hex[]> {
    const { number } = await this.head()
    const blockOverrides = {
      time: quantityHex(timestamp),
      number: quantityHex(number + 1n),
      gasLimit: quantityHex(1n << 60n),
      baseFeePerGas: '0x0',
    }
    const gas = quantityHex(DEFAULT_GAS)
    const [block] = await this.#anvil.request<{ calls: SimulatedView[] }[]>('eth_simulateV1', [
      {
        blockStateCalls: [{ blockOverrides, calls: calls.map(({ to, data }) => ({ to, input: data, gas })) }],
      },
      'latest',
    ])
    return block!.calls.map(({ status, returnData }, index) => {
      if (status !== '0x1') throw new ViewRefused(`view ${calls[index]!.data} reverted with ${returnData}`)
      return returnData
    })
  }

  /** Values as the chain has them, without any contract's help. */
  async readStorage(address: Address, slots: readonly bigint[]): Promise<Map<bigint, bigint>> {
    const values = await Promise.all(
      slots.map((slot) => this.#anvil.request<Hex>('eth_getStorageAt', [address, wordHex(slot), 'latest'])),
    )
    return new Map(slots.map((slot, index) => [slot, BigInt(values[index]!)]))
  }

  /**
   * Every slot in use of every deployed contract, out of the engine's own database. Not through `eth_getProof`: the root in
   * there counts slots that were read and are zero. Takes longer the longer the chain is.
   */
  async rawStorage(): Promise<Map<Address, Map<bigint, bigint>>> {
    const dump = await this.#anvil.request('anvil_dumpState', [], z.string())
    const { accounts } = dumpSchema.parse(JSON.parse(gunzipSync(hexBytes(dump)).toString('utf8')))
    const storage = new Map<Address, Map<bigint, bigint>>()
    for (const [address, account] of Object.entries(accounts)) {
      if (SYSTEM_CONTRACTS.has(address)) continue
      const slots = Object.entries(account.storage).map(
        ([slot, value]) => [BigInt(slot), BigInt(value)] as const,
      )
      const inUse = slots.filter(([, value]) => value !== 0n)
      if (inUse.length > 0) storage.set(address as Address, new Map(inUse))
    }
    return storage
  }

  /**
   * Holds the storage that the traces add up to against the engine's database: all contracts, all slots.
   * @throws StorageDisagrees naming contract and slot
   */
  async verifyStorage(): Promise<void> {
    const raw = await this.rawStorage()
    for (const address of new Set([...raw.keys(), ...this.storage.keys()])) {
      const [actual, traced] = [raw.get(address), this.storage.get(address)]
      for (const slot of new Set([...(actual?.keys() ?? []), ...(traced?.keys() ?? [])])) {
        const [found, expected] = [actual?.get(slot) ?? 0n, traced?.get(slot) ?? 0n]
        if (found === expected) continue
        throw new StorageDisagrees(
          `${address} slot ${wordHex(slot)} is ${wordHex(found)}, traced ${wordHex(expected)}`,
        )
      }
    }
  }

  /** Behind the contracts' back, for starting points that no schedule reaches; `storage` does not know of it. */
  async setSlot(address: Address, slot: bigint, value: bigint): Promise<void> {
    await this.#anvil.request('anvil_setStorageAt', [address, wordHex(slot), wordHex(value)])
  }

  async snapshot(): Promise<Snapshot> {
    return { id: await this.#anvil.request<Hex>('evm_snapshot', []), memory: copy(this.#memory) }
  }

  async revert(snapshot: Snapshot): Promise<void> {
    const reverted = await this.#anvil.request<boolean>('evm_revert', [snapshot.id])
    if (!reverted) throw new Error(`the engine does not know snapshot ${snapshot.id} any more`)
    this.#memory = copy(snapshot.memory)
    // Reverting uses the engine's snapshot up.
    snapshot.id = await this.#anvil.request<Hex>('evm_snapshot', [])
  }

  /** prevrandao of the newest blocks, oldest first. */
  async #prevrandaos(count: number): Promise<bigint[]> {
    const { number } = await this.head()
    const numbers = Array.from({ length: count }, (_, index) => number - BigInt(count - 1 - index))
    const blocks = await Promise.all(
      numbers.map((at) => this.#anvil.request<Block>('eth_getBlockByNumber', [quantityHex(at), false])),
    )
    return blocks.map(({ mixHash }) => BigInt(mixHash))
  }

  async #send(transaction: Transaction): Promise<Hex> {
    const { address } = transaction.from
    if (!this.#memory.funded.has(address)) {
      await this.#anvil.request('anvil_setBalance', [address, FUNDS])
      this.#memory.funded.add(address)
    }
    const nonce = this.#memory.nonces.get(address) ?? 0
    const hash = await this.#anvil.request<Hex>('eth_sendRawTransaction', [
      signed(transaction, nonce, this.#chainId),
    ])
    this.#memory.nonces.set(address, nonce + 1)
    return hash
  }

  async #read(hash: Hex, { from }: Transaction, miner: Address): Promise<Mined> {
    const receipt = await this.#anvil.request<Receipt>('eth_getTransactionReceipt', [hash])
    const gasUsed = BigInt(receipt.gasUsed)
    if (receipt.status !== '0x1') {
      const frame = await this.#anvil.request<CallFrame>('debug_traceTransaction', [hash, CALL_TRACER])
      return { hash, gasUsed, status: 'reverted', returnData: frame.output ?? '0x' }
    }
    const diff = await this.#anvil.request<Diff>('debug_traceTransaction', [hash, DIFF_TRACER])
    const logs = receipt.logs.map(({ address, topics, data }) => ({ address, topics, data }))
    const contractAddress =
      receipt.contractAddress === null ? {} : { contractAddress: receipt.contractAddress }
    return {
      hash,
      gasUsed,
      status: 'success',
      logs,
      changes: changesOf(diff, [from.address, miner]),
      ...contractAddress,
    }
  }

  #block(which: 'latest'): Promise<Block> {
    return this.#anvil.request<Block>('eth_getBlockByNumber', [which, false])
  }
}

const copy = ({ nonces, funded, storage }: Memory): Memory => ({
  nonces: new Map(nonces),
  funded: new Set(funded),
  // Never changed in place.
  storage,
})

const signed = (transaction: Transaction, nonce: number, chainId: number): Hex => {
  const { from, to, data, valueWei, blobs, gas } = transaction
  const common = {
    chainId,
    nonce,
    data,
    value: valueWei ?? 0n,
    gas: gas ?? DEFAULT_GAS,
    maxFeePerGas: MAX_FEE_WEI,
    maxPriorityFeePerGas: 1n,
  }
  const seal = (
    unsigned: TransactionSerializableEIP1559 | TransactionSerializableEIP4844,
    envelope = unsigned,
  ) => {
    const { r, s, recovery } = signUncached(keccak256(serializeTransaction(unsigned)), from)
    return serializeTransaction(envelope, { r, s, yParity: recovery })
  }
  if (!blobs) return seal({ ...common, type: 'eip1559', ...(to === undefined ? {} : { to }) })
  if (to === undefined) throw new Error('a blob transaction cannot create a contract')
  const unsigned = {
    ...common,
    to,
    type: 'eip4844' as const,
    blobVersionedHashes: blobs.map((blob) => blob.versionedHash),
    maxFeePerBlobGas: MAX_FEE_WEI,
  }
  const sidecars = blobs.map((blob) => ({
    blob: bytesHex(blob.bytes),
    commitment: blob.commitment,
    proof: blob.proof,
  }))
  // The signature covers the hashes of the blobs; the blobs themselves travel outside of it.
  return seal(unsigned, { ...unsigned, sidecars })
}
