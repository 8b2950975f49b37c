-------------------------- MODULE ArrivalIsEnough ---------------------------
\* Violates AskedIsKept.
\* What comes is asked for no more, whatever its proof is (TX-16).
EXTENDS Gossip

BuggyReceiveTransaction(s, e) ==
    [s EXCEPT !.verifying = InOrder(AllCopies, Elements(@) \cup {CopyOf(e)}),
              !.asked = Without(@, {e.transaction})]
=============================================================================
