------------------------- MODULE LostStoreRemembers -------------------------
\* Violates RecordsAreKept.
\* A lost store leaves the record of the claim (QUOTE-5).
EXTENDS Window

BuggyEmptied(s) == s
=============================================================================
