-------------------------- MODULE SentInEverySlot ---------------------------
\* Violates SendingHasAnOccasion.
\* What is held and no secret is passed on again in every slot (TX-2).
EXTENDS Serve

BuggyEffects(s, e) ==
    CASE e.name = "follow"             -> FollowEffects(s, e)
      [] e.name = "receiveTransaction" -> <<Verify(CopyOf(e))>>
      [] e.name = "verified"           -> VerifiedEffects(s, e)
      [] e.name = "ask"                -> AskEffects(s, e)
      [] e.name = "release"            -> ReleaseEffects(s, e)
      [] e.name = "receiveRequest"     -> <<Answer(e.transaction, e.from, s.slot)>>
      [] e.name = "tick"               -> SentOf(InOrder(s.stored, MaySend(s)))
      [] e.name \in {"leave", "crash"} -> <<>>
=============================================================================
