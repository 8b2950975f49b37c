-------------------------- MODULE TokensAreMinted ---------------------------
\* Violates TokensAreConserved.
\* Who pays keeps its tokens (REWARD-5).
EXTENDS Rewards

BuggyPaid(from, to, amount) == [tokens EXCEPT ![to] = @ + amount]
=============================================================================
