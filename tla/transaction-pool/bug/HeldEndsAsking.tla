--------------------------- MODULE HeldEndsAsking ---------------------------
\* Violates AskedIsKept.
\* What spends the same counts as asked for no more when one of them is held (TX-13, TX-16).
EXTENDS Spend

BuggyVerified(s, e) ==
    [s EXCEPT !.stored = InOrder(Transactions, Elements(@) \cup {e.transaction}),
              !.stashed = Stashed(s, e),
              !.verifying = NotOf(@, {e.transaction}),
              !.asked = Without(@, SpentIn(<<e.transaction>>))]
=============================================================================
