-------------------------- MODULE ProofsNeedAView ---------------------------
\* Violates ProofsAreHeard.
\* A proof that comes while the view is away is lost (BASED-7).
EXTENDS Race

BuggyProvedRefusals(s, e) ==
    Require(s.proving /\ IsOf(e, s.building), "NothingProving") \cup Level(s)
=============================================================================
