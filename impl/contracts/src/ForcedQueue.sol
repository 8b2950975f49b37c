// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Hashes} from "./Hashes.sol";
import {Rules} from "./generated/Rules.sol";

/// The forced-inclusion queue: what entered, and its front as blocks see it. How much of it was taken belongs to the
/// blocks that took it, and is stored with the tips (PendingChain): a dropped block gives back what it took.
abstract contract ForcedQueue {
    struct QueueEntry {
        /// keccak256 of the hash of the entry before, or 0, of the hash of the transaction, and of its date: commits to
        /// the queue up to here.
        bytes32 hash;
        /// Never falls along the queue, so that the due entries are its front (QUEUE-3).
        uint64 includedByEpoch;
    }

    uint256 internal immutable FORCED_DELAY_EPOCHS;
    uint256 internal immutable FORCED_MINIMUM;
    uint256 internal immutable FORCED_MAXIMUM_BYTES;

    /// 1-based: the entry at an index is the last of the first so many.
    mapping(uint256 index => QueueEntry) internal queue;

    constructor(uint256 forcedDelayEpochs, uint256 forcedMinimum, uint256 forcedMaximumBytes) {
        FORCED_DELAY_EPOCHS = forcedDelayEpochs;
        FORCED_MINIMUM = forcedMinimum;
        FORCED_MAXIMUM_BYTES = forcedMaximumBytes;
    }

    /// What the queue says about a block that takes transactions from its front.
    /// @param taken entries that the block finds taken
    /// @param forcedCount how many it takes, which may be more than there are
    /// @param length entries that there are
    /// @return queueHash commitment to the queue up to the last entry that is taken with this block
    /// @return isNextDue whether the entry after that is due; false if there is none
    function _frontAfter(uint256 taken, uint256 forcedCount, uint256 length, uint256 currentEpoch)
        internal
        view
        returns (bytes32 queueHash, bool isNextDue)
    {
        // QUEUE-4 refuses a block that takes more: of entries that are not there, nothing is asked.
        if (forcedCount > length - taken) return (0, false);
        //= spec/clauses/QUEUE.md#queue-10
        //# The gas of a block SHOULD NOT depend on the number of transactions that it takes or that wait.
        uint256 last = taken + forcedCount;
        queueHash = _hashUpTo(last);
        isNextDue = last < length
            && Rules.entryIsDue({includedByEpoch: queue[last + 1].includedByEpoch, currentEpoch: currentEpoch});
    }

    /// Appends a transaction.
    /// @param length entries that there are
    /// @return includedByEpoch its date
    function _enter(bytes32 txHash, uint256 length, uint256 currentEpoch) internal returns (uint256 includedByEpoch) {
        includedByEpoch = Rules.includedByEpochOf({currentEpoch: currentEpoch, forcedDelayEpochs: FORCED_DELAY_EPOCHS});
        bytes32 hash = Hashes.ofWords(uint256(_hashUpTo(length)), uint256(txHash), includedByEpoch);
        queue[length + 1] = QueueEntry(hash, uint64(includedByEpoch));
    }

    /// Commitment to the first so many entries. Of none it is 0, and not read: as long as nobody uses the queue, nobody
    /// pays for it.
    function _hashUpTo(uint256 count) private view returns (bytes32) {
        return count == 0 ? bytes32(0) : queue[count].hash;
    }
}
