--------------------------- MODULE HandedInTwice ----------------------------
\* Violates ClaimsAreHandedIn.
\* A claim is handed in twice in one step (QUOTE-5).
EXTENDS Window

BuggyEffects(s, e) == IF e.name = "claim" THEN [i \in 1..2 |-> Submission(s)] ELSE <<>>
=============================================================================
