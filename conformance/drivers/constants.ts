import { type Abi, decodeFunctionResult, encodeAbiParameters, encodeFunctionData, keccak256 } from 'viem'
import type { DeployedAddresses } from '../../impl/contracts/deploy.ts'
import { implementedReadings, type Profile } from '../../spec/parameters.ts'
import type { Chain } from '../evm/blocks.ts'
import type { Hex } from '../evm/word.ts'
import type { Clock } from '../translation/blocks.ts'
import { addressOf } from '../translation/cast.ts'

interface Deployed {
  readonly profile: Profile
  readonly addresses: DeployedAddresses
  readonly abis: Readonly<Record<'rollup' | 'escrow', Abi>>
  readonly clock: Clock
}

/** What the views of the contracts must answer for as long as they stand, by contract and function. */
function constantsOf({ profile, addresses, abis, clock }: Deployed) {
  const numbers = Object.entries(profile.parameters).filter(([name]) => !(name in implementedReadings))
  const parameters = Object.fromEntries(numbers.map(([name, value]) => [name, BigInt(value)]))
  const [struct, timestamp] = abis.escrow.find((item) => item.type === 'constructor')!.inputs
  return {
    rollup: {
      parameters,
      genesisTimestamp: clock.genesisTimestamp,
      administrator: addressOf('admin'),
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

/** Names of the views that are asked here, and once. */
export const constantViews = [
  'parameters',
  'genesisTimestamp',
  'administrator',
  'rollup',
  'token',
  'sink',
  'deploymentHash',
]

/** Where the contracts say something else than what they were deployed with, a line each. */
export async function wrongConstants(chain: Chain, deployed: Deployed): Promise<string[]> {
  const wrong: string[] = []
  for (const [contract, views] of Object.entries(constantsOf(deployed)) as ['rollup' | 'escrow', object][])
    for (const [functionName, expected] of Object.entries(views)) {
      const abi = deployed.abis[contract]
      const data: Hex = await chain.call(
        deployed.addresses[contract],
        encodeFunctionData({ abi, functionName }),
      )
      const found = textOf(decodeFunctionResult({ abi, functionName, data }))
      if (found !== textOf(expected))
        wrong.push(`${contract}.${functionName}() says ${found}, deployed was ${textOf(expected)}`)
    }
  return wrong
}

/** Addresses differ in their capitals only where a checksum is written. */
function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value).toLowerCase()
  const members = Object.entries(value).map(([name, member]) => `${name} ${textOf(member)}`)
  return members.sort().join(', ')
}
