----------------------- MODULE EntryWithoutANextSlot ------------------------
\* Violates RefinesL1Chain.
\* An entry that waited for a claim comes in the slot of the challenge that ends it,
\* reading (a) (CHALLENGE-13).
EXTENDS Released

BuggyEntryIsToCome(c, s) == c
=============================================================================
