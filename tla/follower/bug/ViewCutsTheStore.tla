-------------------------- MODULE ViewCutsTheStore --------------------------
\* Violates AppliedIsKept.
\* What was applied and is not in a new view is forgotten (FOLLOW-3).
EXTENDS Reorg

BuggyReadView(s, e) ==
    LET next == [s EXCEPT !.view = e.view] IN Asking([next EXCEPT !.applied = Right(next)])
=============================================================================
