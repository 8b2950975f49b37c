-------------------------- MODULE ViewsAgeTooSoon ---------------------------
\* Violates CaughtUpIsLevel.
\* A view that is as old as may be is too old (FOLLOW-11).
EXTENDS Grow

BuggyIsLevel(s) == NextHeader(s) = NoHeader /\ s.slot - s.view.time < MaxViewAge
=============================================================================
