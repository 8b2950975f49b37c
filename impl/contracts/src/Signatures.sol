// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Signature} from "./IRollup.sol";

library Signatures {
    /// Greatest s that counts: of the two signatures (s and n - s) that anyone can derive from each other, the lower.
    uint256 private constant GREATEST_S = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0;

    // Every other bit, pair of bits and four bits; a one in each of sixteen bytes.
    uint256 private constant PAIRS = type(uint256).max / 3;
    uint256 private constant FOURS = type(uint256).max / 5;
    uint256 private constant BYTES = type(uint256).max / 17;
    uint256 private constant ONES = type(uint128).max / 255;

    /// @return Whom the signature recovers to; the zero address if to no one, or if s is in the upper half.
    function signerOf(bytes32 digest, Signature calldata signature) internal pure returns (address) {
        uint256 vs = uint256(signature.vs);
        uint256 s = vs & (type(uint256).max >> 1);
        if (s > GREATEST_S) return address(0);
        return ecrecover(digest, uint8(27 + (vs >> 255)), signature.r, bytes32(s));
    }

    /// PROPOSE-10: the first marked seat whose signature is not by its member.
    /// @param markedSeats bit i stands for seat i; no bit beyond the committee
    /// @param signatures one per marked seat, in the order of the seats
    /// @return seat 0-based; the size of the committee if there is none
    function firstInvalidSeat(
        bytes32 digest,
        bytes memory committee,
        uint256 markedSeats,
        Signature[] calldata signatures
    ) internal view returns (uint256 seat) {
        // In assembly, because a proposal recovers a quorum: it pays 550 gas less for each. Where `signerOf` is asked
        // instead, seat by seat, the answers are the same, and a test compares them.
        assembly ("memory-safe") {
            // What the precompile is given: digest, v, r, s. The pointer to free memory and the zero after it give way to r
            // and s, and come back.
            let free := mload(0x40)
            mstore(0, digest)
            let signature := signatures.offset
            let members := add(committee, 32)
            let member := members
            for {} markedSeats { markedSeats := shr(1, markedSeats) } {
                if and(markedSeats, 1) {
                    let vs := calldataload(add(signature, 32))
                    let s := shr(1, shl(1, vs))
                    mstore(0x20, add(27, shr(255, vs)))
                    mstore(0x40, calldataload(signature))
                    mstore(0x60, s)
                    // The answer comes over v. Who signed nothing recovers to no one, and v stays, which is no member.
                    pop(staticcall(gas(), 1, 0, 128, 0x20, 32))
                    if or(gt(s, GREATEST_S), xor(mload(0x20), shr(96, mload(member)))) { break }
                    signature := add(signature, 64)
                }
                member := add(member, 20)
            }
            if iszero(markedSeats) { member := add(members, mload(committee)) }
            seat := div(sub(member, members), 20)
            mstore(0x40, free)
            mstore(0x60, 0)
        }
    }

    /// CHALLENGE-6: whether a seat is marked, and whom its signature recovers to; the zero address if it is not.
    /// @param markedSeats bit i stands for seat i; no bit beyond the committee
    /// @param signatures one per marked seat, in the order of the seats
    /// @param seat 0-based, any number
    function signerAt(bytes32 digest, uint256 markedSeats, Signature[] calldata signatures, uint256 seat)
        internal
        pure
        returns (bool isMarked, address signer)
    {
        // Of a seat beyond the word no bit is left.
        isMarked = (markedSeats >> seat) & 1 == 1;
        if (!isMarked) return (false, address(0));
        uint256 index = countMarks(markedSeats & ((1 << seat) - 1));
        Signature calldata signature;
        // There are more signatures than marks before this one. With a second check of an index the compiler moves the one
        // of every attestation of a proposal into a function: 30 gas each.
        assembly ("memory-safe") {
            signature := add(signatures.offset, shl(6, index))
        }
        signer = signerOf(digest, signature);
    }

    /// How many bits are set.
    function countMarks(uint256 markedSeats) internal pure returns (uint256) {
        unchecked {
            // Sums of two bits each, then of four, then of eight, which a product adds up in its highest byte. The sum of
            // all 256 would not fit there: the halves are added apart.
            uint256 sums = markedSeats - ((markedSeats >> 1) & PAIRS);
            sums = (sums & FOURS) + ((sums >> 2) & FOURS);
            sums = (sums + (sums >> 4)) & BYTES;
            return ((sums >> 128) * ONES >> 120 & 0xff) + ((sums & type(uint128).max) * ONES >> 120 & 0xff);
        }
    }
}
