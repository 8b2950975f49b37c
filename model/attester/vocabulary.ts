import { z } from 'zod'
import {
  clockShape,
  crashSchema,
  executedSchema,
  executeSchema,
  followSchema,
  member,
  proposalSchema,
  requestSchema,
  slot,
  tickSchema,
  transactions,
  transactionVerifiedSchema,
  viewSchema,
} from '../node/vocabulary.ts'

/** The words of the attester: state, events, effects. Shapes and meanings: spec/actors/attester.md. */
export const stateSchema = z.strictObject({
  ...clockShape,
  /** Ascending, none twice. */
  held: transactions,
  signed: proposalSchema,
  signsFrom: slot,
  view: viewSchema,
  work: proposalSchema,
})
export type State = z.infer<typeof stateSchema>

/** Forms that a proposal can have as a message. */
export const forms = ['fits', 'oversized', 'version', 'domain', 'malformed', 'list', 'signature'] as const

export const eventSchema = z.discriminatedUnion('type', [
  tickSchema,
  followSchema,
  transactionVerifiedSchema,
  z.strictObject({
    type: z.literal('receiveProposal'),
    form: z.enum(forms),
    signer: member,
    proposal: proposalSchema,
  }),
  executedSchema,
  crashSchema,
])
export type Event = z.infer<typeof eventSchema>
export type EventType = Event['type']
export const eventTypes = eventSchema.options.map((option) => option.shape.type.value)
export type EventOf<Type extends EventType> = Extract<Event, { type: Type }>

export const effectSchema = z.discriminatedUnion('kind', [
  requestSchema,
  executeSchema,
  z.strictObject({ kind: z.literal('send'), id: z.string(), body: proposalSchema, expiresSlot: slot }),
])
export type Effect = z.infer<typeof effectSchema>
