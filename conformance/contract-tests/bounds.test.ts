/**
 * What constructors let pass and what they refuse, on both sides of every bound. The arguments are those of the ABI:
 * one without a row here fails.
 */
import {
  type Abi,
  type AbiParameter,
  decodeErrorResult,
  decodeFunctionResult,
  encodeFunctionData,
} from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { artifactOf, type Compilation } from '../../impl/contracts/artifact.ts'
import { compileContracts } from '../../impl/contracts/compile.ts'
import { encodeCreation, encodeParameters, planDeployment } from '../../impl/contracts/deploy.ts'
import { type Anvil, startAnvil } from '../evm/anvil.ts'
import { keyOf } from '../evm/ecdsa.ts'
import { type Address, type Hex, wordHex } from '../evm/word.ts'
import {
  amounts,
  type Bound,
  challenges,
  claimWindow,
  committees,
  fallbackEntry,
  fallbackExit,
  forcedBytes,
  forcedMinimum,
  GREATEST,
  markedEpochs,
  minimumBond,
  type Numbers,
  time,
  unbounded,
  withdrawalDelay,
} from './bounds.ts'
import { CreationFailed, deployOn } from './deployed.ts'
import { newDeployer, smallDeployment } from './world.ts'

const nobody: Address = '0x0000000000000000000000000000000000000000'
const first: Address = '0x0000000000000000000000000000000000000001'
const stranger = keyOf('stranger').address
/** An account whose code is a single byte: stop. */
const stopping: Address = `0x${'57'.repeat(20)}`
const { parameters, genesisTimestamp, genesisStateRoot, prevrandao, validators, administrator, sink } =
  smallDeployment()
const numbers = encodeParameters(parameters)

/** Arguments of a constructor by the last part of their name in the ABI; those of the plan where not given. */
type Changes = Numbers &
  Partial<
    Record<'administrator' | 'token' | 'escrow' | 'verifier' | 'txVerifier' | 'rollup' | 'sink', Address>
  > & {
    initialValidators?: readonly Address[]
  }
type Contract = 'ProofEscrow' | 'Rollup'

let engine: Anvil
let compilation: Compilation

beforeAll(async () => {
  compilation = await compileContracts()
  engine = await startAnvil({ blockGasLimit: 1n << 41n })
  await engine.request('anvil_setCode', [stopping, '0x00'])
})
afterAll(() => engine?.stop())

/** Token, verifier, escrow and rollup with these arguments, by a new deployer. @returns addresses of the plan */
const deploy = async (changes: Partial<Record<Contract, Changes>>, upTo: Contract = 'Rollup') => {
  const deployer = newDeployer()
  const plan = planDeployment(compilation, smallDeployment(), deployer)
  const argumentsOf = (contract: Contract): readonly unknown[] => {
    const given = changes[contract] ?? {}
    const value = (name: string, planned: unknown) => (given as Record<string, unknown>)[name] ?? planned
    const named = (planned: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(planned).map(([name, it]) => [name, value(name, it)]))
    const { token, escrow, verifier, txVerifier, rollup } = plan.addresses
    const clock = [named(numbers), value('genesisTimestamp', genesisTimestamp)]
    return contract === 'ProofEscrow'
      ? [...clock, value('token', token), value('rollup', rollup), value('sink', sink)]
      : [
          ...clock,
          wordHex(BigInt(value('genesisStateRoot', genesisStateRoot) as bigint | Hex)),
          value('prevrandao', prevrandao),
          value('initialValidators', validators),
          named({ administrator, token, escrow, verifier, txVerifier }),
        ]
  }
  const creations = plan.creations.map((creation) => {
    const contract = { escrow: 'ProofEscrow', rollup: 'Rollup' }[creation.contract as string]
    if (!contract) return creation
    return { ...creation, data: encodeCreation(creation.artifact, argumentsOf(contract as Contract)) }
  })
  await deployOn(engine, deployer, upTo === 'Rollup' ? creations : creations.slice(0, -1))
  return plan.addresses
}

const labels = { ProofEscrow: 'escrow', Rollup: 'rollup' } as const

/** Why one constructor refuses, those before it having let pass what they got. */
const refusal = async (contract: Contract, changes: Partial<Record<Contract, Changes>>) => {
  const failure = await deploy(changes).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(failure instanceof CreationFailed)) throw new Error(`no constructor refused: ${failure}`)
  expect(failure.message).toContain(`the constructor of ${labels[contract]} reverted`)
  const { errorName, args } = decodeErrorResult({ abi: errors(), data: failure.data })
  return [errorName, ...(args ?? []).map((it) => String(it).toLowerCase())]
}
const abiOf = (contract: Contract): Abi => artifactOf(compilation, contract).abi
const errors = (): Abi => [...abiOf('Rollup'), ...abiOf('ProofEscrow')].filter(({ type }) => type === 'error')

/** Names of all arguments, members of structs included, as the tables below spell them. */
const argumentsIn = (contract: Contract): string[] => {
  const leaves = (inputs: readonly AbiParameter[]): string[] =>
    inputs.flatMap((input) =>
      'components' in input ? leaves(input.components) : [input.name!.replace(/_$/, '')],
    )
  return leaves(abiOf(contract).find((item) => item.type === 'constructor')!.inputs)
}

/** What passes and what is refused as an address; code is what the account has. */
const addresses: readonly (readonly [
  contract: Contract,
  name: 'administrator' | 'token' | 'verifier' | 'txVerifier' | 'rollup' | 'sink',
  passes: Address,
  refused: readonly Address[],
])[] = [
  ['ProofEscrow', 'token', stopping, [nobody, first, stranger]],
  ['ProofEscrow', 'rollup', first, [nobody]],
  ['ProofEscrow', 'sink', first, [nobody]],
  ['Rollup', 'administrator', first, [nobody]],
  ['Rollup', 'token', stopping, [nobody, first, stranger]],
  ['Rollup', 'verifier', stopping, [nobody, first, stranger]],
  ['Rollup', 'txVerifier', stopping, [nobody, first, stranger]],
]
/** Arguments that have tests of their own below. */
const others = { ProofEscrow: [], Rollup: ['escrow', 'initialValidators'] }

const bounds = [
  ...time,
  ...claimWindow,
  ...committees,
  ...withdrawalDelay,
  ...amounts,
  ...minimumBond,
  ...challenges,
  ...markedEpochs,
  ...fallbackEntry,
  ...fallbackExit,
  ...forcedBytes,
  ...forcedMinimum,
  ...unbounded,
]

describe('the tables', () => {
  test.each(['ProofEscrow', 'Rollup'] as const)(
    'have every argument of the constructor of %s',
    (contract) => {
      const sides = (side: string) =>
        bounds.filter((bound) => bound[1] === side).map(([name]) => name as string)
      const named = addresses.filter(([of]) => of === contract).map(([, name]) => name as string)
      const missing = (rows: readonly string[]) =>
        argumentsIn(contract).filter((name) => ![...rows, ...named, ...others[contract]].includes(name))
      expect({ least: missing(sides('least')), greatest: missing(sides('greatest')) }).toEqual({
        least: [],
        greatest: [],
      })
    },
  )

  test('go from the last that passes to the first that does not, or to the end of the words', () => {
    for (const [name, side, passes, refused] of bounds) {
      const [last, next] = [passes[name]!, refused[0]?.[0][name]]
      const [end, step] = side === 'least' ? [0n, -1n] : [GREATEST, 1n]
      expect(next ?? end, `${name}, ${side}`).toBe(next === undefined ? last : last + step)
    }
  })
})

/** Every bound of a table is kept to by both constructors, and not by one more. */
const bothSides = (table: readonly Bound[]) => {
  test.each(table)('%s: the %s deploys', async (_name, _side, passes) => {
    const { rollup } = await deploy({ ProofEscrow: passes, Rollup: passes })
    const {
      genesisTimestamp: start = genesisTimestamp,
      genesisStateRoot: _,
      prevrandao: __,
      ...changed
    } = passes
    const ask = async (functionName: string) => {
      const call = { to: rollup, data: encodeFunctionData({ abi: abiOf('Rollup'), functionName }) }
      const data = await engine.request<Hex>('eth_call', [call, 'latest'])
      return decodeFunctionResult({ abi: abiOf('Rollup'), functionName, data })
    }
    expect(await ask('parameters')).toEqual({ ...numbers, ...changed })
    expect(await ask('genesisTimestamp')).toBe(start)
  })

  const beyond = table.flatMap(([name, side, , refused]) =>
    refused.flatMap(([changes, word]) =>
      (['ProofEscrow', 'Rollup'] as const).map((contract) => [contract, name, side, changes, word] as const),
    ),
  )
  test.each(beyond)(
    '%s refuses what is beyond: %s, the %s, %o',
    async (contract, _name, _side, changes, word) => {
      expect(await refusal(contract, { [contract]: changes })).toEqual(['ParameterUnfit', word.toLowerCase()])
    },
  )
}

describe('DEPLOY-1: every slot has a start that can be written down', () => bothSides(time))
describe('DEPLOY-2: claims have their slots, and proofs theirs', () => bothSides(claimWindow))
describe('DEPLOY-3: one transaction can pay for a committee', () => bothSides(committees))
describe('DEPLOY-4: the withdrawal delay outlasts a quote', () => bothSides(withdrawalDelay))
describe('DEPLOY-5: amounts are stored in 128 bits', () => bothSides(amounts))
describe('DEPLOY-6: a bond is an amount, and can be deposited', () => bothSides(minimumBond))
describe('DEPLOY-7: a forced transaction has bytes, and a block has room for them', () =>
  bothSides(forcedBytes))
describe('CHALLENGE-10: the latest claim has its time', () => bothSides(challenges))
describe('CHALLENGE-12: the blocks of two epochs are told apart by 256 marks', () => bothSides(markedEpochs))
describe('FALLBACK-17: T_enter leaves a forced transaction its time', () => bothSides(fallbackEntry))
describe('FALLBACK-18: T_exit is not less than T_activity', () => bothSides(fallbackExit))
describe('QUEUE-11: a block can hold the minimum', () => bothSides(forcedMinimum))
describe('numbers without a bound', () => bothSides(unbounded))

/** An account that just passes, and every account that does not. */
const accounts = (table: typeof addresses) => {
  test.each(table)('%s.%s: %s deploys', async (contract, name, passes) => {
    // What the escrow is told, the rollup asks it about.
    const changes: Changes = { [name]: passes }
    if (contract === 'ProofEscrow') await deploy({ ProofEscrow: changes }, 'ProofEscrow')
    else await deploy({ Rollup: changes, ...(name === 'token' ? { ProofEscrow: changes } : {}) })
  })

  test.each(
    table.flatMap(([contract, name, , refused]) =>
      refused.map((account) => [contract, name, account] as const),
    ),
  )('%s.%s: %s is refused', async (contract, name, account) => {
    expect(await refusal(contract, { [contract]: { [name]: account } })).toEqual([
      'AddressUnfit',
      name.toLowerCase(),
    ])
  })
}

describe('DEPLOY-9: who is called is there', () => {
  accounts(addresses.filter(([, name]) => name !== 'sink'))

  test.each([nobody, first, stranger])('the escrow is an account with code, and not %s', async (escrow) => {
    expect(await refusal('Rollup', { Rollup: { escrow } })).toEqual(['AddressUnfit', 'escrow'])
  })
})

describe('DEPLOY-8: slashed bonds leave the contracts: the sink', () => {
  accounts(addresses.filter(([, name]) => name === 'sink'))

  test('is an account of none of the contracts that would keep what it gets, or hand it out', async () => {
    for (const name of ['token', 'escrow', 'rollup'] as const) {
      const deployer = newDeployer()
      const { addresses } = planDeployment(compilation, smallDeployment(), deployer)
      const plan = planDeployment(compilation, smallDeployment({ sink: addresses[name] }), deployer)
      expect(plan.addresses).toEqual(addresses)
      const failure = await deployOn(engine, deployer, plan.creations).then(
        () => undefined,
        (error: unknown) => error,
      )
      expect(failure, name).toBeInstanceOf(CreationFailed)
      const { data } = failure as CreationFailed
      expect(decodeErrorResult({ abi: errors(), data })).toMatchObject({
        errorName: 'AddressUnfit',
        args: ['sink'],
      })
    }
  })

  test('may be any other account: that of the verifier, the administrator or a validator', async () => {
    for (const account of [administrator, validators[0]!]) await deploy({ ProofEscrow: { sink: account } })
    const deployer = newDeployer()
    const { addresses } = planDeployment(compilation, smallDeployment(), deployer)
    const { creations } = planDeployment(compilation, smallDeployment({ sink: addresses.verifier }), deployer)
    await deployOn(engine, deployer, creations)
  })
})

describe('DEPLOY-10: the escrow of a rollup', () => {
  const unfit = ['AddressUnfit', 'escrow']

  test('is not that of another rollup', async () => {
    expect(await refusal('Rollup', { ProofEscrow: { rollup: first } })).toEqual(unfit)
    const { escrow } = await deploy({})
    expect(await refusal('Rollup', { Rollup: { escrow } })).toEqual(unfit)
  })

  test('holds the same token', async () => {
    expect(await refusal('Rollup', { ProofEscrow: { token: stopping } })).toEqual(unfit)
    expect(await refusal('Rollup', { Rollup: { token: stopping } })).toEqual(unfit)
  })

  test.each([...Object.entries(numbers), ['genesisTimestamp', genesisTimestamp] as const])(
    'has the same %s, and not one more or less',
    async (name, value) => {
      // Every number of the small parameters has both neighbours, where its relations are kept.
      const room = {
        withdrawalDelaySlots: 50n,
        escrowCapWei: 100n,
        fallbackEnterSlots: 200n,
        fallbackRewardWei: 3n,
        forcedMinimum: 2n,
        challengeSlots: 3n,
      }
      const own = name in room ? room[name as keyof typeof room] : value
      for (const other of [own - 1n, own + 1n]) {
        const changes = { ProofEscrow: { ...room, [name]: other }, Rollup: room }
        expect(await refusal('Rollup', changes)).toEqual(unfit)
      }
      await deploy({ ProofEscrow: { ...room, [name]: own }, Rollup: room })
    },
  )
})

describe('the initial validators', () => {
  test.each([[[]], [[first]], [validators]])('%j deploy', async (initialValidators) => {
    await deploy({ Rollup: { initialValidators } })
  })

  test('VALIDATOR-2: the zero address is refused at every place', async () => {
    for (const initialValidators of [[nobody], [nobody, ...validators], [...validators, nobody]])
      expect(await refusal('Rollup', { Rollup: { initialValidators } })).toEqual(['ValidatorZero'])
  })

  test('VALIDATOR-3: a repeated one is refused, next to the first and farther away', async () => {
    const [one, two] = validators as [Address, Address]
    for (const initialValidators of [
      [one, one],
      [one, two, one],
    ])
      expect(await refusal('Rollup', { Rollup: { initialValidators } })).toEqual([
        'ValidatorAlreadyRegistered',
        one,
      ])
  })
})
