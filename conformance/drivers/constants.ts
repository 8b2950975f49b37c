import {
  type Abi,
  decodeFunctionResult,
  encodeAbiParameters,
  encodeFunctionData,
  encodeFunctionResult,
  keccak256,
  zeroHash,
} from 'viem'
import { type DeployedAddresses, encodeParameters } from '../../impl/contracts/deploy.ts'
import type { Profile } from '../../spec/parameters.ts'
import type { Chain } from '../evm/blocks.ts'
import type { Hex } from '../evm/word.ts'
import { firstAdministration } from '../translation/administration.ts'
import type { Clock } from '../translation/blocks.ts'
import { addressOf } from '../translation/cast.ts'
import { chainId } from '../translation/deployment.ts'

interface Deployed {
  readonly profile: Profile
  readonly addresses: DeployedAddresses
  readonly abis: Readonly<Record<'rollup' | 'escrow', Abi>>
  readonly clock: Clock
}

/**
 * What the views of the contracts must answer for as long as they stand, by contract and function, and as long as nobody
 * hands the administration over, which no event of the models does.
 */
function constantsOf({ profile, addresses, abis, clock }: Deployed) {
  const parameters = encodeParameters(profile.parameters)
  const [struct, timestamp] = abis.escrow.find((item) => item.type === 'constructor')!.inputs
  return {
    rollup: {
      parameters,
      genesisTimestamp: clock.genesisTimestamp,
      ...firstAdministration,
      escrow: addresses.escrow,
      token: addresses.token,
      verifier: addresses.verifier,
      txVerifier: addresses.txVerifier,
      // EIP-5267: name, version, chain and contract, neither salt nor extensions.
      eip712Domain: ['0x0f', 'Lockstep Rollup', '1', BigInt(chainId), addresses.rollup, zeroHash, []],
    },
    escrow: {
      rollup: addresses.rollup,
      token: addresses.token,
      sink: addressOf('sink'),
      deploymentHash: keccak256(
        encodeAbiParameters([struct!, timestamp!], [parameters, clock.genesisTimestamp]),
      ),
    },
  } as const
}

/** The views that are asked here, and once. */
export const constantViews = {
  rollup: [
    'parameters',
    'genesisTimestamp',
    'administrator',
    'pendingAdministrator',
    'escrow',
    'token',
    'verifier',
    'txVerifier',
    'eip712Domain',
  ],
  escrow: ['rollup', 'token', 'sink', 'deploymentHash'],
} as const

/** Where the contracts say something else than what they were deployed with, a line each. */
export async function wrongConstants(chain: Chain, deployed: Deployed): Promise<string[]> {
  const wrong: string[] = []
  for (const [contract, views] of Object.entries(constantsOf(deployed)) as ['rollup' | 'escrow', object][])
    for (const [functionName, expected] of Object.entries(views)) {
      const abi = deployed.abis[contract]
      const data = await chain.call(deployed.addresses[contract], encodeFunctionData({ abi, functionName }))
      const told = encodeFunctionResult({ abi, functionName, result: expected } as never)
      if (data !== told)
        wrong.push(
          `${contract}.${functionName}() says ${found(abi, functionName, data)}, deployed was ${textOf(expected)}`,
        )
    }
  return wrong
}

/** What an answer says, and its bytes, which may differ where that does not. */
function found(abi: Abi, functionName: string, data: Hex): string {
  try {
    return `${textOf(decodeFunctionResult({ abi, functionName, data }))} (${data})`
  } catch {
    return data
  }
}

/** Addresses differ in their capitals only where a checksum is written. */
function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value).toLowerCase()
  const members = Object.entries(value).map(([name, member]) => `${name} ${textOf(member)}`)
  return members.sort().join(', ')
}
