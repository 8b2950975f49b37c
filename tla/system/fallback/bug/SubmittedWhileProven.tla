------------------------ MODULE SubmittedWhileProven ------------------------
\* Violates HandedInHasItsProof.
\* A block is handed in as soon as it is executed (BASED-7).
EXTENDS Racing

BuggyBuilderRefusals(s, e) ==
    IF e.name = "submitBlock" THEN BuilderRole!Refusals([s EXCEPT !.proven = s.building], e)
    ELSE BuilderRole!Refusals(s, e)
BuggyBuilderEffects(s, e) ==
    IF e.name = "submitBlock" THEN BuilderRole!Effects([s EXCEPT !.proven = s.building], e)
    ELSE BuilderRole!Effects(s, e)
=============================================================================
