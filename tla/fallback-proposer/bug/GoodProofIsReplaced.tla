------------------------ MODULE GoodProofIsReplaced -------------------------
\* Violates ProofsOnTheTipStay.
\* A proof of another tip takes the place of one that can be submitted (BASED-8).
EXTENDS Race

BuggyProvedRefusals(s, e) == UNION {
    Require(s.proving /\ IsProofOf(e, s.building), "NothingProving"),
    Require(e.parent = s.view.tip \/ (IsBuilt(s.proven) /\ s.proven.parent = s.view.tip), "ParentNotTip") }
=============================================================================
