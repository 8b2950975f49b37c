import { describe, expect, it } from 'vitest'
import { bandwidth, periodFor, proofTraffic } from './bandwidth.ts'
import {
  fallbackEnter,
  smallestFallbackEnter,
  smallestFallbackEnterForClaims,
  smallestFallbackEnterFromBlock,
} from './fallback-enter.ts'
import { quoteMargin, safeProvingSlots, safeWindow } from './quote-margin.ts'
import { Rational } from './rational.ts'
import { attacks, meanDistinct, stalling, withheldToRefused } from './stalling.ts'
import { minutes, timeToFinality, worstSlots } from './time-to-finality.ts'
import { smallestDelay, withdrawalDelay } from './withdrawal-delay.ts'

/** What happens to an epoch: proven in its last slot, or pruned for want of a proof or of a claim. */
type Fate = 'proven' | 'missedProof' | 'missedClaim'

/** Walks slot by slot: the transaction is put into a block whenever it is in none. Returns the slot of finality. */
const slotOfFinality = (epochSlots: number, claimWindowSlots: number, fates: readonly Fate[]): number => {
  let block = 0
  let next = 0
  for (let slot = 0; ; slot += 1) {
    const provingOffset = slot - (block - (block % epochSlots) + epochSlots)
    const fate = fates[next] ?? 'proven'
    const pruned =
      (fate === 'missedClaim' && provingOffset === claimWindowSlots) ||
      (fate === 'missedProof' && provingOffset === epochSlots)
    if (pruned) {
      next += 1
      block = slot
    } else if (fate === 'proven' && provingOffset === epochSlots - 1) return slot
  }
}

const fateLists = (length: number): Fate[][] =>
  length === 0
    ? [[]]
    : fateLists(length - 1).flatMap((list): Fate[][] => [
        [...list, 'missedProof'],
        [...list, 'missedClaim'],
      ])

describe('time-to-finality', () => {
  it('time-to-finality: 64 slots are 38.4 minutes, 63 are 37.8', () => {
    expect(minutes(64)).toEqual(Rational.of(384n, 10n))
    expect(minutes(63)).toEqual(Rational.of(378n, 10n))
    expect(worstSlots(0, 0)).toBe(64)
  })

  it('time-to-finality: walking slot by slot through every order of up to four misses agrees', () => {
    for (const [epochSlots, claimWindowSlots] of [
      [32, 13],
      [3, 2],
    ] as const)
      for (let length = 0; length <= 4; length += 1)
        for (const fates of fateLists(length)) {
          const proofs = fates.filter((fate) => fate === 'missedProof').length
          const slots = slotOfFinality(epochSlots, claimWindowSlots, fates) + 1
          expect(slots * 32).toBe(worstSlots(proofs, fates.length - proofs) * epochSlots)
        }
  })

  it('time-to-finality: the claim at offset 12 leaves 11.4 to 12 minutes, at offset 0 18.6 to 19.2', () => {
    const left = timeToFinality.run().rows.filter(({ quantity }) => quantity.startsWith('left to prove'))
    expect(left.map(({ inputs, rounded }) => [inputs.offset, rounded])).toEqual([
      [0, '= 18.6'],
      [0, '= 19.2'],
      [12, '= 11.4'],
      [12, '= 12'],
    ])
  })
})

describe('bandwidth', () => {
  it('bandwidth: ten proofs a second are 28.8 MB a slot plain and 21.6 MB compressed', () => {
    expect(proofTraffic(80_000, 36)).toEqual(Rational.whole(28_800_000))
    expect(proofTraffic(60_000, 36)).toEqual(Rational.whole(21_600_000))
  })

  it('bandwidth: 25 MB take 31.25 s plain and 41⅔ s compressed, a slot being between', () => {
    expect(periodFor(25_000_000, 80_000)).toEqual(Rational.of(125n, 4n))
    expect(periodFor(25_000_000, 60_000)).toEqual(Rational.of(125n, 3n))
  })

  it('bandwidth: 25 MB a second would be 312.5 transactions a second', () => {
    const row = bandwidth.run().rows.find(({ unit }) => unit === 'transactions/s')
    expect(row?.exact).toEqual(Rational.of(3125n, 10n))
  })
})

/** True when some withdrawal asked for at or after `seen` is paid before or in the slot of some claim. */
const breaks = (epochSlots: number, claimWindowSlots: number, seen: number, delay: number): boolean => {
  for (let asked = seen; asked < 3 * epochSlots; asked += 1)
    for (let claim = epochSlots; claim < 2 * epochSlots; claim += 1) {
      const allowed = claim - epochSlots < claimWindowSlots && claim >= seen
      if (allowed && asked + delay <= claim) return true
    }
  return false
}

describe('withdrawal-delay', () => {
  it('withdrawal-delay: trying every slot of asking and of claiming finds the same smallest delay', () => {
    for (const [epochSlots, claimWindowSlots] of [
      [2, 1],
      [3, 2],
      [32, 13],
    ] as const)
      for (let seen = 0; seen < epochSlots + claimWindowSlots; seen += 1) {
        let delay = 0
        while (breaks(epochSlots, claimWindowSlots, seen, delay)) delay += 1
        expect(smallestDelay(epochSlots, claimWindowSlots, seen)).toBe(delay)
      }
  })

  it('withdrawal-delay: 45 slots from the start of epoch N, 13 from the start of N+1', () => {
    expect(
      withdrawalDelay
        .run()
        .rows.filter(({ inputs }) => `${inputs.seen}`.startsWith('start'))
        .map(({ exact }) => exact),
    ).toEqual([Rational.whole(45), Rational.whole(13)])
  })
})

/** Longest wait between two advances, over every allowed slot of both proofs; blocks from epoch `first` on. */
const longestWait = (epochSlots: number, first: number): number => {
  let longest = 0
  // The epoch before is proven anywhere within epoch 1, the epoch `first` anywhere within the one after it.
  for (let before = epochSlots; before < 2 * epochSlots; before += 1)
    for (let after = (first + 1) * epochSlots; after < (first + 2) * epochSlots; after += 1)
      if (after > before) longest = Math.max(longest, after - before)
  return longest
}

describe('fallback-enter', () => {
  it('fallback-enter: the smallest T is one more than the longest wait for a proof in time', () => {
    for (const epochSlots of [2, 3, 32])
      for (const emptyEpochs of [0, 1, 2])
        expect(smallestFallbackEnter(epochSlots, { emptyEpochs })).toBe(
          longestWait(epochSlots, 1 + emptyEpochs) + 1,
        )
  })

  it('fallback-enter: surviving misses takes as much longer as finality does', () => {
    for (const missedProofs of [0, 1, 2])
      for (const missedClaims of [0, 1, 2])
        expect(smallestFallbackEnter(32, { missedProofs, missedClaims })).toBe(
          worstSlots(missedProofs, missedClaims),
        )
  })

  it('fallback-enter: from the last proven block the wait is up to 95 slots', () => {
    // A block in slot 0 of epoch 0 alone, the next proof in the last slot of epoch 2.
    let longest = 0
    for (let block = 0; block < 32; block += 1)
      for (let proof = 64; proof < 96; proof += 1) longest = Math.max(longest, proof - block)
    expect(smallestFallbackEnterFromBlock(32)).toBe(longest + 1)
  })

  it('FALLBACK-17: what is forced in epoch 0 is claimed before the entry, or proven, whichever is asked for', () => {
    const [epochSlots, claimWindowSlots] = [32, 13]
    for (const delay of [0, 1, 2]) {
      let [toClaim, toProve] = [0, 0]
      for (let forced = 0; forced < epochSlots; forced += 1)
        for (let block = epochSlots * delay; block < epochSlots * (delay + 1); block += 1) {
          const next = (Math.floor(block / epochSlots) + 1) * epochSlots
          toClaim = Math.max(toClaim, next + claimWindowSlots - 1 - forced)
          toProve = Math.max(toProve, next + epochSlots - 1 - forced)
        }
      expect(smallestFallbackEnterForClaims(epochSlots, claimWindowSlots, delay)).toBe(toClaim + 1)
      expect(smallestFallbackEnter(epochSlots, { emptyEpochs: delay })).toBe(toProve + 1)
    }
  })

  it('fallback-enter: the RFC’s bound of twice the epoch is met with equality', () => {
    expect(fallbackEnter.run().rows[0]?.exact).toEqual(Rational.whole(64))
  })
})

/**
 * Walks slot by slot through two epochs: the transactions of the block at `offset` are withheld, nobody claims its epoch,
 * and it goes when the claim window closes. Slots without a block in the end, and blocks that went.
 * @param trusting whether proposers build on that block all the same
 */
const withheldAt = (
  offset: number,
  trusting: boolean,
  e: number,
  c: number,
): { lost: number; dropped: number } => {
  let pending: number[] = []
  let dropped = 0
  for (let slot = 0; slot < 2 * e; slot += 1) {
    if (slot === e + c && pending.includes(offset)) {
      dropped = pending.length
      pending = []
    }
    if (trusting || !pending.includes(offset)) pending.push(slot)
  }
  return { lost: 2 * e - pending.length, dropped }
}

describe('stalling', () => {
  it('stalling: different members among the draws agree with enumeration', () => {
    for (const [size, draws] of [
      [3, 4],
      [5, 3],
      [2, 1],
    ] as const) {
      let sequences: number[][] = [[]]
      for (let i = 0; i < draws; i += 1)
        sequences = sequences.flatMap((s) => Array.from({ length: size }, (_, member) => [...s, member]))
      const different = sequences.reduce((sum, s) => sum + new Set(s).size, 0)
      expect(meanDistinct(size, draws)).toEqual(Rational.of(BigInt(different), BigInt(sequences.length)))
    }
  })

  it('stalling: one withheld claim drops 45 slots, a stall without claims 32 for each epoch', () => {
    // Which slots of the next epochs hold blocks that survive when the claims of `bribed` epochs are withheld.
    const lost = (bribed: number): number => {
      const dropped = new Set<number>()
      for (let epoch = 0; epoch < bribed; epoch += 1)
        for (let slot = 32 * epoch; slot < 32 * (epoch + 1) + 13; slot += 1) dropped.add(slot)
      return dropped.size
    }
    const { noClaim, noProof } = attacks(32, 13)
    expect(lost(1)).toBe(noClaim.onceSlots)
    expect(lost(9) - lost(8)).toBe(noClaim.repeatedSlots)
    expect(noProof).toEqual({ onceSlots: 64, repeatedSlots: 64, droppedBlocks: 64 })
  })

  it('stalling: walking slot by slot a withheld block loses as much wherever it stands and whoever builds on it', () => {
    for (const [e, c] of [
      [32, 13],
      [3, 2],
    ] as const) {
      const { withheld } = attacks(e, c)
      const most = (trusting: boolean): number => {
        const found = Array.from({ length: e }, (_, offset) => withheldAt(offset, trusting, e, c))
        expect(new Set(found.map(({ lost }) => lost))).toEqual(new Set([withheld.onceSlots]))
        return Math.max(...found.map(({ dropped }) => dropped))
      }
      expect(most(true)).toBe(withheld.droppedBlocks)
      expect(most(false)).toBe(e)
    }
  })

  it('stalling: a withheld block takes 33 of 48 for 45 slots, a refused quorum 16 for 32', () => {
    expect(withheldToRefused(48, 45, 32)).toEqual(Rational.of(33n * 32n, 45n * 16n))
    const rows = stalling.run().rows.filter(({ quantity }) => quantity.includes('withheld block'))
    expect(rows.map(({ rounded }) => rounded)).toEqual(['= 0.6875', '≈ 1.467', '≈ 2.063', '≈ 18.91'])
  })

  it('stalling: at each balance both ways cost the same for each slot lost', () => {
    const exact = new Map(
      stalling.run().rows.map(({ quantity, inputs, exact }) => [`${quantity} ${inputs.done}`, exact]),
    )
    for (const [done, claimSlots] of [
      ['once', 45],
      ['repeatedly', 32],
    ] as const) {
      const perSlot = Rational.of(13n, BigInt(claimSlots))
      const reward = exact.get(`committee reward at which both bribes cost the same ${done}`)!
      expect(reward.divide(Rational.whole(3 * 32))).toEqual(perSlot)
      const bond = exact.get(`bond at which no proof costs as much as no claim ${done}`)!
      expect(bond.divide(Rational.whole(64))).toEqual(perSlot)
    }
  })
})

describe('quote-margin', () => {
  it('quote-margin: going through the slots, L1 going back touches neither the quoted epoch nor the proof', () => {
    for (const [e, c] of [
      [32, 13],
      [3, 2],
    ] as const)
      for (const depth of [0, 1, 2]) {
        const touches = (from: number, slot: number): boolean => from - depth <= slot
        const quotes = Array.from({ length: c }, (_, offset) => e + offset)
        expect(safeWindow(c, depth)).toBe(quotes.filter((slot) => !touches(slot, e - 1)).length)
        const proofs = Array.from({ length: e - c }, (_, n) => e + c + n)
        expect(safeProvingSlots(e, c, depth)).toBe(proofs.filter((slot) => !touches(2 * e, slot)).length)
      }
  })

  it('quote-margin: L1 is final when the claim window is over, and a day takes 37.5 bonds', () => {
    const rows = new Map(quoteMargin.run().rows.map(({ quantity, rounded }) => [quantity, rounded]))
    expect(rows.get('slots until L1 is final, at least')).toBe('= 22')
    expect(rows.get('slots of the claim window that are safe to quote in')).toBe('= 0')
    expect(rows.get('bonds that stall a day')).toBe('= 37.5')
  })
})
