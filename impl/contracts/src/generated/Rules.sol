// SPDX-License-Identifier: Apache-2.0
// Generated from model/fallback-controller/rules, model/l1-rollup/rules by `npm run generate`. Do not edit.
pragma solidity 0.8.37;

/// The decisions of the protocol. An address of 0 is nobody.
library Rules {
    // model/fallback-controller/rules/timing.ts

    /// FALLBACK-6, FALLBACK-7. Slots of a session in which nobody advances.
    function unusedSessionSlots(
        uint256 fallbackExitSlots,
        uint256 fallbackExitActivitySlots
    ) internal pure returns (uint256) {
        return fallbackExitSlots < fallbackExitActivitySlots ? fallbackExitSlots : fallbackExitActivitySlots;
    }

    /// FALLBACK-8. Slots from one entry to the next while the queue waits and nobody acts.
    function slotsPerCycle(
        uint256 fallbackEnterSlots,
        uint256 fallbackExitSlots,
        uint256 fallbackExitActivitySlots
    ) internal pure returns (uint256) {
        return fallbackEnterSlots + unusedSessionSlots(fallbackExitSlots, fallbackExitActivitySlots);
    }

    /// Of two slots the one that comes first.
    function earlierOf(uint256 one, uint256 other) internal pure returns (uint256) {
        return one < other ? one : other;
    }

    /// FALLBACK-6, FALLBACK-7. When a session ends in which nobody advances any more.
    /// @param enteredNext the slot after that of its entry, 0 if there is no session
    /// @param advancedNext the slot after that of its last advance, or of its entry if it had none
    /// @return the slot after that of the exit, 0 if there is no session
    function sessionEndNext(
        uint256 enteredNext,
        uint256 advancedNext,
        uint256 fallbackExitSlots,
        uint256 fallbackExitActivitySlots
    ) internal pure returns (uint256) {
        return enteredNext == 0
            ? 0
            : earlierOf(enteredNext + fallbackExitSlots, advancedNext + fallbackExitActivitySlots);
    }

    /// FALLBACK-6, FALLBACK-7. Whether a session is in force. `endNext`: the slot after that of its exit, 0
    /// if there is none.
    function sessionInForce(uint256 endNext, uint256 slot) internal pure returns (bool) {
        return slot + 1 < endNext;
    }

    /// FALLBACK-6, FALLBACK-7. The slot after that of the exit, 0 before it and without a session.
    function leftNext(uint256 endNext, uint256 slot) internal pure returns (uint256) {
        return sessionInForce(endNext, slot) ? 0 : endNext;
    }

    /// FALLBACK-2, FALLBACK-8. What the slots are counted from after a session.
    /// @param countedFromNext what is counted from if there was no session: the slot after it, 0 for nothing
    /// @param endNext the slot after that of the session's exit, 0 if there was none
    /// @param queueWaits whether the slots are counted anew from an exit
    /// @return the slot after the one counted from; 0 if nothing is counted, as in a session
    function countedNext(
        uint256 countedFromNext,
        uint256 endNext,
        uint256 slot,
        bool queueWaits
    ) internal pure returns (uint256) {
        return endNext == 0 ? countedFromNext : (queueWaits ? leftNext(endNext, slot) : 0);
    }

    /// FALLBACK-1, FALLBACK-3. The first entry that is not stored, whether or not its slot has come.
    /// @param baseNext the slot after the one counted from, 0 if nothing is counted
    /// @param fallbackEnterSlots 0 if a deployment has no fallback
    /// @param claimDeadline first slot in which the epoch of the live claim can no longer be proven, 0 if
    /// none is live
    /// @return the slot after that of the entry, 0 if there will be none
    function firstEntryNext(
        uint256 baseNext,
        uint256 fallbackEnterSlots,
        uint256 claimDeadline
    ) internal pure returns (uint256) {
        return baseNext == 0 || fallbackEnterSlots == 0
            ? 0
            : (baseNext + fallbackEnterSlots > claimDeadline
                ? baseNext + fallbackEnterSlots
                : claimDeadline + 1);
    }

    /// FALLBACK-8. How many entries time alone has made.
    /// @param entryNext the slot after that of the first of them, 0 if there will be none
    /// @param queueWaits whether the slots are counted anew from an exit
    /// @param cycleSlots from one entry to the next, positive
    function entriesPassed(
        uint256 entryNext,
        uint256 slot,
        bool queueWaits,
        uint256 cycleSlots
    ) internal pure returns (uint256) {
        return entryNext == 0 || slot + 1 < entryNext
            ? 0
            : (queueWaits ? ((slot + 1) - entryNext) / cycleSlots + 1 : 1);
    }

    /// FALLBACK-8. The last of the entries that time alone has made.
    /// @param entryNext the slot after that of the first of them
    /// @param entries how many have passed
    /// @return the slot after that of the entry, 0 if none has passed
    function lastEntryNext(
        uint256 entryNext,
        uint256 entries,
        uint256 cycleSlots
    ) internal pure returns (uint256) {
        return entries == 0 ? 0 : entryNext + (entries - 1) * cycleSlots;
    }

    /// CHALLENGE-13. What the slots are counted from when a challenge ends the live claim: an entry that
    /// waited for it is one
    /// of the next slot.
    /// @param countedFromNext the slot after the one counted from, 0 if nothing is counted
    /// @param fallbackEnterSlots 0 if a deployment has no fallback
    /// @return the slot after the one counted from, 0 if nothing is counted
    function releasedNext(
        uint256 countedFromNext,
        uint256 fallbackEnterSlots,
        uint256 slot
    ) internal pure returns (uint256) {
        return countedFromNext == 0 || countedFromNext + fallbackEnterSlots > slot + 1
            ? countedFromNext
            : (slot + 2) - fallbackEnterSlots;
    }

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

    /// VIEW-4. The slot after the last one through which a bond stays covered whatever its prover does, 0 if
    /// there is none.
    /// @param unlockSlot 0 when nothing is withdrawing
    function coveredNextSlotOf(
        uint256 availableWei,
        uint256 withdrawingWei,
        uint256 unlockSlot,
        uint256 bondAmount,
        uint256 slot,
        uint256 withdrawalDelaySlots
    ) internal pure returns (uint256) {
        return bondAmount <= availableWei
            ? unlockSlotOf(unlockSlot > slot ? unlockSlot : slot, withdrawalDelaySlots)
            : (bondAmount - availableWei <= withdrawingWei && slot < unlockSlot ? unlockSlot : 0);
    }

    /// REWARD-1. What an epoch distributes.
    function distributedReward(uint256 epochRewardWei, uint256 poolWei) internal pure returns (uint256) {
        return epochRewardWei <= poolWei ? epochRewardWei : poolWei;
    }

    /// REWARD-2.
    function proverShare(uint256 rewardWei, uint256 basisPointFee) internal pure returns (uint256) {
        return (rewardWei * basisPointFee) / 10_000;
    }

    /// FALLBACK-15. What a fallback block credits to its caller.
    function fallbackReward(uint256 fallbackRewardWei, uint256 poolWei) internal pure returns (uint256) {
        return fallbackRewardWei <= poolWei ? fallbackRewardWei : poolWei;
    }

    /// QUEUE-3. The date of an entry of the forced-inclusion queue.
    function includedByEpochOf(
        uint256 currentEpoch,
        uint256 forcedDelayEpochs
    ) internal pure returns (uint256) {
        return currentEpoch + forcedDelayEpochs;
    }

    /// CHALLENGE-1. Whether attestations are posted, and challenged if one is false, instead of being
    /// verified.
    function signaturesAreChallenged(uint256 challengeSlots) internal pure returns (bool) {
        return challengeSlots > 0;
    }

    /// CHALLENGE-5. The last slot in which a block can be challenged.
    function lastChallengeSlot(uint256 blockSlot, uint256 challengeSlots) internal pure returns (uint256) {
        return blockSlot + challengeSlots;
    }

    // model/l1-rollup/rules/challenge.ts

    /// CHALLENGE-3. `isLive`: whether the effective pending chain has a block of the given slot.
    function somethingToChallenge(uint256, uint256 challengeSlots, bool isLive) internal pure returns (bool) {
        return signaturesAreChallenged(challengeSlots) && isLive;
    }

    /// CHALLENGE-4. `storedPosting`: of the effective pending block of the given slot.
    function postingMatches(bytes32 givenPosting, bytes32 storedPosting) internal pure returns (bool) {
        return givenPosting == storedPosting;
    }

    /// CHALLENGE-5. `challengedSlot`: of the block.
    function challengeIsInTime(
        uint256 slot,
        uint256 challengedSlot,
        uint256 challengeSlots
    ) internal pure returns (bool) {
        return slot <= lastChallengeSlot(challengedSlot, challengeSlots);
    }

    /// CHALLENGE-6.
    /// @param seat counted from 0
    /// @param seats size of the committee that the block was proposed with
    /// @param isGiven whether an attestation stands at the seat, false beyond the last
    /// @param signer whom it recovers to, nobody if none is given
    /// @param member whose seat it is, nobody beyond the last
    function attestationIsFalse(
        uint256 seat,
        uint256 seats,
        bool isGiven,
        address signer,
        address member
    ) internal pure returns (bool) {
        return seat < seats && isGiven && signer != member;
    }

    /// CHALLENGE-9. Holds for an empty chain, about which PROOF-1 speaks. `epochEndSlot`: of the last block
    /// of the oldest unproven epoch.
    function challengesAreOver(
        bool hasUnproven,
        uint256 slot,
        uint256 epochEndSlot,
        uint256 challengeSlots
    ) internal pure returns (bool) {
        return !hasUnproven
            || !signaturesAreChallenged(challengeSlots)
            || slot > lastChallengeSlot(epochEndSlot, challengeSlots);
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

    /// PRUNE-1, PRUNE-2, FALLBACK-4: whether the pending chain is dead.
    /// @param hasUnproven whether the stored pending chain has a block
    /// @param fallbackEntered whether time has made an entry since the stored state, even if the session is
    /// over
    /// @param oldestUnprovenEpoch epoch of its first block, 0 if it has none
    /// @param claimedProver prover of the stored claim, nobody if there is none
    function pruneDue(
        bool hasUnproven,
        bool fallbackEntered,
        uint256 oldestUnprovenEpoch,
        address claimedProver,
        uint256 currentEpoch,
        uint256 offset,
        uint256 claimWindowSlots
    ) internal pure returns (bool) {
        return hasUnproven
            && (
                fallbackEntered
                || currentEpoch > oldestUnprovenEpoch + 1
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

    /// QUEUE-3. Whether an entry of the forced-inclusion queue is due: by the current epoch of L1, whatever
    /// the header says.
    function entryIsDue(uint256 includedByEpoch, uint256 currentEpoch) internal pure returns (bool) {
        return includedByEpoch <= currentEpoch;
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

    /// ESCROW-3. `heldWei`: available, withdrawing and staked together, without a bond that is due to be
    /// slashed.
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

    /// ESCROW-14. `escrow`: the contract that pays.
    function receiverIsValid(address receiver, address escrow) internal pure returns (bool) {
        return receiver != address(0) && receiver != escrow;
    }

    /// ESCROW-9. `slashedWei`: with a bond that is due to be slashed.
    function somethingWasSlashed(uint256 slashedWei) internal pure returns (bool) {
        return slashedWei > 0;
    }

    /// REWARD-5.
    function somethingToCollect(uint256 creditWei) internal pure returns (bool) {
        return creditWei > 0;
    }

    // model/l1-rollup/rules/fallback.ts

    /// FALLBACK-5. `inFallback`: whether fallback is in force in the effective state.
    function committeeIsInCharge(bool inFallback) internal pure returns (bool) {
        return !inFallback;
    }

    /// FALLBACK-9.
    function fallbackIsActive(bool inFallback) internal pure returns (bool) {
        return inFallback;
    }

    /// FALLBACK-12.
    function slotIsNotInFuture(uint256 headerSlot, uint256 slot) internal pure returns (bool) {
        return headerSlot <= slot;
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

    /// PROPOSE-10, CHALLENGE-1.
    /// @param invalidSeat first seat whose attestation is not by its member, `seats` if there is none
    /// @param areChallenged whether attestations are challenged instead, so that nobody looks for such a seat
    function attestationsAreByMembers(
        uint256 invalidSeat,
        uint256 seats,
        bool areChallenged
    ) internal pure returns (bool) {
        return areChallenged || invalidSeat == seats;
    }

    /// PROPOSE-11. `seats`: size of the given committee.
    function quorumIsReached(uint256 attestations, uint256 seats) internal pure returns (bool) {
        return attestations >= quorum(seats);
    }

    // model/l1-rollup/rules/queue.ts

    /// QUEUE-1.
    function forcedDataFits(uint256 dataBytes, uint256 forcedMaximumBytes) internal pure returns (bool) {
        return dataBytes > 0 && dataBytes <= forcedMaximumBytes;
    }

    /// QUEUE-2. `verified`: the answer of the verifier of transactions.
    function forcedProofIsValid(bool verified) internal pure returns (bool) {
        return verified;
    }

    /// QUEUE-4. `waitingForced`: entries of the queue that no block of the effective chain has taken.
    function forcedAreThere(uint256 forcedCount, uint256 waitingForced) internal pure returns (bool) {
        return forcedCount <= waitingForced;
    }

    /// QUEUE-5. `queueHash`: of the queue up to the last entry that the chain has taken with this block.
    function forcedHashMatches(bytes32 forcedHash, bytes32 queueHash) internal pure returns (bool) {
        return forcedHash == queueHash;
    }

    /// QUEUE-6. `isNextDue`: whether the first entry that is not taken after the block is due, false if there
    /// is none.
    function dueAreTaken(bool hasOthers, bool isNextDue) internal pure returns (bool) {
        return !hasOthers || !isNextDue;
    }

    /// QUEUE-7. `forcedMinimum`: m.
    function minimumIsTaken(
        uint256 forcedCount,
        uint256 forcedMinimum,
        bool isNextDue
    ) internal pure returns (bool) {
        return !isNextDue || forcedCount >= forcedMinimum;
    }

    // model/l1-rollup/rules/time.ts

    /// TIME-4. Of the block, in seconds.
    function hasStarted(uint256 timestamp, uint256 genesisTimestamp) internal pure returns (bool) {
        return timestamp >= genesisTimestamp;
    }
}
