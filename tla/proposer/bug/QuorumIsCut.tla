---------------------------- MODULE QuorumIsCut -----------------------------
\* Violates SubmittedIsTheRecord.
\* Of the attestations the first ones are left out (BUILD-21).
EXTENDS Collect

BuggySubmission(s) ==
    Effect("submit", "block/" \o Self \o "/" \o ToString(s.slot),
           [proposal |-> s.proposed, attestations |-> Tail(s.attestations)], s.slot)
=============================================================================
