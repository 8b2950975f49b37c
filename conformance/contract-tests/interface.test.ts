/** What the interfaces declare, asked by their ABI alone, as somebody asks who has nothing else. */
import {
  type Abi,
  decodeFunctionResult,
  encodeAbiParameters,
  encodeFunctionData,
  hashTypedData,
  keccak256,
  type TypedDataDomain,
  toFunctionSelector,
  zeroHash,
} from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeParameters } from '../../impl/contracts/deploy.ts'
import { typedDataTypes } from '../../impl/contracts/typedData.ts'
import { keyOf } from '../evm/ecdsa.ts'
import type { Hex } from '../evm/word.ts'
import {
  genesisTimestamp,
  namedValidators,
  newDeployer,
  signatureOf,
  smallParameters,
  World,
} from './world.ts'

const interfaces = { rollup: ['Rollup', 'IRollup'], escrow: ['ProofEscrow', 'IProofEscrow'] } as const
type Contract = keyof typeof interfaces

let world: World
beforeAll(async () => {
  world = await World.start(namedValidators(4), { parameters: smallParameters })
})
afterAll(() => world?.stop())

/** The answer of a view by the ABI of its interface. */
const ask = async (contract: Contract, functionName: string, of = world): Promise<unknown> => {
  const abi = of.artifact(interfaces[contract][1]).abi as Abi
  const outcome = await of.executeRaw(contract, encodeFunctionData({ abi, functionName }))
  expect(outcome.status).toBe('success')
  return decodeFunctionResult({ abi, functionName, data: outcome.returnData })
}
const lower = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value)

describe('an interface', () => {
  test.each(Object.entries(interfaces))(
    'of the %s declares all that can be called',
    (_, [contract, declared]) => {
      const selectors = (name: string) =>
        (world.artifact(name).abi as Abi)
          .filter((item) => item.type === 'function')
          .map((item) => `${item.name} ${toFunctionSelector(item)} ${item.stateMutability}`)
          .sort()
      expect(selectors(declared)).toEqual(selectors(contract))
    },
  )

  test('PROOF-5, QUEUE-2, CLAIM-10, REWARD-5: of the rollup leads to the contracts around it', async () => {
    const { escrow, token, verifier, txVerifier } = world.addresses
    const names = ['escrow', 'token', 'verifier', 'txVerifier']
    const found: unknown[] = []
    for (const name of names) found.push(lower(await ask('rollup', name)))
    expect(found).toEqual([escrow, token, verifier, txVerifier])
  })

  test('ESCROW-13, ESCROW-9: of the escrow leads to rollup, token and sink, and says what both were deployed with', async () => {
    const { rollup, token } = world.addresses
    const { sink } = world.deployment
    const names = ['rollup', 'token', 'sink']
    const found: unknown[] = []
    for (const name of names) found.push(lower(await ask('escrow', name)))
    expect(found).toEqual([rollup, token, sink])
    const abi = world.artifact('IRollup').abi as Abi
    const item = abi.find((it) => it.type === 'function' && it.name === 'parameters')
    const [struct] = (item as Extract<Abi[number], { type: 'function' }>).outputs
    const encoded = encodeAbiParameters(
      [struct!, { type: 'uint256' }],
      [encodeParameters(smallParameters), genesisTimestamp],
    )
    expect(await ask('escrow', 'deploymentHash')).toBe(keccak256(encoded))
  })
})

type DomainSaid = readonly [
  fields: Hex,
  name: string,
  version: string,
  chainId: bigint,
  verifyingContract: Hex,
  salt: Hex,
  extensions: readonly bigint[],
]

/** The domain as EIP-5267 has it read: of the members those alone that are marked. */
const domainOf = (said: DomainSaid): TypedDataDomain => {
  const [fields, ...members] = said
  const names = ['name', 'version', 'chainId', 'verifyingContract', 'salt']
  const marked = names.flatMap((name, bit) =>
    (Number(fields) >> bit) & 1 ? [[name, members[bit]] as const] : [],
  )
  return Object.fromEntries(marked) as TypedDataDomain
}

describe('eip712Domain', () => {
  test('PROPOSE-13, PROPOSE-14: what it says is the domain of the hashes of blocks, on every chain and at every address', async () => {
    const said = async (of: World) => (await ask('rollup', 'eip712Domain', of)) as DomainSaid
    const seen = new Set<string>()
    for (const changes of [{}, { chainId: 5 }, { deployer: newDeployer() }]) {
      const other = await World.start(namedValidators(4), { parameters: smallParameters, ...changes })
      try {
        const [fields, , , chainId, verifyingContract, salt, extensions] = await said(other)
        expect([fields, chainId, lower(verifyingContract), salt, extensions]).toEqual([
          '0x0f',
          BigInt(other.chainId),
          other.addresses.rollup,
          zeroHash,
          [],
        ])
        const domain = domainOf(await said(other))
        const types = typedDataTypes
        const { genesisStateRoot: stateRoot } = other.deployment
        const { blockHash } = await other.view<{ blockHash: Hex }>('rollup', 'pendingTip')
        const genesis = hashTypedData({ domain, types, primaryType: 'Genesis', message: { stateRoot } })
        expect(blockHash).toBe(genesis)
        const message = await other.header()
        const hash = hashTypedData({ domain, types, primaryType: 'Header', message })
        expect(await other.propose()).toBe(hash)
        seen.add(genesis)
      } finally {
        await other.stop()
      }
    }
    expect(seen.size).toBe(3)
  })

  test('PROPOSE-10, CLAIM-9: attestations and a quote that are signed in it are accepted', async () => {
    const domain = domainOf((await ask('rollup', 'eip712Domain')) as DomainSaid)
    const types = typedDataTypes
    await world.deposit(5n)
    const header = await world.header()
    const digest = hashTypedData({ domain, types, primaryType: 'Header', message: header })
    const signatures = world.quorumOf().map((key) => signatureOf(digest, key))
    await world.proposeHeader(header, { markedSeats: 2n ** BigInt(signatures.length) - 1n, signatures })
    world.slot = 32n
    const message = world.terms()
    const signed = hashTypedData({ domain, types, primaryType: 'EpochProofQuote', message })
    const quote = world.quote(message, signatureOf(signed, keyOf('p1')))
    const options = { from: await world.proposer() }
    await world.accepted('rollup', 'claimEpochProofRight', [quote, world.members], options)
  })
})
