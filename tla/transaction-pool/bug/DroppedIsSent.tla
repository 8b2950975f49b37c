--------------------------- MODULE DroppedIsSent ----------------------------
\* Violates OnlyHeldIsPassedOn.
\* What L1 shows of the stash is sent, though it is final and dropped (TX-2).
EXTENDS Serve

BuggyFollowEffects(s, e) ==
    LET next == Follow(s, e)
    IN ToldOf(Without(next.stored, Elements(s.stored))) \o SentOf(Without(s.stashed, Elements(next.stashed)))
=============================================================================
