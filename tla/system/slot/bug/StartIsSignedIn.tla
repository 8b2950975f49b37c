-------------------------- MODULE StartIsSignedIn ---------------------------
\* Violates HonestMembersSignOnce.
\* A member that lost its store signs in the slot of its start (ATTEST-7).
EXTENDS Losing

BuggyAttesterRefusals(m, s, e) == Attester(m)!Refusals(s, e) \ {"StartTooRecent"}
=============================================================================
