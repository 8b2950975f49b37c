import { type Abi, concat, decodeFunctionData, encodeFunctionResult, keccak256, zeroHash } from 'viem'
import { beforeAll, expect, test } from 'vitest'
import { implementedReadings, loadPreset } from '../../spec/parameters.ts'
import type { Chain } from '../evm/blocks.ts'
import { type Hex, wordHex } from '../evm/word.ts'
import { addressOf } from '../translation/cast.ts'
import { planProfile } from '../translation/deployment.ts'
import { constantViews, wrongConstants } from './constants.ts'

const [profile] = loadPreset('tiny').profiles
const numbers = Object.entries(profile!.parameters).filter(([name]) => !(name in implementedReadings))
/** Of the rounds a byte for each entry, the lowest one for the first. */
const wordOf = (value: string | number | readonly number[]): bigint =>
  typeof value === 'object'
    ? BigInt(
        `0x${value
          .map((rounds) => rounds.toString(16).padStart(2, '0'))
          .reverse()
          .join('')}`,
      )
    : BigInt(value)
const clock = { genesisTimestamp: 9n, slotDurationSeconds: 36n }
let deployed: Parameters<typeof wrongConstants>[1]
type Answers = Record<'rollup' | 'escrow', Record<string, unknown>>
let answers: Answers

beforeAll(async () => {
  const { addresses, abi } = await planProfile(profile!)
  deployed = {
    profile: profile!,
    addresses,
    abis: { rollup: abi('Rollup'), escrow: abi('ProofEscrow') },
    clock,
  }
  answers = {
    rollup: {
      parameters: Object.fromEntries(numbers.map(([name, value]) => [name, wordOf(value)])),
      genesisTimestamp: 9n,
      administrator: addressOf('admin'),
      pendingAdministrator: addressOf('none'),
      escrow: addresses.escrow,
      token: addresses.token,
      verifier: addresses.verifier,
      txVerifier: addresses.txVerifier,
      eip712Domain: ['0x0f', 'Lockstep Rollup', '1', 31_337n, addresses.rollup, zeroHash, []],
    },
    escrow: {
      rollup: addresses.rollup,
      token: addresses.token,
      sink: addressOf('sink'),
      // A word each, the genesis timestamp last.
      deploymentHash: keccak256(
        concat([...numbers.map(([, value]) => value), 9].map((value) => wordHex(wordOf(value)))),
      ),
    },
  }
})

/** A chain whose contracts give these answers. */
function chainWith(told: Answers): Chain {
  const call = async (to: Hex, data: Hex) => {
    const contract = to === deployed.addresses.escrow ? 'escrow' : 'rollup'
    const abi = deployed.abis[contract] as Abi
    const { functionName } = decodeFunctionData({ abi, data })
    return encodeFunctionResult({ abi, functionName, result: told[contract][functionName] } as never)
  }
  return { call } as unknown as Chain
}

test('what the contracts were deployed with is right', async () => {
  for (const contract of ['rollup', 'escrow'] as const)
    expect(Object.keys(answers[contract]).sort()).toEqual([...constantViews[contract]].sort())
  expect(await wrongConstants(chainWith(answers), deployed)).toEqual([])
})

/** Every value with one of its members another one; the value itself another one where it has none. */
function* others(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    if (value.length === 0) yield [1n]
    for (const [index, member] of value.entries())
      for (const other of others(member)) yield value.with(index, other)
  } else if (typeof value === 'object')
    for (const [name, member] of Object.entries(value as Record<string, unknown>))
      for (const other of others(member)) yield { ...value, [name]: other }
  else if (typeof value === 'bigint') yield value + 1n
  else yield String(value).replace(/.$/, (last) => (last === '1' ? '2' : '1'))
}

test('every other answer is named, and every other member of one', async () => {
  let asked = 0
  for (const contract of ['rollup', 'escrow'] as const)
    for (const name of constantViews[contract])
      for (const other of others(answers[contract][name])) {
        const told = { ...answers, [contract]: { ...answers[contract], [name]: other } }
        const wrong = await wrongConstants(chainWith(told), deployed)
        expect(wrong).toHaveLength(1)
        expect(wrong[0]).toContain(`${contract}.${name}() says `)
        asked++
      }
  // Seventeen parameters, seven members of the domain, and eleven views of one word.
  expect(asked).toBe(35)
})
