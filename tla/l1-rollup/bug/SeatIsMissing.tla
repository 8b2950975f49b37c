--------------------------- MODULE SeatIsMissing ----------------------------
\* Violates CommitteesAreOfTheOldSet.
\* A drawn committee has one seat too few (EPOCH-3).
EXTENDS Committee

BuggyCommittee(set, randao, epoch) ==
    IF Len(set) <= TargetCommitteeSize THEN set
    ELSE [seat \in 1..TargetCommitteeSize - 1 |-> set[Positions(randao, epoch, Len(set))[seat]]]
=============================================================================
