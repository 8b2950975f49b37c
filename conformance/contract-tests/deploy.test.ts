import { concat, keccak256, padHex, toHex } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { artifactOf, type Compilation } from '../../impl/contracts/artifact.ts'
import { compileContracts } from '../../impl/contracts/compile.ts'
import { planDeployment, UnsupportedConstant } from '../../impl/contracts/deploy.ts'
import { committeePositions, randaoValue, seedOf } from '../../model/shared/hash.ts'
import type { Parameters } from '../../spec/parameters.ts'
import { type Anvil, startAnvil } from '../evm/anvil.ts'
import { type Address, wordHex } from '../evm/word.ts'
import { compileForNoBonds } from '../translation/deployment.ts'
import { deployOn } from './deployed.ts'
import { namedValidators, newDeployer, packed, smallDeployment, smallParameters } from './world.ts'

let engine: Anvil
let compilation: Compilation

beforeAll(async () => {
  compilation = await compileContracts()
  engine = await startAnvil({ blockGasLimit: 1n << 41n })
})
afterAll(() => engine?.stop())

const withParameters = (changes: Partial<Parameters>) => ({
  parameters: { ...smallParameters, ...changes },
})
const word = (address: Address) => address.slice(2).padStart(64, '0')

describe('a deployment', () => {
  test('addresses are where the plan says, whoever deploys and from whichever nonce', async () => {
    const deployer = newDeployer()
    const first = planDeployment(compilation, smallDeployment(), deployer)
    const second = planDeployment(compilation, smallDeployment(), deployer, BigInt(first.creations.length))
    for (const plan of [first, second]) {
      const { code } = await deployOn(engine, deployer, plan.creations)
      expect([...code.keys()]).toEqual(Object.values(plan.addresses))
    }
    expect(second.addresses.rollup).not.toBe(first.addresses.rollup)
  })

  test.each([
    [0, 4],
    [1, 4],
    [4, 4],
    [5, 4],
    [49, 48],
  ])(
    'LOG-14, EPOCH-7, LOG-1: %i validators for %i seats are announced in their order, then the sample of epoch 0, and nothing else',
    async (count, targetCommitteeSize) => {
      const deployer = newDeployer()
      const validators = namedValidators(count).map((key) => key.address)
      const { parameters } = withParameters({ targetCommitteeSize })
      const changes = { parameters, prevrandao: randaoValue('first'), validators }
      const plan = planDeployment(compilation, smallDeployment(changes), deployer)
      const { logs } = await deployOn(engine, deployer, plan.creations)
      const seed = wordHex(seedOf(0, randaoValue('first'))).slice(2)
      const members = committeePositions('first', 0, count, parameters).map((at) => validators[at]!)
      const commitment = keccak256(packed(members))
      const size = 20 * Math.min(count, targetCommitteeSize)
      expect(logs).toEqual([
        ...validators.map((validator) => ({
          address: plan.addresses.rollup,
          topics: [keccak256(toHex('ValidatorAdded(address)')), `0x${word(validator)}`],
          data: '0x',
        })),
        {
          address: plan.addresses.rollup,
          topics: [keccak256(toHex('EpochSetUp(uint256,bytes32,bytes32)')), `0x${word('0x')}`],
          data: `0x${seed}${commitment.slice(2)}`,
        },
        {
          address: plan.addresses.rollup,
          topics: [keccak256(toHex('CommitteeDrawn(bytes32,bytes)')), commitment],
          data: concat([
            wordHex(0x20n),
            wordHex(BigInt(size)),
            padHex(packed(members), { dir: 'right', size: 32 * Math.ceil(size / 32) }),
          ]),
        },
      ])
    },
  )

  test('what profiles with bonds of 0 deploy is the production bytecode, but for one bound of the constructors', async () => {
    const others = await compileForNoBonds()
    const without = ({ artifacts }: Compilation) =>
      artifacts.map(({ bytecode, sourceMap, ...artifact }) => artifact)
    expect(without(others)).toEqual(without(compilation))
    const differing = compilation.artifacts.filter(
      ({ file, name, bytecode }) =>
        others.artifacts.find((it) => it.file === file && it.name === name)!.bytecode !== bytecode,
    )
    expect(differing.map(({ name }) => name).sort()).toEqual(['ProofEscrow', 'Rollup'])
  })

  test.each(['Rollup', 'ProofEscrow'])('EIP-170: the code of %s fits into an account', (contract) => {
    const { deployedBytecode } = artifactOf(compilation, contract)
    expect((deployedBytecode.length - 2) / 2).toBeLessThanOrEqual(24_576)
  })

  test('another reading of an open clause than the contracts implement is refused by name', () => {
    const other = withParameters({ seedLookaheadEpochs: 2 })
    const plan = () => planDeployment(compilation, smallDeployment(other), newDeployer())
    expect(plan).toThrow(UnsupportedConstant)
    expect(plan).toThrow('seedLookaheadEpochs = 1, not 2')
  })
})
