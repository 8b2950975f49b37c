import type { Abi } from 'viem'
import type { RefusalName } from '../../../model/l1-rollup/refusals.ts'
import type { Event, State } from '../../../model/l1-rollup/vocabulary.ts'
import type { Hex } from '../../evm/word.ts'
import type { Deployed } from '../foreign/protocol.ts'
import type { Unsupported } from '../foreign/unsupported.ts'
import type { AdapterChain } from './chain.ts'

/** A contract that somebody has compiled. */
export interface Compiled {
  readonly abi: Abi
  /** Creation code, linked. */
  readonly bytecode: Hex
}

/** What became of an event on somebody's contracts. */
export type Applied =
  | { readonly accepted: true }
  /** By the names of the clauses, the first failing check first. */
  | { readonly refused: readonly RefusalName[] }
  /** Revert data that stands for no refusal. */
  | { readonly reverted: Hex }

/**
 * A rollup on the EVM that has an ABI, a storage and errors of its own, in the terms of the clauses: what a module exports
 * as `adapter`. The README of this folder's parent specifies it.
 */
export interface Adapter {
  /** For people. */
  readonly name: string
  /** Solidity files that Lockstep compiles; what they import is to be among them. */
  readonly solidity?: readonly URL[]
  /** Contracts compiled elsewhere, by the names to deploy them by. */
  readonly compiled?: Readonly<Record<string, Compiled>>
  /** Whether a refusal is the first failing check in the order of the clauses (so if absent), one of them, or all. */
  readonly refusals?: 'first' | 'one' | 'all'
  readonly unsupported?: Partial<Unsupported>
  /**
   * Deploys a new rollup, in the state `pre`, with nothing left of the one before.
   * @param chain empty, at its first moment
   */
  reset(meta: Deployed, pre: State, chain: AdapterChain): Promise<void>
  /** Carries an event out, `advanceSlot` included. A refused one changes nothing. */
  apply(event: Event): Promise<Applied>
  /** Every variable of the state that is not declared as unsupported, as stored. */
  observe(): Promise<Partial<State>>
}
