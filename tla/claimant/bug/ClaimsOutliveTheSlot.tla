------------------------ MODULE ClaimsOutliveTheSlot ------------------------
\* Violates EffectsAreOfTheSlot.
\* A claim is of use in the next slot (QUOTE-5).
EXTENDS Window

BuggySubmission(s) ==
    Effect("submit", "claim/" \o Self \o "/" \o ToString(s.slot), [quote |-> Best(s)], s.slot + 1)
=============================================================================
