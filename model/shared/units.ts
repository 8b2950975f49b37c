declare const unit: unique symbol
type Unit<Base, Name extends string> = Base & { readonly [unit]?: Name }

/** Slot counted from 0 at the genesis timestamp. */
export type Slot = Unit<number, 'Slot'>
/** Epoch counted from 0. */
export type Epoch = Unit<number, 'Epoch'>
/** Slot within its epoch, 0-based. */
export type SlotOffset = Unit<number, 'SlotOffset'>
/** A number of things: slots, seats, members, signatures. */
export type Count = Unit<number, 'Count'>
/** Index into a list, 0-based. */
export type Index = Unit<number, 'Index'>
/** Seconds since 1970. */
export type Timestamp = Unit<number, 'Timestamp'>
/** Hundredths of a percent. */
export type BasisPoints = Unit<number, 'BasisPoints'>
/** An amount of the bond token in its smallest unit. */
export type Wei = bigint
/** An account. In the models a name, on L1 twenty bytes. */
export type Address = Unit<string, 'Address'>
/** Identity of a block: in the models its canonical text, on L1 the hash of its header. */
export type BlockHash = Unit<string, 'BlockHash'>
/** Binds a list of seats: in the models its canonical text, on L1 the hash of the packed addresses. */
export type CommitteeCommitment = Unit<string, 'CommitteeCommitment'>
/** Binds a list of blobs: in the models its canonical text, on L1 the hash of the packed versioned hashes. */
export type BlobsCommitment = Unit<string, 'BlobsCommitment'>
/** Binds the front of the forced-inclusion queue: in the models its canonical text, on L1 a running hash. */
export type QueueCommitment = Unit<string, 'QueueCommitment'>
/** Binds what a block was proposed with: in the models its canonical text, on L1 the hash of the packed parts. */
export type PostingCommitment = Unit<string, 'PostingCommitment'>

/** Nobody: no proposer, an empty seat, no claimed prover. On L1 the zero address. */
export const NO_ADDRESS: Address = 'none'
