----------------------- MODULE OnlyTheLastIsAlarming ------------------------
\* Violates AlarmLastsAsItsCause.
\* The alarm is of the block that was found last alone (FOLLOW-6).
EXTENDS Reorg

BuggyAlarm(s) == s.wrong # <<>> /\ s.wrong[Len(s.wrong)] \in Elements(Chain(s))
=============================================================================
