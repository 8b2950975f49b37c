import { describe, expect, it } from 'vitest'
import { assumed } from './assumed.ts'
import { fallbackRace, racerBlocks, slotsUntilTaken } from './fallback-race.ts'
import { bondsUntilEntry, cycleSlots, fallbackStall, latestAdvance } from './fallback-stall.ts'
import { entriesInFront, entryGas, forcedDelay, largestMinimum } from './forced-delay.ts'
import { Rational } from './rational.ts'

const upTo = (last: number): number[] => Array.from({ length: last + 1 }, (_, at) => at)

describe('forced-delay', () => {
  /** Blocks that take the minimum each, until the honest entry is among what they take. */
  const blocksThatPass = (inFront: number, minimum: number): number => {
    const queue = [...upTo(inFront - 1).map(() => 'other'), 'honest']
    let blocks = 0
    while (!queue.splice(0, minimum).includes('honest')) blocks += 1
    return blocks
  }

  it('forced-delay: taking the queue block by block, no fewer entries in front are enough', () => {
    for (const minimum of [1, 2, 3, 9])
      for (const blocks of [1, 2, 5, 32]) {
        const inFront = entriesInFront(minimum, blocks)
        expect(blocksThatPass(inFront, minimum)).toBe(blocks)
        expect(blocksThatPass(inFront - 1, minimum)).toBe(blocks - 1)
      }
  })

  it('forced-delay: nine entries of 80,000 bytes fit into the blobs of a block, and ten do not', () => {
    expect(largestMinimum(80_000)).toBe(9)
    expect(9 * 80_000).toBeLessThanOrEqual(assumed.blockBytes)
    expect(10 * 80_000).toBeGreaterThan(assumed.blockBytes)
  })

  it('forced-delay: an epoch of full blocks costs 102.4 million gas for m = 1, a single block 3.2 million', () => {
    expect(entryGas(entriesInFront(1, 32), 80_000, 40)).toBe(102_400_000)
    const gas = forcedDelay
      .run()
      .rows.filter(({ quantity, inputs }) => quantity === 'their calldata' && inputs.m === 1)
    expect(gas.map(({ exact }) => exact)).toEqual([102_400_000, 3_200_000, 3_200_000].map(Rational.whole))
  })
})

describe('fallback-race', () => {
  /**
   * Slots of the racer's blocks when everybody else begins a proof on each tip at once, the first one early enough for the
   * slot of the entry, and the racer acts only where another proof would land.
   */
  const race = (sessionSlots: number, provingSlots: number): number[] => {
    const blocks: number[] = []
    let begun = -provingSlots
    for (let slot = 0; slot < sessionSlots; slot += 1)
      if (slot - begun === provingSlots) {
        blocks.push(slot)
        begun = slot
      }
    return blocks
  }

  it('fallback-race: walking through a session slot by slot needs as many blocks', () => {
    for (const sessionSlots of [1, 2, 7, 64, 128])
      for (const provingSlots of [1, 2, 3, 13, 63, 64])
        expect(racerBlocks(sessionSlots, provingSlots)).toBe(race(sessionSlots, provingSlots).length)
  })

  it('fallback-race: an entry is taken with the block of the racer that reaches it, and no later', () => {
    for (const provingSlots of [1, 5, 13])
      for (const minimum of [1, 2, 9])
        for (const inFront of upTo(8)) {
          let left = inFront
          const takes = (): boolean => {
            left -= minimum
            return left < 0
          }
          expect(slotsUntilTaken(inFront, minimum, provingSlots)).toBe(race(128, provingSlots).find(takes))
        }
  })

  it('fallback-race: proofs that fill T_activity leave a racer three blocks of a session of 128 slots', () => {
    const rows = fallbackRace.run().rows.filter(({ quantity }) => quantity.startsWith('blocks'))
    expect(rows.map(({ exact }) => exact)).toEqual([128, 10, 3].map(Rational.whole))
  })
})

describe('fallback-stall', () => {
  /** The controller slot by slot: a chain that waits from `offset` on, each epoch claimed and none proven. */
  const stall = (epochSlots: number, enterSlots: number, offset: number) => {
    let bonds = 0
    let pending: number | undefined
    let claimed: number | undefined
    for (let slot = offset; ; slot += 1) {
      const epoch = Math.floor(slot / epochSlots)
      if (claimed !== undefined && epoch > claimed + 1) claimed = undefined
      if (pending !== undefined && epoch > pending + 1) pending = undefined
      if (slot >= offset + enterSlots && claimed === undefined) return { bonds, entrySlot: slot }
      if (pending !== undefined && epoch === pending + 1 && claimed === undefined) {
        claimed = pending
        bonds += 1
      }
      pending ??= epoch
    }
  }

  it('fallback-stall: walking slot by slot gives up as many bonds and enters in the same slot', () => {
    for (const epochSlots of [2, 3, 32])
      for (const enterSlots of [2, 3, 4, 5].flatMap((epochs) => [
        epochs * epochSlots,
        epochs * epochSlots + 1,
      ]))
        for (const offset of upTo(epochSlots - 1))
          expect(bondsUntilEntry(epochSlots, enterSlots, offset)).toEqual(
            stall(epochSlots, enterSlots, offset),
          )
  })

  it('fallback-stall: a bond puts the entry off by at most E − 1 slots', () => {
    for (const offset of upTo(31)) {
      const { entrySlot } = bondsUntilEntry(32, 96, offset)
      expect(entrySlot - offset - 96).toBe(offset === 0 ? 0 : 32 - offset)
    }
  })

  it('fallback-stall: no later advance keeps fallback away, and one as late does, with one proven block each time', () => {
    /** Whether fallback comes between two advances, the second of which proves the epoch before its own, claimed at once. */
    const enters = (epochSlots: number, enterSlots: number, last: number, next: number): boolean => {
      const claim = next - (next % epochSlots)
      for (let slot = last; slot <= next; slot += 1)
        if (slot >= last + enterSlots && !(claim < last + enterSlots)) return true
      return false
    }
    for (const epochSlots of [2, 3, 32])
      for (const enterSlots of [2 * epochSlots, 3 * epochSlots, 3 * epochSlots + 1])
        for (const last of upTo(2 * epochSlots)) {
          const latest = latestAdvance(epochSlots, enterSlots, last)
          expect(enters(epochSlots, enterSlots, last, latest)).toBe(false)
          for (const later of upTo(3 * epochSlots))
            expect(enters(epochSlots, enterSlots, last, latest + 1 + later)).toBe(true)
        }
    expect(latestAdvance(32, 96, 31) - 31).toBe(96)
    expect(latestAdvance(32, 96, 127) - 127).toBe(96)
  })

  it('fallback-stall: one withheld block in each chain that begins, three until the entry', () => {
    let withheld = 0
    let begun: number | undefined
    for (let slot = 0; slot < 96; slot += 1) {
      const dies = begun !== undefined && slot === begun - (begun % 32) + 32 + 13
      if (dies) begun = undefined
      if (begun === undefined) {
        begun = slot
        withheld += 1
      }
    }
    expect(withheld).toBe(3)
  })

  it('fallback-stall: refusing a quorum costs one reward of a committee until the entry, and 3/5 of that time', () => {
    const exact = new Map(fallbackStall.run().rows.map(({ quantity, exact }) => [quantity, exact]))
    expect(exact.get('no quorum: price until the entry')).toEqual(Rational.one)
    const { fallbackEnterSlots: enter, fallbackExitActivitySlots: activity } = assumed
    expect(cycleSlots(enter, activity)).toBe(160)
    expect(exact.get('withheld: blocks until the entry')).toEqual(Rational.whole(3))
  })
})
