------------------------- MODULE ProposerIsNotTold --------------------------
\* Violates RolesShareTheirFollower.
\* The proposer of a node keeps the view that it had (BUILD-1).
EXTENDS Standing

BuggyProposerAfter(s, e) ==
    IF e.name = "follow" /\ s.slot > 0 THEN s ELSE ProposerRole!After(s, e)
=============================================================================
