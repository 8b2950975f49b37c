------------------------- MODULE SizeOfTheSetDraws --------------------------
\* Violates ProposersStayWhenTheSetChanges.
\* The number of registered validators is an argument of the draw (EPOCH-11).
EXTENDS Committee

BuggyProposer(s, members) ==
    IF members = <<>> THEN "none"
    ELSE LET sample == InForce(s)
             drawn == Seat(sample.randao, sample.epoch, Len(members), s.slot)
         IN members[((drawn + Len(s.validators.current)) % Len(members)) + 1]
=============================================================================
