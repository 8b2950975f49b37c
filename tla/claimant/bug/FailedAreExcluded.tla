------------------------- MODULE FailedAreExcluded --------------------------
\* Violates CorrectClaimsAreMade.
\* Who failed is not claimed even if nobody else offers (QUOTE-6).
EXTENDS Choice

BuggyUsable(s) ==
    SelectSeq(s.quotes, LAMBDA q : IsCurrent(q, s.slot) /\ q.bond <= Covered(s, q.prover)
                                   /\ q.prover \notin Elements(s.view.failed))
=============================================================================
