// SPDX-License-Identifier: Apache-2.0
// Generated from spec/parameters.ts by `npm run generate`. Do not edit.
pragma solidity ^0.8.8;

uint256 constant SEED_LOOKAHEAD_EPOCHS = 1; // EPOCH-2

/// Protocol parameters of a deployment. Slots and epochs are counts, amounts are wei.
/// `shuffleRounds` has a byte for each of its entries, the lowest one for the first.
struct Parameters {
    uint256 slotDurationSeconds; // TIME-1
    uint256 slotsPerEpoch; // TIME-2
    uint256 claimWindowSlots; // CLAIM-1
    uint256 targetCommitteeSize; // EPOCH-3
    uint256 shuffleRounds; // EPOCH-12
    uint256 withdrawalDelaySlots; // ESCROW-12
    uint256 minimumBondWei; // CLAIM-6
    uint256 escrowCapWei; // ESCROW-3
    uint256 epochRewardWei; // REWARD-1
    uint256 challengeSlots; // CHALLENGE-1
    uint256 fallbackEnterSlots; // FALLBACK-1
    uint256 fallbackExitSlots; // FALLBACK-6
    uint256 fallbackExitActivitySlots; // FALLBACK-7
    uint256 fallbackRewardWei; // FALLBACK-15
    uint256 forcedDelayEpochs; // QUEUE-3
    uint256 forcedMinimum; // QUEUE-7
    uint256 forcedMaximumBytes; // QUEUE-1
}
