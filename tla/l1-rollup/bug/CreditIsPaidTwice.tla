------------------------- MODULE CreditIsPaidTwice --------------------------
\* Violates CreditsAreCovered.
\* A credit that was paid is not over (REWARD-5).
EXTENDS Rewards

BuggyCollectReward(s, e) ==
    [s EXCEPT !.tokens = Paid(@, "rollup", e.caller, s.credits[e.caller])]
=============================================================================
