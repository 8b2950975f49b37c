// SPDX-License-Identifier: Apache-2.0
// Generated from model/l1-rollup/rules by `npm run generate`. Do not edit.
pragma solidity 0.8.37;

/// The decisions of the protocol. An address of 0 is nobody.
library Rules {
    // model/l1-rollup/rules/arithmetic.ts

    /// TIME-2.
    function epochOf(uint256 slot, uint256 slotsPerEpoch) internal pure returns (uint256) {
        return slot / slotsPerEpoch;
    }

    /// TIME-2.
    function offsetOf(uint256 slot, uint256 slotsPerEpoch) internal pure returns (uint256) {
        return slot % slotsPerEpoch;
    }

    /// TIME-1. The slot of a time not before genesis.
    function slotAt(
        uint256 timestamp,
        uint256 genesisTimestamp,
        uint256 slotDurationSeconds
    ) internal pure returns (uint256) {
        return timestamp < genesisTimestamp ? 0 : (timestamp - genesisTimestamp) / slotDurationSeconds;
    }

    /// PROPOSE-4. When a slot starts.
    function startOf(
        uint256 slot,
        uint256 genesisTimestamp,
        uint256 slotDurationSeconds
    ) internal pure returns (uint256) {
        return genesisTimestamp + slot * slotDurationSeconds;
    }

    /// EPOCH-2. The epoch that a call in the current one samples for.
    function sampledEpochOf(
        uint256 currentEpoch,
        uint256 seedLookaheadEpochs
    ) internal pure returns (uint256) {
        return currentEpoch + seedLookaheadEpochs;
    }

    /// PROPOSE-11. Attestations that a committee of `seats` members needs.
    function quorum(uint256 seats) internal pure returns (uint256) {
        return (2 * seats) / 3 + 1;
    }

    /// CLAIM-10. What a bond takes from the available amount; the rest comes from the withdrawing amount.
    function stakedFromAvailable(uint256 availableWei, uint256 bondAmount) internal pure returns (uint256) {
        return bondAmount <= availableWei ? bondAmount : availableWei;
    }

    /// ESCROW-12.
    function unlockSlotOf(uint256 slot, uint256 withdrawalDelaySlots) internal pure returns (uint256) {
        return slot + withdrawalDelaySlots;
    }

    /// REWARD-1. What an epoch distributes.
    function distributedReward(uint256 epochRewardWei, uint256 poolWei) internal pure returns (uint256) {
        return epochRewardWei <= poolWei ? epochRewardWei : poolWei;
    }

    /// REWARD-2.
    function proverShare(uint256 rewardWei, uint256 basisPointFee) internal pure returns (uint256) {
        return (rewardWei * basisPointFee) / 10_000;
    }

    // model/l1-rollup/rules/claim.ts

    /// CLAIM-1.
    function claimWindowOpen(uint256 offset, uint256 claimWindowSlots) internal pure returns (bool) {
        return offset < claimWindowSlots;
    }

    /// CLAIM-2. Of the effective pending chain; `oldestUnprovenEpoch` is 0 if it is empty.
    function somethingToClaim(
        bool hasUnproven,
        uint256 oldestUnprovenEpoch,
        uint256 currentEpoch
    ) internal pure returns (bool) {
        return hasUnproven && oldestUnprovenEpoch < currentEpoch;
    }

    /// CLAIM-3.
    function quoteIsForPrecedingEpoch(
        uint256 epochToProve,
        uint256 currentEpoch
    ) internal pure returns (bool) {
        return epochToProve < currentEpoch && epochToProve + 1 == currentEpoch;
    }

    /// CLAIM-4. `claimedProver`: prover of the effective claim, nobody if there is none.
    function noClaimIsLive(address claimedProver) internal pure returns (bool) {
        return claimedProver == address(0);
    }

    /// CLAIM-5.
    function quoteIsValid(uint256 slot, uint256 validUntilSlot) internal pure returns (bool) {
        return slot <= validUntilSlot;
    }

    /// CLAIM-6.
    function bondIsEnough(uint256 bondAmount, uint256 minimumBondWei) internal pure returns (bool) {
        return bondAmount >= minimumBondWei;
    }

    /// CLAIM-7.
    function feeIsAllowed(uint256 basisPointFee) internal pure returns (bool) {
        return basisPointFee <= 10_000;
    }

    /// CLAIM-8.
    function escrowCovers(
        uint256 availableWei,
        uint256 withdrawingWei,
        uint256 bondAmount
    ) internal pure returns (bool) {
        return availableWei + withdrawingWei >= bondAmount;
    }

    /// CLAIM-9. `signer`: whom the signature recovers to, nobody if to no one.
    function quoteIsSigned(address signer, address proverAddress) internal pure returns (bool) {
        return signer == proverAddress && signer != address(0);
    }

    // model/l1-rollup/rules/due.ts

    /// PRUNE-1, PRUNE-2: whether the pending chain is dead.
    /// @param hasUnproven whether the stored pending chain has a block
    /// @param oldestUnprovenEpoch epoch of its first block, 0 if it has none
    /// @param claimedProver prover of the stored claim, nobody if there is none
    function pruneDue(
        bool hasUnproven,
        uint256 oldestUnprovenEpoch,
        address claimedProver,
        uint256 currentEpoch,
        uint256 offset,
        uint256 claimWindowSlots
    ) internal pure returns (bool) {
        return hasUnproven
            && (
                currentEpoch > oldestUnprovenEpoch + 1
                || (
                    currentEpoch == oldestUnprovenEpoch + 1
                    && claimedProver == address(0)
                    && offset >= claimWindowSlots
                )
            );
    }

    /// PRUNE-3: whether the bond of the stored claim is forfeited. `claimedEpoch` is 0 if there is no claim.
    function slashDue(
        address claimedProver,
        uint256 claimedEpoch,
        uint256 currentEpoch
    ) internal pure returns (bool) {
        return claimedProver != address(0) && currentEpoch > claimedEpoch + 1;
    }

    // model/l1-rollup/rules/epoch.ts

    /// EPOCH-1. `lastSampledEpoch`: epoch of the newest recorded sample.
    function epochIsNotSampled(uint256 lastSampledEpoch, uint256 sampledEpoch) internal pure returns (bool) {
        return lastSampledEpoch < sampledEpoch;
    }

    /// VALIDATOR-1.
    function callerIsAdministrator(address caller, address administrator) internal pure returns (bool) {
        return caller == administrator;
    }

    /// VALIDATOR-2.
    function validatorIsNotZero(address validator) internal pure returns (bool) {
        return validator != address(0);
    }

    /// VALIDATOR-3.
    function validatorIsNew(address, bool isRegistered) internal pure returns (bool) {
        return !isRegistered;
    }

    /// VALIDATOR-4.
    function validatorIsRegistered(address, bool isRegistered) internal pure returns (bool) {
        return isRegistered;
    }

    // model/l1-rollup/rules/escrow.ts

    /// ESCROW-1.
    function amountIsPositive(uint256 amountWei) internal pure returns (bool) {
        return amountWei > 0;
    }

    /// ESCROW-2.
    function tokensCover(uint256 tokenBalanceWei, uint256 amountWei) internal pure returns (bool) {
        return amountWei <= tokenBalanceWei;
    }

    /// ESCROW-3. `heldWei`: available, withdrawing and staked together.
    function depositFits(
        uint256 heldWei,
        uint256 amountWei,
        uint256 escrowCapWei
    ) internal pure returns (bool) {
        return heldWei <= escrowCapWei && amountWei <= escrowCapWei - heldWei;
    }

    /// ESCROW-5.
    function availableCovers(uint256 availableWei, uint256 amountWei) internal pure returns (bool) {
        return amountWei <= availableWei;
    }

    /// ESCROW-6.
    function noWithdrawalIsPending(uint256 withdrawingWei) internal pure returns (bool) {
        return withdrawingWei == 0;
    }

    /// ESCROW-8.
    function withdrawalIsPending(uint256 withdrawingWei) internal pure returns (bool) {
        return withdrawingWei > 0;
    }

    /// ESCROW-7. `unlockSlot` is 0 when nothing is withdrawing.
    function withdrawalIsUnlocked(uint256 slot, uint256 unlockSlot) internal pure returns (bool) {
        return slot >= unlockSlot;
    }

    /// ESCROW-9.
    function somethingWasSlashed(uint256 slashedWei) internal pure returns (bool) {
        return slashedWei > 0;
    }

    /// REWARD-5.
    function somethingToCollect(uint256 creditWei) internal pure returns (bool) {
        return creditWei > 0;
    }

    // model/l1-rollup/rules/proof.ts

    /// PROOF-1. Of the effective pending chain.
    function somethingToProve(bool hasUnproven) internal pure returns (bool) {
        return hasUnproven;
    }

    /// PROOF-2. Holds for an empty chain, about which PROOF-1 speaks.
    function epochHasEnded(
        bool hasUnproven,
        uint256 oldestUnprovenEpoch,
        uint256 currentEpoch
    ) internal pure returns (bool) {
        return !hasUnproven || oldestUnprovenEpoch < currentEpoch;
    }

    /// PROOF-3.
    function proofStartsAtProvenTip(bytes32 fromHash, bytes32 provenHash) internal pure returns (bool) {
        return fromHash == provenHash;
    }

    /// PROOF-4. `epochEndHash`: last block of the oldest unproven epoch, the proven tip if there is none.
    function proofEndsWithEpoch(bytes32 toHash, bytes32 epochEndHash) internal pure returns (bool) {
        return toHash == epochEndHash;
    }

    /// PROOF-5. `verified`: the answer of the verifier.
    function proofIsValid(bool verified) internal pure returns (bool) {
        return verified;
    }

    /// PROOF-10. `submissionIsOpen`: under the reading `anyone`.
    function callerMayProve(
        bool submissionIsOpen,
        address caller,
        address claimedProver
    ) internal pure returns (bool) {
        return submissionIsOpen || claimedProver == address(0) || caller == claimedProver;
    }

    // model/l1-rollup/rules/propose.ts

    /// PROPOSE-1. `committeeSize`: members of the committee in force.
    function committeeNotEmpty(uint256 committeeSize) internal pure returns (bool) {
        return committeeSize > 0;
    }

    /// PROPOSE-2. Commitments to ordered lists of addresses.
    function committeeIsInForce(
        bytes32 givenCommittee,
        bytes32 committeeInForce
    ) internal pure returns (bool) {
        return givenCommittee == committeeInForce;
    }

    /// PROPOSE-3.
    function slotIsCurrent(uint256 headerSlot, uint256 slot) internal pure returns (bool) {
        return headerSlot == slot;
    }

    /// PROPOSE-4. `startOfHeaderSlot`: when the slot of the header starts.
    function timestampIsStartOfSlot(
        uint256 headerTimestamp,
        uint256 startOfHeaderSlot
    ) internal pure returns (bool) {
        return headerTimestamp == startOfHeaderSlot;
    }

    /// PROPOSE-5. `tipHash`: the effective pending tip.
    function parentIsTip(bytes32 parentHash, bytes32 tipHash) internal pure returns (bool) {
        return parentHash == tipHash;
    }

    /// PROPOSE-6. `nextSlot`: the slot after that of the effective pending tip, 0 after genesis.
    function slotIsFree(uint256 headerSlot, uint256 nextSlot) internal pure returns (bool) {
        return headerSlot >= nextSlot;
    }

    /// PROPOSE-7. `proposer`: nobody if the given committee is empty.
    function callerIsProposer(address caller, address proposer) internal pure returns (bool) {
        return caller == proposer && proposer != address(0);
    }

    /// PROPOSE-8. `publishedBlobs`: blobs that the transaction carries.
    function blobsArePublished(uint256 publishedBlobs) internal pure returns (bool) {
        return publishedBlobs > 0;
    }

    /// PROPOSE-9. Commitments to ordered lists of versioned hashes.
    function blobHashesMatch(bytes32 headerBlobs, bytes32 publishedBlobsHash) internal pure returns (bool) {
        return headerBlobs == publishedBlobsHash;
    }

    /// PROPOSE-10. `invalidSeat`: first seat whose attestation is not by its member, `seats` if there is
    /// none.
    function attestationsAreByMembers(uint256 invalidSeat, uint256 seats) internal pure returns (bool) {
        return invalidSeat == seats;
    }

    /// PROPOSE-11. `seats`: size of the given committee.
    function quorumIsReached(uint256 attestations, uint256 seats) internal pure returns (bool) {
        return attestations >= quorum(seats);
    }

    // model/l1-rollup/rules/time.ts

    /// TIME-4. Of the block, in seconds.
    function hasStarted(uint256 timestamp, uint256 genesisTimestamp) internal pure returns (bool) {
        return timestamp >= genesisTimestamp;
    }
}
