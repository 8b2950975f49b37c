import { type Profile, peopleOf } from '../../spec/parameters.ts'
import { keyOf } from '../evm/ecdsa.ts'
import type { Address, Hex } from '../evm/word.ts'

/**
 * Who plays the names of the models on L1. Everybody who may sign has the test key of its name; `none` is the zero
 * address (spec/actors/l1-rollup.md).
 */
export const ZERO: Address = '0x0000000000000000000000000000000000000000'

/** The account that a name stands for, the same everywhere. */
export const addressOf = (name: string): Address => (name === 'none' ? ZERO : keyOf(name).address)

/** EPOCH-13: members as calls give them. */
export const packedMembers = (members: readonly string[]): Hex =>
  `0x${members.map((name) => addressOf(name).slice(2)).join('')}`

/** Where the contracts are that hold tokens themselves. */
export type HoldingContracts = Readonly<Record<'rollup' | 'escrow', Address>>

/** Of holders of tokens: the names of the contracts stand for these here, and not for accounts. */
export const holderAddressOf = (name: string, contracts: HoldingContracts): Address =>
  name === 'rollup' || name === 'escrow' ? contracts[name] : addressOf(name)

/** Somebody that no model names was found on L1. */
export class UnknownAddress extends Error {
  override name = 'UnknownAddress'
}

/** Those whom a profile names: addresses found on L1 are read as their names. */
export class Cast {
  readonly #names: ReadonlyMap<string, string>

  constructor(profile: Profile) {
    const names = ['none', 'admin', 'sink', ...peopleOf(profile)]
    this.#names = new Map(names.map((name) => [addressOf(name), name]))
  }

  /** @throws UnknownAddress */
  nameOf(address: string): string {
    const name = this.#names.get(address.toLowerCase())
    if (name === undefined) throw new UnknownAddress(`nobody in the profile has the address ${address}`)
    return name
  }
}
