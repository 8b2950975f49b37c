----------------------------- MODULE AskedTwice -----------------------------
\* Violates AskedOnce.
\* Two roles that lack a transaction send two requests (TX-16).
EXTENDS Gossip

BuggyRequire(check, refusal) == IF check \/ refusal = "AlreadyAsked" THEN {} ELSE {refusal}
=============================================================================
