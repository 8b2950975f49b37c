// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IRollup} from "./IRollup.sol";
import {IERC20, Token} from "./Token.sol";
import {Rules} from "./generated/Rules.sol";

/// Credits of provers, claiming proposers and publishers of fallback blocks, paid from what the contract holds of the token.
abstract contract Rewards {
    using Token for IERC20;

    IERC20 internal immutable TOKEN;
    uint256 internal immutable EPOCH_REWARD_WEI;
    uint256 internal immutable FALLBACK_REWARD_WEI;

    /// Wei by receiver.
    mapping(address receiver => uint256) internal credits;
    /// One more than the sum of all credits in wei: never zero, so that the first credit pays no more than others.
    uint256 internal totalCreditsNext = 1;

    constructor(IERC20 token, uint256 epochRewardWei, uint256 fallbackRewardWei) {
        TOKEN = token;
        EPOCH_REWARD_WEI = epochRewardWei;
        FALLBACK_REWARD_WEI = fallbackRewardWei;
    }

    /// What is held beyond the credits.
    function _poolWei() internal view returns (uint256) {
        //= spec/clauses/REWARD.md#reward-7
        //# The pool MUST be 0 while the token does not say what the rollup holds, or says that it is less than
        //# the credits.
        uint256 held = TOKEN.balanceOrZero(address(this));
        uint256 totalCredits = totalCreditsNext - 1;
        return held > totalCredits ? held - totalCredits : 0;
    }

    /// Credits the reward of one claimed epoch.
    /// @param claimant the proposer that made the claim
    function _distribute(address prover, address claimant, uint256 basisPointFee) internal {
        //= spec/clauses/REWARD.md#reward-1
        //# An accepted proof of a claimed epoch MUST distribute the epoch reward or the pool, whichever is
        //# less, as credits.
        //= spec/clauses/REWARD.md#reward-6
        //# The amount that REWARD-1 compares with the pool MUST NOT depend on anything but the constants and,
        //# when `rewardBasis` is block, the number of blocks that the proof covers.
        uint256 rewardWei = Rules.distributedReward({epochRewardWei: EPOCH_REWARD_WEI, poolWei: _poolWei()});
        //= spec/clauses/REWARD.md#reward-2
        //# The bonded prover MUST be credited with the distributed reward times basisPointFee divided by
        //# 10,000, rounded down.
        uint256 proverWei = Rules.proverShare({rewardWei: rewardWei, basisPointFee: basisPointFee});
        _credit(prover, proverWei);
        //= spec/clauses/REWARD.md#reward-3
        //# What the fee leaves of the reward MUST be credited to the proposer that made the claim.
        _credit(claimant, rewardWei - proverWei);
    }

    /// Credits the reward of one fallback block.
    function _rewardPublisher(address publisher) internal {
        //= spec/clauses/FALLBACK.md#fallback-15
        //# An accepted `proposeWithProof` MUST credit its caller with `fallbackRewardWei` or the pool,
        //# whichever is less.
        // LOG-12: announced if it is more than 0.
        _credit(publisher, Rules.fallbackReward({fallbackRewardWei: FALLBACK_REWARD_WEI, poolWei: _poolWei()}));
    }

    function _credit(address receiver, uint256 amountWei) private {
        if (amountWei == 0) return;
        credits[receiver] += amountWei;
        totalCreditsNext += amountWei;
        emit IRollup.RewardCredited(receiver, amountWei);
    }

    /// Forgets a credit that is being paid.
    function _clearCredit(address receiver, uint256 creditWei) internal {
        delete credits[receiver];
        totalCreditsNext -= creditWei;
    }
}
