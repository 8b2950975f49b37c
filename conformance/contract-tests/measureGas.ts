/**
 * What the entry points cost, as a transaction pays it: intrinsic gas and calldata included, blob gas left out. Every
 * row runs the production bytecode with the parameters of preset `rfc`, cold, from the state that its name says.
 */
import { implementedReadings, loadPreset, type Parameters } from '../../spec/parameters.ts'
import { keyOf } from '../evm/ecdsa.ts'
import { type Hex, wordHex } from '../evm/word.ts'
import { fallbackParameters, namedValidators, type Success, World } from './world.ts'

/** Gas by row, in the order of the table. */
export type GasTable = Readonly<Record<string, number>>

const BOND = 10n ** 18n
const COMMITTEE_SIZE = 48
export const GREATEST_SETUP = 'setupEpoch, 30000 validators, 255 rounds, 256 seats'

/** EPOCH-12 of the preset `rfc`. */
const { shuffleRounds: rfcRounds } = loadPreset('rfc').profiles[0]!.parameters

export const gasParameters = (
  shuffleRounds = rfcRounds,
  targetCommitteeSize = COMMITTEE_SIZE,
): Parameters => ({
  slotDurationSeconds: 36,
  slotsPerEpoch: 32,
  claimWindowSlots: 13,
  targetCommitteeSize,
  shuffleRounds,
  ...implementedReadings,
  withdrawalDelaySlots: 45,
  minimumBondWei: String(BOND),
  escrowCapWei: String(2n ** 128n - 1n),
  epochRewardWei: String(BOND),
  challengeSlots: 0,
  ...fallbackParameters,
})

const gas = ({ gasUsed }: Success): number => Number(gasUsed)

/** @param report called after every row */
export const measureGas = async (
  report: (row: string, gas: number, outcome: Success) => void = () => {},
): Promise<GasTable> => {
  const table: Record<string, number> = {}
  const row = (name: string, outcome: Success) => {
    table[name] = gas(outcome)
    report(name, table[name], outcome)
  }
  row('setupEpoch, 48 validators, unchanged', await setupEpoch(48))
  row('setupEpoch, 48 validators, changed', await setupEpoch(48, { changed: true }))
  for (const count of [100, 1_000, 10_000, 100_000])
    row(`setupEpoch, ${count} validators`, await setupEpoch(count))
  // The greatest committee and the most rounds that can be deployed, of a set too large for the seats to share hashes.
  row(GREATEST_SETUP, await setupEpoch(30_000, { rounds: [255], seats: 256 }))
  const world = await World.start(namedValidators(COMMITTEE_SIZE), { parameters: gasParameters() })
  try {
    await measureChain(world, row)
    await measureQueue(world, row)
    await measureFallback(world, row)
    await measureAccounts(world, row)
  } finally {
    await world.stop()
  }
  await measureChallenges(row)
  return table
}

type Row = (name: string, outcome: Success) => void

/** The second call in the life of a rollup: the first also pays for words that were never written. */
const setupEpoch = async (
  count: number,
  { rounds, seats, changed = false }: { rounds?: number[]; seats?: number; changed?: boolean } = {},
): Promise<Success> => {
  const world = await World.start(namedValidators(1), { parameters: gasParameters(rounds, seats) })
  try {
    // Which address it is costs nothing, as long as it is not zero.
    const addressAt = (index: number): Hex => `0x${(2n ** 159n + BigInt(index)).toString(16)}`
    world.storeAll('rollup', [
      [['validatorSet', 'length', 'current'], count],
      ...Array.from(
        { length: count },
        (_, index) => [['validatorSet', 'entries', index, 'current'], addressAt(index)] as const,
      ),
    ])
    await world.accepted('rollup', 'setupEpoch', [], { prevrandao: 7n })
    // As if epoch 0 had changed the set, so that it is not known to serve again.
    if (changed) world.store([['validatorSet', 'length', 'changedAt'], 2n])
    world.slot = changed ? 64n : 32n
    return await world.accepted('rollup', 'setupEpoch', [], { prevrandao: 8n })
  } finally {
    await world.stop()
  }
}

/** Proposes in a row of slots. @returns what the last proposal cost */
const grow = async (world: World, firstSlot: bigint, count: number): Promise<Success> => {
  let last: Success | undefined
  for (let index = 0n; index < BigInt(count); index++) {
    world.slot = firstSlot + index
    last = await world.proposeHeader(await world.header())
  }
  return last!
}

/** The first slot of a claim window, from a slot on, that somebody is the proposer of. */
const slotOf = async (world: World, proposer: Hex, from: bigint): Promise<bigint> => {
  for (let slot = from; ; slot++) {
    world.slot = slot
    if (slot % 32n < 13n && (await world.proposer()) === proposer) return slot
  }
}

const measureChain = async (world: World, row: Row): Promise<void> => {
  await world.accepted('token', 'mint', [world.addresses.rollup, 100n * BOND])
  await world.deposit(10n * BOND)
  // A whole claim and proof first, so that no row pays for words that only the first epoch finds unwritten.
  await grow(world, 0n, 1)
  world.slot = 32n
  const firstClaimant = await world.proposer()
  row('claim, first ever', await world.claim())
  row('proof, first ever, claimed', await world.prove())

  const start = world.storage
  const epoch = 64n
  const from = async (blocks: number, claimed: boolean): Promise<void> => {
    world.storage = start
    await grow(world, epoch, blocks)
    world.slot = epoch + 32n
    if (claimed) await world.claim()
  }

  world.storage = start
  row('propose, quorum 33 of 48, on an empty chain', await grow(world, epoch, 1))
  const one = world.storage
  row('propose, quorum 33 of 48', await grow(world, epoch + 1n, 1))
  world.storage = one
  world.slot = epoch + 1n
  row('publishCommittee, 48', await world.publish())
  row('propose, quorum 33 of 48, published', await world.proposeHeaderByPublished(await world.header()))
  row('propose, quorum 33 of 48, first in epoch', await grow(world, epoch + 32n, 1))
  await from(1, false)
  row('propose, quorum 33 of 48, with a due prune', await grow(world, epoch + 45n, 1))
  await from(1, true)
  row('propose, quorum 33 of 48, with a due prune and slash', await grow(world, epoch + 64n, 1))

  await from(1, false)
  row('claim', await world.claim())
  for (const claimed of [true, false]) {
    for (const blocks of [1, 32]) {
      await from(blocks, claimed)
      row(`proof of ${blocks}, ${claimed ? 'claimed' : 'unclaimed'}`, await world.prove())
    }
  }
  // The rows above also pay for the first credit of their claimant: its word was zero.
  world.storage = start
  const again = await slotOf(world, firstClaimant, epoch + 32n)
  await grow(world, again - 32n, 1)
  world.slot = again
  await world.claim()
  row('proof of 1, claimed by whom it is not the first credit', await world.prove())
  for (const blocks of [1, 32]) {
    await from(blocks, false)
    world.slot = epoch + 45n
    row(`prune of ${blocks}, unclaimed`, await world.accepted('rollup', 'prune'))
  }
  await from(1, true)
  world.slot = epoch + 64n
  row('prune of 1, slashing', await world.accepted('rollup', 'prune'))
  await from(32, true)
  await grow(world, epoch + 32n, 32)
  world.slot = epoch + 64n
  row('prune of 64, slashing', await world.accepted('rollup', 'prune'))
  row('collectSlashed', await world.accepted('escrow', 'collectSlashed'))

  await from(1, true)
  await world.prove()
  row('collectReward', await world.accepted('rollup', 'collectReward', [], { from: world.prover.address }))
}

/** Where signatures are posted. Blocks in slots 0 and 1 have used the places of slots 64 and 65. */
const measureChallenges = async (row: Row): Promise<void> => {
  const parameters = { ...gasParameters(), challengeSlots: 8 }
  const world = await World.start(namedValidators(COMMITTEE_SIZE), { parameters })
  try {
    await world.deposit(10n * BOND)
    await grow(world, 0n, 2)
    world.slot = 32n
    await world.claim()
    await world.prove()
    const start = world.storage

    row('propose, quorum 33 of 48, posted, on an empty chain', await grow(world, 64n, 1))
    const one = world.storage
    row('propose, quorum 33 of 48, posted', await grow(world, 65n, 1))
    world.storage = one
    await world.publish()
    row(
      'propose, quorum 33 of 48, posted, published',
      await world.proposeHeaderByPublished(await world.header()),
    )
    world.storage = one
    await grow(world, 65n, 1)
    row('propose, quorum 33 of 48, posted, into an unused place', await grow(world, 66n, 1))
    world.storage = one
    world.slot = 96n
    await world.claim()
    row('proof of 1, claimed, posted', await world.prove())

    for (const seat of [0, 32]) {
      world.storage = one
      row(`challenge of seat ${seat} of 48`, await challenge(world, await postFalse(world, 65n, seat), seat))
    }
    world.storage = start
    const only = await postFalse(world, 95n, 32)
    world.slot = 96n
    await world.claim()
    row('challenge of seat 32 of 48, ending a claim', await challenge(world, only, 32))
  } finally {
    await world.stop()
  }
}

/** Proposes with a false attestation at a seat. */
const postFalse = async (world: World, slot: bigint, falseSeat: number) => {
  world.slot = slot
  const header = await world.header()
  const signers = world.quorumOf().map((key, seat) => (seat === falseSeat ? keyOf('stranger') : key))
  const posting = await world.posting(header, world.attest(header, signers))
  await world.proposeHeader(header, posting.attestations)
  return { slot, posting }
}

const challenge = (
  world: World,
  { slot, posting }: Awaited<ReturnType<typeof postFalse>>,
  seat: number,
): Promise<Success> => world.accepted('rollup', 'challenge', [slot, posting, seat])

/** Bytes that are no zeroes: calldata of a proof, which is not compressed. */
const bytes = (count: number): Hex => `0x${'ab'.repeat(count)}`

/** Into a queue that two transactions wait in: the first one also pays for the length, which was 0. */
const measureQueue = async (world: World, row: Row): Promise<void> => {
  const start = world.storage
  world.slot += 32n
  const firstSlot = world.slot
  await world.force('0x01')
  await world.force('0x02')
  const waiting = world.storage
  row('forceInclusion of 1 kB', await world.force(bytes(1_000)))
  world.storage = waiting
  row('forceInclusion of 80 kB', await world.force(bytes(80_000)))

  world.storage = waiting
  for (let index = 0; index < 200; index++) await world.force(wordHex(BigInt(index)))
  await grow(world, firstSlot, 1)
  const long = world.storage
  for (const forcedCount of [0n, 1n, 8n, 100n]) {
    world.storage = long
    world.slot = firstSlot + 1n
    const header = await world.header({ forcedCount })
    row(`propose, quorum 33 of 48, ${forcedCount} forced of 202`, await world.proposeHeader(header))
  }
  world.storage = start
  world.slot = firstSlot - 32n
}

/** From a chain with a block and nothing in the queue, as it is when T_enter is over. */
const measureFallback = async (world: World, row: Row): Promise<void> => {
  const start = world.storage
  const { slot } = world
  await grow(world, slot, 1)
  const waiting = world.storage
  const enters = slot + BigInt(fallbackParameters.fallbackEnterSlots)
  world.slot = enters
  row('prune of 1, entering fallback', await world.accepted('rollup', 'prune'))
  const inSession = world.storage
  world.storage = waiting
  row('proposeWithProof, first of a session, on a pending chain', await proposeProven(world))
  world.storage = inSession
  await proposeProven(world)
  world.slot++
  row('proposeWithProof', await proposeProven(world))
  world.slot = enters + 200n
  row('propose, quorum 33 of 48, first after a session', await world.proposeHeader(await world.header()))
  world.storage = waiting
  row(
    'propose, quorum 33 of 48, first after a silent session',
    await world.proposeHeader(await world.header()),
  )
  world.storage = start
  world.slot = slot
}

const proposeProven = async (world: World): Promise<Success> =>
  world.proposeHeaderWithProof(await world.header())

const measureAccounts = async (world: World, row: Row): Promise<void> => {
  const newcomer = keyOf('p2')
  const from = newcomer.address
  row('deposit, first of a prover', await world.deposit(BOND, newcomer))
  row('deposit', await world.deposit(BOND, newcomer))
  row('startWithdrawal', await world.accepted('escrow', 'startWithdrawal', [BOND], { from }))
  world.slot += 45n
  row('executeWithdrawal', await world.accepted('escrow', 'executeWithdrawal', [from], { from }))

  const administrator = { from: keyOf('admin').address }
  row('addValidator', await world.accepted('rollup', 'addValidator', [from], administrator))
  const batch = namedValidators(COMMITTEE_SIZE + 100)
    .slice(COMMITTEE_SIZE)
    .map(({ address }) => address)
  const before = world.storage
  row('addValidators, 100', await world.accepted('rollup', 'addValidators', [batch], administrator))
  row('removeValidators, 100', await world.accepted('rollup', 'removeValidators', [batch], administrator))
  world.storage = before
  row(
    'removeValidator, not the last',
    await world.accepted('rollup', 'removeValidator', [world.committee[0]], administrator),
  )
}
