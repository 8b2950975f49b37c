// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// The swap-or-not shuffle (EPOCH-3, EPOCH-9), evaluated only for the first positions of the shuffled list.
library SwapOrNot {
    /// Where the first `seats` positions go. In each round r, over a list of `count`:
    ///
    ///     roundHash = keccak256(seed, r)
    ///     flip      = (roundHash mod count + count - index) mod count
    ///     position  = max(index, flip)
    ///     bits      = keccak256(roundHash, position div 256)
    ///     index becomes flip if bit (position mod 256) of bits is set
    ///
    /// All positions go through a round together, so that they share its hashes. Where the list is short enough for
    /// that to pay, the bits of the whole list are hashed once per round; otherwise there is one hash per position, so
    /// that the cost is bounded by the number of seats whatever the length of the list.
    /// @param seats less than count
    /// @param count positive
    /// @return indices one 0-based index into the list per seat, all different
    function shuffle(uint256 seats, uint256 count, bytes32 seed, uint256 rounds)
        internal
        pure
        returns (uint256[] memory indices)
    {
        // One more, because the inner loop takes two at a time; it is a seat like the others and forgotten at the end.
        indices = new uint256[](seats + 1);
        assembly ("memory-safe") {
            let first := add(indices, 32)
            let end := add(first, shl(5, seats))
            for { let seat := 0 } iszero(gt(seat, seats)) { seat := add(seat, 1) } {
                mstore(add(first, shl(5, seat)), seat)
            }

            // Hashes of one round, one per 256 positions.
            let table := mload(0x40)
            let blocks := shr(8, add(count, 255))
            let sharing := lt(mul(blocks, 3), seats)
            //= spec/clauses/EPOCH.md#epoch-9
            //# The shuffle of a list of n under a seed MUST put at index i the entry at the position that i has
            //# after rounds 0 to SHUFFLE_ROUNDS − 1, where round r takes i to flip = (h mod n + n − i) mod n,
            //# with h = keccak256(seed, r), if bit m mod 256 of keccak256(h, m div 256) is set, with m the
            //# greater of i and flip, and else leaves it.
            for { let round := 0 } lt(round, rounds) { round := add(round, 1) } {
                //= spec/clauses/EPOCH.md#epoch-10
                //# Every hash of EPOCH-2, EPOCH-8 and EPOCH-9 MUST be keccak256 of its arguments in their order
                //# as 32-byte big-endian words, and a digest that is used as a number or by its bits be such a
                //# word, bit 0 being its least significant.
                mstore(0, seed)
                mstore(32, round)
                let roundHash := keccak256(0, 64)
                // With one more count, so that subtracting an index stays positive.
                let pivot := add(mod(roundHash, count), count)
                mstore(0, roundHash)
                switch sharing
                case 1 {
                    for { let i := 0 } lt(i, blocks) { i := add(i, 1) } {
                        mstore(32, i)
                        mstore(add(table, shl(5, i)), keccak256(0, 64))
                    }
                    for { let at := first } lt(at, end) { at := add(at, 32) } {
                        let index := mload(at)
                        let flip := mod(sub(pivot, index), count)
                        let position := index
                        if gt(flip, index) { position := flip }
                        if and(shr(and(position, 0xff), mload(add(table, shl(5, shr(8, position))))), 1) {
                            mstore(at, flip)
                        }
                        at := add(at, 32)
                        index := mload(at)
                        flip := mod(sub(pivot, index), count)
                        position := index
                        if gt(flip, index) { position := flip }
                        if and(shr(and(position, 0xff), mload(add(table, shl(5, shr(8, position))))), 1) {
                            mstore(at, flip)
                        }
                    }
                }
                default {
                    for { let at := first } lt(at, end) { at := add(at, 32) } {
                        let index := mload(at)
                        let flip := mod(sub(pivot, index), count)
                        let position := index
                        if gt(flip, index) { position := flip }
                        mstore(32, shr(8, position))
                        if and(shr(and(position, 0xff), keccak256(0, 64)), 1) { mstore(at, flip) }
                    }
                }
            }
            mstore(indices, seats)
        }
    }
}
