/** Committees whose members are kept on L1: what is kept, and that a block by reference is the same block. */
import fc from 'fast-check'
import { type Abi, decodeFunctionResult, encodeFunctionData, keccak256 } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { artifactOf } from '../../impl/contracts/artifact.ts'
import { compileContracts } from '../../impl/contracts/compile.ts'
import { planDeployment } from '../../impl/contracts/deploy.ts'
import { CODE_SIZE_VARIABLE } from '../evm/anvil.ts'
import { Chain, type Transaction } from '../evm/blocks.ts'
import { keyOf } from '../evm/ecdsa.ts'
import type { Address, Hex, Storage } from '../evm/word.ts'
import {
  type Header,
  namedValidators,
  packed,
  signatureOf,
  smallDeployment,
  smallParameters,
  World,
} from './world.ts'

const nobody: Address = '0x0000000000000000000000000000000000000000'
const validators = namedValidators(4)
const people = [...validators, keyOf('stranger')]

describe('what is kept', () => {
  let world: World
  beforeAll(async () => {
    world = await World.start(validators, { parameters: smallParameters })
  })
  afterAll(() => world?.stop())

  test('EPOCH-14: 48 members and 1,228 are kept, 1,229 are not', async () => {
    // Where mistakes are planted, accounts hold more.
    const limit = Number(process.env[CODE_SIZE_VARIABLE] ?? 24_576)
    const most = Math.floor((limit - 1) / 20)
    if (limit === 24_576) expect(most).toBe(1_228)
    for (const [count, isKept] of [
      [48, true],
      [most, true],
      [most + 1, false],
    ] as const) {
      const members: Hex = `0x${'ab'.repeat(20 * count)}`
      const call = ['rollup', 'publishCommittee', [members]] as const
      if (isKept) await world.accepted(...call)
      else expect(await world.refusal(...call)).toEqual({ name: 'CommitteeTooLarge', args: [] })
      const holder = await world.view<Address>('rollup', 'holderOf', [keccak256(members)])
      expect(holder !== nobody).toBe(isKept)
    }
  })
})

test('EPOCH-14: on real blocks, of every list the code of its holder is a byte that stops and the members', async () => {
  const compilation = await compileContracts()
  const abi = artifactOf(compilation, 'Rollup').abi as Abi
  const deployer = keyOf('deployer')
  const deployment = smallDeployment({ validators: validators.map(({ address }) => address) })
  const chain = await Chain.start({ genesisTimestamp: 1_000_000_000, chainId: 31_337 })
  try {
    const plan = planDeployment(compilation, deployment, deployer.address)
    let timestamp = 1_000_000_010n
    const mined = async (transaction: Transaction) => {
      const [it] = await chain.mine([transaction], timestamp++)
      expect(it!.status).toBe('success')
    }
    for (const { data } of plan.creations) await mined({ from: deployer, data })
    const to = plan.addresses.rollup
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 700 }), async (bytes) => {
        const members: Hex = `0x${Buffer.from(bytes).toString('hex')}`
        const data = encodeFunctionData({ abi, functionName: 'publishCommittee', args: [members] })
        await mined({ from: keyOf('stranger'), to, data })
        const asked = encodeFunctionData({ abi, functionName: 'holderOf', args: [keccak256(members)] })
        const [answer] = await chain.views([{ to, data: asked }], timestamp)
        const holder = decodeFunctionResult({ abi, functionName: 'holderOf', data: answer! }) as Address
        expect(await chain.code(holder)).toBe(`0x00${members.slice(2)}`)
      }),
      { numRuns: 25 },
    )
  } finally {
    await chain.stop()
  }
})

describe.each([
  ['verified', 0],
  ['posted', 8],
])('a block by reference, signatures %s', (_, challengeSlots) => {
  let world: World
  let unpublished: Storage
  beforeAll(async () => {
    world = await World.start(validators, { parameters: { ...smallParameters, challengeSlots } })
    unpublished = world.storage
  })
  afterAll(() => world?.stop())

  /** The same proposal in both forms, from the same state. */
  const both = async (header: Header, attestations: unknown, from: Address, members: Hex) => {
    const options = { from, blobs: header.blobHashes }
    const start = world.storage
    const given = await world.execute('rollup', 'propose', [header, members, attestations], options)
    const storage = world.storage
    world.storage = start
    const named = await world.execute('rollup', 'proposeByPublished', [header, attestations], options)
    const outcome = [given, named].map((it) => ({
      status: it.status,
      returnData: it.returnData,
      logs: it.status === 'success' ? it.logs : [],
    }))
    return { outcome, storages: [storage, world.storage], given }
  }

  test('EPOCH-15: refused while the members are not published, accepted then', async () => {
    world.storage = unpublished
    const header = await world.header()
    const options = { from: await world.proposer(), blobs: header.blobHashes }
    const call = [
      'rollup',
      'proposeByPublished',
      [header, world.attest(header, validators)],
      options,
    ] as const
    const commitment = keccak256(world.members)
    expect(await world.refusal(...call)).toEqual({
      name: 'CommitteeMismatch',
      args: [keccak256('0x'), commitment],
    })
    // Whoever else is published, and by whom, changes nothing.
    const others = packed([...world.committee].reverse())
    await world.publish(others)
    expect((await world.refusal(...call)).name).toBe('CommitteeMismatch')
    await world.publish()
    await world.accepted(...call)
  })

  test('EPOCH-15: it does what `propose` does with the members, whatever header, attestations and caller', async () => {
    world.storage = unpublished
    await world.publish()
    const published = world.storage
    const proposals = fc.record({
      slot: fc.nat({ max: 40 }),
      changes: fc.constantFrom<Partial<Header>>(
        {},
        {},
        {},
        { stateRoot: `0x${'00'.repeat(32)}` },
        { forcedCount: 1n },
        { slot: 7n },
        { parentHash: `0x${'11'.repeat(32)}` },
        { blobHashes: [] },
      ),
      /** Who signs at each seat; 5 is nobody. */
      signers: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom<number[]>([0, 1, 2, 3], [0, 1, 2, 3], [0, 5, 2, 5]) },
        fc.array(fc.nat({ max: 5 }), { minLength: 3, maxLength: 5 }),
      ),
      caller: fc.option(fc.nat({ max: 4 }), { freq: 4 }),
    })
    const seen = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(proposals, async ({ slot, changes, signers, caller }) => {
        world.storage = published
        world.slot = BigInt(slot)
        const header = await world.header(changes)
        const digest = world.digest(header)
        const signed = signers.flatMap((who, seat) => (who < 5 ? [{ seat, key: people[who]! }] : []))
        const attestations = {
          markedSeats: signed.reduce((marks, { seat }) => marks | (1n << BigInt(seat)), 0n),
          signatures: signed.map(({ key }) => signatureOf(digest, key)),
        }
        const from = caller === null ? await world.proposer() : people[caller]!.address
        const { outcome, storages, given } = await both(header, attestations, from, world.members)
        expect(outcome[1]).toEqual(outcome[0])
        expect(storages[1]).toEqual(storages[0])
        const name = given.status === 'success' ? 'accepted' : world.decode(given).name
        seen.set(name, (seen.get(name) ?? 0) + 1)
      }),
      { numRuns: 150, seed: 15 },
    )
    const expected = [
      'accepted',
      'AttestationsMalformed',
      'BlobsMissing',
      'CallerNotProposer',
      'ForcedBeyondQueue',
      'ParentNotTip',
      'QuorumNotReached',
      'SlotNotCurrent',
      ...(challengeSlots === 0 ? ['AttestationInvalid'] : []),
    ]
    expect([...seen.keys()].sort()).toEqual(expected.sort())
  })

  test('EPOCH-15: under the committee in force, when a set that changed has another one', async () => {
    world.storage = unpublished
    world.slot = 0n
    await world.publish()
    const left = packed(world.committee.slice(0, 3))
    await world.accepted('rollup', 'removeValidator', [world.committee[3]], { from: keyOf('admin').address })
    for (const epoch of [0n, 1n, 2n]) {
      world.slot = 32n * epoch
      await world.accepted('rollup', 'setupEpoch')
    }
    world.slot = 96n
    const header = await world.header()
    const signers = validators.slice(0, 3)
    const before = await both(header, world.attest(header, signers), await world.proposer(left), left)
    expect(before.given.status).toBe('success')
    expect(before.outcome[1]!.status).toBe('reverted')
    await world.publish(left)
    const after = await both(header, world.attest(header, signers), await world.proposer(left), left)
    expect(after.outcome[1]).toEqual(after.outcome[0])
    expect(after.outcome[1]!.status).toBe('success')
  })

  test('EPOCH-15: with both published it is the committee of the own epoch that counts, not that of the next', async () => {
    world.storage = unpublished
    world.slot = 0n
    const all = world.members
    const left = packed(world.committee.slice(0, 3))
    await world.publish(all)
    await world.publish(left)
    await world.accepted('rollup', 'removeValidator', [world.committee[3]], { from: keyOf('admin').address })
    const inForce: Hex[] = []
    for (const epoch of [0n, 1n, 2n, 3n]) {
      world.slot = 32n * epoch
      await world.accepted('rollup', 'setupEpoch')
      const [sample] = await world.view<[{ committee: Hex }, boolean]>('rollup', 'sampleInForce', [epoch])
      const members = sample.committee === keccak256(all) ? all : left
      const header = await world.header()
      const attestations = world.attest(header, validators.slice(0, 3))
      const { outcome } = await both(header, attestations, await world.proposer(members), members)
      expect(outcome[0]!.status).toBe('success')
      expect(outcome[1]).toEqual(outcome[0])
      inForce.push(sample.committee)
    }
    // Some epoch's successor has another committee.
    expect(inForce.at(0)).toBe(keccak256(all))
    expect(inForce.at(-1)).toBe(keccak256(left))
  })
})
