------------------------- MODULE EarlierSlotsCount --------------------------
\* Violates ProposedIsOfTheSlot.
\* What was signed for an earlier slot counts as proposed (TX-11).
EXTENDS Answers

BuggyIsSeen(t, attester) ==
    \/ t \in Elements(attester.signed.transactions)
    \/ IsListed(t, attester.work, attester.slot)
=============================================================================
