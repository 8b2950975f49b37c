// SPDX-License-Identifier: Apache-2.0
// Generated from model/l1-rollup/refusals.ts and model/l1-rollup/rules by `npm run generate`. Do not edit.
pragma solidity 0.8.37;

// PROPOSE-1
error CommitteeEmpty(uint256 committeeSize);

// PROPOSE-2
error CommitteeMismatch(bytes32 givenCommittee, bytes32 committeeInForce);

// PROPOSE-3
error SlotNotCurrent(uint256 headerSlot, uint256 slot);

// PROPOSE-4
error TimestampMismatch(uint256 headerTimestamp, uint256 startOfHeaderSlot);

// PROPOSE-5
error ParentNotTip(bytes32 parentHash, bytes32 tipHash);

// PROPOSE-6
error SlotTaken(uint256 headerSlot, uint256 nextSlot);

// PROPOSE-7
error CallerNotProposer(address caller, address proposer);

// PROPOSE-8
error BlobsMissing(uint256 publishedBlobs);

// PROPOSE-9
error BlobHashesMismatch(bytes32 headerBlobs, bytes32 publishedBlobsHash);

// PROPOSE-10
error AttestationInvalid(uint256 invalidSeat, uint256 seats);

// PROPOSE-11
error QuorumNotReached(uint256 attestations, uint256 seats);

// CLAIM-1
error ClaimWindowClosed(uint256 offset, uint256 claimWindowSlots);

// CLAIM-2
error NothingToClaim(uint256 oldestUnprovenEpoch, uint256 currentEpoch);

// CLAIM-3
error QuoteForOtherEpoch(uint256 epochToProve, uint256 currentEpoch);

// CLAIM-4
error ClaimAlreadyMade(address claimedProver);

// CLAIM-5
error QuoteExpired(uint256 slot, uint256 validUntilSlot);

// CLAIM-6
error BondBelowMinimum(uint256 bondAmount, uint256 minimumBondWei);

// CLAIM-7
error FeeAboveMaximum(uint256 basisPointFee);

// CLAIM-8
error EscrowInsufficient(uint256 availableWei, uint256 withdrawingWei, uint256 bondAmount);

// CLAIM-9
error QuoteSignatureInvalid(address signer, address proverAddress);

// PROOF-1
error NothingToProve();

// PROOF-2
error EpochNotEnded(uint256 oldestUnprovenEpoch, uint256 currentEpoch);

// PROOF-3
error ProofStartMismatch(bytes32 fromHash, bytes32 provenHash);

// PROOF-4
error ProofEndMismatch(bytes32 toHash, bytes32 epochEndHash);

// PROOF-5
error ProofInvalid();

// PRUNE-5
error NothingToPrune(
    uint256 oldestUnprovenEpoch,
    address claimedProver,
    uint256 currentEpoch,
    uint256 offset,
    uint256 claimWindowSlots
);

// EPOCH-1
error EpochAlreadySampled(uint256 lastSampledEpoch, uint256 sampledEpoch);

// VALIDATOR-1
error CallerNotAdministrator(address caller, address administrator);

// VALIDATOR-2
error ValidatorZero(address validator);

// VALIDATOR-3
error ValidatorAlreadyRegistered(address validator);

// VALIDATOR-4
error ValidatorNotRegistered(address validator);

// ESCROW-1
error AmountZero(uint256 amountWei);

// ESCROW-2
error TokenBalanceInsufficient(uint256 tokenBalanceWei, uint256 amountWei);

// ESCROW-3
error EscrowCapExceeded(uint256 heldWei, uint256 amountWei, uint256 escrowCapWei);

// ESCROW-5
error AvailableInsufficient(uint256 availableWei, uint256 amountWei);

// ESCROW-6
error WithdrawalPending(uint256 withdrawingWei);

// ESCROW-7
error WithdrawalLocked(uint256 slot, uint256 unlockSlot);

// ESCROW-8
error NoWithdrawal(uint256 withdrawingWei);

// ESCROW-9
error NothingSlashed(uint256 slashedWei);

// REWARD-5
error NothingToCollect(uint256 creditWei);
