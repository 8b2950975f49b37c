// SPDX-License-Identifier: Apache-2.0
// Generated from model/l1-rollup/l1-rollup.machine.ts by `npm run generate`. Do not edit.
pragma solidity 0.8.37;

import {Epoch, Slot} from "../Units.sol";
import "./Refusals.sol";
import {Rules} from "./Rules.sol";

/// The checks of each event, in their order; the first that fails is the refusal.
library Checks {
    function proposeMode(uint256 timestamp, uint256 genesisTimestamp, bool inFallback) internal pure {
        // TIME-4
        if (!Rules.hasStarted(timestamp, genesisTimestamp)) {
            revert NotStarted(timestamp, genesisTimestamp);
        }
        if (!Rules.committeeIsInCharge(inFallback)) revert FallbackActive(); // FALLBACK-5
    }

    function proposeCommittee(
        uint256 committeeSize,
        bytes32 givenCommittee,
        bytes32 committeeInForce
    ) internal pure {
        if (!Rules.committeeNotEmpty(committeeSize)) revert CommitteeEmpty(); // PROPOSE-1
        // PROPOSE-2
        if (!Rules.committeeIsInForce(givenCommittee, committeeInForce)) {
            revert CommitteeMismatch(givenCommittee, committeeInForce);
        }
    }

    function proposeHeader(
        uint256 headerSlot,
        uint256 slot,
        uint256 headerTimestamp,
        uint256 startOfHeaderSlot,
        bytes32 parentHash,
        bytes32 tipHash,
        uint256 nextSlot,
        address caller,
        address proposer
    ) internal pure {
        // PROPOSE-3
        if (!Rules.slotIsCurrent(headerSlot, slot)) {
            revert SlotNotCurrent(Slot.wrap(headerSlot), Slot.wrap(slot));
        }
        // PROPOSE-4
        if (!Rules.timestampIsStartOfSlot(headerTimestamp, startOfHeaderSlot)) {
            revert TimestampMismatch(headerTimestamp, startOfHeaderSlot);
        }
        if (!Rules.parentIsTip(parentHash, tipHash)) revert ParentNotTip(parentHash, tipHash); // PROPOSE-5
        // PROPOSE-6
        if (!Rules.slotIsFree(headerSlot, nextSlot)) {
            revert SlotTaken(Slot.wrap(headerSlot), Slot.wrap(nextSlot));
        }
        // PROPOSE-7
        if (!Rules.callerIsProposer(caller, proposer)) {
            revert CallerNotProposer(caller, proposer);
        }
    }

    function proposeBlobs(
        uint256 publishedBlobs,
        bytes32 headerBlobs,
        bytes32 publishedBlobsHash
    ) internal pure {
        if (!Rules.blobsArePublished(publishedBlobs)) revert BlobsMissing(); // PROPOSE-8
        // PROPOSE-9
        if (!Rules.blobHashesMatch(headerBlobs, publishedBlobsHash)) {
            revert BlobHashesMismatch(headerBlobs, publishedBlobsHash);
        }
    }

    function proposeForced(
        uint256 forcedCount,
        uint256 waitingForced,
        bytes32 forcedHash,
        bytes32 queueHash,
        bool hasOthers,
        bool isNextDue,
        uint256 forcedMinimum
    ) internal pure {
        // QUEUE-4
        if (!Rules.forcedAreThere(forcedCount, waitingForced)) {
            revert ForcedBeyondQueue(forcedCount, waitingForced);
        }
        // QUEUE-5
        if (!Rules.forcedHashMatches(forcedHash, queueHash)) {
            revert ForcedHashMismatch(forcedHash, queueHash);
        }
        if (!Rules.dueAreTaken(hasOthers, isNextDue)) revert ForcedTransactionsDue(); // QUEUE-6
        // QUEUE-7
        if (!Rules.minimumIsTaken(forcedCount, forcedMinimum, isNextDue)) {
            revert ForcedBelowMinimum(forcedCount, forcedMinimum);
        }
    }

    function proposeAttestations(
        uint256 invalidSeat,
        uint256 seats,
        bool areChallenged,
        uint256 attestations
    ) internal pure {
        // PROPOSE-10
        if (!Rules.attestationsAreByMembers(invalidSeat, seats, areChallenged)) {
            revert AttestationInvalid(invalidSeat, seats);
        }
        // PROPOSE-11
        if (!Rules.quorumIsReached(attestations, seats)) {
            revert QuorumNotReached(attestations, seats);
        }
    }

    function challengeBlock(
        uint256 timestamp,
        uint256 genesisTimestamp,
        uint256 challengedSlot,
        uint256 challengeSlots,
        bool isLive
    ) internal pure {
        // TIME-4
        if (!Rules.hasStarted(timestamp, genesisTimestamp)) {
            revert NotStarted(timestamp, genesisTimestamp);
        }
        // CHALLENGE-3
        if (!Rules.somethingToChallenge(challengedSlot, challengeSlots, isLive)) {
            revert NothingToChallenge(Slot.wrap(challengedSlot), challengeSlots);
        }
    }

    function challengePosting(
        bytes32 givenPosting,
        bytes32 storedPosting,
        uint256 slot,
        uint256 challengedSlot,
        uint256 challengeSlots
    ) internal pure {
        // CHALLENGE-4
        if (!Rules.postingMatches(givenPosting, storedPosting)) {
            revert PostingMismatch(givenPosting, storedPosting);
        }
        // CHALLENGE-5
        if (!Rules.challengeIsInTime(slot, challengedSlot, challengeSlots)) {
            revert ChallengeTooLate(Slot.wrap(slot), Slot.wrap(challengedSlot), challengeSlots);
        }
    }

    function challengeAttestation(
        uint256 seat,
        uint256 seats,
        bool isGiven,
        address signer,
        address member
    ) internal pure {
        // CHALLENGE-6
        if (!Rules.attestationIsFalse(seat, seats, isGiven, signer, member)) {
            revert ChallengeUnfounded(seat, seats, signer, member);
        }
    }

    function claimEpochProofRightMode(
        uint256 timestamp,
        uint256 genesisTimestamp,
        bool inFallback
    ) internal pure {
        // TIME-4
        if (!Rules.hasStarted(timestamp, genesisTimestamp)) {
            revert NotStarted(timestamp, genesisTimestamp);
        }
        if (!Rules.committeeIsInCharge(inFallback)) revert FallbackActive(); // FALLBACK-5
    }

    function claimEpochProofRightEpoch(
        uint256 offset,
        uint256 claimWindowSlots,
        bool hasUnproven,
        uint256 oldestUnprovenEpoch,
        uint256 currentEpoch,
        uint256 epochToProve,
        address claimedProver
    ) internal pure {
        // CLAIM-1
        if (!Rules.claimWindowOpen(offset, claimWindowSlots)) {
            revert ClaimWindowClosed(offset, claimWindowSlots);
        }
        // CLAIM-2
        if (!Rules.somethingToClaim(hasUnproven, oldestUnprovenEpoch, currentEpoch)) {
            revert NothingToClaim(Epoch.wrap(oldestUnprovenEpoch), Epoch.wrap(currentEpoch));
        }
        // CLAIM-3
        if (!Rules.quoteIsForPrecedingEpoch(epochToProve, currentEpoch)) {
            revert QuoteForOtherEpoch(Epoch.wrap(epochToProve), Epoch.wrap(currentEpoch));
        }
        if (!Rules.noClaimIsLive(claimedProver)) revert ClaimAlreadyMade(claimedProver); // CLAIM-4
    }

    function claimEpochProofRightClaimant(
        uint256 committeeSize,
        bytes32 givenCommittee,
        bytes32 committeeInForce,
        address caller,
        address proposer
    ) internal pure {
        if (!Rules.committeeNotEmpty(committeeSize)) revert CommitteeEmpty(); // PROPOSE-1
        // PROPOSE-2
        if (!Rules.committeeIsInForce(givenCommittee, committeeInForce)) {
            revert CommitteeMismatch(givenCommittee, committeeInForce);
        }
        // PROPOSE-7
        if (!Rules.callerIsProposer(caller, proposer)) {
            revert CallerNotProposer(caller, proposer);
        }
    }

    function claimEpochProofRightQuote(
        uint256 slot,
        uint256 validUntilSlot,
        uint256 bondAmount,
        uint256 minimumBondWei,
        uint256 basisPointFee
    ) internal pure {
        // CLAIM-5
        if (!Rules.quoteIsValid(slot, validUntilSlot)) {
            revert QuoteExpired(Slot.wrap(slot), Slot.wrap(validUntilSlot));
        }
        // CLAIM-6
        if (!Rules.bondIsEnough(bondAmount, minimumBondWei)) {
            revert BondBelowMinimum(bondAmount, minimumBondWei);
        }
        if (!Rules.feeIsAllowed(basisPointFee)) revert FeeAboveMaximum(basisPointFee); // CLAIM-7
    }

    function claimEpochProofRightBond(
        uint256 availableWei,
        uint256 withdrawingWei,
        uint256 bondAmount
    ) internal pure {
        // CLAIM-8
        if (!Rules.escrowCovers(availableWei, withdrawingWei, bondAmount)) {
            revert EscrowInsufficient(availableWei, withdrawingWei, bondAmount);
        }
    }

    function claimEpochProofRightSignature(address signer, address proverAddress) internal pure {
        // CLAIM-9
        if (!Rules.quoteIsSigned(signer, proverAddress)) {
            revert QuoteSignatureInvalid(signer, proverAddress);
        }
    }

    function submitEpochProofEpoch(
        uint256 timestamp,
        uint256 genesisTimestamp,
        bool hasUnproven,
        uint256 oldestUnprovenEpoch,
        uint256 currentEpoch,
        uint256 slot,
        uint256 epochEndSlot,
        uint256 challengeSlots
    ) internal pure {
        // TIME-4
        if (!Rules.hasStarted(timestamp, genesisTimestamp)) {
            revert NotStarted(timestamp, genesisTimestamp);
        }
        if (!Rules.somethingToProve(hasUnproven)) revert NothingToProve(); // PROOF-1
        // PROOF-2
        if (!Rules.epochHasEnded(hasUnproven, oldestUnprovenEpoch, currentEpoch)) {
            revert EpochNotEnded(Epoch.wrap(oldestUnprovenEpoch), Epoch.wrap(currentEpoch));
        }
        // CHALLENGE-9
        if (!Rules.challengesAreOver(hasUnproven, slot, epochEndSlot, challengeSlots)) {
            revert ChallengeOpen(Slot.wrap(slot), Slot.wrap(epochEndSlot), challengeSlots);
        }
    }

    function submitEpochProofBlocks(
        bytes32 fromHash,
        bytes32 provenHash,
        bytes32 toHash,
        bytes32 epochEndHash
    ) internal pure {
        // PROOF-3
        if (!Rules.proofStartsAtProvenTip(fromHash, provenHash)) {
            revert ProofStartMismatch(fromHash, provenHash);
        }
        // PROOF-4
        if (!Rules.proofEndsWithEpoch(toHash, epochEndHash)) {
            revert ProofEndMismatch(toHash, epochEndHash);
        }
    }

    function submitEpochProofVerification(
        bool verified,
        bool submissionIsOpen,
        address caller,
        address claimedProver
    ) internal pure {
        if (!Rules.proofIsValid(verified)) revert ProofInvalid(); // PROOF-5
        // PROOF-10
        if (!Rules.callerMayProve(submissionIsOpen, caller, claimedProver)) {
            revert CallerNotProver(caller, claimedProver);
        }
    }

    function proposeWithProofMode(
        uint256 timestamp,
        uint256 genesisTimestamp,
        bool inFallback
    ) internal pure {
        // TIME-4
        if (!Rules.hasStarted(timestamp, genesisTimestamp)) {
            revert NotStarted(timestamp, genesisTimestamp);
        }
        if (!Rules.fallbackIsActive(inFallback)) revert FallbackNotActive(); // FALLBACK-9
    }

    function proposeWithProofHeader(
        uint256 headerSlot,
        uint256 slot,
        uint256 headerTimestamp,
        uint256 startOfHeaderSlot,
        bytes32 parentHash,
        bytes32 tipHash,
        uint256 nextSlot
    ) internal pure {
        // FALLBACK-12
        if (!Rules.slotIsNotInFuture(headerSlot, slot)) {
            revert SlotInFuture(Slot.wrap(headerSlot), Slot.wrap(slot));
        }
        // PROPOSE-4
        if (!Rules.timestampIsStartOfSlot(headerTimestamp, startOfHeaderSlot)) {
            revert TimestampMismatch(headerTimestamp, startOfHeaderSlot);
        }
        if (!Rules.parentIsTip(parentHash, tipHash)) revert ParentNotTip(parentHash, tipHash); // PROPOSE-5
        // PROPOSE-6
        if (!Rules.slotIsFree(headerSlot, nextSlot)) {
            revert SlotTaken(Slot.wrap(headerSlot), Slot.wrap(nextSlot));
        }
    }

    function proposeWithProofBlobs(
        uint256 publishedBlobs,
        bytes32 headerBlobs,
        bytes32 publishedBlobsHash
    ) internal pure {
        if (!Rules.blobsArePublished(publishedBlobs)) revert BlobsMissing(); // PROPOSE-8
        // PROPOSE-9
        if (!Rules.blobHashesMatch(headerBlobs, publishedBlobsHash)) {
            revert BlobHashesMismatch(headerBlobs, publishedBlobsHash);
        }
    }

    function proposeWithProofForced(
        uint256 forcedCount,
        uint256 waitingForced,
        bytes32 forcedHash,
        bytes32 queueHash,
        bool hasOthers,
        bool isNextDue,
        uint256 forcedMinimum
    ) internal pure {
        // QUEUE-4
        if (!Rules.forcedAreThere(forcedCount, waitingForced)) {
            revert ForcedBeyondQueue(forcedCount, waitingForced);
        }
        // QUEUE-5
        if (!Rules.forcedHashMatches(forcedHash, queueHash)) {
            revert ForcedHashMismatch(forcedHash, queueHash);
        }
        if (!Rules.dueAreTaken(hasOthers, isNextDue)) revert ForcedTransactionsDue(); // QUEUE-6
        // QUEUE-7
        if (!Rules.minimumIsTaken(forcedCount, forcedMinimum, isNextDue)) {
            revert ForcedBelowMinimum(forcedCount, forcedMinimum);
        }
    }

    function proposeWithProofVerification(bool verified) internal pure {
        if (!Rules.proofIsValid(verified)) revert ProofInvalid(); // PROOF-5
    }

    function forceInclusionData(
        uint256 timestamp,
        uint256 genesisTimestamp,
        uint256 dataBytes,
        uint256 forcedMaximumBytes
    ) internal pure {
        // TIME-4
        if (!Rules.hasStarted(timestamp, genesisTimestamp)) {
            revert NotStarted(timestamp, genesisTimestamp);
        }
        // QUEUE-1
        if (!Rules.forcedDataFits(dataBytes, forcedMaximumBytes)) {
            revert ForcedDataUnfit(dataBytes, forcedMaximumBytes);
        }
    }

    function forceInclusionVerification(bool verified) internal pure {
        if (!Rules.forcedProofIsValid(verified)) revert ForcedProofInvalid(); // QUEUE-2
    }

    function prune(
        uint256 timestamp,
        uint256 genesisTimestamp,
        bool hasUnproven,
        bool fallbackEntered,
        uint256 oldestUnprovenEpoch,
        address claimedProver,
        uint256 currentEpoch,
        uint256 offset,
        uint256 claimWindowSlots
    ) internal pure {
        // TIME-4
        if (!Rules.hasStarted(timestamp, genesisTimestamp)) {
            revert NotStarted(timestamp, genesisTimestamp);
        }
        // PRUNE-5
        if (!Rules.pruneDue(
            hasUnproven,
            fallbackEntered,
            oldestUnprovenEpoch,
            claimedProver,
            currentEpoch,
            offset,
            claimWindowSlots
        )) {
            revert NothingToPrune(
                Epoch.wrap(oldestUnprovenEpoch),
                claimedProver,
                Epoch.wrap(currentEpoch),
                offset,
                claimWindowSlots
            );
        }
    }

    function setupEpoch(
        uint256 timestamp,
        uint256 genesisTimestamp,
        uint256 lastSampledEpoch,
        uint256 sampledEpoch
    ) internal pure {
        // TIME-4
        if (!Rules.hasStarted(timestamp, genesisTimestamp)) {
            revert NotStarted(timestamp, genesisTimestamp);
        }
        // EPOCH-1
        if (!Rules.epochIsNotSampled(lastSampledEpoch, sampledEpoch)) {
            revert EpochAlreadySampled(Epoch.wrap(lastSampledEpoch), Epoch.wrap(sampledEpoch));
        }
    }

    function addValidatorTime(uint256 timestamp, uint256 genesisTimestamp) internal pure {
        // TIME-4
        if (!Rules.hasStarted(timestamp, genesisTimestamp)) {
            revert NotStarted(timestamp, genesisTimestamp);
        }
    }

    function addValidatorRegistration(
        address caller,
        address administrator,
        address validator,
        bool isRegistered
    ) internal pure {
        // VALIDATOR-1
        if (!Rules.callerIsAdministrator(caller, administrator)) {
            revert CallerNotAdministrator(caller, administrator);
        }
        if (!Rules.validatorIsNotZero(validator)) revert ValidatorZero(); // VALIDATOR-2
        // VALIDATOR-3
        if (!Rules.validatorIsNew(validator, isRegistered)) {
            revert ValidatorAlreadyRegistered(validator);
        }
    }

    function removeValidator(
        uint256 timestamp,
        uint256 genesisTimestamp,
        address caller,
        address administrator,
        address validator,
        bool isRegistered
    ) internal pure {
        // TIME-4
        if (!Rules.hasStarted(timestamp, genesisTimestamp)) {
            revert NotStarted(timestamp, genesisTimestamp);
        }
        // VALIDATOR-1
        if (!Rules.callerIsAdministrator(caller, administrator)) {
            revert CallerNotAdministrator(caller, administrator);
        }
        // VALIDATOR-4
        if (!Rules.validatorIsRegistered(validator, isRegistered)) {
            revert ValidatorNotRegistered(validator);
        }
    }

    function deposit(
        uint256 amountWei,
        uint256 tokenBalanceWei,
        uint256 heldWei,
        uint256 escrowCapWei
    ) internal pure {
        if (!Rules.amountIsPositive(amountWei)) revert AmountZero(); // ESCROW-1
        // ESCROW-2
        if (!Rules.tokensCover(tokenBalanceWei, amountWei)) {
            revert TokenBalanceInsufficient(tokenBalanceWei, amountWei);
        }
        // ESCROW-3
        if (!Rules.depositFits(heldWei, amountWei, escrowCapWei)) {
            revert EscrowCapExceeded(heldWei, amountWei, escrowCapWei);
        }
    }

    function startWithdrawal(
        uint256 timestamp,
        uint256 genesisTimestamp,
        uint256 amountWei,
        uint256 availableWei,
        uint256 withdrawingWei
    ) internal pure {
        // TIME-4
        if (!Rules.hasStarted(timestamp, genesisTimestamp)) {
            revert NotStarted(timestamp, genesisTimestamp);
        }
        if (!Rules.amountIsPositive(amountWei)) revert AmountZero(); // ESCROW-1
        // ESCROW-5
        if (!Rules.availableCovers(availableWei, amountWei)) {
            revert AvailableInsufficient(availableWei, amountWei);
        }
        // ESCROW-6
        if (!Rules.noWithdrawalIsPending(withdrawingWei)) {
            revert WithdrawalPending(withdrawingWei);
        }
    }

    function executeWithdrawal(
        uint256 timestamp,
        uint256 genesisTimestamp,
        uint256 slot,
        uint256 unlockSlot,
        uint256 withdrawingWei,
        address receiver,
        address escrow
    ) internal pure {
        // TIME-4
        if (!Rules.hasStarted(timestamp, genesisTimestamp)) {
            revert NotStarted(timestamp, genesisTimestamp);
        }
        // ESCROW-7
        if (!Rules.withdrawalIsUnlocked(slot, unlockSlot)) {
            revert WithdrawalLocked(Slot.wrap(slot), Slot.wrap(unlockSlot));
        }
        if (!Rules.withdrawalIsPending(withdrawingWei)) revert NoWithdrawal(); // ESCROW-8
        if (!Rules.receiverIsValid(receiver, escrow)) revert ReceiverInvalid(receiver, escrow); // ESCROW-14
    }

    function collectSlashed(uint256 slashedWei) internal pure {
        if (!Rules.somethingWasSlashed(slashedWei)) revert NothingSlashed(); // ESCROW-9
    }

    function collectReward(uint256 creditWei) internal pure {
        if (!Rules.somethingToCollect(creditWei)) revert NothingToCollect(); // REWARD-5
    }
}
