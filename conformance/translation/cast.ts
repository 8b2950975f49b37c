import { keyOf } from '../evm/ecdsa.ts'
import type { Address } from '../evm/word.ts'

/**
 * Who plays the names of the models on L1. Everybody who may sign has the test key of its name; `none` is the zero
 * address (spec/actors/l1-rollup.md).
 */
export const ZERO: Address = '0x0000000000000000000000000000000000000000'

const byAddress = new Map<string, string>([[ZERO, 'none']])

export function addressOf(name: string): Address {
  if (name === 'none') return ZERO
  const { address } = keyOf(name)
  byAddress.set(address, name)
  return address
}

/** Somebody that no model names was found on L1. */
export class UnknownAddress extends Error {
  override name = 'UnknownAddress'
}

/** The name that was given this address before. @throws UnknownAddress */
export function nameOf(address: string): string {
  const name = byAddress.get(address.toLowerCase())
  if (name === undefined) throw new UnknownAddress(`nobody in the models has the address ${address}`)
  return name
}
