import { type Abi, encodeFunctionData } from 'viem'
import type { Creation, DeployedAddresses } from '../../impl/contracts/deploy.ts'
import { type Profile, peopleOf } from '../../spec/parameters.ts'
import { ROOMY_CODE_SIZE } from '../evm/anvil.ts'
import { Chain, type Snapshot } from '../evm/blocks.ts'
import { keyOf } from '../evm/ecdsa.ts'
import type { Hex } from '../evm/word.ts'
import type { Blocks } from '../translation/blocks.ts'
import type { Caller } from '../translation/calls.ts'
import { addressOf } from '../translation/cast.ts'
import { describe, planProfile } from '../translation/deployment.ts'
import type { StorageMap } from '../translation/storage.ts'
import { type BlobBodies, blobBodies } from './bodies.ts'
import { wrongConstants } from './constants.ts'
import { MinedRandaos } from './mined-randaos.ts'

/** Seconds since 1970 of the engine's first block: the same everywhere, and before every slot. */
const ENGINE_START = 1_700_000_000
/** It rises and falls with the blocks before and survives a return to a snapshot; the lowest of all stays as it is. */
const BASE_FEE_WEI = 7n
const CREATION_GAS = 30_000_000n
const UNLIMITED = (1n << 256n) - 1n

export interface StandOptions {
  /** Puts other code into place, for example a fault that must be found. */
  readonly alter?: (creations: readonly Creation[]) => readonly Creation[]
}

/** The contracts did not come to stand as the profile says. */
export class StandFailed extends Error {
  override readonly name = 'StandFailed'
}

/** A profile's contracts on real blocks, deployed and endowed, with everything that speaks about them. */
export class Stand {
  private constructor(
    readonly profile: Profile,
    readonly chain: Chain,
    readonly addresses: DeployedAddresses,
    readonly abis: Readonly<Record<'rollup' | 'escrow', Abi>>,
    readonly bodies: BlobBodies,
    readonly randaos: MinedRandaos,
    readonly blocks: Blocks,
    readonly caller: Caller,
    readonly storageMap: StorageMap,
    readonly start: Snapshot,
  ) {}

  /** @throws EngineMissing, EngineDied, UnsupportedConstant, StandFailed */
  static async start(profile: Profile, { alter }: StandOptions = {}): Promise<Stand> {
    const deployer = keyOf('deployer')
    const [plan, bodies] = await Promise.all([planProfile(profile, deployer.address), blobBodies(profile)])
    const randaos = new MinedRandaos(profile.parameters)
    const { blocks, caller, storageMap } = describe(profile, plan, bodies, randaos.randaoOf)
    const chain = await Chain.start({
      genesisTimestamp: ENGINE_START,
      baseFeePerGasWei: BASE_FEE_WEI,
      // With a fault in it the rollup may be larger than an account.
      ...(alter && { codeSizeLimit: ROOMY_CODE_SIZE }),
    })
    try {
      const deployedAt = blocks.startOf(profile.firstSlot)
      const send = async (from: string, to: Hex | undefined, data: Hex, what: string): Promise<void> => {
        const target = to === undefined ? { gas: CREATION_GAS } : { to }
        const [mined] = await chain.mine([{ from: keyOf(from), data, ...target }], deployedAt)
        if (mined!.status === 'reverted') throw new StandFailed(`${what} reverted with ${mined!.returnData}`)
      }
      for (const { contract, data } of alter?.(plan.creations) ?? plan.creations)
        await send('deployer', undefined, data, `the constructor of ${contract}`)

      const { token, escrow, rollup } = plan.addresses
      const call = async (from: string, to: Hex, abi: Abi, functionName: string, args: unknown[]) =>
        send(from, to, encodeFunctionData({ abi, functionName, args }), functionName)
      const tokenAbi = plan.abi('TestToken')
      const mint = async (holder: string, amount: string | undefined) => {
        const account = holder === 'rollup' ? rollup : holder === 'escrow' ? escrow : addressOf(holder)
        if (amount && amount !== '0')
          await call('deployer', token, tokenAbi, 'mint', [account, BigInt(amount)])
      }
      for (const [holder, amount] of Object.entries(profile.tokens)) await mint(holder, amount)
      for (const person of peopleOf(profile))
        await call(person, token, tokenAbi, 'approve', [escrow, UNLIMITED])
      for (const prover of profile.provers) {
        const deposit = profile.deposits[prover]
        if (!deposit || deposit === '0') continue
        await mint(prover, deposit)
        await call(prover, escrow, plan.abi('ProofEscrow'), 'deposit', [BigInt(deposit)])
      }
      const abis = { rollup: plan.abi('Rollup'), escrow: plan.abi('ProofEscrow') }
      const wrong = await wrongConstants(chain, {
        profile,
        addresses: plan.addresses,
        abis,
        clock: blocks.clock,
      })
      if (wrong.length > 0) throw new StandFailed(wrong.join('; '))
      const start = await chain.snapshot()
      return new Stand(
        profile,
        chain,
        plan.addresses,
        abis,
        bodies,
        randaos,
        blocks,
        caller,
        storageMap,
        start,
      )
    } catch (error) {
      await chain.stop()
      throw error
    }
  }

  /** Back to the state after deployment. */
  async reset(): Promise<void> {
    this.randaos.reset()
    await this.chain.revert(this.start)
  }

  stop(): Promise<void> {
    return this.chain.stop()
  }
}
