-------------------------- MODULE UsersAreBounded ---------------------------
\* Violates NewIsTaken.
\* Users of this node are bounded like peers (TX-14).
EXTENDS Serve

BuggyIsBusy(s, e) ==
    LET copies == CopiesFrom(s, e.from) IN
    /\ Len(copies) >= VerifyingMaximum
    /\ IsAsked(s, e) => e.transaction \in {c.transaction : c \in Elements(copies)}
=============================================================================
