----------------------- MODULE ForcedMayStandAnywhere -----------------------
\* Violates AppliedBeginsWithTheForced.
\* What a block takes must be in its body, wherever it stands (FOLLOW-13).
EXTENDS Bodies

BuggyBeginsWithTheForced(h) == Elements(h.forced) \subseteq Elements(h.body)
=============================================================================
