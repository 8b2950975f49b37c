import { z } from 'zod'
import {
  count,
  crashSchema,
  member,
  NOBODY,
  slot,
  slotOrNone,
  tickSchema,
  viewSchema,
} from '../node/vocabulary.ts'
import { wei } from '../shared/wei.ts'

/** The words of the claimant: state, events, effects. Shapes and meanings: spec/actors/claimant.md. */
const quoteSchema = z.strictObject({
  prover: member,
  epoch: count,
  validUntilSlot: slot,
  bond: wei,
  /** In basis points. */
  fee: count,
})
export type Quote = z.infer<typeof quoteSchema>

const { follows, alarm, fallback } = viewSchema.shape
/** What the follower tells the claimant. */
const claimViewSchema = z.strictObject({
  follows,
  alarm,
  fallback,
  /** The oldest one with a block that is not proven, −1: none. */
  epoch: z.number().int().min(-1),
  /** The prover of the live claim, or `NOBODY`. */
  claim: member,
  /** Ascending by prover; who is not there has nothing. */
  coverage: z.array(z.strictObject({ prover: member, amount: wei })),
  /** Whose last claim was slashed, ascending. */
  failed: z.array(member),
})
export type ClaimView = z.infer<typeof claimViewSchema>
export const NO_CLAIM_VIEW: ClaimView = {
  follows: 'nothing',
  alarm: false,
  fallback: false,
  epoch: -1,
  claim: NOBODY,
  coverage: [],
  failed: [],
}

export const stateSchema = z.strictObject({
  slot,
  /** The slot in which a claim was handed to L1 last. */
  claimed: slotOrNone,
  view: claimViewSchema,
  /** Ascending by prover, one of each. */
  quotes: z.array(quoteSchema),
})
export type State = z.infer<typeof stateSchema>

/** Forms that a quote can have as a message. */
export const forms = ['fits', 'oversized', 'version', 'domain', 'malformed', 'signature'] as const

export const eventSchema = z.discriminatedUnion('type', [
  tickSchema,
  z.strictObject({ type: z.literal('follow'), view: claimViewSchema }),
  z.strictObject({
    type: z.literal('receiveQuote'),
    form: z.enum(forms),
    signer: member,
    quote: quoteSchema,
  }),
  z.strictObject({ type: z.literal('claim') }),
  crashSchema,
])
export type Event = z.infer<typeof eventSchema>
export type EventType = Event['type']
export const eventTypes = eventSchema.options.map((option) => option.shape.type.value)
export type EventOf<Type extends EventType> = Extract<Event, { type: Type }>

export const effectSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('submit'),
    id: z.string(),
    body: z.strictObject({ quote: quoteSchema }),
    expiresSlot: slot,
  }),
])
export type Effect = z.infer<typeof effectSchema>
