// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// A verifier that does with every proof what the proof says. For tests only.
contract FaultyVerifier {
    error Refused();

    /// @param proof reverts with a reason if empty; else the answer, of any length
    function verify(bytes32, bytes32, bytes calldata proof) external pure returns (bool) {
        if (proof.length == 0) revert Refused();
        bytes memory answer = proof;
        assembly {
            return(add(answer, 32), mload(answer))
        }
    }
}
