// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Parameters} from "./generated/Parameters.sol";

/// What a deployment is checked for before it exists.
library Deployment {
    /// A constructor argument is the zero address, has no code where code is needed, or belongs to another deployment.
    error AddressUnfit(string argument);
    /// A parameter is outside of the relation that it must satisfy.
    error ParameterUnfit(string parameter);

    /// Seats are marked in one word.
    uint256 private constant GREATEST_COMMITTEE = 256;
    /// With the greatest committee, `setupEpoch` costs less than what one transaction may (EIP-7825), whatever the set.
    uint256 private constant GREATEST_ROUNDS = 256;
    /// Where signatures are challenged, the pending blocks of two epochs are marked in one word.
    uint256 private constant GREATEST_MARKED_EPOCH = 128;
    /// Keeps every slot and every start of a slot inside 64 bits, by far.
    uint256 private constant GREATEST_DURATION = type(uint32).max;
    /// What the blobs of one block hold: 6 of 4,096 words of 31 bytes.
    uint256 private constant BLOCK_CAPACITY_BYTES = 6 * 4096 * 31;

    /// The relations of `spec/parameters.ts`, the widths in which amounts are stored, and what only a deployment has to
    /// keep: claims that cost something, and committees that a transaction can pay for.
    /// @param genesisTimestamp seconds since 1970
    function requireFit(Parameters memory p, uint256 genesisTimestamp) internal pure {
        _require(genesisTimestamp <= type(uint64).max, "genesisTimestamp");
        _require(p.slotDurationSeconds > 0 && p.slotDurationSeconds <= GREATEST_DURATION, "slotDurationSeconds");
        _require(p.slotsPerEpoch > 0 && p.slotsPerEpoch <= GREATEST_DURATION, "slotsPerEpoch");
        _require(p.claimWindowSlots > 0 && p.claimWindowSlots < p.slotsPerEpoch, "claimWindowSlots");
        _require(p.targetCommitteeSize > 0 && p.targetCommitteeSize <= GREATEST_COMMITTEE, "targetCommitteeSize");
        _require(p.shuffleRounds > 0 && p.shuffleRounds <= GREATEST_ROUNDS, "shuffleRounds");
        // ESCROW-11
        _require(
            p.withdrawalDelaySlots >= p.slotsPerEpoch + p.claimWindowSlots
                && p.withdrawalDelaySlots <= GREATEST_DURATION,
            "withdrawalDelaySlots"
        );
        _require(p.escrowCapWei <= type(uint128).max, "escrowCapWei");
        // F-22: or a claim costs nothing.
        _require(p.minimumBondWei > 0, "minimumBondWei");
        _require(p.minimumBondWei <= p.escrowCapWei, "minimumBondWei");
        _require(p.epochRewardWei <= type(uint128).max, "epochRewardWei");
        _requireChallenges(p);
        _requireFallback(p);
        _requireQueue(p);
    }

    /// A deployment whose d is 0 verifies signatures.
    function _requireChallenges(Parameters memory p) private pure {
        //= spec/clauses/CHALLENGE.md#challenge-10
        //# `challengeSlots` MUST NOT be more than C.
        _require(p.challengeSlots <= p.claimWindowSlots, "challengeSlots");
        //= spec/clauses/CHALLENGE.md#challenge-12
        //# With `challengeSlots` above 0 an epoch MUST NOT have more than 128 slots.
        _require(p.challengeSlots == 0 || p.slotsPerEpoch <= GREATEST_MARKED_EPOCH, "slotsPerEpoch");
    }

    /// A deployment whose T_enter is 0 has no fallback.
    function _requireFallback(Parameters memory p) private pure {
        bool hasFallback = p.fallbackEnterSlots != 0;
        _require(p.forcedDelayEpochs <= GREATEST_DURATION, "forcedDelayEpochs");
        //= spec/clauses/FALLBACK.md#fallback-17
        //# T_enter MUST be 0 or at least (`forcedDelayEpochs` + 2) epochs.
        _require(
            !hasFallback
                || (p.fallbackEnterSlots >= (p.forcedDelayEpochs + 2) * p.slotsPerEpoch
                    && p.fallbackEnterSlots <= GREATEST_DURATION),
            "fallbackEnterSlots"
        );
        //= spec/clauses/FALLBACK.md#fallback-18
        //# T_exit MUST be at least T_activity and T_activity at least 1, unless T_enter is 0.
        _require(
            (!hasFallback || p.fallbackExitActivitySlots >= 1) && p.fallbackExitActivitySlots <= GREATEST_DURATION,
            "fallbackExitActivitySlots"
        );
        _require(
            (!hasFallback || p.fallbackExitSlots >= p.fallbackExitActivitySlots)
                && p.fallbackExitSlots <= GREATEST_DURATION,
            "fallbackExitSlots"
        );
        _require(p.fallbackRewardWei <= type(uint128).max, "fallbackRewardWei");
    }

    function _requireQueue(Parameters memory p) private pure {
        _require(
            p.forcedMaximumBytes > 0 && p.forcedMaximumBytes <= BLOCK_CAPACITY_BYTES, "forcedMaximumBytes"
        );
        //= spec/clauses/QUEUE.md#queue-11
        //# m MUST be at least 1 and so small that m transactions of `forcedMaximumBytes` fit into the blobs of
        //# one block.
        _require(
            p.forcedMinimum > 0 && p.forcedMinimum <= BLOCK_CAPACITY_BYTES / p.forcedMaximumBytes, "forcedMinimum"
        );
    }

    function requireContract(address account, string memory argument) internal view {
        if (account.code.length == 0) revert AddressUnfit(argument);
    }

    function requireNonZero(address account, string memory argument) internal pure {
        if (account == address(0)) revert AddressUnfit(argument);
    }

    function _require(bool holds, string memory parameter) private pure {
        if (!holds) revert ParameterUnfit(parameter);
    }
}
