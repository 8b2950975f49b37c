// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.8;

/// Decides whether a forced transaction may enter the queue.
interface ITxProofVerifier {
    /// @param txHash keccak256 of the data of the transaction; the proof binds it to chain and rollup (QUEUE-12)
    /// @return Whether the proof is valid. A revert counts as no (QUEUE-2).
    function verify(bytes32 txHash, bytes calldata proof) external view returns (bool);
}
