---------------------- MODULE LeaversAreAnsweredAgain -----------------------
\* Violates AnsweredIsKnown.
\* Who leaves and comes back is answered again in the same slot (TX-17).
EXTENDS Serve

BuggyLeave(s, e) ==
    [s EXCEPT !.verifying = SelectSeq(@, LAMBDA c : c.from # e.from),
              !.answered = SelectSeq(@, LAMBDA a : a.to # e.from)]
=============================================================================
