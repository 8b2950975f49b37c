// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Rules} from "./generated/Rules.sol";

/// The slot clock. Rollup and escrow each carry it as immutables, so that neither has to ask the other for the time.
abstract contract Clock {
    uint256 internal immutable GENESIS_TIMESTAMP;
    uint256 internal immutable SLOT_DURATION_SECONDS;

    constructor(uint256 genesisTimestamp, uint256 slotDurationSeconds) {
        GENESIS_TIMESTAMP = genesisTimestamp;
        SLOT_DURATION_SECONDS = slotDurationSeconds;
    }

    /// 0 before genesis.
    function _currentSlot() internal view returns (uint256) {
        //= spec/clauses/TIME.md#time-3
        //# The passing of a slot MUST NOT change any stored value other than the current slot.
        //= spec/clauses/VIEW.md#view-3
        //# Before the genesis timestamp a view MUST answer as in slot 0.
        return Rules.slotAt(block.timestamp, GENESIS_TIMESTAMP, SLOT_DURATION_SECONDS);
    }
}
