import { z } from 'zod'

/**
 * The words of the L1 rollup: state, events. Shapes and meanings: spec/actors/l1-rollup.md.
 * Everything is plain JSON; amounts are decimal strings of wei.
 */
const count = z.number().int().nonnegative()
const address = z.string().min(1)
const wei = z.string().regex(/^(0|[1-9][0-9]*)$/, 'expected a decimal string of wei')

/** A block by what identifies it within a run. Genesis has slot −1. */
export const blockSchema = z.strictObject({
  slot: z.number().int().min(-1),
  content: z.string(),
  beneficiary: address,
})
export type Block = z.infer<typeof blockSchema>
export const GENESIS: Block = { slot: -1, content: 'genesis', beneficiary: 'none' }

export const claimSchema = z.strictObject({
  epochToProve: count,
  proverAddress: address,
  bondAmount: wei,
  basisPointFee: count,
  claimant: address,
})
export type Claim = z.infer<typeof claimSchema>

export const accountSchema = z.strictObject({
  available: wei,
  withdrawing: wei,
  unlockSlot: count,
  staked: wei,
})
export type Account = z.infer<typeof accountSchema>

export const sampleSchema = z.strictObject({ epoch: count, randao: z.string(), members: z.array(address) })
export type Sample = z.infer<typeof sampleSchema>

export const stateSchema = z.strictObject({
  slot: count,
  proven: blockSchema,
  pending: z.array(blockSchema),
  /** `null`: no claim is stored. */
  claim: claimSchema.nullable(),
  accounts: z.record(address, accountSchema),
  slashed: wei,
  tokens: z.record(address, wei),
  credits: z.record(address, wei),
  validators: z.strictObject({ current: z.array(address), previous: z.array(address), changedEpoch: count }),
  samples: z.array(sampleSchema).min(1),
})
/** State of the L1 rollup as stored: what is due by its slot has not been carried out in it. */
export type State = z.infer<typeof stateSchema>

export const blobsSchema = z.enum(['match', 'fewer', 'more', 'other', 'missing'])

export const quoteSchema = z.strictObject({
  proverAddress: address,
  epochToProve: count,
  validUntilSlot: count,
  bondAmount: wei,
  basisPointFee: count,
  /** Whom the signature recovers to under this chain and rollup. */
  signer: address,
})

export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('advanceSlot') }),
  z.strictObject({
    type: z.literal('propose'),
    caller: address,
    committee: z.array(address),
    slot: count,
    /** Slot whose start time the header carries. */
    timestampSlot: count,
    parent: blockSchema,
    content: z.string(),
    blobs: blobsSchema,
    /** One signer per seat of the given committee, `none` for an empty seat. */
    attestations: z.array(address),
  }),
  z.strictObject({
    type: z.literal('claimEpochProofRight'),
    caller: address,
    committee: z.array(address),
    quote: quoteSchema,
  }),
  z.strictObject({
    type: z.literal('submitEpochProof'),
    caller: address,
    from: blockSchema,
    to: blockSchema,
    valid: z.boolean(),
  }),
  z.strictObject({ type: z.literal('prune'), caller: address }),
  z.strictObject({ type: z.literal('setupEpoch'), caller: address, randao: z.string() }),
  z.strictObject({ type: z.literal('addValidator'), caller: address, validator: address }),
  z.strictObject({ type: z.literal('removeValidator'), caller: address, validator: address }),
  z.strictObject({ type: z.literal('deposit'), caller: address, amount: wei }),
  z.strictObject({ type: z.literal('startWithdrawal'), caller: address, amount: wei }),
  z.strictObject({ type: z.literal('executeWithdrawal'), caller: address }),
  z.strictObject({ type: z.literal('collectSlashed'), caller: address }),
  z.strictObject({ type: z.literal('collectReward'), caller: address }),
])
export type Event = z.infer<typeof eventSchema>
export type EventType = Event['type']
export type EventOf<Type extends EventType> = Extract<Event, { type: Type }>
