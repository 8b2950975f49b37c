-------------------------- MODULE ProofsNeedAView ---------------------------
\* Violates ProofsAreHeard.
\* A proof that comes while the node is behind is lost (BASED-7).
EXTENDS Race

BuggyProvedRefusals(s, e) == UNION {
    Require(s.proving /\ IsProofOf(e, s.building), "NothingProving"),
    Require(e.parent = s.view.tip, "ParentNotTip"),
    Level(s) }
=============================================================================
