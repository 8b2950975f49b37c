import { type Abi, concat, decodeFunctionData, encodeFunctionResult, keccak256 } from 'viem'
import { beforeAll, expect, test } from 'vitest'
import { implementedReadings, loadPreset } from '../../spec/parameters.ts'
import type { Chain } from '../evm/blocks.ts'
import { type Hex, wordHex } from '../evm/word.ts'
import { addressOf } from '../translation/cast.ts'
import { planProfile } from '../translation/deployment.ts'
import { constantViews, wrongConstants } from './constants.ts'

const [profile] = loadPreset('tiny').profiles
const numbers = Object.entries(profile!.parameters).filter(([name]) => !(name in implementedReadings))
const clock = { genesisTimestamp: 9n, slotDurationSeconds: 36n }
let deployed: Parameters<typeof wrongConstants>[1]
let answers: Record<string, unknown>

beforeAll(async () => {
  const { addresses, abi } = await planProfile(profile!)
  deployed = {
    profile: profile!,
    addresses,
    abis: { rollup: abi('Rollup'), escrow: abi('ProofEscrow') },
    clock,
  }
  answers = {
    parameters: Object.fromEntries(numbers.map(([name, value]) => [name, BigInt(value)])),
    genesisTimestamp: 9n,
    administrator: addressOf('admin'),
    rollup: addresses.rollup,
    token: addresses.token,
    sink: addressOf('sink'),
    // A word each, the genesis timestamp last.
    deploymentHash: keccak256(
      concat([...numbers.map(([, value]) => value), 9].map((value) => wordHex(BigInt(value)))),
    ),
  }
})

/** A chain whose contracts give these answers. */
function chainWith(told: Record<string, unknown>): Chain {
  const call = async (to: Hex, data: Hex) => {
    const abi = deployed.abis[to === deployed.addresses.escrow ? 'escrow' : 'rollup'] as Abi
    const { functionName } = decodeFunctionData({ abi, data })
    return encodeFunctionResult({ abi, functionName, result: told[functionName] } as never)
  }
  return { call } as unknown as Chain
}

test('what the contracts were deployed with is right', async () => {
  expect(Object.keys(answers).sort()).toEqual([...constantViews].sort())
  expect(await wrongConstants(chainWith(answers), deployed)).toEqual([])
})

test('every other answer is named, and every other number among the parameters', async () => {
  for (const name of constantViews) {
    const parameters = answers.parameters as Record<string, bigint>
    const others: unknown[] =
      name === 'parameters'
        ? Object.entries(parameters).map(([key, value]) => ({ ...parameters, [key]: value + 1n }))
        : [{ genesisTimestamp: 10n, deploymentHash: wordHex(1n) }[name] ?? addressOf('stranger')]
    for (const other of others) {
      const wrong = await wrongConstants(chainWith({ ...answers, [name]: other }), deployed)
      expect(wrong).toHaveLength(1)
      expect(wrong[0]).toContain(`.${name}() says `)
    }
  }
})
