import { z } from 'zod'
import { type Event, eventSchema } from '../../model/vocabulary.ts'

/** Events in order; those that share a block stand together. */
export const blocksSchema = z.array(z.array(eventSchema).min(1))

/** A run to be made. */
export interface Trace {
  /** Unique in a run; tells where it comes from. */
  readonly title: string
  readonly profile: string
  /** One entry per block, in its order; `advanceSlot` alone. */
  readonly blocks: readonly (readonly Event[])[]
}

/** How many events a trace has. */
export function stepsOf({ blocks }: Trace): number {
  return blocks.reduce((sum, events) => sum + events.length, 0)
}

/**
 * The same run with the first pair of different transactions that share a block the other way round.
 * @returns `undefined` if no block has two
 */
export function otherOrder(trace: Trace): Trace | undefined {
  const at = trace.blocks.findIndex((events) => events.length > 1)
  if (at < 0) return undefined
  const blocks = trace.blocks.with(at, [...trace.blocks[at]!].reverse())
  return { ...trace, title: `${trace.title}, block ${at + 1} in the other order`, blocks }
}
