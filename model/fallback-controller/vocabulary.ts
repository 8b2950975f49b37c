import { z } from 'zod'

/** The words of the fallback controller: state, events. Shapes and meanings: spec/actors/fallback-controller.md. */
const slot = z.number().int().nonnegative()
/** A slot, or −1 for none. */
const slotOrNone = z.number().int().min(-1)
const once = z.number().int().min(0).max(1)

export const NONE = -1

export const stateSchema = z.strictObject({
  slot,
  countedFrom: slotOrNone,
  entered: slotOrNone,
  advanced: slotOrNone,
  provenSlot: slotOrNone,
  pending: slotOrNone,
  forced: z.boolean(),
  claimDeadline: slotOrNone,
  bonds: z.strictObject({ returned: once, slashed: once }),
})
/** State of the controller as stored: what is due by its slot has not been carried out in it. */
export type State = z.infer<typeof stateSchema>

export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('advanceSlot') }),
  z.strictObject({ type: z.literal('propose') }),
  z.strictObject({ type: z.literal('claim') }),
  z.strictObject({ type: z.literal('prove'), takesForced: z.boolean(), leavesPending: z.boolean() }),
  z.strictObject({ type: z.literal('proposeWithProof'), takesForced: z.boolean(), slot }),
  z.strictObject({ type: z.literal('forceInclusion') }),
  z.strictObject({ type: z.literal('settle') }),
])
export type Event = z.infer<typeof eventSchema>
export type EventType = Event['type']
export const eventTypes = eventSchema.options.map((option) => option.shape.type.value)
export type EventOf<Type extends EventType> = Extract<Event, { type: Type }>

/** Nothing is sent out: a change of mode is in the state. */
export const effectSchema = z.never()
