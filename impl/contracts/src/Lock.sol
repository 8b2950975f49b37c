// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// Keeps a token that calls back out: between a transfer and the update that belongs to it, what the contract holds
/// and what it owes do not match.
abstract contract Lock {
    /// Called from within a call of the same contract.
    error Reentered();

    bool private transient locked;

    modifier nonReentrant() {
        if (locked) revert Reentered();
        locked = true;
        _;
        locked = false;
    }
}
