------------------------ MODULE ClaimPutsTheEntryOff ------------------------
\* Violates CommitteesAreReplaced.
\* An entry waits for a claim that would get its bond back (FALLBACK-3).
EXTENDS Returned

BuggyClaimWaitedFor(s) == s.claimDeadline
=============================================================================
