-------------------------- MODULE SpentIsNotServed --------------------------
\* Violates HeldIsServed.
\* What is spent is not given to those who build behind a prune (TX-10, TX-18).
EXTENDS Serve

BuggyMaySend(s) == (Elements(s.stored) \ Elements(s.stashed)) \ SpentIn(s.view.root)
=============================================================================
