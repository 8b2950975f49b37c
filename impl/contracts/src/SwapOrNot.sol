// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// The swap-or-not shuffle (EPOCH-3), evaluated only for the first positions of the shuffled list.
library SwapOrNot {
    /// Where the first `seats` positions go. In each round r, over a list of `count`:
    ///
    ///     roundHash = keccak256(seed, r)
    ///     flip      = (roundHash mod count + count - index) mod count
    ///     position  = max(index, flip)
    ///     bits      = keccak256(roundHash, position div 256)
    ///     index becomes flip if bit (position mod 256) of bits is set
    ///
    /// All positions advance through a round together, so that they share its hashes.
    /// @param seats less than or equal to count
    /// @param count positive
    /// @return indices one 0-based index into the list per seat, all different
    function shuffle(uint256 seats, uint256 count, bytes32 seed, uint256 rounds)
        internal
        pure
        returns (uint256[] memory indices)
    {
        indices = new uint256[](seats);
        for (uint256 seat = 0; seat < seats; seat++) {
            indices[seat] = seat;
        }
        for (uint256 round = 0; round < rounds; round++) {
            bytes32 roundHash = keccak256(abi.encode(seed, round));
            uint256 pivot = uint256(roundHash) % count;
            for (uint256 seat = 0; seat < seats; seat++) {
                uint256 index = indices[seat];
                uint256 flip = (pivot + count - index) % count;
                uint256 position = index > flip ? index : flip;
                uint256 bits = uint256(keccak256(abi.encode(roundHash, position / 256)));
                if ((bits >> (position % 256)) & 1 == 1) indices[seat] = flip;
            }
        }
    }
}
