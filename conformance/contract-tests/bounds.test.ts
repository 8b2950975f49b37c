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
import { CreationFailed, deployOn } from './deployed.ts'
import { newDeployer, smallDeployment } from './world.ts'

const nobody: Address = '0x0000000000000000000000000000000000000000'
const first: Address = '0x0000000000000000000000000000000000000001'
const stranger = keyOf('stranger').address
/** An account whose code is a single byte: stop. */
const stopping: Address = `0x${'57'.repeat(20)}`
const { parameters, genesisTimestamp, genesisStateRoot, prevrandao, validators, administrator, sink } =
  smallDeployment()
const GREATEST = 2n ** 256n - 1n
const numbers = encodeParameters(parameters)

type Numbers = Partial<typeof numbers> & {
  genesisTimestamp?: bigint
  genesisStateRoot?: bigint
  prevrandao?: bigint
}
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

type NumberName = keyof Numbers
/** A bound: what just passes, and what is refused beyond it and with which words, the nearest first. */
type Bound = readonly [
  name: NumberName,
  side: 'least' | 'greatest',
  passes: Numbers,
  refused: readonly (readonly [Numbers, string])[],
]
/** Nothing beyond it can be written down: 0, or the greatest word. */
const all = [] as const

const HALF = 2n ** 128n
const SHORT = 2n ** 32n
const bounds: readonly Bound[] = [
  [
    'slotDurationSeconds',
    'least',
    { slotDurationSeconds: 1n },
    [[{ slotDurationSeconds: 0n }, 'slotDurationSeconds']],
  ],
  [
    'slotDurationSeconds',
    'greatest',
    { slotDurationSeconds: SHORT - 1n },
    [
      [{ slotDurationSeconds: SHORT }, 'slotDurationSeconds'],
      [{ slotDurationSeconds: GREATEST }, 'slotDurationSeconds'],
    ],
  ],
  // An epoch of one slot has no room for a claim window that ends before it does.
  [
    'slotsPerEpoch',
    'least',
    { slotsPerEpoch: 2n, claimWindowSlots: 1n },
    [
      [{ slotsPerEpoch: 1n, claimWindowSlots: 1n }, 'claimWindowSlots'],
      [{ slotsPerEpoch: 0n, claimWindowSlots: 1n }, 'slotsPerEpoch'],
    ],
  ],
  // The withdrawal delay is longer than an epoch, and has the same bound.
  [
    'slotsPerEpoch',
    'greatest',
    { slotsPerEpoch: SHORT - 2n, claimWindowSlots: 1n, withdrawalDelaySlots: SHORT - 1n },
    [
      [
        { slotsPerEpoch: SHORT - 1n, claimWindowSlots: 1n, withdrawalDelaySlots: SHORT - 1n },
        'withdrawalDelaySlots',
      ],
      [{ slotsPerEpoch: SHORT, claimWindowSlots: 1n, withdrawalDelaySlots: SHORT + 1n }, 'slotsPerEpoch'],
      [{ slotsPerEpoch: GREATEST }, 'slotsPerEpoch'],
    ],
  ],
  ['claimWindowSlots', 'least', { claimWindowSlots: 1n }, [[{ claimWindowSlots: 0n }, 'claimWindowSlots']]],
  [
    'claimWindowSlots',
    'greatest',
    { claimWindowSlots: 31n, withdrawalDelaySlots: 63n },
    [
      [{ claimWindowSlots: 32n, withdrawalDelaySlots: 64n }, 'claimWindowSlots'],
      [{ claimWindowSlots: GREATEST }, 'claimWindowSlots'],
    ],
  ],
  [
    'targetCommitteeSize',
    'least',
    { targetCommitteeSize: 1n },
    [[{ targetCommitteeSize: 0n }, 'targetCommitteeSize']],
  ],
  [
    'targetCommitteeSize',
    'greatest',
    { targetCommitteeSize: 256n },
    [
      [{ targetCommitteeSize: 257n }, 'targetCommitteeSize'],
      [{ targetCommitteeSize: GREATEST }, 'targetCommitteeSize'],
    ],
  ],
  ['shuffleRounds', 'least', { shuffleRounds: 1n }, [[{ shuffleRounds: 0n }, 'shuffleRounds']]],
  [
    'shuffleRounds',
    'greatest',
    { shuffleRounds: 256n },
    [
      [{ shuffleRounds: 257n }, 'shuffleRounds'],
      [{ shuffleRounds: GREATEST }, 'shuffleRounds'],
    ],
  ],
  // ESCROW-11: an epoch of 32 and the claim window of 13.
  [
    'withdrawalDelaySlots',
    'least',
    { withdrawalDelaySlots: 45n },
    [
      [{ withdrawalDelaySlots: 44n }, 'withdrawalDelaySlots'],
      [{ withdrawalDelaySlots: 0n }, 'withdrawalDelaySlots'],
    ],
  ],
  [
    'withdrawalDelaySlots',
    'greatest',
    { withdrawalDelaySlots: SHORT - 1n },
    [
      [{ withdrawalDelaySlots: SHORT }, 'withdrawalDelaySlots'],
      [{ withdrawalDelaySlots: GREATEST }, 'withdrawalDelaySlots'],
    ],
  ],
  ['minimumBondWei', 'least', { minimumBondWei: 1n }, [[{ minimumBondWei: 0n }, 'minimumBondWei']]],
  [
    'minimumBondWei',
    'greatest',
    { minimumBondWei: 9n, escrowCapWei: 9n },
    [[{ minimumBondWei: 10n, escrowCapWei: 9n }, 'minimumBondWei']],
  ],
  [
    'minimumBondWei',
    'greatest',
    { minimumBondWei: HALF - 1n },
    [
      [{ minimumBondWei: HALF }, 'minimumBondWei'],
      [{ minimumBondWei: GREATEST }, 'minimumBondWei'],
    ],
  ],
  [
    'escrowCapWei',
    'least',
    { escrowCapWei: 1n, minimumBondWei: 1n },
    [[{ escrowCapWei: 0n, minimumBondWei: 0n }, 'minimumBondWei']],
  ],
  ['escrowCapWei', 'least', { escrowCapWei: 5n }, [[{ escrowCapWei: 4n }, 'minimumBondWei']]],
  [
    'escrowCapWei',
    'greatest',
    { escrowCapWei: HALF - 1n },
    [
      [{ escrowCapWei: HALF }, 'escrowCapWei'],
      [{ escrowCapWei: GREATEST }, 'escrowCapWei'],
    ],
  ],
  ['epochRewardWei', 'least', { epochRewardWei: 0n }, all],
  [
    'epochRewardWei',
    'greatest',
    { epochRewardWei: HALF - 1n },
    [
      [{ epochRewardWei: HALF }, 'epochRewardWei'],
      [{ epochRewardWei: GREATEST }, 'epochRewardWei'],
    ],
  ],
  // CHALLENGE-10: the claim window of 13.
  ['challengeSlots', 'least', { challengeSlots: 0n }, all],
  [
    'challengeSlots',
    'greatest',
    { challengeSlots: 13n },
    [
      [{ challengeSlots: 14n }, 'challengeSlots'],
      [{ challengeSlots: GREATEST }, 'challengeSlots'],
    ],
  ],
  // CHALLENGE-12: of a deployment where signatures are challenged.
  [
    'slotsPerEpoch',
    'greatest',
    { challengeSlots: 1n, slotsPerEpoch: 128n, withdrawalDelaySlots: 142n },
    [[{ challengeSlots: 1n, slotsPerEpoch: 129n, withdrawalDelaySlots: 142n }, 'slotsPerEpoch']],
  ],
  // FALLBACK-17: 0, or (1 + 2) epochs of 32.
  ['fallbackEnterSlots', 'least', { fallbackEnterSlots: 0n }, all],
  [
    'fallbackEnterSlots',
    'least',
    { fallbackEnterSlots: 96n },
    [
      [{ fallbackEnterSlots: 95n }, 'fallbackEnterSlots'],
      [{ fallbackEnterSlots: 1n }, 'fallbackEnterSlots'],
    ],
  ],
  [
    'fallbackEnterSlots',
    'greatest',
    { fallbackEnterSlots: SHORT - 1n },
    [
      [{ fallbackEnterSlots: SHORT }, 'fallbackEnterSlots'],
      [{ fallbackEnterSlots: GREATEST }, 'fallbackEnterSlots'],
    ],
  ],
  // FALLBACK-18: of a deployment with fallback.
  [
    'fallbackExitSlots',
    'least',
    { fallbackEnterSlots: 96n, fallbackExitSlots: 64n },
    [
      [{ fallbackEnterSlots: 96n, fallbackExitSlots: 63n }, 'fallbackExitSlots'],
      [{ fallbackEnterSlots: 96n, fallbackExitSlots: 0n }, 'fallbackExitSlots'],
    ],
  ],
  ['fallbackExitSlots', 'least', { fallbackExitSlots: 0n }, all],
  [
    'fallbackExitSlots',
    'greatest',
    { fallbackExitSlots: SHORT - 1n },
    [
      [{ fallbackExitSlots: SHORT }, 'fallbackExitSlots'],
      [{ fallbackExitSlots: GREATEST }, 'fallbackExitSlots'],
    ],
  ],
  [
    'fallbackExitActivitySlots',
    'least',
    { fallbackEnterSlots: 96n, fallbackExitActivitySlots: 1n },
    [[{ fallbackEnterSlots: 96n, fallbackExitActivitySlots: 0n }, 'fallbackExitActivitySlots']],
  ],
  ['fallbackExitActivitySlots', 'least', { fallbackExitActivitySlots: 0n }, all],
  [
    'fallbackExitActivitySlots',
    'greatest',
    { fallbackEnterSlots: 96n, fallbackExitActivitySlots: 128n },
    [[{ fallbackEnterSlots: 96n, fallbackExitActivitySlots: 129n }, 'fallbackExitSlots']],
  ],
  [
    'fallbackExitActivitySlots',
    'greatest',
    { fallbackExitActivitySlots: SHORT - 1n },
    [
      [{ fallbackExitActivitySlots: SHORT }, 'fallbackExitActivitySlots'],
      [{ fallbackExitActivitySlots: GREATEST }, 'fallbackExitActivitySlots'],
    ],
  ],
  ['fallbackRewardWei', 'least', { fallbackRewardWei: 0n }, all],
  [
    'fallbackRewardWei',
    'greatest',
    { fallbackRewardWei: HALF - 1n },
    [
      [{ fallbackRewardWei: HALF }, 'fallbackRewardWei'],
      [{ fallbackRewardWei: GREATEST }, 'fallbackRewardWei'],
    ],
  ],
  ['forcedDelayEpochs', 'least', { forcedDelayEpochs: 0n }, all],
  [
    'forcedDelayEpochs',
    'greatest',
    { forcedDelayEpochs: 1n, fallbackEnterSlots: 96n },
    [[{ forcedDelayEpochs: 2n, fallbackEnterSlots: 96n }, 'fallbackEnterSlots']],
  ],
  [
    'forcedDelayEpochs',
    'greatest',
    { forcedDelayEpochs: SHORT - 1n },
    [
      [{ forcedDelayEpochs: SHORT }, 'forcedDelayEpochs'],
      [{ forcedDelayEpochs: GREATEST, fallbackEnterSlots: 96n }, 'forcedDelayEpochs'],
    ],
  ],
  // QUEUE-11: 761,856 bytes fit into 6 blobs.
  ['forcedMinimum', 'least', { forcedMinimum: 1n }, [[{ forcedMinimum: 0n }, 'forcedMinimum']]],
  [
    'forcedMinimum',
    'greatest',
    { forcedMinimum: 9n },
    [
      [{ forcedMinimum: 10n }, 'forcedMinimum'],
      [{ forcedMinimum: GREATEST }, 'forcedMinimum'],
    ],
  ],
  [
    'forcedMinimum',
    'greatest',
    { forcedMinimum: 761_856n, forcedMaximumBytes: 1n },
    [[{ forcedMinimum: 761_857n, forcedMaximumBytes: 1n }, 'forcedMinimum']],
  ],
  [
    'forcedMaximumBytes',
    'least',
    { forcedMaximumBytes: 1n },
    [[{ forcedMaximumBytes: 0n }, 'forcedMaximumBytes']],
  ],
  [
    'forcedMaximumBytes',
    'greatest',
    { forcedMaximumBytes: 761_856n },
    [
      [{ forcedMaximumBytes: 761_857n }, 'forcedMaximumBytes'],
      [{ forcedMaximumBytes: GREATEST }, 'forcedMaximumBytes'],
    ],
  ],
  [
    'forcedMaximumBytes',
    'greatest',
    { forcedMaximumBytes: 380_928n, forcedMinimum: 2n },
    [[{ forcedMaximumBytes: 380_929n, forcedMinimum: 2n }, 'forcedMinimum']],
  ],
  ['genesisTimestamp', 'least', { genesisTimestamp: 0n }, all],
  [
    'genesisTimestamp',
    'greatest',
    { genesisTimestamp: 2n ** 64n - 1n },
    [
      [{ genesisTimestamp: 2n ** 64n }, 'genesisTimestamp'],
      [{ genesisTimestamp: GREATEST }, 'genesisTimestamp'],
    ],
  ],
  ['genesisStateRoot', 'least', { genesisStateRoot: 0n }, all],
  ['genesisStateRoot', 'greatest', { genesisStateRoot: GREATEST }, all],
  ['prevrandao', 'least', { prevrandao: 0n }, all],
  ['prevrandao', 'greatest', { prevrandao: GREATEST }, all],
]

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

describe('numbers', () => {
  test.each(bounds)('%s: the %s deploys', async (_name, _side, passes) => {
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

  test.each(
    bounds.flatMap(([name, side, , refused]) =>
      refused.flatMap(([changes, word]) =>
        (['ProofEscrow', 'Rollup'] as const).map(
          (contract) => [contract, name, side, changes, word] as const,
        ),
      ),
    ),
  )('%s refuses what is beyond the %s, %s: %o', async (contract, _name, _side, changes, word) => {
    expect(await refusal(contract, { [contract]: changes })).toEqual(['ParameterUnfit', word.toLowerCase()])
  })
})

describe('accounts', () => {
  test.each(addresses)('%s.%s: %s deploys', async (contract, name, passes) => {
    // What the escrow is told, the rollup asks it about.
    const changes: Changes = { [name]: passes }
    if (contract === 'ProofEscrow') await deploy({ ProofEscrow: changes }, 'ProofEscrow')
    else await deploy({ Rollup: changes, ...(name === 'token' ? { ProofEscrow: changes } : {}) })
  })

  test.each(
    addresses.flatMap(([contract, name, , refused]) =>
      refused.map((account) => [contract, name, account] as const),
    ),
  )('%s.%s: %s is refused', async (contract, name, account) => {
    expect(await refusal(contract, { [contract]: { [name]: account } })).toEqual([
      'AddressUnfit',
      name.toLowerCase(),
    ])
  })
})

describe('the sink', () => {
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

describe('the escrow of a rollup', () => {
  const unfit = ['AddressUnfit', 'escrow']

  test.each([nobody, first, stranger])('is an account with code, and not %s', async (escrow) => {
    expect(await refusal('Rollup', { Rollup: { escrow } })).toEqual(unfit)
  })

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
      expect(await refusal('Rollup', { Rollup: { initialValidators } })).toEqual(['ValidatorZero', nobody])
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
