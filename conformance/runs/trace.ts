import { z } from 'zod'
import { type Event, eventSchema } from '../../model/l1-rollup/vocabulary.ts'

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

/** How much of a run is made again after a block whose order was turned round. */
const AFTERMATH_BLOCKS = 2

/**
 * The same run up to a block with several transactions, these the other way round, and a little of what follows.
 * @param which the how-manyth such block, 0-based; counted on from the first when there are fewer
 * @returns `undefined` if no block has several
 */
export function otherOrder(trace: Trace, which = 0): Trace | undefined {
  const shared = [...trace.blocks.keys()].filter((index) => trace.blocks[index]!.length > 1)
  const at = shared[which % shared.length]
  if (at === undefined) return undefined
  const blocks = trace.blocks.with(at, [...trace.blocks[at]!].reverse()).slice(0, at + 1 + AFTERMATH_BLOCKS)
  return { ...trace, title: `${trace.title}, block ${at + 1} in the other order`, blocks }
}

/** The same run with all transactions of a slot in one block. */
export function inOneBlock(trace: Trace): Trace {
  const blocks: Event[][] = []
  for (const events of trace.blocks) {
    const last = blocks.at(-1)
    const joins = last && last[0]!.type !== 'advanceSlot' && events[0]!.type !== 'advanceSlot'
    if (joins) last.push(...events)
    else blocks.push([...events])
  }
  return { ...trace, title: `${trace.title}, slots in one block`, blocks }
}

/** The same run up to a block and with it, its transactions in blocks of their own. @param block 0-based; −1 for none */
export const oneByOne = (trace: Trace, block: number): Trace => ({
  ...trace,
  blocks: [
    ...trace.blocks.slice(0, Math.max(block, 0)),
    ...(trace.blocks[block] ?? []).map((event) => [event]),
  ],
})
