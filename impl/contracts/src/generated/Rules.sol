// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

library Rules {
    // TIME-2
    function epochOf(uint256 slot, uint256 slotsPerEpoch) internal pure returns (uint256) {
        return slot / slotsPerEpoch;
    }

    // TIME-2
    function offsetOf(uint256 slot, uint256 slotsPerEpoch) internal pure returns (uint256) {
        return slot % slotsPerEpoch;
    }

    // TIME-1
    function slotAt(uint256 timestamp, uint256 genesisTimestamp, uint256 slotDurationSeconds) internal pure returns (uint256) {
        return timestamp < genesisTimestamp ? 0 : (timestamp - genesisTimestamp) / slotDurationSeconds;
    }

    // PROPOSE-4
    function startOf(uint256 slot, uint256 genesisTimestamp, uint256 slotDurationSeconds) internal pure returns (uint256) {
        return genesisTimestamp + slot * slotDurationSeconds;
    }

    // PROPOSE-11
    function quorum(uint256 seats) internal pure returns (uint256) {
        return 2 * seats / 3 + 1;
    }

    // CLAIM-10
    function stakedFromAvailable(uint256 availableWei, uint256 bondWei) internal pure returns (uint256) {
        return bondWei <= availableWei ? bondWei : availableWei;
    }

    // ESCROW-7
    function unlockSlotOf(uint256 slot, uint256 withdrawalDelaySlots) internal pure returns (uint256) {
        return slot + withdrawalDelaySlots;
    }

    // REWARD-1
    function distributedReward(uint256 epochRewardWei, uint256 poolWei) internal pure returns (uint256) {
        return epochRewardWei <= poolWei ? epochRewardWei : poolWei;
    }

    // REWARD-2
    function proverShare(uint256 rewardWei, uint256 basisPointFee) internal pure returns (uint256) {
        return rewardWei * basisPointFee / 10_000;
    }

    // PROPOSE-1
    function committeeNotEmpty(uint256 committeeSize) internal pure returns (bool) {
        return committeeSize > 0;
    }

    // PROPOSE-2
    function committeeIsInForce(bytes32 givenCommittee, bytes32 committeeInForce) internal pure returns (bool) {
        return givenCommittee == committeeInForce;
    }

    // PROPOSE-3
    function slotIsCurrent(uint256 headerSlot, uint256 slot) internal pure returns (bool) {
        return headerSlot == slot;
    }

    // PROPOSE-4
    function timestampIsStartOfSlot(uint256 headerTimestamp, uint256 startOfHeaderSlot) internal pure returns (bool) {
        return headerTimestamp == startOfHeaderSlot;
    }

    // PROPOSE-5
    function parentIsTip(bytes32 parentHash, bytes32 tipHash) internal pure returns (bool) {
        return parentHash == tipHash;
    }

    // PROPOSE-6
    function slotIsFree(uint256 headerSlot, uint256 nextSlot) internal pure returns (bool) {
        return headerSlot >= nextSlot;
    }

    // PROPOSE-7
    function callerIsProposer(address caller, address proposer) internal pure returns (bool) {
        return caller == proposer && proposer != address(0);
    }

    // PROPOSE-8
    function blobsArePublished(uint256 publishedBlobs) internal pure returns (bool) {
        return publishedBlobs > 0;
    }

    // PROPOSE-9
    function blobHashesMatch(bytes32 headerBlobs, bytes32 publishedBlobsHash) internal pure returns (bool) {
        return headerBlobs == publishedBlobsHash;
    }

    // PROPOSE-10
    function attestationsAreByMembers(uint256 invalidSeat, uint256 seats) internal pure returns (bool) {
        return invalidSeat == seats;
    }

    // PROPOSE-11
    function quorumIsReached(uint256 attestations, uint256 seats) internal pure returns (bool) {
        return attestations >= quorum(seats);
    }

    // CLAIM-1
    function claimWindowOpen(uint256 offset, uint256 claimWindowSlots) internal pure returns (bool) {
        return offset < claimWindowSlots;
    }

    // CLAIM-2
    function somethingToClaim(bool hasUnproven, uint256 oldestUnprovenEpoch, uint256 currentEpoch) internal pure returns (bool) {
        return hasUnproven && oldestUnprovenEpoch < currentEpoch;
    }

    // CLAIM-3
    function quoteIsForPrecedingEpoch(uint256 quoteEpoch, uint256 currentEpoch) internal pure returns (bool) {
        return quoteEpoch < currentEpoch && quoteEpoch + 1 == currentEpoch;
    }

    // CLAIM-4
    function noClaimIsLive(address claimedProver) internal pure returns (bool) {
        return claimedProver == address(0);
    }

    // CLAIM-5
    function quoteIsValid(uint256 slot, uint256 validUntilSlot) internal pure returns (bool) {
        return slot <= validUntilSlot;
    }

    // CLAIM-6
    function bondIsEnough(uint256 bondWei, uint256 minimumBondWei) internal pure returns (bool) {
        return bondWei >= minimumBondWei;
    }

    // CLAIM-7
    function feeIsAllowed(uint256 basisPointFee) internal pure returns (bool) {
        return basisPointFee <= 10_000;
    }

    // CLAIM-8
    function escrowCovers(uint256 availableWei, uint256 withdrawingWei, uint256 bondWei) internal pure returns (bool) {
        return availableWei + withdrawingWei >= bondWei;
    }

    // CLAIM-9
    function quoteIsSigned(address signer, address prover) internal pure returns (bool) {
        return signer == prover && signer != address(0);
    }

    // PROOF-1
    function somethingToProve(bool hasUnproven) internal pure returns (bool) {
        return hasUnproven;
    }

    // PROOF-2
    function epochHasEnded(bool hasUnproven, uint256 oldestUnprovenEpoch, uint256 currentEpoch) internal pure returns (bool) {
        return !hasUnproven || oldestUnprovenEpoch < currentEpoch;
    }

    // PROOF-3
    function proofStartsAtProvenTip(bytes32 fromHash, bytes32 provenHash) internal pure returns (bool) {
        return fromHash == provenHash;
    }

    // PROOF-4
    function proofEndsWithEpoch(bytes32 toHash, bytes32 epochEndHash) internal pure returns (bool) {
        return toHash == epochEndHash;
    }

    // PROOF-5
    function proofIsValid(bool verified) internal pure returns (bool) {
        return verified;
    }

    // PRUNE-5
    function pruneDue(bool hasUnproven, uint256 oldestUnprovenEpoch, address claimedProver, uint256 currentEpoch, uint256 offset, uint256 claimWindowSlots) internal pure returns (bool) {
        return hasUnproven && (currentEpoch > oldestUnprovenEpoch + 1 || (currentEpoch == oldestUnprovenEpoch + 1 && claimedProver == address(0) && offset >= claimWindowSlots));
    }

    // PRUNE-3
    function slashDue(address claimedProver, uint256 claimedEpoch, uint256 currentEpoch) internal pure returns (bool) {
        return claimedProver != address(0) && currentEpoch > claimedEpoch + 1;
    }

    // EPOCH-1
    function epochIsNotSampled(uint256 lastSampledEpoch, uint256 sampledEpoch) internal pure returns (bool) {
        return lastSampledEpoch < sampledEpoch;
    }

    // VALIDATOR-1
    function callerIsAdministrator(address caller, address administrator) internal pure returns (bool) {
        return caller == administrator;
    }

    // VALIDATOR-2
    function validatorIsNotZero(address validator) internal pure returns (bool) {
        return validator != address(0);
    }

    // VALIDATOR-3
    function validatorIsNew(address validator, bool isRegistered) internal pure returns (bool) {
        return !isRegistered;
    }

    // VALIDATOR-4
    function validatorIsRegistered(address validator, bool isRegistered) internal pure returns (bool) {
        return isRegistered;
    }

    // ESCROW-1
    function amountIsPositive(uint256 amountWei) internal pure returns (bool) {
        return amountWei > 0;
    }

    // ESCROW-2
    function tokensCover(uint256 tokenBalanceWei, uint256 amountWei) internal pure returns (bool) {
        return amountWei <= tokenBalanceWei;
    }

    // ESCROW-3
    function depositFits(uint256 heldWei, uint256 amountWei, uint256 escrowCapWei) internal pure returns (bool) {
        return heldWei <= escrowCapWei && amountWei <= escrowCapWei - heldWei;
    }

    // ESCROW-5
    function availableCovers(uint256 availableWei, uint256 amountWei) internal pure returns (bool) {
        return amountWei <= availableWei;
    }

    // ESCROW-6
    function noWithdrawalIsPending(uint256 withdrawingWei) internal pure returns (bool) {
        return withdrawingWei == 0;
    }

    // ESCROW-8
    function withdrawalIsPending(uint256 withdrawingWei) internal pure returns (bool) {
        return withdrawingWei > 0;
    }

    // ESCROW-7
    function withdrawalIsUnlocked(uint256 slot, uint256 unlockSlot) internal pure returns (bool) {
        return slot >= unlockSlot;
    }

    // ESCROW-9
    function somethingWasSlashed(uint256 slashedWei) internal pure returns (bool) {
        return slashedWei > 0;
    }

    // REWARD-5
    function somethingToCollect(uint256 creditWei) internal pure returns (bool) {
        return creditWei > 0;
    }
}
