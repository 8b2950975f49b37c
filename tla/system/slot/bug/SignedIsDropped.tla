-------------------------- MODULE SignedIsDropped ---------------------------
\* Violates QuorumsAreHeld.
\* A member keeps that it saw a transaction, and not the transaction (ATTEST-14).
EXTENDS Equivocating

BuggyAttesterAfter(m, s, e) ==
    IF e.name = "executed"
    THEN [Attester(m)!After(s, e) EXCEPT !.held = SelectSeq(@, LAMBDA t : t \notin Elements(s.work.transactions))]
    ELSE Attester(m)!After(s, e)
=============================================================================
