// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// A committee as calls give it: the addresses of its members in their order, 20 bytes each, with nothing between. As a
/// list of words it would cost a quorum of 48 another 2,300 gas of zeros for each proposal.
library Members {
    uint256 private constant SIZE = 20;

    /// How many there are. Bytes after the last whole address belong to no one; no recorded committee has any.
    function count(bytes memory members) internal pure returns (uint256) {
        return members.length / SIZE;
    }

    /// @param seat counted from 0; a seat after the last one is nobody's that counts
    function at(bytes memory members, uint256 seat) internal pure returns (address member) {
        assembly ("memory-safe") {
            member := shr(96, mload(add(add(members, 32), mul(SIZE, seat))))
        }
    }

    /// Keeps members as the code of an account, where reading them costs a tenth of giving them again.
    /// @return committee commitment to them
    /// @return holder nobody if they are more than code can hold
    function publish(bytes calldata members) internal returns (bytes32 committee, address holder) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            // Twelve bytes that return all that follows them: a byte that stops, so that the code does nothing when it is
            // called, and the members.
            mstore(free, shl(152, 0x38600c900380600c5f395ff300))
            calldatacopy(add(free, 13), members.offset, members.length)
            committee := keccak256(add(free, 13), members.length)
            holder := create(0, free, add(13, members.length))
        }
    }

    /// The members that an account was made to hold; none if it holds none.
    function publishedAt(address holder) internal view returns (bytes memory members) {
        assembly ("memory-safe") {
            members := mload(0x40)
            let size := extcodesize(holder)
            size := sub(size, iszero(iszero(size)))
            mstore(members, size)
            extcodecopy(holder, add(members, 32), 1, size)
            mstore(0x40, add(add(members, 32), size))
        }
    }

    /// Those that a call gives. The compiler's own copy is larger, and stands wherever one is made.
    function copy(bytes calldata given) internal pure returns (bytes memory members) {
        assembly ("memory-safe") {
            members := mload(0x40)
            mstore(members, given.length)
            calldatacopy(add(members, 32), given.offset, given.length)
            mstore(0x40, add(add(members, 32), given.length))
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
            mstore(0x40, end)
        }
    }
}
