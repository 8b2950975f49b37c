/** Contracts as their constructors leave them: runtime bytecode with immutables filled in, and raw storage. */
import { z } from 'zod'
import type { Creation } from '../../impl/contracts/deploy.ts'
import type { Anvil } from '../evm/anvil.ts'
import { applyChanges, changesOf, DIFF_TRACER, type Diff, type Log } from '../evm/trace.ts'
import { type Address, type Hex, quantityHex, type Storage } from '../evm/word.ts'

export type Deployed = {
  readonly code: ReadonlyMap<Address, Hex>
  readonly storage: Storage
  /** Of all constructors, in order. */
  readonly logs: readonly Log[]
}

/** A constructor reverted. `data` is what it gave as its reason. */
export class CreationFailed extends Error {
  override readonly name = 'CreationFailed'
  readonly data: Hex
  constructor(contract: string, data: Hex) {
    super(`the constructor of ${contract} reverted with ${data}`)
    this.data = data
  }
}

const hex = z.string().transform((text) => text as Hex)
const receiptSchema = z.object({
  status: z.string(),
  contractAddress: z.string().nullable(),
  logs: z.array(z.object({ address: hex, topics: z.array(hex), data: hex })),
})
const GAS = quantityHex(1n << 40n)

/**
 * Sends creations on real blocks, one each.
 * @param engine with a block gas limit of at least 2^40
 * @param deployer its nonce is the plan's first
 * @throws CreationFailed
 */
export const deployOn = async (
  engine: Anvil,
  deployer: Address,
  creations: readonly Creation[],
): Promise<Deployed> => {
  await engine.request('anvil_setBalance', [deployer, quantityHex(10n ** 30n)])
  await engine.request('anvil_impersonateAccount', [deployer])
  const code = new Map<Address, Hex>()
  let storage: Storage = new Map()
  const logs: Log[] = []
  for (const { contract, data } of creations) {
    const hash = await engine.request<Hex>('eth_sendTransaction', [{ from: deployer, data, gas: GAS }])
    await engine.request('evm_mine', [])
    const receipt = await engine.request('eth_getTransactionReceipt', [hash], receiptSchema)
    if (receipt.status !== '0x1') {
      const { output = '0x' } = await engine.request<{ output?: Hex }>('debug_traceTransaction', [
        hash,
        { tracer: 'callTracer' },
      ])
      throw new CreationFailed(contract, output)
    }
    const address = receipt.contractAddress as Address
    logs.push(...receipt.logs)
    code.set(address, await engine.request<Hex>('eth_getCode', [address, 'latest']))
    const diff = await engine.request<Diff>('debug_traceTransaction', [hash, DIFF_TRACER])
    storage = applyChanges(storage, changesOf(diff, [deployer]))
  }
  return { code, storage, logs }
}
