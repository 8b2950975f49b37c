import { describe, expect, it } from 'vitest'
import { slotsAfterLatestClaim, slotsLost } from './challenge-stall.ts'

/**
 * Walks slot by slot: a false block in slot 0, every later proposer builds on the tip at the start of its slot or after a
 * challenge in it, as told. How many of the slots up to the challenge have no block that is left.
 */
const walked = (after: number, builtBefore: boolean): number => {
  const blocks = new Set<number>([0])
  for (let slot = 1; slot < after; slot++) blocks.add(slot)
  if (after > 0 && builtBefore) blocks.add(after)
  blocks.clear()
  if (after > 0 && !builtBefore) blocks.add(after)
  return after + 1 - blocks.size
}

describe('challenge-stall', () => {
  it.each([0, 1, 2, 8, 13])(
    'challenge-stall: walking slot by slot loses as many, challenged after %i',
    (after) => {
      for (const builtBefore of [false, true])
        expect(slotsLost(after, builtBefore)).toBe(walked(after, builtBefore))
    },
  )

  it('challenge-stall: counting the slots in which both the claim is made and the challenge over', () => {
    for (const e of [4, 32])
      for (let c = 1; c < e; c++)
        for (let d = 0; d < e; d++) {
          const claimed = e + c - 1
          const last = e - 1
          const open = Array.from({ length: e }, (_, offset) => e + offset).filter(
            (slot) => slot > claimed && slot > last + d,
          )
          expect(slotsAfterLatestClaim(e, c, d)).toBe(open.length)
        }
  })
})
