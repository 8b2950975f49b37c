// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// An ECDSA signature in the compact form of EIP-2098: `vs` is s with the parity of y in its top bit.
/// A type of fixed size, so that a signature of another length cannot be written down.
struct Signature {
    bytes32 r;
    bytes32 vs;
}

library Signatures {
    /// Greatest s that counts: of the two signatures (s and n - s) that anyone can derive from each other, the lower.
    uint256 private constant GREATEST_S = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0;

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
    /// @return The seat, 0-based; the size of the committee if there is none.
    function firstInvalidSeat(
        bytes32 digest,
        address[] calldata committee,
        uint256 markedSeats,
        Signature[] calldata signatures
    ) internal pure returns (uint256) {
        uint256 next = 0;
        for (uint256 seat = 0; seat < committee.length; seat++) {
            if ((markedSeats >> seat) & 1 == 0) continue;
            // Who signed nothing recovers to the zero address, which is never a member (VALIDATOR-2).
            if (signerOf(digest, signatures[next++]) != committee[seat]) return seat;
        }
        return committee.length;
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

    /// keccak256 of the marks and the signatures as packed words.
    function commitmentTo(uint256 markedSeats, Signature[] calldata signatures)
        internal
        pure
        returns (bytes32 commitment)
    {
        assembly ("memory-safe") {
            let free := mload(0x40)
            let size := shl(6, signatures.length)
            mstore(free, markedSeats)
            calldatacopy(add(free, 32), signatures.offset, size)
            commitment := keccak256(free, add(size, 32))
        }
    }

    function countMarks(uint256 markedSeats) internal pure returns (uint256 count) {
        for (; markedSeats != 0; markedSeats &= markedSeats - 1) count++;
    }
}
