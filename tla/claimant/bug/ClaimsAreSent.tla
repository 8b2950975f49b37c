--------------------------- MODULE ClaimsAreSent ----------------------------
\* Violates ClaimsAreHandedIn.
\* A claim is sent to the other nodes (QUOTE-6).
EXTENDS Window

BuggySubmission(s) ==
    Effect("send", "claim/" \o Self \o "/" \o ToString(s.slot), [quote |-> Best(s)], s.slot)
=============================================================================
