import { z } from 'zod'
import { effectSchema as attesterEffect, stateSchema as attesterState } from '../../attester/vocabulary.ts'
import {
  clockShape,
  count,
  member,
  NO_PROPOSAL,
  NOBODY,
  proposalSchema,
  store,
  transaction,
  transactions,
  viewSchema,
} from '../../node/vocabulary.ts'
import { effectSchema as proposerEffect, stateSchema as proposerState } from '../../proposer/vocabulary.ts'

/** The words of a slot: state, events, effects. Shapes and meanings: spec/system/slot.md. */
const members = z.array(member)
/** Ascending by text, none twice. */
const proposals = z.array(proposalSchema)

/** What is handed to L1. `signers`: ascending, none twice. */
export const blockSchema = z.strictObject({ caller: member, proposal: proposalSchema, signers: members })
export type Block = z.infer<typeof blockSchema>

export const stateSchema = z.strictObject({
  ...clockShape,
  attester: z.record(member, attesterState),
  proposer: z.record(member, proposerState),
  attested: z.record(member, proposals),
  offered: z.record(member, proposals),
  /** Ascending by text, none twice. */
  submitted: z.array(blockSchema),
  chain: z.array(blockSchema),
  crashed: z.strictObject({ node: member, store, signed: proposalSchema }),
})
export type State = z.infer<typeof stateSchema>

export const NO_CRASH: State['crashed'] = { node: NOBODY, store: 'kept', signed: NO_PROPOSAL }

const node = { node: member }
const message = { ...node, signer: member, proposal: proposalSchema }

export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('transactionVerified'), ...node, transaction, valid: z.boolean() }),
  z.strictObject({ type: z.literal('follow'), ...node, view: viewSchema }),
  z.strictObject({ type: z.literal('crash'), ...node, store }),
  z.strictObject({ type: z.literal('receiveProposal'), ...message }),
  z.strictObject({ type: z.literal('attest'), ...node }),
  z.strictObject({ type: z.literal('build'), ...node, transactions, forced: count }),
  z.strictObject({ type: z.literal('propose'), ...node }),
  z.strictObject({ type: z.literal('receiveAttestation'), ...message }),
  z.strictObject({ type: z.literal('publish'), ...node }),
  z.strictObject({ type: z.literal('take'), ...node, ...blockSchema.shape }),
  z.strictObject({ type: z.literal('tick'), ...node }),
])
export type Event = z.infer<typeof eventSchema>
export type EventOf<Type extends Event['type']> = Extract<Event, { type: Type }>

/** Of a kind that both roles have, one schema. */
export const effectSchema = z.discriminatedUnion('kind', [
  ...attesterEffect.options,
  ...proposerEffect.options.filter(
    (option) => !attesterEffect.options.some((known) => kindOf(known) === kindOf(option)),
  ),
] as unknown as typeof proposerEffect.options)
export type Effect = z.infer<typeof attesterEffect> | z.infer<typeof proposerEffect>

function kindOf(option: { readonly shape: { readonly kind: z.ZodLiteral } }): unknown {
  return option.shape.kind.value
}
