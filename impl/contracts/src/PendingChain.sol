// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Clock} from "./Clock.sol";
import {FallbackSessions} from "./FallbackSessions.sol";
import {Rules} from "./generated/Rules.sol";

/// The proven and the pending chain, and the live claim: what is stored, and what follows from it at the current slot.
///
/// Blocks between the tips are not stored. A pending chain spans two epochs at most (PRUNE-7): the last block of the
/// older one and the last block of all are what proofs and proposals are compared with.
abstract contract PendingChain is Clock, FallbackSessions {
    /// A slot does not fit into the 32 bits that it is stored in: 136 years of slots of one second.
    error SlotBeyondRange(uint256 slot, uint256 greatestSlot);
    /// The forced-inclusion queue has as many entries as its length can count.
    error QueueFull(uint256 length);

    /// `…NextSlot` is the slot after that of the block, 0 for genesis. When nothing is pending, all three blocks are the
    /// proven tip. All but the hashes is one word, because every event of the chain needs most of it.
    struct Tips {
        bytes32 provenHash;
        /// Last block of the oldest unproven epoch, where blocks of another are pending. Else that is the pending tip, and
        /// what this was before stays here and means nothing.
        bytes32 epochEndHash;
        bytes32 pendingHash;
        uint32 provenNextSlot;
        uint32 epochEndNextSlot;
        uint32 pendingNextSlot;
        /// The slot after the one that fallback counts from, 0 while nothing is counted, IN_SESSION in a session.
        uint32 countedFromNext;
        /// Entries of the forced-inclusion queue that the chain up to the block has taken.
        uint32 provenTaken;
        uint32 epochEndTaken;
        uint32 pendingTaken;
        /// Entries that ever entered the queue.
        uint32 queueLength;
    }

    /// What is not live any more stays here and means nothing, so that the next claim writes into words that are not zero.
    /// Its bond is what the escrow holds at stake for the prover, and only there: one claim is live in total, so a second
    /// record of the amount could differ only by mistake.
    struct LiveClaim {
        address proverAddress;
        uint64 epochToProve;
        uint16 basisPointFee;
        bool isLive;
        address claimant;
    }

    /// The chain at the current slot: what the rules ask about it, and what is stored beside hashes.
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
        /// As in Tips.
        uint256 provenNextSlot;
        uint256 epochEndNextSlot;
        uint256 pendingNextSlot;
        uint256 provenTaken;
        uint256 epochEndTaken;
        uint256 pendingTaken;
        uint256 queueLength;
        Timing timing;
    }

    /// A block that others stand on, and the chain up to it.
    struct Ancestor {
        bytes32 blockHash;
        /// 0 for genesis.
        uint256 nextSlot;
        /// Entries of the forced-inclusion queue that the chain up to it has taken.
        uint256 taken;
    }

    /// Stands for a slot counted from while there is a session.
    uint256 private constant IN_SESSION = type(uint32).max;
    /// The slot after it is the greatest that is stored.
    uint256 private constant GREATEST_SLOT = IN_SESSION - 2;

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
        _load(chain);
    }

    /// The chain after everything that is due by its slot has been carried out.
    function _effectiveChain() internal view returns (Chain memory chain) {
        _load(chain);
        _carryOutDue(chain);
    }

    function _load(Chain memory chain) private view {
        chain.slot = _currentSlot();
        chain.currentEpoch = _epochOf(chain.slot);
        chain.offset = Rules.offsetOf(chain.slot, SLOTS_PER_EPOCH);
        _loadTips(chain);
        //= spec/clauses/PROOF.md#proof-9
        //# An epoch without blocks MUST NOT need a claim or a proof.
        chain.hasUnproven = chain.pendingNextSlot != chain.provenNextSlot;
        chain.oldestUnprovenEpoch = chain.hasUnproven ? _epochOf(chain.epochEndNextSlot - 1) : 0;
        // A claim is of blocks of an epoch that has ended (CLAIM-2), and ends when they go: most proposals need not look.
        if (chain.hasUnproven && chain.oldestUnprovenEpoch < chain.currentEpoch && liveClaim.isLive) {
            (chain.claimedProver, chain.claimedEpoch) = (liveClaim.proverAddress, liveClaim.epochToProve);
        }
    }

    /// PRUNE-1 to PRUNE-3, FALLBACK-8: makes the stored chain the effective one. Stores nothing.
    function _carryOutDue(Chain memory chain) internal view {
        // By the claim as stored: as long as it is live, fallback is not entered (FALLBACK-3).
        uint256 claimDeadline = chain.claimedProver == address(0) ? 0 : (chain.claimedEpoch + 2) * SLOTS_PER_EPOCH;
        _carryOut(chain.timing, chain.slot, claimDeadline, _queueWaits(chain));
        bool pruneDue = Rules.pruneDue({
            hasUnproven: chain.hasUnproven,
            fallbackEntered: chain.timing.entries > 0,
            oldestUnprovenEpoch: chain.oldestUnprovenEpoch,
            claimedProver: chain.claimedProver,
            currentEpoch: chain.currentEpoch,
            offset: chain.offset,
            claimWindowSlots: CLAIM_WINDOW_SLOTS
        });
        if (pruneDue) _dropPending(chain);
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

    /// Hash of the last block of the oldest unproven epoch; of the proven tip if there is none.
    function _epochEndHash(Chain memory effective) internal view returns (bytes32) {
        if (effective.pruneDue) return tips.provenHash;
        return effective.epochEndNextSlot == effective.pendingNextSlot ? tips.pendingHash : tips.epochEndHash;
    }

    /// Stores what was due, but for the claim and its bond: the chain without what was dropped, and the session.
    function _storeDue(Chain memory effective) internal {
        bool modeChanged = effective.timing.changedNext != 0;
        if (effective.pruneDue) tips.pendingHash = tips.provenHash;
        if (modeChanged) _storeSession(effective.timing);
        if (effective.pruneDue || modeChanged) _storeTips(effective);
    }

    /// Appends a block of the current slot to a chain of which nothing is due any more.
    /// @param forcedCount what it takes from the queue, which is there
    function _append(Chain memory effective, bytes32 blockHash, uint256 forcedCount) internal {
        uint256 nextSlot = effective.slot + 1;
        //= spec/clauses/QUEUE.md#queue-9
        //# A taken transaction whose nullifiers are spent MUST count as included.
        uint256 taken = effective.pendingTaken + forcedCount;
        if (!effective.hasUnproven || effective.oldestUnprovenEpoch == effective.currentEpoch) {
            (effective.epochEndNextSlot, effective.epochEndTaken) = (nextSlot, taken);
        } else if (effective.epochEndNextSlot == effective.pendingNextSlot) {
            tips.epochEndHash = tips.pendingHash;
        }
        tips.pendingHash = blockHash;
        (effective.pendingNextSlot, effective.pendingTaken) = (nextSlot, taken);
        _startCount(effective.timing, effective.slot);
        _storeTips(effective);
    }

    /// Drops a block and all that stands on it from a pending chain of which nothing is due.
    /// @param blockSlot slot of the block
    function _cut(Chain memory effective, uint256 blockSlot, Ancestor memory parent) internal {
        // QUEUE-8.
        tips.pendingHash = parent.blockHash;
        (effective.pendingNextSlot, effective.pendingTaken) = (parent.nextSlot, parent.taken);
        if (_epochOf(blockSlot) == effective.oldestUnprovenEpoch) {
            (effective.epochEndNextSlot, effective.epochEndTaken) = (parent.nextSlot, parent.taken);
        }
        effective.hasUnproven = parent.nextSlot != effective.provenNextSlot;
        bool isClaimOver = !effective.hasUnproven && effective.claimedProver != address(0);
        if (isClaimOver) _putEntryOff(effective.timing, effective.slot);
        _storeTips(effective);
    }

    /// Makes the oldest unproven epoch proven. What is pending beyond it lies in one epoch, which ends with the tip.
    function _finalise(Chain memory effective) internal {
        //= spec/clauses/PRUNE.md#prune-8
        //# The proven chain MUST NOT lose a block.
        tips.provenHash = _epochEndHash(effective);
        (effective.provenNextSlot, effective.provenTaken) = (effective.epochEndNextSlot, effective.epochEndTaken);
        (effective.epochEndNextSlot, effective.epochEndTaken) = (effective.pendingNextSlot, effective.pendingTaken);
        bool isPending = effective.pendingNextSlot != effective.provenNextSlot;
        _countAdvance(effective.timing, effective.slot, isPending || _queueWaits(effective));
        _storeTips(effective);
    }

    /// Appends a block to a chain of which nothing is pending or due any more, in a session, and makes it proven.
    /// @param headerSlot slot of the block
    /// @param forcedCount what it takes from the queue, which is there
    function _appendProven(Chain memory effective, bytes32 blockHash, uint256 headerSlot, uint256 forcedCount)
        internal
    {
        //= spec/clauses/FALLBACK.md#fallback-14
        //# An accepted `proposeWithProof` MUST make the block the proven tip, with all that it takes from the
        //# queue, and count as an advance.
        // PRUNE-8: the block is on the proven tip (FALLBACK-11).
        tips.provenHash = tips.pendingHash = blockHash;
        uint256 nextSlot = headerSlot + 1;
        (effective.provenNextSlot, effective.epochEndNextSlot, effective.pendingNextSlot) =
        (nextSlot, nextSlot, nextSlot);
        uint256 taken = effective.provenTaken + forcedCount;
        (effective.provenTaken, effective.epochEndTaken, effective.pendingTaken) = (taken, taken, taken);
        _countAdvance(effective.timing, effective.slot, _queueWaits(effective));
        _storeSession(effective.timing);
        _storeTips(effective);
    }

    /// The queue has one more entry.
    function _lengthenQueue(Chain memory effective) internal {
        if (effective.queueLength == type(uint32).max) revert QueueFull(effective.queueLength);
        effective.queueLength++;
        _startCount(effective.timing, effective.slot);
        _storeTips(effective);
    }

    /// What is pending goes, and what it took from the queue waits again.
    function _dropPending(Chain memory chain) private pure {
        //= spec/clauses/PRUNE.md#prune-6
        //# The gas of a prune SHOULD NOT depend on the number of blocks that it drops.
        //= spec/clauses/QUEUE.md#queue-8
        //# An entry MUST count as included exactly when a block of the effective chain took it.
        chain.pruneDue = true;
        chain.hasUnproven = false;
        chain.oldestUnprovenEpoch = 0;
        (chain.epochEndNextSlot, chain.pendingNextSlot) = (chain.provenNextSlot, chain.provenNextSlot);
        (chain.epochEndTaken, chain.pendingTaken) = (chain.provenTaken, chain.provenTaken);
    }

    /// Whether the queue has an entry that no proven block took.
    function _queueWaits(Chain memory chain) private pure returns (bool) {
        return chain.provenTaken < chain.queueLength;
    }

    function _loadTips(Chain memory chain) private view {
        chain.provenNextSlot = tips.provenNextSlot;
        chain.epochEndNextSlot = tips.epochEndNextSlot;
        chain.pendingNextSlot = tips.pendingNextSlot;
        chain.provenTaken = tips.provenTaken;
        chain.epochEndTaken = tips.epochEndTaken;
        chain.pendingTaken = tips.pendingTaken;
        chain.queueLength = tips.queueLength;
        uint256 countedFromNext = tips.countedFromNext;
        if (countedFromNext == IN_SESSION) _loadSession(chain.timing);
        else chain.timing.countedFromNext = countedFromNext;
    }

    /// Stores all of the chain but hashes. No slot of it is later than the current one.
    function _storeTips(Chain memory chain) private {
        if (chain.slot > GREATEST_SLOT) revert SlotBeyondRange(chain.slot, GREATEST_SLOT);
        tips.provenNextSlot = uint32(chain.provenNextSlot);
        tips.epochEndNextSlot = uint32(chain.epochEndNextSlot);
        tips.pendingNextSlot = uint32(chain.pendingNextSlot);
        tips.countedFromNext = uint32(_inFallback(chain.timing) ? IN_SESSION : chain.timing.countedFromNext);
        tips.provenTaken = uint32(chain.provenTaken);
        tips.epochEndTaken = uint32(chain.epochEndTaken);
        tips.pendingTaken = uint32(chain.pendingTaken);
        tips.queueLength = uint32(chain.queueLength);
    }
}
