import { frozenValidators } from '../../model/l1-rollup/chain.ts'
import { epochOf, sampledEpochOf } from '../../model/l1-rollup/rules/arithmetic.ts'
import type { Event } from '../../model/l1-rollup/vocabulary.ts'
import type { Mined, Transaction } from '../evm/blocks.ts'
import { keyOf } from '../evm/ecdsa.ts'
import type { Log } from '../evm/trace.ts'
import { Course } from '../runs/course.ts'
import type { Call } from '../translation/calls.ts'
import { LogEncoder, requireLogs } from '../translation/logs.ts'
import { RefusalEncoder } from '../translation/refusals.ts'
import { type Driver, DriverError, type Observation, type Outcome, requireOneSlot } from './driver.ts'
import type { Stand } from './stand.ts'
import { viewsOf } from './views.ts'

/** A transaction of a block that is to be mined. */
interface Prepared {
  readonly event: Event
  readonly call: Call
  /** @throws NotAnnounced */
  requireLogs(found: readonly Log[]): void
}

/**
 * The deployed bytecode on real blocks: the events of one `apply` are the signed transactions of one block, with their
 * blobs. The slot is the time of the next block. What blocks are called follows the statechart: the first step at which
 * contracts and model part is a difference, and what comes after it means nothing.
 */
export class ContractDriver implements Driver {
  readonly #course: Course
  readonly #encoder = new RefusalEncoder()
  readonly #logs: LogEncoder
  #lastSlots: ReadonlyMap<number, number> = new Map()
  #slot: number
  #blocksInSlot = 0

  constructor(readonly stand: Stand) {
    this.#slot = stand.profile.firstSlot
    this.#course = new Course(stand.profile, stand.blocks)
    this.#logs = new LogEncoder(stand.addresses, stand.storageMap)
  }

  /**
   * Says of the run to come how long each sample is asked for, which makes its prevrandao easier to find.
   * @param lastSlots by epoch of the sample; the profile's horizon for those that it lacks
   */
  prepare(lastSlots: ReadonlyMap<number, number>): void {
    this.#lastSlots = lastSlots
  }

  async reset(): Promise<void> {
    await this.stand.reset()
    this.#course.reset()
    this.#slot = this.stand.profile.firstSlot
    this.#blocksInSlot = 0
  }

  async apply(events: readonly Event[]): Promise<readonly Outcome[]> {
    requireOneSlot(events)
    if (events.length === 0) return []
    if (events[0]!.type === 'advanceSlot') {
      this.#course.follow(events[0]!)
      this.#slot++
      this.#blocksInSlot = 0
      return [{ accepted: true }]
    }
    const { chain } = this.stand
    const moment = this.#moment()
    const prevrandao = await this.#settleRandao(events, moment)
    const prepared = events.map((event) => this.#prepare(event))
    const mined = await chain.mine(
      prepared.map(({ event, call }) => this.#transaction(event, call)),
      moment,
    )
    this.#blocksInSlot++
    if (prevrandao !== undefined && (await chain.head()).prevrandao !== prevrandao)
      throw new DriverError('the engine did not repeat the prevrandao of a block')
    return mined.map((it, index) => this.#outcome(it, prepared[index]!))
  }

  async observe(): Promise<Observation> {
    const { chain, storageMap } = this.stand
    const { storage } = chain
    // α finds members and postings by their hash: those that the course knows have one from here on.
    const { state, chain: named } = this.#course
    for (const { members } of state.samples) storageMap.know(members)
    for (const place of state.posted.keys()) storageMap.knowPosted(named.postedIn(state.pending[place]!.slot))
    const stored = storageMap.stateOf(storage, this.#slot)
    return { stored, effective: await viewsOf(this.stand, stored, this.#moment()), storage }
  }

  /**
   * The first blocks of a slot follow each other second by second; every third slot has its only in its last second. What is
   * refused before genesis names the time, which the statechart knows by its slot alone: there all are in the first second.
   */
  #moment(): bigint {
    const { blocks } = this.stand
    const last = Number(blocks.clock.slotDurationSeconds) - 1
    const seconds = this.#slot < 0 ? 0 : this.#slot % 3 === 2 ? last : Math.min(this.#blocksInSlot, last)
    return blocks.startOf(this.#slot) + BigInt(seconds)
  }

  async #settleRandao(events: readonly Event[], moment: bigint): Promise<bigint | undefined> {
    const setup = events.find((event) => event.type === 'setupEpoch')
    // Refused before genesis, whatever the value is.
    if (!setup || this.#slot < 0) return undefined
    const { state, profile } = this.#course
    const { slotsPerEpoch, seedLookaheadEpochs } = profile.parameters
    const currentEpoch = epochOf({ slot: this.#slot, slotsPerEpoch })
    const epoch = sampledEpochOf({ currentEpoch, seedLookaheadEpochs })
    // Refused whatever the value is.
    if (state.samples.at(-1)!.epoch >= epoch) return undefined
    const setSize = frozenValidators(state, profile.parameters).length
    const lastSlot = this.#lastSlots.get(epoch) ?? profile.horizon
    const drawing = { epoch, setSize, lastSlot }
    return this.stand.randaos.settle(this.stand.chain, setup.randao, drawing, moment)
  }

  #prepare(event: Event): Prepared {
    const call = this.stand.caller.call(event, this.#course.chain)!
    const refused = this.#course.follow(event).length > 0
    const { chain, announced } = this.#course
    const expected = refused ? [] : this.#logs.encode(announced, chain)
    return { event, call, requireLogs: (found) => requireLogs(expected, found) }
  }

  #transaction(event: Event, { to, data, bodies }: Call): Transaction {
    const caller = 'caller' in event ? event.caller : 'none'
    if (caller === 'none') throw new DriverError(`${event.type}: nobody has the key of the caller "none"`)
    const blobs = bodies.length > 0 ? { blobs: this.stand.bodies.blobsOf(bodies) } : {}
    return { from: keyOf(caller), to, data, ...blobs }
  }

  #outcome(mined: Mined, prepared: Prepared): Outcome {
    if (mined.status === 'reverted') {
      const { returnData: data } = mined
      return { accepted: false, refusal: this.#encoder.describe(data).replace(/\(.*/, ''), data }
    }
    const { accounts } = mined.changes
    if (accounts.size > 0)
      throw new DriverError(
        `${prepared.event.type} changed balance, nonce or code of ${[...accounts.keys()].join(', ')}`,
      )
    prepared.requireLogs(mined.logs)
    return { accepted: true }
  }
}
