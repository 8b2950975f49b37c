----------------------- MODULE AlarmForgetsTheParent ------------------------
\* Violates AlarmLastsAsItsCause.
\* A block that says the same on another parent raises the alarm (FOLLOW-6).
EXTENDS Reorg

BuggyAlarm(s) ==
    \E h \in Elements(s.wrong), b \in Elements(Chain(s)) : [h EXCEPT !.parent = b.parent] = b
=============================================================================
