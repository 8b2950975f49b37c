----------------------- MODULE ForcingRestsInFallback ------------------------
\* Violates CorrectEntriesAreAccepted.
\* Nobody enters the queue while fallback is in force (QUEUE-3).
EXTENDS Sessions

BuggyForceInclusionRefusals(s, e) ==
    Require(~InSession(Effective(s).fallback), "FallbackActive")
=============================================================================
