-------------------------- MODULE AskedIsForgotten --------------------------
\* Violates AskedIsKnown.
\* Nobody knows what was asked for (TX-16).
EXTENDS Gossip

BuggyAsk(s, e) == s
=============================================================================
