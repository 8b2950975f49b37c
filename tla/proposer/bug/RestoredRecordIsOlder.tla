----------------------- MODULE RestoredRecordIsOlder ------------------------
\* Violates StartsAreLeftOut.
\* A lost store leaves the record of what was proposed (BUILD-5).
EXTENDS Build

BuggyEmptied(s) ==
    [s EXCEPT !.held = <<>>, !.attestations = <<>>, !.published = FALSE, !.signsFrom = s.slot + 1]
=============================================================================
