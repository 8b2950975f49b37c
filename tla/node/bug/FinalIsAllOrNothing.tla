------------------------ MODULE FinalIsAllOrNothing -------------------------
\* Violates FinalIsFinal.
\* Nothing is final while the last final block is not applied (TX-11).
EXTENDS Answers

BuggyFinalRoot(n) ==
    LET right == FollowerRole!Right(n.follower)
        last == n.follower.view.final
    IN IF last \in DOMAIN right THEN right[last].root ELSE <<>>
=============================================================================
