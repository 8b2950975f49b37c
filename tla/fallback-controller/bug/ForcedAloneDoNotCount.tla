----------------------- MODULE ForcedAloneDoNotCount ------------------------
\* Violates CountIsOfWhatWaits.
\* Only pending blocks are counted against: a committee that proposes nothing is never
\* replaced (FALLBACK-2).
EXTENDS Default

BuggyForceInclusion(eff) == [eff EXCEPT !.forced = TRUE]
=============================================================================
