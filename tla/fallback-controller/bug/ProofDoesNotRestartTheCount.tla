-------------------- MODULE ProofDoesNotRestartTheCount ---------------------
\* Violates CountIsOfWhatWaits.
\* A proof that leaves something waiting leaves the count as it is (FALLBACK-2).
EXTENDS Default

BuggyAdvances(c, n, waits) ==
    IF InSession(c) THEN [c EXCEPT !.advanced = n]
    ELSE IF waits THEN c
    ELSE Idle
=============================================================================
