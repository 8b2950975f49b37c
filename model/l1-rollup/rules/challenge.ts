import type { Address, Count, Index, PostingCommitment, Slot } from '../../shared/units.ts'
import { lastChallengeSlot, signaturesAreChallenged } from './arithmetic.ts'

/** CHALLENGE-3. `isLive`: whether the effective pending chain has a block of the given slot. */
export const somethingToChallenge = ({
  challengedSlot,
  challengeSlots,
  isLive,
}: {
  challengedSlot: Slot
  challengeSlots: Count
  isLive: boolean
}): boolean => signaturesAreChallenged({ challengeSlots }) && isLive

/** CHALLENGE-4. `storedPosting`: of the effective pending block of the given slot. */
export const postingMatches = ({
  givenPosting,
  storedPosting,
}: {
  givenPosting: PostingCommitment
  storedPosting: PostingCommitment
}): boolean => givenPosting === storedPosting

/** CHALLENGE-5. `challengedSlot`: of the block. */
export const challengeIsInTime = ({
  slot,
  challengedSlot,
  challengeSlots,
}: {
  slot: Slot
  challengedSlot: Slot
  challengeSlots: Count
}): boolean => slot <= lastChallengeSlot({ blockSlot: challengedSlot, challengeSlots })

/**
 * CHALLENGE-6.
 * @param seat counted from 0
 * @param seats size of the committee that the block was proposed with
 * @param isGiven whether an attestation stands at the seat, false beyond the last
 * @param signer whom it recovers to, nobody if none is given
 * @param member whose seat it is, nobody beyond the last
 */
export const attestationIsFalse = ({
  seat,
  seats,
  isGiven,
  signer,
  member,
}: {
  seat: Index
  seats: Count
  isGiven: boolean
  signer: Address
  member: Address
}): boolean => seat < seats && isGiven && signer !== member

/** CHALLENGE-9. Holds for an empty chain, about which PROOF-1 speaks. `epochEndSlot`: of the last block of the oldest unproven epoch. */
export const challengesAreOver = ({
  hasUnproven,
  slot,
  epochEndSlot,
  challengeSlots,
}: {
  hasUnproven: boolean
  slot: Slot
  epochEndSlot: Slot
  challengeSlots: Count
}): boolean =>
  !hasUnproven ||
  !signaturesAreChallenged({ challengeSlots }) ||
  slot > lastChallengeSlot({ blockSlot: epochEndSlot, challengeSlots })
