// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import "./Refusals.sol";
import {Rules} from "./Rules.sol";

library Checks {
    struct ProposeHeader {
        uint256 committeeSize;
        bytes32 givenCommittee;
        bytes32 committeeInForce;
        uint256 headerSlot;
        uint256 slot;
        uint256 headerTimestamp;
        uint256 startOfHeaderSlot;
        bytes32 parentHash;
        bytes32 tipHash;
        uint256 nextSlot;
        address caller;
        address proposer;
        uint256 publishedBlobs;
        bytes32 headerBlobs;
        bytes32 publishedBlobsHash;
    }

    function proposeHeader(ProposeHeader memory given) internal pure {
        // PROPOSE-1
        if (!Rules.committeeNotEmpty(given.committeeSize)) {
            revert CommitteeEmpty(given.committeeSize);
        }
        // PROPOSE-2
        if (!Rules.committeeIsInForce(given.givenCommittee, given.committeeInForce)) {
            revert CommitteeMismatch(given.givenCommittee, given.committeeInForce);
        }
        // PROPOSE-3
        if (!Rules.slotIsCurrent(given.headerSlot, given.slot)) {
            revert SlotNotCurrent(given.headerSlot, given.slot);
        }
        // PROPOSE-4
        if (!Rules.timestampIsStartOfSlot(given.headerTimestamp, given.startOfHeaderSlot)) {
            revert TimestampMismatch(given.headerTimestamp, given.startOfHeaderSlot);
        }
        // PROPOSE-5
        if (!Rules.parentIsTip(given.parentHash, given.tipHash)) {
            revert ParentNotTip(given.parentHash, given.tipHash);
        }
        // PROPOSE-6
        if (!Rules.slotIsFree(given.headerSlot, given.nextSlot)) {
            revert SlotTaken(given.headerSlot, given.nextSlot);
        }
        // PROPOSE-7
        if (!Rules.callerIsProposer(given.caller, given.proposer)) {
            revert CallerNotProposer(given.caller, given.proposer);
        }
        // PROPOSE-8
        if (!Rules.blobsArePublished(given.publishedBlobs)) {
            revert BlobsMissing(given.publishedBlobs);
        }
        // PROPOSE-9
        if (!Rules.blobHashesMatch(given.headerBlobs, given.publishedBlobsHash)) {
            revert BlobHashesMismatch(given.headerBlobs, given.publishedBlobsHash);
        }
    }

    function proposeAttestations(uint256 invalidSeat, uint256 seats, uint256 attestations) internal pure {
        // PROPOSE-10
        if (!Rules.attestationsAreByMembers(invalidSeat, seats)) {
            revert AttestationInvalid(invalidSeat, seats);
        }
        // PROPOSE-11
        if (!Rules.quorumIsReached(attestations, seats)) {
            revert QuorumNotReached(attestations, seats);
        }
    }

    struct ClaimEpochProofRightQuote {
        uint256 offset;
        uint256 claimWindowSlots;
        bool hasUnproven;
        uint256 oldestUnprovenEpoch;
        uint256 currentEpoch;
        uint256 quoteEpoch;
        address claimedProver;
        uint256 committeeSize;
        bytes32 givenCommittee;
        bytes32 committeeInForce;
        address caller;
        address proposer;
        uint256 slot;
        uint256 validUntilSlot;
        uint256 bondWei;
        uint256 minimumBondWei;
        uint256 basisPointFee;
        uint256 availableWei;
        uint256 withdrawingWei;
    }

    function claimEpochProofRightQuote(ClaimEpochProofRightQuote memory given) internal pure {
        // CLAIM-1
        if (!Rules.claimWindowOpen(given.offset, given.claimWindowSlots)) {
            revert ClaimWindowClosed(given.offset, given.claimWindowSlots);
        }
        // CLAIM-2
        if (!Rules.somethingToClaim(given.hasUnproven, given.oldestUnprovenEpoch, given.currentEpoch)) {
            revert NothingToClaim(given.oldestUnprovenEpoch, given.currentEpoch);
        }
        // CLAIM-3
        if (!Rules.quoteIsForPrecedingEpoch(given.quoteEpoch, given.currentEpoch)) {
            revert QuoteForOtherEpoch(given.quoteEpoch, given.currentEpoch);
        }
        // CLAIM-4
        if (!Rules.noClaimIsLive(given.claimedProver)) {
            revert ClaimAlreadyMade(given.claimedProver);
        }
        // PROPOSE-1
        if (!Rules.committeeNotEmpty(given.committeeSize)) {
            revert CommitteeEmpty(given.committeeSize);
        }
        // PROPOSE-2
        if (!Rules.committeeIsInForce(given.givenCommittee, given.committeeInForce)) {
            revert CommitteeMismatch(given.givenCommittee, given.committeeInForce);
        }
        // PROPOSE-7
        if (!Rules.callerIsProposer(given.caller, given.proposer)) {
            revert CallerNotProposer(given.caller, given.proposer);
        }
        // CLAIM-5
        if (!Rules.quoteIsValid(given.slot, given.validUntilSlot)) {
            revert QuoteExpired(given.slot, given.validUntilSlot);
        }
        // CLAIM-6
        if (!Rules.bondIsEnough(given.bondWei, given.minimumBondWei)) {
            revert BondBelowMinimum(given.bondWei, given.minimumBondWei);
        }
        // CLAIM-7
        if (!Rules.feeIsAllowed(given.basisPointFee)) {
            revert FeeAboveMaximum(given.basisPointFee);
        }
        // CLAIM-8
        if (!Rules.escrowCovers(given.availableWei, given.withdrawingWei, given.bondWei)) {
            revert EscrowInsufficient(given.availableWei, given.withdrawingWei, given.bondWei);
        }
    }

    function claimEpochProofRightSignature(address signer, address prover) internal pure {
        // CLAIM-9
        if (!Rules.quoteIsSigned(signer, prover)) {
            revert QuoteSignatureInvalid(signer, prover);
        }
    }

    function submitEpochProofRange(bool hasUnproven, uint256 oldestUnprovenEpoch, uint256 currentEpoch, bytes32 fromHash, bytes32 provenHash, bytes32 toHash, bytes32 epochEndHash) internal pure {
        // PROOF-1
        if (!Rules.somethingToProve(hasUnproven)) {
            revert NothingToProve();
        }
        // PROOF-2
        if (!Rules.epochHasEnded(hasUnproven, oldestUnprovenEpoch, currentEpoch)) {
            revert EpochNotEnded(oldestUnprovenEpoch, currentEpoch);
        }
        // PROOF-3
        if (!Rules.proofStartsAtProvenTip(fromHash, provenHash)) {
            revert ProofStartMismatch(fromHash, provenHash);
        }
        // PROOF-4
        if (!Rules.proofEndsWithEpoch(toHash, epochEndHash)) {
            revert ProofEndMismatch(toHash, epochEndHash);
        }
    }

    function submitEpochProofProof(bool verified) internal pure {
        // PROOF-5
        if (!Rules.proofIsValid(verified)) {
            revert ProofInvalid();
        }
    }

    function prune(bool hasUnproven, uint256 oldestUnprovenEpoch, address claimedProver, uint256 currentEpoch, uint256 offset, uint256 claimWindowSlots) internal pure {
        // PRUNE-5
        if (!Rules.pruneDue(hasUnproven, oldestUnprovenEpoch, claimedProver, currentEpoch, offset, claimWindowSlots)) {
            revert NothingToPrune(oldestUnprovenEpoch, claimedProver, currentEpoch, offset, claimWindowSlots);
        }
    }

    function setupEpoch(uint256 lastSampledEpoch, uint256 sampledEpoch) internal pure {
        // EPOCH-1
        if (!Rules.epochIsNotSampled(lastSampledEpoch, sampledEpoch)) {
            revert EpochAlreadySampled(lastSampledEpoch, sampledEpoch);
        }
    }

    function addValidator(address caller, address administrator, address validator, bool isRegistered) internal pure {
        // VALIDATOR-1
        if (!Rules.callerIsAdministrator(caller, administrator)) {
            revert CallerNotAdministrator(caller, administrator);
        }
        // VALIDATOR-2
        if (!Rules.validatorIsNotZero(validator)) {
            revert ValidatorZero(validator);
        }
        // VALIDATOR-3
        if (!Rules.validatorIsNew(validator, isRegistered)) {
            revert ValidatorAlreadyRegistered(validator);
        }
    }

    function removeValidator(address caller, address administrator, address validator, bool isRegistered) internal pure {
        // VALIDATOR-1
        if (!Rules.callerIsAdministrator(caller, administrator)) {
            revert CallerNotAdministrator(caller, administrator);
        }
        // VALIDATOR-4
        if (!Rules.validatorIsRegistered(validator, isRegistered)) {
            revert ValidatorNotRegistered(validator);
        }
    }

    function deposit(uint256 amountWei, uint256 tokenBalanceWei, uint256 heldWei, uint256 escrowCapWei) internal pure {
        // ESCROW-1
        if (!Rules.amountIsPositive(amountWei)) {
            revert AmountZero(amountWei);
        }
        // ESCROW-2
        if (!Rules.tokensCover(tokenBalanceWei, amountWei)) {
            revert TokenBalanceInsufficient(tokenBalanceWei, amountWei);
        }
        // ESCROW-3
        if (!Rules.depositFits(heldWei, amountWei, escrowCapWei)) {
            revert EscrowCapExceeded(heldWei, amountWei, escrowCapWei);
        }
    }

    function startWithdrawal(uint256 amountWei, uint256 availableWei, uint256 withdrawingWei) internal pure {
        // ESCROW-1
        if (!Rules.amountIsPositive(amountWei)) {
            revert AmountZero(amountWei);
        }
        // ESCROW-5
        if (!Rules.availableCovers(availableWei, amountWei)) {
            revert AvailableInsufficient(availableWei, amountWei);
        }
        // ESCROW-6
        if (!Rules.noWithdrawalIsPending(withdrawingWei)) {
            revert WithdrawalPending(withdrawingWei);
        }
    }

    function executeWithdrawal(uint256 withdrawingWei, uint256 slot, uint256 unlockSlot) internal pure {
        // ESCROW-8
        if (!Rules.withdrawalIsPending(withdrawingWei)) {
            revert NoWithdrawal(withdrawingWei);
        }
        // ESCROW-7
        if (!Rules.withdrawalIsUnlocked(slot, unlockSlot)) {
            revert WithdrawalLocked(slot, unlockSlot);
        }
    }

    function collectSlashed(uint256 slashedWei) internal pure {
        // ESCROW-9
        if (!Rules.somethingWasSlashed(slashedWei)) {
            revert NothingSlashed(slashedWei);
        }
    }

    function collectReward(uint256 creditWei) internal pure {
        // REWARD-5
        if (!Rules.somethingToCollect(creditWei)) {
            revert NothingToCollect(creditWei);
        }
    }

}
