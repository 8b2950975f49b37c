// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

struct Parameters {
    uint256 slotDurationSeconds;
    uint256 slotsPerEpoch;
    uint256 claimWindowSlots;
    uint256 targetCommitteeSize;
    uint256 shuffleRounds;
    uint256 withdrawalDelaySlots;
    uint256 minimumBondWei;
    uint256 escrowCapWei;
    uint256 epochRewardWei;
}
