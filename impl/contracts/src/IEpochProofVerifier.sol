// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.8;

/// Decides whether a proof shows that executing the blocks between two headers is correct.
interface IEpochProofVerifier {
    /// @param fromHash the block that the proof starts from, not covered by it
    /// @param toHash the last block that it covers; its hash binds all blocks in between
    /// @return Whether the proof is valid. A revert counts as no (PROOF-5).
    function verify(bytes32 fromHash, bytes32 toHash, bytes calldata proof) external view returns (bool);
}
