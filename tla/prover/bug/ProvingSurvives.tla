-------------------------- MODULE ProvingSurvives ---------------------------
\* Violates CrashesForget.
\* What was being proven counts as being proven after a crash (PROVE-3).
EXTENDS Prove

BuggyRestarted(s) == [s EXCEPT !.view = NoProveView]
=============================================================================
