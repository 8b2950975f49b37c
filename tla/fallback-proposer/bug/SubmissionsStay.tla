-------------------------- MODULE SubmissionsStay ---------------------------
\* Violates OnlySubmissionsExpire.
\* A submission that did not leave in its slot leaves later beside the next (BASED-10).
EXTENDS Race

BuggySubmission(s) ==
    Effect("submit",
           "fallback/" \o ToString(s.proven.slot) \o "/" \o ContentId(s.proven)
               \o "/" \o ToString(s.slot),
           [block |-> s.proven],
           NoExpiry)
=============================================================================
