// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {PendingChain} from "./PendingChain.sol";

/// What pending blocks were proposed with, where signatures are challenged: a commitment to each posting, and which slots
/// have a pending block. Where signatures are verified nothing of it is read by an event or written.
abstract contract Postings is PendingChain {
    /// What a block was proposed with, and where it stands. Its commitment is keccak256 of its seven words.
    struct Post {
        uint256 slot;
        bytes32 blockHash;
        Ancestor parent;
        /// Commitment to the members (EPOCH-13).
        bytes32 committee;
        /// keccak256 of the marks and the signatures as packed words.
        bytes32 attestations;
    }

    /// 0: signatures are verified.
    uint256 internal immutable CHALLENGE_SLOTS;

    /// By slot, modulo two epochs: no pending chain spans more (PRUNE-7), so the blocks of one have a place each. What a
    /// block leaves that is pending no more stays there.
    mapping(uint256 place => bytes32) internal postings;
    /// Bit j: j slots before the pending tip there is a pending block. A bit has no meaning where the proven tip or a block
    /// before it is, none has while nothing is pending: neither a proof nor a prune has to write them.
    uint256 internal pendingSlots;

    constructor(uint256 challengeSlots) {
        CHALLENGE_SLOTS = challengeSlots;
    }

    /// Keeps what a block of the current slot is proposed with, before it is appended to the effective chain.
    function _keep(Chain memory effective, Post memory post) internal {
        //= spec/clauses/CHALLENGE.md#challenge-2
        //# An accepted `propose` MUST keep the committee and the attestations that the block was proposed with
        //# for as long as the block is pending, and with `challengeSlots` 0 nothing.
        postings[_placeOf(effective.slot)] = _commitmentTo(post);
        // Of what was pruned the marks come to stand at the proven tip and before it.
        pendingSlots = (pendingSlots << (effective.slot + 1 - effective.pendingNextSlot)) | 1;
    }

    /// Whether the effective pending chain has a block of the slot.
    function _isPending(Chain memory effective, uint256 slot) internal view returns (bool) {
        if (!effective.hasUnproven || slot < effective.provenNextSlot || slot >= effective.pendingNextSlot) {
            return false;
        }
        return (pendingSlots >> (effective.pendingNextSlot - 1 - slot)) & 1 == 1;
    }

    /// The commitment that was kept for the block of the slot, if that is pending.
    function _kept(uint256 slot) internal view returns (bytes32) {
        return postings[_placeOf(slot)];
    }

    /// The chain ends with an ancestor of its tip.
    /// @param blockSlot slot of the pending block on that ancestor
    function _cutBack(Chain memory effective, uint256 blockSlot, Ancestor memory parent) internal {
        pendingSlots >>= effective.pendingNextSlot - parent.nextSlot;
        _cut(effective, blockSlot, parent);
    }

    function _commitmentTo(Post memory post) internal pure returns (bytes32) {
        return keccak256(abi.encode(post));
    }

    function _placeOf(uint256 slot) private view returns (uint256) {
        return slot % (2 * SLOTS_PER_EPOCH);
    }
}
