/**
 * What the entry points cost against what can grow: validators, seats of the committee, entries that wait in the forced
 * queue, blocks of an epoch. Measured as the gas table is, each point from a state in which only that differs.
 */
import { epochOf } from '../../model/l1-rollup/rules/arithmetic.ts'
import { keccakWords, shuffleRoundsFor } from '../../model/shared/hash.ts'
import { type Hex, type Storage, wordHex } from '../evm/word.ts'
import { costOfCalldata, floorOf } from '../gas/calldata.ts'
import type { Against, Curve } from '../gas/growth.ts'
import { type CurveName, curveNames, termOf } from '../gas/terms.ts'
import { gasParameters } from './measureGas.ts'
import { executionOf, fallbackParameters, namedValidators, type Success, World } from './world.ts'

export interface MeasuredPoint {
  readonly x: number
  /** What the transaction pays. */
  readonly gas: number
  /** What its calldata costs, gas: the only part that hashes and signatures decide, by their zeroes. */
  readonly calldata: number
  /** What it pays at least for its calldata (EIP-7623), gas. */
  readonly floor: number
}
export interface MeasuredCurve {
  readonly against: Against
  readonly name: CurveName
  readonly points: readonly MeasuredPoint[]
}

/** Where a curve is measured, ascending. */
export type Places = Readonly<Record<Against, readonly number[]>>

const BOND = 10n ** 18n
const COMMITTEE_SIZE = 48
/** Of the curve of drawn committees: validators, and the rounds that EPOCH-12 has for them. */
export const DRAWN_FROM = 10_000
export const DRAWN_ROUNDS = shuffleRoundsFor(DRAWN_FROM, gasParameters())
/** DEPLOY-3. */
export const GREATEST_COMMITTEE = 256

const both = (last: number): number[] => [last, last + 1]
/** From where on the shuffle has another number of rounds (EPOCH-12): the last size before. */
export const doublings = Array.from({ length: 12 }, (_, index) => COMMITTEE_SIZE * 2 ** index).filter(
  (size) => size < 100_000,
)
/** The last sizes before a round hashes once more for 256 validators, and from there on once for each seat. */
export const blockEnds = Array.from({ length: 15 }, (_, index) => 256 * (index + 1))
/** The last size whose indices fit into lanes of 16 bits. */
export const NARROW_END = 2 ** 15 - 1

/** Both sides of every size where `setupEpoch` changes, so that the curve is flat between its points. */
export const places: Places = {
  validators: ascending([
    ...[...doublings, ...blockEnds, NARROW_END].flatMap(both),
    // Also rows of the gas table.
    100,
    1_000,
    10_000,
    100_000,
  ]),
  seats: [4, 8, 16, 32, 48, 64, 96, 120, 121, 128, 192, 255, GREATEST_COMMITTEE],
  waiting: [0, 1, 2, 10, 100, 1_000, 10_000],
  blocks: [1, 2, 3, 4, 6, 8, 12, 16, 24, 32],
}

function ascending(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** @param report called after every point */
export async function measureGrowth(
  at: Places = places,
  report: (curve: CurveName, point: MeasuredPoint) => void = () => {},
): Promise<MeasuredCurve[]> {
  const curves = new Map<CurveName, { against: Against; points: MeasuredPoint[] }>()
  const add = (against: Against) => (name: CurveName, x: number, measured: Cost) => {
    const point = { x, ...measured }
    const curve = curves.get(name) ?? { against, points: [] }
    curve.points.push(point)
    curves.set(name, curve)
    report(name, point)
  }
  await measureValidators(at.validators, add('validators'))
  for (const seats of at.seats) await measureCommittee(seats, add('seats'))
  const world = await World.start(namedValidators(COMMITTEE_SIZE), { parameters: gasParameters() })
  try {
    await startChain(world, 1)
    const start = world.storage
    await measureQueue(world, at.waiting, add('waiting'))
    world.storage = start
    await measureBlocks(world, at.blocks, add('blocks'))
  } finally {
    await world.stop()
  }
  return curveNames.flatMap((name) => {
    const curve = curves.get(name)
    return curve === undefined ? [] : [{ name, ...curve }]
  })
}

/** As it is committed. */
export const curvesOf = (measured: readonly MeasuredCurve[]): Curve[] =>
  measured.map(({ against, name, points }) => ({
    against,
    name,
    term: termOf(name).words,
    points: points.map(({ x, gas }) => [x, gas]),
  }))

type Cost = Omit<MeasuredPoint, 'x'>
type Add = (name: CurveName, x: number, cost: Cost) => void

const costOf = (outcome: Success): Cost => {
  const [call] = executionOf(outcome).job.calls
  return { gas: Number(outcome.gasUsed), calldata: costOfCalldata(call!.data), floor: floorOf(call!.data) }
}

async function measureValidators(counts: readonly number[], add: Add): Promise<void> {
  if (counts.length === 0) return
  const world = await startSetups(gasParameters())
  try {
    const start = world.storage
    for (const count of counts) {
      world.storage = start
      add('setupEpoch, changed set', count, costOf(await setupEpoch(world, count)))
    }
  } finally {
    await world.stop()
  }
}

/** A rollup whose first sample is over, so that the next one pays for no word that was never written. */
async function startSetups(parameters: ReturnType<typeof gasParameters>): Promise<World> {
  const world = await World.start(namedValidators(1), { parameters })
  await world.accepted('rollup', 'setupEpoch', [], { prevrandao: 7n })
  return world
}

/**
 * Of a set that epoch 0 changed. Only its length is stored: reading an entry costs the same whatever it holds, as the
 * rows of the gas table show, whose sets are whole.
 */
async function setupEpoch(world: World, count: number): Promise<Success> {
  world.store(
    [['validatorSet', 'length', 'current'], BigInt(count)],
    [['validatorSet', 'length', 'changedAt'], 2n],
  )
  world.slot = 64n
  return world.accepted('rollup', 'setupEpoch', [], { prevrandao: 8n })
}

async function measureCommittee(seats: number, add: Add): Promise<void> {
  const parameters = gasParameters([DRAWN_ROUNDS], seats)
  for (const challengeSlots of [0, 8]) {
    const options = { parameters: { ...parameters, challengeSlots } }
    const world = await World.start(namedValidators(seats), options)
    try {
      // A place that was never posted into would be paid for.
      const claim = await startChain(world, challengeSlots === 0 ? 1 : 2)
      if (challengeSlots === 0) add('claimEpochProofRight', seats, costOf(claim))
      await grow(world, 64n, 1)
      const proposed = await grow(world, 65n, 1)
      add(challengeSlots === 0 ? 'propose, verified' : 'propose, posted', seats, costOf(proposed))
    } finally {
      await world.stop()
    }
  }
  const world = await startSetups(parameters)
  try {
    const start = world.storage
    add('setupEpoch, whole set, changed', seats, costOf(await setupEpoch(world, seats)))
    world.storage = start
    add('setupEpoch, drawn from 10,000', seats, costOf(await setupEpoch(world, DRAWN_FROM)))
  } finally {
    await world.stop()
  }
}

/** A chain whose first epoch is claimed and proven. @returns the claim */
async function startChain(world: World, blocks: number): Promise<Success> {
  await world.accepted('token', 'mint', [world.addresses.rollup, 100n * BOND])
  await world.deposit(10n * BOND)
  await grow(world, 0n, blocks)
  world.slot = 32n
  const claim = await world.claim()
  await world.prove()
  return claim
}

/** Proposes in a row of slots. @returns the last proposal */
async function grow(world: World, firstSlot: bigint, count: number): Promise<Success> {
  let last: Success | undefined
  for (let index = 0n; index < BigInt(count); index++) {
    world.slot = firstSlot + index
    last = await world.proposeHeader(await world.header())
  }
  return last!
}

async function measureQueue(world: World, counts: readonly number[], add: Add): Promise<void> {
  if (counts.length === 0) return
  await grow(world, 64n, 1)
  const pending = world.storage
  world.slot += BigInt(fallbackParameters.fallbackEnterSlots)
  await world.accepted('rollup', 'prune')
  await world.proposeHeaderWithProof(await world.header())
  const session = { storage: world.storage, slot: world.slot + 1n }
  for (const count of counts) {
    world.slot = 65n
    const waiting = withQueue(world, pending, count)
    if (count > 0) {
      const header = await world.header({ forcedCount: 1n })
      add('propose, taking 1', count, costOf(await world.proposeHeader(header)))
    }
    world.storage = waiting
    add('forceInclusion of 1 kB', count, costOf(await world.force(kilobyte)))

    world.slot = session.slot
    withQueue(world, session.storage, count)
    const header = await world.header({ forcedCount: count > 0 ? 1n : 0n })
    add('proposeWithProof, taking 1', count, costOf(await world.proposeHeaderWithProof(header)))
  }
}

/** Bytes that are no zeroes. */
const kilobyte: Hex = `0x${'ab'.repeat(1_000)}`

/** Puts entries into a queue that had none, as if they had entered in the epoch of the world's slot. */
function withQueue(world: World, storage: Storage, count: number): Storage {
  const { slotsPerEpoch, forcedDelayEpochs } = world.deployment.parameters
  const date = BigInt(epochOf({ slot: Number(world.slot), slotsPerEpoch }) + forcedDelayEpochs)
  world.storage = storage
  world.storeAll('rollup', [
    [['tips', 'queueLength'], BigInt(count)],
    ...Array.from({ length: count }, (_, index) => [
      [['queue', index + 1, 'hash'], wordHex(keccakWords(BigInt(index)))] as const,
      [['queue', index + 1, 'includedByEpoch'], date] as const,
    ]).flat(),
  ])
  return world.storage
}

async function measureBlocks(world: World, counts: readonly number[], add: Add): Promise<void> {
  if (counts.length === 0) return
  const most = Math.max(...counts)
  for (let blocks = 1; blocks <= most; blocks++) {
    await grow(world, 63n + BigInt(blocks), 1)
    if (!counts.includes(blocks)) continue
    const pending = world.storage
    world.slot = 96n
    await world.claim()
    add('submitEpochProof, claimed', blocks, costOf(await world.prove()))
    world.storage = pending
    world.slot = 64n + 45n
    add('prune', blocks, costOf(await world.accepted('rollup', 'prune')))
    world.storage = pending
  }
  await measureEpoch(world, counts, add)
}

/** An epoch on a pending one: its sample, the claim and the proof of the one before, and its blocks, by their number. */
async function measureEpoch(world: World, counts: readonly number[], add: Add): Promise<void> {
  world.slot = 96n
  const setup = await world.accepted('rollup', 'setupEpoch')
  const first = await grow(world, 96n, 1)
  let total = sumOf([setup, first, await world.claim(), await world.prove()].map(costOf))
  for (let blocks = 1; blocks <= Math.max(...counts); blocks++) {
    if (blocks > 1) total = sumOf([total, costOf(await grow(world, 95n + BigInt(blocks), 1))])
    if (counts.includes(blocks)) add('epoch, per block', blocks, perBlock(total, blocks))
  }
}

const sumOf = (costs: readonly Cost[]): Cost => ({
  gas: costs.reduce((sum, { gas }) => sum + gas, 0),
  calldata: costs.reduce((sum, { calldata }) => sum + calldata, 0),
  floor: costs.reduce((sum, { floor }) => sum + floor, 0),
})

const perBlock = ({ gas, calldata, floor }: Cost, blocks: number): Cost => ({
  gas: Math.round(gas / blocks),
  calldata: Math.round(calldata / blocks),
  floor: Math.round(floor / blocks),
})
