-------------------------- MODULE DroppedStaysTaken --------------------------
\* Violates ProvenBlocksTake.
\* What a dropped block took stays taken (QUEUE-8).
EXTENDS Forced

BuggyDropped(s) ==
    IF DropDue(s) THEN [s EXCEPT !.pending = <<>>, !.taken = @ + ForcedIn(s.pending)] ELSE s
=============================================================================
