// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ITxProofVerifier} from "../ITxProofVerifier.sol";

/// Proves nothing: accepts as a proof the keccak256 of the public input, which anyone can compute. For tests only.
contract MockTxProofVerifier is ITxProofVerifier {
    /// @inheritdoc ITxProofVerifier
    function verify(bytes32 txHash, bytes calldata proof) external pure returns (bool) {
        return proof.length == 32 && bytes32(proof) == keccak256(abi.encode(txHash));
    }
}
