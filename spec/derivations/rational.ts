/**
 * Exact fractions over bigint. Nothing here accepts or yields a floating-point number, so that no decision
 * in the derivations can rest on one; that is also why no fraction library is used (fraction.js is exact
 * inside, but takes doubles everywhere and prints cycles of unbounded length).
 */

const abs = (a: bigint): bigint => (a < 0n ? -a : a)

/** Largest number that divides both; 0 for two zeros. */
export const commonDivisor = (a: bigint, b: bigint): bigint => {
  let [x, y] = [abs(a), abs(b)]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** Largest integer whose square is at most `a` (a ≥ 0). Throws RangeError for a negative `a`. */
export const squareRootFloor = (a: bigint): bigint => {
  if (a < 0n) throw new RangeError(`square root of the negative number ${a}`)
  if (a < 2n) return a
  // Newton's iteration from a start that is never below the root, so that it only descends.
  let x = 1n << BigInt((a.toString(16).length * 4 + 1) >> 1)
  for (;;) {
    const next = (x + a / x) >> 1n
    if (next >= x) return x
    x = next
  }
}

/** A fraction in lowest terms; the denominator is positive. */
export class Rational {
  static readonly zero = new Rational(0n, 1n)
  static readonly one = new Rational(1n, 1n)

  private constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
  ) {}

  /** numerator/denominator, reduced. Throws RangeError when the denominator is zero. */
  static of(numerator: bigint, denominator = 1n): Rational {
    if (denominator === 0n) throw new RangeError(`fraction ${numerator}/0`)
    const divisor = commonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n)
    return new Rational(numerator / divisor, denominator / divisor)
  }

  /** A whole number. Throws RangeError for anything that is not a safe integer. */
  static whole(count: number): Rational {
    if (!Number.isSafeInteger(count)) throw new RangeError(`${count} is not a safe integer`)
    return new Rational(BigInt(count), 1n)
  }

  add(other: Rational): Rational {
    return Rational.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    )
  }

  subtract(other: Rational): Rational {
    return this.add(new Rational(-other.numerator, other.denominator))
  }

  multiply(other: Rational): Rational {
    return Rational.of(this.numerator * other.numerator, this.denominator * other.denominator)
  }

  /** Throws RangeError when `other` is zero. */
  divide(other: Rational): Rational {
    return Rational.of(this.numerator * other.denominator, this.denominator * other.numerator)
  }

  /** 1 minus this; stays in lowest terms, so nothing is reduced. */
  complement(): Rational {
    return new Rational(this.denominator - this.numerator, this.denominator)
  }

  /** `exponent`: a whole number, at least 0. Powers of coprime numbers stay coprime: nothing to reduce. */
  power(exponent: number): Rational {
    if (!Number.isSafeInteger(exponent) || exponent < 0) throw new RangeError(`exponent ${exponent}`)
    return new Rational(this.numerator ** BigInt(exponent), this.denominator ** BigInt(exponent))
  }

  /** Negative, zero or positive as this is less than, equal to or greater than `other`. */
  compare(other: Rational): -1 | 0 | 1 {
    const left = this.numerator * other.denominator
    const right = other.numerator * this.denominator
    return left < right ? -1 : left > right ? 1 : 0
  }

  lessThan(other: Rational): boolean {
    return this.compare(other) < 0
  }

  atMost(other: Rational): boolean {
    return this.compare(other) <= 0
  }

  equals(other: Rational): boolean {
    return this.compare(other) === 0
  }

  /** Least whole number that is not below this one. */
  ceiling(): bigint {
    const quotient = this.numerator / this.denominator
    return this.numerator > quotient * this.denominator ? quotient + 1n : quotient
  }

  /** Square roots are irrational as a rule: this one is never below the true one, and above it by less than 2⁻⁹⁶ of its size. */
  squareRootAbove(): Rational {
    // √(n/d) = √(nd)/d, with nd scaled until its root has at least 96 bits.
    const product = this.numerator * this.denominator
    if (product === 0n) return Rational.zero
    const shift = BigInt(Math.max(0, 100 - product.toString(16).length * 2))
    const scaled = product << (2n * shift)
    const floor = squareRootFloor(scaled)
    const root = floor * floor === scaled ? floor : floor + 1n
    return Rational.of(root, this.denominator << shift)
  }

  /** "3/4", or "3" for a whole number. */
  toString(): string {
    return this.denominator === 1n ? `${this.numerator}` : `${this.numerator}/${this.denominator}`
  }

  toJSON(): { numerator: string; denominator: string } {
    return { numerator: `${this.numerator}`, denominator: `${this.denominator}` }
  }
}

export interface Decimal {
  readonly text: string
  /** False when digits were rounded away. */
  readonly exact: boolean
}

/**
 * A decimal for people: `digits` significant digits, rounded half up in size; plain between 10⁻³ and 10¹⁵,
 * otherwise scientific. Never read back by any computation.
 */
export const toDecimal = (value: Rational, digits: number): Decimal => {
  if (value.numerator === 0n) return { text: '0', exact: true }
  const sign = value.numerator < 0n ? '-' : ''
  const n = abs(value.numerator)
  const d = value.denominator
  const scale = (exponent: number): [bigint, bigint] =>
    exponent >= 0 ? [n, d * 10n ** BigInt(exponent)] : [n * 10n ** BigInt(-exponent), d]

  // 10^exponent ≤ value < 10^(exponent+1)
  let exponent = `${n}`.length - `${d}`.length
  const [top, bottom] = scale(exponent)
  if (top < bottom) exponent -= 1

  const [scaledTop, scaledBottom] = scale(exponent - digits + 1)
  let mantissa = (2n * scaledTop + scaledBottom) / (2n * scaledBottom)
  const exact = mantissa * scaledBottom === scaledTop
  if (mantissa === 10n ** BigInt(digits)) {
    mantissa /= 10n
    exponent += 1
  }
  const trim = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)
  const figures = `${mantissa}`
  if (exponent < -3 || exponent >= 15) {
    return { text: `${sign}${trim(`${figures[0]}.${figures.slice(1)}`)}e${exponent}`, exact }
  }
  const point = exponent + 1
  const plain =
    point <= 0
      ? `0.${'0'.repeat(-point)}${figures}`
      : point >= figures.length
        ? figures + '0'.repeat(point - figures.length)
        : `${figures.slice(0, point)}.${figures.slice(point)}`
  return { text: sign + trim(plain), exact }
}
