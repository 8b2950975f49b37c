/**
 * How a rollup comes into being: which contracts, in which order, with which constructor arguments, at which
 * addresses. Engines only have to send five transactions in a row.
 */
import { type Abi, encodeDeployData, getContractAddress } from 'viem'
import { implementedReadings, type Parameters } from '../../spec/parameters.ts'
import { type Artifact, artifactOf, type Compilation, type Hex } from './artifact.ts'

/** What a rollup is deployed with. Addresses are 20 bytes, in any case. */
export type Deployment = {
  readonly parameters: Parameters
  /** Seconds since 1970: when slot 0 starts. */
  readonly genesisTimestamp: bigint
  /** The state that the first block is built on: 32 bytes. */
  readonly genesisStateRoot: Hex
  /** Randomness of the sample of epoch 0. */
  readonly prevrandao: bigint
  /** In their order, all different. */
  readonly validators: readonly Hex[]
  readonly administrator: Hex
  /** Receives slashed bonds. */
  readonly sink: Hex
}

export type Creation = {
  readonly contract: keyof DeployedAddresses
  readonly artifact: Artifact
  /** Creation code with the constructor's arguments. */
  readonly data: Hex
}

/** Lower case. */
export type DeployedAddresses = {
  readonly token: Hex
  /** Of epochs, and of fallback blocks. */
  readonly verifier: Hex
  /** Of forced transactions. */
  readonly txVerifier: Hex
  readonly escrow: Hex
  readonly rollup: Hex
}

export type DeploymentPlan = {
  readonly addresses: DeployedAddresses
  /** To be sent by the deployer in this order, with consecutive nonces. */
  readonly creations: readonly Creation[]
}

/** The contracts implement one of the readings of each open clause. */
export class UnsupportedConstant extends Error {
  override readonly name = 'UnsupportedConstant'
}

/** EPOCH-12: a byte for each entry, the lowest one for the first. */
export const packedRounds = (shuffleRounds: readonly number[]): bigint =>
  shuffleRounds.reduceRight((packed, rounds) => (packed << 8n) | BigInt(rounds), 0n)

/** `Parameters.sol` as viem encodes it. @throws UnsupportedConstant */
export const encodeParameters = (parameters: Parameters) => {
  for (const [name, supported] of Object.entries(implementedReadings)) {
    const value = parameters[name as keyof typeof implementedReadings]
    if (value !== supported)
      throw new UnsupportedConstant(`the contracts implement ${name} = ${supported}, not ${value}`)
  }
  return {
    slotDurationSeconds: BigInt(parameters.slotDurationSeconds),
    slotsPerEpoch: BigInt(parameters.slotsPerEpoch),
    claimWindowSlots: BigInt(parameters.claimWindowSlots),
    targetCommitteeSize: BigInt(parameters.targetCommitteeSize),
    shuffleRounds: packedRounds(parameters.shuffleRounds),
    withdrawalDelaySlots: BigInt(parameters.withdrawalDelaySlots),
    minimumBondWei: BigInt(parameters.minimumBondWei),
    escrowCapWei: BigInt(parameters.escrowCapWei),
    epochRewardWei: BigInt(parameters.epochRewardWei),
    challengeSlots: BigInt(parameters.challengeSlots),
    fallbackEnterSlots: BigInt(parameters.fallbackEnterSlots),
    fallbackExitSlots: BigInt(parameters.fallbackExitSlots),
    fallbackExitActivitySlots: BigInt(parameters.fallbackExitActivitySlots),
    fallbackRewardWei: BigInt(parameters.fallbackRewardWei),
    forcedDelayEpochs: BigInt(parameters.forcedDelayEpochs),
    forcedMinimum: BigInt(parameters.forcedMinimum),
    forcedMaximumBytes: BigInt(parameters.forcedMaximumBytes),
  }
}

/** Names of the contracts that a plan creates; tests put others in their place. */
export type Stand = { readonly token: string; readonly verifier: string; readonly txVerifier: string }

/** What is created where a plan names nothing else. */
export const TEST_STAND: Stand = {
  verifier: 'MockEpochProofVerifier',
  txVerifier: 'MockTxProofVerifier',
  token: 'TestToken',
}

/**
 * Token, verifiers, escrow, rollup. Escrow and rollup name each other, so addresses are fixed before anything exists.
 * @param compilation with the production contracts, and the stand's
 * @param deployer who sends the creations
 * @param firstNonce nonce of the first of them
 * @param stand token and verifiers; the test token and the mock verifiers where not given
 * @throws UnsupportedConstant
 */
export const planDeployment = (
  compilation: Compilation,
  deployment: Deployment,
  deployer: Hex,
  firstNonce = 0n,
  stand: Partial<Stand> = {},
): DeploymentPlan => {
  const addressAt = (index: bigint) =>
    getContractAddress({ from: deployer, nonce: firstNonce + index }).toLowerCase() as Hex
  const addresses = {
    token: addressAt(0n),
    verifier: addressAt(1n),
    txVerifier: addressAt(2n),
    escrow: addressAt(3n),
    rollup: addressAt(4n),
  }
  const { parameters, genesisTimestamp, genesisStateRoot, prevrandao, validators, administrator, sink } =
    deployment
  const encoded = encodeParameters(parameters)
  const { token, verifier, txVerifier } = { ...TEST_STAND, ...stand }
  const create = (
    contract: keyof DeployedAddresses,
    name: string,
    args: readonly unknown[] = [],
  ): Creation => {
    const artifact = artifactOf(compilation, name)
    return { contract, artifact, data: encodeCreation(artifact, args) }
  }
  return {
    addresses,
    creations: [
      create('token', token),
      create('verifier', verifier),
      create('txVerifier', txVerifier),
      create('escrow', 'ProofEscrow', [encoded, genesisTimestamp, addresses.token, addresses.rollup, sink]),
      create('rollup', 'Rollup', [
        encoded,
        genesisTimestamp,
        genesisStateRoot,
        prevrandao,
        validators,
        {
          administrator,
          token: addresses.token,
          escrow: addresses.escrow,
          verifier: addresses.verifier,
          txVerifier: addresses.txVerifier,
        },
      ]),
    ],
  }
}

/** Creation code and constructor arguments. */
export const encodeCreation = (artifact: Artifact, args: readonly unknown[]): Hex =>
  encodeDeployData({ abi: artifact.abi as Abi, bytecode: artifact.bytecode, args })
