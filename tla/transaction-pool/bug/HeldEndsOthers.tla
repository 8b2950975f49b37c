--------------------------- MODULE HeldEndsOthers ---------------------------
\* Violates BegunIsKept.
\* The verification of what spends the same ends when one of them is held (TX-13, TX-15).
EXTENDS Spend

BuggyVerified(s, e) ==
    [s EXCEPT !.stored = InOrder(Transactions, Elements(@) \cup {e.transaction}),
              !.stashed = Stashed(s, e),
              !.verifying = NotOf(@, SpentIn(<<e.transaction>>)),
              !.asked = Without(@, {e.transaction})]
=============================================================================
