--------------------- MODULE ForcedMayOutnumberTheBody ----------------------
\* Violates AppliedBeginsWithTheForced.
\* What a block takes is compared as far as its body goes (FOLLOW-13).
EXTENDS Bodies

BuggyBeginsWithTheForced(h) == CommonFront(h.forced, h.body) = Lesser(Len(h.forced), Len(h.body))
=============================================================================
