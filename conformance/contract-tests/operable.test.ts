/** A set of the size that the RFC assumes, on real blocks: registered in batches, drawn from, and an epoch of its committee. */
import {
  type Abi,
  decodeEventLog,
  decodeFunctionResult,
  encodeFunctionData,
  hashTypedData,
  size,
  sliceHex,
  zeroHash,
} from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { artifactOf } from '../../impl/contracts/artifact.ts'
import { compileContracts } from '../../impl/contracts/compile.ts'
import { type DeploymentPlan, planDeployment } from '../../impl/contracts/deploy.ts'
import { typedDataDomain, typedDataTypes } from '../../impl/contracts/typedData.ts'
import { loadPreset } from '../../spec/parameters.ts'
import { numberedBlob } from '../evm/blobs.ts'
import { Chain, type Mined, type Transaction } from '../evm/blocks.ts'
import { type Key, keyOf } from '../evm/ecdsa.ts'
import type { Address, Hex } from '../evm/word.ts'
import { proofOf, signatureOf, smallDeployment } from './world.ts'

/** EIP-7825: what one transaction may use. */
const GREATEST_TRANSACTION = 2n ** 24n
const COUNT = 10_000
const BATCH = 330
const CHAIN_ID = 31_337

const { parameters } = loadPreset('rfc').profiles[0]!
const seconds = BigInt(parameters.slotDurationSeconds)
const genesisTimestamp = 2_000_000_000n
const admin = keyOf('admin')
const [deployer, prover] = [keyOf('deployer'), keyOf('p1')]
const keys = Array.from({ length: COUNT }, (_, index) => keyOf(`n${index}`))
const keyAt = new Map(keys.map((key) => [key.address, key]))

let chain: Chain
let plan: DeploymentPlan
let abi: Abi
let greatestGas = 0n

beforeAll(async () => {
  const compilation = await compileContracts()
  abi = [...artifactOf(compilation, 'Rollup').abi, ...artifactOf(compilation, 'ProofEscrow').abi] as Abi
  chain = await Chain.start({ genesisTimestamp: Number(genesisTimestamp) - 1_000, chainId: CHAIN_ID })
  const validators = keys.slice(0, 48).map(({ address }) => address)
  const changes = { parameters, genesisTimestamp, validators, administrator: admin.address }
  plan = planDeployment(compilation, smallDeployment(changes), deployer.address)
  for (const { data } of plan.creations) await mined({ from: deployer, data }, genesisTimestamp - 500n)
})
afterAll(() => chain?.stop())

type Accepted = Extract<Mined, { status: 'success' }>

/** Of one transaction in a block of its own, with the most gas that one may have. */
async function mined(transaction: Transaction, timestamp: bigint): Promise<Accepted> {
  const [it] = await chain.mine([{ ...transaction, gas: GREATEST_TRANSACTION }], timestamp)
  if (it!.status !== 'success') throw new Error(`reverted with ${it!.returnData} after ${it!.gasUsed} gas`)
  if (it!.gasUsed > greatestGas) greatestGas = it!.gasUsed
  return it as Accepted
}
const startOf = (slot: bigint): bigint => genesisTimestamp + slot * seconds
const call = (
  functionName: string,
  args: readonly unknown[],
  from: Key,
  slot: bigint,
  more: Partial<Transaction> = {},
): Promise<Accepted> =>
  mined(
    { from, to: plan.addresses.rollup, data: encodeFunctionData({ abi, functionName, args }), ...more },
    startOf(slot),
  )
async function view<T>(functionName: string, args: readonly unknown[], slot: bigint): Promise<T> {
  const data = encodeFunctionData({ abi, functionName, args })
  const [answer] = await chain.views([{ to: plan.addresses.rollup, data }], startOf(slot))
  return decodeFunctionResult({ abi, functionName, data: answer! }) as T
}
const lower = (addresses: readonly string[]): Address[] => addresses.map((it) => it.toLowerCase() as Address)

test('VALIDATOR-9, EPOCH-3: 10,000 validators are registered in batches, and an epoch of 32 blocks is proposed, claimed and proven', async () => {
  // In the first slots of epoch 0, so that the set is whole when epoch 2 draws from it.
  for (let at = 48, slot = 0n; at < COUNT; at += BATCH, slot++) {
    const batch = keys.slice(at, at + BATCH).map(({ address }) => address)
    await call('addValidators', [batch], admin, slot)
  }
  expect(await view('validatorCount', [], 31n)).toEqual([BigInt(COUNT), 48n])
  expect(await view('validatorCount', [], 64n)).toEqual([BigInt(COUNT), BigInt(COUNT)])
  const pages: Address[] = []
  for (let first = 0n; first < COUNT; first += 2_500n)
    pages.push(...lower(await view<string[]>('validators', [first, 2_500n], 64n)))
  expect(pages).toEqual(keys.map(({ address }) => address))

  const { logs } = await call('setupEpoch', [], deployer, 64n)
  const [setUp, drawn] = logs.map(({ data, topics }) =>
    decodeEventLog({ abi, data, topics: topics as [Hex] }),
  )
  expect([setUp, drawn]).toMatchObject([
    { eventName: 'EpochSetUp', args: { epoch: 3n } },
    { eventName: 'CommitteeDrawn' },
  ])
  // What the log says is what the calls are given.
  const committee = (drawn!.args as unknown as { members: Hex }).members
  const members = Array.from(
    { length: 48 },
    (_, seat) => keyAt.get(sliceHex(committee, 20 * seat, 20 * seat + 20))!,
  )
  expect(size(committee)).toBe(48 * 20)
  expect(new Set(members).size).toBe(48)

  const domain = typedDataDomain(CHAIN_ID, plan.addresses.rollup)
  const genesis = hashTypedData({
    domain,
    types: typedDataTypes,
    primaryType: 'Genesis',
    message: { stateRoot: smallDeployment().genesisStateRoot },
  })
  await call('publishCommittee', [committee], deployer, 95n)
  let parentHash = genesis
  for (let slot = 96n; slot < 128n; slot++) {
    const blob = await numberedBlob(Number(slot) % 4)
    const header = {
      parentHash,
      slot,
      timestamp: startOf(slot),
      stateRoot: `0x${'51'.repeat(32)}` as Hex,
      transactionsHash: `0x${'7a'.repeat(32)}` as Hex,
      forcedCount: 0n,
      forcedHash: zeroHash,
      hasOthers: true,
      blobHashes: [blob.versionedHash],
    }
    const digest = hashTypedData({ domain, types: typedDataTypes, primaryType: 'Header', message: header })
    const signatures = members.slice(0, 33).map((key) => signatureOf(digest, key))
    const [proposer] = await view<[string, boolean]>('proposerOf', [slot, committee], slot)
    const attestations = { markedSeats: (1n << 33n) - 1n, signatures }
    const [functionName, args] =
      slot % 2n === 0n
        ? ['propose', [header, committee, attestations]]
        : ['proposeByPublished', [header, attestations]]
    await call(
      functionName as string,
      args as unknown[],
      keyAt.get(proposer.toLowerCase() as Address)!,
      slot,
      {
        blobs: [blob],
      },
    )
    parentHash = digest
  }
  expect(await view('pendingTip', [], 127n)).toEqual({ blockHash: parentHash, nextSlot: 128n })

  await call('submitEpochProof', [genesis, parentHash, proofOf(genesis, parentHash)], prover, 128n)
  expect(await view('provenTip', [], 128n)).toEqual({ blockHash: parentHash, nextSlot: 128n })
  // A batch of that size is the dearest of them, and nearly as much as one transaction may use.
  expect(greatestGas).toBeGreaterThan((GREATEST_TRANSACTION * 9n) / 10n)
}, 300_000)
