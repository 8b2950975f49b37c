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
/// that one operation takes a step of all that a word has room for. Only the bits are looked up lane by lane, without a loop:
/// that is where the gas goes.
library SwapOrNot {
    /// Greatest length of a list: of the two widths of lanes, the wider one has 20 bits, the highest of which stays free.
    uint256 internal constant GREATEST_COUNT = (1 << 19) - 1;

    // One in each of sixteen lanes of 16 bits, of twelve lanes of 20 bits.
    uint256 private constant ONES_16 = 0x0001000100010001000100010001000100010001000100010001000100010001;
    uint256 private constant ONES_20 = 0x000010000100001000010000100001000010000100001000010000100001;

    /// Where the first `seats` positions go.
    /// @param seats less than count, at most 256
    /// @param count from 2 to GREATEST_COUNT
    /// @return indices one 0-based index into the list per seat, all different
    function shuffle(uint256 seats, uint256 count, bytes32 seed, uint256 rounds)
        internal
        pure
        returns (uint256[] memory indices)
    {
        // Where the list is short enough for that to pay, the bits of all of it are hashed once per round. Otherwise there is
        // one hash per position, so that the cost is bounded by the number of seats whatever the length of the list.
        uint256 blocks = (count + 255) >> 8;
        if (blocks * 3 < seats) {
            uint256[] memory words = _filled(seats, 16, 16);
            _shuffleShared(words, count, seed, rounds, blocks);
            return _unpacked(words, seats, 16, 16);
        }
        uint256[] memory wideWords = _filled(seats, 12, 20);
        _shuffleHashed(wideWords, count, seed, rounds);
        return _unpacked(wideWords, seats, 12, 20);
    }

    /// @param words lanes of 16 bits
    /// @param blocks of 256 positions in the list, at most 85
    function _shuffleShared(uint256[] memory words, uint256 count, bytes32 seed, uint256 rounds, uint256 blocks) private pure {
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
                    // In each lane the index, or the flip where that is not less.
                    let positions := and(shr(15, sub(or(flips, shl(15, ONES_16)), indexes)), ONES_16)
                    flips := xor(indexes, flips)
                    positions := xor(indexes, and(flips, mul(0xffff, positions)))
                    // 32 times the number of the block, beside bits of the position.
                    let places := shr(3, positions)
                    let swaps := 0
                    for { let i := 2 } i { i := sub(i, 1) } {
                        swaps := or(shl(16, swaps), and(shr(and(shr(240, positions), 0xff), mload(add(table, and(shr(240, places), 0x1fe0)))), 1))
                        swaps := or(shl(16, swaps), and(shr(and(shr(224, positions), 0xff), mload(add(table, and(shr(224, places), 0x1fe0)))), 1))
                        swaps := or(shl(16, swaps), and(shr(and(shr(208, positions), 0xff), mload(add(table, and(shr(208, places), 0x1fe0)))), 1))
                        swaps := or(shl(16, swaps), and(shr(and(shr(192, positions), 0xff), mload(add(table, and(shr(192, places), 0x1fe0)))), 1))
                        swaps := or(shl(16, swaps), and(shr(and(shr(176, positions), 0xff), mload(add(table, and(shr(176, places), 0x1fe0)))), 1))
                        swaps := or(shl(16, swaps), and(shr(and(shr(160, positions), 0xff), mload(add(table, and(shr(160, places), 0x1fe0)))), 1))
                        swaps := or(shl(16, swaps), and(shr(and(shr(144, positions), 0xff), mload(add(table, and(shr(144, places), 0x1fe0)))), 1))
                        swaps := or(shl(16, swaps), and(shr(and(shr(128, positions), 0xff), mload(add(table, and(shr(128, places), 0x1fe0)))), 1))
                        positions := shl(128, positions)
                        places := shl(128, places)
                    }
                    mstore(at, xor(indexes, and(flips, mul(0xffff, swaps))))
                }
            }
        }
    }

    /// As `_shuffleShared`, with a hash for each lane.
    /// @param words lanes of 20 bits
    function _shuffleHashed(uint256[] memory words, uint256 count, bytes32 seed, uint256 rounds) private pure {
        assembly ("memory-safe") {
            let hashed := mload(0x40)
            mstore(hashed, seed)
            for { let round := 0 } lt(round, rounds) { round := add(round, 1) } {
                mstore(add(hashed, 32), round)
                let pivots := keccak256(hashed, 64)
                mstore(0, pivots)
                pivots := mul(add(mod(pivots, count), count), ONES_20)
                for { let at := add(words, shl(5, mload(words))) } gt(at, words) { at := sub(at, 32) } {
                    let indexes := mload(at)
                    let flips := sub(pivots, indexes)
                    flips := sub(flips, mul(count, and(shr(19, add(flips, mul(ONES_20, sub(0x80000, count)))), ONES_20)))
                    let positions := and(shr(19, sub(or(flips, shl(19, ONES_20)), indexes)), ONES_20)
                    flips := xor(indexes, flips)
                    positions := xor(indexes, and(flips, mul(0xfffff, positions)))
                    let swaps := 0
                    for { let i := 2 } i { i := sub(i, 1) } {
                        mstore(32, and(shr(228, positions), 0xfff))
                        swaps := or(shl(20, swaps), and(shr(and(shr(220, positions), 0xff), keccak256(0, 64)), 1))
                        mstore(32, and(shr(208, positions), 0xfff))
                        swaps := or(shl(20, swaps), and(shr(and(shr(200, positions), 0xff), keccak256(0, 64)), 1))
                        mstore(32, and(shr(188, positions), 0xfff))
                        swaps := or(shl(20, swaps), and(shr(and(shr(180, positions), 0xff), keccak256(0, 64)), 1))
                        mstore(32, and(shr(168, positions), 0xfff))
                        swaps := or(shl(20, swaps), and(shr(and(shr(160, positions), 0xff), keccak256(0, 64)), 1))
                        mstore(32, and(shr(148, positions), 0xfff))
                        swaps := or(shl(20, swaps), and(shr(and(shr(140, positions), 0xff), keccak256(0, 64)), 1))
                        mstore(32, and(shr(128, positions), 0xfff))
                        swaps := or(shl(20, swaps), and(shr(and(shr(120, positions), 0xff), keccak256(0, 64)), 1))
                        positions := shl(120, positions)
                    }
                    mstore(at, xor(indexes, and(flips, mul(0xfffff, swaps))))
                }
            }
        }
    }

    /// Seats from 0 on in the lanes of words, the first in the lowest. The lanes beyond the last seat hold 0 and are carried
    /// along.
    function _filled(uint256 seats, uint256 lanes, uint256 width) private pure returns (uint256[] memory words) {
        unchecked {
            words = new uint256[]((seats + lanes - 1) / lanes);
            uint256 seat = 0;
            for (uint256 i = 0; i < words.length; i++) {
                uint256 word = 0;
                for (uint256 shift = 0; shift < width * lanes && seat < seats; shift += width) word |= seat++ << shift;
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
            uint256 mask = (1 << width) - 1;
            uint256 seat = 0;
            for (uint256 i = 0; i < words.length; i++) {
                uint256 word = words[i];
                for (uint256 j = 0; j < lanes && seat < seats; j++) {
                    indices[seat++] = word & mask;
                    word >>= width;
                }
            }
        }
    }
}
