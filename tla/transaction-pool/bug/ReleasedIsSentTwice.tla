------------------------ MODULE ReleasedIsSentTwice -------------------------
\* Violates ProposedIsPublic.
\* What is released is sent twice (TX-7).
EXTENDS Serve

BuggyReleaseEffects(s, e) ==
    LET released == Released(s, e) \o Released(s, e) IN [i \in DOMAIN released |-> Broadcast(released[i])]
=============================================================================
