// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// The blobs of the transaction.
library Blobs {
    /// @return count blobs that the transaction carries
    /// @return commitment keccak256 of their packed versioned hashes, in order
    function published() internal view returns (uint256 count, bytes32 commitment) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            // BLOBHASH is zero beyond the last blob, and never before: a versioned hash starts with its version.
            for { let versionedHash := blobhash(0) } versionedHash { versionedHash := blobhash(count) } {
                mstore(add(free, shl(5, count)), versionedHash)
                count := add(count, 1)
            }
            commitment := keccak256(free, shl(5, count))
        }
    }
}
