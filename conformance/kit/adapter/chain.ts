import { type Abi, decodeErrorResult, decodeFunctionResult, encodeDeployData, encodeFunctionData } from 'viem'
import { type Blob, blobOf } from '../../evm/blobs.ts'
import { Chain, type Snapshot } from '../../evm/blocks.ts'
import { full, keyOf, sign } from '../../evm/ecdsa.ts'
import type { Log } from '../../evm/trace.ts'
import { type Address, type Hex, wordHex } from '../../evm/word.ts'
import { addressOf } from '../../translation/cast.ts'
import type { Compiled } from './adapter.ts'

/** Seconds since 1970 of the first moment of every chain. */
export const FIRST_MOMENT = 1_700_000_000n
const CHAIN_ID = 31_337
/** It rises and falls with the blocks before; the lowest of all stays as it is. */
const BASE_FEE_WEI = 7n
const CREATION_GAS = 30_000_000n
const NOT_SIGNED: Hex = `0x${'00'.repeat(65)}`
const FIRST_BLOCKS = 8
const MOST_BLOCKS = 4_096

export type Sent =
  | { readonly accepted: true; readonly logs: readonly Log[] }
  /** With what it reverted. */
  | { readonly accepted: false; readonly data: Hex }

export interface SendOptions {
  readonly valueWei?: bigint
  /** Makes it a blob transaction. */
  readonly blobs?: readonly Blob[]
}

/** The EVM that an adapter has to itself: real blocks, one transaction in each. */
export class AdapterChain {
  #time = FIRST_MOMENT

  private constructor(
    private readonly blocks: Chain,
    private readonly empty: Snapshot,
    private readonly contracts: ReadonlyMap<string, Compiled>,
  ) {}

  /** @throws EngineMissing, EngineDied */
  static async start(contracts: ReadonlyMap<string, Compiled>): Promise<AdapterChain> {
    const options = {
      chainId: CHAIN_ID,
      genesisTimestamp: Number(FIRST_MOMENT),
      baseFeePerGasWei: BASE_FEE_WEI,
    }
    const blocks = await Chain.start(options)
    return new AdapterChain(blocks, await blocks.snapshot(), contracts)
  }

  stop(): Promise<void> {
    return this.blocks.stop()
  }

  /** Empty again, at its first moment. For the harness: it does so before every `reset`. */
  async clear(): Promise<void> {
    await this.blocks.revert(this.empty)
    this.#time = FIRST_MOMENT
  }

  /** What CHAINID gives. */
  get chainId(): bigint {
    return BigInt(CHAIN_ID)
  }

  /** Time of the next block, in seconds since 1970. */
  get time(): bigint {
    return this.#time
  }

  /** @param seconds since 1970, not before the present */
  setTime(seconds: bigint): void {
    if (seconds < this.#time) throw new Error(`time does not go back from ${this.#time} to ${seconds}`)
    this.#time = seconds
  }

  /** Account of a name of the models; the zero address for `none`. Everybody has ether. */
  address(name: string): Address {
    return addressOf(name)
  }

  /** Signature of a digest by the key of a name: r, s, v, 65 bytes; zeroes for `none`, who has no key. */
  sign(name: string, digest: Hex): Hex {
    return name === 'none' ? NOT_SIGNED : full(sign(digest, keyOf(name)))
  }

  /** @throws Error for a contract that nobody compiled, and one whose constructor reverts */
  async deploy(name: string, args: readonly unknown[] = [], from = 'deployer'): Promise<Contract> {
    const { abi, bytecode } = this.#compiled(name)
    const data = encodeDeployData({ abi, bytecode, args })
    const transaction = { from: keyOf(from), data, gas: CREATION_GAS }
    const [mined] = await this.blocks.mine([transaction], this.#time)
    if (mined!.status === 'reverted')
      throw new Error(
        `the constructor of ${name} reverted with ${new Errors(abi).describe(mined!.returnData)}`,
      )
    return this.at(mined!.contractAddress!, abi)
  }

  /** A contract that another one has made. @param contract its name, or its ABI */
  at(address: Address, contract: string | Abi): Contract {
    const abi = typeof contract === 'string' ? this.#compiled(contract).abi : contract
    return new Contract(this, address, abi)
  }

  /** One transaction in a block of its own. */
  async send(
    from: string,
    to: Address,
    data: Hex,
    { valueWei = 0n, blobs }: SendOptions = {},
  ): Promise<Sent> {
    if (from === 'none') throw new Error('nobody has the key of "none"')
    const transaction = { from: keyOf(from), to, data, valueWei, ...(blobs && { blobs }) }
    const [mined] = await this.blocks.mine([transaction], this.#time)
    return mined!.status === 'success'
      ? { accepted: true, logs: mined!.logs }
      : { accepted: false, data: mined!.returnData }
  }

  /** Calls that change nothing, at the time of the next block. @throws ViewRefused when one reverts */
  read(calls: readonly { readonly to: Address; readonly data: Hex }[]): Promise<Hex[]> {
    return this.blocks.views(calls, this.#time)
  }

  async storage(address: Address, slot: bigint): Promise<Hex> {
    return wordHex((await this.blocks.readStorage(address, [slot])).get(slot)!)
  }

  /** A blob with commitment and proof; `versionedHash` is what BLOBHASH gives. */
  blob(body: Uint8Array): Promise<Blob> {
    return blobOf(body)
  }

  /**
   * Nobody can choose the prevrandao of a block: mines empty blocks until that of the next one is as wanted.
   * @returns it
   */
  async prevrandao(isWanted: (value: bigint) => boolean): Promise<bigint> {
    for (let count = FIRST_BLOCKS, before = 0; before < MOST_BLOCKS; before += count, count *= 2) {
      const start = await this.blocks.snapshot()
      const values = await this.blocks.fill(count, this.#time)
      const found = values.findIndex(isWanted)
      if (found < 0) continue
      await this.blocks.revert(start)
      // Not the block itself: the transaction is still to come into it.
      await this.blocks.fill(found, this.#time)
      return values[found]!
    }
    throw new Error(`none of ${MOST_BLOCKS} blocks has a prevrandao as wanted`)
  }

  #compiled(name: string): Compiled {
    const found = this.contracts.get(name)
    if (!found)
      throw new Error(`no contract is called ${name}; known: ${[...this.contracts.keys()].join(', ')}`)
    return found
  }
}

/** A contract on the chain of an adapter, by its ABI. */
export class Contract {
  readonly #errors: Errors

  constructor(
    readonly chain: AdapterChain,
    readonly address: Address,
    readonly abi: Abi,
  ) {
    this.#errors = new Errors(abi)
  }

  /** One transaction in a block of its own. @param from a name of the models */
  send(
    from: string,
    functionName: string,
    args: readonly unknown[] = [],
    options?: SendOptions,
  ): Promise<Sent> {
    return this.chain.send(from, this.address, this.#data(functionName, args), options)
  }

  /** What a view answers at the time of the next block, as viem decodes it. @throws ViewRefused when it reverts */
  async read(functionName: string, args: readonly unknown[] = []): Promise<unknown> {
    return (await this.readAll([[functionName, args]]))[0]
  }

  /** What several views answer: much faster than one after the other. */
  async readAll(
    views: readonly (readonly [functionName: string, args?: readonly unknown[]])[],
  ): Promise<unknown[]> {
    const calls = views.map(([functionName, args = []]) => ({
      to: this.address,
      data: this.#data(functionName, args),
    }))
    const answers = await this.chain.read(calls)
    return views.map(([functionName, args = []], index) =>
      decodeFunctionResult({ abi: this.abi, functionName, args, data: answers[index]! }),
    )
  }

  /** What revert data says: the text of `revert("…")`, the name of a custom error; `undefined` for anything else. */
  errorOf(data: Hex): string | undefined {
    return this.#errors.nameOf(data)
  }

  #data(functionName: string, args: readonly unknown[]): Hex {
    return encodeFunctionData({ abi: this.abi, functionName, args })
  }
}

class Errors {
  constructor(readonly abi: Abi) {}

  nameOf(data: Hex): string | undefined {
    const decoded = this.#decode(data)
    if (!decoded || decoded.errorName === 'Panic') return undefined
    return decoded.errorName === 'Error' ? String(decoded.args?.[0]) : decoded.errorName
  }

  /** For people: the data, and what it says where it is known. */
  describe(data: Hex): string {
    const decoded = this.#decode(data)
    return decoded ? `${data} (${decoded.errorName}(${(decoded.args ?? []).join(', ')}))` : data
  }

  #decode(data: Hex): { errorName: string; args?: readonly unknown[] } | undefined {
    try {
      // viem knows Error(string) and Panic(uint256) beside the errors of the ABI.
      return decodeErrorResult({ abi: this.abi, data }) as { errorName: string; args?: readonly unknown[] }
    } catch {
      return undefined
    }
  }
}
