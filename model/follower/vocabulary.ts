import { z } from 'zod'
import {
  blockSchema,
  count,
  crashSchema,
  GENESIS,
  poolViewSchema,
  slot,
  slotOrNone,
  tickSchema,
  transactions,
  viewSchema,
} from '../node/vocabulary.ts'

/** The words of the follower: state, events, effects. Shapes and meanings: spec/actors/follower.md. */

/** An epoch, or −1 for none. */
const epochOrNone = z.number().int().min(-1)
const epoch = z.number().int().nonnegative()

/** A block as L1 shows it. `body`: the transactions of its blobs; `forced`: those that it takes from the queue. */
export const headerSchema = z.strictObject({
  slot: slotOrNone,
  /** With the root that it claims. */
  parent: blockSchema,
  body: transactions,
  /** As its commitment has them, be they at the front of its body or not. */
  forced: transactions,
  /** That it claims. */
  root: transactions,
})
export type Header = z.infer<typeof headerSchema>
export const NO_HEADER: Header = { slot: -1, parent: GENESIS, body: [], forced: [], root: [] }

/** The time of no view: that of every view is later. */
const NO_TIME = -2

/** What L1 shows at one of its blocks; slots from which on something is due or in force are −1 for never. */
export const l1ViewSchema = z.strictObject({
  /** The slot of the L1 block, −1 before genesis. */
  time: z.number().int().min(NO_TIME),
  /** The pending chain as stored, proven blocks first, slots ascending. */
  chain: z.array(headerSchema),
  /** Blocks of `chain`. */
  proven: count,
  /** Blocks of `chain` that are proven in the last finalized L1 block. */
  final: count,
  prunesAt: slotOrNone,
  fallbackFrom: slotOrNone,
  fallbackUntil: slotOrNone,
  /** All that ever entered the queue, oldest first. */
  forced: transactions,
  /** The last epoch in which `setupEpoch` was called. */
  setUp: epochOrNone,
})
export type L1View = z.infer<typeof l1ViewSchema>
export const NO_L1_VIEW: L1View = {
  time: NO_TIME,
  chain: [],
  proven: 0,
  final: 0,
  prunesAt: -1,
  fallbackFrom: -1,
  fallbackUntil: -1,
  forced: [],
  setUp: -1,
}

export const stateSchema = z.strictObject({
  slot,
  /** One on the other, each found right. */
  applied: z.array(headerSchema),
  /** Found wrong by their roots or by their bodies, in the order in which they were found. */
  wrong: z.array(headerSchema),
  /** The slot in which `setupEpoch` was handed to L1 last. */
  kept: slotOrNone,
  view: l1ViewSchema,
  /** Whose body is asked for. */
  fetching: headerSchema,
})
export type State = z.infer<typeof stateSchema>

export const eventSchema = z.discriminatedUnion('type', [
  tickSchema,
  z.strictObject({ type: z.literal('readView'), view: l1ViewSchema }),
  z.strictObject({ type: z.literal('fetched'), header: headerSchema, body: transactions }),
  z.strictObject({ type: z.literal('setUp') }),
  crashSchema,
])
export type Event = z.infer<typeof eventSchema>
export type EventType = Event['type']
export const eventTypes = eventSchema.options.map((option) => option.shape.type.value)
export type EventOf<Type extends EventType> = Extract<Event, { type: Type }>

/** `tell`: said to the other roles before the next input. `expiresSlot` −1: it does not expire. */
export const effectSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('alarm'),
    id: z.string(),
    /** `root`: the computed one. */
    body: z.strictObject({ header: headerSchema, root: transactions }),
    expiresSlot: slotOrNone,
  }),
  z.discriminatedUnion('id', [
    z.strictObject({
      kind: z.literal('tell'),
      id: z.literal('view'),
      body: viewSchema,
      expiresSlot: slotOrNone,
    }),
    z.strictObject({
      kind: z.literal('tell'),
      id: z.literal('pool'),
      body: poolViewSchema,
      expiresSlot: slotOrNone,
    }),
  ]),
  z.strictObject({ kind: z.literal('fetch'), id: z.string(), body: headerSchema, expiresSlot: slotOrNone }),
  z.strictObject({
    kind: z.literal('submit'),
    id: z.string(),
    body: z.strictObject({ epoch }),
    expiresSlot: slot,
  }),
])
export type Effect = z.infer<typeof effectSchema>
