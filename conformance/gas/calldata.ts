/** What the bytes of a call cost, by the rules of Ethereum. */
import type { Hex } from '../evm/word.ts'

/** Intrinsic gas of every transaction. */
export const TRANSACTION = 21_000
/** Gas of a byte of calldata that is 0, and of any other (EIP-2028). */
export const [ZERO_BYTE, OTHER_BYTE] = [4, 16] as const
/** The same where the floor holds (EIP-7623). */
export const [FLOOR_ZERO_BYTE, FLOOR_OTHER_BYTE] = [10, 40] as const

/** Gas of the calldata of a transaction. */
export const costOfCalldata = (data: Hex): number => weighed(data, ZERO_BYTE, OTHER_BYTE)

/** The least that a transaction pays, whatever it executes (EIP-7623), gas. */
export const floorOf = (data: Hex): number => TRANSACTION + weighed(data, FLOOR_ZERO_BYTE, FLOOR_OTHER_BYTE)

const weighed = (data: Hex, zero: number, other: number): number =>
  (data.slice(2).match(/../g) ?? []).reduce((sum, byte) => sum + (byte === '00' ? zero : other), 0)
