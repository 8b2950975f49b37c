// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAdministration} from "./IAdministration.sol";
import {CallerNotAdministrator} from "./generated/Refusals.sol";
import {Rules} from "./generated/Rules.sol";

/// Who the administrator is, and to whom that is offered. See IAdministration.
abstract contract Administration is IAdministration {
    /// @inheritdoc IAdministration
    address public administrator;
    /// @inheritdoc IAdministration
    address public pendingAdministrator;

    /// @param first not the zero address
    constructor(address first) {
        administrator = first;
    }

    /// @inheritdoc IAdministration
    function transferAdministration(address pendingAdministrator_) external {
        //= spec/clauses/VALIDATOR.md#validator-6
        //# `transferAdministration` MUST be refused with CallerNotAdministrator unless the administrator
        //# calls, and otherwise offer the administration to the account that it names and to no other, to
        //# nobody for the zero address, and emit AdministrationOffered with the administrator and that
        //# account.
        //= spec/clauses/VALIDATOR.md#validator-8
        //# `transferAdministration` and `acceptAdministration` MUST NOT be refused for the time at which they
        //# are called.
        if (!Rules.callerIsAdministrator(msg.sender, administrator)) {
            revert CallerNotAdministrator(msg.sender, administrator);
        }
        pendingAdministrator = pendingAdministrator_;
        emit AdministrationOffered(msg.sender, pendingAdministrator_);
    }

    /// @inheritdoc IAdministration
    function acceptAdministration() external {
        //= spec/clauses/VALIDATOR.md#validator-7
        //# `acceptAdministration` MUST be refused with CallerNotPendingAdministrator unless the account that
        //# the administration is offered to calls, and otherwise make it the administrator, leave nothing
        //# offered, and emit AdministrationTransferred with the administrator before and the one from then
        //# on.
        //= spec/clauses/VALIDATOR.md#validator-8
        //# `transferAdministration` and `acceptAdministration` MUST NOT be refused for the time at which they
        //# are called.
        if (msg.sender != pendingAdministrator) {
            revert CallerNotPendingAdministrator(msg.sender, pendingAdministrator);
        }
        address previous = administrator;
        administrator = msg.sender;
        delete pendingAdministrator;
        emit AdministrationTransferred(previous, msg.sender);
    }
}
