------------------------- MODULE AnswersAreFetched --------------------------
\* Violates RequestsAreAnswered.
\* Before it answers a node looks at L1 again (TX-18).
EXTENDS Serve

BuggyEffects(s, e) ==
    CASE e.name = "follow"             -> FollowEffects(s, e)
      [] e.name = "receiveTransaction" -> <<Verify(CopyOf(e))>>
      [] e.name = "verified"           -> VerifiedEffects(s, e)
      [] e.name = "ask"                -> AskEffects(s, e)
      [] e.name = "release"            -> ReleaseEffects(s, e)
      [] e.name = "receiveRequest"     ->
             <<Effect("fetch", "fetch/" \o e.transaction, [transaction |-> e.transaction], -1),
               Answer(e.transaction, e.from, s.slot)>>
      [] e.name \in {"tick", "leave", "crash"} -> <<>>
=============================================================================
