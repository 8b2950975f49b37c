import {
  type Address,
  type BlobsCommitment,
  type BlockHash,
  type CommitteeCommitment,
  type Count,
  NO_ADDRESS,
  type Slot,
  type Timestamp,
} from '../../shared/units.ts'
import { quorum } from './arithmetic.ts'

/** PROPOSE-1. `committeeSize`: members of the committee in force. */
export const committeeNotEmpty = ({ committeeSize }: { committeeSize: Count }): boolean => committeeSize > 0

/** PROPOSE-2. Commitments to ordered lists of addresses. */
export const committeeIsInForce = ({
  givenCommittee,
  committeeInForce,
}: {
  givenCommittee: CommitteeCommitment
  committeeInForce: CommitteeCommitment
}): boolean => givenCommittee === committeeInForce

/** PROPOSE-3. */
export const slotIsCurrent = ({ headerSlot, slot }: { headerSlot: Slot; slot: Slot }): boolean =>
  headerSlot === slot

/** PROPOSE-4. `startOfHeaderSlot`: when the slot of the header starts. */
export const timestampIsStartOfSlot = ({
  headerTimestamp,
  startOfHeaderSlot,
}: {
  headerTimestamp: Timestamp
  startOfHeaderSlot: Timestamp
}): boolean => headerTimestamp === startOfHeaderSlot

/** PROPOSE-5. `tipHash`: the effective pending tip. */
export const parentIsTip = ({
  parentHash,
  tipHash,
}: {
  parentHash: BlockHash
  tipHash: BlockHash
}): boolean => parentHash === tipHash

/** PROPOSE-6. `nextSlot`: the slot after that of the effective pending tip, 0 after genesis. */
export const slotIsFree = ({ headerSlot, nextSlot }: { headerSlot: Slot; nextSlot: Slot }): boolean =>
  headerSlot >= nextSlot

/** PROPOSE-7. `proposer`: nobody if the given committee is empty. */
export const callerIsProposer = ({ caller, proposer }: { caller: Address; proposer: Address }): boolean =>
  caller === proposer && proposer !== NO_ADDRESS

/** PROPOSE-8. `publishedBlobs`: blobs that the transaction carries. */
export const blobsArePublished = ({ publishedBlobs }: { publishedBlobs: Count }): boolean =>
  publishedBlobs > 0

/** PROPOSE-9. Commitments to ordered lists of versioned hashes. */
export const blobHashesMatch = ({
  headerBlobs,
  publishedBlobsHash,
}: {
  headerBlobs: BlobsCommitment
  publishedBlobsHash: BlobsCommitment
}): boolean => headerBlobs === publishedBlobsHash

/**
 * PROPOSE-10, CHALLENGE-1.
 * @param invalidSeat first seat whose attestation is not by its member, `seats` if there is none
 * @param areChallenged whether attestations are challenged instead, so that nobody looks for such a seat
 */
export const attestationsAreByMembers = ({
  invalidSeat,
  seats,
  areChallenged,
}: {
  invalidSeat: Count
  seats: Count
  areChallenged: boolean
}): boolean => areChallenged || invalidSeat === seats

/** PROPOSE-11. `seats`: size of the given committee. */
export const quorumIsReached = ({ attestations, seats }: { attestations: Count; seats: Count }): boolean =>
  attestations >= quorum({ seats })
