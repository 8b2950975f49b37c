------------------------ MODULE ForcedBeforeTheExit -------------------------
\* Violates LazinessIsNotObserved.
\* What enters the queue after an exit that nobody has carried out waits from the exit
\* on (FALLBACK-8).
EXTENDS ProvenBlock

BuggyAfterGiven(s, eff, e) ==
    CASE e.name = "advanceSlot"      -> AdvanceSlot(s)
      [] e.name = "propose"          -> Propose(eff)
      [] e.name = "claim"            -> Claim(eff)
      [] e.name = "prove"            -> Prove(eff, e)
      [] e.name = "proposeWithProof" -> ProposeWithProof(eff, e)
      [] e.name = "forceInclusion"   -> ForceInclusion(IF InSession(Timing(s)) THEN s ELSE eff)
      [] e.name = "settle"           -> eff
=============================================================================
