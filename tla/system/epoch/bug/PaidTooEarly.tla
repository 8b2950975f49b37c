---------------------------- MODULE PaidTooEarly ----------------------------
\* Violates NothingLeavesEarly.
\* L1 pays before the delay has passed (ESCROW-7).
EXTENDS Withdrawing

BuggyIsUnlocked(account) == TRUE
=============================================================================
