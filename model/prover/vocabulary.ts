import { z } from 'zod'
import {
  type Block,
  blockSchema,
  count,
  crashSchema,
  GENESIS,
  member,
  NOBODY,
  requestSchema,
  slot,
  slotOrNone,
  tickSchema,
  transactions,
  transactionVerifiedSchema,
  viewSchema,
} from '../node/vocabulary.ts'
import { wei } from '../shared/wei.ts'

/** The words of the prover: state, events, effects. Shapes and meanings: spec/actors/prover.md. Amounts are decimal strings of wei. */
const epochOrNone = z.number().int().min(-1)

export const quoteSchema = z.strictObject({
  prover: member,
  epoch: epochOrNone,
  validUntilSlot: slotOrNone,
  bond: wei,
  /** In basis points. */
  fee: count,
})
export type Quote = z.infer<typeof quoteSchema>
export const NO_QUOTE: Quote = { prover: NOBODY, epoch: -1, validUntilSlot: -1, bond: '0', fee: 0 }

/** What is proven: an epoch up to its last block. */
const targetShape = { epoch: epochOrNone, tip: blockSchema }
const targetSchema = z.strictObject(targetShape)
export type Target = { readonly epoch: number; readonly tip: Block }
export const NO_TARGET: z.infer<typeof targetSchema> = { epoch: -1, tip: GENESIS }

/** What the follower tells a prover. */
export const proveViewSchema = viewSchema.pick({ follows: true, alarm: true, fallback: true }).extend({
  ...targetShape,
  /** Of the blocks of the epoch, in order, each once. */
  transactions,
  claim: member,
  available: wei,
  withdrawing: wei,
  unlockSlot: slotOrNone,
})
export type ProveView = z.infer<typeof proveViewSchema>
export const NO_PROVE_VIEW: ProveView = {
  follows: 'nothing',
  alarm: false,
  fallback: false,
  epoch: -1,
  tip: GENESIS,
  transactions: [],
  claim: NOBODY,
  available: '0',
  withdrawing: '0',
  unlockSlot: -1,
}

export const stateSchema = z.strictObject({
  slot,
  /** Ascending, none twice. */
  held: transactions,
  quoted: quoteSchema,
  /** QUOTE-12: the first epoch for which anything may be quoted. */
  quotesFrom: epochOrNone,
  proof: targetSchema,
  submitted: slotOrNone,
  moved: slotOrNone,
  view: proveViewSchema,
  proving: targetSchema,
})
export type State = z.infer<typeof stateSchema>

export const eventSchema = z.discriminatedUnion('type', [
  tickSchema,
  z.strictObject({ type: z.literal('follow'), view: proveViewSchema }),
  transactionVerifiedSchema,
  z.strictObject({ type: z.literal('gather') }),
  z.strictObject({ type: z.literal('quote'), validUntilSlot: slot, bond: wei, fee: count }),
  z.strictObject({ type: z.literal('prove') }),
  z.strictObject({ type: z.literal('proved'), ...targetShape }),
  z.strictObject({ type: z.literal('submitProof') }),
  z.strictObject({ type: z.literal('deposit'), amount: wei }),
  z.strictObject({ type: z.literal('startWithdrawal'), amount: wei }),
  z.strictObject({ type: z.literal('executeWithdrawal') }),
  crashSchema,
])
export type Event = z.infer<typeof eventSchema>
export type EventType = Event['type']
export const eventTypes = eventSchema.options.map((option) => option.shape.type.value)
export type EventOf<Type extends EventType> = Extract<Event, { type: Type }>

/** A call of L1. */
const callSchema = z.discriminatedUnion('call', [
  z.strictObject({ call: z.literal('submitEpochProof'), ...targetShape }),
  z.strictObject({ call: z.literal('deposit'), amount: wei }),
  z.strictObject({ call: z.literal('startWithdrawal'), amount: wei }),
  z.strictObject({ call: z.literal('executeWithdrawal') }),
])
export type Call = z.infer<typeof callSchema>

export const effectSchema = z.discriminatedUnion('kind', [
  requestSchema,
  z.strictObject({ kind: z.literal('send'), id: z.string(), body: quoteSchema, expiresSlot: slot }),
  z.strictObject({
    kind: z.literal('prove'),
    id: z.string(),
    body: z.strictObject({ ...targetShape, transactions }),
    expiresSlot: slot,
  }),
  z.strictObject({ kind: z.literal('submit'), id: z.string(), body: callSchema, expiresSlot: slot }),
])
export type Effect = z.infer<typeof effectSchema>
