----------------------------- MODULE LastIsHeld -----------------------------
\* Violates HeldIsKept.
\* Of two that spend the same the second takes the place of the first (TX-13).
EXTENDS Spend

BuggyVerified(s, e) ==
    [s EXCEPT !.stored =
                  InOrder(Transactions, (Elements(@) \ SpentIn(<<e.transaction>>)) \cup {e.transaction}),
              !.stashed = Without(Stashed(s, e), SpentIn(<<e.transaction>>) \ {e.transaction}),
              !.verifying = NotOf(@, {e.transaction}),
              !.asked = Without(@, {e.transaction})]
=============================================================================
