---------------------------- MODULE SpentCounts -----------------------------
\* Violates NewIsTaken.
\* What is spent counts among those that wait (TX-12).
EXTENDS Gossip

BuggyWaiting(s) == s.stored
=============================================================================
