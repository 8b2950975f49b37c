/** Hexadecimal and 32-byte words: the two shapes in which the engines speak. */
import type { Hex } from '../../impl/contracts/artifact.ts'

export type { Hex }

/** 20 bytes, lower case: addresses are map keys here, so they have one spelling. */
export type Address = Hex

/** Slot number to value; an absent slot is zero. */
export type SlotValues = ReadonlyMap<bigint, bigint>

/** Raw storage of several contracts. */
export type Storage = ReadonlyMap<Address, SlotValues>

const WORD_LIMIT = 1n << 256n

/** @throws RangeError when the value does not fit 256 bits */
export const wordHex = (value: bigint): Hex => {
  if (value < 0n || value >= WORD_LIMIT) throw new RangeError(`${value} is not a 256-bit word`)
  return `0x${value.toString(16).padStart(64, '0')}`
}

/** JSON-RPC quantity: no leading zeroes. */
export const quantityHex = (value: bigint | number): Hex => {
  if (value < 0) throw new RangeError(`${value} is not a quantity`)
  return `0x${value.toString(16)}`
}

export const bytesHex = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`

/** @throws RangeError when the text is not whole bytes in hexadecimal */
export const hexBytes = (text: string): Uint8Array => {
  if (!/^0x([0-9a-fA-F]{2})*$/.test(text))
    throw new RangeError(`${text.slice(0, 80)} is not hexadecimal bytes`)
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'))
}
