import type { Abi } from 'viem'
import { artifactOf, type Compilation } from '../../impl/contracts/artifact.ts'
import {
  compileContracts,
  compileSources,
  PRODUCTION_SOURCES,
  readSources,
  type Sources,
} from '../../impl/contracts/compile.ts'
import { type DeployedAddresses, planDeployment } from '../../impl/contracts/deploy.ts'
import { randaoValue } from '../../model/shared/hash.ts'
import type { Profile } from '../../spec/parameters.ts'
import { deployOn } from '../contract-tests/deployed.ts'
import { startAnvil } from '../evm/anvil.ts'
import type { Address, Hex, Storage } from '../evm/word.ts'
import { Blocks, type BodyHashes } from './blocks.ts'
import { Caller, type Contracts } from './calls.ts'
import { addressOf } from './cast.ts'
import { Domain, genesisStateRoot } from './headers.ts'
import { type RandaoValues, StorageMap, type StoredContracts } from './storage.ts'

export const chainId = 31_337
/** Seconds since 1970: any moment will do, as long as it is after anvil's own genesis. */
export const genesisTimestamp = 1_800_000_000n
export const deployer: Address = `0x${'de'.repeat(20)}`
/** Constructors of thousands of validators fit. */
const blockGasLimit = 1n << 41n

/** The production contracts as a profile deploys them, with everything that speaks about them. */
export interface Deployment {
  readonly profile: Profile
  readonly addresses: DeployedAddresses
  /** Runtime bytecode, immutables filled in. */
  readonly code: ReadonlyMap<Address, Hex>
  /** As the constructors left it. */
  readonly storage: Storage
  readonly blocks: Blocks
  readonly caller: Caller
  readonly storageMap: StorageMap
  readonly abis: Readonly<Record<keyof DeployedAddresses, Abi>>
}

const DEPLOYMENT_SOURCE = `${PRODUCTION_SOURCES}/Deployment.sol`
/** Of the same shape, so that the compiler numbers everything else alike. */
const [BOND_BOUND, NO_BOUND] = [
  '_require(p.minimumBondWei > 0, "minimumBondWei");',
  '_require(p.minimumBondWei >= 0, "minimumBondWei");',
]

/**
 * Contracts that can be deployed with a minimum bond of 0, as profiles that are not about bonds have it. The bound is one of
 * the constructors alone: the bytecode that runs is the same, and a test compares the two.
 * @param mistakes texts in place of some of the sources: one of them may have taken the bound out by itself
 * @throws BondBoundNotFound where the sources do not have the bound exactly once
 */
export function withoutBondBound(sources: Sources, mistakes: Sources = new Map()): Sources {
  const found = (sources.get(DEPLOYMENT_SOURCE) ?? '').split(BOND_BOUND).length - 1
  if (found !== 1) throw new BondBoundNotFound(found)
  const texts = new Map([...sources, ...mistakes])
  return texts.set(DEPLOYMENT_SOURCE, texts.get(DEPLOYMENT_SOURCE)!.replace(BOND_BOUND, NO_BOUND))
}

/** Were the bound left in, profiles with bonds of 0 would be refused by the constructors, and nothing would say why. */
export class BondBoundNotFound extends Error {
  override name = 'BondBoundNotFound'
  /** @param found how often the bound is there */
  constructor(found: number) {
    super(`${DEPLOYMENT_SOURCE}: expected the bound of bonds once, found it ${found} times: ${BOND_BOUND}`)
  }
}

/** What is deployed in the production contracts' place where a profile has bonds of 0. */
export const compileForNoBonds = async (): Promise<Compilation> =>
  compileSources(withoutBondBound(await readSources([PRODUCTION_SOURCES])))

/**
 * What a profile deploys.
 * @param from who sends the creations, with nonces from 0 on
 * @param compiled contracts with a mistake in them, instead of the production contracts
 * @throws UnsupportedConstant for a reading that the contracts do not implement
 */
export async function planProfile(profile: Profile, from = deployer, compiled?: Compilation) {
  const hasBonds = profile.parameters.minimumBondWei !== '0'
  const compilation = compiled ?? (await (hasBonds ? compileContracts() : compileForNoBonds()))
  const plan = planDeployment(
    compilation,
    {
      parameters: profile.parameters,
      genesisTimestamp,
      genesisStateRoot,
      prevrandao: randaoValue(profile.randaos[0]!),
      validators: profile.validators.map(addressOf),
      administrator: addressOf('admin'),
      sink: addressOf('sink'),
    },
    from,
  )
  const abi = (name: string): Abi => artifactOf(compilation, name).abi as Abi
  const layout = (name: string) => artifactOf(compilation, name).storageLayout
  return { ...plan, abi, layout }
}

export type Plan = Awaited<ReturnType<typeof planProfile>>

/**
 * What speaks about the contracts of a plan.
 * @param bodies the versioned hashes that carry contents
 * @param randaoOf what names of prevrandao values stand for, if not what the models' hash says
 */
export function describe(profile: Profile, plan: Plan, bodies: BodyHashes, randaoOf?: RandaoValues) {
  const { addresses, abi, layout } = plan
  const contracts: Contracts = {
    chainId: BigInt(chainId),
    forcedMaximumBytes: profile.parameters.forcedMaximumBytes,
    rollup: { address: addresses.rollup, abi: abi('Rollup') },
    escrow: { address: addresses.escrow, abi: abi('ProofEscrow') },
  }
  const stored: StoredContracts = {
    rollup: { address: addresses.rollup, layout: layout('Rollup') },
    escrow: { address: addresses.escrow, layout: layout('ProofEscrow') },
    token: { address: addresses.token, layout: layout('TestToken') },
  }
  const blocks = new Blocks(
    { genesisTimestamp, slotDurationSeconds: BigInt(profile.parameters.slotDurationSeconds) },
    bodies,
    new Domain(contracts.chainId, addresses.rollup),
    addresses,
  )
  return {
    blocks,
    caller: new Caller(contracts),
    storageMap: new StorageMap(profile, stored, blocks, randaoOf),
  }
}

/**
 * Deploys a profile on an engine of its own and takes code and storage from there.
 * @param compiled the contracts with a mistake in them, instead of the production contracts
 */
export async function deployProfile(
  profile: Profile,
  bodies: BodyHashes,
  compiled?: Compilation,
): Promise<Deployment> {
  const plan = await planProfile(profile, deployer, compiled)
  const engine = await startAnvil({ chainId, blockGasLimit })
  try {
    const { code, storage } = await deployOn(engine, deployer, plan.creations)
    const abis = {
      rollup: plan.abi('Rollup'),
      escrow: plan.abi('ProofEscrow'),
      token: plan.abi('TestToken'),
      verifier: plan.abi('MockEpochProofVerifier'),
      txVerifier: plan.abi('MockTxProofVerifier'),
    }
    return {
      profile,
      addresses: plan.addresses,
      code,
      storage,
      abis,
      ...describe(profile, plan, bodies),
    }
  } finally {
    await engine.stop()
  }
}
