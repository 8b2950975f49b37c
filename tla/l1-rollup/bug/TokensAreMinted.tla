-------------------------- MODULE TokensAreMinted ---------------------------
\* Violates TokensAreConserved.
\* Who pays keeps its tokens (REWARD-5).
EXTENDS Rewards

BuggyPaid(balances, from, to, amount) == With(balances, to, At(balances, to, 0) + amount)
=============================================================================
