------------------------- MODULE BondIsNotCompared --------------------------
\* Violates TheFirstIsClaimed.
\* Of equal fees the first name is taken, whatever the bond is (QUOTE-6).
EXTENDS Window

BuggyBestCovered(q) == q
=============================================================================
