// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SwapOrNot} from "./SwapOrNot.sol";

/// An ordered set that also remembers how it was before the first change of the last epoch in which it changed, and
/// before that of the epoch before, at a cost per change that does not depend on its size (VALIDATOR-5).
///
/// Every index, and the length, keeps for the last epoch that changed it the values before that epoch, `previous`, and
/// before the epoch ahead of that, `earlier`. `changedAt` is that last epoch plus two, 0 if never: the first epoch in
/// which `current` is the frozen value. In the one before it that is `previous`, and in the one before that `earlier`.
library ValidatorSet {
    /// The set has as many members as can be shuffled.
    error SetFull(uint256 length);

    struct Entry {
        address current;
        uint64 changedAt;
        address previous;
        address earlier;
    }

    struct Length {
        uint64 current;
        uint64 previous;
        uint64 earlier;
        uint64 changedAt;
    }

    struct Set {
        Length length;
        /// Zero at and beyond the length.
        mapping(uint256 index => Entry) entries;
        /// Index plus one, 0 if not a member.
        mapping(address validator => uint256) positions;
    }

    function contains(Set storage self, address validator) internal view returns (bool) {
        return self.positions[validator] != 0;
    }

    /// Appends a validator that is not a member to a set that was never frozen.
    function addInitially(Set storage self, address validator) internal {
        uint256 length = self.length.current;
        self.entries[length].current = validator;
        self.length.current = uint64(length + 1);
        self.positions[validator] = length + 1;
    }

    /// Appends a validator that is not a member.
    function add(Set storage self, address validator, uint256 epoch) internal {
        uint256 length = self.length.current;
        if (length == SwapOrNot.GREATEST_COUNT) revert SetFull(length);
        _write(self, length, validator, epoch);
        _resize(self, length + 1, epoch);
        self.positions[validator] = length + 1;
    }

    /// Removes a member; the last one takes its place.
    function remove(Set storage self, address validator, uint256 epoch) internal {
        uint256 index = self.positions[validator] - 1;
        uint256 last = self.length.current - 1;
        if (index != last) {
            address moved = self.entries[last].current;
            _write(self, index, moved, epoch);
            self.positions[moved] = index + 1;
        }
        _write(self, last, address(0), epoch);
        _resize(self, last, epoch);
        delete self.positions[validator];
    }

    function frozenLength(Set storage self, uint256 epoch) internal view returns (uint256) {
        Length memory length = self.length;
        if (length.changedAt <= epoch) return length.current;
        return length.changedAt == epoch + 1 ? length.previous : length.earlier;
    }

    /// @param index 0-based, less than the frozen length in that epoch
    /// @param epoch not before that of the last change
    function frozenAt(Set storage self, uint256 index, uint256 epoch) internal view returns (address) {
        Entry storage entry = self.entries[index];
        return entry.changedAt <= epoch ? entry.current : _beforeChanges(entry, epoch);
    }

    /// What `frozenAt` says of each index, in the memory that the indices are given in.
    function frozenMembers(Set storage self, uint256[] memory indices, uint256 epoch)
        internal
        view
        returns (address[] memory members)
    {
        mapping(uint256 => Entry) storage entries = self.entries;
        // A committee is read in every epoch: this takes 400 gas less for each of its members.
        assembly ("memory-safe") {
            members := indices
            mstore(32, entries.slot)
            let at := add(indices, 32)
            for { let end := add(at, shl(5, mload(indices))) } lt(at, end) { at := add(at, 32) } {
                mstore(0, mload(at))
                let slot := keccak256(0, 64)
                let word := sload(slot)
                let changedAt := shr(160, word)
                if gt(changedAt, epoch) { word := sload(add(slot, add(1, gt(changedAt, add(epoch, 1))))) }
                mstore(at, and(word, 0xffffffffffffffffffffffffffffffffffffffff))
            }
        }
    }

    /// Members from an index on, as many as there are up to a number.
    function toList(Set storage self, uint256 first, uint256 count) internal view returns (address[] memory) {
        // In no epoch to come is anything frozen but the set as it is.
        return frozenMembers(self, _indices(first, count, self.length.current), type(uint64).max);
    }

    /// The same of the set as it was before the first change in an epoch, which is not before that of the last change, or
    /// in the epoch before it.
    function toFrozenList(Set storage self, uint256 first, uint256 count, uint256 epoch)
        internal
        view
        returns (address[] memory)
    {
        //= spec/clauses/VALIDATOR.md#validator-5
        //# The frozen set of epoch N MUST be the set as it was before the first change in epoch N−1 or N.
        return frozenMembers(self, _indices(first, count, frozenLength(self, epoch)), epoch);
    }

    /// Indices from `first` on that are less than `length`, at most `count`.
    function _indices(uint256 first, uint256 count, uint256 length) private pure returns (uint256[] memory indices) {
        uint256 left = first < length ? length - first : 0;
        indices = new uint256[](count < left ? count : left);
        for (uint256 at = 0; at < indices.length; at++) {
            indices[at] = first + at;
        }
    }

    /// The frozen value of an entry that an epoch changed, or the one before it.
    function _beforeChanges(Entry storage entry, uint256 epoch) private view returns (address) {
        return entry.changedAt == epoch + 1 ? entry.previous : entry.earlier;
    }

    function _write(Set storage self, uint256 index, address validator, uint256 epoch) private {
        Entry storage entry = self.entries[index];
        if (entry.changedAt != epoch + 2) {
            // Of a place that was never used there is nothing to keep: a new validator does not pay for that.
            if (entry.current != address(0) || entry.changedAt != 0) {
                entry.earlier = entry.changedAt == epoch + 1 ? entry.previous : entry.current;
                entry.previous = entry.current;
            }
            entry.changedAt = uint64(epoch + 2);
        }
        entry.current = validator;
    }

    function _resize(Set storage self, uint256 size, uint256 epoch) private {
        Length storage length = self.length;
        if (length.changedAt != epoch + 2) {
            length.earlier = length.changedAt == epoch + 1 ? length.previous : length.current;
            length.previous = length.current;
            length.changedAt = uint64(epoch + 2);
        }
        length.current = uint64(size);
    }
}
