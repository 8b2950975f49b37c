-------------------------- MODULE HashesAreEnough ---------------------------
\* Violates TakenWasHeld.
\* Members sign for transactions of which they know the hash alone: a proposer withholds
\* them from whoever is to prove the block, without a bribe (ATTEST-14).
EXTENDS Hidden

BuggyAttesterRefusals(m, s, e) == Attester(m)!Refusals(s, e) \ {"NothingExecuting"}
=============================================================================
