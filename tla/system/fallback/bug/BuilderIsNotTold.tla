-------------------------- MODULE BuilderIsNotTold --------------------------
\* Violates RolesShareTheirFollower.
\* A fallback proposer keeps the view that it had (BASED-2).
EXTENDS Racing

BuggyBuilderAfter(s, e) ==
    IF e.name = "follow" /\ s.slot > 0 THEN s ELSE BuilderRole!After(s, e)
=============================================================================
