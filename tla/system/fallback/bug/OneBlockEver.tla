---------------------------- MODULE OneBlockEver ----------------------------
\* Violates TipsAreBuiltOn.
\* Who has begun a block begins no other, wherever the tip is by then (BASED-3).
EXTENDS Byzantine

BuggyBuilderRefusals(s, e) ==
    BuilderRole!Refusals(s, e) \cup
        (IF e.name = "build" /\ (s.building # NoBuilding \/ s.proven # NoBuilding)
         THEN {"AlreadyBuilding"} ELSE {})
=============================================================================
