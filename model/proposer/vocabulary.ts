import { z } from 'zod'
import {
  blockSchema,
  clockShape,
  count,
  crashSchema,
  executedSchema,
  executeSchema,
  followSchema,
  GENESIS,
  member,
  proposalSchema,
  slot,
  slotOrNone,
  tickSchema,
  transactions,
  transactionVerifiedSchema,
  viewSchema,
} from '../node/vocabulary.ts'

/** The words of the proposer: state, events, effects. Shapes and meanings: spec/actors/proposer.md. */
export const buildingSchema = z.strictObject({
  slot: slotOrNone,
  parent: blockSchema,
  transactions,
  forced: count,
})
export type Building = z.infer<typeof buildingSchema>
export const NO_BUILDING: Building = { slot: -1, parent: GENESIS, transactions: [], forced: 0 }

export const stateSchema = z.strictObject({
  ...clockShape,
  /** Ascending, none twice. */
  held: transactions,
  proposed: proposalSchema,
  /** Members, in the order of the committee of `proposed.slot`. */
  attestations: z.array(member),
  published: z.boolean(),
  signsFrom: slot,
  view: viewSchema,
  building: buildingSchema,
})
export type State = z.infer<typeof stateSchema>

/** Forms that an attestation can have as a message. */
export const forms = ['fits', 'oversized', 'version', 'domain', 'malformed', 'signature'] as const

export const eventSchema = z.discriminatedUnion('type', [
  tickSchema,
  followSchema,
  transactionVerifiedSchema,
  z.strictObject({ type: z.literal('build'), transactions, forced: count }),
  executedSchema,
  z.strictObject({
    type: z.literal('receiveAttestation'),
    form: z.enum(forms),
    signer: member,
    proposal: proposalSchema,
  }),
  z.strictObject({ type: z.literal('publish') }),
  crashSchema,
])
export type Event = z.infer<typeof eventSchema>
export type EventType = Event['type']
export const eventTypes = eventSchema.options.map((option) => option.shape.type.value)
export type EventOf<Type extends EventType> = Extract<Event, { type: Type }>

export const effectSchema = z.discriminatedUnion('kind', [
  executeSchema,
  z.strictObject({ kind: z.literal('send'), id: z.string(), body: proposalSchema, expiresSlot: slot }),
  z.strictObject({
    kind: z.literal('submit'),
    id: z.string(),
    body: z.strictObject({ proposal: proposalSchema, attestations: z.array(member) }),
    expiresSlot: slot,
  }),
])
export type Effect = z.infer<typeof effectSchema>
