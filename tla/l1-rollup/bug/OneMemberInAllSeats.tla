------------------------ MODULE OneMemberInAllSeats -------------------------
\* Violates SetsHaveNoRepetition.
\* The draw puts back what it drew (EPOCH-3).
EXTENDS Committee

BuggyCommittee(set, randao, epoch) ==
    IF Len(set) <= TargetCommitteeSize THEN set
    ELSE [seat \in 1..TargetCommitteeSize |-> set[Positions(randao, epoch, Len(set))[1]]]
=============================================================================
