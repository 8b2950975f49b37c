-------------------------- MODULE SubmittedAsOfNow --------------------------
\* Violates ProvenIsSubmitted.
\* A block is submitted with the current slot, of which there is no proof (BASED-7).
EXTENDS Race

BuggySubmission(s) ==
    Effect("submit",
           "fallback/" \o ToString(s.proven.slot) \o "/" \o ContentId(s.proven)
               \o "/" \o ToString(s.slot),
           [block |-> [s.proven EXCEPT !.slot = s.slot]],
           s.slot)
=============================================================================
