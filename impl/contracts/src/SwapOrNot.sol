// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// The swap-or-not shuffle (EPOCH-3, EPOCH-9), evaluated only for the first positions of the shuffled list. In each round r,
/// over a list of `count`:
///
///     roundHash = keccak256(seed, r)
///     flip      = (roundHash mod count + count - index) mod count
///     position  = max(index, flip)
///     bits      = keccak256(roundHash, position div 256)
///     index becomes flip if bit (position mod 256) of bits is set
///
/// All positions go through a round together, so that they share its hash, and stand side by side in the lanes of words, so
/// that one operation takes a step of all that a word has room for. Only the bits are looked up lane by lane, by the bytes of
/// the positions: that is where the gas goes. In a lane, what is less than the count leaves the highest bit free, and what is
/// less than twice the count fits.
library SwapOrNot {
    /// Greatest length of a list: the wider lanes have 24 bits.
    uint256 internal constant GREATEST_COUNT = (1 << 23) - 1;
    /// Greatest length for the narrower lanes.
    uint256 private constant GREATEST_NARROW = (1 << 15) - 1;

    // One in each of sixteen lanes of 16 bits, of ten lanes of 24 bits from the highest bit down.
    uint256 private constant ONES_16 = 0x0001000100010001000100010001000100010001000100010001000100010001;
    uint256 private constant ONES_24 = 0x0000010000010000010000010000010000010000010000010000010000010000;

    /// Where the first `seats` positions go.
    /// @param seats less than count, at most 256
    /// @param count from 2 to GREATEST_COUNT
    /// @return indices one 0-based index into the list per seat, all different
    function shuffle(uint256 seats, uint256 count, bytes32 seed, uint256 rounds)
        internal
        pure
        returns (uint256[] memory indices)
    {
        if (count > GREATEST_NARROW) {
            uint256[] memory wide = _filled(seats, 10, 24);
            _shuffleWide(wide, count, seed, rounds);
            return _unpacked(wide, seats, 10, 24);
        }
        uint256[] memory words = _filled(seats, 16, 16);
        // Where the list is short enough for that to pay, the bits of all of it are hashed once per round. Otherwise there is
        // one hash per position, so that the cost is bounded by the number of seats whatever the length of the list.
        uint256 blocks = (count + 255) >> 8;
        if (blocks * 3 < seats) _shuffleShort(words, count, seed, rounds, blocks);
        else _shuffleLong(words, count, seed, rounds);
        return _unpacked(words, seats, 16, 16);
    }

    /// With the bits of all blocks of 256 positions in a table.
    /// @param words lanes of 16 bits
    function _shuffleShort(uint256[] memory words, uint256 count, bytes32 seed, uint256 rounds, uint256 blocks)
        private
        pure
    {
        assembly ("memory-safe") {
            // The hashes of a round, then what its own is the hash of.
            let table := mload(0x40)
            let hashed := add(table, shl(5, blocks))
            mstore(hashed, seed)
            //= spec/clauses/EPOCH.md#epoch-9
            //# The shuffle of a list of n under a seed MUST put at index i the entry at the position that i has
            //# after all rounds from 0 on (EPOCH-12), where round r takes i to flip = (h mod n + n − i) mod n,
            //# with h = keccak256(seed, r), if bit m mod 256 of keccak256(h, m div 256) is set, with m the
            //# greater of i and flip, and else leaves it.
            for { let round := 0 } lt(round, rounds) { round := add(round, 1) } {
                //= spec/clauses/EPOCH.md#epoch-10
                //# Every hash of EPOCH-2, EPOCH-8 and EPOCH-9 MUST be keccak256 of its arguments in their order
                //# as 32-byte big-endian words, and a digest that is used as a number or by its bits be such a
                //# word, bit 0 being its least significant.
                mstore(add(hashed, 32), round)
                mstore(0, keccak256(hashed, 64))
                for { let i := 0 } lt(i, blocks) { i := add(i, 1) } {
                    mstore(32, i)
                    mstore(add(table, shl(5, i)), keccak256(0, 64))
                }
                // With one more count, so that subtracting an index stays positive.
                let pivots := mul(add(mod(mload(0), count), count), ONES_16)
                for { let at := add(words, shl(5, mload(words))) } gt(at, words) { at := sub(at, 32) } {
                    let indexes := mload(at)
                    let flips := sub(pivots, indexes)
                    // Less the count in each lane that has reached it.
                    flips := sub(flips, mul(count, and(shr(15, add(flips, mul(ONES_16, sub(0x8000, count)))), ONES_16)))
                    // m: in each lane the index, or the flip where that is not less.
                    let m := and(shr(15, sub(or(flips, shl(15, ONES_16)), indexes)), ONES_16)
                    flips := xor(indexes, flips)
                    m := xor(indexes, and(flips, mul(0xffff, m)))
                    let swaps := 0
                    swaps := or(shl(16, swaps), and(shr(byte(1, m), mload(add(table, shl(5, byte(0, m))))), 1))
                    swaps := or(shl(16, swaps), and(shr(byte(3, m), mload(add(table, shl(5, byte(2, m))))), 1))
                    swaps := or(shl(16, swaps), and(shr(byte(5, m), mload(add(table, shl(5, byte(4, m))))), 1))
                    swaps := or(shl(16, swaps), and(shr(byte(7, m), mload(add(table, shl(5, byte(6, m))))), 1))
                    swaps := or(shl(16, swaps), and(shr(byte(9, m), mload(add(table, shl(5, byte(8, m))))), 1))
                    swaps := or(shl(16, swaps), and(shr(byte(11, m), mload(add(table, shl(5, byte(10, m))))), 1))
                    swaps := or(shl(16, swaps), and(shr(byte(13, m), mload(add(table, shl(5, byte(12, m))))), 1))
                    swaps := or(shl(16, swaps), and(shr(byte(15, m), mload(add(table, shl(5, byte(14, m))))), 1))
                    swaps := or(shl(16, swaps), and(shr(byte(17, m), mload(add(table, shl(5, byte(16, m))))), 1))
                    swaps := or(shl(16, swaps), and(shr(byte(19, m), mload(add(table, shl(5, byte(18, m))))), 1))
                    swaps := or(shl(16, swaps), and(shr(byte(21, m), mload(add(table, shl(5, byte(20, m))))), 1))
                    swaps := or(shl(16, swaps), and(shr(byte(23, m), mload(add(table, shl(5, byte(22, m))))), 1))
                    swaps := or(shl(16, swaps), and(shr(byte(25, m), mload(add(table, shl(5, byte(24, m))))), 1))
                    swaps := or(shl(16, swaps), and(shr(byte(27, m), mload(add(table, shl(5, byte(26, m))))), 1))
                    swaps := or(shl(16, swaps), and(shr(byte(29, m), mload(add(table, shl(5, byte(28, m))))), 1))
                    swaps := or(shl(16, swaps), and(shr(byte(31, m), mload(add(table, shl(5, byte(30, m))))), 1))
                    mstore(at, xor(indexes, and(flips, mul(0xffff, swaps))))
                }
            }
        }
    }

    /// As `_shuffleShort`, with a hash for each lane.
    /// @param words lanes of 16 bits
    function _shuffleLong(uint256[] memory words, uint256 count, bytes32 seed, uint256 rounds) private pure {
        assembly ("memory-safe") {
            let hashed := mload(0x40)
            mstore(hashed, seed)
            mstore(32, 0)
            for { let round := 0 } lt(round, rounds) { round := add(round, 1) } {
                mstore(add(hashed, 32), round)
                let pivots := keccak256(hashed, 64)
                mstore(0, pivots)
                pivots := mul(add(mod(pivots, count), count), ONES_16)
                for { let at := add(words, shl(5, mload(words))) } gt(at, words) { at := sub(at, 32) } {
                    let indexes := mload(at)
                    let flips := sub(pivots, indexes)
                    // Less the count in each lane that has reached it.
                    flips := sub(flips, mul(count, and(shr(15, add(flips, mul(ONES_16, sub(0x8000, count)))), ONES_16)))
                    // m: in each lane the index, or the flip where that is not less.
                    let m := and(shr(15, sub(or(flips, shl(15, ONES_16)), indexes)), ONES_16)
                    flips := xor(indexes, flips)
                    m := xor(indexes, and(flips, mul(0xffff, m)))
                    let swaps := 0
                    mstore8(63, byte(0, m))
                    swaps := or(shl(16, swaps), and(shr(byte(1, m), keccak256(0, 64)), 1))
                    mstore8(63, byte(2, m))
                    swaps := or(shl(16, swaps), and(shr(byte(3, m), keccak256(0, 64)), 1))
                    mstore8(63, byte(4, m))
                    swaps := or(shl(16, swaps), and(shr(byte(5, m), keccak256(0, 64)), 1))
                    mstore8(63, byte(6, m))
                    swaps := or(shl(16, swaps), and(shr(byte(7, m), keccak256(0, 64)), 1))
                    mstore8(63, byte(8, m))
                    swaps := or(shl(16, swaps), and(shr(byte(9, m), keccak256(0, 64)), 1))
                    mstore8(63, byte(10, m))
                    swaps := or(shl(16, swaps), and(shr(byte(11, m), keccak256(0, 64)), 1))
                    mstore8(63, byte(12, m))
                    swaps := or(shl(16, swaps), and(shr(byte(13, m), keccak256(0, 64)), 1))
                    mstore8(63, byte(14, m))
                    swaps := or(shl(16, swaps), and(shr(byte(15, m), keccak256(0, 64)), 1))
                    mstore8(63, byte(16, m))
                    swaps := or(shl(16, swaps), and(shr(byte(17, m), keccak256(0, 64)), 1))
                    mstore8(63, byte(18, m))
                    swaps := or(shl(16, swaps), and(shr(byte(19, m), keccak256(0, 64)), 1))
                    mstore8(63, byte(20, m))
                    swaps := or(shl(16, swaps), and(shr(byte(21, m), keccak256(0, 64)), 1))
                    mstore8(63, byte(22, m))
                    swaps := or(shl(16, swaps), and(shr(byte(23, m), keccak256(0, 64)), 1))
                    mstore8(63, byte(24, m))
                    swaps := or(shl(16, swaps), and(shr(byte(25, m), keccak256(0, 64)), 1))
                    mstore8(63, byte(26, m))
                    swaps := or(shl(16, swaps), and(shr(byte(27, m), keccak256(0, 64)), 1))
                    mstore8(63, byte(28, m))
                    swaps := or(shl(16, swaps), and(shr(byte(29, m), keccak256(0, 64)), 1))
                    mstore8(63, byte(30, m))
                    swaps := or(shl(16, swaps), and(shr(byte(31, m), keccak256(0, 64)), 1))
                    mstore(at, xor(indexes, and(flips, mul(0xffff, swaps))))
                }
            }
        }
    }

    /// As `_shuffleLong`, in wider lanes.
    /// @param words lanes of 24 bits
    function _shuffleWide(uint256[] memory words, uint256 count, bytes32 seed, uint256 rounds) private pure {
        assembly ("memory-safe") {
            let hashed := mload(0x40)
            mstore(hashed, seed)
            for { let round := 0 } lt(round, rounds) { round := add(round, 1) } {
                mstore(add(hashed, 32), round)
                let pivots := keccak256(hashed, 64)
                mstore(0, pivots)
                pivots := mul(add(mod(pivots, count), count), ONES_24)
                for { let at := add(words, shl(5, mload(words))) } gt(at, words) { at := sub(at, 32) } {
                    let indexes := mload(at)
                    let flips := sub(pivots, indexes)
                    // Less the count in each lane that has reached it.
                    flips := sub(
                        flips,
                        mul(count, and(shr(23, add(flips, mul(ONES_24, sub(0x800000, count)))), ONES_24))
                    )
                    // m: in each lane the index, or the flip where that is not less.
                    let m := and(shr(23, sub(or(flips, shl(23, ONES_24)), indexes)), ONES_24)
                    flips := xor(indexes, flips)
                    m := xor(indexes, and(flips, mul(0xffffff, m)))
                    let swaps := 0
                    for { let i := 2 } i { i := sub(i, 1) } {
                        mstore(32, and(shr(240, m), 0xffff))
                        swaps := or(shl(24, swaps), and(shr(byte(2, m), keccak256(0, 64)), 1))
                        mstore(32, and(shr(216, m), 0xffff))
                        swaps := or(shl(24, swaps), and(shr(byte(5, m), keccak256(0, 64)), 1))
                        mstore(32, and(shr(192, m), 0xffff))
                        swaps := or(shl(24, swaps), and(shr(byte(8, m), keccak256(0, 64)), 1))
                        mstore(32, and(shr(168, m), 0xffff))
                        swaps := or(shl(24, swaps), and(shr(byte(11, m), keccak256(0, 64)), 1))
                        mstore(32, and(shr(144, m), 0xffff))
                        swaps := or(shl(24, swaps), and(shr(byte(14, m), keccak256(0, 64)), 1))
                        m := shl(120, m)
                    }
                    mstore(at, xor(indexes, and(flips, mul(0xffffff0000, swaps))))
                }
            }
        }
    }

    /// Seats from 0 on in the lanes of words, the first in the highest. The lanes beyond the last seat hold 0 and are carried
    /// along.
    function _filled(uint256 seats, uint256 lanes, uint256 width) private pure returns (uint256[] memory words) {
        unchecked {
            words = new uint256[]((seats + lanes - 1) / lanes);
            uint256 seat = 0;
            for (uint256 i = 0; i < words.length; i++) {
                uint256 word = 0;
                for (uint256 shift = 256; shift >= width && seat < seats; seat++) {
                    shift -= width;
                    word |= seat << shift;
                }
                words[i] = word;
            }
        }
    }

    function _unpacked(uint256[] memory words, uint256 seats, uint256 lanes, uint256 width)
        private
        pure
        returns (uint256[] memory indices)
    {
        unchecked {
            indices = new uint256[](seats);
            uint256 seat = 0;
            for (uint256 i = 0; i < words.length; i++) {
                uint256 word = words[i];
                for (uint256 j = 0; j < lanes && seat < seats; j++) {
                    indices[seat++] = word >> (256 - width);
                    word <<= width;
                }
            }
        }
    }
}
