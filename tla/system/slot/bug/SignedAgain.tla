---------------------------- MODULE SignedAgain -----------------------------
\* Violates HonestMembersSignOnce.
\* A member signs every proposal that passes the other checks (ATTEST-10).
EXTENDS Equivocating

BuggyAttesterRefusals(m, s, e) == Attester(m)!Refusals(s, e) \ {"AlreadySigned"}
=============================================================================
