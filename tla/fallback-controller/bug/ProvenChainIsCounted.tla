------------------------ MODULE ProvenChainIsCounted ------------------------
\* Violates IdleChainsStayOut.
\* Slots are counted after every proof, whether or not anything waits (FALLBACK-2).
EXTENDS ProvenBlock

BuggyAdvances(c, n, waits) ==
    IF InSession(c) THEN [c EXCEPT !.advanced = n] ELSE CountedFrom(n)
=============================================================================
