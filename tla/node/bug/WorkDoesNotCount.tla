-------------------------- MODULE WorkDoesNotCount --------------------------
\* Violates ProposedIsOfTheSlot.
\* A proposal counts only once it is signed (TX-11).
EXTENDS Answers

BuggyIsSeen(t, attester) == IsListed(t, attester.signed, attester.slot)
=============================================================================
