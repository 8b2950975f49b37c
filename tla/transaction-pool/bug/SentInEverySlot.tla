-------------------------- MODULE SentInEverySlot ---------------------------
\* Violates SendingHasAnOccasion.
\* What is held and no secret is passed on again in every slot (TX-2).
EXTENDS Serve

BuggyEffects(s, e) ==
    CASE e.name = "receiveTransaction" -> <<Verify(CopyOf(e))>>
      [] e.name = "verified"           -> VerifiedEffects(e)
      [] e.name = "ask"                -> <<Request(e.transaction, s.slot)>>
      [] e.name = "release"            -> ReleaseEffects(s, e)
      [] e.name = "receiveRequest"     -> <<Answer(e.transaction, e.from, s.slot)>>
      [] e.name = "tick" ->
             LET public == InOrder(s.stored, MaySend(s)) IN [i \in DOMAIN public |-> Broadcast(public[i])]
      [] e.name \in {"follow", "leave", "crash"} -> <<>>
=============================================================================
