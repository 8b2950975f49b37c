/** Division that rounds down; the divisor is positive. */
export function floorDiv(dividend: number, divisor: number): number
export function floorDiv(dividend: bigint, divisor: bigint): bigint
export function floorDiv(dividend: number | bigint, divisor: number | bigint): number | bigint {
  if (typeof dividend === 'bigint' && typeof divisor === 'bigint') {
    requireDividend(dividend >= 0n && divisor > 0n)
    return dividend / divisor
  }
  requireDividend(Number(dividend) >= 0 && Number(divisor) > 0)
  return Math.floor(Number(dividend) / Number(divisor))
}

/** Remainder of `floorDiv`. */
export function floorMod(dividend: number, divisor: number): number {
  requireDividend(dividend >= 0 && divisor > 0)
  return dividend % divisor
}

function requireDividend(holds: boolean): void {
  if (!holds) throw new RangeError('floor division of a negative number, or by a number that is not positive')
}
