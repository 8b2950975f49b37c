-------------------------- MODULE NothingIsGivenUp --------------------------
\* Violates GivingUpIsAWayOut.
\* Without a proof nothing can be given up (BASED-3).
EXTENDS Race

BuggyRefusals(s, e) ==
    CASE e.name \in {"tick", "follow", "crash"} -> {}
      [] e.name = "giveUp"                      -> Require(IsBuilt(s.proven), "NothingProven")
      [] e.name = "transactionVerified"         -> VerifiedRefusals(s, e)
      [] e.name = "build"                       -> BuildRefusals(s, e)
      [] e.name = "executed"                    -> ExecutedRefusals(s, e)
      [] e.name = "proved"                      -> ProvedRefusals(s, e)
      [] e.name = "submitBlock"                 -> SubmitBlockRefusals(s)
=============================================================================
