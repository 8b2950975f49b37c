import { z } from 'zod'
import type { Marks } from '../core/codec.ts'
import { wei } from '../shared/wei.ts'

/**
 * The words of the L1 rollup: state, events. Shapes and meanings: spec/actors/l1-rollup.md.
 * Everything is plain JSON; amounts are decimal strings of wei.
 */
const count = z.number().int().nonnegative()
const address = z.string().min(1)
const marks = (given: Marks) => given

/** A block by what identifies it within a run. Genesis has slot −1. */
export const blockSchema = z.strictObject({
  slot: z.number().int().min(-1),
  content: z.string(),
  beneficiary: address,
  /** How many transactions it takes from the forced-inclusion queue. */
  forced: count,
})
export type Block = z.infer<typeof blockSchema>
export const GENESIS: Block = { slot: -1, content: 'genesis', beneficiary: 'none', forced: 0 }
/** The content of a block that has no transactions beside those of the queue. */
export const NO_OTHERS = 'none'

export const claimSchema = z.strictObject({
  epochToProve: count,
  proverAddress: address,
  bondAmount: wei,
  basisPointFee: count,
  claimant: address,
})
export type Claim = z.infer<typeof claimSchema>
/** What stands for `null` wherever a state is compared or written: the record of spec/actors/l1-rollup.md. */
const NO_CLAIM = {
  epochToProve: -1,
  proverAddress: 'none',
  bondAmount: 0,
  basisPointFee: 0,
  claimant: 'none',
}

export const accountSchema = z.strictObject({
  available: wei,
  withdrawing: wei,
  unlockSlot: count,
  staked: wei,
})
export type Account = z.infer<typeof accountSchema>
/** Of somebody who never had an amount in the escrow. */
export const NO_ACCOUNT: Account = { available: '0', withdrawing: '0', unlockSlot: 0, staked: '0' }

export const sampleSchema = z.strictObject({ epoch: count, randao: z.string(), members: z.array(address) })
export type Sample = z.infer<typeof sampleSchema>

export const queueEntrySchema = z.strictObject({ transaction: z.string(), includedByEpoch: count })
export type QueueEntry = z.infer<typeof queueEntrySchema>

/** What a block was proposed with: one signer per seat of its committee, `none` for an empty seat. */
export const postingSchema = z.strictObject({ committee: z.array(address), attestations: z.array(address) })
export type Posting = z.infer<typeof postingSchema>

/** A slot, or −1 for none. */
const slotOrNone = z.number().int().min(-1)

export const stateSchema = z.strictObject({
  /** −1 before genesis. */
  slot: z.number().int().min(-1),
  proven: blockSchema,
  pending: z.array(blockSchema),
  /** `null`: no claim is stored. */
  claim: claimSchema.nullable().meta(marks({ none: NO_CLAIM })),
  accounts: z.record(address, accountSchema),
  slashed: wei,
  tokens: z.record(address, wei),
  credits: z.record(address, wei),
  validators: z.strictObject({
    current: z.array(address),
    /** Before the first change of `changedEpoch`. */
    previous: z.array(address),
    /** Before the first change of that epoch or the one before it. */
    earlier: z.array(address),
    changedEpoch: count,
  }),
  /** All that ever entered the forced-inclusion queue, oldest first. */
  queue: z.array(queueEntrySchema),
  /** How many of them the proven chain has taken. */
  taken: count,
  /** CHALLENGE-2: of every block of `pending`, in its order; empty where attestations are verified. */
  posted: z.array(postingSchema),
  fallback: z.strictObject({ countedFrom: slotOrNone, entered: slotOrNone, advanced: slotOrNone }),
  samples: z.array(sampleSchema).min(1),
})
/** State of the L1 rollup as stored: what is due by its slot has not been carried out in it. */
export type State = z.infer<typeof stateSchema>

export const blobsSchema = z.enum(['match', 'fewer', 'more', 'other', 'missing'])
/** Whether the commitment of a header is that of the queue up to the last entry that the block takes. */
export const forcedHashSchema = z.enum(['match', 'other'])
/** Of a forced transaction, against what one may hold (QUEUE-1). */
export const dataSchema = z.enum(['fits', 'empty', 'oversized'])
/** Which part of what a challenge gives differs from what was posted: `match` is none of them (CHALLENGE-4). */
export const preimageSchema = z.enum([
  'match',
  'block',
  'parent',
  'parentSlot',
  'taken',
  'committee',
  'attestations',
])

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
    /** How many transactions the block takes from the queue. */
    forced: count,
    forcedHash: forcedHashSchema,
    /** One signer per seat of the given committee, `none` for an empty seat. */
    attestations: z.array(address),
  }),
  z.strictObject({
    type: z.literal('challenge'),
    caller: address,
    /** Of the block. */
    slot: count,
    /** In the committee that the block was proposed with, 0-based. */
    seat: count,
    preimage: preimageSchema,
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
  z.strictObject({
    type: z.literal('proposeWithProof'),
    caller: address,
    slot: count,
    /** Slot whose start time the header carries. */
    timestampSlot: count,
    parent: blockSchema,
    content: z.string(),
    blobs: blobsSchema,
    /** How many transactions the block takes from the queue. */
    forced: count,
    forcedHash: forcedHashSchema,
    valid: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('forceInclusion'),
    caller: address,
    transaction: z.string(),
    data: dataSchema,
    valid: z.boolean(),
  }),
  z.strictObject({ type: z.literal('prune'), caller: address }),
  z.strictObject({ type: z.literal('setupEpoch'), caller: address, randao: z.string() }),
  z.strictObject({ type: z.literal('addValidator'), caller: address, validator: address }),
  z.strictObject({ type: z.literal('removeValidator'), caller: address, validator: address }),
  z.strictObject({ type: z.literal('deposit'), caller: address, amount: wei }),
  z.strictObject({ type: z.literal('startWithdrawal'), caller: address, amount: wei }),
  z.strictObject({ type: z.literal('executeWithdrawal'), caller: address, receiver: address }),
  z.strictObject({ type: z.literal('collectSlashed'), caller: address }),
  z.strictObject({ type: z.literal('collectReward'), caller: address }),
])
export type Event = z.infer<typeof eventSchema>
export type EventType = Event['type']
export const eventTypes = eventSchema.options.map((option) => option.shape.type.value)
export type EventOf<Type extends EventType> = Extract<Event, { type: Type }>

/**
 * What the contracts log, by the name and the parameters of the Solidity event, in the order of the transaction. Blocks
 * stand for their hashes and for what their headers say, an address of nobody is `none`.
 */
export const logSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('L2PendingBlockProcessed'),
    block: blockSchema,
    proposer: address,
    parent: blockSchema,
  }),
  /** `tip`: what is left of the pending chain ends with it; `seat` is counted from 0. */
  z.strictObject({ type: z.literal('PendingChainCut'), tip: blockSchema, slot: count, seat: count }),
  z.strictObject({
    type: z.literal('EpochProofRightClaimed'),
    epochToProve: count,
    proverAddress: address,
    claimant: address,
    bondAmount: wei,
    basisPointFee: count,
  }),
  z.strictObject({ type: z.literal('EpochProven'), epoch: count, block: blockSchema, prover: address }),
  z.strictObject({
    type: z.literal('L2ProvenBlockProcessed'),
    block: blockSchema,
    proposer: address,
    parent: blockSchema,
  }),
  /** `transaction` stands for the hash of its data. */
  z.strictObject({
    type: z.literal('TransactionForced'),
    transaction: z.string(),
    index: count,
    includedByEpoch: count,
  }),
  z.strictObject({ type: z.literal('PendingChainPruned'), tip: blockSchema }),
  /** `since`: slot of the last entry or exit; `entries`: how many since the stored state. */
  z.strictObject({ type: z.literal('FallbackChanged'), active: z.boolean(), since: count, entries: count }),
  z.strictObject({
    type: z.literal('EpochSetUp'),
    epoch: count,
    randao: z.string(),
    committee: z.array(address),
  }),
  z.strictObject({ type: z.literal('CommitteeDrawn'), committee: z.array(address) }),
  z.strictObject({ type: z.literal('ValidatorAdded'), validator: address }),
  z.strictObject({ type: z.literal('ValidatorRemoved'), validator: address }),
  z.strictObject({ type: z.literal('RewardCredited'), receiver: address, amount: wei }),
  z.strictObject({ type: z.literal('RewardCollected'), receiver: address, amount: wei }),
  z.strictObject({ type: z.literal('Deposited'), prover: address, amount: wei }),
  z.strictObject({ type: z.literal('WithdrawalStarted'), prover: address, amount: wei, unlockSlot: count }),
  z.strictObject({
    type: z.literal('WithdrawalExecuted'),
    prover: address,
    receiver: address,
    amount: wei,
  }),
  z.strictObject({ type: z.literal('BondReturned'), prover: address, bondAmount: wei }),
  z.strictObject({ type: z.literal('BondSlashed'), prover: address, bondAmount: wei }),
  z.strictObject({ type: z.literal('SlashedCollected'), amount: wei }),
  /** Of the bond token. */
  z.strictObject({ type: z.literal('Transfer'), from: address, to: address, amount: wei }),
])
export type Log = z.infer<typeof logSchema>
