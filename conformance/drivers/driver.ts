import type { RefusalName } from '../../model/l1-rollup/refusals.ts'
import type { Event, State } from '../../model/l1-rollup/vocabulary.ts'
import type { Hex, Storage } from '../evm/word.ts'
import type { EffectiveView } from './effective.ts'

/** What became of one event. */
export type Outcome =
  | { readonly accepted: true }
  | {
      readonly accepted: false
      /** The refusal that is reported: the first failing check in the order of the clauses. */
      readonly refusal: string
      /** All failing checks in their order, where the driver knows them; a contract reports the first only. */
      readonly all?: readonly RefusalName[]
      /** The error with its arguments as a contract reverts with it, where the driver speaks the EVM's terms. */
      readonly data?: Hex
    }

/** What can be seen of a driver's state. */
export interface Observation {
  /** As stored: what is due has not been carried out in it. */
  readonly stored: State
  readonly effective: EffectiveView
  /** Raw storage of all contracts, or what it must be, where the driver speaks the EVM's terms. */
  readonly storage?: Storage
}

/**
 * What is put through its paces: a model, contracts, a program in any language. Anything else that a run needs belongs
 * into the construction of a driver.
 */
export interface Driver {
  /** Back to the state after deployment. */
  reset(): Promise<void>
  /**
   * Events of one slot in their order: on L1 the transactions of one block. `advanceSlot` comes alone.
   * @returns one outcome for each
   * @throws DriverError when an event cannot be put to it at all
   */
  apply(events: readonly Event[]): Promise<readonly Outcome[]>
  observe(): Promise<Observation>
}

/** An event that a driver cannot carry out, or an answer that no outcome describes. Says which. */
export class DriverError extends Error {
  override readonly name = 'DriverError'
}

/** @throws DriverError unless `advanceSlot` is alone */
export function requireOneSlot(events: readonly Event[]): void {
  if (events.length > 1 && events.some(({ type }) => type === 'advanceSlot'))
    throw new DriverError('advanceSlot cannot share a block with other events')
}
