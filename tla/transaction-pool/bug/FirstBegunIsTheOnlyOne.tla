----------------------- MODULE FirstBegunIsTheOnlyOne -----------------------
\* Violates NewIsTaken.
\* While one is verified no other that spends the same is taken, so that which of them is
\* held differs from node to node (TX-13).
EXTENDS Spend

BuggyIsSpent(s, e) ==
    \/ e.transaction \in SpentIn(s.view.final)
    \/ e.transaction \in SpentIn(s.view.root) /\ ~IsAsked(s, e)
    \/ \E c \in Elements(s.verifying) :
           e.transaction \in SpentIn(<<c.transaction>>) \ {c.transaction}
=============================================================================
