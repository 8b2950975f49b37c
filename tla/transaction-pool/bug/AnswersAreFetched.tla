------------------------- MODULE AnswersAreFetched --------------------------
\* Violates RequestsAreAnswered.
\* Before it answers a node looks at L1 again (TX-18).
EXTENDS Serve

BuggyEffects(s, e) ==
    CASE e.name = "receiveTransaction" -> <<Verify(CopyOf(e))>>
      [] e.name = "verified"           -> VerifiedEffects(e)
      [] e.name = "ask"                -> <<Request(e.transaction, s.slot)>>
      [] e.name = "release"            -> ReleaseEffects(s, e)
      [] e.name = "receiveRequest"     ->
             <<Effect("fetch", "fetch/" \o e.transaction, [transaction |-> e.transaction], s.slot),
               Answer(e.transaction, e.from, s.slot)>>
      [] e.name \in {"tick", "follow", "leave", "crash"} -> <<>>
=============================================================================
