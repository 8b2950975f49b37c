---------------------- MODULE CrashForgetsAttestations ----------------------
\* Violates AttestationsAreAdded.
\* Attestations are kept in memory (BUILD-20).
EXTENDS Collect

BuggyRestarted(s) ==
    [s EXCEPT !.view = NoView, !.building = NoBuilding, !.attestations = IF s.published THEN @ ELSE <<>>]
=============================================================================
