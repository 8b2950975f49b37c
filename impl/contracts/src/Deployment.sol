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
    /// In 255 rounds, `setupEpoch` costs less with it than what one transaction may (EIP-7825), whatever the set.
    uint256 private constant GREATEST_COMMITTEE = 256;
    /// Where signatures are challenged, the pending blocks of two epochs are marked in one word.
    uint256 private constant GREATEST_MARKED_EPOCH = 128;
    /// Of seconds, slots or epochs. Keeps every slot and every start of a slot inside 64 bits, by far.
    uint256 private constant GREATEST_COUNT = type(uint32).max;
    /// What the blobs of one block hold: 6 of 4,096 words of 31 bytes.
    uint256 private constant BLOCK_CAPACITY_BYTES = 6 * 4096 * 31;

    /// The relations of `spec/parameters.ts`, the widths in which numbers are stored, and what only a deployment has to
    /// keep: claims that cost something, and committees that a transaction can pay for.
    /// @param genesisTimestamp seconds since 1970
    function requireFit(Parameters memory p, uint256 genesisTimestamp) internal pure {
        // First of all: with counts of 32 bits nothing below overflows.
        _requireTime(p, genesisTimestamp);
        _requireProtocol(p);
        _requireAmounts(p);
        _requireChallenges(p);
        _requireFallback(p);
        _requireQueue(p);
    }

    function _requireTime(Parameters memory p, uint256 genesisTimestamp) private pure {
        //= spec/clauses/DEPLOY.md#deploy-1
        //# `slotDurationSeconds` and `slotsPerEpoch` MUST be at least 1, every number of seconds, slots or
        //# epochs less than 2^32, and `genesisTimestamp` less than 2^64.
        _require(genesisTimestamp <= type(uint64).max, "genesisTimestamp");
        _require(p.slotDurationSeconds > 0 && p.slotDurationSeconds <= GREATEST_COUNT, "slotDurationSeconds");
        _require(p.slotsPerEpoch > 0 && p.slotsPerEpoch <= GREATEST_COUNT, "slotsPerEpoch");
        _require(p.withdrawalDelaySlots <= GREATEST_COUNT, "withdrawalDelaySlots");
        _require(p.forcedDelayEpochs <= GREATEST_COUNT, "forcedDelayEpochs");
        _require(p.fallbackEnterSlots <= GREATEST_COUNT, "fallbackEnterSlots");
        _require(p.fallbackExitSlots <= GREATEST_COUNT, "fallbackExitSlots");
        _require(p.fallbackExitActivitySlots <= GREATEST_COUNT, "fallbackExitActivitySlots");
    }

    function _requireProtocol(Parameters memory p) private pure {
        //= spec/clauses/DEPLOY.md#deploy-2
        //# C MUST be at least 1 and less than `slotsPerEpoch`.
        _require(p.claimWindowSlots > 0 && p.claimWindowSlots < p.slotsPerEpoch, "claimWindowSlots");
        //= spec/clauses/DEPLOY.md#deploy-3
        //# TARGET_COMMITTEE_SIZE MUST be at least 1 and at most 256, and `shuffleRounds` have from 1 to 32
        //# entries of at least 1 and at most 255.
        _require(p.targetCommitteeSize > 0 && p.targetCommitteeSize <= GREATEST_COMMITTEE, "targetCommitteeSize");
        // A byte is an entry; above the last one there is none.
        uint256 rounds = p.shuffleRounds;
        while (rounds > 0xff && rounds & 0xff != 0) rounds >>= 8;
        _require(rounds & 0xff != 0, "shuffleRounds");
        //= spec/clauses/DEPLOY.md#deploy-4
        //# `withdrawalDelaySlots` MUST be at least an epoch and C, which is what ESCROW-11 needs.
        // ESCROW-11 rests on it.
        _require(p.withdrawalDelaySlots >= p.slotsPerEpoch + p.claimWindowSlots, "withdrawalDelaySlots");
    }

    function _requireAmounts(Parameters memory p) private pure {
        //= spec/clauses/DEPLOY.md#deploy-5
        //# `escrowCapWei`, `epochRewardWei` and `fallbackRewardWei` MUST be less than 2^128.
        _require(p.escrowCapWei <= type(uint128).max, "escrowCapWei");
        _require(p.epochRewardWei <= type(uint128).max, "epochRewardWei");
        _require(p.fallbackRewardWei <= type(uint128).max, "fallbackRewardWei");
        //= spec/clauses/DEPLOY.md#deploy-6
        //# `minimumBondWei` MUST be at least 1 and at most `escrowCapWei`.
        _require(p.minimumBondWei > 0, "minimumBondWei");
        _require(p.minimumBondWei <= p.escrowCapWei, "minimumBondWei");
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
        //= spec/clauses/FALLBACK.md#fallback-17
        //# T_enter MUST be 0 or at least (`forcedDelayEpochs` + 2) epochs.
        if (p.fallbackEnterSlots == 0) return;
        _require(p.fallbackEnterSlots >= (p.forcedDelayEpochs + 2) * p.slotsPerEpoch, "fallbackEnterSlots");
        //= spec/clauses/FALLBACK.md#fallback-18
        //# T_exit MUST be at least T_activity and T_activity at least 1, unless T_enter is 0.
        _require(p.fallbackExitActivitySlots > 0, "fallbackExitActivitySlots");
        _require(p.fallbackExitSlots >= p.fallbackExitActivitySlots, "fallbackExitSlots");
    }

    function _requireQueue(Parameters memory p) private pure {
        //= spec/clauses/DEPLOY.md#deploy-7
        //# `forcedMaximumBytes` MUST be at least 1 and at most what the blobs of one block hold.
        _require(p.forcedMaximumBytes > 0 && p.forcedMaximumBytes <= BLOCK_CAPACITY_BYTES, "forcedMaximumBytes");
        //= spec/clauses/QUEUE.md#queue-11
        //# m MUST be at least 1 and so small that m transactions of `forcedMaximumBytes` fit into the blobs of
        //# one block.
        _require(p.forcedMinimum > 0 && p.forcedMinimum <= BLOCK_CAPACITY_BYTES / p.forcedMaximumBytes, "forcedMinimum");
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
