------------------------- MODULE OnlyTheFirstIsHeld -------------------------
\* Violates VerifiedIsHeld.
\* Of two that spend the same the first alone is held: the result for what a peer sent is
\* thrown away (TX-13).
EXTENDS Spend

IsSecond(s, e) ==
    e.from \in Elements(Peers) /\ SpentIn(<<e.transaction>>) \cap Elements(s.stored) # {}

BuggyVerified(s, e) ==
    IF IsSecond(s, e) THEN s
    ELSE [s EXCEPT !.stored = InOrder(Transactions, Elements(@) \cup {e.transaction}),
                   !.stashed = Stashed(s, e),
                   !.verifying = NotOf(@, {e.transaction}),
                   !.asked = Without(@, {e.transaction})]

BuggyVerifiedEffects(s, e) ==
    IF IsSecond(s, e) THEN <<>>
    ELSE <<Tell(e.transaction)>> \o (IF IsSecret(s, e) THEN <<>> ELSE <<Broadcast(e.transaction)>>)
=============================================================================
