----------------------- MODULE RestoredRecordIsOlder ------------------------
\* Violates StartsAreLeftOut.
\* A lost store leaves the record of what was signed (ATTEST-7).
EXTENDS Tiny

BuggyEmptied(s) == [s EXCEPT !.held = <<>>, !.signsFrom = s.slot + 1]
=============================================================================
