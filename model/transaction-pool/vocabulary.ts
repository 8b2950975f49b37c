import { z } from 'zod'
import { crashSchema, slot, slotOrNone, tickSchema, transaction, transactions } from '../node/vocabulary.ts'

/** The words of the transaction pool: state, events, effects. Shapes and meanings: spec/actors/transaction-pool.md. */
export const sender = z.string()
const proof = z.string()
const peer = z.string()

/** What the follower tells the pool. `queue`: the forced transactions that wait, oldest first. */
export const poolViewSchema = z.strictObject({
  /** That have had their effects at the own tip, in order. */
  root: transactions,
  /** Those of them that have had them in the proven chain of a finalized L1 block. */
  final: transactions,
  queue: transactions,
})
export type PoolView = z.infer<typeof poolViewSchema>
export const NO_POOL_VIEW: PoolView = { root: [], final: [], queue: [] }

/** A transaction with a proof, as one sender sent it. `proof`: the name of its bytes. */
export const copySchema = z.strictObject({ transaction, proof, from: sender })
export type Copy = z.infer<typeof copySchema>

/** A transaction that a peer asked for. */
const answerSchema = z.strictObject({ transaction, to: peer })
export type Answer = z.infer<typeof answerSchema>

export const stateSchema = z.strictObject({
  slot,
  /** Ascending, none twice. */
  stored: transactions,
  /** Of those stored; ascending, none twice. */
  stashed: transactions,
  view: poolViewSchema,
  /** Ascending by transaction, then proof, then sender, none twice. */
  verifying: z.array(copySchema),
  /** Ascending, none twice. */
  asked: transactions,
  /** Ascending by transaction, those of one transaction by peer, none twice. */
  answered: z.array(answerSchema),
})
export type State = z.infer<typeof stateSchema>

/** Forms that a transaction and a request can have as messages. */
export const forms = ['fits', 'oversized', 'version', 'domain', 'malformed'] as const
const form = z.enum(forms)

export const eventSchema = z.discriminatedUnion('type', [
  tickSchema,
  z.strictObject({ type: z.literal('follow'), view: poolViewSchema }),
  z.strictObject({ type: z.literal('receiveTransaction'), form, transaction, proof, from: sender }),
  z.strictObject({ type: z.literal('verified'), transaction, proof, from: sender, valid: z.boolean() }),
  z.strictObject({ type: z.literal('leave'), from: sender }),
  z.strictObject({ type: z.literal('ask'), transaction }),
  z.strictObject({ type: z.literal('release'), transactions }),
  z.strictObject({ type: z.literal('receiveRequest'), form, transaction, slot, from: peer }),
  crashSchema,
])
export type Event = z.infer<typeof eventSchema>
export type EventType = Event['type']
export const eventTypes = eventSchema.options.map((option) => option.shape.type.value)
export type EventOf<Type extends EventType> = Extract<Event, { type: Type }>

/** −1: it does not expire. */
const expiresSlot = slotOrNone

export const effectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('verify'), id: z.string(), body: copySchema, expiresSlot }),
  z.strictObject({
    kind: z.literal('tell'),
    id: z.string(),
    body: z.strictObject({ transaction }),
    expiresSlot,
  }),
  z.strictObject({
    kind: z.literal('send'),
    id: z.string(),
    /** `to`: a peer, or `all`. */
    body: z.strictObject({ transaction, to: z.string() }),
    expiresSlot,
  }),
])
export type Effect = z.infer<typeof effectSchema>
