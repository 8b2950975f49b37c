// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Attestations, Signature} from "./IRollup.sol";

/// Every hash of the protocol that is no typed data: keccak256 of words, as `abi.encode` lays them out, or of bytes, without
/// the copies that the compiler makes of them.
library Hashes {
    function ofWords(uint256 first, uint256 second) internal pure returns (bytes32 hash) {
        assembly ("memory-safe") {
            mstore(0, first)
            mstore(32, second)
            hash := keccak256(0, 64)
        }
    }

    function ofWords(uint256 first, uint256 second, uint256 third) internal pure returns (bytes32 hash) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(free, first)
            mstore(add(free, 32), second)
            mstore(add(free, 64), third)
            hash := keccak256(free, 96)
        }
    }

    /// Of a list of words, without its length.
    function ofList(bytes32[] calldata words) internal pure returns (bytes32 hash) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            let size := shl(5, words.length)
            calldatacopy(free, words.offset, size)
            hash := keccak256(free, size)
        }
    }

    function ofBytes(bytes calldata data) internal pure returns (bytes32 hash) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            calldatacopy(free, data.offset, data.length)
            hash := keccak256(free, data.length)
        }
    }

    /// Of marks and of signatures, which are two words each, without their number.
    function ofAttestations(Attestations calldata attestations) internal pure returns (bytes32 hash) {
        uint256 markedSeats = attestations.markedSeats;
        Signature[] calldata signatures = attestations.signatures;
        assembly ("memory-safe") {
            let free := mload(0x40)
            let size := shl(6, signatures.length)
            mstore(free, markedSeats)
            calldatacopy(add(free, 32), signatures.offset, size)
            hash := keccak256(free, add(size, 32))
        }
    }
}
