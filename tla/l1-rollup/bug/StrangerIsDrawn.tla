-------------------------- MODULE StrangerIsDrawn ---------------------------
\* Violates CommitteesAreOfTheOldSet.
\* The last seat goes to somebody who is not registered (EPOCH-3).
EXTENDS Committee

BuggyCommittee(set, randao, epoch) ==
    IF Len(set) <= TargetCommitteeSize THEN set
    ELSE [seat \in 1..TargetCommitteeSize |->
        IF seat = TargetCommitteeSize THEN "stranger" ELSE set[Positions(randao, epoch, Len(set))[seat]]]
=============================================================================
