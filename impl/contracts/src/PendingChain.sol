// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Clock} from "./Clock.sol";
import {Rules} from "./generated/Rules.sol";

/// The proven and the pending chain, and the live claim: what is stored, and what follows from it at the current slot.
///
/// Blocks between the tips are not stored. A pending chain spans two epochs at most (PRUNE-7): the last block of the
/// older one and the last block of all are what proofs and proposals are compared with.
abstract contract PendingChain is Clock {
    /// `…NextSlot` is the slot after that of the block, 0 for genesis.
    /// When nothing is pending, all three blocks are the proven tip.
    struct Tips {
        bytes32 provenHash;
        /// Last block of the oldest unproven epoch.
        bytes32 epochEndHash;
        bytes32 pendingHash;
        uint64 provenNextSlot;
        uint64 epochEndNextSlot;
        uint64 pendingNextSlot;
    }

    /// All zero when no claim is live. Its bond is what the escrow holds at stake for the prover, and only there: one
    /// claim is live in total, so a second record of the amount could differ only by mistake.
    struct LiveClaim {
        address proverAddress;
        uint64 epochToProve;
        uint16 basisPointFee;
        address claimant;
    }

    /// What the rules ask about the chain at the current slot.
    struct Chain {
        uint256 slot;
        uint256 currentEpoch;
        uint256 offset;
        bool hasUnproven;
        /// 0 if there is none.
        uint256 oldestUnprovenEpoch;
        /// Nobody if no claim is live.
        address claimedProver;
        /// 0 if no claim is live.
        uint256 claimedEpoch;
        bool pruneDue;
        /// Whose bond is due to be slashed, nobody if none is.
        address slashedProver;
    }

    uint256 internal immutable SLOTS_PER_EPOCH;
    uint256 internal immutable CLAIM_WINDOW_SLOTS;

    Tips internal tips;
    LiveClaim internal liveClaim;

    constructor(uint256 slotsPerEpoch, uint256 claimWindowSlots) {
        SLOTS_PER_EPOCH = slotsPerEpoch;
        CLAIM_WINDOW_SLOTS = claimWindowSlots;
    }

    function _epochOf(uint256 slot) internal view returns (uint256) {
        return Rules.epochOf(slot, SLOTS_PER_EPOCH);
    }

    /// The chain as stored, before anything that is due has been carried out.
    function _storedChain() internal view returns (Chain memory chain) {
        chain.slot = _currentSlot();
        chain.currentEpoch = _epochOf(chain.slot);
        chain.offset = Rules.offsetOf(chain.slot, SLOTS_PER_EPOCH);
        (uint256 provenNextSlot, uint256 epochEndNextSlot, uint256 pendingNextSlot) =
            (tips.provenNextSlot, tips.epochEndNextSlot, tips.pendingNextSlot);
        //= spec/clauses/PROOF.md#proof-9
        //# An epoch without blocks MUST NOT need a claim or a proof.
        chain.hasUnproven = pendingNextSlot != provenNextSlot;
        chain.oldestUnprovenEpoch = chain.hasUnproven ? _epochOf(epochEndNextSlot - 1) : 0;
        (chain.claimedProver, chain.claimedEpoch) = (liveClaim.proverAddress, liveClaim.epochToProve);
    }

    /// PRUNE-1, PRUNE-2, PRUNE-3: the chain after everything that is due by its slot has been carried out.
    function _effectiveChain() internal view returns (Chain memory chain) {
        chain = _storedChain();
        bool pruneDue = Rules.pruneDue({
            hasUnproven: chain.hasUnproven,
            oldestUnprovenEpoch: chain.oldestUnprovenEpoch,
            claimedProver: chain.claimedProver,
            currentEpoch: chain.currentEpoch,
            offset: chain.offset,
            claimWindowSlots: CLAIM_WINDOW_SLOTS
        });
        if (pruneDue) {
            chain.pruneDue = true;
            chain.hasUnproven = false;
            chain.oldestUnprovenEpoch = 0;
        }
        if (Rules.slashDue(chain.claimedProver, chain.claimedEpoch, chain.currentEpoch)) {
            chain.slashedProver = chain.claimedProver;
            chain.claimedProver = address(0);
            chain.claimedEpoch = 0;
        }
    }

    /// Hash of the effective pending tip.
    function _tipHash(Chain memory effective) internal view returns (bytes32) {
        return effective.pruneDue ? tips.provenHash : tips.pendingHash;
    }

    /// The slot after that of the effective pending tip.
    function _tipNextSlot(Chain memory effective) internal view returns (uint256) {
        return effective.pruneDue ? tips.provenNextSlot : tips.pendingNextSlot;
    }

    /// Hash of the last block of the oldest unproven epoch; of the proven tip if there is none.
    function _epochEndHash(Chain memory effective) internal view returns (bytes32) {
        return effective.pruneDue ? tips.provenHash : tips.epochEndHash;
    }

    /// The slot after that of the last block of the oldest unproven epoch; of the proven tip if there is none.
    function _epochEndNextSlot(Chain memory effective) internal view returns (uint256) {
        return effective.pruneDue ? tips.provenNextSlot : tips.epochEndNextSlot;
    }

    /// Drops what is pending.
    /// @return tipHash of the proven tip
    function _dropPending() internal returns (bytes32 tipHash) {
        //= spec/clauses/PRUNE.md#prune-6
        //# The gas of a prune SHOULD NOT depend on the number of blocks that it drops.
        tipHash = tips.provenHash;
        uint64 nextSlot = tips.provenNextSlot;
        tips.epochEndHash = tipHash;
        tips.pendingHash = tipHash;
        tips.epochEndNextSlot = nextSlot;
        tips.pendingNextSlot = nextSlot;
    }

    /// Appends a block of the current slot to a chain of which nothing is due any more.
    function _append(Chain memory effective, bytes32 blockHash) internal {
        uint64 nextSlot = uint64(effective.slot + 1);
        if (!effective.hasUnproven || effective.oldestUnprovenEpoch == effective.currentEpoch) {
            tips.epochEndHash = blockHash;
            tips.epochEndNextSlot = nextSlot;
        }
        tips.pendingHash = blockHash;
        tips.pendingNextSlot = nextSlot;
    }

    /// Makes the oldest unproven epoch proven; nothing else writes the proven tip. What is pending beyond it lies in one epoch, which ends with the tip.
    function _finalise() internal {
        //= spec/clauses/PRUNE.md#prune-8
        //# The proven chain MUST NOT lose a block.
        tips.provenHash = tips.epochEndHash;
        tips.provenNextSlot = tips.epochEndNextSlot;
        tips.epochEndHash = tips.pendingHash;
        tips.epochEndNextSlot = tips.pendingNextSlot;
    }
}
