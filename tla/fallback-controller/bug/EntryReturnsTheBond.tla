------------------------ MODULE EntryReturnsTheBond -------------------------
\* Violates ClaimsKeepTheirTime.
\* An entry waits for no claim and gives the bond back (FALLBACK-3).
EXTENDS Default

BuggyClaimWaitedFor(s) == NoSlot
=============================================================================
