----------------------------- MODULE LastIsHeld -----------------------------
\* Violates HeldIsKept.
\* Of two that spend the same the second takes the place of the first, unless that is
\* forced (TX-13).
EXTENDS Spend

BuggyVerified(s, e) ==
    LET others == SpentIn(<<e.transaction>>) \ Elements(<<e.transaction>> \o s.view.queue) IN
    [s EXCEPT !.stored = InOrder(Transactions, (Elements(@) \ others) \cup {e.transaction}),
              !.stashed = Without(Stashed(s, e), others),
              !.verifying = NotOf(@, {e.transaction}),
              !.asked = Without(@, {e.transaction})]
=============================================================================
