--------------------------- MODULE FallbackIsLate ---------------------------
\* Violates FallbackIsToldInTime.
\* Fallback begins in the slot after the one in which it is due (FOLLOW-7).
EXTENDS Keep

BuggyFallback(s) ==
    /\ s.view.fallbackFrom >= 0 /\ s.slot > s.view.fallbackFrom
    /\ ~(s.view.fallbackUntil >= 0 /\ s.slot >= s.view.fallbackUntil)
=============================================================================
