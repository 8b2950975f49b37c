------------------------ MODULE LastBlockIsPublished ------------------------
\* Violates PublishedIsShown.
\* Only what the last block carries counts as published (TX-11).
EXTENDS Answers

BuggyIsPublished(t, n) ==
    LET right == FollowerRole!Right(n.follower) IN
    right # <<>> /\ t \in Elements(right[Len(right)].body)
=============================================================================
