--------------------------- MODULE QuotesSurvive ----------------------------
\* Violates CrashesForget.
\* Quotes are stored (FOLLOW-1).
EXTENDS Window

BuggyRestarted(s) == [s EXCEPT !.view = NoClaimView]
=============================================================================
