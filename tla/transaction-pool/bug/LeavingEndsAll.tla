--------------------------- MODULE LeavingEndsAll ---------------------------
\* Violates BegunIsKept.
\* When one sender leaves, the proofs of others are not verified to the end (TX-15).
EXTENDS Gossip

BuggyLeave(s, e) == [s EXCEPT !.verifying = <<>>]
=============================================================================
