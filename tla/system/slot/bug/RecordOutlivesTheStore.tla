----------------------- MODULE RecordOutlivesTheStore -----------------------
\* Violates RolesAreCoherent.
\* A crash that loses the store leaves the record of what was signed (ATTEST-7).
EXTENDS Losing

BuggyAttesterAfter(m, s, e) ==
    IF e.name = "crash" THEN [Attester(m)!After(s, e) EXCEPT !.signed = s.signed]
    ELSE Attester(m)!After(s, e)
=============================================================================
