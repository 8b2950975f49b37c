import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Rational, squareRootFloor, toDecimal } from './rational.ts'

const numerators = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n })
const denominators = fc.bigInt({ min: 1n, max: 10n ** 40n })
const fractions = fc.tuple(numerators, denominators).map(([n, d]) => Rational.of(n, d))

describe('rational', () => {
  it('rational: a zero denominator, a fractional count and a negative exponent are refused', () => {
    expect(() => Rational.of(1n, 0n)).toThrow(RangeError)
    expect(() => Rational.one.divide(Rational.zero)).toThrow(RangeError)
    expect(() => Rational.whole(0.5)).toThrow(RangeError)
    expect(() => Rational.whole(2 ** 53)).toThrow(RangeError)
    expect(() => Rational.one.power(-1)).toThrow(RangeError)
    expect(() => squareRootFloor(-1n)).toThrow(RangeError)
  })

  it('rational: fractions are in lowest terms with a positive denominator', () => {
    expect(`${Rational.of(6n, -4n)}`).toBe('-3/2')
    expect(`${Rational.of(0n, -7n)}`).toBe('0')
    expect(`${Rational.of(8n, 4n)}`).toBe('2')
  })

  it('rational: sum, difference, product and quotient undo each other', () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        expect(a.add(b).subtract(b).equals(a)).toBe(true)
        if (b.numerator !== 0n) expect(a.multiply(b).divide(b).equals(a)).toBe(true)
        expect(a.complement().add(a).equals(Rational.one)).toBe(true)
      }),
    )
  })

  it('rational: a power is repeated multiplication and stays in lowest terms', () => {
    fc.assert(
      fc.property(fractions, fc.integer({ min: 0, max: 12 }), (a, exponent) => {
        let product = Rational.one
        for (let i = 0; i < exponent; i += 1) product = product.multiply(a)
        expect(a.power(exponent)).toEqual(product)
      }),
    )
  })

  it('rational: comparison tells fractions apart that one double cannot', () => {
    const third = Rational.of(1n, 3n)
    const nearly = Rational.of(10n ** 40n - 1n, 3n * 10n ** 40n)
    expect(Number(third.numerator) / Number(third.denominator)).toBe(
      Number(nearly.numerator) / Number(nearly.denominator),
    )
    expect(nearly.lessThan(third)).toBe(true)
    expect(third.atMost(nearly)).toBe(false)
    expect(third.compare(Rational.of(2n, 6n))).toBe(0)
  })

  it('rational: the ceiling is the least whole number not below', () => {
    expect([7n, 8n, 9n, -7n, -8n].map((n) => Rational.of(n, 4n).ceiling())).toEqual([2n, 2n, 3n, -1n, -2n])
  })

  it('rational: a root rounded up is never below the root and hardly above it', () => {
    const slightly = Rational.one.add(Rational.of(1n, 1n << 95n))
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 60n }), denominators, (n, d) => {
        const value = Rational.of(n, d)
        const root = value.squareRootAbove()
        expect(value.atMost(root.power(2))).toBe(true)
        expect(root.power(2).atMost(value.multiply(slightly.power(2)))).toBe(true)
      }),
    )
    expect(Rational.of(9n, 4n).squareRootAbove()).toEqual(Rational.of(3n, 2n))
  })

  it('rational: the whole root is the largest whose square is not above', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 50n }), (a) => {
        const root = squareRootFloor(a)
        expect(root * root <= a && a < (root + 1n) * (root + 1n)).toBe(true)
      }),
    )
  })
})

describe('decimals for people', () => {
  const decimal = (n: bigint, d: bigint) => toDecimal(Rational.of(n, d), 4)

  it('rational: decimals are rounded half up and say whether digits were lost', () => {
    expect(decimal(1n, 3n)).toEqual({ text: '0.3333', exact: false })
    expect(decimal(2n, 3n)).toEqual({ text: '0.6667', exact: false })
    expect(decimal(12345n, 10n)).toEqual({ text: '1235', exact: false })
    expect(decimal(192n, 5n)).toEqual({ text: '38.4', exact: true })
    expect(decimal(-192n, 5n)).toEqual({ text: '-38.4', exact: true })
    expect(decimal(0n, 5n)).toEqual({ text: '0', exact: true })
  })

  it('rational: a carry through all digits moves the point', () => {
    expect(decimal(99999n, 100000n)).toEqual({ text: '1', exact: false })
    expect(decimal(99999n, 10n)).toEqual({ text: '10000', exact: false })
  })

  it('rational: very small and very large values are scientific', () => {
    expect(decimal(1n, 1594323n)).toEqual({ text: '6.272e-7', exact: false })
    expect(decimal(1n, 1000n)).toEqual({ text: '0.001', exact: true })
    expect(decimal(1n, 10_000n)).toEqual({ text: '1e-4', exact: true })
    expect(decimal(10n ** 20n, 1n)).toEqual({ text: '1e20', exact: true })
  })
})
