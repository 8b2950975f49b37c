// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IEpochProofVerifier} from "../IEpochProofVerifier.sol";

/// Proves nothing: accepts as a proof the keccak256 of the public inputs, which anyone can compute. For tests only.
contract MockEpochProofVerifier is IEpochProofVerifier {
    /// @inheritdoc IEpochProofVerifier
    function verify(bytes32 fromHash, bytes32 toHash, bytes calldata proof) external pure returns (bool) {
        return proof.length == 32 && bytes32(proof) == keccak256(abi.encode(fromHash, toHash));
    }
}
