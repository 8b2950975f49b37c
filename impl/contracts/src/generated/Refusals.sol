// SPDX-License-Identifier: Apache-2.0
// Generated from model/l1-rollup/refusals.ts and model/l1-rollup/rules by `npm run generate`. Do not edit.
pragma solidity 0.8.37;

import {Epoch, Slot} from "../Units.sol";

// TIME-4
/// @param timestamp Timestamp
/// @param genesisTimestamp Timestamp
error NotStarted(uint256 timestamp, uint256 genesisTimestamp);

// FALLBACK-5
error FallbackActive();

// PROPOSE-1
error CommitteeEmpty();

// PROPOSE-2
/// @param givenCommittee CommitteeCommitment
/// @param committeeInForce CommitteeCommitment
error CommitteeMismatch(bytes32 givenCommittee, bytes32 committeeInForce);

// PROPOSE-3
/// @param headerSlot Slot
/// @param slot Slot
error SlotNotCurrent(Slot headerSlot, Slot slot);

// PROPOSE-4
/// @param headerTimestamp Timestamp
/// @param startOfHeaderSlot Timestamp
error TimestampMismatch(uint256 headerTimestamp, uint256 startOfHeaderSlot);

// PROPOSE-5
/// @param parentHash BlockHash
/// @param tipHash BlockHash
error ParentNotTip(bytes32 parentHash, bytes32 tipHash);

// PROPOSE-6
/// @param headerSlot Slot
/// @param nextSlot Slot
error SlotTaken(Slot headerSlot, Slot nextSlot);

// PROPOSE-7
/// @param caller Address
/// @param proposer Address
error CallerNotProposer(address caller, address proposer);

// PROPOSE-8
error BlobsMissing();

// PROPOSE-9
/// @param headerBlobs BlobsCommitment
/// @param publishedBlobsHash BlobsCommitment
error BlobHashesMismatch(bytes32 headerBlobs, bytes32 publishedBlobsHash);

// QUEUE-4
/// @param forcedCount Count
/// @param waitingForced Count
error ForcedBeyondQueue(uint256 forcedCount, uint256 waitingForced);

// QUEUE-5
/// @param forcedHash QueueCommitment
/// @param queueHash QueueCommitment
error ForcedHashMismatch(bytes32 forcedHash, bytes32 queueHash);

// QUEUE-6
error ForcedTransactionsDue();

// QUEUE-7
/// @param forcedCount Count
/// @param forcedMinimum Count
error ForcedBelowMinimum(uint256 forcedCount, uint256 forcedMinimum);

// PROPOSE-10
/// @param invalidSeat Count
/// @param seats Count
error AttestationInvalid(uint256 invalidSeat, uint256 seats);

// PROPOSE-11
/// @param attestations Count
/// @param seats Count
error QuorumNotReached(uint256 attestations, uint256 seats);

// CHALLENGE-3
/// @param challengedSlot Slot
/// @param challengeSlots Count
error NothingToChallenge(Slot challengedSlot, uint256 challengeSlots);

// CHALLENGE-4
/// @param givenPosting PostingCommitment
/// @param storedPosting PostingCommitment
error PostingMismatch(bytes32 givenPosting, bytes32 storedPosting);

// CHALLENGE-5
/// @param slot Slot
/// @param challengedSlot Slot
/// @param challengeSlots Count
error ChallengeTooLate(Slot slot, Slot challengedSlot, uint256 challengeSlots);

// CHALLENGE-6
/// @param seat Index
/// @param seats Count
/// @param signer Address
/// @param member Address
error ChallengeUnfounded(uint256 seat, uint256 seats, address signer, address member);

// CLAIM-1
/// @param offset SlotOffset
/// @param claimWindowSlots Count
error ClaimWindowClosed(uint256 offset, uint256 claimWindowSlots);

// CLAIM-2
/// @param oldestUnprovenEpoch Epoch
/// @param currentEpoch Epoch
error NothingToClaim(Epoch oldestUnprovenEpoch, Epoch currentEpoch);

// CLAIM-3
/// @param epochToProve Epoch
/// @param currentEpoch Epoch
error QuoteForOtherEpoch(Epoch epochToProve, Epoch currentEpoch);

// CLAIM-4
/// @param claimedProver Address
error ClaimAlreadyMade(address claimedProver);

// CLAIM-5
/// @param slot Slot
/// @param validUntilSlot Slot
error QuoteExpired(Slot slot, Slot validUntilSlot);

// CLAIM-6
/// @param bondAmount Wei
/// @param minimumBondWei Wei
error BondBelowMinimum(uint256 bondAmount, uint256 minimumBondWei);

// CLAIM-7
/// @param basisPointFee BasisPoints
error FeeAboveMaximum(uint256 basisPointFee);

// CLAIM-8
/// @param availableWei Wei
/// @param withdrawingWei Wei
/// @param bondAmount Wei
error EscrowInsufficient(uint256 availableWei, uint256 withdrawingWei, uint256 bondAmount);

// CLAIM-9
/// @param signer Address
/// @param proverAddress Address
error QuoteSignatureInvalid(address signer, address proverAddress);

// PROOF-1
error NothingToProve();

// PROOF-2
/// @param oldestUnprovenEpoch Epoch
/// @param currentEpoch Epoch
error EpochNotEnded(Epoch oldestUnprovenEpoch, Epoch currentEpoch);

// CHALLENGE-9
/// @param slot Slot
/// @param epochEndSlot Slot
/// @param challengeSlots Count
error ChallengeOpen(Slot slot, Slot epochEndSlot, uint256 challengeSlots);

// PROOF-3
/// @param fromHash BlockHash
/// @param provenHash BlockHash
error ProofStartMismatch(bytes32 fromHash, bytes32 provenHash);

// PROOF-4
/// @param toHash BlockHash
/// @param epochEndHash BlockHash
error ProofEndMismatch(bytes32 toHash, bytes32 epochEndHash);

// PROOF-5
error ProofInvalid();

// PROOF-10
/// @param caller Address
/// @param claimedProver Address
error CallerNotProver(address caller, address claimedProver);

// FALLBACK-9
error FallbackNotActive();

// FALLBACK-12
/// @param headerSlot Slot
/// @param slot Slot
error SlotInFuture(Slot headerSlot, Slot slot);

// QUEUE-1
/// @param dataBytes Count
/// @param forcedMaximumBytes Count
error ForcedDataUnfit(uint256 dataBytes, uint256 forcedMaximumBytes);

// QUEUE-2
error ForcedProofInvalid();

// PRUNE-5
/// @param oldestUnprovenEpoch Epoch
/// @param claimedProver Address
/// @param currentEpoch Epoch
/// @param offset SlotOffset
/// @param claimWindowSlots Count
error NothingToPrune(
    Epoch oldestUnprovenEpoch,
    address claimedProver,
    Epoch currentEpoch,
    uint256 offset,
    uint256 claimWindowSlots
);

// EPOCH-1
/// @param lastSampledEpoch Epoch
/// @param sampledEpoch Epoch
error EpochAlreadySampled(Epoch lastSampledEpoch, Epoch sampledEpoch);

// VALIDATOR-1
/// @param caller Address
/// @param administrator Address
error CallerNotAdministrator(address caller, address administrator);

// VALIDATOR-2
error ValidatorZero();

// VALIDATOR-3
/// @param validator Address
error ValidatorAlreadyRegistered(address validator);

// VALIDATOR-4
/// @param validator Address
error ValidatorNotRegistered(address validator);

// ESCROW-1
error AmountZero();

// ESCROW-2
/// @param tokenBalanceWei Wei
/// @param amountWei Wei
error TokenBalanceInsufficient(uint256 tokenBalanceWei, uint256 amountWei);

// ESCROW-3
/// @param heldWei Wei
/// @param amountWei Wei
/// @param escrowCapWei Wei
error EscrowCapExceeded(uint256 heldWei, uint256 amountWei, uint256 escrowCapWei);

// ESCROW-5
/// @param availableWei Wei
/// @param amountWei Wei
error AvailableInsufficient(uint256 availableWei, uint256 amountWei);

// ESCROW-6
/// @param withdrawingWei Wei
error WithdrawalPending(uint256 withdrawingWei);

// ESCROW-7
/// @param slot Slot
/// @param unlockSlot Slot
error WithdrawalLocked(Slot slot, Slot unlockSlot);

// ESCROW-8
error NoWithdrawal();

// ESCROW-14
/// @param receiver Address
/// @param escrow Address
error ReceiverInvalid(address receiver, address escrow);

// ESCROW-9
error NothingSlashed();

// REWARD-5
error NothingToCollect();
