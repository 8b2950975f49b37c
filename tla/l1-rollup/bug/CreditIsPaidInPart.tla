------------------------- MODULE CreditIsPaidInPart -------------------------
\* Violates CreditsAreRewards.
\* A credit is paid but for one wei (REWARD-5).
EXTENDS Rewards

BuggyCollectReward(s, e) ==
    [s EXCEPT !.tokens = Paid(@, "rollup", e.caller, s.credits[e.caller] - 1), !.credits[e.caller] = 0]
=============================================================================
