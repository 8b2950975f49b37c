------------------------ MODULE AnsweredOfOneForAll -------------------------
\* Violates AnsweredIsKnown.
\* One answer counts for all peers (TX-17).
EXTENDS Serve

BuggyReceiveRequest(s, e) ==
    [s EXCEPT !.answered = InOrder(AllAnswers,
        Elements(@) \cup {[transaction |-> e.transaction, to |-> p] : p \in Elements(Peers)})]
=============================================================================
