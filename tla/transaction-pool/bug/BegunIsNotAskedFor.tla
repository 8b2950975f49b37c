------------------------- MODULE BegunIsNotAskedFor -------------------------
\* Violates LackedIsAskedFor.
\* What is being verified is not asked for, whatever its proof is (TX-16).
EXTENDS Gossip

BuggyAskRefusals(s, e) ==
    Require(e.transaction \notin Elements(s.asked) \cup {c.transaction : c \in Elements(s.verifying)},
            "AlreadyAsked")
=============================================================================
