------------------------- MODULE EntryKeepsTheChain --------------------------
\* Violates SessionsBeginOnTheProvenTip.
\* An entry leaves what the committee left, reading (a) (FALLBACK-4).
EXTENDS Based

BuggyDropDue(s) == PruneDue(s)
=============================================================================
