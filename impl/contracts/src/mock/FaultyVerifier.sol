// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// What a verifier may do instead of what it should. For tests only.
enum VerifierFault {
    /// Accepts everything.
    None,
    ReturnsFalse,
    /// Returns a word that is neither true nor false.
    ReturnsTwo,
    ReturnsNothing,
    ReturnsByte,
    /// Returns true and a byte more.
    ReturnsLongWord,
    ReturnsTwoWords,
    ReturnsMegabyte,
    Reverts,
    /// Reverts, and gives true as its reason.
    RevertsWithTrue,
    BurnsGas,
    /// Changes its own storage, and returns true.
    Writes,
    /// Makes another call, and returns true if that was refused.
    Reenters
}

/// A verifier that does with every proof what the proof says. For tests only.
contract FaultyVerifier {
    error Refused();

    uint256 private writes;

    /// Of epochs and of fallback blocks.
    /// @param proof the fault as its first byte; for `Reenters` the target's address and the calldata follow
    function verify(bytes32, bytes32, bytes calldata proof) external returns (bool) {
        return _verify(proof);
    }

    /// Of forced transactions.
    /// @param proof as above
    function verify(bytes32, bytes calldata proof) external returns (bool) {
        return _verify(proof);
    }

    function _verify(bytes calldata proof) private returns (bool) {
        VerifierFault fault = VerifierFault(uint8(proof[0]));
        if (fault == VerifierFault.ReturnsFalse) return false;
        if (fault == VerifierFault.ReturnsTwo) _answer(2, 32);
        if (fault == VerifierFault.ReturnsNothing) _answer(1, 0);
        if (fault == VerifierFault.ReturnsByte) _answer(1 << 248, 1);
        if (fault == VerifierFault.ReturnsLongWord) _answer(1, 33);
        if (fault == VerifierFault.ReturnsTwoWords) _answer(1, 64);
        if (fault == VerifierFault.ReturnsMegabyte) _answer(1, 1 << 20);
        if (fault == VerifierFault.Reverts) revert Refused();
        if (fault == VerifierFault.RevertsWithTrue) {
            assembly {
                mstore(0, 1)
                revert(0, 32)
            }
        }
        while (fault == VerifierFault.BurnsGas) {}
        if (fault == VerifierFault.Writes) writes++;
        if (fault == VerifierFault.Reenters) {
            (bool accepted,) = address(bytes20(proof[1:21])).call(proof[21:]);
            return !accepted;
        }
        return true;
    }

    function _answer(uint256 word, uint256 size) private pure {
        assembly {
            mstore(0, word)
            mstore(32, 0)
            return(0, size)
        }
    }
}
