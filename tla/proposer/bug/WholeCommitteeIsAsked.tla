----------------------- MODULE WholeCommitteeIsAsked ------------------------
\* Violates QuorumsArePublished.
\* Nothing is published before all of the committee attested (BUILD-21).
EXTENDS Collect

BuggyQuorum(s) == Len(CommitteeOf(s.slot))
=============================================================================
