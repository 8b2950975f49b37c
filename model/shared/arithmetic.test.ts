import { describe, expect, it } from 'vitest'
import { floorDiv, floorMod } from './arithmetic.ts'

const refused = 'floor division of a negative number, or by a number that is not positive'

describe('floor division', () => {
  it('of 0 and by 1 is the least that there is', () => {
    expect(floorDiv(0, 1)).toBe(0)
    expect(floorDiv(0n, 1n)).toBe(0n)
    expect(floorMod(0, 1)).toBe(0)
  })

  it('rounds down, and leaves a remainder', () => {
    expect([floorDiv(7, 2), floorMod(7, 2)]).toEqual([3, 1])
    expect(floorDiv(1, 1)).toBe(1)
    expect(floorMod(1, 1)).toBe(0)
  })

  it('of amounts is exact where numbers are not', () => {
    expect(floorDiv(2n ** 64n + 1n, 1n)).toBe(2n ** 64n + 1n)
    expect(floorDiv(2n ** 64n + 1n, 2n)).toBe(2n ** 63n)
  })

  it('refuses a negative dividend', () => {
    expect(() => floorDiv(-1, 1)).toThrow(refused)
    expect(() => floorDiv(-1n, 1n)).toThrow(refused)
    expect(() => floorMod(-1, 1)).toThrow(refused)
  })

  it('refuses a divisor of 0, and a negative one', () => {
    for (const divisor of [0, -1]) {
      expect(() => floorDiv(1, divisor)).toThrow(refused)
      expect(() => floorDiv(1n, BigInt(divisor))).toThrow(refused)
      expect(() => floorMod(1, divisor)).toThrow(refused)
    }
  })
})
