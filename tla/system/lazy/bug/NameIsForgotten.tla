--------------------------- MODULE NameIsForgotten --------------------------
\* Violates OrderIsKept.
\* Whoever does not execute does not compare with what was ordered before either: the same
\* transaction is ordered again (BUILD-16, ATTEST-16).
EXTENDS Conflict

BuggyProposerRefusals(m, s, e) == Proposer(m)!Refusals(s, e) \ {"NullifierSpent"}

BuggyAttesterRefusals(m, s, e) == Attester(m)!Refusals(s, e) \ {"NotExecutable"}
=============================================================================
