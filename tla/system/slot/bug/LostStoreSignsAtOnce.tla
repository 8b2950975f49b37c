------------------------ MODULE LostStoreSignsAtOnce ------------------------
\* Violates HonestMembersSignOnce.
\* A crash that loses the store leaves the first slot in which anything may be
\* signed as it was (ATTEST-7).
EXTENDS Losing

BuggyAttesterAfter(m, s, e) ==
    IF e.name = "crash" THEN [Attester(m)!After(s, e) EXCEPT !.signsFrom = s.signsFrom]
    ELSE Attester(m)!After(s, e)
=============================================================================
