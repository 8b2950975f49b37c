import { z } from 'zod'
import {
  count,
  crashSchema,
  executedSchema,
  executeSchema,
  executionShape,
  followSchema,
  slot,
  slotOrNone,
  tickSchema,
  transactions,
  transactionVerifiedSchema,
  viewSchema,
} from '../node/vocabulary.ts'
import { buildingSchema } from '../proposer/vocabulary.ts'

/** The words of the fallback proposer: state, events, effects. Shapes and meanings: spec/actors/fallback-proposer.md. */
export const stateSchema = z.strictObject({
  slot,
  /** Ascending, none twice. */
  held: transactions,
  /** Of what there is a proof. */
  proven: buildingSchema,
  /** The slot in which a block was handed to L1 last. */
  submitted: slotOrNone,
  view: viewSchema,
  /** What is executed or proven. */
  building: buildingSchema,
  /** Whether it is executed and its proof is being made. */
  proving: z.boolean(),
})
export type State = z.infer<typeof stateSchema>

export const eventSchema = z.discriminatedUnion('type', [
  tickSchema,
  followSchema,
  transactionVerifiedSchema,
  z.strictObject({ type: z.literal('build'), transactions, forced: count }),
  executedSchema,
  z.strictObject({ type: z.literal('proved'), slot: slotOrNone, ...executionShape }),
  z.strictObject({ type: z.literal('submitBlock') }),
  z.strictObject({ type: z.literal('giveUp') }),
  crashSchema,
])
export type Event = z.infer<typeof eventSchema>
export type EventType = Event['type']
export const eventTypes = eventSchema.options.map((option) => option.shape.type.value)
export type EventOf<Type extends EventType> = Extract<Event, { type: Type }>

/** `expiresSlot` −1: it does not expire. */
export const effectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...executeSchema.shape, expiresSlot: slotOrNone }),
  z.strictObject({ kind: z.literal('prove'), id: z.string(), body: buildingSchema, expiresSlot: slotOrNone }),
  z.strictObject({
    kind: z.literal('submit'),
    id: z.string(),
    body: z.strictObject({ block: buildingSchema }),
    expiresSlot: slot,
  }),
])
export type Effect = z.infer<typeof effectSchema>
