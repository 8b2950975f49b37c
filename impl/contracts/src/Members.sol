// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// A committee as calls give it: the addresses of its members in their order, 20 bytes each, with nothing between. As a
/// list of words it would cost a quorum of 48 another 2,300 gas of zeros for each proposal.
library Members {
    uint256 private constant SIZE = 20;

    /// How many there are. Bytes after the last whole address belong to no one; no recorded committee has any.
    function count(bytes calldata members) internal pure returns (uint256) {
        return members.length / SIZE;
    }

    /// @param seat counted from 0; a seat after the last one is nobody's that counts
    function at(bytes calldata members, uint256 seat) internal pure returns (address member) {
        assembly ("memory-safe") {
            member := shr(96, calldataload(add(members.offset, mul(SIZE, seat))))
        }
    }

    //= spec/clauses/EPOCH.md#epoch-13
    //# A committee that a call gives MUST be the addresses of its members in their order, 20 bytes each with
    //# nothing between, and the commitment to a committee keccak256 of these bytes.
    /// A list of them as calls give it.
    function pack(address[] memory list) internal pure returns (bytes memory members) {
        assembly ("memory-safe") {
            members := mload(0x40)
            let end := add(members, 32)
            let member := add(list, 32)
            for { let last := add(member, shl(5, mload(list))) } lt(member, last) { member := add(member, 32) } {
                mstore(end, shl(96, mload(member)))
                end := add(end, SIZE)
            }
            mstore(members, sub(end, add(members, 32)))
            // The next one that takes memory begins at a whole word.
            mstore(0x40, and(add(end, 63), not(31)))
        }
    }
}
