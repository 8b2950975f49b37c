import { decodeErrorResult, keccak256, toHex } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Compilation } from '../../impl/contracts/artifact.ts'
import { compileContracts } from '../../impl/contracts/compile.ts'
import { type Deployment, planDeployment, UnsupportedConstant } from '../../impl/contracts/deploy.ts'
import { keccakWords } from '../../model/shared/hash.ts'
import type { Parameters } from '../../spec/parameters.ts'
import { type Anvil, startAnvil } from '../evm/anvil.ts'
import { keyOf } from '../evm/ecdsa.ts'
import type { Address, Hex } from '../evm/word.ts'
import { CreationFailed, deployOn } from './deployed.ts'
import { genesisTimestamp, namedValidators, smallParameters } from './world.ts'

const nobody: Address = '0x0000000000000000000000000000000000000000'
const validators = namedValidators(2).map((key) => key.address)

let engine: Anvil
let compilation: Compilation
let deployers = 0

beforeAll(async () => {
  compilation = await compileContracts()
  engine = await startAnvil({ blockGasLimit: 1n << 41n })
})
afterAll(() => engine?.stop())

const deployment = (changes: Partial<Deployment> = {}): Deployment => ({
  parameters: smallParameters,
  genesisTimestamp,
  prevrandao: 1n,
  validators,
  administrator: keyOf('admin').address,
  sink: keyOf('sink').address,
  ...changes,
})
/** A new account for every deployment: nonces start at 0. */
const newDeployer = (): Address => `0x${(++deployers).toString(16).padStart(40, 'd')}`

type Change = (data: Hex, addresses: Record<string, Address>) => Hex

/** The reason for which one of the constructors refuses. @param change of the rollup's creation */
const refusal = async (changes: Partial<Deployment>, change: Change = (data) => data) => {
  const deployer = newDeployer()
  const plan = planDeployment(compilation, deployment(changes), deployer)
  const creations = plan.creations.map((it) =>
    it.contract === 'rollup' ? { ...it, data: change(it.data, plan.addresses) } : it,
  )
  const failure = await deployOn(engine, deployer, creations).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(failure instanceof CreationFailed)) throw new Error(`no constructor refused: ${failure}`)
  const abi = creations.flatMap(({ artifact }) => artifact.abi.filter(({ type }) => type === 'error'))
  const { errorName, args } = decodeErrorResult({ abi, data: failure.data } as never) as {
    errorName: string
    args: readonly unknown[]
  }
  return [errorName, ...args]
}

const withParameters = (changes: Partial<Parameters>) => ({
  parameters: { ...smallParameters, ...changes },
})
const word = (address: Address) => address.slice(2).padStart(64, '0')

describe('a deployment', () => {
  test('addresses are where the plan says, whoever deploys and from whichever nonce', async () => {
    const deployer = newDeployer()
    const first = planDeployment(compilation, deployment(), deployer)
    const second = planDeployment(compilation, deployment(), deployer, 4n)
    for (const plan of [first, second]) {
      const { code } = await deployOn(engine, deployer, plan.creations)
      expect([...code.keys()]).toEqual(Object.values(plan.addresses))
    }
    expect(second.addresses.rollup).not.toBe(first.addresses.rollup)
  })

  test('EPOCH-7, LOG-1: the sample of epoch 0 is announced, and nothing else', async () => {
    const deployer = newDeployer()
    const plan = planDeployment(compilation, deployment({ prevrandao: 7n }), deployer)
    const { logs } = await deployOn(engine, deployer, plan.creations)
    const seed = keccakWords(0n, 7n).toString(16).padStart(64, '0')
    const committee = validators.map(word)
    const data = [seed, word('0x40'), word('0x02'), ...committee].join('')
    expect(logs).toEqual([
      {
        address: plan.addresses.rollup,
        topics: [keccak256(toHex('EpochSetUp(uint256,bytes32,address[])')), `0x${word('0x')}`],
        data: `0x${data}`,
      },
    ])
  })

  test('another reading of an open clause than the contracts implement is refused by name', () => {
    const other = withParameters({ seedLookaheadEpochs: 2 })
    const plan = () => planDeployment(compilation, deployment(other), newDeployer())
    expect(plan).toThrow(UnsupportedConstant)
    expect(plan).toThrow('seedLookaheadEpochs = 1, not 2')
  })
})

describe('constructors refuse', () => {
  test.each([
    ['slotDurationSeconds', { slotDurationSeconds: 0 }],
    ['slotsPerEpoch', { slotsPerEpoch: 2 ** 32 }],
    ['claimWindowSlots', { claimWindowSlots: 0 }],
    ['claimWindowSlots', { claimWindowSlots: 32, withdrawalDelaySlots: 64 }],
    ['targetCommitteeSize', { targetCommitteeSize: 0 }],
    ['targetCommitteeSize', { targetCommitteeSize: 257 }],
    ['shuffleRounds', { shuffleRounds: 0 }],
    ['withdrawalDelaySlots', { withdrawalDelaySlots: 44 }],
    ['minimumBondWei', { minimumBondWei: '2', escrowCapWei: '1' }],
    ['escrowCapWei', { escrowCapWei: String(2n ** 128n) }],
    ['epochRewardWei', { epochRewardWei: String(2n ** 128n) }],
  ] as [string, Partial<Parameters>][])('%s outside of its relation: %j', async (name, changes) => {
    expect(await refusal(withParameters(changes))).toEqual(['ParameterUnfit', name])
  })

  test('a genesis timestamp that no clock reaches', async () => {
    expect(await refusal({ genesisTimestamp: 2n ** 64n })).toEqual(['ParameterUnfit', 'genesisTimestamp'])
  })

  test('the zero address as administrator or sink', async () => {
    expect(await refusal({ administrator: nobody })).toEqual(['AddressUnfit', 'administrator'])
    expect(await refusal({ sink: nobody })).toEqual(['AddressUnfit', 'sink'])
  })

  test('an account without code as token, escrow or verifier', async () => {
    for (const name of ['token', 'escrow', 'verifier']) {
      const replaced: Change = (data, addresses) =>
        data.replaceAll(word(addresses[name]!), word(keyOf('stranger').address)) as Hex
      expect(await refusal({}, replaced)).toEqual(['AddressUnfit', name])
    }
  })

  test('the escrow of another rollup', async () => {
    const deployer = newDeployer()
    const other = planDeployment(compilation, deployment(), deployer)
    await deployOn(engine, deployer, other.creations)
    const replaced: Change = (data, { escrow }) =>
      data.replaceAll(word(escrow!), word(other.addresses.escrow)) as Hex
    expect(await refusal({}, replaced)).toEqual(['AddressUnfit', 'escrow'])
  })

  test('an escrow that holds another token', async () => {
    const replaced: Change = (data, { token, verifier }) =>
      data.replaceAll(word(token!), word(verifier!)) as Hex
    expect(await refusal({}, replaced)).toEqual(['AddressUnfit', 'escrow'])
  })

  test('an escrow that runs by another clock', async () => {
    const later = (genesisTimestamp + 1n).toString(16).padStart(64, '0')
    const replaced: Change = (data) =>
      data.replace(genesisTimestamp.toString(16).padStart(64, '0'), later) as Hex
    expect(await refusal({}, replaced)).toEqual(['AddressUnfit', 'escrow'])
  })

  test('VALIDATOR-2, VALIDATOR-3: the zero address and a repeated one among the validators', async () => {
    expect(await refusal({ validators: [validators[0]!, nobody] })).toEqual(['ValidatorZero', nobody])
    const [name, repeated] = await refusal({ validators: [...validators, validators[0]!] })
    expect([name, String(repeated).toLowerCase()]).toEqual(['ValidatorAlreadyRegistered', validators[0]])
  })
})
